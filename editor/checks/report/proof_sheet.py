"""The 校核单 as values: what was found, what was set aside and why, what is clean.

Separate from the gate, which only decides: the sheet is kept with the paper, so it says
who looked, when, with which rules. The same input gives the same sheet: no clock here.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from editor.blanks.blank import Blank
from editor.checks.finding import Finding, Severity
from editor.checks.report.fates import Notice, notices
from editor.checks.report.ignore_list import Ignored
from editor.checks.rules.explain import FAMILIES, cited
from editor.checks.rules.rule import Rule
from editor.manuscript.delivery.statistics import count, minutes
from editor.manuscript.file_objects import FileObject
from editor.manuscript.manuscript import Manuscript
from editor.manuscript.outline.framed import spoken_text

AROUND = 10  # code points of the text either side of an excerpt
LONGEST = 48  # code points of an excerpt; a repeated paragraph is named by its ends


@dataclass(frozen=True, slots=True)
class About:
    """Whose sheet it is: file name, author, 单位档案, ISO time; ``pace`` in 字 a minute."""

    file: str
    author: str = ""
    profile: str = ""
    when: str = ""
    pace: int = 180


@dataclass(frozen=True, slots=True)
class Checked:
    """A text and what was found in it; ``aside`` are findings set aside, with decisions.

    ``objects`` are what its file holds beside the words, ``unlooked`` the families of rules
    for which it was not looked through, or not wholly.
    """

    manuscript: Manuscript
    findings: tuple[Finding, ...]
    blanks: tuple[Blank, ...] = ()
    aside: tuple[tuple[Finding, Ignored], ...] = ()
    objects: tuple[FileObject, ...] = ()
    unlooked: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class SheetHead:
    """The head of the sheet. ``words`` is 字数, ``blanks`` the open blanks, all or some."""

    about: About
    words: int
    minutes: float
    blanks: int
    all_blanks: bool = True


@dataclass(frozen=True, slots=True)
class SheetPlace:
    """Where: the paragraph counted from 1, a frame or a place beside it ('表1·2行3列', '页眉'),
    and the words. The paragraph is 0 for a place that is on every page."""

    paragraph: int
    frame: str
    before: str
    excerpt: str
    behind: str


@dataclass(frozen=True, slots=True)
class Remark:
    """One thing found; ``title`` and ``source`` are those of its rule."""

    number: int
    rule: str
    severity: Severity
    title: str
    place: SheetPlace
    message: str
    source: str


@dataclass(frozen=True, slots=True)
class SetAside:
    """One thing found and set aside; ``everywhere``: with all others of these words."""

    remark: Remark
    who: str
    when: str
    why: str
    everywhere: bool


@dataclass(frozen=True, slots=True)
class CleanFamily:
    """A family of rules with nothing to mend or look at; ``aside`` counts its ignored."""

    family: str
    name: str
    aside: int


@dataclass(frozen=True, slots=True)
class DataNote:
    """How old the rules' data are: ``newest`` ISO date ('' where none has one)."""

    rules: int
    dated: int
    newest: str


@dataclass(frozen=True, slots=True)
class ProofSheet:
    """The whole sheet; remarks are numbered through the three groups, and from 1 aside.

    ``unlooked`` are the names of the families that are approved of by nobody.
    """

    head: SheetHead
    must: tuple[Remark, ...]
    look: tuple[Remark, ...]
    hint: tuple[Remark, ...]
    aside: tuple[SetAside, ...]
    clean: tuple[CleanFamily, ...]
    data: DataNote
    notices: tuple[Notice, ...] = ()
    unlooked: tuple[str, ...] = ()

    @property
    def passed(self) -> bool:
        """Whether nothing holds the text up."""
        return not self.must and not self.head.blanks and self.head.all_blanks


def proof_sheet(checked: Checked, rules: Iterable[Rule], about: About) -> ProofSheet:
    """The sheet of a text: remarks by severity, then by rule, then as the text goes."""
    known = {rule.id: rule for rule in rules}
    made = _Remarks(checked.manuscript, known)
    rows = {s: [f for f in checked.findings if f.severity is s] for s in Severity}
    must, look, hint = (rows[s] for s in (Severity.MUST, Severity.LOOK, Severity.HINT))
    return ProofSheet(
        _head(checked, about),
        made.remarks(must, 1),
        made.remarks(look, 1 + len(must)),
        made.remarks(hint, 1 + len(must) + len(look)),
        _aside(checked.aside, made),
        _clean(checked, known.values()),
        _data(known.values()),
        notices(checked.objects),
        tuple([name for family, name in FAMILIES.items() if family in checked.unlooked]),
    )


