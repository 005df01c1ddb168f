"""Fields of a Word file: which stay fields in a final, and which are drawn without a result.

A field's result is words like any others; its code is not carried, except where the code is
what one sees: EQ draws signs (ECMA-376 Part 1, 17.16.5.15 and Word's own EQ), PAGE counts.
"""

from __future__ import annotations

import re
from typing import Any

from editor.files.docx.xml_tree import child
from editor.files.docx_final.word_xml import word_xml
from editor.files.docx_parts.field_codes import FieldCode, field_codes
from editor.files.docx_parts.paragraph_numbers import paragraph_of
from editor.files.docx_parts.symbol_fields import FieldSign, sign_of
from editor.files.docx_parts.xml_escape import escape

_NAME = re.compile(r"\s*([A-Za-z]+)")
_DRAWN = {"EQ"}
_LIVE = {"PAGE", "NUMPAGES", "SECTIONPAGES", "SECTION"}


def verbatim(instruction: str, *, live: bool) -> bool:
    """Whether a field stays one; ``live`` in headers and footers, where pages are counted."""
    found = _NAME.match(instruction)
    name = found[1].upper() if found else ""
    return name in _DRAWN or (live and name in _LIVE)


class OpenField:
    """A field whose end has not come."""

    def __init__(self, begin: Any, run: Any) -> None:
        self.began = False  # whether its result has begun
        self.covered = False  # whether its result is not written: its sign stands for it
        self.shows = False  # whether its end draws something
        self.opened = False  # whether its beginning is written, so that its end must be
        self._begin = begin
        self._looks = _look(run)
        self._codes: list[tuple[str, str]] = []

    def instruct(self, element: Any, run: Any) -> None:
        """Some more of its code."""
        if not self.began:
            self._codes.append((_look(run), element.text or ""))

    def opening(self, *, live: bool) -> str:
        """The field up to its result; '' where only the result stays."""
        if not verbatim(self.code(), live=live):
            return ""
        return self._head() + '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'

    def closing(self, *, live: bool) -> str:
        """What ends the field; all of it where it had no result to show."""
        end = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
        if self.opened or verbatim(self.code(), live=live):
            self.shows = True
            return end if self.began else self._head() + end
        if sign := self.sign():
            self.shows = True
            return sign.xml()
        drawn = self._form() if "FORM" in self.code() else ""
        self.shows = bool(drawn)
        return f"<w:r><w:t>{escape(drawn)}</w:t></w:r>" if drawn else ""

    def sign(self) -> FieldSign | None:
        """The sign it stands for, in place of its result; None for other fields."""
        return self._read().sign if sign_of(self.code()) else None

    def _form(self) -> str:
        """What it shows as a form's box or list that no run says."""
        return self._read().form

    def _read(self) -> FieldCode:
        paragraph = paragraph_of(self._begin)
        found = field_codes(paragraph) if paragraph is not None else ()
        unread = FieldCode("", "", self._begin)
        return next((one for one in found if one.element is self._begin), unread)

    def code(self) -> str:
        """Its instruction."""
        return "".join([text for _, text in self._codes])

    def _head(self) -> str:
        codes = "".join(
            [
                f'<w:r>{look}<w:instrText xml:space="preserve">{escape(text)}</w:instrText></w:r>'
                for look, text in self._codes
            ]
        )
        return f'<w:r>{self._looks}<w:fldChar w:fldCharType="begin"/></w:r>{codes}'


def _look(run: Any) -> str:
    properties = None if run is None else child(run, "rPr")
    return "" if properties is None else word_xml(properties, _without_style)


def _without_style(name: str, element: Any) -> bool:
    return name not in ("rStyle", "color", "lang", "rPrChange")
