"""Where the page is when one goes somewhere: headings at the top, all else where it is read."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtGui import QDragMoveEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QListWidget

from editor.manuscript.edits import Replace
from editor.manuscript.paragraph import Position
from editor.ui.shell.window import Window
from editor.ui.tree.renumber_dialog import RenumberDialog
from tests.ui.shell.windows import answer, end_window, open_window, parts_of, run

NUMBERS = "一二三四五六七八九"
BODY = ("我们要把这件事办好，" * 30 + "一件一件落实。\n") * 4
SPEECH = "在云川市大会上的讲话\n同志们：\n今天开会，我讲九件事。\n" + "".join(
    f"{n}、把第{n}件事办好\n{BODY}请在____前报告。\n" for n in NUMBERS
)
LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


@pytest.fixture
def long(application: object, tmp_path: Path) -> Iterator[Window]:
    """A window on a long speech, none of whose sections has been seen yet."""
    (tmp_path / "稿.txt").write_text(SPEECH, "utf-8")
    made = open_window(tmp_path / "home", str(tmp_path / "稿.txt"))
    yield made
    end_window(made)


def row(window: Window, words: str) -> QModelIndex:
    match = Qt.MatchFlag.MatchContains | Qt.MatchFlag.MatchRecursive
    model = window.tree.model()
    return model.match(model.index(0, 0), Qt.ItemDataRole.DisplayRole, words, 1, match)[0]


def click(window: Window, words: str) -> None:
    window.tree.scrollTo(row(window, words))
    box = window.tree.visualRect(row(window, words))
    QTest.mouseClick(window.tree.viewport(), LEFT, NONE, box.center())
    QApplication.processEvents()


def drop(window: Window, dragged: str, target: str) -> None:
    """Let a row go at the foot of another."""
    tree, mime = window.tree, window.tree.model().mimeData([row(window, dragged)])
    box = tree.visualRect(row(window, target))
    place, move = QPoint(box.center().x(), box.bottom()), Qt.DropAction.MoveAction
    tree.dragMoveEvent(QDragMoveEvent(place, move, mime, LEFT, NONE))
    tree.dropEvent(QDropEvent(place, move, mime, LEFT, NONE))
    QApplication.processEvents()


def line_of(window: Window, words: str) -> float:
    """How many lines below the upper edge the first place of these words is."""
    parts = parts_of(window)
    texts = parts.controller.manuscript().paragraphs
    number = next(n for n, p in enumerate(texts) if words in p.text)
    cursor = parts.controller.cursor_at(Position(number, texts[number].text.index(words)))
    pitch = parts.page.decorations.faces.pitch
    return (parts.page.cursorRect(cursor).center().y() - pitch / 2) / pitch


def share_of_height(window: Window) -> float:
    """How far down the view the caret's selection begins: 0 the upper edge, 1 the lower."""
    page = parts_of(window).page
    cursor = page.textCursor()
    cursor.setPosition(cursor.selectionStart())
    return page.cursorRect(cursor).top() / page.viewport().height()


@pytest.mark.parametrize("zoom", [100, 60, 220])
@pytest.mark.parametrize("number", "三五七")
def test_a_click_on_a_row_brings_its_heading_to_the_top(
    long: Window, number: str, zoom: int
) -> None:
    parts_of(long).page.set_zoom(zoom)
    click(long, f"第{number}件事")
    assert 0.5 <= line_of(long, f"{number}、把") <= 1.5


def test_the_last_heading_is_in_view_as_far_as_the_text_scrolls(long: Window) -> None:
    click(long, "第九件事")
    page = parts_of(long).page
    assert line_of(long, "九、把") >= 0.5
    bar = page.verticalScrollBar()
    assert line_of(long, "九、把") <= 1.5 or bar.value() == bar.maximum()


def test_words_typed_after_a_click_on_a_row_go_into_its_heading(long: Window) -> None:
    click(long, "第三件事")
    QTest.keyClicks(parts_of(long).page, "abc")
    assert "\n三、把第三件事办好abc\n" in parts_of(long).controller.manuscript().text
    parts_of(long).controller.refresh()
    assert row(long, "三、 把第三件事办好abc").isValid()


@pytest.mark.parametrize("command", ["blanks.next", "blanks.previous"])
def test_a_blank_that_one_goes_to_stands_where_it_is_read(long: Window, command: str) -> None:
    for _ in range(4):
        run(long, command)
        assert 0.05 <= share_of_height(long) <= 0.8
    assert parts_of(long).controller.selected_text() == "____"


