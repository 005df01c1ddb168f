"""What every paragraph is on the page, from the outline: pages and docx agree on it here.

Empty paragraphs have no part: an edition sets its own distances.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from editor.editions.styles import Edition, Face, Role, RoleStyle
from editor.manuscript.manuscript import Manuscript
from editor.manuscript.outline.sections import Outline, Section, SectionKind
from editor.manuscript.outline.title_lines import subtitle_size
from editor.manuscript.paragraph import Paragraph, Position, Span

# （2026年4月28日）, 二〇二六年四月, 20xx年X月X日: a line that only dates the speech.
_DATE = re.compile(
    r"[（(]?\s*[0-9０-９一二〇○零xXＸ×*_]{2,4}\s*年[^。，；！？]{0,16}[日号月]?\s*[)）]?"
)
_BRACKETS = re.compile(r"[（(][^（()）]{2,30}[)）]")
_NAME = re.compile(r"[^\s，。；：！？,.;:!?、…]+(?:\s+[^\s，。；：！？,.;:!?、…]+){0,3}")
_LONGEST_NAME = 20
_LONGEST_GREETING = 30
_LONGEST_TITLE = 40
_SENTENCE_ENDS = ("。", "！", "？", "；", "：", "，")
_SUBTITLE_LINES = 8
_DASHES = ("——", "—", "--", "――", "──")


class HeadingSpan(NamedTuple):
    """A heading's words ``[start, end)`` in a paragraph; level 1 is 一、."""

    start: int
    end: int
    level: int


class PageParagraph(NamedTuple):
    """A paragraph as the page sees it. ``opens`` marks a speech that begins a page."""

    paragraph: int
    role: Role
    headings: tuple[HeadingSpan, ...] = ()
    opens: bool = False

    @property
    def level(self) -> int:
        """Level for a navigation pane: 0 body, 1 the title, 2 一、, 3 （一）…"""
        if self.role is Role.TITLE:
            return 1
        return self.headings[0].level + 1 if self.headings else 0


def page_paragraphs(m: Manuscript, outline: Outline) -> tuple[PageParagraph, ...]:
    """The part of every paragraph that is not empty, in order."""
    roles = head_roles(m, outline)
    headings = _headings(m, outline)
    titles = [_first_line(m, s) for s in outline.sections if s.kind is SectionKind.TITLE]
    opening = set(titles[1:])  # before the first there may be words of the file's own
    parts: list[PageParagraph] = []
    for index, paragraph in enumerate(m.paragraphs):
        if paragraph.text.strip() or paragraph.label:
            found = tuple(headings.get(index, ()))
            role = _role(paragraph, roles.get(index), found)
            parts.append(PageParagraph(index, role, found, bool(parts) and index in opening))
    return tuple(parts)


def special_paragraphs(m: Manuscript, outline: Outline) -> list[PageParagraph]:
    """Of `page_paragraphs` those that are no plain body text; none of them ``opens`` here.

    For the screen, which stylees the text anew after every command.
    """
    roles, headings = head_roles(m, outline), _headings(m, outline)
    framed = [n for n, p in enumerate(m.paragraphs) if p.frame]
    wanted = sorted({*roles, *headings, *framed})
    found = [page_paragraph_at(m, n, roles.get(n), tuple(headings.get(n, ()))) for n in wanted]
    return [part for part in found if part]


def page_paragraph_at(
    m: Manuscript, index: int, given: Role | None, headings: tuple[HeadingSpan, ...]
) -> PageParagraph | None:
    """A paragraph by its headings and its role in a title block; None where it is plain."""
    paragraph = m.paragraphs[index]
    if not paragraph.text.strip() and not paragraph.label:
        return None
    role = _role(paragraph, given, headings)
    return PageParagraph(index, role, headings) if headings or role is not Role.BODY else None


def faces_of(part: PageParagraph, edition: Edition, length: int) -> list[tuple[int, int, Face]]:
    """The stretches ``(start, end, face)`` that cover a paragraph of ``length``."""
    base = style_of(part, edition).face
    stretches: list[tuple[int, int, Face]] = []
    done = 0
    for heading in part.headings:
        if heading.start < done:
            continue
        stretches.append((done, heading.start, base))
        stretches.append((heading.start, heading.end, edition.heading_face(heading.level)))
        done = heading.end
    stretches.append((done, length, base))
    return [s for s in stretches if s[0] < s[1]]


def style_of(part: PageParagraph, edition: Edition) -> RoleStyle:
    """The style of a part."""
    return edition.styles[part.role]


def _role(paragraph: Paragraph, given: Role | None, headings: tuple[HeadingSpan, ...]) -> Role:
    if paragraph.frame:
        return Role.FRAME
    if given is not None:
        return given
    bare = paragraph.text.strip()
    alone = len(headings) == 1 and paragraph.text[headings[0].start : headings[0].end].strip()
    return Role.HEADING if bare and alone == bare else Role.BODY


