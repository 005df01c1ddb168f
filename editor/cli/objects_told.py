"""How the command line tells what a file holds beside its words, and what becomes of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from editor.analysis.values import Analysis
from editor.checks.report.fates import Notice, Outcome, Output, fate_of
from editor.editions.carried_layout.undrawn import COUNTED, drawable, with_undrawn
from editor.editions.styles import OFFICIAL
from editor.files.current_docx import current_docx
from editor.files.docx_carried.carried_text import carried_text
from editor.files.docx_new.final_docx import FinalOptions, write_final_docx
from editor.files.opened import Opened
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


def objects_on_paper(opened: Opened, draws: Callable[[bytes], bool]) -> tuple[FileObject, ...]:
    """The objects of a file as it was read, those marked that its pages cannot draw."""
    if not any(one.kind in COUNTED for one in opened.objects):
        return opened.objects
    carried = carried_text(opened, opened.manuscript)
    return with_undrawn(opened.objects, drawable(carried, draws))


def objects_of_outputs(
    opened: Opened, analysis: Analysis, draws: Callable[[bytes], bool]
) -> tuple[FileObject, ...]:
    """The objects of a file, those marked that its pages cannot draw and its final not carry."""
    objects = objects_on_paper(opened, draws)
    if not any(one.kind in COUNTED for one in objects):
        return objects
    options = FinalOptions(current=current_docx(opened, analysis.manuscript))
    final = write_final_docx(analysis.manuscript, analysis.outline, OFFICIAL, options)
    return objects_in_docx(objects, final.left)


def objects_in_docx(
    objects: Iterable[FileObject], left: Iterable[FileObject]
) -> tuple[FileObject, ...]:
    """The objects of a file, those marked that its final cannot carry (``left``)."""
    found, more = list(objects), list[FileObject]()
    for one in left:
        same = (o for o in found if (o.kind, o.paragraph) == (one.kind, one.paragraph))
        known = next((o for o in same if not o.uncarried), None)
        if known is None:
            # What nothing else has named is not known to be drawn either.
            more.append(one._replace(uncarried=True, undrawn=True))
        else:
            found[found.index(known)] = known._replace(uncarried=True)
    return (*found, *more)


def object_data(one: FileObject) -> dict[str, object]:
    """An object as `check --json` prints it; ``paragraph`` counts from 0, as in findings."""
    return {
        "kind": one.kind.value,
        "place": one.place,
        "paragraph": one.paragraph,
        "words": one.words,
        "docx": _outcome(fate_of(one, Output.DOCX)),
        "paper": _outcome(fate_of(one, Output.PAPER)),
    }


def _outcome(outcome: Outcome) -> dict[str, object]:
    return {"fate": outcome.fate.value, "says": outcome.words, "holds": outcome.holds}
