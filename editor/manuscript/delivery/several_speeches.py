"""One of several speeches in a file, as a text of its own: its words, minutes and parts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from editor.manuscript.delivery.statistics import Counts, count
from editor.manuscript.manuscript import Manuscript
from editor.manuscript.outline.framed import spoken_text
from editor.manuscript.outline.sections import Outline, Section, SectionKind
from editor.manuscript.paragraph import Paragraph, Position


class ChosenSpeech(NamedTuple):
    """Which speech of a file is meant: ``number`` of ``titles``, from 0; -1 where it holds one."""

    titles: tuple[str, ...] = ()
    number: int = -1

    @property
    def title(self) -> str:
        """What the speech is called, '' where the file holds one."""
        return self.titles[self.number] if self.number >= 0 else ""


def several_speeches(outline: Outline) -> Sequence[Section]:
    """The speeches of a file that holds several; none where it holds one."""
    found = [s for s in outline.sections if s.kind is SectionKind.TITLE]
    return found if len(found) > 1 else ()


def speech_at(outline: Outline, place: Position) -> ChosenSpeech:
    """The speech that holds a place, or the first one behind it."""
    speeches = several_speeches(outline)
    if not speeches:
        return ChosenSpeech()
    number = max([0, *(n for n, s in enumerate(speeches) if s.start.paragraph <= place.paragraph)])
    return ChosenSpeech(tuple([s.title for s in speeches]), number)


def one_speech(
    manuscript: Manuscript, outline: Outline, chosen: ChosenSpeech
) -> tuple[Manuscript, Outline]:
    """The text and tree of one speech alone, place for place: other paragraphs have no words."""
    speeches = several_speeches(outline)
    if not 0 <= chosen.number < len(speeches):
        return manuscript, outline
    speech = speeches[chosen.number]
    first = speech.start.paragraph
    last = speech.end.paragraph + (speech.end.offset > 0)
    kept = manuscript.paragraphs[first:last]
    before = [Paragraph("")] * first
    behind = [Paragraph("")] * (len(manuscript.paragraphs) - last)
    alone = Manuscript(manuscript.revision, (*before, *kept, *behind))
    return alone, Outline((speech,))


def speech_counts(manuscript: Manuscript, outline: Outline, chosen: ChosenSpeech) -> Counts | None:
    """The sizes of one speech; None where the file holds one only. Cells are not spoken."""
    text, _ = one_speech(manuscript, outline, chosen)
    if text is manuscript:
        return None
    counts = count("\n".join([p.text for p in text.paragraphs if p.text]))
    if any(p.frame for p in text.paragraphs):
        counts = replace(counts, spoken=count(spoken_text(text).text).spoken)
    return counts
