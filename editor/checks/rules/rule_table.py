"""The table of a rule file, each key read with its type checked."""

from __future__ import annotations

import re
import string
from collections.abc import Mapping
from typing import cast

from editor.checks.finding import Severity
from editor.checks.rules.rule import (
    CUSTOM,
    SHORTEST,
    Case,
    DatedEntry,
    Example,
    Formula,
    RulePattern,
    RuleWord,
    standing,
)

UNSEEN = "未核对"
"""What ``checked`` says in a file of facts that nobody has compared with their source."""

Table = Mapping[str, object]


class RuleError(ValueError):
    """A rule file that cannot be used: says which file, which key and what is wrong."""

    def __init__(self, file: str, key: str, what: str) -> None:
        super().__init__(f"{file}: {key}: {what}")
        self.file, self.key = file, key


def example_of(line: str) -> Example:
    """An example from its notation: ``‹marked›``, paragraphs divided by ' | '.

    ``‹wrong→right›`` also says what the fix must put there.
    """
    text, fixed = "", ""
    marks: list[tuple[int, int]] = []
    has_fix = False
    for number, piece in enumerate(re.split("[‹›]", line.replace(" | ", "\n"))):
        if number % 2 == 0:
            text, fixed = text + piece, fixed + piece
            continue
        wrong, arrow, right = piece.partition("→")
        has_fix = has_fix or bool(arrow)
        marks.append((len(text), len(text) + len(wrong)))
        text, fixed = text + wrong, fixed + (right if arrow else wrong)
    return Example(text, tuple(marks), fixed if has_fix else "")


