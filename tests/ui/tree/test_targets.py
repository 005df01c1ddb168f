"""Where a dragged section goes, side by side."""

import pytest

from editor.manuscript.outline import outline_of
from editor.manuscript.paragraph import Position
from editor.manuscript.sections import Section
from editor.ui.tree.targets import BEFORE_OPENING, BEHIND_CLOSING, INTO_ITSELF, Side, target_of
from tests.notation import doc

SPEECH = doc(
    "在云川市大会上的讲话 | 同志们： | 今天开会，我讲两点。 | 一、甲事 | （一）乙事 | 文字。 | "
    "（二）丙事 | 文字。 | 二、丁事 | 文字。 | 同志们，让我们一起努力！"
)
SECTIONS = list(outline_of(SPEECH).walk())


def named(words: str) -> Section:
    """The section with this title, or number of a part."""
    return next(s for s in SECTIONS if words in (s.title, s.kind.value))


@pytest.mark.parametrize(
    ("dragged", "row", "side", "place"),
    [
        ("丁事", "甲事", Side.ABOVE, Position(3, 0)),
        ("丁事", "甲事", Side.ON, Position(3, 0)),
        ("甲事", "丁事", Side.ON, Position(10, 0)),
        ("甲事", "丁事", Side.BELOW, Position(10, 0)),
        ("丙事", "丁事", Side.ON, Position(10, 0)),
        ("丁事", "甲事", Side.BELOW_OPEN, Position(4, 0)),
        ("丙事", "opening", Side.BELOW, Position(3, 0)),
        ("甲事", "closing", Side.ABOVE, Position(10, 0)),
        ("甲事", "title", Side.ON, Position(10, 0)),
    ],
)
def test_a_row_and_a_side_are_a_place(dragged: str, row: str, side: Side, place: Position) -> None:
    assert target_of(named(dragged), named(row), side).place == place


@pytest.mark.parametrize(
    ("dragged", "row", "side", "words"),
    [
        ("甲事", "甲事", Side.ON, INTO_ITSELF),
        ("甲事", "丙事", Side.ABOVE, INTO_ITSELF),
        ("甲事", "salutation", Side.ABOVE, BEFORE_OPENING),
        ("甲事", "closing", Side.BELOW, BEHIND_CLOSING),
    ],
)
def test_what_makes_no_sense_is_refused_in_words(
    dragged: str, row: str, side: Side, words: str
) -> None:
    target = target_of(named(dragged), named(row), side)
    assert target.place is None and target.refusal == words
