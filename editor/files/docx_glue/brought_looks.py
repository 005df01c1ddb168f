"""How words are written that bring a look, a reading or a link from elsewhere (the clipboard)."""

from __future__ import annotations

import re
from collections.abc import Iterable

from editor.files.docx_parts.xml_escape import escape, quoteattr
from editor.files.docx_patch.paragraph_patch import storable
from editor.manuscript.marks import (
    BOLD,
    COLOUR,
    DOTTED,
    FACE,
    HIDDEN,
    HIGHLIGHT,
    ITALIC,
    LINK,
    LOWERED,
    RAISED,
    RUBY,
    SIZE,
    STRIKE,
    UNDERLINE,
)

# The order of the schema (ECMA-376 Part 1, CT_RPr) for what can be written or kept here.
_ORDER = (
    "rStyle", "rFonts", "b", "bCs", "i", "iCs", "caps", "smallCaps", "strike", "dstrike",
    "outline", "shadow", "emboss", "imprint", "noProof", "snapToGrid", "vanish", "webHidden",
    "color", "spacing", "w", "kern", "position", "sz", "szCs", "highlight", "u", "effect", "bdr",
    "shd", "fitText", "vertAlign", "rtl", "cs", "em", "lang", "eastAsianLayout", "specVanish",
)  # fmt: skip
_TAGS = {
    BOLD: ("b", None), ITALIC: ("i", None), STRIKE: ("strike", None), HIDDEN: ("vanish", None),
    UNDERLINE: ("u", ""), DOTTED: ("em", "dot"), RAISED: ("vertAlign", "superscript"),
    LOWERED: ("vertAlign", "subscript"), SIZE: ("sz", ""), COLOUR: ("color", ""),
    HIGHLIGHT: ("highlight", ""),
}  # fmt: skip
# Of the words beside them, words with a look of their own take face and size only.
_KEPT = ("rFonts", "sz", "szCs", "lang", "kern", "spacing")
_CHILD = re.compile(rb"<(?:[\w.-]+:)?([\w.-]+)\b[^<>]*?(?:/>|>.*?</(?:[\w.-]+:)?\1>)", re.DOTALL)


# A reading over letters of 16 pt, half as large, as Word proposes it (17.3.3.26 of ECMA-376).
_RUBY = (
    '<{0}rubyPr><{0}rubyAlign {0}val="distributeSpace"/><{0}hps {0}val="16"/>'
    '<{0}hpsRaise {0}val="30"/><{0}hpsBaseText {0}val="32"/><{0}lid {0}val="zh-CN"/></{0}rubyPr>'
)


def ruby_xml(words: bytes, over: str, look: bytes, prefix: str) -> bytes:
    """A w:ruby for inside a run: ``words`` (a w:t) with what stands over them."""
    run = f"<{prefix}r>".encode() + look
    over = escape(storable(over))
    above = f"<{prefix}t>{over}</{prefix}t></{prefix}r></{prefix}rt><{prefix}rubyBase>"
    behind = f"</{prefix}r></{prefix}rubyBase></{prefix}ruby>"
    head = f"<{prefix}ruby>{_RUBY.format(prefix)}<{prefix}rt>".encode()
    return head + run + above.encode() + run + words + behind.encode()


def link_tags(address: str, prefix: str) -> tuple[bytes, bytes]:
    """What opens and closes a link: a field, since it needs no relation of the package."""
    told = quoteattr(f' HYPERLINK "{storable(address).replace(chr(34), "%22")}" ')
    return f"<{prefix}fldSimple {prefix}instr={told}>".encode(), f"</{prefix}fldSimple>".encode()


def brought_run(words: str, look: str, looks: Iterable[tuple[str, str]]) -> str:
    """A run of a new document with all that its words bring; ``look`` is its own w:rPr."""
    told = dict(looks)
    own = look_xml(look.encode(), told.items(), "w:")
    inner = words.encode()
    inner = ruby_xml(inner, told[RUBY], own, "w:") if RUBY in told else inner
    run = b"<w:r>" + own + inner + b"</w:r>"
    opening, closing = link_tags(told[LINK], "w:") if LINK in told else (b"", b"")
    return (opening + run + closing).decode()


def look_xml(base: bytes, looks: Iterable[tuple[str, str]], prefix: str) -> bytes:
    """A w:rPr with the looks, upon the face and size of ``base`` (the bytes of one, or b'')."""
    found: dict[str, bytes] = {}
    for child in _CHILD.finditer(base[base.find(b">") + 1 :]):
        name = child[1].decode()
        if name in _KEPT:
            found[name] = child[0]
    for kind, value in looks:
        if kind == FACE:
            face = quoteattr(storable(value))
            found["rFonts"] = f"<{prefix}rFonts {prefix}eastAsia={face}/>".encode()
        elif kind in _TAGS:
            name, said = _TAGS[kind]
            told = "" if said is None else f" {prefix}val={quoteattr(said or storable(value))}"
            found[name] = f"<{prefix}{name}{told}/>".encode()
            if kind == SIZE:
                found.pop("szCs", None)
    inner = b"".join([found[name] for name in _ORDER if name in found])
    return f"<{prefix}rPr>".encode() + inner + f"</{prefix}rPr>".encode() if inner else b""
