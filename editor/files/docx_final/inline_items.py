"""A w:p of the source as a row of items: words by their place in its text, things between.

The words are those of `text_runs`, so a place here is a place in the manuscript's paragraph.
Tracked insertions and controls are open, deletions, comments and bookmarks are gone.
"""

from __future__ import annotations

import re
from typing import Any, NamedTuple, Protocol

from editor.files.docx.text_runs import SYMBOLS, chosen, run_contents, text_of
from editor.files.docx.xml_tree import attribute, child, local_name, value_of
from editor.files.docx_final.emphasis import PLAIN, Emphasis
from editor.files.docx_final.live_fields import OpenField, verbatim
from editor.files.docx_final.word_xml import quoted, word_xml
from editor.files.docx_parts.field_codes import field_codes
from editor.files.docx_parts.symbol_fields import FieldSign

PAGE_BREAK = '<w:r><w:br w:type="page"/></w:r>'
_GONE = {
    "pPr", "rPr", "del", "moveFrom", "delText", "delInstrText", "rt", "rubyPr", "sdtPr",
    "sdtEndPr", "fldData", "p", "tbl", "sectPr", "customXmlPr", "smartTagPr", "commentReference",
    "annotationRef", "bookmarkStart", "bookmarkEnd",
}  # fmt: skip
_TEXTS = {"t", "tab", "br", "cr", "noBreakHyphen", "softHyphen", "ptab", "sym"}
_OBJECTS = {"drawing", "pict", "object", "contentPart", "control", "subDoc"}
_NOTES = {"footnoteReference", "endnoteReference", "footnoteRef", "endnoteRef"}
_MARGIN_SIGNS = {"separator": "", "continuationSeparator": "", "pgNum": ""}
_MATH = "officeDocument/2006/math}"
_LINK_END = "</w:hyperlink>"
_SYMBOL_SIGNS = frozenset(SYMBOLS.values())
_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_ADDRESS = re.compile(r'^\s*HYPERLINK\s+"([^"]+)"', re.IGNORECASE)


class Words(NamedTuple):
    """Text ``[start, end)`` of the paragraph with one look."""

    start: int
    end: int
    look: Emphasis


class Thing(NamedTuple):
    """XML at a place of the text: an object that shows, a page break, or a tag of a wrapper.

    ``tall`` ones may be higher than a line.
    """

    at: int
    xml: str
    shows: bool = True
    tall: bool = False

    @property
    def breaks(self) -> bool:
        """Whether it only begins a page."""
        return self.xml == PAGE_BREAK


class InlineText(NamedTuple):
    """A paragraph read: its text and its items in order."""

    text: str
    items: list[Words | Thing]

    def bare(self) -> bool:
        """Whether nothing in it shows: all hidden, or empty."""
        return not any(
            item.shows if isinstance(item, Thing) else not item.look.hidden for item in self.items
        )


class ItemMaker(Protocol):
    """Makes the XML of things that need the rest of the file; '' leaves one out.

    ``live_fields``: fields that count stay fields, as page numbers in a header do.
    """

    live_fields: bool

    def look(self, run: Any) -> Emphasis:
        """The look of a w:r."""
        ...

    def thing(self, element: Any, run: Any) -> str:
        """An object or a formula in its run."""
        ...

    def note(self, element: Any) -> str:
        """The reference of a note, or the number at a note's head."""
        ...

    def link(self, relation: str, address: str) -> str:
        """The id of a link, given by its relation or by its address."""
        ...


def read_inline(paragraph: Any, preserve: bool, maker: ItemMaker) -> InlineText:
    """The items of a w:p."""
    contents = run_contents(paragraph, preserve)
    reader = _InlineReader(maker)
    at = 0
    for content in contents:
        if content.text:
            reader.places[content.element] = (at, at + len(content.text))
            at += len(content.text)
        if content.name == "sym" and content.text not in _SYMBOL_SIGNS:
            reader.glyphs.add(content.element)
    reader.through(paragraph, None)
    reader.close()
    return InlineText(text_of(contents), reader.items)


class _OpenTag:
    """A tag that waits for its end: where it stands among the items, and what ends it."""

    def __init__(self, item: int, closing: str) -> None:
        self.item, self.closing = item, closing