class _Remarks:
    """Makes remarks of the findings in one text."""

    def __init__(self, m: Manuscript, rules: dict[str, Rule]) -> None:
        self._m, self._rules = m, rules

    def remarks(self, findings: Sequence[Finding], first: int) -> tuple[Remark, ...]:
        """Findings of one rule together, blanks first, else as the rules first speak."""
        rules = sorted(dict.fromkeys(f.rule for f in findings), key=lambda r: not _of_blank(r))
        order = {rule: n for n, rule in enumerate(rules)}
        sorted_ = sorted(findings, key=lambda f: (order[f.rule], f.span))
        return tuple(self.remark(f, n) for n, f in enumerate(sorted_, first))

    def remark(self, finding: Finding, number: int) -> Remark:
        """One finding as a line of the sheet."""
        rule = self._rules.get(finding.rule)
        return Remark(
            number,
            finding.rule,
            finding.severity,
            rule.title if rule else finding.message,
            self._place(finding),
            finding.message,
            cited(rule) if rule else "",
        )

    def _place(self, finding: Finding) -> SheetPlace:
        number = finding.span.paragraph + 1
        paragraph = self._m.paragraphs[finding.span.paragraph]
        start, end = finding.stretch
        text = finding.text if finding.side else paragraph.text
        before = text[max(0, start - AROUND) : start]
        behind = text[end : end + AROUND]
        if start > AROUND:
            before = "…" + before
        if end + AROUND < len(text):
            behind += "…"
        excerpt = text[start:end]
        if len(excerpt) > LONGEST:
            excerpt = f"{excerpt[: LONGEST // 2]}……{excerpt[-LONGEST // 4 :]}"
        return SheetPlace(
            0 if finding.side and finding.where(self._m) == finding.place else number,
            finding.place or paragraph.frame,
            *map(_shown, (before, excerpt, behind)),
        )


def _shown(text: str) -> str:
    return text.replace("\u2028", " ").replace("\t", " ")


def _head(checked: Checked, about: About) -> SheetHead:
    words = count(checked.manuscript.text).words
    spoken = count(spoken_text(checked.manuscript).text).spoken
    beside = sum(1 for f in checked.findings if f.side and _of_blank(f.rule))
    blanks = len(checked.blanks) + beside
    found_all = "blanks" not in checked.unlooked
    return SheetHead(about, words, minutes(spoken, about.pace), blanks, found_all)


def _aside(rows: Sequence[tuple[Finding, Ignored]], made: _Remarks) -> tuple[SetAside, ...]:
    return tuple(
        SetAside(made.remark(f, n), item.who, item.when, item.why, everywhere=not item.context)
        for n, (f, item) in enumerate(sorted(rows, key=lambda row: row[0].span), 1)
    )


def _clean(checked: Checked, rules: Iterable[Rule]) -> tuple[CleanFamily, ...]:
    """Families that have rules and whose rules are silent, hints aside; as `FAMILIES` goes."""
    spoken = {_family(f) for f in checked.findings if f.severity is not Severity.HINT}
    if checked.blanks:
        spoken.add("blanks")
    aside = Counter(_family(f) for f, _ in checked.aside)
    known = list(FAMILIES)
    families = sorted(
        {rule.family for rule in rules} - spoken - checked.unlooked,
        key=lambda f: (known.index(f) if f in known else len(known), f),
    )
    return tuple(CleanFamily(f, FAMILIES.get(f, f), aside[f]) for f in families)


def _of_blank(rule: str) -> bool:
    return rule.startswith("blanks/")


def _family(finding: Finding) -> str:
    return finding.rule.split("/")[0]


def _data(rules: Iterable[Rule]) -> DataNote:
    rows = list(rules)
    dates = [rule.date for rule in rows if rule.date]
    return DataNote(len(rows), len(dates), max(dates, default=""))
