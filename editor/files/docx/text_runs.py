"""What of a paragraph is text, run by run: one reading for opening and for saving.

Works on any `Element`, so that the text shown and the bytes patched can never differ in
their count of code points.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from editor.files.docx.xml_tree import SPACE, attribute, child, local_name, value_of
from editor.manuscript.marks import CONTROL, FIELD, INSERTED, LINK, PLACEHOLDER, RUBY

SOFT_BREAK = "\u2028"
# Inside w:t an XML line end shows as a space; U+2029 would end the paragraph in Qt.
_FLAT = str.maketrans({"\n": " ", "\r": " ", "\u2029": SOFT_BREAK})
_BLANKS = " \t\r\n"
# Symbol fonts that offices use for boxes and ticks (Wingdings, Wingdings 2, Symbol).
SYMBOLS = {
    "F0FE": "☑", "F052": "☑", "F0A8": "□", "F0A3": "□", "F06F": "□", "F0FC": "✓",
    "F050": "✓", "F0FB": "✗", "F0FD": "☒", "F051": "☒", "F0B7": "•", "F06C": "●",
    "F06E": "■", "F0D8": "➢", "F0E0": "→", "F0B4": "×", "F0B1": "±", "F0B0": "°",
}  # fmt: skip
# Not shown, with all they hold.
_HIDDEN = {
    "pPr", "rPr", "del", "moveFrom", "instrText", "delText", "delInstrText", "rt", "rubyPr",
    "sdtPr", "sdtEndPr", "fldData", "p", "tbl", "sectPr", "customXmlPr", "smartTagPr",
}  # fmt: skip
_SIGNS = {"cr": SOFT_BREAK, "noBreakHyphen": "\u2011", "softHyphen": "\u00ad", "ptab": "\t"}
_HELD = {
    "footnoteReference": "脚注", "endnoteReference": "尾注", "commentReference": "批注",
    "object": "嵌入对象", "control": "控件", "contentPart": "墨迹", "subDoc": "子文档",
}  # fmt: skip
_WRAPPERS = ("ruby", "hyperlink", "fldSimple", "ins", "moveTo", "sdt")
_RELATION = tuple(
    f"{{{space}}}id"
    for space in (
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
        "http://purl.oclc.org/ooxml/officeDocument/relationships",
    )
)
_MATH = "officeDocument/2006/math}", "ooxml/officeDocument/math}"


Around = tuple[tuple[str, str], ...]


class RunContent(NamedTuple):
    """One stretch of a paragraph: text that can be changed, or (text '') a thing held.

    ``ruby`` is the w:ruby around it, to go when its text goes. ``around`` are the kinds and
    values of the marks that what stands around the run gives; a text that has any is somebody
    else's: typing beside it does not grow it.
    """

    text: str
    name: str
    element: Any
    run: Any
    holds: str = ""
    ruby: Any = None
    around: Around = ()

    @property
    def linked(self) -> bool:
        """Whether it stands in a link, a field, a control or a tracked insertion."""
        return bool(self.around)


class _RunContext(NamedTuple):
    run: Any = None
    ruby: Any = None
    around: Around = ()


def run_contents(paragraph: Any, preserve: bool = False) -> list[RunContent]:
    """The run contents of a w:p in order; ``preserve``: the document keeps outer blanks."""
    return list(_Walk(preserve).through(paragraph, _RunContext()))


def text_of(contents: list[RunContent]) -> str:
    """The paragraph's text."""
    return "".join([content.text for content in contents])


def held_by(contents: list[RunContent]) -> str:
    """What a paragraph holds that is not text: '图片、脚注', or ''."""
    return "、".join(dict.fromkeys([p.holds for p in contents if p.holds]))


def shown(text: str | None, element: Any, preserve: bool) -> str:
    """The text of a w:t as Word shows it: outer blanks only where they are kept."""
    if not text:
        return ""
    if text[0] in _BLANKS or text[-1] in _BLANKS:
        kept = element.get(SPACE)
        if kept != "preserve" and not (preserve and kept is None):
            text = text.strip(_BLANKS)
    return text.translate(_FLAT) if "\n" in text or "\r" in text or "\u2029" in text else text


