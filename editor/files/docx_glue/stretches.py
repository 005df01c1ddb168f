"""Where the letters of a text to be saved came from: stretches by the run marks.

A paragraph's element can be patched in place while its letters are at home: in it, in their
order, and nobody else's among them. All other paragraphs are glued from the original runs.
"""

from __future__ import annotations

import itertools
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import NamedTuple

from editor.files.docx.text_runs import RunContent
from editor.files.docx_patch.paragraph_patch import storable
from editor.manuscript.marks import (
    CONTROL,
    FACE,
    FIELD,
    INSERTED,
    LINK,
    LOOKS,
    RUBY,
    RUN,
    SIZE,
    Marks,
    cut,
    explicit,
    loose,
    rewritten,
)
from editor.manuscript.paragraph import Paragraph
from editor.manuscript.whole_number import whole_number

# Words typed at the edge of these, or among somebody's tracked letters, are not of them.
_SHUT = (FIELD, INSERTED, LINK)
_AROUND = (*_SHUT, RUBY, CONTROL)
_EMPHASIS = frozenset(LOOKS) - {FACE, SIZE}
# Fields that Word computes anew by itself (ECMA-376 Part 1, 17.16.5): words put in place of
# their result stand only if the field goes.
_ANEW = ("DATE", "TIME", "SAVEDATE", "PRINTDATE", "CREATEDATE", "EDITTIME", "MERGEFIELD")
_FINEST = 250_000  # product of lengths up to which words are compared letter by letter


@dataclass(frozen=True, slots=True)
class _Content:
    """A run content of the source: its letters, what stands around them, whether that is a
    field which Word computes anew, and whether they stand out (bold, coloured …)."""

    text: str
    kinds: frozenset[str]
    anew: bool = False
    bold: bool = False


_PLAIN = _Content("", frozenset())


class _Before:
    """The paragraphs of the source by key, and their run contents where any is somebody's."""

    def __init__(self, old: Mapping[int, Paragraph]) -> None:
        self.old = old
        self._known: dict[int, dict[int, _Content]] = {}

    def content(self, key: int, number: int) -> _Content:
        """A run content; without kinds where nothing stands around any of its paragraph."""
        if key not in self._known:
            self._known[key] = self._read(self.old[key])
        return self._known[key].get(number, _PLAIN)

    def anew(self, key: int) -> set[tuple[int, int]]:
        """The run contents of a paragraph that Word computes anew, with its key."""
        self.content(key, 0)
        return {(key, n) for n, content in self._known[key].items() if content.anew}

    def _read(self, paragraph: Paragraph) -> dict[int, _Content]:
        around = [m for m in paragraph.marks if m.kind in _AROUND or m.kind in _EMPHASIS]
        runs = [m for m in paragraph.marks if m.kind == RUN and "." in m.value] if around else []
        starts = [m.start for m in runs]
        kinds: dict[int, set[str]] = {}
        anew: set[int] = set()
        bold: set[int] = set()
        for mark in around:
            for place in range(bisect_left(starts, mark.start), bisect_left(starts, mark.end)):
                if mark.kind in _EMPHASIS:
                    bold.add(place)
                    continue
                kinds.setdefault(place, set()).add(mark.kind)
                if mark.kind == FIELD and mark.value.upper().startswith(_ANEW):
                    anew.add(place)
        return {
            int(m.value.partition(".")[2]): _Content(
                storable(paragraph.text[m.start : m.end]),
                frozenset(kinds.get(n, ())),
                n in anew,
                n in bold,
            )
            for n, m in enumerate(runs)
        }


class Stretch(NamedTuple):
    """Letters of one run content of the source, or written here.

    ``key`` is the source's paragraph, 0 for letters written here, with the ``looks`` brought
    along; ``content`` the number of the run content, -1 in a paragraph of one look. ``plain``:
    it came among letters with looks and has none.
    """

    text: str
    key: int = 0
    content: int = -1
    looks: tuple[tuple[str, str], ...] = ()
    plain: bool = False


@dataclass(frozen=True, slots=True)
class Origins:
    """The stretches of the changed paragraphs by their place in the text.

    ``glued`` are the places of those that cannot be patched in place, ``torn`` the keys whose
    elements give up letters or change their order, ``keys`` all whose nodes gluing needs.
    ``undone`` are run contents (with their keys) of fields whose result nobody kept.
    """

    runs: Mapping[int, Sequence[Stretch]]
    glued: frozenset[int]
    torn: frozenset[int]
    keys: frozenset[int]
    undone: frozenset[tuple[int, int]] = frozenset()

    def first_key(self, number: int) -> int:
        """The source's paragraph in which the words of a glued one begin; 0 for none."""
        return next((s.key for s in self.runs[number] if s.key), 0)


def origins_of(paragraphs: Sequence[Paragraph], old: Mapping[int, Paragraph]) -> Origins:
    """Which paragraphs changed, which must be glued, and from whose runs."""
    before = _Before(old)
    runs = {n: _stretches(p, before) for n, p in enumerate(paragraphs) if old.get(p.key) != p}
    places = {p.key: n for n, p in enumerate(paragraphs) if p.key}
    holders: dict[int, set[int]] = {}
    for number, run in runs.items():
        for stretch in run:
            holders.setdefault(stretch.key, set()).add(number)
    undone = _undone(runs, paragraphs, before)
    touched = {key for key, _ in undone}
    glued = {
        n
        for n, run in runs.items()
        if paragraphs[n].key in touched or not _patchable(run, paragraphs[n], before)
    }
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
    return Origins(runs, frozenset(glued), frozenset(torn), frozenset(keys), frozenset(undone))


