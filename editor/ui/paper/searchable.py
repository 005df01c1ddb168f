"""Making the words of a PDF searchable where one glyph serves several characters.

Qt's PDF engine names each glyph by the lowest code point that has it. In Noto faces 青
shares its glyph with the radical ⻘ (U+2ED8), so a search for 青石 would find nothing.
The tables that say so are plain text in the file, four hex digits a code point: they are
mended in place, and no length or offset changes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from PySide6.QtGui import QFont, QRawFont

from editor.editions.composed_pages import Pages
from editor.editions.styles import Face
from editor.ui.look.fonts import Typecase

# All code points Qt looks at, the surrogates replaced by blanks to keep the places.
_ALL = "".join(" " if 0xD800 <= code < 0xE000 else chr(code) for code in range(0x10000))
_TABLE = re.compile(rb"beginbfrange.*?endbfrange", re.DOTALL)
_LIST = re.compile(rb"\[[^\]]*\]")
_CODE = re.compile(rb"<([0-9A-Fa-f]{4})>")


def with_characters_named(pdf: bytes, pages: Pages, typecase: Typecase) -> bytes:
    """The same PDF whose tables of characters name those that the pages hold."""
    names = _meant(pages, typecase)

    def renamed(code: re.Match[bytes]) -> bytes:
        return b"<%04X>" % names.get(int(code[1], 16), int(code[1], 16))

    return _TABLE.sub(
        lambda table: _LIST.sub(lambda codes: _CODE.sub(renamed, codes[0]), table[0]), pdf
    )


def _meant(pages: Pages, typecase: Typecase) -> dict[int, int]:
    """The character that the pages hold, for each lower one with the same glyph."""
    used: dict[Face, set[str]] = {}
    for page in pages.pages:
        for line in page.lines:
            for run in line.runs:
                used.setdefault(run.face, set()).update(run.text)
    held = set[str]().union(*used.values())
    found: dict[int, int] = {}
    for face, characters in used.items():
        pairs = _shared(typecase.font_of(face, 100), characters)
        found.update((low, code) for low, code in pairs if chr(low) not in held)
    return found


def _shared(font: QFont, characters: set[str]) -> Iterator[tuple[int, int]]:
    """The lowest code point of its glyph and its own, for each that is not the lowest."""
    glyphs = QRawFont.fromFont(font).glyphIndexesForString(_ALL)
    lowest: dict[int, int] = {}
    for code, glyph in enumerate(glyphs):
        lowest.setdefault(glyph, code)
    for character in characters:
        code = ord(character)
        if code < len(glyphs) and glyphs[code] and lowest[glyphs[code]] != code:
            yield lowest[glyphs[code]], code
