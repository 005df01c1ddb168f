"""Sections on their way to another place: in the clipboard, and while they are dragged.

Beside the words for everybody (`page.clipboard`) goes what only a tree asks for: what kind of
sections they are. While rows are dragged nothing but this goes along, so that a page or another
program does not take the words of what is to be moved.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any, NamedTuple, cast

from PySide6.QtCore import QMimeData

from editor.data_files.json_data import json_of
from editor.manuscript.manuscript import Manuscript
from editor.manuscript.outline.sections import SectionKind
from editor.manuscript.paragraph import Paragraph
from editor.manuscript.structure.section_copies import SectionCopy, SectionHead, heads_of
from editor.ui.page.clipboard import OWN, at_home, from_mime, to_mime

SECTIONS = "application/x-bigan-sections"
_LARGEST = 1 << 27  # bytes


class Landing(NamedTuple):
    """The text that sections come to: ``looks`` False for one that keeps words only."""

    manuscript: Manuscript
    text_id: str
    looks: bool


class Arriving(NamedTuple):
    """Sections as they would stand in a text, and what they are called; ``why`` they cannot."""

    copy: SectionCopy
    name: str = ""
    why: str = ""


def for_everybody(copy: SectionCopy, text_id: str, name: str) -> QMimeData:
    """For the clipboard: whole lines, so the page and Word put them between lines."""
    mime = to_mime((*copy.paragraphs, Paragraph("")), text_id)
    put_on(mime, copy, text_id, name)
    return mime


def put_on(mime: QMimeData, copy: SectionCopy, text_id: str, name: str) -> None:
    """Only for trees: the sections of a drag."""
    whole = to_mime((*copy.paragraphs, Paragraph("")), text_id)
    own = bytes(whole.data(OWN).data()).decode("ascii")
    _put(mime, _Known(own, copy.heads, name))


def put_refusal_on(mime: QMimeData, why: str) -> None:
    """They can be moved in their tree only."""
    _put(mime, _Known(why=why))


def arriving(mime: QMimeData, landing: Landing) -> Arriving:
    """What a tree can take of the clipboard or of a drag; nothing: no paragraphs."""
    known = _known(mime)
    if known.why:
        return Arriving(SectionCopy((), ()), "", known.why)
    words = QMimeData()
    if known.own:
        words.setData(OWN, known.own.encode("ascii"))
    run = from_mime(words if known.own else mime, landing.text_id, looks=landing.looks)
    fresh = _lines(at_home(landing.manuscript, run))
    heads = tuple(known.heads) or (heads_of(fresh) if fresh else ())
    return Arriving(SectionCopy(fresh, heads), known.name)


class _Known(NamedTuple):
    own: str = ""  # as `to_mime` makes it
    heads: Sequence[SectionHead] = ()
    name: str = ""
    why: str = ""


def _known(mime: QMimeData) -> _Known:
    """What `_put` put there; nothing where another program put something else."""
    if not mime.hasFormat(SECTIONS):
        return _Known()
    try:
        rows = cast("list[Any]", json_of(bytes(mime.data(SECTIONS).data()), _LARGEST))
        own, heads, name, why = rows
        known = [SectionHead(SectionKind(kind), int(level)) for kind, level in heads]
        return _Known(str(own), known, str(name), str(why))
    except (ValueError, TypeError):
        return _Known()


def _put(mime: QMimeData, known: _Known) -> None:
    rows = known._replace(heads=[(h.kind.value, h.level) for h in known.heads])
    mime.setData(SECTIONS, json.dumps(rows, ensure_ascii=True).encode("ascii"))


def _lines(run: Sequence[Paragraph]) -> tuple[Paragraph, ...]:
    """Without the empty lines at either end: they say where lines were cut."""
    first, last = 0, len(run)
    while last > first and _is_bare(run[last - 1]):
        last -= 1
    while first < last and _is_bare(run[first]):
        first += 1
    return tuple(run[first:last])


def _is_bare(paragraph: Paragraph) -> bool:
    return not paragraph.text.strip() and not paragraph.holds
