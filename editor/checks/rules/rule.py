"""The model of a rule: what one TOML file says, checked, and nothing about how it is run."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from types import MappingProxyType

from editor.checks.finding import Severity

CUSTOM = "惯例"
"""What ``checked`` says of a rule that rests on usage and no document."""


def standing(checked: str) -> str:
    """How far a source can be trusted, in words that stand behind it."""
    if checked == CUSTOM:
        return "惯例，未见明文"
    return f"{checked}与转载件核对" if checked else "未与原文核对"


@dataclass(frozen=True, slots=True)
class Example:
    """A sample text with the stretches a rule must find in it.

    ``text`` has its paragraphs joined by line feeds; ``marks`` are flat code-point
    offsets into it. ``fixed`` is the text after every first fix, '' where not stated.
    """

    text: str
    marks: tuple[tuple[int, int], ...] = ()
    fixed: str = ""


class ExpressionError(ValueError):
    """An expression of a rule file that cannot be run: seen when it is first needed."""

    def __init__(self, regex: str) -> None:
        super().__init__(f"规则里的表达式写错了：{regex}")


def compiled(regex: str, flags: int = 0) -> re.Pattern[str]:
    """An expression of a rule, compiled. Raises ExpressionError."""
    try:
        return re.compile(regex, flags)
    except (re.error, OverflowError, RecursionError) as error:
        raise ExpressionError(regex) from error


_HALF = MappingProxyType({"，": ",", "；": ";", "：": ":", "？": "?", "！": "!"})


def either_width(regex: str) -> str:
    """The expression with every Chinese mark standing for its half-width twin as well."""
    out, inside = "", False
    for at, char in enumerate(regex):
        if char in "[]" and regex[at - 1 : at] != "\\":
            inside = char == "["
        half = _HALF.get(char)
        if half is None:
            out += char
        else:
            out += char + half if inside else f"[{char}{half}]"
    return out


@dataclass(frozen=True)
class Case:
    """One look at the neighbours of a word: does it make the word wrong, or right?

    ``left`` must end right before the word, ``right`` begin right behind it (regular
    expressions on at most `REACH` characters of the same paragraph; '' is no demand).
    """

    flag: bool
    left: str = ""
    right: str = ""

    @cached_property
    def _left(self) -> re.Pattern[str]:
        return compiled(f"(?:{either_width(self.left)})\\Z")

    @cached_property
    def _right(self) -> re.Pattern[str]:
        return compiled(either_width(self.right))

    def fits(self, left: str, right: str) -> bool:
        """Whether both neighbours are as the case says."""
        if self.right and not self._right.match(right):
            return False
        return not self.left or self._left.search(left) is not None


REACH = 40
"""How many code points either side of a word its cases can see."""


@dataclass(frozen=True, slots=True)
class RuleWord:
    """A literal string to find, its replacement (None: none is sure) and its cases.

    The first case that fits decides; where none fits, ``otherwise`` does.
    """

    found: str
    fix: str | None
    cases: tuple[Case, ...] = ()
    otherwise: bool = True

    def wrong(self, left: str, right: str) -> bool:
        """Whether the word is a defect between these neighbours."""
        for case in self.cases:
            if case.fits(left, right):
                return case.flag
        return self.otherwise


SHORTEST = 8
"""The least length of a formulation whose near misses can be told from other words."""


@dataclass(frozen=True, slots=True)
class Formula:
    """A fixed formulation: where pieces of it stand, the whole of ``exact`` must.

    ``also`` are other strings that are right at that place, ``may`` words that may be
    put into it (坚决做到…). ``source`` is what {note} in the message says: document and
    date of this formulation, and that it is unchecked where it is.
    """

    exact: str
    also: tuple[str, ...] = ()
    may: tuple[str, ...] = ()
    source: str = ""


@dataclass(frozen=True, slots=True)
class RulePattern:
    """A regular expression, tried around each of its ``triggers``.

    A match begins at most ``back`` code points before a trigger, or inside it; without
    triggers the expression is run over the whole text. Where it begins with '^' and its
    triggers are single characters, those are what the paragraph may begin with. ``fix``
    is a template (``\\1``) or None; ``group`` is the group that is marked.
    """

    regex: str
    triggers: tuple[str, ...] = ()
    fix: str | None = None
    group: int = 0
    back: int = 0
    cases: tuple[Case, ...] = ()
    otherwise: bool = True
    table: Mapping[str, str] = field(default_factory=dict[str, str])

    @property
    def single(self) -> bool:
        """Whether all its triggers are single characters."""
        return bool(self.triggers) and all(len(t) == 1 for t in self.triggers)

    def wrong(self, left: str, right: str) -> bool:
        """Whether the match is a defect between these neighbours."""
        for case in self.cases:
            if case.fits(left, right):
                return case.flag
        return self.otherwise


@dataclass(frozen=True, slots=True)
class DatedEntry:
    """A formulation of its time: its names, what it was, and from when to when.

    ``first`` and ``last`` are ISO dates of any precision ('2013', '2013-06'), '' where
    open; ``now`` is what replaced it, ``weight`` what it counts as a sign of the age.
    ``checked`` is as a rule's.
    """

    names: tuple[str, ...]
    what: str
    first: str = ""
    last: str = ""
    now: str = ""
    source: str = ""
    fix: str | None = None
    weight: int = 2
    checked: str = ""


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule. ``id`` is 'family/name' as the file lies in resources/rules.

    ``message`` may hold {found}, {fix} and {note}. ``source`` names standard and clause,
    or document and date; ``date`` is the ISO date of a formulation's data. ``checked`` is
    the day on which the words were compared with a copy of the source, `CUSTOM` where
    usage is the only source, '' where nobody has compared them. ``dated``
    entries are judged by ``cases`` and ``otherwise``, as words are. ``program`` with
    ``topic`` names code in `programs`. A rule with ``only_spun`` speaks only in a text
    that the spun words prove to be spun; ``proof`` counts towards that. What a ``whole`` rule
    finds is one thing: no other finding speaks of a part of it.
    """

    id: str
    family: str
    severity: Severity
    defect: str
    title: str
    message: str
    why: str
    source: str
    date: str = ""
    checked: str = ""
    fix_label: str = ""
    words: tuple[RuleWord, ...] = ()
    formulas: tuple[Formula, ...] = ()
    patterns: tuple[RulePattern, ...] = ()
    dated: tuple[DatedEntry, ...] = ()
    cases: tuple[Case, ...] = ()
    otherwise: bool = True
    program: str = ""
    topic: str = ""
    only_spun: bool = False
    proof: bool = False
    whole: bool = False
    bad: tuple[Example, ...] = ()
    good: tuple[Example, ...] = ()
