"""What is said of a file's objects before it leaves the house."""

import pytest

from editor.checks.report.fates import (
    Fate,
    Output,
    anywhere,
    fate_of,
    holding,
    left_behind,
    not_looked_at,
    notices,
    outcome_of,
)
from editor.manuscript.file_objects import FileObject, ObjectKind

# What goes out as it was, or of which nothing is lost that a reader of a speech looks for: only
# this does not hold the gate. Whoever adds a kind decides here, in sight.
_ANYWHERE = (
    "FORMATTING COLUMN_BREAK PAGE_BORDER CONTROL MERGE_FIELD FIELD TRACKING PROTECTION"
    " PAGE_BREAK RUBY TABLE"
)
_SHOWN = "FORMULA CHART SMART_ART PICTURE SHAPE FOOTNOTE ENDNOTE EMBEDDED INK"
_DOCX = f"{_ANYWHERE} {_SHOWN} TEXT_BOX PAGE_SIZE FORM SIGN"
FREE = {
    Output.DOCX: _DOCX,
    Output.DOCX_MARGINS: f"{_DOCX} HEADER FOOTER WATERMARK",
    Output.PAPER: f"{_ANYWHERE} {_SHOWN}",
    Output.PAPER_MARGINS: f"{_ANYWHERE} {_SHOWN} HEADER FOOTER",
    Output.TEXT: f"{_ANYWHERE} TEXT_BOX PAGE_SIZE",
}
COMMENT = FileObject(ObjectKind.COMMENT, "批注 李明", 4, "再核")
FIELD = FileObject(ObjectKind.FIELD, "第 1 段", 0, "DATE")


@pytest.mark.parametrize("output", list(Output))
def test_every_kind_has_a_fate_in_words_for_every_output(output: Output) -> None:
    assert all(outcome_of(kind, output).words for kind in ObjectKind)


@pytest.mark.parametrize("output", list(Output))
def test_all_kinds_hold_the_gate_but_those_that_lose_nothing(output: Output) -> None:
    free = {kind.name for kind in ObjectKind if not outcome_of(kind, output).holds}
    assert free == set(FREE[output].split())


@pytest.mark.parametrize("output", [Output.DOCX, Output.PAPER])
def test_one_that_cannot_be_taken_holds_the_gate_whatever_its_kind(output: Output) -> None:
    for kind in ObjectKind:
        lost = outcome_of(kind, output, lost=True)
        assert lost.holds and lost.words and lost.fate not in (Fate.CARRIED, Fate.DRAWN)


@pytest.mark.parametrize("kind", list(ObjectKind))
def test_what_is_lost_in_one_output_is_not_hidden_by_the_other(kind: ObjectKind) -> None:
    both = anywhere(FileObject(kind, "第 1 段", 0))
    for output in (Output.DOCX, Output.PAPER):
        one = outcome_of(kind, output)
        assert one.words in both.words and (both.holds or not one.holds)


def test_a_colleagues_marks_hold_until_the_writer_says_that_he_knows() -> None:
    rows = notices((FIELD, COMMENT, COMMENT), Output.PAPER)
    assert rows[0].title == "批注 2 条：不印"
    assert [n.kind for n in holding(rows)] == [ObjectKind.COMMENT]
    assert holding(rows, {ObjectKind.COMMENT}) == ()


def test_places_are_named_up_to_a_number() -> None:
    (row,) = notices([COMMENT, FileObject(ObjectKind.COMMENT, "批注 王芳", 6)], Output.DOCX)
    assert row.places(1) == "第 5 段，批注 李明等 2 处"


def test_nothing_is_called_clean_while_something_is_left_behind() -> None:
    assert left_behind(notices([FIELD])) and not left_behind(())
    assert (
        not_looked_at(notices([FileObject(ObjectKind.EMBEDDED, "第 1 段", 0)])) == "嵌入对象 1 个"
    )


def test_a_picture_in_a_header_goes_with_the_header() -> None:
    logo = FileObject(ObjectKind.PICTURE, "页眉", 0, inside=ObjectKind.HEADER)
    in_note = logo._replace(place="脚注1", inside=ObjectKind.FOOTNOTE)
    assert fate_of(logo, Output.DOCX).words == "随页眉不带" and fate_of(logo, Output.DOCX).holds
    assert fate_of(in_note, Output.DOCX) == outcome_of(ObjectKind.PICTURE, Output.DOCX)


def test_a_deletion_is_never_printed() -> None:
    assert outcome_of(ObjectKind.DELETION, Output.PAPER).fate is Fate.NEVER


def test_of_one_kind_pages_draw_some_and_what_they_do_not_draw_holds() -> None:
    drawn = FileObject(ObjectKind.PICTURE, "第 2 段", 1)
    rows = notices((drawn, drawn, drawn._replace(undrawn=True)), Output.PAPER)
    assert [n.title for n in rows] == ["图片 1 张：画不出来，不印", "图片 2 张：照印"]
    assert [n.outcome.holds for n in rows] == [True, False]
    assert not holding(rows, {ObjectKind.PICTURE})


def test_hidden_words_are_never_printed_and_struck_ones_are_drawn_struck_and_held() -> None:
    for output in (Output.PAPER, Output.DOCX):
        assert outcome_of(ObjectKind.HIDDEN, output).fate is Fate.NEVER
        assert outcome_of(ObjectKind.STRUCK, output).fate is Fate.DRAWN
        assert outcome_of(ObjectKind.STRUCK, output).holds
