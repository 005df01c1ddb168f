"""Where the letters of a text to be saved came from: stretches by the run marks.

A paragraph's element can be patched in place while its letters are at home: in it, in their
order, and nobody else's among them. All other paragraphs are glued from the original runs.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from editor.files.docx.text_runs import RunContent
from editor.files.docx_patch.paragraph_patch import storable
from editor.manuscript.marks import (
    CONTROL,
    FIELD,
    INSERTED,
    LINK,
    LOOKS,
    RUBY,
    RUN,
    Marks,
    cut,
    explicit,
    rewritten,
)
from editor.manuscript.paragraph import Paragraph

# Words typed at the edge of these, or among somebody's tracked letters, are not of them.
_SHUT = (FIELD, INSERTED, LINK)
_AROUND = (*_SHUT, RUBY, CONTROL)


_NOTHING: frozenset[str] = frozenset()


class Stretch(NamedTuple):
    """Letters of one run content of the source, or written here.

    ``key`` is the source's paragraph, 0 for letters written here, with the ``looks`` brought
    along; ``content`` the number of the run content, -1 in a paragraph of one look.
    """

    text: str
    key: int = 0
    content: int = -1
    looks: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Origins:
    """The stretches of the changed paragraphs by their place in the text.

    ``glued`` are the places of those that cannot be patched in place, ``torn`` the keys whose
    elements give up letters or change their order, ``keys`` all whose nodes gluing needs.
    """

    runs: Mapping[int, Sequence[Stretch]]
    glued: frozenset[int]
    torn: frozenset[int]
    keys: frozenset[int]

    def first_key(self, number: int) -> int:
        """The source's paragraph in which the words of a glued one begin; 0 for none."""
        return next((s.key for s in self.runs[number] if s.key), 0)


def origins_of(paragraphs: Sequence[Paragraph], old: Mapping[int, Paragraph]) -> Origins:
    """Which paragraphs changed, which must be glued, and from whose runs."""
    runs = {n: stretches(p, old) for n, p in enumerate(paragraphs) if old.get(p.key) != p}
    places = {p.key: n for n, p in enumerate(paragraphs) if p.key}
    holders: dict[int, set[int]] = {}
    for number, run in runs.items():
        for stretch in run:
            holders.setdefault(stretch.key, set()).add(number)
    glued = {n for n, run in runs.items() if not _patchable(run, paragraphs[n], old)}
    torn: set[int] = set()
    waiting = list(glued)
    while waiting:
        number = waiting.pop()
        for key in {paragraphs[number].key, *(s.key for s in runs[number])} - {0, *torn}:
            place = places.get(key, -1)
            if place >= 0 and place not in runs:
                continue  # it has all its own: what is elsewhere is a copy
            torn.add(key)
            fresh = {*holders.get(key, ()), *((place,) if place >= 0 else ())} - glued
            glued |= fresh
            waiting += fresh
    keys = torn | {s.key for n in glued for s in runs[n]} - {0}
    return Origins(runs, frozenset(glued), frozenset(torn), frozenset(keys))


def content_texts(run: Sequence[Stretch], contents: Sequence[RunContent]) -> list[str] | None:
    """The new text of each run content of a paragraph whose letters are all at home.

    Words written here go to the letters before them, or behind, that are nobody's in
    particular. None where the marks do not tell.
    """
    texts = [""] * len(contents)
    for place, stretch in enumerate(run):
        number = stretch.content
        if not stretch.key:
            beside = [run[n].content for n in (place - 1, place + 1) if 0 <= n < len(run)]
            free = [n for n in beside if 0 <= n < len(contents) and not contents[n].linked]
            worded = [n for n in free if contents[n].name == "t"] or free
            number = worded[0] if worded else -1
        if not 0 <= number < len(contents):
            return None
        texts[number] += stretch.text
    return texts


def own_ends(was: str, now: str) -> tuple[int, int]:
    """How many letters at the start and at the end of ``now`` are still those of ``was``."""
    most = min(len(was), len(now))
    head = 0
    while head < most and was[head] == now[head]:
        head += 1
    tail = 0
    while tail < most - head and was[-1 - tail] == now[-1 - tail]:
        tail += 1
    return head, tail


def stretches(paragraph: Paragraph, old: Mapping[int, Paragraph]) -> list[Stretch]:
    """The letters of a paragraph, stretch by stretch, `storable` each."""
    found: list[Stretch] = []
    for made in _cut(paragraph.text, _marks_of(paragraph, old), old):
        if found and found[-1]._replace(text="") == made._replace(text=""):
            found[-1] = made._replace(text=found[-1].text + made.text)
        elif made.text:
            found.append(made)
    return [part for made in found for part in _apart(made, old)]


