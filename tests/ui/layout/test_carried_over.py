"""What stands beside a paragraph goes with it until the text is read again."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from editor.manuscript.edits import Move, Replace, Splice
from editor.manuscript.paragraph import Paragraph, Position, Span
from editor.ui.document.controller import DocumentController
from editor.ui.layout.carried_over import found_again, pairs
from editor.ui.layout.paragraph_style import Underline, UnderlineKind
from tests.notation import doc
from tests.ui.page.pages import controller_of

SPEECH = doc("一、甲事 | 甲文XX。 | 二、乙事 | 乙文，很长的一段。 | 三、丙事 | 丙文。")
MARK = (Underline(2, 4, UnderlineKind.BLANK),)


@pytest.fixture
def controller(application: object) -> Iterator[DocumentController]:
    made = controller_of(SPEECH)
    yield made
    made.close()


def lines(*texts: str) -> list[Paragraph]:
    return [Paragraph(text) for text in texts]


def test_a_paragraph_is_found_where_it_went_each_once() -> None:
    assert found_again(lines("甲", "乙", "甲"), lines("甲", "丙", "甲", "甲", "乙")) == [
        0, None, 2, None, 1,
    ]  # fmt: skip


def test_what_is_left_over_was_edited_in_order() -> None:
    assert pairs(3, [None, 1, None]) == [(0, 0), (2, 2)]
    assert pairs(1, [None, None]) == [(0, 0)]
    assert pairs(3, [None, None]) == [] and pairs(0, [None, None]) == []


def test_a_mark_goes_with_its_paragraph(controller: DocumentController) -> None:
    decorations = controller.view.decorations
    decorations.mark({1: MARK})
    controller.view.perform((Move(0, 2, 4),))
    assert decorations.marks(3) == MARK and decorations.marks(1) == ()
    controller.view.undo()
    assert decorations.marks(1) == MARK and decorations.marks(3) == ()


def test_a_mark_goes_far_with_its_paragraph(
    controller: DocumentController, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("editor.ui.document.edit_block.FAR", 0)
    decorations = controller.view.decorations
    decorations.mark({1: MARK})
    height = decorations.column.height(1)
    controller.view.perform((Move(0, 2, 5),))
    assert (
        decorations.marks(4) == MARK
        and decorations.marks(1) == ()
        and decorations.column.height(4) == height
    )
    controller.view.undo()
    assert decorations.marks(1) == MARK and decorations.marks(4) == ()


def test_a_mark_stays_on_its_words_in_an_edit_of_several_paragraphs(
    controller: DocumentController,
) -> None:
    decorations = controller.view.decorations
    decorations.mark({1: MARK})
    here, there = Position(1, 0), Position(3, 0)
    controller.view.perform((Replace(here, here, "新："), Replace(there, there, "新：")))
    assert decorations.marks(1) == (Underline(4, 6, UnderlineKind.BLANK),)


def test_moved_paragraphs_keep_their_heights_until_and_when_they_are_seen(
    controller: DocumentController,
) -> None:
    controller.view.resize(500, 700)
    controller.view.grab()
    column = controller.view.decorations.column
    before = [column.height(n) for n in range(6)]
    controller.view.perform((Move(2, 4, 6),))
    assert [column.height(n) for n in range(6)] == [*before[:2], *before[4:], *before[2:4]]
    controller.view.grab()
    assert [column.height(n) for n in range(6)] == [*before[:2], *before[4:], *before[2:4]]


def test_what_is_put_in_is_laid_at_once(controller: DocumentController) -> None:
    controller.view.perform((Splice(2, 2, (Paragraph("新的一段。" * 60),)),))
    shown = controller.view.decorations
    assert shown.laid[2] and not shown.hits.of(2)
    assert shown.column.height(2) > shown.column.height(1)


def test_places_of_the_page_are_right_after_a_move(controller: DocumentController) -> None:
    controller.view.perform((Move(0, 2, 6),))
    layout = controller.view.document().documentLayout()
    tops = [
        layout.blockBoundingRect(controller.view.document().findBlockByNumber(n)).top()
        for n in range(6)
    ]
    assert tops == sorted(tops) and len(set(tops)) == 6
    assert controller.view.tracked.paragraph(4).text == "一、甲事"
    assert Span(4, 0, 4).head == Position(4, 0)
