"""Several speeches in one window: each has its tab, and nothing of one shows in another."""

from __future__ import annotations

import gc
import weakref
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QTabBar

from editor.files.recovery.journal import Journal
from editor.manuscript.paragraph import Paragraph
from editor.settings.store import Settings
from editor.ui.files import file_flow
from editor.ui.files.leave_question import LeaveQuestion
from editor.ui.shell.window import Window
from tests.ui.shell.windows import (
    answer,
    end_window,
    open_window,
    parts_of,
    run,
    text_of,
    type_into,
)
from tests.ui.until import until

CONTROL, LEFT = Qt.KeyboardModifier.ControlModifier, Qt.MouseButton.LeftButton


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    """Three speeches; two of them are called alike."""
    made: list[Path] = []
    for folder, name in (("2024", "讲话.txt"), ("2025", "讲话.txt"), ("2025", "报告.txt")):
        path = tmp_path / "稿子" / folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"{folder}年{name}\n同志们：\n一、甲事\n正文。\n二、乙事\n正文。", "utf-8")
        made.append(path)
    return made


@pytest.fixture
def three(application: object, tmp_path: Path, files: list[Path]) -> Iterator[Window]:
    """A window on all three, the last in front."""
    window = open_window(tmp_path / "home", str(files[0]))
    for path in files[1:]:
        parts_of(window).openings.open_path(path)
    QApplication.processEvents()
    window.activateWindow()
    yield window
    end_window(window)


def tabs(window: Window) -> list[str]:
    return parts_of(window).strip.words()


def bar(window: Window) -> QTabBar:
    (found,) = parts_of(window).strip.findChildren(QTabBar)
    return found


def click_tab(window: Window, n: int, button: Qt.MouseButton = LEFT) -> None:
    QTest.mouseClick(bar(window), button, pos=bar(window).tabRect(n).center())
    QApplication.processEvents()


def test_each_file_has_a_tab_and_names_alike_tell_their_folders(three: Window) -> None:
    assert tabs(three) == ["讲话.txt（2024）", "讲话.txt（2025）", "报告.txt"]
    assert parts_of(three).strip.isVisible() and bar(three).tabToolTip(0).endswith("2024/讲话.txt")
    assert three.windowTitle().startswith("报告.txt")


def test_a_single_speech_needs_no_row_of_tabs(window: Window) -> None:
    assert not parts_of(window).strip.isVisible()
    run(window, "file.new")
    assert parts_of(window).strip.isVisible() and tabs(window)[1] == "未命名"
    run(window, "file.close")
    assert not parts_of(window).strip.isVisible() and text_of(window)
    run(window, "file.close")  # what is left is in front in every way: its commands are there
    assert parts_of(window).start.isVisible() and text_of(window) == ""


def test_a_file_that_is_open_is_gone_to_also_by_another_name(
    three: Window, files: list[Path], tmp_path: Path
) -> None:
    link = tmp_path / "另名.txt"
    link.symlink_to(files[0])
    parts_of(three).openings.open_path(link)
    assert len(tabs(three)) == 3 and text_of(three).startswith("2024年讲话")


def test_what_is_blank_gives_way_and_what_was_written_does_not(
    application: object, tmp_path: Path, files: list[Path]
) -> None:
    window = open_window(tmp_path / "home")
    run(window, "file.new")
    parts_of(window).openings.open_path(files[2])
    assert tabs(window) == ["报告.txt"]
    run(window, "file.new")
    type_into(parts_of(window).page, "新写的话")
    parts_of(window).openings.open_path(files[0])
    assert tabs(window) == ["报告.txt", "• 未命名：新写的话", "讲话.txt"]
    end_window(window)


