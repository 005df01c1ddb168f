"""Run properties for words that bring a look from elsewhere (another text, the clipboard)."""

from __future__ import annotations

import re
from collections.abc import Iterable
from xml.sax.saxutils import quoteattr

from editor.manuscript.marks import (
    BOLD,
    COLOUR,
    DOTTED,
    FACE,
    HIDDEN,
    HIGHLIGHT,
    ITALIC,
    LOWERED,
    RAISED,
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


def look_xml(base: bytes, looks: Iterable[tuple[str, str]], prefix: str) -> bytes:
    """A w:rPr with the looks, upon the face and size of ``base`` (the bytes of one, or b'')."""
    found: dict[str, bytes] = {}
    for child in _CHILD.finditer(base[base.find(b">") + 1 :]):
        name = child[1].decode()
        if name in _KEPT:
            found[name] = child[0]
    for kind, value in looks:
        if kind == FACE:
            face = quoteattr(value)
            found["rFonts"] = f"<{prefix}rFonts {prefix}eastAsia={face}/>".encode()
        elif kind in _TAGS:
            name, said = _TAGS[kind]
            told = "" if said is None else f" {prefix}val={quoteattr(said or value)}"
            found[name] = f"<{prefix}{name}{told}/>".encode()
            if kind == SIZE:
                found.pop("szCs", None)
    inner = b"".join([found[name] for name in _ORDER if name in found])
    return f"<{prefix}rPr>".encode() + inner + f"</{prefix}rPr>".encode() if inner else b""
