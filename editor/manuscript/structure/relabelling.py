"""Automatic numbers of a Word file in their new order, as Word will show them.

They stand in no text, so this is no renumbering: what the page shows follows the order of
the paragraphs, by the lists of the file. Where these are not known, only runs that counted
1, 2, 3 … before are counted anew.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from editor.manuscript.edits import Edit, Replace, Splice, apply_all
from editor.manuscript.lists import labels_of
from editor.manuscript.manuscript import Manuscript
from editor.manuscript.numbering import MarkerStyle, marker_at, marker_text
from editor.manuscript.outline.reader import outline_of
from editor.manuscript.outline.sections import Outline, Section
from editor.manuscript.paragraph import Paragraph


def label_edits_after(manuscript: Manuscript, edits: Sequence[Edit]) -> tuple[Splice, ...]:
    """The edits behind ``edits`` that set the automatic numbers right.

    Nothing is looked at where the file has no lists or only words change.
    """
    if not manuscript.lists or all(_in_line(edit) for edit in edits):
        return ()
    return label_edits(apply_all(manuscript, edits))


def label_edits(manuscript: Manuscript) -> tuple[Splice, ...]:
    """The edits that give every paragraph the label its lists give it now."""
    if not manuscript.lists:
        return ()
    wanted = labels_of(manuscript.paragraphs, manuscript.lists)
    return tuple(
        Splice(line, line + 1, (replace(paragraph, label=label),))
        for line, (paragraph, label) in enumerate(zip(manuscript.paragraphs, wanted, strict=True))
        if paragraph.label != label
    )


def _in_line(edit: Edit) -> bool:
    if not isinstance(edit, Replace) or edit.start.paragraph != edit.end.paragraph:
        return False
    return "\n" not in edit.text


def label_edits_after_command(
    before: Manuscript, outline: Outline, after: Manuscript
) -> tuple[Splice, ...]:
    """The edits of ``after`` that show each automatic number in its place."""
    if after.lists:
        return label_edits(after)
    if not any(p.label for p in before.paragraphs):
        return ()
    counted = {n for run in _runs(before, outline) if _in_order(run) for n, _ in run}
    keys = {before.paragraphs[n].key for n in counted}
    edits: list[Splice] = []
    for run in _runs(after, outline_of(after)):
        if all(not p.key or p.key in keys for _, p in run) and not _in_order(run):
            edits += _counted(run)
    return tuple(edits)


def _runs(manuscript: Manuscript, outline: Outline) -> Iterator[list[tuple[int, Paragraph]]]:
    for children in (outline.sections, *(s.children for s in outline.walk())):
        runs: dict[MarkerStyle, list[tuple[int, Paragraph]]] = {}
        for section in children:
            one = _labelled(manuscript, section)
            marker = marker_at(one.label) if one else None
            if one and marker:
                runs.setdefault(marker.style, []).append((section.start.paragraph, one))
        yield from runs.values()


def _labelled(manuscript: Manuscript, section: Section) -> Paragraph | None:
    paragraph = manuscript.paragraphs[section.start.paragraph]
    here = not paragraph.text[: section.start.offset].strip()
    return paragraph if paragraph.label and here and not paragraph.frame else None


def _in_order(run: Sequence[tuple[int, Paragraph]]) -> bool:
    values = [m.value for _, p in run if (m := marker_at(p.label))]
    return values == list(range(1, len(run) + 1))


def _counted(run: Sequence[tuple[int, Paragraph]]) -> Iterator[Splice]:
    for value, (line, p) in enumerate(run, 1):
        marker = marker_at(p.label)
        label = marker_text(p.label, marker, value) if marker else p.label
        if label != p.label:
            yield Splice(line, line + 1, (replace(p, label=label),))
