"""The fields of a part: what they are told to show, and what they show now."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final, NamedTuple

from editor.files.docx.xml_tree import attribute, child, local_name, word_tags
from editor.files.docx_parts.symbol_fields import FieldSign, sign_of
from editor.manuscript.whole_number import whole_number

_BUTTONS: Final = ("MACROBUTTON", "GOTOBUTTON")
_FORMS: Final = ("FORMCHECKBOX", "FORMDROPDOWN")
_OFF: Final = ("0", "false", "off")
_TAGS = word_tags("fldChar", "instrText", "fldSimple", "t", "sym")


class FieldCode(NamedTuple):
    """One field: ``code`` its instruction, ``shows`` its result, ``element`` where it begins."""

    code: str
    shows: str
    element: Any

    @property
    def name(self) -> str:
        """The first word of the instruction, in capitals ('MERGEFIELD'; '=' for a sum)."""
        words = self.code.split()
        return words[0].upper() if words else ""

    @property
    def button(self) -> str:
        """The words of a field to click on: they stand in its instruction.

        Other programs write them as its result besides, as which they are read already.
        """
        words = self.code.split(None, 2)
        alone = self.name in _BUTTONS and not self.shows.strip()
        return words[2] if alone and len(words) > 2 else ""

    @property
    def form(self) -> str:
        """What a form's box or list shows that has no result; '' for other fields."""
        alone = self.name in _FORMS and not self.shows.strip()
        return form_words(self.element) if alone else ""

    @property
    def sign(self) -> FieldSign | None:
        """The sign of a SYMBOL field whose result does not say it; None for other fields."""
        sign = sign_of(self.code)
        return None if sign is None or sign.shown_by(self.shows) else sign


def form_words(begin: Any) -> str:
    """What a form's box or list shows, which no run says."""
    data = child(begin, "ffData")
    box = None if data is None else child(data, "checkBox")
    if box is not None:
        said = child(box, "checked")
        said = child(box, "default") if said is None else said
        return "☑" if said is not None and attribute(said, "val") not in _OFF else "□"
    choices = None if data is None else child(data, "ddList")
    if choices is None:
        return ""
    rows = [attribute(o, "val") or "" for o in choices if local_name(o.tag) == "listEntry"]
    picked = child(choices, "result")
    picked = child(choices, "default") if picked is None else picked
    number = 0 if picked is None else whole_number(attribute(picked, "val") or "0", -1)
    return rows[number] if 0 <= number < len(rows) else ""


class _Open:
    """A field under way."""

    def __init__(self, element: Any) -> None:
        self.element = element
        self.code: list[str] = []
        self.shows: list[str] = []
        self.separated = False


def field_codes(root: Any) -> Iterator[FieldCode]:
    """The fields below an element, as they end; one that never ends is told at the end."""
    waiting: list[_Open] = []
    for element in root.iter(*_TAGS):
        name = local_name(element.tag)
        if name == "fldSimple":
            yield FieldCode(attribute(element, "instr") or "", _words(element), element)
        elif name == "fldChar":
            kind = attribute(element, "fldCharType")
            if kind == "begin":
                waiting.append(_Open(element))
            elif kind == "separate" and waiting:
                waiting[-1].separated = True
            elif kind == "end" and waiting:
                yield _told(waiting.pop())
        elif waiting:
            last = waiting[-1]
            last_words = last.code if name == "instrText" else last.shows
            if name == "instrText" or last.separated:
                last_words.append(_said(element))
    yield from map(_told, reversed(waiting))


def _said(element: Any) -> str:
    # A sign of a font's own is shown as it is.
    return "\ufffd" if local_name(element.tag) == "sym" else element.text or ""


def _told(field: _Open) -> FieldCode:
    return FieldCode("".join(field.code).strip(), "".join(field.shows), field.element)


def _words(element: Any) -> str:
    return "".join([_said(o) for o in element.iter(*_TAGS) if local_name(o.tag) in ("t", "sym")])