class _InlineReader:
    """One way through a paragraph."""

    def __init__(self, maker: ItemMaker) -> None:
        self._maker = maker
        self._at = 0
        self._fields: list[OpenField] = []
        self._open: list[_OpenTag] = []
        self._links: dict[OpenField, _OpenTag | None] = {}
        self.places: dict[Any, tuple[int, int]] = {}
        self.glyphs: set[Any] = set()  # signs that only their own font has
        self.items: list[Words | Thing] = []

    def close(self) -> None:
        """End what the paragraph leaves open: fields that run on into the next one."""
        while self._fields:
            self._end(self._fields.pop(), hidden=False)

    def through(self, parent: Any, run: Any) -> None:
        """Read what an element holds."""
        for element in parent:
            name = local_name(element.tag)
            if name == "r":
                self.through(element, element)
            elif name in _TEXTS:
                self._text(name, element, run)
            elif name == "fldChar":
                self._field(element, run)
            elif name == "instrText":
                if self._fields:
                    self._fields[-1].instruct(element, run)
            elif name in _GONE:
                continue
            elif name in _OBJECTS:
                self._thing(element, run)
            elif name in _NOTES:
                if not self._look(run).hidden:
                    self._add(self._maker.note(element))
            elif name in _MARGIN_SIGNS:
                self._add(f"<w:r><w:{name}/></w:r>")
            elif name:
                self._wrapper(name, element, run)
            elif isinstance(element.tag, str) and _MATH in element.tag:
                self._thing(element, run)

    def _look(self, run: Any) -> Emphasis:
        return PLAIN if run is None else self._maker.look(run)

    def _add(self, xml: str, *, shows: bool = True) -> None:
        if xml:
            self.items.append(Thing(self._at, xml, shows))

    def _text(self, name: str, element: Any, run: Any) -> None:
        start, end = self.places.get(element, (self._at, self._at))
        look = self._look(run)
        if self._fields and self._fields[-1].covered:
            look = look._replace(hidden=True)
        self._at = end
        if name == "br" and start == end:
            if not look.hidden:
                self._add(PAGE_BREAK if attribute(element, "type") == "page" else "", shows=False)
        elif (name == "ptab" or element in self.glyphs) and not look.hidden:
            self._add(f"<w:r>{word_xml(element)}</w:r>")
        elif start < end:
            last = self.items[-1] if self.items else None
            if isinstance(last, Words) and last.end == start and last.look == look:
                self.items[-1] = last._replace(end=end)
            else:
                self.items.append(Words(start, end, look))

    def _thing(self, element: Any, run: Any) -> None:
        if not self._look(run).hidden and (made := self._maker.thing(element, run)):
            self.items.append(Thing(self._at, made, True, True))

    def _wrapper(self, name: str, element: Any, run: Any) -> None:
        if name == "AlternateContent":
            # In a run it is an object in two forms; around runs one form is read.
            if run is not None and _draws(element):
                self._thing(element, run)
            else:
                self.through(chosen(element), run)
            return
        if name == "fldSimple" and (sign := next(field_codes(element)).sign):
            self._simple_sign(element, sign)
            return
        tag = self._opened(*self._around(name, element))
        self.through(element, run)
        if tag is not None:
            while self._open[-1] is not tag:  # a field begun in here that ends elsewhere
                self._undone(self._open[-1])
            self._closed(tag)

    def _simple_sign(self, element: Any, sign: FieldSign) -> None:
        """A sign in place of what a field of one element shows."""
        field = OpenField(element, None)
        field.covered = True
        self._fields.append(field)
        self.through(element, None)
        self._fields.pop()
        runs = [one for one in element if local_name(one.tag) == "r"]
        if not any(self._look(one).hidden for one in runs):
            self._add(sign.xml())

    def _opened(self, opening: str, closing: str) -> _OpenTag | None:
        if not opening:
            return None
        tag = _OpenTag(len(self.items), closing)
        self._open.append(tag)
        self._add(opening, shows=False)
        return tag

    def _closed(self, tag: _OpenTag) -> None:
        """End the innermost tag; nothing stays of one that holds nothing."""
        self._open.remove(tag)
        if all(map(_silent, self.items[tag.item + 1 :])):
            self.items[tag.item] = Thing(self._at, "", False)
        else:
            self._add(tag.closing, shows=False)

    def _undone(self, tag: _OpenTag) -> None:
        self._open.remove(tag)
        self.items[tag.item] = Thing(self._at, "", False)

    def _may_link(self) -> bool:
        return not any(tag.closing == _LINK_END for tag in self._open)

    def _around(self, name: str, element: Any) -> tuple[str, str]:
        """The tags that stay around what is in an element; ('', '') for none."""
        if name == "hyperlink":
            return self._link_tags(element.get(_RELATION) or "", "")
        if name == "ruby":
            return _ruby(element)
        if name == "fldSimple":
            said = attribute(element, "instr") or ""
            if verbatim(said, live=self._maker.live_fields):
                return f'<w:fldSimple w:instr="{quoted(said)}">', "</w:fldSimple>"
            return self._link_tags("", said)
        return "", ""

    def _link_tags(self, relation: str, instruction: str) -> tuple[str, str]:
        """The tags of a link by its relation or by its field's code; a link holds no link."""
        address = _ADDRESS.match(instruction)
        if not (relation or address) or not self._may_link():
            return "", ""
        made = self._maker.link(relation, address[1] if address else "")
        return (f'<w:hyperlink r:id="{made}">', _LINK_END) if made else ("", "")

    def _field(self, element: Any, run: Any) -> None:
        kind = attribute(element, "fldCharType")
        if kind == "begin":
            self._fields.append(OpenField(element, run))
            return
        if not self._fields:
            return
        hidden = self._look(run).hidden
        if kind == "separate" and not self._fields[-1].began:
            self._separate(self._fields[-1], hidden=hidden)
        elif kind == "end":
            self._end(self._fields.pop(), hidden=hidden)

    def _separate(self, field: OpenField, *, hidden: bool) -> None:
        field.began, field.covered = True, field.sign() is not None
        opening = "" if hidden else field.opening(live=self._maker.live_fields)
        field.opened = bool(opening)
        self._add(opening, shows=False)
        if not opening:
            tag = self._opened(*self._link_tags("", field.code()))
            self._links[field] = tag

    def _end(self, field: OpenField, *, hidden: bool) -> None:
        tag = self._links.pop(field, None)
        if tag is not None and tag in self._open:
            (self._closed if self._open[-1] is tag else self._undone)(tag)
        elif field.opened or not hidden:
            self._add(field.closing(live=self._maker.live_fields), shows=field.shows)


