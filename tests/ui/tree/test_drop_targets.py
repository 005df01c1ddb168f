"""Where a dragged section goes, side by side."""

import pytest

from editor.manuscript.outline.reader import outline_of
from editor.manuscript.outline.sections import Section
from editor.manuscript.structure.drop_rules import DropPosition
from editor.ui.tree.drop_targets import RowPart, target_under_mouse
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
    ("dragged", "row", "side", "anchor", "where"),
    [
        ("丁事", "甲事", RowPart.ABOVE, "甲事", DropPosition.BEFORE),
        ("丁事", "甲事", RowPart.ON, "甲事", DropPosition.BEFORE),
        ("甲事", "丁事", RowPart.ON, "丁事", DropPosition.AFTER),
        ("甲事", "丁事", RowPart.BELOW, "丁事", DropPosition.AFTER),
        ("丙事", "丁事", RowPart.ON, "丁事", DropPosition.INSIDE),
        ("丙事", "甲事", RowPart.BELOW_OPEN, "乙事", DropPosition.BEFORE),
        ("丁事", "甲事", RowPart.BELOW_OPEN, "甲事", DropPosition.AFTER),
        ("丁事", "title", RowPart.BELOW_OPEN, "甲事", DropPosition.BEFORE),
        ("甲事", "title", RowPart.ON, "title", DropPosition.INSIDE),
    ],
)
def test_a_row_and_a_side_are_a_neighbour(
    dragged: str, row: str, side: RowPart, anchor: str, where: DropPosition
) -> None:
    assert target_under_mouse(named(dragged), named(row), side) == (named(anchor), where)
