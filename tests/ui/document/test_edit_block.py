import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtGui import QTextDocument

from editor.manuscript.edits import Edit, Move, Replace, Splice, apply, apply_all
from editor.manuscript.manuscript import Manuscript
from editor.manuscript.marks import BOLD, LINK, RUN, Mark, cut, implied, merged
from editor.manuscript.paragraph import Paragraph, Position
from editor.ui.document.edit_block import FAR, apply_edits
from editor.ui.document.tracked_document import DocumentChange, TrackedDocument, read_document
from tests.effort import effort
from tests.notation import doc

words = st.text(alphabet="一、二（）X𠮷😀\u2028\u00a0", max_size=6)
looks = st.sampled_from([(RUN, "1"), (RUN, "2.3"), (BOLD, ""), (LINK, "甲")])
stretches = st.tuples(st.integers(0, 5), st.integers(0, 6), looks)


@st.composite
def plain(draw: st.DrawFn) -> Paragraph:
    text, label = draw(words), draw(st.sampled_from(["", "一、"]))
    marks = [Mark(a, b, *look) for a, b, look in draw(st.lists(stretches, max_size=3))]
    return Paragraph(text, label=label, marks=cut(merged(marks), 0, len(text)))


@st.composite
def manuscripts(draw: st.DrawFn) -> Manuscript:
    made = draw(st.lists(plain(), min_size=1, max_size=6))
    keyed = [
        Paragraph(
            p.text,
            draw(st.sampled_from([0, n])),
            p.label,
            draw(st.sampled_from(["", "title"])),
            marks=implied(n, len(p.text), p.marks),
        )
        for n, p in enumerate(made, 1)
    ]
    return Manuscript(0, tuple(keyed))


@st.composite
def edits_of(draw: st.DrawFn, m: Manuscript) -> Edit:
    count = len(m.paragraphs)
    kind = draw(st.sampled_from(["replace", "splice", "move"]))
    first, last = sorted(draw(st.tuples(st.integers(0, count), st.integers(0, count))))
    if kind == "replace":
        places = [(n, o) for n, p in enumerate(m.paragraphs) for o in range(len(p.text) + 1)]
        start, end = sorted(draw(st.tuples(st.sampled_from(places), st.sampled_from(places))))
        text = draw(st.text(alphabet="甲𠮷\n", max_size=5))
        heads = draw(st.lists(st.builds(Paragraph, st.just(""), st.integers(50, 60)), max_size=2))
        own = draw(st.sampled_from([None, (), (Mark(0, 2, BOLD), Mark(1, 4, RUN, "7"))]))
        marks = cut(own, 0, len(text)) if own else own
        return Replace(Position(*start), Position(*end), text, tuple(heads), marks)
    if kind == "splice":
        made = draw(st.lists(plain(), min_size=1 if (first, last) == (0, count) else 0, max_size=3))
        return Splice(first, last, tuple(made))
    return Move(first, last, draw(st.sampled_from([*range(first + 1), *range(last, count + 1)])))


def tracked_text(m: Manuscript) -> TrackedDocument:
    tracked = TrackedDocument(QTextDocument())
    tracked.load(m)
    return tracked


def afresh(tracked: TrackedDocument) -> tuple[Paragraph, ...]:
    return read_document(tracked.document, tracked.table)


