"""What the tests of rules need: a reading of an example, its findings, its mended text."""

from functools import cache

from editor.blanks.blank import Blank, BlankKind, BlankOrigin
from editor.blanks.blank_reader import find_blanks
from editor.checks.engine.checker import Checker
from editor.checks.engine.rule_set import bundled_rules
from editor.checks.finding import Finding
from editor.checks.rules.rule import Example, Rule
from editor.manuscript.edits import apply_all, from_last
from editor.manuscript.manuscript import Manuscript, Offsets, manuscript_of
from editor.manuscript.outline.reader import outline_of
from editor.manuscript.paragraph import Span


def rules() -> tuple[Rule, ...]:
    return bundled_rules().rules


@cache
def checker() -> Checker:
    return Checker(bundled_rules())


def findings(m: Manuscript, blanks: tuple[Blank, ...] | None = None) -> tuple[Finding, ...]:
    return checker().check(m, outline_of(m), find_blanks(m) if blanks is None else blanks)


def speaks(rule: Rule, example: Example) -> tuple[Finding, ...]:
    """What a rule finds in an example; blanks are put where a blank's example marks them."""
    m = manuscript_of(example.text)
    blanks = _blanks(m, rule, example) if rule.program == "blanks" else None
    return tuple(f for f in findings(m, blanks) if f.rule == rule.id)


def marks(m: Manuscript, found: tuple[Finding, ...]) -> list[tuple[int, int]]:
    """The spans as flat offsets."""
    flat = Offsets(m).flat
    return [(flat(f.span.head), flat(f.span.tail)) for f in found]


def mended(m: Manuscript, found: tuple[Finding, ...]) -> str:
    """The text after the first fix of each finding."""
    edits = [e for f in found if f.fixes for e in f.fixes[0].edits]
    return apply_all(m, from_last(edits)).text


def _blanks(m: Manuscript, rule: Rule, example: Example) -> tuple[Blank, ...]:
    place = Offsets(m).place
    made: list[Blank] = []
    sure, note = rule.topic not in ("asked", "unsure"), "表1" if rule.topic == "asked" else ""
    for start, end in example.marks:
        head = place(start)
        span = Span(head.paragraph, head.offset, head.offset + end - start)
        kind = BlankKind(rule.topic) if rule.topic in list(BlankKind) else BlankKind.BLANK
        origin = BlankOrigin(rule.topic) if rule.topic in list(BlankOrigin) else BlankOrigin.MARK
        made.append(Blank(span, kind, example.text[start:end], "", origin, sure, note))
    return tuple(made)
