"""What stands beside the speech stays with its paragraph while there is a letter of it."""

from hypothesis import given
from hypothesis import strategies as st

from editor.manuscript.edits import Move, Replace, Splice, apply
from editor.manuscript.file_objects import ObjectKind
from editor.manuscript.manuscript import Manuscript
from editor.manuscript.marks import RUN
from editor.manuscript.paragraph import Paragraph, Position
from editor.manuscript.side_texts import SideText, anchors

LETTERS = "甲乙丙丁"
BESIDE = tuple(SideText(w, ObjectKind.FOOTNOTE, n, ()) for n, w in enumerate(LETTERS, 1))
SPEECH = Manuscript(0, tuple(Paragraph(w * 3, n) for n, w in enumerate(LETTERS, 1)), beside=BESIDE)


def place(draw: st.DrawFn, m: Manuscript) -> Position:
    at = draw(st.integers(0, len(m.paragraphs) - 1))
    return Position(at, draw(st.integers(0, len(m.paragraphs[at].text))))


@st.composite
def edited(draw: st.DrawFn) -> Manuscript:
    """The speech after some edits, which bring no letters of it from elsewhere."""
    m = SPEECH
    for _ in range(draw(st.integers(1, 6))):
        last = len(m.paragraphs)
        kind = draw(st.sampled_from(["write", "take", "move"]))
        if kind == "write":
            start, end = sorted([place(draw, m), place(draw, m)])
            m = apply(m, Replace(start, end, draw(st.sampled_from(["", "子", "子\n丑", "\n"]))))
        elif kind == "take" and last > 1:
            first = draw(st.integers(0, last - 1))
            m = apply(m, Splice(first, first + 1, ()))
        elif kind == "move" and last > 1:
            first = draw(st.integers(0, last - 1))
            m = apply(m, Move(first, first + 1, draw(st.integers(0, last - 1))))
    return m


@given(edited())
def test_it_is_not_lost_while_a_letter_stands_and_stands_where_something_of_it_does(
    m: Manuscript,
) -> None:
    for text, at in zip(m.beside, anchors(m.beside, m.paragraphs), strict=True):
        if at is None:
            assert not any(text.place in p.text for p in m.paragraphs)
        else:
            stands = m.paragraphs[at]
            runs = [mark.value for mark in stands.marks if mark.kind == RUN]
            assert text.key == stands.key or str(text.key) in runs
