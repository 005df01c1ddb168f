"""The tree beside the text: it follows, it moves sections, it keeps what is unfolded."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPoint, Qt
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from editor.analysis.analyzer import SpeechAnalyzer
from editor.checks.engine.checker import Checker
from editor.checks.engine.rule_set import RuleSet
from editor.manuscript.marks import Mark
from editor.manuscript.outline.sections import Section
from editor.manuscript.paragraph import Position
from editor.manuscript.structure.drop_rules import DropPosition
from editor.ui.document.controller import DocumentController
from editor.ui.look.palette import LIGHT
from editor.ui.page.page_view import PageView
from editor.ui.tree.outline_model import NODE, words_of
from editor.ui.tree.outline_panel import OutlinePanel
from editor.ui.tree.outline_view import OutlineView
from tests.notation import doc, lines

SPEECH = doc(
    "在云川市大会上的讲话 | 同志们： | 今天开会，我讲两点。 | 一、甲事 | （一）乙事 | 甲文。 | "
    "二、丁事 | 丁文。 | 同志们，让我们一起努力！"
)
BOLD = (Mark(0, 2, "bold", ""),)
LEFT = Qt.MouseButton.LeftButton
NO_BUTTON, NO_KEY = Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier


class Tree:
    """A panel, its view and its controller, in the hands of a test."""

    def __init__(self) -> None:
        self.controller = DocumentController(PageView(), SpeechAnalyzer(Checker(RuleSet(()))))
        self.view = OutlineView()
        self.panel = OutlinePanel(self.controller, self.view, LIGHT, 180)
        self.panel.resize(300, 500)
        self.panel.show()
        self.controller.load(SPEECH)
        self.said: list[str] = []
        self.panel.said.connect(self.said.append)
        QApplication.processEvents()

    def row(self, words: str) -> QModelIndex:
        model = self.view.model()
        start = model.index(0, 0)
        found = model.match(start, Qt.ItemDataRole.DisplayRole, words, 1, MATCH)
        return found[0]

    def sections(self) -> dict[str, Section]:
        _, outline = self.panel.editor.read()
        return {section.title: section for section in outline.walk()}

    def text(self) -> str:
        return lines(self.controller.manuscript())

    def drop(self, dragged: str, row: str, part: float) -> None:
        """Drag a row and let it go on another: ``part`` 0 its top, 1 its foot."""
        mime = self.view.model().mimeData([self.row(dragged)])
        box = self.view.visualRect(self.row(row))
        place = QPoint(box.center().x(), round(box.top() + part * (box.height() - 1)))
        move = Qt.DropAction.MoveAction
        for kind in (QDragMoveEvent, QDropEvent):
            event = kind(place, move, mime, Qt.MouseButton.LeftButton, NO_KEY)
            if kind is QDragMoveEvent:
                self.view.dragMoveEvent(event)  # type: ignore[arg-type]
            else:
                self.view.dropEvent(event)
                self.taken_away = event.dropAction() == move
        QApplication.processEvents()


MATCH = Qt.MatchFlag.MatchContains | Qt.MatchFlag.MatchRecursive


@pytest.fixture
def tree(application: object) -> Iterator[Tree]:
    made = Tree()
    yield made
    made.controller.close()
    made.panel.close()


def test_a_click_goes_there_and_the_caret_stands_behind_the_heading(tree: Tree) -> None:
    box = tree.view.visualRect(tree.row("丁事"))
    QTest.mouseClick(tree.view.viewport(), Qt.MouseButton.LeftButton, NO_KEY, box.center())
    assert tree.controller.caret() == Position(6, len("二、丁事"))


def test_the_row_of_the_caret_is_current(tree: Tree) -> None:
    tree.controller.go_to(Position(5, 1))
    assert words_of(tree.view.currentIndex().data(NODE)) == "（一） 乙事"


def test_the_row_of_the_caret_is_current_at_the_end_of_the_text_too(tree: Tree) -> None:
    tree.controller.go_to(Position(3, 1))
    tree.controller.go_to(tree.controller.manuscript().end)
    place = tree.controller.analysis().outline.path(tree.controller.caret())[-1]
    assert tree.view.currentIndex().data(NODE).section == place


def test_what_is_unfolded_stays_so_while_one_types(tree: Tree) -> None:
    tree.view.collapse(tree.row("甲事"))
    tree.controller.go_to(Position(7, 0))
    tree.controller.insert("又写了一句。")
    tree.controller.insert("\n三、新的一节\n")
    assert not tree.view.isExpanded(tree.row("甲事"))
    assert tree.view.isExpanded(tree.view.model().index(0, 0))


def test_a_title_that_had_no_sections_opens_when_it_gets_some(tree: Tree) -> None:
    tree.controller.load(doc(""))
    tree.panel.forget_expanded()
    tree.controller.load(doc("在云川市大会上的讲话"))
    tree.controller.go_to(Position(0, 10))
    tree.controller.insert("\n同志们：\n一、甲事\n甲文。\n二、丁事\n丁文。")
    assert tree.view.isExpanded(tree.view.model().index(0, 0))


@pytest.mark.parametrize(("row", "part"), [("甲事", 0.05), ("甲事", 0.5), ("开头", 0.95)])
def test_a_drop_moves_the_section_in_one_undo_step(tree: Tree, row: str, part: float) -> None:
    before = tree.text()
    tree.drop("丁事", row, part)
    assert tree.text().index("二、丁事 | 丁文。") < tree.text().index("一、甲事")
    tree.controller.undo()
    assert tree.text() == before


def test_a_drop_leaves_no_row_for_qt_to_take_away(tree: Tree) -> None:
    """In a real drag the view removes the dragged rows of its model when told of a move."""
    tree.drop("丁事", "甲事", 0.05)
    assert not tree.taken_away
    assert not tree.view.model().removeRows(0, 1)
    assert tree.view.model().rowCount() == 1


def test_a_drop_into_itself_changes_nothing(tree: Tree) -> None:
    before = tree.text()
    tree.drop("甲事", "乙事", 0.5)
    assert tree.text() == before


def test_a_drop_where_it_stands_is_told(tree: Tree) -> None:
    tree.drop("丁事", "结尾", 0.02)
    assert tree.said == ["已经在那里了。"]


def test_shifting_past_the_neighbour_and_back(tree: Tree) -> None:
    before = tree.text()
    tree.controller.go_to(Position(6, 2))
    tree.panel.shift(-1)
    assert tree.text().index("丁事") < tree.text().index("甲事")
    assert words_of(tree.view.currentIndex().data(NODE)) == "二、 丁事"
    tree.controller.undo()
    assert tree.text() == before


def test_levels_are_set_and_taken_off(tree: Tree) -> None:
    tree.controller.go_to(Position(7, 0))
    tree.panel.set_level(2)
    assert "（一）丁文。" in tree.text()
    tree.panel.set_level(0)
    assert " | 丁文。" in tree.text()


def test_where_no_section_is_it_is_said(tree: Tree) -> None:
    tree.controller.go_to(Position(1, 0))
    tree.panel.shift(1)
    assert len(tree.said) == 1
    tree.view.clearFocus()
    tree.view.clearSelection()
    tree.panel.shift(1)
    assert tree.said[1] == "光标不在有标题的节里。"


def test_a_drop_says_what_it_will_do_and_a_refused_one_why(tree: Tree) -> None:
    tree.drop("甲事", "称谓", 0.05)
    assert "称谓" in tree.said[-1]
    section = tree.sections()
    preview = tree.panel.editor.preview_drop(
        [section["丁事"]], section["甲事"], DropPosition.BEFORE
    )
    assert preview == (True, "放到“甲事”前面")


def test_the_salutation_is_dragged_only_to_be_told_that_it_stays(tree: Tree) -> None:
    before = tree.text()
    assert tree.row("同志们").flags() & Qt.ItemFlag.ItemIsDragEnabled
    tree.drop("同志们", "丁事", 0.95)
    assert tree.said == ["称谓跟着标题走，不单独移动。"] and tree.text() == before


def test_the_hint_of_a_drag_refuses_what_the_page_refuses(tree: Tree) -> None:
    section = tree.sections()
    dragged, where = [section["丁事"]], DropPosition.BEFORE
    assert tree.panel.editor.preview_drop(dragged, section["甲事"], where).possible
    tree.controller.view.protect(lambda _: "只看这一节")
    assert tree.panel.editor.preview_drop(dragged, section["甲事"], where) == (False, "只看这一节")
    tree.controller.view.protect(None)
    assert tree.panel.editor.preview_drop(dragged, section["甲事"], where).possible


def test_rows_selected_together_move_together_and_stay_selected(tree: Tree) -> None:
    tree.controller.load(
        doc("讲话 | 同志们： | 开头。 | 一、甲 | 甲文。 | 二、乙 | 乙文。 | 三、丙 | 丙文。")
    )
    model = tree.view.selectionModel()
    for words in ("甲", "乙"):
        model.select(tree.row(f"、 {words}"), QItemSelectionModel.SelectionFlag.Select)
    model.select(tree.view.model().index(0, 0), QItemSelectionModel.SelectionFlag.Deselect)
    tree.panel.shift(1)
    assert tree.text().endswith("三、丙 | 丙文。 | 一、甲 | 甲文。 | 二、乙 | 乙文。")
    assert [s.title for s in tree.view.chosen_sections()] == ["甲", "乙"]


def test_a_folded_section_is_folded_after_a_move_and_its_undo(tree: Tree) -> None:
    tree.view.collapse(tree.row("甲事"))
    tree.controller.go_to(Position(3, 2))
    tree.panel.shift(1)
    assert not tree.view.isExpanded(tree.row("甲事"))
    tree.controller.undo()
    tree.controller.refresh()
    assert not tree.view.isExpanded(tree.row("甲事"))
    tree.view.expand(tree.row("甲事"))
    tree.controller.redo()
    tree.controller.refresh()
    assert tree.view.isExpanded(tree.row("甲事"))


def test_selected_words_go_to_the_end_of_a_section(tree: Tree) -> None:
    tree.controller.go_to(Position(5, 0), Position(5, 3))
    section = tree.sections()["丁事"]
    tree.panel.collect(section)
    assert "二、丁事 | 丁文。 | 甲文。 | 同志们" in tree.text()
    tree.controller.undo()
    assert tree.controller.selected_text() == "甲文。"


class DragFromPage(QDragEnterEvent):
    """As Qt sends it: a drag knows the widget in which it began."""

    def __init__(self, page: PageView) -> None:
        self.mime, self.page = page.createMimeDataFromSelection(), page
        place, actions = QPoint(20, 20), Qt.DropAction.MoveAction | Qt.DropAction.CopyAction
        super().__init__(place, actions, self.mime, Qt.MouseButton.LeftButton, NO_KEY)

    def source(self) -> PageView:
        return self.page


def test_words_dragged_from_the_page_are_welcome(tree: Tree) -> None:
    tree.controller.go_to(Position(5, 0), Position(5, 3))
    event = DragFromPage(tree.controller.view)
    event.setDropAction(Qt.DropAction.IgnoreAction)
    event.ignore()
    tree.view.dragEnterEvent(event)
    assert event.isAccepted()


def test_words_dragged_from_the_page_take_their_looks_along(tree: Tree) -> None:
    bold = replace(SPEECH.paragraphs[5], marks=BOLD)
    paragraphs = (*SPEECH.paragraphs[:5], bold, *SPEECH.paragraphs[6:])
    tree.controller.load(replace(SPEECH, paragraphs=paragraphs))
    tree.controller.go_to(Position(5, 0), Position(5, 2))
    drag = DragFromPage(tree.controller.view)
    box = tree.view.visualRect(tree.row("丁事"))
    move = QDragMoveEvent(box.center(), Qt.DropAction.MoveAction, drag.mime, LEFT, NO_KEY)
    tree.view.dragMoveEvent(move)
    tree.view.dropEvent(QDropEvent(box.center(), Qt.DropAction.MoveAction, drag.mime, LEFT, NO_KEY))
    moved = tree.controller.manuscript().paragraphs[8]
    assert moved.text == "甲文" and [m.kind for m in moved.marks] == [BOLD[0].kind]
    tree.controller.undo()
    assert tree.controller.manuscript().paragraphs[5].marks == BOLD


def test_words_of_another_text_are_not_taken_for_the_selected_ones(tree: Tree) -> None:
    other = PageView()
    other.load(SPEECH)
    other.selectAll()
    event = DragFromPage(other)
    event.setDropAction(Qt.DropAction.IgnoreAction)
    event.ignore()
    tree.view.dragEnterEvent(event)
    assert not event.isAccepted()


def test_what_is_seen_comes_back_with_undo_and_redo(tree: Tree) -> None:
    body = "要办好。" + "再说一句。" * 60
    parts = [f"{'一二三四五六七八九'[n]}、第{n}件事 | {body}" for n in range(9)]
    tree.controller.load(doc("讲话 | 同志们： | 开头。 | " + " | ".join(parts)))
    view = tree.controller.view
    view.resize(600, 400)
    view.show()
    for _ in range(2):  # the first time the heights above are guesses
        tree.controller.go_to(Position(11, 2))
        QApplication.processEvents()
    before = view.cursorRect().top()
    tree.panel.shift(1)
    assert abs(view.cursorRect().top() - before) <= 2
    tree.controller.go_to(Position(0, 0))
    QApplication.processEvents()
    tree.controller.undo()
    assert abs(view.cursorRect().top() - before) <= 2
    assert tree.controller.caret() == Position(11, 2)
    tree.controller.go_to(Position(0, 0))
    tree.controller.redo()
    assert tree.controller.caret() == Position(13, 2)
    assert 0 <= view.cursorRect().top() < view.viewport().height()


def test_a_command_is_about_the_row_that_is_lit_when_the_caret_is_in_one_folded_under_it() -> None:
    tree = Tree()
    tree.view.collapse(tree.row("甲事"))
    tree.controller.go_to(Position(5, 1))
    QApplication.processEvents()
    assert [s.title for s in tree.view.chosen_sections()] == ["甲事"]
    assert [s.title for s in tree.panel.sections()] == ["甲事"]
    tree.view.expandAll()
    tree.controller.go_to(Position(5, 2))
    QApplication.processEvents()
    assert [s.title for s in tree.panel.sections()] == ["乙事"]


def test_a_whole_paragraph_put_into_a_section_is_what_is_selected_then() -> None:
    tree = Tree()
    tree.controller.go_to(Position(5, 0), Position(6, 0))  # as three clicks take it
    tree.panel.collect(tree.sections()["丁事"])
    assert tree.controller.selected_text() == "甲文。"
    assert "丁文。 | 甲文。" in tree.text()
    assert sorted(tree.text()) == sorted(lines(SPEECH))