def test_keys_go_round_and_a_click_goes_to_a_tab(three: Window) -> None:
    page = parts_of(three).page
    QTest.keyClick(page, Qt.Key.Key_Tab, CONTROL)
    assert text_of(three).startswith("2024年讲话") and parts_of(three).page.hasFocus()
    QTest.keyClick(parts_of(three).page, Qt.Key.Key_PageDown, CONTROL)
    assert text_of(three).startswith("2025年讲话")
    QTest.keyClick(
        parts_of(three).page, Qt.Key.Key_Tab, CONTROL | Qt.KeyboardModifier.ShiftModifier
    )
    assert text_of(three).startswith("2024年讲话")
    click_tab(three, 2)
    assert text_of(three).startswith("2025年报告") and bar(three).currentIndex() == 2


def test_caret_undo_and_what_is_said_are_each_speechs_own(three: Window) -> None:
    type_into(parts_of(three).page, "甲")
    parts_of(three).messages.say("只说给这一份")
    click_tab(three, 0)
    assert tabs(three)[2] == "• 报告.txt" and not three.isWindowModified()
    assert parts_of(three).messages.words() != "只说给这一份"
    assert not parts_of(three).controller.can_undo()
    assert parts_of(three).controller.caret().offset == 0
    type_into(parts_of(three).page, "乙")
    click_tab(three, 2)
    assert parts_of(three).controller.caret().offset == 1
    assert parts_of(three).messages.words() == "只说给这一份"
    run(three, "edit.undo")
    assert text_of(three).startswith("2025年报告") and tabs(three)[2] == "报告.txt"
    click_tab(three, 0)
    assert text_of(three).startswith("乙2024年")


def test_the_words_searched_and_the_panel_in_front_are_each_speechs_own(three: Window) -> None:
    run(three, "edit.find")
    run(three, "blanks.sheet")
    click_tab(three, 1)
    parts = parts_of(three)
    assert not parts.finding.bar.isVisible() and parts.tabs.currentIndex() == 0
    assert parts.tree.isVisible() and parts.tree.model().rowCount() > 0
    click_tab(three, 2)
    assert parts_of(three).finding.bar.isVisible() and parts_of(three).tabs.currentIndex() == 2


def test_closing_asks_about_the_one_that_is_closed(
    three: Window, monkeypatch: pytest.MonkeyPatch
) -> None:
    type_into(parts_of(three).page, "甲")
    asked: list[str] = []
    monkeypatch.setattr(file_flow, "ask_unsaved", lambda _, name: asked.append(name) or "stay")
    click_tab(three, 1, Qt.MouseButton.MiddleButton)
    assert asked == [] and tabs(three) == ["讲话.txt", "• 报告.txt"]
    parts_of(three).desks.close(1)
    assert asked == ["报告.txt"] and len(tabs(three)) == 2
    parts_of(three).desks.close_others(1)
    assert tabs(three) == ["• 报告.txt"] and text_of(three).startswith("甲")


def test_a_tab_is_dragged_to_another_place(three: Window) -> None:
    bar(three).moveTab(0, 2)
    assert tabs(three) == ["讲话.txt", "报告.txt", "讲话.txt（2024）"] or tabs(three)[2].endswith(
        "（2024）"
    )
    click_tab(three, 2)
    assert text_of(three).startswith("2024年讲话")


