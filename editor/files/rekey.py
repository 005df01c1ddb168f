"""Finding again which paragraph of a file is which, for a text that lost its keys.

A recovered snapshot, or a text that came back from outside, is laid beside the file's
own paragraphs: equal text in the same order gets the key back.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from editor.files.opened import DocxSource, Opened, digest_of
from editor.manuscript.comparison.sequences import common_subsequence
from editor.manuscript.manuscript import Manuscript
from editor.manuscript.marks import RUN, loose
from editor.manuscript.paragraph import Paragraph
from editor.manuscript.structure.list_levels import recounted


def rekey(opened: Opened, manuscript: Manuscript, source: str = "") -> Manuscript:
    """The manuscript with the keys of ``opened``, a file just read: all old keys are forgotten.

    For recovery: the file may have changed since the snapshot's keys were given. Where it is
    the very one (``source`` is the fingerprint of its bytes) keys and marks are good as they
    are. In a plain text automatic numbers are words, as they were saved.
    """
    file = opened.source
    if source and isinstance(file, DocxSource) and digest_of(file.data) == source:
        paragraphs = manuscript.paragraphs
    else:
        bare = tuple(replace(p, key=0, marks=loose(p.marks)) for p in manuscript.paragraphs)
        if opened.kind == "txt":
            bare = tuple(Paragraph(p.label + p.text) for p in bare)
        paragraphs = _aligned(opened.manuscript.paragraphs, bare)
    now = opened.manuscript
    return recounted(Manuscript(manuscript.revision, paragraphs, now.lists, now.beside))


def rekeyed(
    shown: tuple[Paragraph, ...], paragraphs: tuple[Paragraph, ...]
) -> tuple[Paragraph, ...]:
    """The paragraphs as they are where any has a key; else aligned by their text."""
    known = {p.key for p in shown}
    if any(p.key in known for p in paragraphs if p.key):
        return paragraphs
    return _aligned(shown, paragraphs)


def _aligned(shown: tuple[Paragraph, ...], bare: tuple[Paragraph, ...]) -> tuple[Paragraph, ...]:
    out = list(bare)
    told = any(p.listed for p in bare)  # an old snapshot says nothing of lists
    pairs = common_subsequence([p.text for p in shown], [p.text for p in bare])
    alike: list[tuple[int, int]] = []
    for (a1, b1), (a2, b2) in pairwise([(-1, -1), *pairs, (len(shown), len(bare))]):
        # A changed stretch of as many paragraphs is those paragraphs with other words.
        if a2 - a1 == b2 - b1:
            alike += zip(range(a1 + 1, a2), range(b1 + 1, b2), strict=True)
    for old, at in (*pairs, *alike):
        out[at] = _same(shown[old], out[at], told)
    return tuple(out)


def _same(old: Paragraph, now: Paragraph, told: bool) -> Paragraph:
    """The file's paragraph with the words of now; what it knows of its own letters is best."""
    made = old.with_text(now.text)
    if any(mark.kind == RUN for mark in now.marks):
        made = replace(made, marks=now.marks)
    if not told or old.listed == now.listed:
        return made
    return replace(made, listed=now.listed, label=now.label, style=now.style)
