"""The help in the window: F1 where one is, contents, search, links, and way back."""

from __future__ import annotations

from PySide6.QtCore import Qt, QUrl
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTreeWidgetItem

from editor.ui.help.help_window import FOUND_NOTHING, HelpWindow
from editor.ui.look.explained import page_of
from editor.ui.receipt.receipt_dialog import ReceiptDialog
from editor.ui.shell.window import Window
from tests.ui.parts import button
from tests.ui.shell.windows import answer, parts_of, run, type_into


def helped(window: Window) -> HelpWindow:
    [found] = window.findChildren(HelpWindow)
    return found


def title(shown: HelpWindow) -> str:
    return shown.page.toPlainText().partition("\n")[0]


def rows(shown: HelpWindow) -> list[str]:
    top = [shown.contents.topLevelItem(n) for n in range(shown.contents.topLevelItemCount())]
    return [item.text(0) for item in top if item is not None]


def test_f1_tells_of_the_part_that_has_the_keys(window: Window) -> None:
    parts = parts_of(window)
    window.activateWindow()
    for part, told in ((parts.page, "稿纸"), (parts.desk.tree, "提纲")):
        part.setFocus()
        QTest.keyClick(part, Qt.Key.Key_F1)
        assert title(helped(window)) == told
        window.activateWindow()


def test_every_part_of_the_window_has_its_page(window: Window) -> None:
    parts = parts_of(window)
    tabs = parts.tabs
    told = [page_of(part) for part in (tabs.phrases, tabs.findings, tabs.blanks, parts.finding.bar)]
    assert told == ["phrases", "check", "blanks", "find"]


def test_a_link_turns_the_page_and_backspace_turns_back(window: Window) -> None:
    run(window, "help.guide")
    shown = helped(window)
    shown.page.anchorClicked.emit(QUrl("page:tidy"))
    assert title(shown) == "清理范文" and shown.contents.currentItem().text(0) == "清理范文"
    QTest.keyClick(shown.page, Qt.Key.Key_Backspace)
    assert title(shown) == "四步，从范文到定稿" and not button(shown, "后退").isEnabled()


def test_a_click_in_the_contents_shows_the_page(window: Window) -> None:
    run(window, "help.guide")
    shown = helped(window)
    [item] = shown.contents.findItems(
        "填空", Qt.MatchFlag.MatchExactly | Qt.MatchFlag.MatchRecursive
    )
    shown.contents.scrollToItem(item)
    at = shown.contents.visualItemRect(item).center()
    QTest.mouseClick(shown.contents.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert title(shown) == "填空"


def test_search_lists_pages_and_enter_shows_the_first(window: Window) -> None:
    run(window, "help.guide")
    shown = helped(window)
    type_into(shown.words, "断电", enter=True)
    assert rows(shown)[0] == "文件和断电" and title(shown) == "文件和断电"
    shown.words.setText("量子纠缠")
    assert rows(shown) == [FOUND_NOTHING]
    shown.words.clear()
    assert "入门" in rows(shown)
    current: QTreeWidgetItem = shown.contents.currentItem()
    assert current.text(0) == "文件和断电"


def test_down_from_the_search_shows_the_first_page_with_the_words_marked(window: Window) -> None:
    run(window, "help.guide")
    shown = helped(window)
    type_into(shown.words, "页码")
    QTest.keyClick(shown.words, Qt.Key.Key_Down)
    assert shown.contents.hasFocus() and title(shown) == rows(shown)[0]
    marks = shown.page.extraSelections()
    assert {mark.cursor.selectedText() for mark in marks} == {"页码"}  # type: ignore[attr-defined]


def test_a_page_runs_the_command_it_offers(window: Window) -> None:
    run(window, "help.guide")
    asked: list[str] = []
    parts_of(window).help.command_asked.connect(asked.append)
    helped(window).page.anchorClicked.emit(QUrl("do:view.left"))
    assert asked == ["view.left"] and window.left.isHidden()


def test_f1_above_a_dialog_that_waits_is_read_there(window: Window, monkeypatch: object) -> None:
    told: list[tuple[str, object]] = []

    def press(dialog: ReceiptDialog) -> None:
        dialog.activateWindow()
        QApplication.processEvents()
        QTest.keyClick(dialog, Qt.Key.Key_F1)
        told.extend((title(shown), shown.parent()) for shown in window.findChildren(HelpWindow))
        dialog.reject()

    answer(monkeypatch, ReceiptDialog, press)  # type: ignore[arg-type]
    run(window, "tidy.run")
    assert [words for words, _ in told] == ["清理范文"]