def _headings(m: Manuscript, outline: Outline) -> dict[int, list[HeadingSpan]]:
    found: dict[int, list[HeadingSpan]] = {}
    for section in outline.walk():
        if section.kind is SectionKind.SECTION:
            (line, head), (last, tail) = section.start, section.body
            if line == last and head < tail:  # nearly all of them
                stretch = HeadingSpan(head, tail, max(1, section.level))
                found.setdefault(line, []).append(stretch)
                continue
            for span in _spans(m, section.start, section.body):
                stretch = HeadingSpan(span.start, span.end, max(1, section.level))
                found.setdefault(span.paragraph, []).append(stretch)
    return found


def head_roles(m: Manuscript, outline: Outline) -> dict[int, Role]:
    """Roles of title, subtitle, date and name lines, and salutation."""
    roles: dict[int, Role] = {}
    for section in outline.walk():
        if section.kind is SectionKind.TITLE:
            roles.update(_title_block(m, section))
        elif section.kind is SectionKind.SALUTATION:
            roles.update(dict.fromkeys(_greeting(m, section), Role.SALUTATION))
    return roles


def _greeting(m: Manuscript, section: Section) -> Iterator[int]:
    """The paragraphs that greet: the first, and more of them ('各位来宾：') right behind.

    In a short text the node of the salutation also holds the text that follows it.
    """
    for span in _spans(m, section.start, section.end):
        bare = m.paragraphs[span.paragraph].text.strip()
        first = span.paragraph == section.start.paragraph
        greets = len(bare) <= _LONGEST_GREETING and bare.endswith(("：", ":", "！", "!"))
        if not _whole(m, span) or not (first or greets):
            return
        yield span.paragraph


def _title_block(m: Manuscript, title: Section) -> dict[int, Role]:
    spans = [s for s in _spans(m, title.start, title.body) if _whole(m, s)]
    main = _main_title(m, title)
    roles = {} if main is None else {main: Role.TITLE}
    for span in spans:
        dashed = m.paragraphs[span.paragraph].text.lstrip().startswith(_DASHES)
        roles[span.paragraph] = Role.SUBTITLE if dashed and roles else Role.TITLE
    greeted = [c.start.paragraph for c in title.children if c.kind is SectionKind.SALUTATION]
    sections = [c.start.paragraph for c in title.children if c.kind is SectionKind.SECTION]
    limit = min([*greeted[:1], *sections[:1], title.end.paragraph])
    lines = range(spans[-1].paragraph + 1 if spans else limit, limit)
    subtitle = _subtitle(m, lines)
    for index in lines:
        bare = m.paragraphs[index].text.strip()
        role = Role.SUBTITLE if index in subtitle else _under_title(bare, named=bool(greeted))
        if role is None and bare:
            break
        if role is not None:
            roles[index] = role
    return roles


def _subtitle(m: Manuscript, lines: Sequence[int]) -> set[int]:
    """The lines of a ——subtitle that stands first among the lines under a title."""
    some = [n for n in lines[:_SUBTITLE_LINES] if m.paragraphs[n].text.strip()]
    bare = [m.paragraphs[n].text.strip() for n in some]
    return set(some[: subtitle_size(bare)]) if bare and bare[0].startswith(_DASHES) else set()


def _main_title(m: Manuscript, title: Section) -> int | None:
    """The line above a title that begins with ——, where the outline names only that."""
    above = title.start.paragraph - 1
    if above < 0 or not m.paragraphs[title.start.paragraph].text.lstrip().startswith(_DASHES):
        return None
    bare = m.paragraphs[above].text.strip()
    fits = 0 < len(bare) <= _LONGEST_TITLE and not bare.endswith(_SENTENCE_ENDS)
    return above if fits else None


def _first_line(m: Manuscript, title: Section) -> int:
    main = _main_title(m, title)
    return title.start.paragraph if main is None else main


def _under_title(bare: str, named: bool) -> Role | None:
    """The role of a line under the title; a name counts only before a salutation."""
    if bare.startswith(_DASHES) and not bare.endswith(_SENTENCE_ENDS):
        return Role.SUBTITLE
    if _DATE.fullmatch(bare) or _BRACKETS.fullmatch(bare):
        return Role.BYLINE
    if named and len(bare) <= _LONGEST_NAME and _NAME.fullmatch(bare):
        return Role.BYLINE
    return None


def _spans(m: Manuscript, start: Position, end: Position) -> Iterator[Span]:
    """The stretches between two places, paragraph by paragraph, none of them empty."""
    last = min(end.paragraph, len(m.paragraphs) - 1)
    for index in range(start.paragraph, last + 1):
        head = start.offset if index == start.paragraph else 0
        tail = end.offset if index == end.paragraph else len(m.paragraphs[index].text)
        if head < tail:
            yield Span(index, head, tail)


def _whole(m: Manuscript, span: Span) -> bool:
    """Whether a stretch is all that its paragraph says."""
    text = m.paragraphs[span.paragraph].text
    return text[span.start : span.end].strip() == text.strip()