class RuleTable:
    """The keys of one table, each read with its type checked."""

    def __init__(self, rule_id: str, table: Table) -> None:
        self._id = rule_id
        self._table = table

    def severity(self) -> Severity:
        """The severity by its Chinese word."""
        try:
            return Severity(self.text("severity"))
        except ValueError:
            raise RuleError(self._id, "severity", "one of 必改 请看 提示") from None

    def text(self, key: str, table: Table | None = None) -> str:
        """A string, '' where the key is missing."""
        value = (self._table if table is None else table).get(key, "")
        if not isinstance(value, str):
            raise RuleError(self._id, key, "must be a string")
        return value

    def wording(self, key: str, *fields: str) -> str:
        """A string in which ``{fields}`` stand for what was found; no other braces may."""
        value = self.text(key)
        try:
            used = [row[1:] for row in string.Formatter().parse(value) if row[1] is not None]
        except ValueError as error:
            raise RuleError(self._id, key, f"braces: {error}") from None
        if wrong := [name for name, spec, turn in used if name not in fields or spec or turn]:
            raise RuleError(self._id, key, f"no such field: {{{wrong[0]}}}")
        return value

    def strings(self, key: str, table: Table) -> tuple[str, ...]:
        """A list of strings, empty where the key is missing."""
        value = table.get(key, [])
        if not isinstance(value, list) or not all(
            isinstance(v, str) for v in cast("list[object]", value)
        ):
            raise RuleError(self._id, key, "must be a list of strings")
        return tuple(cast("list[str]", value))

    def tables(self, key: str, table: Table | None = None) -> list[Table]:
        """A list of tables; one table alone counts as a list of one."""
        value = (self._table if table is None else table).get(key, [])
        if isinstance(value, dict):
            return [cast(Table, value)]
        if not isinstance(value, list) or not all(
            isinstance(v, dict) for v in cast("list[object]", value)
        ):
            raise RuleError(self._id, key, "must be a list of tables")
        return cast("list[Table]", value)

    def examples(self, key: str) -> tuple[Example, ...]:
        """The marked examples; a rule without any is refused."""
        found = tuple(example_of(line) for line in self.strings(key, self._table))
        if not found:
            raise RuleError(self._id, key, "a rule needs examples")
        if key == "bad" and not all(e.marks for e in found):
            raise RuleError(self._id, key, "every bad example marks ‹its defect›")
        return found

    def cases(self, table: Table) -> tuple[Case, ...]:
        """The cases of a word, a pattern or the whole rule."""
        found: list[Case] = []
        for case in self.tables("cases", table):
            verdict, left, right = (self.text(k, case) for k in ("is", "left", "right"))
            if verdict not in ("flag", "keep"):
                raise RuleError(self._id, "cases.is", "'flag' or 'keep'")
            for regex in (left, right):
                self._check_regex("cases", regex)
            found.append(Case(verdict == "flag", left, right))
        return tuple(found)

    def otherwise(self, table: Table, default: bool = True) -> bool:
        """Whether a word that no case fits is flagged."""
        value = self.text("otherwise", table)
        if value not in ("", "flag", "keep"):
            raise RuleError(self._id, "otherwise", "'flag' or 'keep'")
        return default if not value else value == "flag"

    def words(self) -> tuple[RuleWord, ...]:
        """``[words] wrong = "right"`` with the rule's cases, and ``[[word]]`` with own."""
        shared, otherwise = self.cases(self._table), self.otherwise(self._table)
        plain = self._table.get("words", {})
        if not isinstance(plain, dict):
            raise RuleError(self._id, "words", "must be a table")
        found: list[RuleWord] = []
        for wrong, right in cast("dict[str, object]", plain).items():
            if not isinstance(right, str):
                raise RuleError(self._id, f"words.{wrong}", "must be a string")
            found.append(RuleWord(wrong, right or None, shared, otherwise))
        for table in self.tables("word"):
            cases = (*self.cases(table), *shared)
            fix = self.text("fix", table) or None
            flagged = self.otherwise(table, otherwise)
            found.append(RuleWord(self.text("found", table), fix, cases, flagged))
        for word in found:
            if len(word.found) < 2:
                raise RuleError(self._id, "words", f"too short to search for: {word.found!r}")
        return tuple(found)

    def formula(self, table: Table) -> Formula:
        """A fixed formulation with its own source, or the rule's."""
        exact = self.text("exact", table)
        if len(exact) < SHORTEST:
            raise RuleError(self._id, "formula.exact", f"too short, use [words]: {exact!r}")
        if max(exact) > "\uffff":
            raise RuleError(self._id, "formula.exact", f"has a rare character: {exact!r}")
        also, may = self.strings("also", table), self.strings("may", table)
        source = self.text("source", table) or self.text("source")
        known = self.checked(table)
        return Formula(exact, also, may, source if known else f"{source}，{standing(known)}")

    def pattern(self, table: Table) -> RulePattern:
        """A pattern with its triggers, its fix and its cases."""
        regex = self.text("regex", table)
        if not regex:
            raise RuleError(self._id, "pattern.regex", "missing")
        self._check_regex("pattern.regex", regex)
        group, back = self._number("group", table), self._number("back", table)
        swaps = {k: self.text(k, t) for t in self.tables("table", table) for k in t}
        fix = self.text("fix", table) if "fix" in table else None
        cases = (*self.cases(table), *self.cases(self._table))
        otherwise = self.otherwise(table, self.otherwise(self._table))
        triggers = self.strings("triggers", table)
        return RulePattern(regex, triggers, fix, group, back, cases, otherwise, swaps)

    def dated(self, table: Table) -> DatedEntry:
        """A formulation of its time; its dates are 'YYYY', 'YYYY-MM' or full."""
        names, first, last = (
            self.strings("names", table),
            *(self.text(key, table) for key in ("from", "to")),
        )
        for date in (first, last):
            if not re.fullmatch(r"(?:\d{4}(?:-\d\d){0,2})?", date):
                raise RuleError(self._id, "dated", f"no date: {date!r}")
        if not names or min(map(len, names)) < 2:
            raise RuleError(self._id, "dated.names", "missing, or too short to search for")
        what, now, source = (self.text(key, table) for key in ("what", "now", "source"))
        fix, weight = self.text("fix", table) or None, self._number("weight", table) or 2
        checked = self.checked(table)
        return DatedEntry(names, what, first, last, now, source, fix, weight, checked)

    def date(self) -> str:
        """The day of the data, '' where the key is missing."""
        value = self.text("date")
        if not re.fullmatch(r"(?:\d{4}(?:-\d\d){0,2})?", value):
            raise RuleError(self._id, "date", f"no date: {value!r}")
        return value

    def checked(self, table: Table) -> str:
        """How well the facts of a table are known; where it says nothing, as its rule's."""
        value = self.text("checked", table if "checked" in table else None)
        if value and value not in (CUSTOM, UNSEEN) and not re.fullmatch(r"\d{4}-\d\d-\d\d", value):
            raise RuleError(self._id, "checked", f"an ISO date, {CUSTOM} or {UNSEEN}: {value!r}")
        return "" if value == UNSEEN else value

    def _number(self, key: str, table: Table) -> int:
        value = table.get(key, 0)
        if not isinstance(value, int):
            raise RuleError(self._id, f"pattern.{key}", "must be a number")
        return value

    def _check_regex(self, key: str, regex: str) -> None:
        # \b and \w sit wrongly between Chinese characters; ".*" is refused for its cost
        if "\\b" in regex:
            raise RuleError(self._id, key, "\\b never matches inside Chinese")
