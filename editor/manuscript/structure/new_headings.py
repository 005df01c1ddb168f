"""New headings in the writing of the text: which marker, which paragraph.

Separate from the commands that put them in (`insert_delete`, `split_merge`). A heading that Word
numbers by itself gets a neighbour of its style, and no typed number.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from editor.manuscript.manuscript import Manuscript
from editor.manuscript.numbering import Marker, MarkerStyle, marker_at, marker_text, write_marker
from editor.manuscript.outline.sections import Outline, Section, SectionKind
from editor.manuscript.paragraph import Paragraph

PLACEHOLDER: Final = "【小标题】"  # in the grammar of blanks: flagged until it is filled
_ORDER: Final = (
    MarkerStyle.CHINESE,
    MarkerStyle.CHINESE_BRACKET,
    MarkerStyle.ARABIC,
    MarkerStyle.ARABIC_BRACKET,
    MarkerStyle.CIRCLED,
)


@dataclass(frozen=True, slots=True)
class HeadingTemplate:
    """What a heading is made like: a typed marker, or a paragraph that Word numbers."""

    marker: str
    head: Paragraph
    indent: str = ""

    def paragraph(self, words: str) -> Paragraph:
        """A heading of its own paragraph."""
        return self.head.with_text(self.indent + self.marker + words)


def typed_marker(manuscript: Manuscript, section: Section) -> Marker | None:
    """The number that stands in the text in front of a section, or None."""
    paragraph = manuscript.paragraphs[section.start.paragraph]
    if paragraph.label and not paragraph.text[: section.start.offset].strip():
        return None
    return marker_at(paragraph.text, section.start.offset)


def sibling_template(manuscript: Manuscript, section: Section, step: int) -> HeadingTemplate:
    """A heading like a section's, its number ``step`` further."""
    paragraph = manuscript.paragraphs[section.start.paragraph]
    text = paragraph.text
    indent = text[: len(text) - len(text.lstrip(" \u3000\t"))]
    marker = typed_marker(manuscript, section)
    if marker is None:
        label = _label(paragraph.label, step)
        head = Paragraph("", 0, label, paragraph.style, listed=paragraph.listed)
        return HeadingTemplate("", head, indent)
    return HeadingTemplate(
        marker_text(text, marker, max(1, marker.value + step)),
        Paragraph("", 0, "", paragraph.style if not section.start.offset else ""),
        indent,
    )


def _label(label: str, step: int) -> str:
    marker = marker_at(label)
    return marker_text(label, marker, max(1, marker.value + step)) if marker else label


def child_template(manuscript: Manuscript, outline: Outline, section: Section) -> HeadingTemplate:
    """The first heading under a section, in the style the text uses at that level."""
    level = 1 if section.kind is SectionKind.TITLE else section.level + 1
    for node in outline.walk():
        marker = typed_marker(manuscript, node)
        word = not marker and bool(manuscript.paragraphs[node.start.paragraph].listed)
        if node.level == level and node.kind is SectionKind.SECTION and word:
            return sibling_template(manuscript, node, 0)
        if node.level == level and node.kind is SectionKind.SECTION and marker:
            text = manuscript.paragraphs[node.start.paragraph].text
            blank = text[: node.start.offset] if not text[: node.start.offset].strip() else ""
            return HeadingTemplate(marker_text(text, marker, 1), Paragraph(""), blank)
    return HeadingTemplate(write_marker(_ORDER[min(level, len(_ORDER)) - 1], 1), Paragraph(""))
