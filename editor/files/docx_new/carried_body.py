"""The body of a final docx along the writer's own file: its blocks in order, objects in place.

Words of the speech are the manuscript's; what stands between them is the file's. A paragraph
that the file does not show is written behind the one before it: no word is lost.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from editor.editions.roles import PageParagraph
from editor.editions.styles import Edition, Role
from editor.files.docx.text_runs import chosen
from editor.files.docx.xml_tree import attribute, child, local_name
from editor.files.docx_final.carry_source import CarrySource
from editor.files.docx_final.final_items import FinalItems, StandsIn
from editor.files.docx_final.final_tables import SEPARATOR, TableStyles, TableWriter
from editor.files.docx_final.inline_items import InlineText, Thing
from editor.files.docx_final.object_xml import Surround
from editor.files.docx_final.paragraph_layout import layout_of, section_of
from editor.files.docx_final.word_xml import spaces_of
from editor.files.docx_new.final_paragraphs import ParagraphWriter, PlacedText
from editor.files.docx_new.page_margins import PageMargins
from editor.files.docx_new.paragraph_runs import plain_inline, seen_text, seen_words
from editor.files.docx_new.section_parts import SectionPage, section_xml
from editor.files.docx_parts.concealed import Concealment
from editor.manuscript.file_objects import ObjectKind
from editor.manuscript.manuscript import Manuscript
from editor.manuscript.whole_number import whole_number

_MATH = "officeDocument/2006/math}"
# Between blocks these hold no block that is shown.
_CLOSED = {"pPr", "tcPr", "trPr", "tblPr", "sdtPr", "sdtEndPr", "sectPr", "del", "moveFrom"}
_NEW_PAGE = "<w:p><w:pPr><w:pageBreakBefore/></w:pPr></w:p>"
_SAME_PAGE = ("continuous", "nextColumn")
DOCUMENT = "word/document.xml"


class SpeechParts(NamedTuple):
    """A manuscript, the parts of its paragraphs on the page, and the edition it is set in."""

    manuscript: Manuscript
    parts: Sequence[PageParagraph]
    edition: Edition
    draft: bool
    margins: bool  # whether headers and footers come along


class _BodyRows:
    """The blocks written so far, and the page breaks that wait for the next one."""

    def __init__(self) -> None:
        self.done: list[str] = []
        self.breaks = 0

    def opens(self, *, ahead: bool = False) -> bool:
        """Whether the paragraph to come begins a page; pages that stay empty are written."""
        opens = self.breaks > 0 or ahead
        self.done += [_NEW_PAGE] * (self.breaks - 1)
        self.breaks = 0
        return opens

    def add_table(self, xml: str) -> None:
        """A table: on its page, and apart from the one before it."""
        if self.opens():
            self.done.append(SEPARATOR.replace("<w:pPr>", "<w:pPr><w:pageBreakBefore/>"))
        self.part()
        self.done.append(xml)

    def part(self) -> None:
        """Nothing may join the table before: a line that is not seen comes between."""
        if self.done and self.done[-1].endswith("</w:tbl>"):
            self.done.append(SEPARATOR)

    def end_section(self, properties: str) -> None:
        """The last paragraph ends a section."""
        if not self.done or not self.done[-1].endswith("</w:p>"):
            self.done.append(SEPARATOR)
        self.done[-1] = self.done[-1].replace("</w:pPr>", f"{properties}</w:pPr>", 1)


class CarriedBody:
    """Writes one body. ``rows`` as in `CurrentDocx`; ``lost`` are taken for not in the file."""

    def __init__(
        self,
        speech: SpeechParts,
        source: CarrySource,
        rows: Sequence[int],
        writer: ParagraphWriter,
        lost: Collection[int] = (),
    ) -> None:
        self._speech, self._writer = speech, writer
        self.source = self._source = source
        self.titles: list[str] = []
        self.framed = False  # whether anything is written in a frame
        self._paragraphs = speech.manuscript.paragraphs
        self._parts = _with_those_before(speech.parts)
        self._index = {row: at for at, row in enumerate(rows) if row and at not in lost}
        self._behind = _orphans(self._parts, rows, lost)
        self._done: set[int] = set()
        self._reading = 0  # the paragraph that was last read, or is being read
        self._fresh: list[int] = []  # written in the block at hand
        self._rows = _BodyRows()
        self._ended = False  # whether a section of the new document has ended
        self.table_styles = TableStyles(source.styles_root)
        self._tables = TableWriter(self.table_styles, self._blocks)
        sheet = speech.edition.sheet
        room = round(sheet.type_width * 20), round(sheet.type_height * 20)
        self._room = room
        self._page = Surround(
            source.part, DOCUMENT, "body", spaces_of(source.root), room[0], room[1]
        )
        self.items = FinalItems(source, self._page, self._blocks)
        self.margins: PageMargins | None = None
        if speech.margins:
            self.margins = PageMargins(
                source, self._blocks, self._page, speech.edition, speech.draft
            )

    def missing(self) -> set[int]:
        """Paragraphs with words that were written nowhere though they are to be seen."""
        hidden = Concealment(self._source.styles_root).boxed(self._source.body)
        numbers = [self._source.numbers.get(one, 0) for one in hidden]
        unseen = {self._index[number] for number in numbers if number in self._index}
        return set(self._parts) - self._done - unseen

    def xml(self) -> str:
        """The blocks of the body and its last section."""
        sections = _sections(self._source.body)
        number = 0
        self._turn(sections[0])
        self._orphans(-1)
        for name, element in _blocks_of(self._source.body):
            self._fresh = []
            self._top(name, element)
            for at in self._fresh:
                self._orphans(at)
            if name == "p" and section_of(element) is not None and number + 1 < len(sections):
                self._end_section(sections[number], sections[number + 1], sections)
                number += 1
        self._rows.part()
        last = self._section(sections[number], sections)
        return ("".join(self._rows.done) or "<w:p/>") + last

    def _top(self, name: str, element: Any) -> None:
        """Write one block of the body."""
        if name == "p":
            self._paragraph(element)
        elif name == "tbl":
            self._rows.add_table(self._tables.table(element, self._page))
        elif name == "math":
            if xml := self.items.formula(element, self._page):
                made = InlineText("", [Thing(0, xml, True, True)])
                how = PlacedText(made, opens=self._rows.opens())
                self._rows.done.append(self._writer.of_things(how))
        else:
            self.items.leave(ObjectKind.CHUNK, self._place(None))

    def _paragraph(self, element: Any) -> None:
        at = self._index.get(self._source.numbers.get(element, 0))
        inline = self._inline(element, at, self._page)
        layout = layout_of(element, self._source.styles)
        before, behind, inline = _page_breaks(inline)
        self._rows.breaks += before
        self._wrote(at)
        part = None if at is None else self._parts.get(at)
        shows = any(isinstance(item, Thing) and item.shows for item in inline.items)
        if part is not None:
            label = self._paragraphs[part[0].paragraph].label
            shows = shows or bool(label or seen_words(inline)[1])
        # A line without words parts what stands above and below it.
        if not (shows or (layout.border and not inline.text)):
            self._rows.breaks += behind + (layout.new_page and not self._rows.breaks)
            return
        how = PlacedText(inline, layout, self._rows.opens(ahead=layout.new_page))
        if part is None or at is None:
            self._rows.done.append(self._writer.of_things(how))
        else:
            self._rows.done.append(self._writer.of_page(self._paragraphs[at], *part, how))
            if part[0].role is Role.TITLE:
                self.titles.append(seen_text(inline))
        self._rows.breaks = behind

    def _orphans(self, behind: int) -> None:
        for at in self._behind.get(behind, ()):
            self._done.add(at)
            how = PlacedText(plain_inline(self._paragraphs[at].text), opens=self._rows.opens())
            part = self._parts[at]
            self._rows.done.append(self._writer.of_page(self._paragraphs[at], *part, how))
            self._orphans(at)

    def _wrote(self, at: int | None) -> None:
        if at is not None:
            self._done.add(at)
            self._fresh.append(at)

    def _blocks(self, container: Any, surround: Surround) -> str:
        """What a cell, a box or a note holds."""
        rows: list[str] = []
        self.framed = True
        for name, element in _blocks_of(container):
            if name == "tbl":
                if rows and rows[-1].endswith("</w:tbl>"):
                    rows.append(SEPARATOR)
                rows.append(self._tables.table(element, surround))
            elif name == "p":
                rows.append(self._framed(element, surround))
            elif name == "math":
                rows.append(f"<w:p>{self.items.formula(element, surround)}</w:p>")
        return "".join(rows)

    def _framed(self, element: Any, surround: Surround) -> str:
        in_body = surround.part == self._source.part
        at = self._index.get(self._source.numbers.get(element, 0)) if in_body else None
        inline = self._inline(element, at, surround)
        self._wrote(at)
        if inline.items and inline.bare() and inline.text:
            return ""  # all of it hidden
        layout = layout_of(element, self._source.styles)
        paragraph = None if at is None else self._paragraphs[at]
        part = None if at is None else self._parts.get(at)
        if paragraph and part and not paragraph.frame:  # a layout table holds the speech
            return self._writer.of_page(paragraph, *part, PlacedText(inline, layout))
        return self._writer.of_frame(paragraph, at or 0, surround.kind, PlacedText(inline, layout))

    def _inline(self, element: Any, at: int | None, surround: Surround) -> InlineText:
        self._reading = self._reading if at is None else at
        inline = self.items.inline(element, self._place(at), surround)
        self._reading = self._reading if at is None else at  # not one in a box of it
        if at is None:
            if surround.kind != "body":
                return inline
            return InlineText("", [item for item in inline.items if isinstance(item, Thing)])
        text = self._paragraphs[at].text
        if inline.text == text:
            return inline
        # Only a text that no file can hold differs: its words count, its things come behind.
        things = [item for item in inline.items if isinstance(item, Thing) and item.shows]
        return InlineText(text, [*plain_inline(text).items, *things])

    def _place(self, at: int | None) -> StandsIn:
        # What no paragraph of the manuscript holds is told where the words have come to.
        at = self._reading if at is None else at
        return StandsIn(at, self._paragraphs[at].frame or f"第 {at + 1} 段")

    def _turn(self, section: Any) -> None:
        """A section of the new document begins."""
        wide, high = self._room
        turned = _turned(section)
        self._page = self._page._replace(
            width=high if turned else wide, height=wide if turned else high
        )
        if self.margins:
            self.margins.begin(section)

    def _end_section(self, section: Any, following: Any, sections: list[Any]) -> None:
        """Where a section ends a page begins, or paper of the other position, other headers."""
        other = self.margins is not None and self.margins.changes(following)
        if _turned(section) == _turned(following) and not other:
            self._rows.breaks += not _flows(following)
            return
        self._rows.end_section(self._section(section, sections))
        self._ended = True
        self._turn(following)

    def _section(self, section: Any, sections: list[Any]) -> str:
        notes = "".join([one.numbering(sections) for one in self.items.notes.values()])
        # The first section has nothing to flow on from; a turned page is another page.
        page = SectionPage(_turned(section), notes, flows=self._ended and _flows(section))
        if self.margins:
            said = self.margins.setting()
            page = page._replace(**said._asdict())
        return section_xml(self._speech.edition, draft=self._speech.draft, page=page)


def _with_those_before(
    parts: Sequence[PageParagraph],
) -> dict[int, tuple[PageParagraph, PageParagraph | None]]:
    return {part.paragraph: (part, parts[at - 1] if at else None) for at, part in enumerate(parts)}


def _orphans(
    parts: Mapping[int, object], rows: Sequence[int], lost: Collection[int]
) -> dict[int, list[int]]:
    """Paragraphs without a place in the file, by the one in the file they come behind."""
    found: dict[int, list[int]] = {}
    anchor = -1
    for at, row in enumerate(rows):
        if row and at not in lost:
            anchor = at
        elif at in parts:
            found.setdefault(anchor, []).append(at)
    return found


def _blocks_of(parent: Any) -> Iterator[tuple[str, Any]]:
    """The paragraphs and tables of a container in order, controls and insertions open."""
    for one in parent:
        name = local_name(one.tag)
        if name in ("p", "tbl", "altChunk"):
            yield name, one
        elif name == "AlternateContent":
            yield from _blocks_of(chosen(one))
        elif name:
            if name not in _CLOSED:
                yield from _blocks_of(one)
        elif isinstance(one.tag, str) and _MATH in one.tag:
            yield "math", one


def _sections(body: Any) -> list[Any]:
    found = [
        section
        for name, one in _blocks_of(body)
        if name == "p" and (section := section_of(one)) is not None
    ]
    return [*found, child(body, "sectPr")]


def _turned(section: Any) -> bool:
    size = None if section is None else child(section, "pgSz")
    if size is None:
        return False
    return whole_number(attribute(size, "w")) > whole_number(attribute(size, "h"), 1 << 62)


def _flows(section: Any) -> bool:
    """Whether a section begins on the page where the one before ends."""
    kind = None if section is None else child(section, "type")
    return kind is not None and attribute(kind, "val") in _SAME_PAGE


def _page_breaks(inline: InlineText) -> tuple[int, int, InlineText]:
    """The page breaks before all that shows and behind it, and the text without them."""
    items = inline.items
    if not any(isinstance(item, Thing) and item.breaks for item in items):
        return 0, 0, inline
    first, last = seen_words(inline)
    shown = [
        number
        for number, item in enumerate(items)
        if (item.shows if isinstance(item, Thing) else item.start < last and item.end > first)
    ]
    low, high = (shown[0], shown[-1]) if shown else (len(items), len(items))
    breaks = [n for n, item in enumerate(items) if isinstance(item, Thing) and item.breaks]
    kept = [item for n, item in enumerate(items) if n not in breaks or low < n < high]
    before, behind = sum(n < low for n in breaks), sum(n > high for n in breaks)
    return before, behind, InlineText(inline.text, kept)