def test_the_window_asks_once_for_all_that_is_unsaved(
    three: Window, files: list[Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for n, words in ((0, "甲"), (2, "乙")):
        click_tab(three, n)
        type_into(parts_of(three).page, words)
    asked: list[LeaveQuestion] = []

    def choose(dialog: LeaveQuestion) -> None:
        asked.append(dialog)
        dialog._list.item(0).setCheckState(Qt.CheckState.Unchecked)
        dialog._save.click()

    answer(monkeypatch, LeaveQuestion, choose)
    three.close()
    assert len(asked) == 1 and not three.isVisible()
    assert files[2].read_text("utf-8").startswith("乙2025年报告")
    assert files[0].read_text("utf-8").startswith("2024年")
    (thrown,) = parts_of(three).recovery.thrown()
    assert thrown.snapshot.manuscript.text.startswith("甲2024年")


def test_cancelled_or_not_saved_the_window_stays_and_nothing_goes(
    three: Window, monkeypatch: pytest.MonkeyPatch
) -> None:
    run(three, "file.new")
    type_into(parts_of(three).page, "没有文件")
    click_tab(three, 0)
    type_into(parts_of(three).page, "甲")
    answer(monkeypatch, LeaveQuestion, lambda dialog: dialog.reject())
    three.close()
    assert three.isVisible()
    answer(monkeypatch, LeaveQuestion, lambda dialog: dialog._save.click())
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: ("", ""))
    three.close()  # the name of the one without a file is not given
    assert (
        three.isVisible()
        and tabs(three)[3] == "• 未命名：没有文件"
        and text_of(three) == "没有文件"
    )


def test_the_words_of_every_tab_are_on_the_disk_in_a_folder_of_its_own(
    three: Window, tmp_path: Path
) -> None:
    for n in (0, 1):
        click_tab(three, n)
        type_into(parts_of(three).page, f"第{n}份")
        parts_of(three).autosave.keep_now()
    folders = (tmp_path / "home" / "recovery").iterdir()
    kept = [s.manuscript.text[:3] for f in folders if f.is_dir() for s in Journal(f).pending()]
    assert sorted(kept) == ["第0份", "第1份"]
    assert parts_of(three).recovery.pending() == []  # of a program that still runs


def test_the_next_run_has_all_tabs_and_has_read_only_the_one_in_front(
    application: object, tmp_path: Path, files: list[Path]
) -> None:
    first = open_window(tmp_path / "home", str(files[0]))
    for path in files[1:]:
        parts_of(first).openings.open_path(path)
    parts_of(first).controller.go_to(parts_of(first).controller.manuscript().end)
    click_tab(first, 1)
    end_window(first)
    second = open_window(tmp_path / "home")
    assert tabs(second) == ["讲话.txt（2024）", "讲话.txt（2025）", "报告.txt"]
    assert text_of(second).startswith("2025年讲话") and len(parts_of(second).desks.all()) == 1
    click_tab(second, 2)
    assert text_of(second).startswith("2025年报告") and len(parts_of(second).desks.all()) == 2
    assert parts_of(second).controller.caret() == parts_of(second).controller.manuscript().end
    assert tabs(second) == ["讲话.txt（2024）", "讲话.txt（2025）", "报告.txt"]
    end_window(second)


def test_a_file_that_has_gone_says_so_and_its_tab_goes(
    application: object, tmp_path: Path, files: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    monkeypatch.setattr(
        "editor.ui.trouble_box.QMessageBox.warning", lambda *words: said.append(words[2])
    )
    window = open_window(tmp_path / "home", str(files[0]))
    parts_of(window).openings.open_paths([str(path) for path in files])
    assert len(tabs(window)) == 3 and len(parts_of(window).desks.all()) == 1
    files[1].unlink()
    click_tab(window, 1)
    assert len(said) == 1 and tabs(window) == ["讲话.txt", "报告.txt"]
    assert text_of(window).startswith("2024年讲话") and bar(window).currentIndex() == 0
    end_window(window)


def test_what_was_open_is_known_after_a_power_cut(three: Window, tmp_path: Path) -> None:
    parts_of(three).session.keep()
    kept = Settings(tmp_path / "home").texts("session_tabs")
    assert len(kept) == 3 and '"session_path"' not in kept


def test_several_files_dropped_on_the_window_have_a_tab_each(
    window: Window, files: list[Path]
) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in files])
    copy, none = Qt.DropAction.CopyAction, Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(window, QDragEnterEvent(QPoint(5, 5), copy, data, LEFT, none))
    QApplication.sendEvent(window, QDropEvent(QPointF(5, 5), copy, data, LEFT, none))
    QApplication.processEvents()
    assert len(tabs(window)) == 4 and text_of(window).startswith("2024年讲话")


