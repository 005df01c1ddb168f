"""A docx for a text that never was one: it looks as the page showed it.

The final edition is `final_docx`; this is a file to go on writing in, in whatever program, on
the same sheet and with the same styles: every character stays as it was typed, and opened
again every paragraph has its role back.
"""

from __future__ import annotations

from collections.abc import Collection
from itertools import pairwise

from editor.editions.roles import PageParagraph, faces_of, page_paragraphs, style_of
from editor.editions.styles import OFFICIAL, WORKING_GAP, Face, Role
from editor.files.authorship import Authorship
from editor.files.docx_glue.brought_looks import brought_run
from editor.files.docx_new.new_package import RELATIONSHIPS, NewParts, clean, package
from editor.files.docx_new.new_styles import (
    STYLE_IDS,
    W,
    fonts,
    heading_style_id,
    styles_xml,
    twips,
)
from editor.files.docx_new.section_parts import section_xml
from editor.files.docx_patch.paragraph_patch import storable, text_xml
from editor.manuscript.manuscript import Manuscript
from editor.manuscript.marks import loose, stretches
from editor.manuscript.outline.sections import Outline
from editor.manuscript.paragraph import Paragraph

_SPACES = (" ", "\u3000", "\t")
_HEAD = (Role.TITLE, Role.SUBTITLE, Role.BYLINE)
_FLUSH = '<w:ind w:firstLineChars="0" w:firstLine="0"/>'
_OWN_FACE = '<w:rFonts w:hint="eastAsia"/>'  # the style's, with quotes and dashes Chinese


def new_docx(m: Manuscript, outline: Outline, by: Authorship) -> bytes:
    """The bytes of a new docx with the text; its properties hold no title, it would grow old."""
    parts = page_paragraphs(m, outline)
    known = {part.paragraph: part for part in parts}
    closing = {
        part.paragraph
        for part, behind in pairwise([*parts, PageParagraph(len(m.paragraphs), Role.BODY)])
        if part.role in _HEAD and behind.role not in _HEAD
    }
    body = "".join(
        [
            _paragraph(one, known.get(at) or PageParagraph(at, Role.BODY), closes=at in closing)
            for at, one in enumerate(m.paragraphs)
        ]
    )
    document = (
        f'<w:document xmlns:w="{W}" xmlns:r="{RELATIONSHIPS}"><w:body>{body}'
        f"{section_xml(OFFICIAL, draft=False, cells=False)}</w:body></w:document>"
    )
    made = NewParts(document, styles_xml(OFFICIAL, 0, cells=False), "", by)
    return package(made, OFFICIAL, draft=False)


def _paragraph(paragraph: Paragraph, part: PageParagraph, *, closes: bool) -> str:
    style_id, face = _style(paragraph, part)
    look = f'<w:pStyle w:val="{style_id}"/>'
    if closes:
        look += f'<w:spacing w:after="{twips(WORKING_GAP * OFFICIAL.cell)}"/>'
    if paragraph.text.startswith(_SPACES):  # its indent is typed
        look += _FLUSH
    runs = _run(paragraph.label, face, face)
    brought = list(stretches(loose(paragraph.marks), len(paragraph.text)))
    for start, end, one in faces_of(part, OFFICIAL, len(paragraph.text)):
        for first, last, looks in brought:
            words = paragraph.text[max(start, first) : min(end, last)]
            runs += _run(words, one, face, looks)
    return f"<w:p><w:pPr>{look}</w:pPr>{runs}</w:p>"


def _style(paragraph: Paragraph, part: PageParagraph) -> tuple[str, Face]:
    """The id of the paragraph's style, and its face: what the file said, else its role."""
    said = paragraph.style or _role_said(part)
    if said.startswith("heading"):
        level = int(said.removeprefix("heading"))
        return heading_style_id(level), OFFICIAL.heading_face(level)
    role = Role.TITLE if said == "title" else part.role
    return STYLE_IDS[role][0], style_of(part._replace(role=role), OFFICIAL).face


def _role_said(part: PageParagraph) -> str:
    return f"heading{part.headings[0].level}" if part.role is Role.HEADING else ""


def _run(text: str, face: Face, base: Face, brought: Collection[tuple[str, str]] = ()) -> str:
    """A run; its face is named only where it is not that of the paragraph's style.

    ``brought`` are looks of words that came from elsewhere.
    """
    if not text:
        return ""
    look = f"<w:rPr>{_OWN_FACE if face is base else fonts(face)}</w:rPr>"
    words = text_xml("w:", clean(storable(text)))
    if not brought:
        return f"<w:r>{look}{words}</w:r>"
    return brought_run(words, look, brought)
