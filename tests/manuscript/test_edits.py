"""The laws of edits: apply and map."""

from hypothesis import given
from hypothesis import strategies as st

from editor.manuscript.edits import (
    Edit,
    Move,
    Replace,
    Splice,
    apply,
    apply_all,
    from_last,
    map_position,
    map_span,
)
from editor.manuscript.manuscript import Manuscript, Offsets
from editor.manuscript.paragraph import Paragraph, Position, Span
from tests.notation import doc, lines

TEXT = st.text("一二三X，。𠮷😀\u2028 a1", max_size=8)


@st.composite
def manuscripts(draw: st.DrawFn) -> Manuscript:
    texts = draw(st.lists(TEXT, min_size=1, max_size=6))
    return Manuscript(0, tuple(Paragraph(t, key=n + 1, label=str(n)) for n, t in enumerate(texts)))


@st.composite
def places(draw: st.DrawFn, m: Manuscript) -> Position:
    paragraph = draw(st.integers(0, len(m.paragraphs) - 1))
    return Position(paragraph, draw(st.integers(0, len(m.paragraphs[paragraph].text))))


@st.composite
def edits(draw: st.DrawFn, m: Manuscript) -> Edit:
    count = len(m.paragraphs)
    kind = draw(st.sampled_from(["replace", "splice", "move"]))
    if kind == "replace":
        start, end = sorted([draw(places(m)), draw(places(m))])
        text = draw(st.lists(TEXT, min_size=1, max_size=3))
        return Replace(start, end, "\n".join(text))
    first, last = sorted([draw(st.integers(0, count)), draw(st.integers(0, count))])
    if kind == "splice":
        new = draw(st.lists(TEXT, min_size=0 if last - first < count else 1, max_size=3))
        return Splice(first, last, tuple(Paragraph(t, key=90 + n) for n, t in enumerate(new)))
    before = draw(st.sampled_from([*range(first + 1), *range(last, count + 1)]))
    return Move(first, last, before)


@given(st.data())
def test_a_mapped_place_is_a_place_and_replacing_keeps_order(data: st.DataObject) -> None:
    m = data.draw(manuscripts())
    edit = data.draw(edits(m))
    new = apply(m, edit)
    a, b = sorted([data.draw(places(m)), data.draw(places(m))])
    for position in (a, b):
        mapped = map_position(edit, position)
        assert mapped.offset <= len(new.paragraphs[mapped.paragraph].text)
    if isinstance(edit, Replace):
        assert map_position(edit, a) <= map_position(edit, b)


@given(st.data())
def test_a_span_that_survives_still_reads_the_same(data: st.DataObject) -> None:
    m = data.draw(manuscripts())
    edit = data.draw(edits(m))
    a, b = sorted([data.draw(places(m)), data.draw(places(m))])
    if a.paragraph != b.paragraph:
        return
    kept = map_span(edit, Span(a.paragraph, a.offset, b.offset))
    if kept is not None:
        new = apply(m, edit).paragraphs[kept.paragraph].text
        assert new[kept.start : kept.end] == m.paragraphs[a.paragraph].text[a.offset : b.offset]


@given(manuscripts())
def test_flat_offsets_and_places_are_the_same_thing(m: Manuscript) -> None:
    offsets = Offsets(m)
    for flat in range(len(m.text) + 1):
        assert offsets.flat(offsets.place(flat)) == flat


def test_replacements_found_side_by_side_fit_from_the_last() -> None:
    m = doc("X工会 | X年X月")
    found = [
        Replace(Position(0, 0), Position(0, 1), "市总"),
        Replace(Position(1, 2), Position(1, 3), "5"),
    ]
    assert lines(apply_all(m, from_last(found))) == "市总工会 | X年5月"


def test_a_split_keeps_the_identity_with_the_first_part() -> None:
    m = Manuscript(0, (Paragraph("甲乙", key=7),))
    done = apply(m, Replace(Position(0, 1), Position(0, 1), "\n"))
    assert [p.key for p in done.paragraphs] == [7, 0]
