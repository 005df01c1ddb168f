"""Paragraphs of a final docx: by their part on the page, or by the frame they stand in."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from editor.blanks.blank import Blank
from editor.editions.roles import PageParagraph, faces_of, style_of
from editor.editions.styles import Align, Edition, Role, RoleStyle
from editor.editions.text_measure import FixedMeasure
from editor.editions.title_lines import break_title
from editor.files.docx_final.inline_items import InlineText, Thing, Words
from editor.files.docx_final.paragraph_layout import ParagraphLayout
from editor.files.docx_new.framed_styles import FRAMED_STYLES
from editor.files.docx_new.new_styles import (
    HEADING_LEVELS,
    STYLE_IDS,
    heading_style_id,
    line_twips,
)
from editor.files.docx_new.paragraph_runs import RunSetting, label_run, runs_xml
from editor.manuscript.paragraph import Paragraph, Span
from editor.manuscript.whole_number import whole_number

_HEAD = (Role.TITLE, Role.SUBTITLE, Role.BYLINE)
_EDITIONS_OWN = (*_HEAD, Role.HEADING)
# Parts that stand where the source puts them; the others' places are the edition's.
_PLACED = (Role.BODY, Role.FRAME)
_POSITION = re.compile('w:pos="([0-9]+)"')
_MOST_INDENT = 0.4  # of a line: an indent from the right beyond this is no place for a name


class PlacedText(NamedTuple):
    """A paragraph to write: its inline text and layout, and whether a page begins with it."""

    inline: InlineText
    layout: ParagraphLayout = ParagraphLayout()
    opens: bool = False


class ParagraphWriter:
    """Writes the paragraphs of one document."""

    def __init__(self, edition: Edition, deeper: int, blanks: Sequence[Blank]) -> None:
        self._edition = edition
        self._deeper = deeper
        self._blanks: dict[int, list[Span]] = {}
        for blank in blanks:
            self._blanks.setdefault(blank.span.paragraph, []).append(blank.span)

    def of_page(
        self,
        paragraph: Paragraph,
        part: PageParagraph,
        before: PageParagraph | None,
        how: PlacedText,
    ) -> str:
        """A paragraph of the speech with its properties and runs."""
        style = style_of(part, self._edition)
        faces = faces_of(part, self._edition, len(paragraph.text))
        firm = [(h.start, h.end) for h in part.headings]
        if part.role in _EDITIONS_OWN:
            firm = [(0, len(paragraph.text))]
        setting = RunSetting(
            faces,
            style.face,
            self._title_breaks(how.inline, style),
            self._blanks.get(part.paragraph, ()),
            firm,
        )
        label = label_run(paragraph.label, setting) if paragraph.label else ""
        runs = runs_xml(how.inline, setting)
        return f"<w:p><w:pPr>{self._properties(part, before, how)}</w:pPr>{label}{runs}</w:p>"

    def of_things(self, how: PlacedText) -> str:
        """A paragraph that has no words, only things: pictures, formulas, notes."""
        style = STYLE_IDS[Role.FRAME][0]
        setting = RunSetting((), self._edition.styles[Role.FRAME].face)
        # On the grid of characters a picture as wide as the line would stand out by a cell.
        free = '<w:snapToGrid w:val="0"/>'
        layout = self._placed(how.layout, how.inline, indented=False)
        opens = how.opens or how.layout.new_page
        head = _head(style, opens) + how.layout.border + free + layout
        return f"<w:p><w:pPr>{head}</w:pPr>{runs_xml(how.inline, setting)}</w:p>"

    def of_frame(self, paragraph: Paragraph | None, number: int, kind: str, how: PlacedText) -> str:
        """A paragraph in a cell, box, note or margin; ``paragraph`` None: not of the speech."""
        framed = FRAMED_STYLES[kind]
        face = self._edition.styles[Role.FRAME].face
        setting = RunSetting(
            ((0, len(how.inline.text), face),),
            face,
            marks=() if paragraph is None else self._blanks.get(number, ()),
            size=framed.size if framed.own_sizes else 0,
            largest=round(self._edition.styles[Role.BODY].size * 2),
            trimmed=kind != "note",
        )
        label = label_run(paragraph.label, setting) if paragraph and paragraph.label else ""
        align = f'<w:jc w:val="{how.layout.align}"/>' if how.layout.align else ""
        tabs = how.layout.tabs if "\t" in how.inline.text else ""
        frame = how.layout.frame if kind == "margin" else ""
        head = f'<w:pStyle w:val="{framed.id}"/>{frame}{how.layout.border}{tabs}{align}'
        return f"<w:p><w:pPr>{head}</w:pPr>{label}{runs_xml(how.inline, setting)}</w:p>"

    def _properties(
        self, part: PageParagraph, before: PageParagraph | None, how: PlacedText
    ) -> str:
        """The paragraph's style, and what its place asks for more; in schema order."""
        made = _head(self._style_id(part), part.opens or how.opens or how.layout.new_page)
        made += how.layout.border
        gap = 0
        if before is not None and before.role in _HEAD and part.role not in _HEAD:
            gap = self._edition.head_gap * line_twips(self._edition)
        layout = how.layout
        if part.role not in _PLACED:
            layout = ParagraphLayout(tabs=layout.tabs)
        indented = style_of(part, self._edition).indent > 0
        made += self._placed(layout, how.inline, gap=gap, indented=indented)
        if part.role is Role.BODY and part.headings:
            level = min(part.headings[0].level + self._deeper, HEADING_LEVELS)
            made += f'<w:outlineLvl w:val="{level - 1}"/>'
        return made

    def _placed(
        self, layout: ParagraphLayout, inline: InlineText, *, indented: bool, gap: int = 0
    ) -> str:
        """Tab stops, distance, line height, indents and alignment, in schema order."""
        made = self._tabs(layout, inline)
        tall = any(isinstance(item, Thing) and item.tall for item in inline.items)
        spacing = f' w:before="{gap}"' if gap else ""
        if tall:  # a line of exact height would cut a picture off
            spacing += f' w:line="{line_twips(self._edition)}" w:lineRule="atLeast"'
        made += f"<w:spacing{spacing}/>" if spacing else ""
        if layout.align in ("center", "right"):
            most = self._edition.sheet.type_width * 20 * _MOST_INDENT
            right = f' w:right="{min(layout.right, round(most))}"' if layout.right else ""
            flush = ' w:firstLineChars="0" w:firstLine="0"' if indented else ""
            made += f"<w:ind{right}{flush}/>" if right or flush else ""
            made += f'<w:jc w:val="{layout.align}"/>'
        return made

    def _tabs(self, layout: ParagraphLayout, inline: InlineText) -> str:
        """The tab stops of a text that has tabs; one beyond the line stands at its end."""
        most = round(self._edition.sheet.type_width * 20)
        if "\t" not in inline.text:
            return ""
        return _POSITION.sub(
            lambda m: f'w:pos="{min(whole_number(m[1], most), most)}"', layout.tabs
        )

    def _style_id(self, part: PageParagraph) -> str:
        if part.role is Role.HEADING:
            return heading_style_id(part.headings[0].level + self._deeper)
        return STYLE_IDS[part.role][0]

    def _title_breaks(self, inline: InlineText, style: RoleStyle) -> frozenset[int]:
        """Where a title that is too long for a line is broken by meaning."""
        if style.align is not Align.CENTRE:
            return frozenset()
        places = [
            at
            for item in inline.items
            if isinstance(item, Words) and not item.look.hidden
            for at in range(item.start, item.end)
        ]
        text = "".join([inline.text[at] for at in places])
        measure, head = FixedMeasure(), len(text) - len(text.lstrip())
        widths = [measure.width(c, style.face, style.size) for c in text.strip()]
        ends = break_title(text.strip(), widths, self._edition.sheet.type_width)
        return frozenset(places[head + end] for end in ends[:-1])


def _head(style: str, new_page: bool) -> str:
    return f'<w:pStyle w:val="{style}"/>' + ("<w:pageBreakBefore/>" if new_page else "")
