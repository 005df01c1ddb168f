"""清除痕迹 in a complete window: it is told what will go; afterwards nothing is left."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

pytest.importorskip("PySide6")

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from editor.manuscript.paragraph import Position
from editor.traces.all_traces import Left
from editor.ui.files import file_flow
from editor.ui.shell.desk import Desk
from editor.ui.shell.window import Window
from editor.ui.traces.trace_window import TraceWindow
from tests.files.made import docx, p
from tests.ui.parts import button
from tests.ui.shell.conftest import the_dictionary_is_not_read as the_dictionary_is_not_read
from tests.ui.shell.windows import end_window, open_window, parts_of, run
from tests.ui.until import until

SECRET = "金丝猴"


@pytest.fixture
def window(
    application: object, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Window]:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    for name in (f"{SECRET}.txt", "别的.txt"):
        (tmp_path / name).write_text(f"{name}\n同志们：\n今天开会。\n", "utf-8")
    made = open_window(tmp_path / "home", str(tmp_path / "别的.txt"))
    save_with(made, "一")
    parts_of(made).openings.open_path(tmp_path / f"{SECRET}.txt")
    until(lambda: desk(made).text.name() == f"{SECRET}.txt")
    save_with(made, "二")
    yield made
    end_window(made)


def desk(window: Window) -> Desk:
    return parts_of(window).desk


def save_with(window: Window, words: str) -> None:
    desk(window).controller.go_to(Position(2, 0))
    desk(window).controller.insert(words)
    run(window, "file.save")
    desk(window).drafts.history.settle()


def shown(window: Window, command: str) -> TraceWindow:
    run(window, command)
    found = parts_of(window).keeping.traces.window
    assert found is not None
    until(lambda: found.list.topLevelItemCount() > 2)
    return found


def words(of: TraceWindow) -> str:
    rows = [of.list.topLevelItem(n) for n in range(of.list.topLevelItemCount())]
    return "\n".join(f"{row.text(0)} {row.text(2)}" for row in rows)


def cleared(of: TraceWindow) -> None:
    button(of, "清除选中的").click()
    until(lambda: "清掉了" in of.note.text())


def home_knows(window: Window, word: str) -> list[str]:
    files = [path for path in window.settings.folder.rglob("*") if path.is_file()]
    codes = (word.encode(), word.encode("unicode_escape"))
    return [path.name for path in files if any(code in path.read_bytes() for code in codes)]


def test_it_is_told_first_what_will_go(window: Window) -> None:
    told = words(shown(window, "traces.document"))
    assert "版本 " in told and "存盘副本 2 项" in told and "最近的稿子 1 项" in told


def test_of_one_speech_nothing_is_left_and_its_file_is(window: Window, tmp_path: Path) -> None:
    dialog = shown(window, "traces.document")
    cleared(dialog)
    assert dialog.note.text().startswith("都清掉了")
    parts_of(window).session.keep()
    assert home_knows(window, SECRET) == []
    assert (tmp_path / f"{SECRET}.txt").exists()
    assert desk(window).text.name() == "别的.txt"
    assert home_knows(window, "别的")


def test_of_all_nothing_is_left(window: Window) -> None:
    cleared(shown(window, "traces.all"))
    assert home_knows(window, SECRET) == home_knows(window, "别的") == []
    assert desk(window).text.opened is None


def test_what_was_not_chosen_is_told_to_be_there_still(window: Window) -> None:
    dialog = shown(window, "traces.document")
    row = next(r for r in map(dialog.list.topLevelItem, range(9)) if r.text(0) == "存盘副本")
    row.setCheckState(0, Qt.CheckState.Unchecked)
    cleared(dialog)
    assert dialog.note.text() == "选中的都清掉了，没选的还在：存盘副本 2 项。"
    dialog.show_left([Left("版本", "占用")])
    assert dialog.note.text().endswith("其余选中的都清掉了，没选的还在：存盘副本 2 项。")


def test_of_a_word_file_that_was_saved_nothing_is_left(window: Window, tmp_path: Path) -> None:
    path = tmp_path / "本.docx"
    path.write_bytes(docx(p("一段") + p("二段") + p("三段")))
    parts_of(window).openings.open_path(path)
    until(lambda: desk(window).text.name() == "本.docx")
    desk(window).controller.insert("新写的")
    desk(window).autosave.keep_now()
    recovery = window.settings.folder / "recovery"
    assert list(recovery.glob("*/*.source"))
    run(window, "file.save")
    cleared(shown(window, "traces.all"))
    assert not [f for f in recovery.glob("*/*") if f.is_file()]


def test_of_files_whose_tabs_nobody_went_to_nothing_is_left_either(
    window: Window, tmp_path: Path
) -> None:
    for name in ("没点过甲.txt", "没点过乙.txt"):
        (tmp_path / name).write_text("同志们：\n", "utf-8")
    parts_of(window).desks.promise([tmp_path / "没点过甲.txt", tmp_path / "没点过乙.txt"])
    parts_of(window).session.keep()
    cleared(shown(window, "traces.all"))
    parts_of(window).session.keep()
    assert home_knows(window, "没点过") == home_knows(window, SECRET) == []
    assert len(parts_of(window).desks.labels()) == 1


def test_what_was_copied_here_goes_from_the_clipboard(
    window: Window, monkeypatch: pytest.MonkeyPatch
) -> None:
    board = QApplication.clipboard()
    monkeypatch.setattr(type(board), "ownsClipboard", lambda _: True)  # offscreen nobody does
    board.setText("抄下来的")
    cleared(shown(window, "traces.all"))
    assert board.text() == ""


def test_where_an_unsaved_speech_is_to_stay_nothing_goes(
    window: Window, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(file_flow, "ask_unsaved", lambda *_: "cancel")
    desk(window).controller.insert("没存的")
    dialog = shown(window, "traces.document")
    button(dialog, "清除选中的").click()
    assert desk(window).text.name() == f"{SECRET}.txt"
    assert home_knows(window, SECRET)


def test_the_start_page_knows_no_more_of_it(window: Window) -> None:
    cleared(shown(window, "traces.all"))
    assert parts_of(window).recent.paths() == []


def test_the_folders_that_the_window_for_files_remembers_go_and_its_habits_stay(
    window: Window, tmp_path: Path
) -> None:
    qt = tmp_path / "config" / "QtProject.conf"
    qt.parent.mkdir()
    habits = "[FileDialog]\nhistory=file:///秘/甲, file:///秘/乙\nlastVisited=file:///秘\nviewMode=List\n"
    qt.write_text(habits, "utf-8")
    dialog = shown(window, "traces.all")
    assert "打开、另存的窗口 2 项" in words(dialog)
    cleared(dialog)
    assert qt.read_text("utf-8") == "[FileDialog]\nviewMode=List\n"
