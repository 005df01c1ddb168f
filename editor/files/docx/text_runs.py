"""What of a paragraph is text, run by run: one reading for opening and for saving.

Works on any `Element`, so that the text shown and the bytes patched can never differ in
their count of code points.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from editor.files.docx.xml_tree import SPACE, attribute, local_name

SOFT_BREAK = "\u2028"
# Inside w:t an XML line end shows as a space; U+2029 would end the paragraph in Qt.
_FLAT = str.maketrans({"\n": " ", "\r": " ", "\u2029": SOFT_BREAK})
_BLANKS = " \t\r\n"
# Symbol fonts that offices use for boxes and ticks (Wingdings, Wingdings 2, Symbol).
_SYMBOLS = {
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
_MATH = "officeDocument/2006/math}", "ooxml/officeDocument/math}"


# Text in these is somebody else's: typing beside it should not grow it.
class RunContent(NamedTuple):
    """One stretch of a paragraph: text that can be changed, or (text '') a thing held.

    ``ruby`` is the w:ruby around it, to go when its text goes. ``linked`` where it stands
    in a link or a field.
    """

    text: str
    name: str
    element: Any
    run: Any
    holds: str = ""
    ruby: Any = None
    linked: bool = False


class _RunContext(NamedTuple):
    run: Any = None
    ruby: Any = None
    linked: bool = False


def run_contents(paragraph: Any, preserve: bool = False) -> list[RunContent]:
    """The run contents of a w:p in order; ``preserve``: the document keeps outer blanks."""
    return list(_walk(paragraph, _RunContext(), preserve))


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


def _walk(parent: Any, context: _RunContext, preserve: bool) -> Iterator[RunContent]:
    for element in parent:
        name = local_name(element.tag)
        if name == "t":
            text = shown(element.text, element, preserve)
            yield RunContent(text, name, element, context.run, "", context.ruby, context.linked)
        elif name == "r":
            yield from _walk(element, context._replace(run=element), preserve)
        elif name in _HIDDEN:
            continue
        elif name in ("ruby", "hyperlink", "fldSimple"):
            inner = context._replace(linked=True)
            if name == "ruby":
                inner = inner._replace(ruby=element)
            yield from _walk(element, inner, preserve)
        elif name == "AlternateContent":
            yield from _walk(chosen(element), context, preserve)
        else:
            content = _sign(name, element, context)
            if content:
                yield content
            elif name and name not in _HELD:
                yield from _walk(element, context, preserve)


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
    return RunContent(text, name, element, context.run, holds, context.ruby, context.linked)


def _symbol(code: str) -> str:
    code = code.upper()
    if code in _SYMBOLS:
        return _SYMBOLS[code]
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