def _silent(item: Words | Thing) -> bool:
    """Whether nothing is written of it: it holds nothing, or is hidden."""
    return not item.xml if isinstance(item, Thing) else item.look.hidden


def _ruby(element: Any) -> tuple[str, str]:
    properties, above = child(element, "rubyPr"), child(element, "rt")
    if above is None:
        return "", ""
    runs = [one for one in above if local_name(one.tag) == "r" and not _hidden(one)]
    words = "".join([word_xml(one, _ruby_look) for one in runs])
    head = "" if properties is None else word_xml(properties)
    opening = f"<w:r><w:ruby>{head}<w:rt>{words}</w:rt><w:rubyBase>"
    return opening, "</w:rubyBase></w:ruby></w:r>"


def _hidden(run: Any) -> bool:
    properties = child(run, "rPr")
    vanish = None if properties is None else child(properties, "vanish")
    return vanish is not None and attribute(vanish, "val") not in ("0", "false", "off")


def _ruby_look(name: str, element: Any) -> bool:
    # Of the small words' look their size counts.
    return name not in ("rFonts", "color", "rStyle", "lang", "highlight")


def _draws(element: Any) -> bool:
    names = {local_name(one.tag) for one in element.iter() if isinstance(one.tag, str)}
    return bool(names & _OBJECTS)


def paragraph_style(paragraph: Any) -> str:
    """The style id a w:p names, or ''."""
    properties = child(paragraph, "pPr")
    return "" if properties is None else value_of(properties, "pStyle") or ""