@pytest.fixture(params=[0, FAR], ids=["told apart", "told together"])
def far(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> int:
    monkeypatch.setattr("editor.ui.document.edit_block.FAR", request.param)
    return request.param


SAME = [*settings().suppress_health_check, HealthCheck.function_scoped_fixture]


@settings(max_examples=150, suppress_health_check=SAME)
@given(manuscripts(), st.data())
def test_edits_on_the_document_are_edits_of_the_manuscript(
    far: int, m: Manuscript, data: st.DataObject
) -> None:
    tracked, now, edits = tracked_text(m), m, []
    for _ in range(data.draw(st.integers(1, 3))):
        edits.append(data.draw(edits_of(now)))
        now = apply(now, edits[-1])
    apply_edits(tracked, edits)
    wanted = afresh(tracked_text(now))
    marks = [implied(p.key, len(p.text), p.marks) for p in now.paragraphs]
    assert [p.marks for p in wanted] == marks
    assert tracked.manuscript().paragraphs == afresh(tracked) == wanted
    tracked.document.undo()
    assert tracked.manuscript().paragraphs == afresh(tracked)
    assert tracked.manuscript().paragraphs == m.paragraphs or wanted == m.paragraphs
    if wanted != m.paragraphs:
        assert not tracked.document.isUndoAvailable()
    tracked.document.redo()
    assert tracked.manuscript().paragraphs == afresh(tracked) == wanted


@settings(max_examples=100, suppress_health_check=SAME)
@given(manuscripts(), st.data())
def test_a_step_in_several_edit_blocks_takes_nothing_of_the_step_before(
    far: int, m: Manuscript, data: st.DataObject
) -> None:
    tracked = tracked_text(m)
    apply_edits(tracked, (Replace(Position(0, 0), Position(0, 0), "先"),))
    before = now = tracked.manuscript()
    edits: list[Edit] = []
    for _ in range(3):
        edits.append(data.draw(edits_of(now)))
        now = apply(now, edits[-1])
    steps = tracked.document.availableUndoSteps()
    apply_edits(tracked, edits)
    if tracked.document.availableUndoSteps() > steps:
        tracked.document.undo()
    assert tracked.manuscript().paragraphs == before.paragraphs
    tracked.document.undo()
    assert tracked.manuscript().paragraphs == m.paragraphs
    tracked.document.redo()
    assert tracked.manuscript().paragraphs == before.paragraphs


def test_what_moves_far_is_not_read_with_all_that_is_between() -> None:
    tracked = tracked_text(doc(" | ".join(f"第{n}段" for n in range(200))))
    told: list[DocumentChange] = []
    tracked.changed.connect(told.append)
    apply_edits(tracked, (Move(180, 182, 5),))
    assert [change.new for change in told] == [1, 3]
    assert [p.text for p in tracked.manuscript().paragraphs[4:8]] == [
        "第4段",
        "第180段",
        "第181段",
        "第5段",
    ]
    tracked.document.undo()
    assert not tracked.document.isUndoAvailable()


def test_words_replaced_in_a_long_rich_paragraph_cost_what_they_cost_in_a_plain_one() -> None:
    def work(step: int) -> int:
        marks = tuple([Mark(n, n + step, RUN, f"1.{n}") for n in range(0, 4000, step)])
        tracked = tracked_text(Manuscript(0, (Paragraph("的" * 4000, 1, marks=marks),)))
        places = [(Position(0, n), Position(0, n + 1)) for n in range(0, 4000, 40)]
        return effort(lambda: apply_edits(tracked, [Replace(*one, "得") for one in places]))

    assert work(10) <= 3 * work(2000)


def test_a_bad_place_changes_nothing() -> None:
    tracked = tracked_text(doc("甲 | 乙"))
    good = Replace(Position(0, 0), Position(0, 1), "丙")
    with pytest.raises(ValueError, match="no such place"):
        apply_edits(tracked, (good, Replace(Position(5, 0), Position(5, 0), "丁")))
    assert tracked.manuscript().text == "甲\n乙"
    assert not tracked.document.isUndoAvailable()


def test_a_move_takes_the_properties_along() -> None:
    m = Manuscript(0, (Paragraph("甲", 7, "一、", "heading1"), Paragraph("乙", 8), Paragraph("丙")))
    tracked = tracked_text(m)
    apply_edits(tracked, (Move(0, 1, 3),))
    assert tracked.manuscript().paragraphs == apply_all(m, (Move(0, 1, 3),)).paragraphs
