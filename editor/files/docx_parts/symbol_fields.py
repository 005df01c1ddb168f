"""SYMBOL fields: the one sign that a field's code names (ECMA-376 Part 1, 17.16.5.65)."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from editor.files.docx.text_runs import SYMBOLS
from editor.files.docx_parts.xml_escape import escape, quoteattr

_CODE: Final = re.compile(r"\s*SYMBOL\s+(0x[0-9A-F]{1,6}|[0-9]{1,7})(?=\s|\\|$)", re.IGNORECASE)
_FONT: Final = re.compile(r'\\f\s*(?:"([^"]*)"|([^\s\\"]+))', re.IGNORECASE)
# Fonts in which a letter's number says another sign than in all others.
_PICTURES: Final = re.compile(r"dings|^symbol|^marlett|^mt extra", re.IGNORECASE)
_UNICODE: Final = re.compile(r"\\u(?![a-z])", re.IGNORECASE)
_OWN: Final = 0xF000  # where a font of signs keeps them
_BYTE: Final = 256
_WORD: Final = 0xFFFF
_LAST: Final = 0x10FFFF


class FieldSign(NamedTuple):
    """The sign as a letter that any font has, or by its number in a ``font`` of signs."""

    letter: str = ""
    font: str = ""
    number: int = 0

    def shown_by(self, words: str) -> bool:
        """Whether a field's result says it already."""
        known = SYMBOLS.get(f"{self.number:04X}", "")
        return bool(words.strip()) and words.strip() in (self.letter, known, "\ufffd")

    def named(self) -> str:
        """The sign, or its font with its number there: 'Wingdings 252'."""
        return self.letter or f"{self.font} {self.number & 0xFFF}"

    def xml(self) -> str:
        """A run that shows it."""
        if self.letter:
            return f"<w:r><w:t>{escape(self.letter)}</w:t></w:r>"
        return f'<w:r><w:sym w:font={quoteattr(self.font)} w:char="{self.number:04X}"/></w:r>'


def sign_of(code: str) -> FieldSign | None:
    """The sign a field's code names; None for other fields and for numbers that name none."""
    found = _CODE.match(code)
    if found is None:
        return None
    number = int(found[1], 16 if found[1][:2].lower() == "0x" else 10)
    named = _FONT.search(code)
    font = (named[1] or named[2] or "") if named else ""
    if _PICTURES.search(font):
        number = number + _OWN if number < _BYTE else number
        return FieldSign("", font, number) if number <= _WORD else None
    letter = _letter(number, unicode=_UNICODE.search(code) is not None)
    return FieldSign(letter) if letter.isprintable() and letter.strip() else None


def _letter(number: int, *, unicode: bool) -> str:
    if number < _BYTE and not unicode:
        return bytes([number]).decode("cp1252", "ignore")
    return "" if number > _LAST or 0xD800 <= number < 0xE000 else chr(number)
