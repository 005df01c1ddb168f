"""Making the words of a PDF searchable where Qt names glyphs by their radicals.

Qt's PDF engine tells for each glyph the lowest code point that has it. In Noto faces 青
shares its glyph with the radical ⻘ (U+2ED8), so a search for 青石 would find nothing.
The tables that say so are plain text in the file, four hex digits a code point: they are
mended in place, and no length or offset changes.
"""

from __future__ import annotations

import re

from PySide6.QtGui import QFont, QRawFont

from editor.editions.pages import Pages
from editor.editions.styles import Face
from editor.ui.paper.faces import Typecase

_RADICALS = [chr(code) for code in range(0x2E80, 0x2FE0)]
_TABLE = re.compile(rb"beginbfrange.*?endbfrange", re.DOTALL)
_LIST = re.compile(rb"\[[^\]]*\]")
_CODE = re.compile(rb"<([0-9A-Fa-f]{4})>")


def with_characters_named(pdf: bytes, pages: Pages, typecase: Typecase) -> bytes:
    """The same PDF with radicals in its tables of characters replaced by what is meant."""
    names = _meant(pages, typecase)
    if not names:
        return pdf

    def renamed(code: re.Match[bytes]) -> bytes:
        return b"<%04X>" % names.get(int(code[1], 16), int(code[1], 16))

    return _TABLE.sub(
        lambda table: _LIST.sub(lambda codes: _CODE.sub(renamed, codes[0]), table[0]), pdf
    )


def _meant(pages: Pages, typecase: Typecase) -> dict[int, int]:
    """The character of the text for each radical that has the same glyph."""
    used: dict[Face, set[str]] = {}
    for page in pages.pages:
        for line in page.lines:
            for run in line.runs:
                used.setdefault(run.face, set()).update(run.text)
    found: dict[int, int] = {}
    for face, characters in used.items():
        if not characters.intersection(_RADICALS):
            found.update(_shared(typecase.font_of(face, 100), sorted(characters)))
    return found


def _shared(font: QFont, characters: list[str]) -> dict[int, int]:
    raw = QRawFont.fromFont(font)
    radicals = {glyph: ord(c) for c in _RADICALS if (glyph := _glyph(raw, c))}
    pairs = ((radicals.get(_glyph(raw, c), 0), ord(c)) for c in characters if c >= "\u4e00")
    return {radical: code for radical, code in pairs if radical and code <= 0xFFFF}


def _glyph(raw: QRawFont, character: str) -> int:
    """The glyph of a character, 0 where the font has none."""
    return (raw.glyphIndexesForString(character) or [0])[0]
