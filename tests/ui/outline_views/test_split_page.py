"""Two places of one text: whatever is done in either, both show the same, and undo is one."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QCoreApplication, QEvent, QMimeData, QObject, QPointF, Qt
from PySide6.QtGui import QDropEvent, QInputMethodEvent, QKeyEvent, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from editor.intake.pasted import PastedRun
from editor.manuscript.edits import Move, Replace, Splice
from editor.manuscript.manuscript import Manuscript
from editor.manuscript.marks import BOLD, RUN, Mark
from editor.manuscript.paragraph import Paragraph, Position
from editor.ui.document.controller import DocumentController
from editor.ui.document.tracked_document import read_document
from editor.ui.outline_views.split_page import move_between_pages
from editor.ui.outline_views.split_view import SplitView
from editor.ui.page.page_view import PageView
from tests.notation import doc, lines
from tests.ui.page.pages import controller_of

CONTROL = Qt.KeyboardModifier.ControlModifier


class Two:
    """A controller with its second place, and hands for both."""

    def __init__(self, manuscript: Manuscript) -> None:
        self.controller: DocumentController = controller_of(manuscript)
        self.second = SplitView(self.controller, self.controller.view)
        self.pages: tuple[PageView, PageView] = (self.controller.view, self.second.page)
        for page in (self.controller.view, self.second):
            page.resize(500, 400)
            page.show()

    def key(self, place: int, key: Qt.Key, modifier: Qt.KeyboardModifier | None = None) -> None:
        QTest.keyClick(self.pages[place], key, modifier or Qt.KeyboardModifier.NoModifier)

    def type(self, place: int, words: str) -> None:
        for char in words:
            key = QKeyEvent(QKeyEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, char)
            QApplication.sendEvent(self.pages[place], key)

    def compose(self, place: int, preedit: str, commit: str) -> None:
        for shown, given_ in ((preedit, ""), ("", commit)):
            event = QInputMethodEvent(shown, [])
            event.setCommitString(given_)
            QApplication.sendEvent(self.pages[place], event)

    def paste(self, place: int, words: str) -> None:
        mime = QMimeData()
        mime.setText(words)
        self.pages[place].insertFromMimeData(mime)

    def caret(self, place: int, start: Position, end: Position | None = None) -> None:
        page = self.pages[place]
        cursor = page.textCursor()
        cursor.setPosition(page.tracked.flat(start))
        cursor.setPosition(page.tracked.flat(end or start), QTextCursor.MoveMode.KeepAnchor)
        page.setTextCursor(cursor)

    def text(self) -> str:
        self.check()
        return lines(self.controller.manuscript())

    def check(self) -> None:
        one, two = (p.tracked for p in self.pages)
        assert one.manuscript().paragraphs == two.manuscript().paragraphs
        assert read_document(two.document, two.table) == two.manuscript().paragraphs
        assert not two.document.isUndoAvailable()

    def place(self, which: int) -> Position:
        page = self.pages[which]
        return page.tracked.place(page.textCursor().position())

    def end(self) -> None:
        self.second.leave()
        self.controller.close()
        # Here and now: another thread's garbage collection must not find them.
        self.second.deleteLater()
        self.controller.view.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


@pytest.fixture
def two() -> Iterator[Callable[[Manuscript], Two]]:
    made: list[Two] = []

    def make(manuscript: Manuscript) -> Two:
        made.append(Two(manuscript))
        return made[-1]

    yield make
    for one in made:
        one.end()


Make = Callable[[Manuscript], Two]


def test_what_is_typed_in_either_place_stands_in_both(two: Make) -> None:
    both = two(doc("甲 | 乙 | 丙"))
    both.caret(1, Position(2, 1))
    both.type(1, "好𠮷b")
    both.caret(0, Position(0, 1))
    both.type(0, "早")
    assert both.text() == "甲早 | 乙 | 丙好𠮷b"
    both.key(1, Qt.Key.Key_Backspace)
    both.key(1, Qt.Key.Key_Backspace)
    both.key(1, Qt.Key.Key_Return)
    both.key(0, Qt.Key.Key_Delete)
    assert both.text() == "甲早乙 | 丙好 | "
    assert both.place(0) == Position(0, 2) and both.place(1) == Position(2, 0)


def test_what_is_cut_in_one_place_keeps_its_number_in_the_other(two: Make) -> None:
    both = two(Manuscript(0, (Paragraph("甲", 1, "一、"), Paragraph("乙", 2), Paragraph(""))))
    both.caret(1, Position(0, 0), Position(1, 0))
    cut = both.pages[1].createMimeDataFromSelection()
    both.key(1, Qt.Key.Key_Delete)
    both.caret(0, Position(1, 0))
    both.pages[0].insertFromMimeData(cut)
    assert [(p.key, p.label) for p in both.controller.manuscript().paragraphs][1] == (1, "一、")


def test_undo_in_either_place_takes_back_the_last_step_wherever_it_was_made(two: Make) -> None:
    both = two(doc("甲 | 乙"))
    both.caret(0, Position(0, 1))
    both.type(0, "早上")
    both.caret(1, Position(1, 1))
    both.type(1, "晚上")
    both.key(0, Qt.Key.Key_Z, CONTROL)
    assert both.text() == "甲早上 | 乙"
    both.key(1, Qt.Key.Key_Z, CONTROL)
    assert both.text() == "甲 | 乙"
    both.key(1, Qt.Key.Key_Y, CONTROL)
    both.key(0, Qt.Key.Key_Y, CONTROL)
    assert both.text() == "甲早上 | 乙晚上"


def test_typing_and_deleting_go_into_the_same_undo_steps_as_on_the_page(two: Make) -> None:
    steps: list[int] = []
    for place in (0, 1):
        both = two(doc("甲乙丙丁"))
        both.caret(place, Position(0, 2))
        both.type(place, "早上好")
        for _ in range(4):
            both.key(place, Qt.Key.Key_Backspace)
        both.compose(place, "hao", "好的")
        both.compose(place, "ne", "呢")
        both.caret(place, Position(0, 0), Position(0, 2))
        both.type(place, "换了")
        for _ in range(2):
            both.key(place, Qt.Key.Key_Delete)
        both.check()
        steps.append(both.controller.view.document().availableUndoSteps())
        both.controller.view.document().undo()
        both.controller.view.document().undo()
    assert steps[0] == steps[1] > 3


def test_nothing_goes_over_while_an_input_method_composes(two: Make) -> None:
    both = two(doc("甲 | 乙"))
    both.caret(1, Position(1, 1))
    seen: list[object] = []
    both.controller.view.tracked.changed.connect(seen.append)
    for letters in ("y", "yu", "yun"):
        QApplication.sendEvent(both.pages[1], QInputMethodEvent(letters, []))
    assert not seen and both.controller.view.composing() and both.text() == "甲 | 乙"
    both.compose(1, "yunchuan", "云川")
    assert both.text() == "甲 | 乙云川" and not both.controller.view.composing()


def test_what_is_composed_over_paragraphs_replaces_them_in_both(two: Make) -> None:
    both = two(doc("甲乙 | 丙丁"))
    both.caret(1, Position(0, 1), Position(1, 1))
    both.compose(1, "yun", "云")
    assert both.text() == "甲云丁"


def test_each_place_keeps_its_caret_and_its_scroll(two: Make) -> None:
    both = two(Manuscript(0, tuple(Paragraph("一二三四五" * 12, key=n + 1) for n in range(60))))
    for place, line in ((0, 50), (1, 30)):
        both.caret(place, Position(line, 3))
        both.pages[place].ensureCursorVisible()
    QApplication.processEvents()
    top = both.pages[0].cursorRect().top()
    both.type(1, "添了很多字" * 20)
    both.key(1, Qt.Key.Key_Return)
    both.key(1, Qt.Key.Key_Z, CONTROL)
    both.key(1, Qt.Key.Key_Y, CONTROL)
    QApplication.processEvents()
    assert both.place(0) == Position(51, 3) and both.pages[0].cursorRect().top() == top
    top = both.pages[1].cursorRect().top()
    both.caret(0, Position(3, 0))
    both.type(0, "又添了很多字" * 20)
    both.controller.activate(both.pages[0])
    both.controller.apply((Move(0, 1, 10), Splice(5, 7, ())))
    QApplication.processEvents()
    assert both.place(1) == Position(29, 0) and both.pages[1].cursorRect().top() == top


def test_properties_and_moves_go_over_too(two: Make) -> None:
    text = Manuscript(0, tuple(Paragraph(w, n, label=f"{n}.") for n, w in enumerate("甲乙丙丁", 1)))
    both = two(text)
    both.caret(1, Position(1, 1))
    both.controller.apply((Move(0, 2, 4),))
    assert both.text() == "丙 | 丁 | 甲 | 乙" and both.place(1) == Position(3, 1)
    both.controller.apply((Splice(0, 1, (Paragraph("丙", 3, label="一、", style="heading1"),)),))
    both.check()
    both.controller.undo()
    both.controller.undo()
    assert both.text() == "甲 | 乙 | 丙 | 丁" and both.place(1) == Position(1, 1)


def test_another_text_is_shown_in_both(two: Make) -> None:
    both = two(doc("甲 | 乙"))
    both.type(1, "x")
    both.controller.load(Manuscript(0, (Paragraph("新", 7, "一、"), Paragraph("文"))))
    assert both.text() == "新 | 文"
    both.type(1, "y")
    both.check()


def test_a_paste_is_cleaned_and_one_step(two: Make) -> None:
    both = two(doc("甲 | 乙"))
    both.caret(1, Position(0, 1))
    asked: list[PastedRun] = []
    both.controller.view.paste_is_messy.connect(asked.append)
    both.pages[1].messy = lambda text: "范文" in text
    both.paste(1, "\ufeff范文\r\n网\x00")
    assert both.text() == "甲范文 | 网 | 乙"
    assert asked == [PastedRun(Position(0, 1), Position(1, 1), "范文\n网")]
    assert both.place(1) == Position(1, 1)
    both.key(0, Qt.Key.Key_Z, CONTROL)
    assert both.text() == "甲 | 乙"


def test_what_may_not_be_changed_may_not_be_changed_from_there(two: Make) -> None:
    both = two(doc("甲 | 乙"))
    both.controller.view.protect(lambda edits: "不能改")
    said: list[str] = []
    both.controller.refused.connect(said.append)
    both.type(1, "x")
    both.compose(1, "y", "云")
    both.key(1, Qt.Key.Key_Return)
    assert both.text() == "甲 | 乙" and said == ["不能改"] * 4


class Dropped(QDropEvent):
    """A drop as if it came from another view; only a real drag has a source."""

    def __init__(self, source: PageView, target: PageView, place: Position) -> None:
        cursor = target.textCursor()
        cursor.setPosition(target.tracked.flat(place))
        at = QPointF(target.cursorRect(cursor).center())
        both = Qt.DropAction.MoveAction | Qt.DropAction.CopyAction
        left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        self.words = source.createMimeDataFromSelection()
        super().__init__(at, both, self.words, left, none)
        self.setDropAction(Qt.DropAction.MoveAction)
        self._source = source

    def source(self) -> QObject:
        return self._source


@pytest.mark.parametrize("place", [0, 1])
def test_words_dragged_to_the_other_place_move_there_in_one_step(two: Make, place: int) -> None:
    both = two(doc("甲乙 | 丙丁"))
    both.caret(place, Position(0, 0), Position(0, 1))
    source, target = both.pages[place], both.pages[1 - place]
    event = Dropped(source, target, Position(1, 1))
    assert move_between_pages(source, target, event)
    assert event.dropAction() == Qt.DropAction.CopyAction  # Qt takes nothing out itself
    assert both.text() == "乙 | 丙甲丁"
    both.key(0, Qt.Key.Key_Z, CONTROL)
    assert both.text() == "甲乙 | 丙丁"


def test_who_works_in_the_second_place_has_his_caret_there(two: Make) -> None:
    both = two(doc("甲 | 乙"))
    heard: list[Position] = []
    both.controller.caret_moved.connect(heard.append)
    both.controller.activate(both.pages[1])
    both.caret(1, Position(1, 1))
    assert both.controller.caret() == Position(1, 1) == heard[-1]
    both.controller.insert("们")
    assert both.text() == "甲 | 乙们" and both.place(0) == Position(0, 0)
    both.controller.go_to(Position(0, 1))
    both.controller.insert("早")
    assert both.text() == "甲早 | 乙们"


def test_after_it_is_closed_nothing_is_followed() -> None:
    both = Two(doc("甲 | 乙"))
    both.second.leave()
    both.type(0, "x")
    assert lines(both.second.page.tracked.manuscript()) == "甲 | 乙"
    assert (
        both.controller.active_view is both.controller.view and not both.controller.view.composing()
    )
    both.controller.close()


PLACES = st.tuples(st.integers(0, 6), st.integers(0, 6))
WORDS = st.text("甲乙x𠮷 \n", max_size=4)
ACTS = st.one_of(
    st.tuples(st.just("caret"), PLACES, PLACES),
    st.tuples(st.just("type"), st.sampled_from(["甲", "x", "甲甲", "𠮷乙"])),
    st.tuples(st.just("compose"), st.sampled_from(["", "好", "云川"])),
    st.tuples(st.just("paste"), WORDS),
    st.tuples(
        st.just("key"),
        st.sampled_from([Qt.Key.Key_Return, Qt.Key.Key_Backspace, Qt.Key.Key_Delete]),
    ),
    st.tuples(st.sampled_from(["undo", "redo", "cut", "apply"])),
)


def act(both: Two, place: int, what: tuple) -> None:
    page, count = both.pages[place], both.controller.view.tracked.count()
    match what:
        case ("caret", start, end):
            both.caret(place, Position(*start), Position(*end))
        case ("type", words):
            both.type(place, words)
        case ("compose", words):
            both.compose(place, "pin", words)
        case ("paste", words):
            both.paste(place, words)
        case ("key", key):
            both.key(place, key)
        case ("cut",):
            page.cut()
        case ("apply",):
            page.perform((Move(0, 1, count), Replace(Position(0, 0), Position(0, 0), "前")))
        case ("undo" | "redo" as step,):
            getattr(page, step)()


@settings(max_examples=100)
@given(st.lists(st.tuples(st.integers(0, 1), ACTS), max_size=14))
def test_whatever_is_done_where_both_are_the_same(acts: list[tuple[int, tuple]]) -> None:
    looks = (Mark(0, 2, RUN, "1.0"), Mark(1, 3, BOLD), Mark(2, 4, RUN, "1.1"))
    rich = Paragraph("甲甲甲乙", 1, "一、", marks=looks)
    before = Manuscript(0, (rich, Paragraph("丙𠮷", 2), Paragraph("", 3)))
    both = Two(before)
    for place, what in acts:
        act(both, place, what)
        both.check()
        for page in both.pages:
            assert page.textCursor().position() < page.document().characterCount()
    after = both.controller.manuscript().paragraphs
    steps = both.controller.view.document().availableUndoSteps()
    for number in range(steps):
        both.pages[number % 2].undo()
        both.check()
    assert both.controller.manuscript().paragraphs == before.paragraphs
    while both.controller.view.document().availableUndoSteps() < steps:
        both.pages[0].redo()
    assert both.controller.manuscript().paragraphs == after
    both.end()
