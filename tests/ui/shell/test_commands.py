"""The table of commands: each does something, has keys of its own, and its icon is there."""

from collections import Counter

from PySide6.QtGui import QKeySequence

from editor.ui.look.icons import FOLDER
from editor.ui.shell.command_table import BY_ID, COMMANDS, MENUS, TOOLS
from editor.ui.shell.window import Window
from tests.ui.shell.windows import parts_of, run, text_of


def test_every_command_has_a_handler_and_no_handler_lacks_a_command(window: Window) -> None:
    assert set(parts_of(window).handlers()) == set(BY_ID)


def test_keys_are_unique_and_qt_knows_them() -> None:
    keys = [QKeySequence(c.keys).toString() for c in COMMANDS if c.keys]
    assert all(keys) and max(Counter(keys).values()) == 1


def test_names_are_unique_and_every_icon_is_there() -> None:
    names = Counter(c.id for c in COMMANDS if c.id != "-")
    assert max(names.values()) == 1
    assert all((FOLDER / f"{c.icon}.svg").exists() for c in COMMANDS if c.icon)


def test_the_dots_of_all_words_stand_at_one_height() -> None:
    """Behind a Latin letter its font draws them: on the line, not in the middle of it."""
    dotted = [c.text.rstrip("…")[-1] for c in COMMANDS if c.text.endswith("…")]
    assert dotted and all("一" <= letter <= "鿿" for letter in dotted)


def test_menus_and_tools_name_only_what_there_is() -> None:
    assert {c.menu for c in COMMANDS} == set(MENUS)
    assert set(TOOLS) - {"|"} <= set(BY_ID)
    assert all(BY_ID[name].icon for name in TOOLS if name != "|")


def test_without_a_speech_only_what_needs_none_can_be_used(window: Window) -> None:
    run(window, "file.close")
    assert not window.actions_.by_id["file.save"].isEnabled()
    assert window.actions_.by_id["file.open"].isEnabled()
    assert parts_of(window).stack.currentWidget() is parts_of(window).start


def test_keys_work_though_the_menu_is_hidden(window: Window) -> None:
    run(window, "view.page_only")
    assert window.left.isHidden() and window.menuBar().isHidden()
    assert window.actions_.by_id["view.page_only"] in window.actions()
    run(window, "view.page_only")
    assert not window.left.isHidden() and not window.menuBar().isHidden()


def test_a_tick_shows_whether_a_panel_is_there(window: Window) -> None:
    run(window, "view.left")
    assert not window.actions_.by_id["view.left"].isChecked()
    run(window, "view.left")
    assert window.actions_.by_id["view.left"].isChecked()


def test_where_nothing_can_be_undone_it_is_said(window: Window) -> None:
    before = text_of(window)
    run(window, "edit.undo")
    assert "没有可以撤销" in parts_of(window).messages.words()
    parts_of(window).controller.insert("甲")
    run(window, "edit.undo")
    assert text_of(window) == before
    run(window, "edit.redo")
    assert text_of(window) != before
    run(window, "edit.redo")
    assert "没有可以重做" in parts_of(window).messages.words()
