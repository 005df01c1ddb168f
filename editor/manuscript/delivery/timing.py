"""Minutes of each section against the time that is given, and what could be cut.

Separate from `statistics`, which counts one text: here the minutes given are shared out over the
sections. Suggestions only; nothing is changed.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from editor.manuscript.delivery.allotment import (
    Allotment,
    given_minutes,
    minutes_dealt_out,
    verdict,
)
from editor.manuscript.delivery.spoken import syllables
from editor.manuscript.manuscript import Manuscript, text_between
from editor.manuscript.outline.framed import spoken_text
from editor.manuscript.outline.sections import Outline, Section, SectionKind
from editor.manuscript.paragraph import Position

_SHORTEST_CUT: Final = 40  # 字; cutting less does not pay
WORDS_BEFORE: Final = "标题、称谓等"  # what is in no part
# What makes a paragraph specific: figures, names and titles, quoted terms, places.
_SPECIFIC: Final = re.compile(
    r"[0-9０-９]+(?:[.．][0-9０-９]+)?[%％]?|[一二三四五六七八九十百千万亿]+[个项件次家户人名亩公里年月日万亿倍成]"
    r"|“[^”]{1,20}”|《[^》]{1,40}》|[\u4e00-\u9fff]{2,3}(?:同志|书记|主任|局长|县长|市长|师傅|老师)"
    r"|[\u4e00-\u9fff]{2,5}(?:省|市|县|区|镇|乡|村|社区|学校|医院|公司|项目|工程)"
)


@dataclass(frozen=True, slots=True)
class SectionTime:
    """The time of a section: ``minutes`` at the pace, ``target`` what it gets of the budget.

    ``over`` is what it is above that (negative: below), 0 without a budget. ``own``: the
    writer has set the target.
    """

    section: Section
    spoken: int
    minutes: float
    target: float
    over: float
    own: bool = False

    @property
    def verdict(self) -> int:
        """1 too long, -1 shorter than it could be, 0 about right or no budget."""
        return verdict(self.minutes, self.target) if self.target or self.over else 0


@dataclass(frozen=True, slots=True)
class SuggestedCut:
    """A paragraph that could go: ``spoken`` 字 long, ``specific`` marks per 100 字.

    ``saves`` in minutes. One that carries a heading, or is all its section has, cannot go
    as a whole (``whole`` False): it could be half as long.
    """

    paragraph: int
    spoken: int
    specific: float
    saves: float
    whole: bool = True


def timing(
    manuscript: Manuscript,
    outline: Outline,
    pace: int,
    budget: float = 0,
    own: Sequence[Allotment] = (),
) -> tuple[SectionTime, ...]:
    """The time of every section that is spoken by itself, in the order of the text.

    These are the parts of level 1 (a text without any: its speeches). ``pace`` in 字 a
    minute, ``budget`` in minutes, 0 for none; what stands outside the parts (title,
    salutation) takes its time of the budget, the rest is dealt out (`allotment`).
    """
    manuscript = spoken_text(manuscript)
    parts = spoken_parts(outline) or _whole(manuscript)
    spoken = [syllables(text_between(manuscript, s.start, s.end)) for s in parts]
    set_ = given_minutes(own, parts) if budget else {}
    needed = [size / pace for size in spoken]
    room = max(0.0, budget - spoken_outside(manuscript, spoken) / pace)
    targets = minutes_dealt_out(needed, room, set_) if budget else [0.0] * len(parts)
    return tuple(
        SectionTime(s, size, mins, target, mins - target if budget else 0.0, n in set_)
        for n, (s, size, mins, target) in enumerate(
            zip(parts, spoken, needed, targets, strict=True)
        )
    )


def spoken_outside(manuscript: Manuscript, spoken: Sequence[int]) -> int:
    """字 of a text that are in none of its parts: title, date line, salutation."""
    said = spoken_text(manuscript).paragraphs
    return max(0, sum([syllables(p.text) for p in said]) - sum(spoken))


def words_before(
    manuscript: Manuscript, outline: Outline, parts: Sequence[SectionTime], pace: int
) -> tuple[SectionTime, ...]:
    """Title and salutation as one more part, so that all parts together are the whole speech.

    Nothing where the parts have all its words. Its target is its own time: it is dealt none.
    """
    spoken = spoken_outside(manuscript, [part.spoken for part in parts])
    if not spoken or not parts:
        return ()
    start = outline.sections[0].start if outline.sections else Position(0, 0)
    told = Section(SectionKind.TITLE, 0, "", WORDS_BEFORE, start, start, parts[0].section.start)
    return (SectionTime(told, spoken, spoken / pace, 0.0, 0.0),)


def spoken_parts(outline: Outline) -> list[Section]:
    """The sections that are spoken by themselves."""
    found: list[Section] = []
    for section in outline.sections:
        found += section.children if section.kind is SectionKind.TITLE else [section]
    return [s for s in found if s.kind is not SectionKind.SALUTATION]


def _whole(manuscript: Manuscript) -> list[Section]:
    start = Position(0, 0)
    return [Section(SectionKind.OPENING, 1, "", "", start, start, manuscript.end)]


def what_to_cut(
    manuscript: Manuscript, outline: Outline, pace: int, budget: float
) -> tuple[SuggestedCut, ...]:
    """Paragraphs that would bring the speech into its minutes: longest, least specific first.

    Empty where it fits. Headings, salutations, openings and closings are left alone. Where
    what can go is not enough, long paragraphs follow that could be shortened.
    """
    sizes = [syllables(p.text) for p in spoken_text(manuscript).paragraphs]
    excess = sum(sizes) / pace - budget
    if budget <= 0 or excess <= 0:
        return ()
    spared, kept = _spared(manuscript, outline)
    ranked = sorted(_candidates(manuscript, sizes, spared | kept), key=_worth, reverse=True)
    shorter = [c for c in _candidates(manuscript, sizes, spared) if c.paragraph in kept]
    ranked += [replace(c, whole=False) for c in sorted(shorter, key=_worth, reverse=True)]
    chosen: list[SuggestedCut] = []
    for line in ranked:
        if excess <= 0:
            break
        saves = line.spoken / pace / (1 if line.whole else 2)
        chosen.append(replace(line, saves=saves))
        excess -= saves
    return tuple(chosen)


def _candidates(
    manuscript: Manuscript, sizes: Sequence[int], spared: set[int]
) -> list[SuggestedCut]:
    found: list[SuggestedCut] = []
    for line, paragraph in enumerate(manuscript.paragraphs):
        if line in spared or sizes[line] < _SHORTEST_CUT or paragraph.frame or paragraph.holds:
            continue
        found.append(SuggestedCut(line, sizes[line], specificity(paragraph.text, sizes[line]), 0.0))
    return found


def _worth(cut: SuggestedCut) -> float:
    """Long and unspecific first: a figure or name weighs as much as half its length."""
    return cut.spoken / (1 + cut.specific)


def specificity(text: str, spoken: int) -> float:
    """Figures, names, quoted terms and places per 100 字."""
    return 100 * len(_SPECIFIC.findall(text)) / max(1, spoken)


def _spared(manuscript: Manuscript, outline: Outline) -> tuple[set[int], set[int]]:
    """Paragraphs that stay as they are, and those that must stay but could be shorter."""
    spared: set[int] = set()
    kept: set[int] = set()
    for section in outline.walk():
        first, last = section.start.paragraph, section.end.paragraph
        if section.kind in (SectionKind.TITLE, SectionKind.SALUTATION):
            end = section.children[0].start.paragraph if section.children else last
            spared |= set(range(first, end if section.kind is SectionKind.TITLE else first + 1))
        elif section.kind in (SectionKind.OPENING, SectionKind.CLOSING):
            spared |= set(range(first, max(first + 1, last)))
        elif section.body.offset >= len(manuscript.paragraphs[first].text):
            spared.add(first)
            bodies = _said(manuscript, section)
            kept |= set(bodies) if len(bodies) == 1 else set()  # all its section has
        elif section.start.offset == 0:
            kept.add(first)  # its heading is written in it
    return spared, kept - spared


def _said(manuscript: Manuscript, section: Section) -> list[int]:
    """The paragraphs with words under a section's heading."""
    last = section.end.paragraph + (1 if section.end.offset else 0)
    lines = range(section.start.paragraph + 1, last)
    return [line for line in lines if manuscript.paragraphs[line].text.strip()]
