"""The final as a docx made anew: the look of an edition, nothing of the original file.

The package is written part by part rather than from python-docx's template, whose theme,
Latin fonts and hundred and sixty styles would all have to be taken out again.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from xml.sax.saxutils import escape

from editor.blanks.blank import Blank
from editor.editions.roles import PageParagraph, faces_of, page_paragraphs, style_of
from editor.editions.styles import Align, Edition, Face, Role, RoleStyle
from editor.editions.text_measure import FixedMeasure
from editor.editions.title_lines import break_title
from editor.files.authorship import Authorship
from editor.files.docx.text_runs import SOFT_BREAK
from editor.files.docx_new.new_package import RELATIONSHIPS, NewParts, clean, package
from editor.files.docx_new.new_styles import (
    HEADING_LEVELS,
    STYLE_IDS,
    W,
    fonts,
    heading_style_id,
    line_twips,
    styles_xml,
)
from editor.files.docx_new.section_parts import section_xml
from editor.manuscript.manuscript import Manuscript
from editor.manuscript.outline.sections import Outline, SectionKind
from editor.manuscript.paragraph import Paragraph, Span

_PIECES = re.compile(f"\t|{SOFT_BREAK}|[^\t{SOFT_BREAK}]+")
_HEAD = (Role.TITLE, Role.SUBTITLE, Role.BYLINE)
_HIGHLIGHT = '<w:highlight w:val="yellow"/>'


def write_final_docx(
    m: Manuscript,
    outline: Outline,
    edition: Edition,
    *,
    draft: bool = False,
    blanks: Sequence[Blank] = (),
) -> bytes:
    """The bytes of the docx; as a draft with 草稿 on each page and its blanks marked."""
    # With several speeches in a file their titles are the first level of the tree.
    deeper = int(sum(s.kind is SectionKind.TITLE for s in outline.walk()) > 1)
    writer = _Writer(edition, deeper, blanks if draft else ())
    parts = page_paragraphs(m, outline)
    body = "".join(
        writer.paragraph(m.paragraphs[part.paragraph], part, parts[at - 1] if at else None)
        for at, part in enumerate(parts)
    )
    document = (
        f'<w:document xmlns:w="{W}" xmlns:r="{RELATIONSHIPS}"><w:body>{body or "<w:p/>"}'
        f"{section_xml(edition, draft=draft)}</w:body></w:document>"
    )
    title = next((m.paragraphs[p.paragraph].text for p in parts if p.role is Role.TITLE), "")
    # No author is named in what leaves the house: it is not ours to tell.
    made = NewParts(document, styles_xml(edition, deeper), clean(title.strip()), Authorship())
    return package(made, edition, draft=draft)


class _Writer:
    """Writes the paragraphs of one document."""

    def __init__(self, edition: Edition, deeper: int, blanks: Sequence[Blank]) -> None:
        self._edition = edition
        self._deeper = deeper
        self._blanks: dict[int, list[Blank]] = {}
        for blank in blanks:
            self._blanks.setdefault(blank.span.paragraph, []).append(blank)

    def paragraph(
        self, paragraph: Paragraph, part: PageParagraph, before: PageParagraph | None
    ) -> str:
        """A paragraph with its properties and runs."""
        text, style = paragraph.text, style_of(part, self._edition)
        faces = faces_of(part, self._edition, len(text))
        runs: list[str] = []
        if paragraph.label:
            first = faces[0][2] if faces else style.face
            runs.append(_run(paragraph.label, first, style.face, marked=False))
        breaks = self._title_breaks(text, style)
        marks = [blank.span for blank in self._blanks.get(part.paragraph, ())]
        for start, end in _cut(text, faces, breaks, marks):
            face = next(face for a, b, face in faces if a <= start < b)
            marked = any(mark.start <= start < mark.end for mark in marks)
            runs.append("<w:r><w:br/></w:r>" if start in breaks else "")
            runs.append(_run(text[start:end], face, style.face, marked=marked))
        return f"<w:p><w:pPr>{self._properties(part, before)}</w:pPr>{''.join(runs)}</w:p>"

    def _properties(self, part: PageParagraph, before: PageParagraph | None) -> str:
        """The paragraph's style, and what its place asks for more; in schema order."""
        made = [f'<w:pStyle w:val="{self._style_id(part)}"/>']
        if part.opens:
            made.append("<w:pageBreakBefore/>")
        if before is not None and before.role in _HEAD and part.role not in _HEAD:
            gap = self._edition.head_gap * line_twips(self._edition)
            made.append(f'<w:spacing w:before="{gap}"/>')
        if part.role is Role.BODY and part.headings:
            level = min(part.headings[0].level + self._deeper, HEADING_LEVELS)
            made.append(f'<w:outlineLvl w:val="{level - 1}"/>')
        return "".join(made)

    def _style_id(self, part: PageParagraph) -> str:
        if part.role is Role.HEADING:
            return heading_style_id(part.headings[0].level + self._deeper)
        return STYLE_IDS[part.role][0]

    def _title_breaks(self, text: str, style: RoleStyle) -> set[int]:
        """Where a title that is too long for a line is broken by meaning."""
        if style.align is not Align.CENTRE:
            return set()
        measure, head = FixedMeasure(), len(text) - len(text.lstrip())
        widths = [measure.width(c, style.face, style.size) for c in text.strip()]
        ends = break_title(text.strip(), widths, self._edition.sheet.type_width)
        return {head + end for end in ends[:-1]}


def _cut(
    text: str,
    faces: Sequence[tuple[int, int, Face]],
    breaks: set[int],
    marks: Sequence[Span],
) -> Iterator[tuple[int, int]]:
    """The stretches of a paragraph with one look each, white space at its ends left out."""
    first, last = len(text) - len(text.lstrip()), len(text.rstrip())
    borders = {first, last, *breaks}
    borders.update(at for start, end, _ in faces for at in (start, end))
    borders.update(at for mark in marks for at in (mark.start, mark.end))
    return pairwise(sorted(at for at in borders if first <= at <= last))


def _run(text: str, face: Face, base: Face, *, marked: bool) -> str:
    """A run; its face is named only where it is not that of the paragraph's style."""
    look = fonts(face) if face != base else '<w:rFonts w:hint="eastAsia"/>'
    highlight = _HIGHLIGHT if marked else ""
    return f"<w:r><w:rPr>{look}{highlight}</w:rPr>{''.join(_contents(clean(text)))}</w:r>"


def _contents(text: str) -> Iterator[str]:
    for piece in _PIECES.findall(text):
        if piece == "\t":
            yield "<w:tab/>"
        elif piece == SOFT_BREAK:
            yield "<w:br/>"
        else:
            yield f'<w:t xml:space="preserve">{escape(piece)}</w:t>'