def _cut(text: str, marks: Marks, old: Mapping[int, Paragraph]) -> Iterator[Stretch]:
    done = 0
    for mark in marks:
        if mark.kind != RUN or mark.start < done:
            continue
        yield from _written(text, marks, done, mark.start)
        key, _, content = mark.value.partition(".")
        words = storable(text[mark.start : mark.end])
        if key.isdigit() and int(key) in old:
            yield Stretch(words, int(key), int(content) if content.isdigit() else -1)
        else:
            yield from _written(text, marks, mark.start, mark.end)
        done = mark.end
    yield from _written(text, marks, done, len(text))


def _written(text: str, marks: Marks, start: int, end: int) -> Iterator[Stretch]:
    # Letters without an origin, by the looks that were brought along.
    if start >= end:
        return
    looks = [m for m in cut(marks, start, end) if m.kind in LOOKS]
    borders = sorted({0, end - start, *(m.start for m in looks), *(m.end for m in looks)})
    for first, last in itertools.pairwise(borders):
        here = tuple(sorted((m.kind, m.value) for m in looks if m.start <= first < m.end))
        yield Stretch(storable(text[start + first : start + last]), looks=here)


def _marks_of(paragraph: Paragraph, old: Mapping[int, Paragraph]) -> Marks:
    if paragraph.marks or not paragraph.text:
        return paragraph.marks
    before = old.get(paragraph.key)
    if before is None:
        return ()
    if before.marks:
        return rewritten(before.marks, before.text, paragraph.text)
    return explicit(paragraph.key, len(paragraph.text), ())


def _patchable(run: Sequence[Stretch], paragraph: Paragraph, old: Mapping[int, Paragraph]) -> bool:
    if not paragraph.key:
        return all(not stretch.key and not stretch.looks for stretch in run)
    if not paragraph.marks:
        return True  # where they were lost on the way the words tell what changed
    last = -1
    for stretch in run:
        if stretch.looks or stretch.key not in (0, paragraph.key):
            return False
        if stretch.key and stretch.content < last:
            return False
        last = max(last, stretch.content)
    return all(
        stretch.key or _has_taker(run, place, old[paragraph.key])
        for place, stretch in enumerate(run)
        if len(run) > 1
    )


def _has_taker(run: Sequence[Stretch], place: int, before: Paragraph) -> bool:
    """Whether words written here stand beside letters that are nobody's in particular."""
    beside = [run[n] for n in (place - 1, place + 1) if 0 <= n < len(run)]
    around = _kinds_of(before)
    return any(not around.get(s.content, _NOTHING) for s in beside)


def _kinds_of(paragraph: Paragraph) -> dict[int, frozenset[str]]:
    """What stands around the run contents of a paragraph of the source, where anything does."""
    others = [m for m in paragraph.marks if m.kind in _AROUND]
    found: dict[int, frozenset[str]] = {}
    for mark in paragraph.marks if others else ():
        if mark.kind == RUN:
            kinds = frozenset(o.kind for o in others if o.start <= mark.start < o.end)
            if kinds:
                found[int(mark.value.partition(".")[2])] = kinds
    return found


def _apart(stretch: Stretch, old: Mapping[int, Paragraph]) -> Iterator[Stretch]:
    """Letters of somebody's link, field or insertion, and those typed beside or among them."""
    before = old[stretch.key] if stretch.key else None
    if before is None or not any(m.kind in _SHUT for m in before.marks):
        yield stretch
        return
    kinds = _kinds_of(before).get(stretch.content, _NOTHING)
    value = f"{stretch.key}.{stretch.content}"
    marks = [m for m in before.marks if m.kind == RUN and m.value == value]
    was = "".join([storable(before.text[m.start : m.end]) for m in marks])
    head, tail = own_ends(was, stretch.text)
    end = len(stretch.text) - tail
    inside = INSERTED not in kinds and head and tail
    if not kinds.intersection(_SHUT) or not 0 < head + tail < len(stretch.text) or inside:
        yield stretch
        return
    parts = (stretch.text[:head], stretch.key), (stretch.text[head:end], 0)
    for words, key in (*parts, (stretch.text[end:], stretch.key)):
        if words:
            yield Stretch(words, key, stretch.content if key else -1)
