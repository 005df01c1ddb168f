"""The Word file as it would be saved now, and which of its paragraphs is which of the text.

What must be true of the text as it is now (what is in the file, what the final carries) is
read from these bytes, not from those first opened.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from editor.files.docx.open_docx import read_source
from editor.files.docx_patch.paragraph_patch import storable
from editor.files.docx_patch.save_docx import patched_docx, same_text
from editor.files.opened import DocxSource, Opened
from editor.files.rekey import rekeyed
from editor.manuscript.manuscript import Manuscript
from editor.manuscript.paragraph import Paragraph


class CurrentDocx(NamedTuple):
    """A docx that shows the text as it is.

    ``part`` is the member that holds the body. ``rows`` has for every paragraph of the
    manuscript the number of its w:p in that part (from 1, in document order, shown or not),
    0 where it has none.
    """

    data: bytes
    part: str
    rows: tuple[int, ...]


def current_docx(opened: Opened, manuscript: Manuscript) -> CurrentDocx | None:
    """What a save would write now; None for a text that is no Word file.

    Raises Trouble where the text cannot be put into the file.
    """
    source = opened.source
    if not isinstance(source, DocxSource):
        return None
    paragraphs = rekeyed(source.shown, manuscript.paragraphs)
    data, _ = patched_docx(source, manuscript)
    if same_text(source.shown, paragraphs):
        return CurrentDocx(data, source.part, tuple([p.key for p in paragraphs]))
    rows = _rows(paragraphs, read_source(data).shown)
    return CurrentDocx(data, source.part, rows)


def _rows(paragraphs: Sequence[Paragraph], shown: Sequence[Paragraph]) -> tuple[int, ...]:
    """Keys of ``shown`` for the paragraphs: equal words in order, then what else is alike.

    The file may show more: emptied paragraphs that could not go. It may show some in another
    order: a block with a field that runs on past it stays where it was.
    """
    found = [-1] * len(paragraphs)
    _pair(found, list(map(_worded, paragraphs)), list(map(_worded, shown)))
    _pair(found, list(map(_held, paragraphs)), list(map(_held, shown)))
    _pair_blank(found, paragraphs, shown)
    return tuple([shown[at].key if at >= 0 else 0 for at in found])


def _pair(found: list[int], mine: list[str], theirs: list[str]) -> None:
    """Each name that is not '' with the next of that name that is left."""
    left: dict[str, Iterator[int]] = {}
    places: dict[str, list[int]] = {}
    for at, name in enumerate(theirs):
        if name:
            places.setdefault(name, []).append(at)
    for at, name in enumerate(mine):
        if name in places:
            found[at] = next(left.setdefault(name, iter(places[name])), -1)


def _pair_blank(
    found: list[int], paragraphs: Sequence[Paragraph], shown: Sequence[Paragraph]
) -> None:
    """Empty paragraphs beside the neighbours that are known: from above, then from below."""
    taken = set(found)

    def blank(at: int) -> bool:
        return 0 <= at < len(shown) and at not in taken and not _named(shown[at])

    for step, order in ((1, range(len(found))), (-1, range(len(found) - 1, -1, -1))):
        for at in order:
            if found[at] >= 0 or _named(paragraphs[at]):
                continue
            edge = not 0 <= at - step < len(found)
            near = (-1 if step > 0 else len(shown)) if edge else found[at - step]
            if (edge or near >= 0) and blank(near + step):
                found[at] = near + step
                taken.add(near + step)


def _worded(paragraph: Paragraph) -> str:
    return storable(paragraph.text)


def _held(paragraph: Paragraph) -> str:
    return "" if storable(paragraph.text) else paragraph.holds


def _named(paragraph: Paragraph) -> str:
    return _worded(paragraph) or _held(paragraph)
