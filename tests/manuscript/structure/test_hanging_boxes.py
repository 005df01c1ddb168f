"""A text box goes where the paragraph goes that it hangs on."""

from editor.manuscript.edits import Move, Splice, apply_all
from editor.manuscript.manuscript import Manuscript
from editor.manuscript.paragraph import Paragraph
from editor.manuscript.structure.hanging_boxes import box_edits, box_edits_after

ROWS = (
    Paragraph("甲", 1),
    Paragraph("挂", 2, holds="文本框"),
    Paragraph("框一", 3, frame="文本框1"),
    Paragraph("框二", 4, frame="文本框1"),
    Paragraph("乙", 5),
    Paragraph("丙", 6),
)
TEXT = Manuscript(0, ROWS)


def words_after(*edits: Move | Splice) -> str:
    return "".join(
        p.text for p in apply_all(TEXT, (*edits, *box_edits_after(TEXT, edits))).paragraphs
    )


def test_a_box_follows_its_paragraph_down_and_up() -> None:
    assert words_after(Move(1, 2, 6)) == "甲乙丙挂框一框二"
    assert words_after(Move(1, 2, 0)) == "挂框一框二甲乙丙"


def test_a_paragraph_does_not_come_between_a_box_and_its_paragraph() -> None:
    assert words_after(Move(5, 6, 2)) == "甲挂框一框二丙乙"


def test_boxes_of_two_paragraphs_that_change_places_do_not_mix() -> None:
    rows = (
        Paragraph("挂", 1, holds="文本框"), Paragraph("框一", 2, frame="文本框1"),
        Paragraph("吊", 3, holds="图片、文本框"), Paragraph("框二", 4, frame="文本框2"),
    )  # fmt: skip
    text = Manuscript(0, rows)
    edits = (Move(2, 3, 0),)
    after = apply_all(text, (*edits, *box_edits_after(text, edits)))
    assert [p.text for p in after.paragraphs] == ["吊", "框二", "挂", "框一"]


def test_a_box_whose_paragraph_is_gone_stays_where_it_is() -> None:
    assert words_after(Splice(1, 2, ())) == "甲框一框二乙丙"


def test_where_all_boxes_hang_right_nothing_moves() -> None:
    assert box_edits(TEXT) == ()
    assert box_edits_after(TEXT, (Move(4, 5, 6),)) == ()
