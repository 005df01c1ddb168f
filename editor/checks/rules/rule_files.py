"""Rules from their TOML files, each key checked; an error names the file and the key."""

from __future__ import annotations

import contextlib
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from editor.checks.rules.rule import Rule
from editor.checks.rules.rule_table import RuleError, RuleTable, Table
from editor.data_files.problem import DataProblem, problem_in
from editor.data_files.toml_data import toml_of
from editor.data_files.unreadable import UnreadableError

RULES = Path(__file__).resolve().parents[3] / "resources" / "rules"

_NEEDED = ("severity", "defect", "title", "message", "why", "source", "bad", "good")
_KNOWN = {
    *_NEEDED,
    *("date", "checked", "fix_label", "words", "word", "cases", "otherwise", "formula", "pattern"),
    *("program", "topic", "only_spun", "proof", "whole", "dated"),
}


class RuleReading(NamedTuple):
    """The rules that can be used, and what is wrong with the files of the others."""

    rules: tuple[Rule, ...]
    problems: tuple[DataProblem, ...] = ()


def read_rules(folder: Path = RULES) -> RuleReading:
    """All rules below a folder that can be read, in the order of their ids."""
    rules: list[Rule] = []
    problems: list[DataProblem] = []
    for file in _files(folder):
        try:
            rules.append(load_rule(file, _id_of(file)))
        except RuleError as error:
            problems.append(_problem(file, error))
    return RuleReading(tuple(rules), tuple(problems))


def _files(folder: Path) -> list[Path]:
    return sorted(folder.glob("*/*.toml"))


def _id_of(file: Path) -> str:
    return f"{file.parent.name}/{file.stem}"


def _problem(file: Path, error: RuleError) -> DataProblem:
    if isinstance(error.__cause__, OSError | UnreadableError):
        return problem_in(file, error.__cause__)
    key = error.key.partition(".")[0]
    with contextlib.suppress(OSError, UnicodeError):
        lines = file.read_text("utf-8").splitlines()
        at = [n for n, line in enumerate(lines, 1) if line.lstrip("[ \t").startswith(key)]
        return replace(problem_in(file, f"“{error.key}”这一项写得不对"), line=next(iter(at), 0))
    return problem_in(file, f"“{error.key}”这一项写得不对")


def load_rule(path: Path, rule_id: str) -> Rule:
    """One rule from one file. Raises RuleError."""
    try:
        table = toml_of(path.read_bytes())
    except OSError as error:
        raise RuleError(rule_id, "TOML", str(problem_in(path, error))) from error
    except UnreadableError as error:
        raise RuleError(rule_id, "TOML", str(error)) from error
    return rule_of(table, rule_id)


def rule_of(table: Table, rule_id: str) -> Rule:
    """A rule from the table of its file. Raises RuleError."""
    read = RuleTable(rule_id, table)
    for key in table:
        if key not in _KNOWN:
            raise RuleError(rule_id, key, "unknown key")
    for key in _NEEDED:
        if key not in table:
            raise RuleError(rule_id, key, "missing")
    rule = Rule(
        id=rule_id,
        family=rule_id.partition("/")[0],
        severity=read.severity(),
        defect=read.text("defect"),
        title=read.text("title"),
        message=read.wording("message", "found", "fix", "note"),
        why=read.text("why"),
        source=read.text("source"),
        date=read.date(),
        checked=read.checked(table),
        fix_label=read.wording("fix_label", "found", "fix"),
        words=read.words(),
        formulas=tuple(read.formula(t) for t in read.tables("formula")),
        patterns=tuple(read.pattern(t) for t in read.tables("pattern")),
        dated=tuple(read.dated(t) for t in read.tables("dated")),
        cases=read.cases(table),
        otherwise=read.otherwise(table),
        program=read.text("program"),
        topic=read.text("topic"),
        only_spun=table.get("only_spun") is True,
        proof=table.get("proof") is True,
        whole=table.get("whole") is True,
        bad=read.examples("bad"),
        good=read.examples("good"),
    )
    if not (rule.words or rule.formulas or rule.patterns or rule.program):
        raise RuleError(rule_id, "words", "the rule finds nothing: no words, pattern or program")
    return rule
