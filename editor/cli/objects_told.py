"""How the command line tells what a file holds beside its words, and what becomes of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from editor.checks.report.fates import Notice, Outcome, Output, outcome_of
from editor.manuscript.file_objects import FileObject, where

SHOWN = 5  # places of a kind


def told_lines(rows: Iterable[Notice]) -> Iterator[str]:
    """A line a kind, below it the first places with their words."""
    for row in rows:
        yield f"【{row.title}】"
        for one in row.objects[:SHOWN]:
            yield f"    {where(one)}{f'：{one.words}' if one.words else ''}"
        if len(row.objects) > SHOWN:
            yield f"    …… 另有 {len(row.objects) - SHOWN} 处"


def object_data(one: FileObject) -> dict[str, object]:
    """An object as `check --json` prints it; ``paragraph`` counts from 0, as in findings."""
    return {
        "kind": one.kind.value,
        "place": one.place,
        "paragraph": one.paragraph,
        "words": one.words,
        "docx": _outcome(outcome_of(one.kind, Output.DOCX)),
        "paper": _outcome(outcome_of(one.kind, Output.PAPER)),
    }


def _outcome(outcome: Outcome) -> dict[str, object]:
    return {"fate": outcome.fate.value, "says": outcome.words, "holds": outcome.holds}
