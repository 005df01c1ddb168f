"""How often the checks are wrong on clean speeches, and what they miss in faulty ones."""

from collections import Counter
from pathlib import Path

import pytest

from editor.blanks.blank_reader import find_blanks
from editor.checks.finding import Severity
from editor.checks.rules.rule_table import example_of
from editor.manuscript.manuscript import manuscript_of
from tests.checks.rule_lab import findings, marks

HERE = Path(__file__).parent
CLEAN = sorted((HERE / "clean").glob("*.txt"))
FAULTS = [
    line.split("\t")
    for line in (HERE / "faults.txt").read_text("utf-8").splitlines()
    if line and not line.startswith("#")
]


def test_clean_speeches_have_almost_no_findings():
    found, size = Counter[Severity](), 0
    for path in CLEAN:
        m = manuscript_of(path.read_text("utf-8").strip())
        size += len(m.text)
        found.update(f.severity for f in findings(m, find_blanks(m)))
    assert size >= 23_000
    assert found[Severity.MUST] * 10_000 < 1 * size
    assert found[Severity.LOOK] * 10_000 < 5 * size


@pytest.mark.parametrize(("rule", "passage"), FAULTS)
def test_a_planted_fault_is_found_where_it_is(rule: str, passage: str):
    example = example_of(passage)
    m = manuscript_of(example.text)
    found = tuple(f for f in findings(m, find_blanks(m)) if f.rule == rule)
    assert example.marks[0] in marks(m, found)
