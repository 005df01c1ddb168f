"""Sections copied, cut and dragged from one open speech to another."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QItemSelectionModel, QMimeData, QModelIndex, QObject, QPoint, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTabBar

from editor.ui.shell.desk import Desk
from editor.ui.shell.window import Window
from tests.ui.shell.windows import end_window, open_window, parts_of, run, text_of
from tests.ui.until import until

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
NO_KEY, LEFT = Qt.KeyboardModifier.NoModifier, Qt.MouseButton.LeftButton
BOTH = Qt.DropAction.CopyAction | Qt.DropAction.MoveAction
MATCH = Qt.MatchFlag.MatchContains | Qt.MatchFlag.MatchRecursive
TOWN = (
    "在云川市大会上的讲话\n同志们：\n讲两点。\n一、甲事\n（一）子事\n子文。\n二、乙事\n乙文。\n"
    "同志们，让我们一起努力！"
)
VILLAGE = (
    "在大河镇会议上的讲话\n同志们：\n讲两点。\n一、春耕\n春文。\n二、防汛\n防文。\n同志们，加油干！"
)


@pytest.fixture
def two(application: object, tmp_path: Path) -> Iterator[Window]:
    """A window on two speeches, that of the town in front."""
    for name, text in (("镇.txt", VILLAGE), ("市.txt", TOWN)):
        (tmp_path / name).write_text(text, "utf-8")
    window = open_window(tmp_path / "home", str(tmp_path / "镇.txt"))
    parts_of(window).openings.open_path(tmp_path / "市.txt")
    QApplication.processEvents()
    window.activateWindow()
    yield window
    end_window(window)


def go_to(window: Window, n: int) -> Desk:
    parts_of(window).desks.go_to(n)
    QApplication.processEvents()
    return parts_of(window).desk


def row(desk: Desk, words: str) -> QModelIndex:
    model = desk.tree.model()
    return model.match(model.index(0, 0), Qt.ItemDataRole.DisplayRole, words, 1, MATCH)[0]


def choose(desk: Desk, *words: str) -> None:
    desk.tree.setFocus()
    for n, one in enumerate(words):
        flag = QItemSelectionModel.SelectionFlag
        how = flag.Select if n else flag.ClearAndSelect
        desk.tree.selectionModel().setCurrentIndex(row(desk, one), how)


def press(desk: Desk, key: Qt.Key) -> None:
    QTest.keyClick(desk.tree, key, CONTROL)
    QApplication.processEvents()


class Drag:
    """Rows of one tree, in the hand of a test over another part of the window."""

    def __init__(self, source: Desk, *words: str, held: Qt.KeyboardModifier = NO_KEY) -> None:
        self._tree, self._held = source.tree, held
        self.mime: QMimeData = source.tree.model().mimeData([row(source, w) for w in words])
        self._kept: list[object] = []

    def _event(self, kind: type[QDropEvent], at: QPoint) -> QDropEvent:
        tree = self._tree

        class Dragged(kind):  # type: ignore[misc,valid-type]
            def source(self) -> QObject:
                return tree

        made = Dragged(at, BOTH, self.mime, LEFT, self._held)
        self._kept.append(made)
        return made

    def over_row(self, desk: Desk, words: str, part: float) -> str:
        """Move the rows over another tree; what the mouse says there."""
        self.at = self._place(desk, words, part)
        desk.tree.dragEnterEvent(self._event(QDragEnterEvent, self.at))  # type: ignore[arg-type]
        self.moved = self._event(QDragMoveEvent, self.at)
        desk.tree.dragMoveEvent(self.moved)  # type: ignore[arg-type]
        drags = desk.tree.drags()
        assert drags is not None
        return drags._label.text()

    def drop_on_row(self, desk: Desk, words: str, part: float) -> None:
        self.over_row(desk, words, part)
        desk.tree.dropEvent(self._event(QDropEvent, self.at))
        QApplication.processEvents()

    def drop_on_tab(self, window: Window, n: int) -> None:
        (bar,) = parts_of(window).strip.findChildren(QTabBar)
        at = bar.tabRect(n).center()
        bar.dragEnterEvent(self._event(QDragEnterEvent, at))
        bar.dropEvent(self._event(QDropEvent, at))
        QApplication.processEvents()

    def _place(self, desk: Desk, words: str, part: float) -> QPoint:
        box = desk.tree.visualRect(row(desk, words))
        return QPoint(box.center().x(), round(box.top() + part * (box.height() - 1)))


WITH_B = VILLAGE.replace("春文。\n", "春文。\n二、乙事\n乙文。\n")
AT_END = VILLAGE.replace("防文。\n", "防文。\n二、乙事\n乙文。\n")


def test_a_row_is_copied_and_pasted_behind_a_row_of_another_speech(two: Window) -> None:
    choose(parts_of(two).desk, "乙事")
    press(parts_of(two).desk, Qt.Key.Key_C)
    village = go_to(two, 0)
    choose(village, "春耕")
    press(village, Qt.Key.Key_V)
    assert text_of(two) == WITH_B
    run(two, "edit.undo")
    assert text_of(two) == VILLAGE
    go_to(two, 1)
    assert text_of(two) == TOWN


def test_what_came_is_told_and_the_numbers_are_offered(two: Window) -> None:
    choose(parts_of(two).desk, "乙事")
    press(parts_of(two).desk, Qt.Key.Key_C)
    village = go_to(two, 0)
    choose(village, "春耕")
    press(village, Qt.Key.Key_V)
    assert "已粘贴“乙事”" in village.messages.words()
    village.outline_commands.offer_renumbering()
    words = village.messages.words()
    assert "已粘贴“乙事”" in words and village.messages.offers() == ["重排序号…"]


def test_cut_takes_the_section_out_in_one_step(two: Window) -> None:
    town = parts_of(two).desk
    choose(town, "甲事")
    press(town, Qt.Key.Key_X)
    assert text_of(two) == TOWN.replace("一、甲事\n（一）子事\n子文。\n", "")
    choose(town, "乙事")
    press(town, Qt.Key.Key_V)
    assert "乙文。\n一、甲事\n（一）子事\n子文。\n同志们" in text_of(two)
    run(two, "edit.undo")
    run(two, "edit.undo")
    assert text_of(two) == TOWN


def test_several_rows_go_in_the_order_of_the_text(two: Window) -> None:
    town = parts_of(two).desk
    choose(town, "乙事", "甲事", "子事")
    run(two, "outline.copy")
    village = go_to(two, 0)
    choose(village, "防汛")
    run(two, "outline.paste")
    both = "一、甲事\n（一）子事\n子文。\n二、乙事\n乙文。\n"
    assert text_of(two) == VILLAGE.replace("防文。\n", "防文。\n" + both)


def test_a_copied_section_goes_into_the_page_and_other_programs_as_lines(two: Window) -> None:
    choose(parts_of(two).desk, "乙事")
    press(parts_of(two).desk, Qt.Key.Key_C)
    mime = QApplication.clipboard().mimeData()
    assert mime.text() == "二、乙事\n乙文。\n"
    village = go_to(two, 0)
    village.page.setFocus()
    QTest.keyClick(village.page, Qt.Key.Key_V, CONTROL)
    assert text_of(two) == "二、乙事\n乙文。\n" + VILLAGE


def test_with_the_keys_on_the_page_its_words_are_copied(two: Window) -> None:
    town = parts_of(two).desk
    town.page.setFocus()
    town.page.selectAll()
    QTest.keyClick(town.page, Qt.Key.Key_C, CONTROL)
    assert QApplication.clipboard().text() == TOWN


def test_a_section_goes_into_a_blank_speech(two: Window) -> None:
    choose(parts_of(two).desk, "乙事")
    press(parts_of(two).desk, Qt.Key.Key_C)
    run(two, "file.new")
    run(two, "outline.paste")
    assert text_of(two) == "二、乙事\n乙文。"


def test_an_empty_clipboard_says_what_to_do(two: Window) -> None:
    QApplication.clipboard().clear()
    choose(parts_of(two).desk, "乙事")
    press(parts_of(two).desk, Qt.Key.Key_V)
    assert text_of(two) == TOWN and "Ctrl+C" in parts_of(two).messages.words()


def test_a_row_dragged_into_another_tree_is_copied(two: Window) -> None:
    town, village = parts_of(two).desk, go_to(two, 0)
    drag = Drag(town, "乙事")
    assert drag.over_row(village, "春耕", 0.95) == "→ 复制到“春耕”后面"
    assert drag.moved.isAccepted() and drag.moved.dropAction() == Qt.DropAction.CopyAction
    drag.drop_on_row(village, "春耕", 0.95)
    assert text_of(two) == WITH_B and "已把“乙事”复制到这里" in village.messages.words()
    run(two, "edit.undo")
    assert text_of(two) == VILLAGE
    go_to(two, 1)
    assert text_of(two) == TOWN


def test_with_shift_it_moves_one_step_in_each(two: Window) -> None:
    town, village = parts_of(two).desk, go_to(two, 0)
    drag = Drag(town, "乙事", held=SHIFT)
    assert drag.over_row(village, "防汛", 0.05) == "→ 移到“防汛”前面"
    drag.drop_on_row(village, "防汛", 0.05)
    assert text_of(two) == WITH_B
    assert town.controller.manuscript().text == TOWN.replace("二、乙事\n乙文。\n", "")
    run(two, "edit.undo")
    go_to(two, 1)
    assert "按 Ctrl+Z 恢复" in town.messages.words()
    run(two, "edit.undo")
    assert text_of(two) == TOWN


def test_what_is_refused_there_does_not_leave_here(two: Window) -> None:
    town, village = parts_of(two).desk, go_to(two, 0)
    drag = Drag(town, "乙事", held=SHIFT)
    drag.drop_on_row(village, "同志们：", 0.05)
    assert text_of(two) == VILLAGE and town.controller.manuscript().text == TOWN
    assert village.messages.words()


def test_what_may_not_leave_stays_and_is_copied(two: Window) -> None:
    town, village = parts_of(two).desk, go_to(two, 0)
    town.page.protect(lambda edits: "这里不能改。")
    Drag(town, "乙事", held=SHIFT).drop_on_row(village, "防汛", 0.05)
    assert text_of(two) == WITH_B and town.controller.manuscript().text == TOWN
    assert "复制到这里" in village.messages.words()


def test_rows_let_go_on_a_tab_come_before_the_closing(two: Window) -> None:
    Drag(parts_of(two).desk, "乙事").drop_on_tab(two, 0)
    assert two.windowTitle().startswith("镇.txt") and text_of(two) == AT_END
    run(two, "edit.undo")
    assert text_of(two) == VILLAGE


def test_rows_let_go_on_their_own_tab_stay(two: Window) -> None:
    Drag(parts_of(two).desk, "乙事").drop_on_tab(two, 1)
    assert text_of(two) == TOWN


def test_in_its_own_tree_a_row_moves_as_before(two: Window) -> None:
    town = parts_of(two).desk
    Drag(town, "乙事").drop_on_row(town, "甲事", 0.05)
    assert text_of(two).index("二、乙事\n乙文。") < text_of(two).index("一、甲事")


def test_a_page_does_not_take_the_rows(two: Window) -> None:
    from editor.ui.page.page_drops import has_words

    assert not has_words(Drag(parts_of(two).desk, "乙事").mime)


def test_words_held_over_a_tab_bring_it_and_are_copied_into_its_page(two: Window) -> None:
    town = parts_of(two).desk
    town.page.selectAll()
    words = town.page.createMimeDataFromSelection()
    (bar,) = parts_of(two).strip.findChildren(QTabBar)
    bar.event(QDragMoveEvent(bar.tabRect(0).center(), BOTH, words, LEFT, NO_KEY))
    until(lambda: parts_of(two).desk is not town)
    page = parts_of(two).desk.page
    page.dropEvent(QDropEvent(QPoint(60, 60), BOTH, words, LEFT, NO_KEY))
    assert TOWN in text_of(two) and town.controller.manuscript().text == TOWN
    run(two, "edit.undo")
    assert text_of(two) == VILLAGE


def test_files_held_over_a_tab_are_the_windows(two: Window) -> None:
    files = QMimeData()
    files.setUrls([QUrl.fromLocalFile("/稿.txt")])
    (bar,) = parts_of(two).strip.findChildren(QTabBar)
    held = QDragEnterEvent(bar.tabRect(0).center(), BOTH, files, LEFT, NO_KEY)
    bar.dragEnterEvent(held)
    assert not held.isAccepted()