def test_a_name_that_another_tab_has_open_is_refused(
    three: Window, files: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    before = files[0].read_bytes()
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(files[0]), ""))
    run(three, "file.save_as")
    assert files[0].read_bytes() == before and "另一个标签" in parts_of(three).messages.words()


def test_a_window_of_a_speech_works_on_it_from_behind_and_goes_with_it(three: Window) -> None:
    run(three, "view.headings")
    sheet = parts_of(three).outline_views._sheet
    click_tab(three, 0)
    before = text_of(three)
    sheet.table.selectAll()
    parts_of(three).desks.all()[2].outline_views._run(three.actions_.by_id["outline.delete"])
    assert text_of(three) == before
    assert "一、甲事" not in parts_of(three).desks.all()[2].controller.manuscript().text
    parts_of(three).desks.all()[2].text.set_modified(False)
    gone: list[bool] = []
    sheet.destroyed.connect(lambda: gone.append(True))
    click_tab(three, 2, Qt.MouseButton.MiddleButton)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    assert gone == [True]


def test_a_closed_speech_is_let_go_whole(three: Window) -> None:
    desk = parts_of(three).desk
    parts = (desk, desk.checks, desk.drafts, desk.tabs, desk.tree, desk.messages, desk.times)
    left = [weakref.ref(part) for part in parts]
    words = [id(p) for p in desk.controller.manuscript().paragraphs]
    del desk, parts
    run(three, "file.close")
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    gc.collect()
    assert [ref() for ref in left] == [None] * len(left)
    assert not [p for p in gc.get_objects() if isinstance(p, Paragraph) and id(p) in words]
    three.theme.put_on("dark", 15, "")  # nothing of it listens any more
    three.theme.put_on("light", 13, "")


def test_words_dragged_to_another_speech_are_copied(
    three: Window,
) -> None:
    parts_of(three).page.selectAll()
    words = parts_of(three).page.createMimeDataFromSelection()
    click_tab(three, 0)
    page, before = parts_of(three).page, text_of(three)
    move, none = Qt.DropAction.MoveAction, Qt.KeyboardModifier.NoModifier
    both = move | Qt.DropAction.CopyAction
    event = QDropEvent(QPointF(60, 60), both, words, LEFT, none)
    event.setDropAction(move)
    page.dropEvent(event)
    assert event.dropAction() == Qt.DropAction.CopyAction and "2025年报告" in text_of(three)
    run(three, "edit.undo")
    assert text_of(three) == before


def test_a_start_with_a_file_keeps_the_tabs_of_the_last_session(
    application: object, tmp_path: Path
) -> None:
    for name in ("甲.txt", "乙.txt", "丙.txt"):
        (tmp_path / name).write_text(f"{name}的话。", "utf-8")
    first = open_window(tmp_path / "home", str(tmp_path / "甲.txt"))
    parts_of(first).openings.open_path(tmp_path / "乙.txt")
    end_window(first)
    second = open_window(tmp_path / "home", str(tmp_path / "丙.txt"))
    labels = [label.name for label in parts_of(second).desks.labels()]
    assert sorted(labels) == sorted(["甲.txt", "乙.txt", "丙.txt"])
    assert parts_of(second).text.name() == "丙.txt"
    end_window(second)
    third = open_window(tmp_path / "home", str(tmp_path / "甲.txt"))
    assert len(parts_of(third).desks.labels()) == 3 and parts_of(third).text.name() == "甲.txt"
    end_window(third)


def test_with_only_unread_files_left_the_nearest_is_read(
    application: object, tmp_path: Path
) -> None:
    for name in ("甲.txt", "乙.txt"):
        (tmp_path / name).write_text(f"{name}的话。", "utf-8")
    window = open_window(tmp_path / "home")
    parts_of(window).openings.open_paths([tmp_path / "甲.txt", tmp_path / "乙.txt"])
    run(window, "file.close")
    until(lambda: text_of(window) == "乙.txt的话。")
    assert [label.name for label in parts_of(window).desks.labels()] == ["乙.txt"]
    end_window(window)