def _undone(
    runs: Mapping[int, Sequence[Stretch]], paragraphs: Sequence[Paragraph], before: _Before
) -> set[tuple[int, int]]:
    keys = {paragraphs[n].key for n in runs} | {s.key for run in runs.values() for s in run}
    found = {one for key in keys - {0} for one in before.anew(key)}
    for run in runs.values() if found else ():
        for stretch in run:
            place = (stretch.key, stretch.content)
            if place in found and _own_letters(stretch, before):
                found.discard(place)
    unchanged = {p.key for n, p in enumerate(paragraphs) if n not in runs}
    return {place for place in found if place[0] not in unchanged}


def _own_letters(stretch: Stretch, before: _Before) -> bool:
    was = before.content(stretch.key, stretch.content).text
    return any(own for _, own in _own_and_typed(was, stretch.text))


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


def _stretches(paragraph: Paragraph, before: _Before) -> list[Stretch]:
    """The letters of a paragraph, stretch by stretch, `storable` each."""
    old = before.old
    found = _joined(_cut(paragraph.text, _marks_of(paragraph, old), old))
    return _joined(part for made in found for part in _apart(made, before))


def _joined(made: Iterable[Stretch]) -> list[Stretch]:
    found: list[Stretch] = []
    for one in made:
        if found and found[-1]._replace(text="") == one._replace(text=""):
            found[-1] = one._replace(text=found[-1].text + one.text)
        elif one.text:
            found.append(one)
    return found


def _cut(text: str, marks: Marks, old: Mapping[int, Paragraph]) -> Iterator[Stretch]:
    done = 0
    for mark in marks:
        if mark.kind != RUN or mark.start < done:
            continue
        yield from _written(text, marks, done, mark.start)
        key, _, content = mark.value.partition(".")
        words = storable(text[mark.start : mark.end])
        if whole_number(key, -1) in old:
            yield Stretch(words, whole_number(key), whole_number(content, -1))
        else:
            yield from _written(text, marks, mark.start, mark.end)
        done = mark.end
    yield from _written(text, marks, done, len(text))


def _written(text: str, marks: Marks, start: int, end: int) -> Iterator[Stretch]:
    # Letters without an origin, by the looks that were brought along.
    if start >= end:
        return
    looks = loose(cut(marks, start, end))
    borders = sorted({0, end - start, *(m.start for m in looks), *(m.end for m in looks)})
    for first, last in itertools.pairwise(borders):
        here = tuple(sorted((m.kind, m.value) for m in looks if m.start <= first < m.end))
        words = storable(text[start + first : start + last])
        yield Stretch(words, looks=here, plain=bool(marks) and not here)


def _marks_of(paragraph: Paragraph, old: Mapping[int, Paragraph]) -> Marks:
    if paragraph.marks or not paragraph.text:
        return paragraph.marks
    before = old.get(paragraph.key)
    if before is None:
        return ()
    if before.marks:
        return rewritten(before.marks, before.text, paragraph.text)
    return explicit(paragraph.key, len(paragraph.text), ())


def _patchable(run: Sequence[Stretch], paragraph: Paragraph, before: _Before) -> bool:
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
        stretch.key or _has_taker(run, place, before)
        for place, stretch in enumerate(run)
        if len(run) > 1
    )


def _has_taker(run: Sequence[Stretch], place: int, before: _Before) -> bool:
    """Whether words written here stand beside letters that are nobody's in particular."""
    beside = [run[n] for n in (place - 1, place + 1) if 0 <= n < len(run)]
    found = [before.content(s.key, s.content) for s in beside if s.key]
    return any(not c.kinds and not (run[place].plain and c.bold) for c in found)


def _apart(stretch: Stretch, before: _Before) -> Iterator[Stretch]:
    """Letters of somebody's link, field or insertion, and those typed beside or among them."""
    content = before.content(stretch.key, stretch.content) if stretch.key else _PLAIN
    if not content.kinds.intersection(_SHUT):
        yield stretch
        return
    parts = _own_and_typed(content.text, stretch.text)
    if not any(own for _, own in parts):
        yield stretch  # all of it has other words now
        return
    for place, (words, own) in enumerate(parts):
        outside = INSERTED in content.kinds or place in (0, len(parts) - 1)
        yield Stretch(words) if outside and not own else stretch._replace(text=words)


def _own_and_typed(was: str, now: str) -> list[tuple[str, bool]]:
    """What of ``now`` is of ``was`` and what was typed, in order."""
    if now in was or not Counter(now) - Counter(was):
        return [(now, True)]  # perhaps in another order: nothing was typed
    if len(was) * len(now) > _FINEST:
        return [(now, True)]
    found: list[tuple[str, bool]] = []
    steps = SequenceMatcher(None, was, now, autojunk=False).get_opcodes()
    for tag, _, _, start, end in steps:
        if end > start:
            found.append((now[start:end], tag == "equal"))
    return found