class _Walk:
    """One way through a paragraph; it knows the fields that are open."""

    def __init__(self, preserve: bool) -> None:
        self._preserve = preserve
        self._fields: list[tuple[str, bool]] = []  # instruction, whether its result has begun

    def through(self, parent: Any, context: _RunContext) -> Iterator[RunContent]:
        for element in parent:
            name = local_name(element.tag)
            if name == "t":
                text = shown(element.text, element, self._preserve)
                around = self._around(context)
                yield RunContent(text, name, element, context.run, "", context.ruby, around)
            elif name == "r":
                yield from self.through(element, context._replace(run=element))
            elif name == "fldChar":
                self._field(attribute(element, "fldCharType"))
            elif name == "instrText":
                self._instruct(element.text or "")
            elif name in _HIDDEN:
                continue
            elif name in _WRAPPERS:
                yield from self.through(element, _inside(name, element, context))
            elif name == "AlternateContent":
                yield from self.through(chosen(element), context)
            else:
                content = _sign(name, element, context)
                if content:
                    yield (
                        content._replace(around=self._around(context)) if content.text else content
                    )
                elif name and name not in _HELD:
                    yield from self.through(element, context)

    def _around(self, context: _RunContext) -> Around:
        if self._fields and self._fields[-1][1]:
            return (*context.around, (FIELD, self._fields[-1][0].strip()))
        return context.around

    def _field(self, kind: str | None) -> None:
        if kind == "begin":
            self._fields.append(("", False))
        elif self._fields and kind == "separate":
            self._fields[-1] = (self._fields[-1][0], True)
        elif self._fields and kind == "end":
            self._fields.pop()

    def _instruct(self, words: str) -> None:
        if self._fields and not self._fields[-1][1]:
            self._fields[-1] = (self._fields[-1][0] + words, False)


def _inside(name: str, element: Any, context: _RunContext) -> _RunContext:
    around = (*context.around, *around_of(name, element))
    return context._replace(around=around, ruby=element if name == "ruby" else context.ruby)


def around_of(name: str, element: Any) -> Around:
    """The kinds and values of the marks that a wrapper gives to the letters in it."""
    if name == "ruby":
        above = child(element, "rt")
        return ((RUBY, _words_below(above)),)
    if name == "hyperlink":
        target = next((element.get(r) for r in _RELATION if element.get(r)), None)
        return ((LINK, target or attribute(element, "anchor") or ""),)
    if name == "fldSimple":
        return ((FIELD, (attribute(element, "instr") or "").strip()),)
    if name in ("ins", "moveTo"):
        author, date = attribute(element, "author") or "", attribute(element, "date") or ""
        return ((INSERTED, f"{author}|{date}"),)
    if name == "sdt" and (properties := child(element, "sdtPr")) is not None:
        title = value_of(properties, "alias") or value_of(properties, "tag") or ""
        prompts = child(properties, "showingPlcHdr")
        shows = prompts is not None and attribute(prompts, "val") not in ("0", "false", "off")
        return ((CONTROL, title), *(((PLACEHOLDER, ""),) if shows else ()))
    return ()


def _words_below(element: Any) -> str:
    found: list[str] = []
    for one in element if element is not None else ():
        if local_name(one.tag) == "t":
            found.append(one.text or "")
        else:
            found.append(_words_below(one))
    return "".join(found)


def chosen(alternate: Any) -> Any:
    """The branch of mc:AlternateContent that is read: the first choice, else the fallback."""
    branches = [one for one in alternate if isinstance(one.tag, str)]
    for branch in branches:
        if branch.tag.endswith("}Choice"):
            return branch
    return branches[0] if branches else ()


def _sign(name: str, element: Any, context: _RunContext) -> RunContent | None:
    text, holds = "", ""
    if name == "tab":
        text = "\t"
    elif name == "br":
        broken = attribute(element, "type")
        text, holds = ("", "分页符") if broken in ("page", "column") else (SOFT_BREAK, "")
    elif name in _SIGNS:
        text = _SIGNS[name]
    elif name == "sym":
        text = _symbol(attribute(element, "char") or "")
    elif name in ("drawing", "pict"):
        holds = _drawn(element)
    elif name in _HELD:
        holds = _HELD[name]
    elif not name and isinstance(element.tag, str) and any(m in element.tag for m in _MATH):
        holds = "公式"
    else:
        return None
    return RunContent(text, name, element, context.run, holds, context.ruby, context.around)


def _symbol(code: str) -> str:
    code = code.upper()
    if code in SYMBOLS:
        return SYMBOLS[code]
    if not re.fullmatch("[0-9A-F]{1,5}", code):
        return "\ufffd"
    number = int(code, 16) & 0xFFFF
    number = number - 0xF000 if 0xF020 <= number < 0xF100 else number
    letter = chr(number)
    return letter if letter.isprintable() and not 0xD800 <= number < 0xE000 else "\ufffd"


def _drawn(element: Any) -> str:
    names = _names_below(element)
    if "txbxContent" in names:
        return "文本框"
    if "chart" in names:
        return "图表"
    if {"pic", "imagedata", "blip"} & names:
        return "图片"
    return "图形"


def _names_below(element: Any) -> set[str]:
    found: set[str] = set()
    waiting = [element]
    while waiting:
        for one in waiting.pop():
            if isinstance(one.tag, str):
                found.add(one.tag.rpartition("}")[2])
                waiting.append(one)
    return found