def test_what_is_found_stands_in_the_upper_third_or_where_it_was(long: Window) -> None:
    run(long, "edit.find")
    find = parts_of(long).finding.bar
    find.words.line.setText("第七件事")
    QTest.keyClick(find.words, Qt.Key.Key_Return)
    assert 0.25 <= share_of_height(long) <= 0.4
    before = parts_of(long).page.verticalScrollBar().value()
    QTest.keyClick(find.words, Qt.Key.Key_Return)
    assert parts_of(long).page.verticalScrollBar().value() == before


def test_a_dragged_section_is_followed_by_view_caret_and_row(long: Window) -> None:
    click(long, "第八件事")
    drop(long, "第一件事", "第八件事")
    parts = parts_of(long)
    start = parts.controller.caret().paragraph
    assert parts.controller.manuscript().paragraphs[start].text == "一、把第一件事办好"
    assert line_of(long, "一、把") >= 0
    assert parts.page.sees(parts.page.textCursor())
    assert long.tree.currentIndex().data() == "一、 把第一件事办好"
    assert long.tree.viewport().rect().contains(long.tree.visualRect(long.tree.currentIndex()))


def test_a_section_dragged_out_of_view_stands_at_the_top(long: Window) -> None:
    click(long, "第一件事")
    drop(long, "第一件事", "第六件事")
    assert 0.5 <= line_of(long, "一、把") <= 1.5


def test_a_section_moved_by_keys_stays_where_the_eye_is(long: Window) -> None:
    click(long, "第三件事")
    before = line_of(long, "三、把")
    QTest.keyClick(
        parts_of(long).page,
        Qt.Key.Key_Down,
        Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier,
    )
    QApplication.processEvents()
    texts = parts_of(long).controller.manuscript().text
    assert texts.index("四、把") < texts.index("三、把")
    assert abs(line_of(long, "三、把") - before) < 0.2
    assert long.tree.currentIndex().data() == "三、 把第三件事办好"


def test_undo_of_typing_shows_where_it_was_typed(long: Window) -> None:
    click(long, "第八件事")
    QTest.keyClicks(parts_of(long).page, "abc")
    click(long, "第一件事")
    QTest.keyClick(parts_of(long).page, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert 0.05 <= share_of_height(long) <= 0.8 and 0 <= line_of(long, "八、把") < 12


def test_undo_shows_what_it_takes_back_though_the_caret_is_elsewhere(long: Window) -> None:
    parts = parts_of(long)
    click(long, "第一件事")
    last = len(parts.controller.manuscript().paragraphs) - 3
    parts.controller.apply((Replace(Position(last, 0), Position(last, 2), "他们"),))
    for key in (Qt.Key.Key_Z, Qt.Key.Key_Y):
        parts.controller.show(Position(3, 0))
        QTest.keyClick(parts.page, key, Qt.KeyboardModifier.ControlModifier)
        assert parts.controller.caret().paragraph == 3
        assert parts.page.sees(parts.controller.cursor_at(Position(last, 0)))


def test_coming_back_from_the_numbers_leaves_the_page_as_it_was(
    long: Window, monkeypatch: pytest.MonkeyPatch
) -> None:
    click(long, "第八件事")
    drop(long, "第二件事", "第八件事")
    click(long, "第五件事")
    page = parts_of(long).page
    before = line_of(long, "五、把")

    def look_and_cancel(dialog: QDialog) -> None:
        rows = dialog.findChild(QListWidget)
        assert isinstance(rows, QListWidget)
        QTest.keyClick(rows, Qt.Key.Key_Down)
        QTest.keyClick(rows, Qt.Key.Key_End)
        QTest.keyClick(rows, Qt.Key.Key_Escape)

    answer(monkeypatch, RenumberDialog, look_and_cancel)
    run(long, "outline.renumber")
    assert abs(line_of(long, "五、把") - before) < 0.2 and page.sees(page.textCursor())


def test_a_long_selection_shows_its_beginning(long: Window) -> None:
    parts = parts_of(long)
    parts.controller.go_to(Position(20, 0), Position(40, 3))
    assert 0.2 <= share_of_height(long) <= 0.4
    assert parts.controller.selection() == (Position(20, 0), Position(40, 3))
