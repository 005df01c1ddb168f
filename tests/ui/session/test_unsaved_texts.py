"""What was not saved: all of it in one sheet, and its versions with it."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QMessageBox, QPushButton, QTreeWidget, QWidget

from editor.files.recovery.journal import Journal
from editor.files.recovery.snapshot import Snapshot
from editor.manuscript.manuscript import manuscript_of
from editor.manuscript.paragraph import Position
from editor.ui.drafts.comparison_window import ComparisonWindow
from editor.ui.drafts.unfiled_page import UnfiledPage
from editor.ui.files import file_flow
from editor.ui.session.unsaved_rows import row_of
from editor.ui.session.unsaved_texts import OFFER, UnsavedTexts
from editor.ui.session.unsaved_window import UnsavedList
from editor.ui.shell.window import Window
from tests.ui.parts import button
from tests.ui.shell.conftest import the_dictionary_is_not_read as the_dictionary_is_not_read
from tests.ui.shell.windows import end_window, open_window, parts_of, run, text_of

WORDS = "在会上的讲话\n只在断电前打过的话。"


@pytest.fixture
def home(application: object, tmp_path: Path) -> Path:
    """A folder in which two programs were killed: a file that was edited, a text without one."""
    path = tmp_path / "稿.txt"
    path.write_text("在会上的讲话\n盘上的话。", "utf-8")
    Journal(tmp_path / "home" / "recovery" / "1-1").write("未命名-1", manuscript_of(WORDS), None)
    kept = manuscript_of("在会上的讲话\n盘上的好话。")
    Journal(tmp_path / "home" / "recovery" / "2-1").write(str(path), kept, path)
    return tmp_path / "home"


@pytest.fixture
def window(home: Path) -> object:
    made = open_window(home)
    yield made
    end_window(made)


def lost(window: Window) -> UnsavedTexts:
    return parts_of(window).unsaved


def rows(tree: QTreeWidget) -> list[list[str]]:
    items = [tree.topLevelItem(n) for n in range(tree.topLevelItemCount())]
    return [[item.text(column) for column in range(4)] for item in items if item]


def pick(page: UnsavedList, row: int) -> None:
    page.list.setCurrentItem(page.list.topLevelItem(row))


def press(sheet: QWidget, words: str) -> None:
    found = next(b for b in sheet.findChildren(QPushButton) if b.text() == words)
    assert found.isEnabled()
    found.click()


def shown(window: Window) -> UnsavedTexts:
    messages = parts_of(window).messages
    button(messages, messages.offers()[-1]).click()
    made = lost(window)
    assert made.window is not None
    return made


def test_one_line_offers_them_all_and_the_sheet_tells_them_apart(window: Window) -> None:
    messages = parts_of(window).messages
    assert messages.offers() == [OFFER] and "2 份" in messages.words()
    sheet = shown(window).window
    assert sheet
    told = rows(sheet.waiting.list)
    assert [row[0] for row in told] == ["稿.txt", "未命名：在会上的讲话"]
    assert [row[2:] for row in told] == [["12", "修改1段；增加1字"], ["16", "还没有存过盘"]]
    assert sheet.waiting.text.toPlainText() == "在会上的讲话\n盘上的好话。"


def test_one_is_opened_and_the_others_stay_offered(window: Window, home: Path) -> None:
    sheet = shown(window).window
    assert sheet
    pick(sheet.waiting, 1)
    press(sheet, "打开")
    assert text_of(window) == WORDS and window.isWindowModified()
    assert not (home / "recovery" / "1-1").exists()
    assert [row[0] for row in rows(sheet.waiting.list)] == ["稿.txt"]
    assert parts_of(window).messages.offers()[-1] == OFFER
    assert sheet.isVisible()


def test_when_the_last_one_is_open_the_sheet_does_not_cover_it(window: Window) -> None:
    sheets = shown(window)
    for _ in range(2):
        assert sheets.window
        parts_of(window).controller.view.document().setModified(False)
        pick(sheets.window.waiting, 0)
        press(sheets.window, "打开")
    assert sheets.window is None or not sheets.window.isVisible()


def test_what_is_kept_for_later_is_not_offered_again_but_listed(home: Path) -> None:
    window = open_window(home)
    sheet = shown(window).window
    assert sheet
    sheet.waiting.list.selectAll()
    press(sheet, "先留着")
    assert parts_of(window).messages.offers() == []
    assert all("先留着" in row[3] for row in rows(sheet.waiting.list))
    end_window(window)
    again = open_window(home)
    assert parts_of(again).messages.offers() == []
    run(again, "drafts.lost")
    there = lost(again).window
    assert there and len(rows(there.waiting.list)) == 2
    end_window(again)


def test_what_is_not_wanted_is_asked_about_once_and_can_be_taken_back(
    window: Window, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    monkeypatch.setattr(QMessageBox, "exec", lambda box: asked.append(box.text()))
    monkeypatch.setattr(QMessageBox, "clickedButton", lambda box: button(box, "不要了"))
    sheet = shown(window).window
    assert sheet
    sheet.waiting.list.selectAll()
    press(sheet, "不要了…")
    assert len(asked) == 1 and rows(sheet.waiting.list) == []
    assert parts_of(window).messages.offers() == []
    assert [row[3] for row in rows(sheet.bin.list)] == ["还留 30 天"] * 2
    names = [row[0] for row in rows(sheet.bin.list)]
    pick(sheet.bin, names.index("未命名：在会上的讲话"))
    press(sheet, "取回并打开")
    assert text_of(window) == WORDS and len(rows(sheet.bin.list)) == 1


def test_it_is_looked_at_beside_its_file(window: Window) -> None:
    sheet = shown(window).window
    assert sheet
    press(sheet, "看差别")
    (compare,) = window.findChildren(ComparisonWindow)
    assert not compare.session.can_take and len(compare.session.open()) == 1
    compare.close()


def test_a_text_that_was_let_go_by_mistake_is_in_the_bin(
    window: Window, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(file_flow, "ask_unsaved", lambda *_: "discard")
    run(window, "file.new")
    parts_of(window).controller.insert("点错了的一份稿子。")
    run(window, "file.close")
    (thrown,) = parts_of(window).autosave.bin.thrown()
    assert thrown.snapshot.manuscript.text == "点错了的一份稿子。"


def test_a_recovered_text_goes_on_with_its_versions(home: Path) -> None:
    first = open_window(home)
    run(first, "file.new")
    parts_of(first).controller.insert("讲话\n一、甲\n甲文。\n二、乙\n乙文。")
    parts_of(first).controller.go_to(Position(1, 0))
    run(first, "outline.down")
    parts_of(first).autosave.keep_now()
    parts_of(first).drafts.history.settle()
    autosave = parts_of(first).autosave
    (snapshot,) = Journal(autosave.folder).pending()
    Journal(home / "recovery" / "3-1").write(
        "未命名-3", snapshot.manuscript, None, snapshot.history
    )
    parts_of(first).autosave.settle()
    parts_of(first).page.document().setModified(False)
    end_window(first)
    second = open_window(home)
    pending = parts_of(second).recovery.pending()
    found = next(x for x in pending if x.snapshot.document_id == "未命名-3")
    assert parts_of(second).recovery.recover(found)
    assert [v.label for v in parts_of(second).drafts.history.versions()] == ["调整提纲之前"]
    parts_of(second).page.document().setModified(False)
    end_window(second)


def test_versions_of_a_text_never_saved_are_listed_and_open_again(home: Path) -> None:
    first = open_window(home)
    run(first, "file.new")
    parts_of(first).controller.insert("没存过的讲话\n一、甲\n甲文。\n二、乙\n乙文。")
    parts_of(first).controller.go_to(Position(1, 0))
    run(first, "outline.down")
    parts_of(first).page.document().setModified(False)
    end_window(first)
    second = open_window(home)
    run(second, "file.new")
    run(second, "drafts.versions")
    page = second.findChild(UnfiledPage)
    assert page and page.list.topLevelItem(0).text(0) == "没存过的讲话"
    press(page, "作为新稿打开")
    assert text_of(second).startswith("没存过的讲话\n一、甲")
    assert len(parts_of(second).drafts.history.versions()) == 1 and second.isWindowModified()
    parts_of(second).page.document().setModified(False)
    end_window(second)


def test_a_file_that_cannot_even_be_looked_for_is_told_in_its_row(tmp_path: Path) -> None:
    path = tmp_path / ("长" * 200)  # longer than a name may be: the system will not look
    row = row_of(Snapshot("稿", manuscript_of(WORDS), path, 1.0))
    assert row.difference.startswith("原文件")
