"""From what a pass over a body found to paragraphs: roles, labels, frames, odd ones again.

A paragraph in which anything but plain runs occurs is 'odd': it is read by `text_runs`, the
same reading that saving uses.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Any, NamedTuple

from editor.files.docx.block_controls import with_prompt
from editor.files.docx.frames import FrameNames
from editor.files.docx.numbering_part import Numbering
from editor.files.docx.run_looks import EMPHASIS, addressed, marks_of
from editor.files.docx.styles_part import Styles, role_of_outline
from editor.files.docx.text_runs import RunContent, held_by, run_contents, text_of
from editor.files.docx.xml_tree import child, value_of
from editor.manuscript.paragraph import Paragraph
from editor.manuscript.whole_number import whole_number

ODD_NAMES = (
    "tab", "br", "cr", "sym", "noBreakHyphen", "softHyphen", "ptab", "del", "moveFrom", "ruby",
    "drawing", "pict", "object", "control", "contentPart", "subDoc", "footnoteReference",
    "endnoteReference", "commentReference", "fldChar", "txbxContent", "pPrChange", "numPr",
    "outlineLvl", "sdtPr", "instrText", "ins", "moveTo", "hyperlink", "fldSimple",
    "commentRangeStart", "commentRangeEnd", *EMPHASIS,
)  # fmt: skip


class DocxStyling(NamedTuple):
    """What the other parts of the package say about the text."""

    styles: Styles
    numbering: Numbering
    addresses: Mapping[str, str] = MappingProxyType(
        {}
    )  # where links lead, by their names in the part


class ParagraphReader:
    """Turns what the pass found into paragraphs, with roles, labels and frames."""

    def __init__(self, styling: DocxStyling, preserve: bool, frames: FrameNames) -> None:
        self._styling = styling
        self._preserve = preserve
        self._frames = frames
        self._roles: dict[str | None, str | None] = {}
        self._paragraphs: list[Paragraph | None] = []
        self._odd: list[tuple[int, Any]] = []

    def add(self, text: str | None, element: Any, style: str | None) -> None:
        """One w:p: its text, or None where it is odd and must be read with care."""
        role = self._plain_role(style) if style not in self._roles else self._roles[style]
        if text is None or role is None:
            self._odd.append((len(self._paragraphs), element))
            self._paragraphs.append(None)
        else:
            self._paragraphs.append(Paragraph(text, len(self._paragraphs) + 1, "", role))

    def done(self) -> tuple[Paragraph, ...]:
        """All paragraphs; the odd ones are read now, in order, so that numbers count."""
        for at, element in self._odd:
            frame = self._frames.of(element)
            if frame is not None:
                self._paragraphs[at] = self._read_odd(element, Paragraph("", at + 1, frame=frame))
        return tuple([p for p in self._paragraphs if p is not None])

    def _read_odd(self, element: Any, place: Paragraph) -> Paragraph | None:
        contents = run_contents(element, self._preserve)
        found = read_paragraph(element, contents, place, self._styling)
        if found is None:
            return None
        return labelled(prompted(found, element), self._styling.numbering)

    def _plain_role(self, style: str | None) -> str | None:
        # None: the style numbers its paragraphs, so each must be counted.
        resolved = self._styling.styles.resolved(style)
        self._roles[style] = None if resolved.list_id else resolved.role
        return self._roles[style]


def read_paragraph(
    element: Any, contents: list[RunContent], place: Paragraph, styling: DocxStyling
) -> Paragraph | None:
    """A w:p (an lxml element) with its contents, at a place (key and frame); None: not shown.

    Its label is not counted: see `labelled`.
    """
    text = text_of(contents)
    properties = child(element, "pPr")
    if not text and properties is not None and _mark_deleted(properties):
        return None
    style = None if properties is None else value_of(properties, "pStyle")
    resolved = styling.styles.resolved(style)
    role = resolved.role
    if properties is not None and (outline := value_of(properties, "outlineLvl")):
        role = role_of_outline(outline) or ("" if resolved.role != "title" else role)
    listed = _listed(properties, style, styling) if styling.numbering else ""
    marks = marks_of(element, contents, place.key, styling.styles)
    marks = addressed(marks, styling.addresses)
    return Paragraph(text, place.key, "", role, place.frame, held_by(contents), listed, marks)


def prompted(paragraph: Paragraph, element: Any) -> Paragraph:
    """A paragraph with the marks of a control around its element that shows its prompt."""
    marks = with_prompt(paragraph.marks, element, paragraph.key, paragraph.text)
    return paragraph if marks is paragraph.marks else replace(paragraph, marks=marks)


def labelled(paragraph: Paragraph, numbering: Numbering) -> Paragraph:
    """A paragraph with its label, which is counted; in the order of the text."""
    if not paragraph.listed:
        return paragraph
    return replace(paragraph, label=numbering.label(paragraph.listed))


def _listed(properties: Any, style: str | None, styling: DocxStyling) -> str:
    resolved = styling.styles.resolved(style)
    list_id, level = resolved.list_id, resolved.level
    if list_id:
        level = styling.numbering.level_of_style(list_id, style, level)
    own = None if properties is None else child(properties, "numPr")
    if own is not None:
        list_id = value_of(own, "numId") or list_id
        said = whole_number(value_of(own, "ilvl"), -1)
        level = said if said >= 0 else level
    return styling.numbering.listed(list_id, level)


def _mark_deleted(properties: Any) -> bool:
    mark = child(properties, "rPr")
    if mark is None:
        return False
    return child(mark, "del") is not None or child(mark, "moveFrom") is not None
