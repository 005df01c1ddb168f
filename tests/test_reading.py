"""A reading and the writer's decisions: what he says is no blank is none anywhere."""

from __future__ import annotations

from editor.checks.ignored import IgnoreList
from editor.reading import Reader, Reading, make_reader
from tests.notation import doc

SPEECH = doc("在大会上的讲话 | 同志们： | 今年新建工会X家，X光机两台，来了X名职工。")


def spare(reader: Reader, reading: Reading, number: int) -> None:
    """Say that a blank is none."""
    span = reading.blanks[number].span
    (finding,) = [f for f in reading.findings if f.span == span and f.rule.startswith("blanks/")]
    reader.ignored = reader.ignored.with_finding(finding)


def test_a_place_that_is_no_blank_holds_nothing_up() -> None:
    reader = make_reader()
    before = reader.read(SPEECH)
    spare(reader, before, 0)
    after = reader.read(SPEECH)
    assert after.blanks == before.blanks[1:]
    assert len(after.findings) == len(before.findings) - 1 and len(after.aside) == 1


def test_it_stays_so_in_the_tree_while_one_types() -> None:
    reader = make_reader()
    spare(reader, reader.read(SPEECH), 0)
    number = len(reader.read(SPEECH).blanks)
    typed = doc("在全县大会上的讲话 | 同志们： | 今年新建工会X家，X光机两台，来了X名职工。")
    assert len(reader.sketch(typed).blanks) == number == len(reader.read(typed).blanks)


def test_taken_back_it_is_a_blank_again() -> None:
    reader = make_reader()
    before = reader.read(SPEECH)
    spare(reader, before, 0)
    reader.read(SPEECH)
    reader.ignored = IgnoreList()
    assert reader.read(SPEECH) == before
