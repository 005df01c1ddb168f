"""The number of a section as a reader knows it; separate, as it needs no Qt."""

from __future__ import annotations

from editor.manuscript.numbering import read_numeral
from editor.manuscript.outline.sections import Section, SectionKind

CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
NAMES = {SectionKind.SALUTATION: "称谓", SectionKind.OPENING: "开头", SectionKind.CLOSING: "结尾"}


def shown_number(section: Section) -> str:
    """一、 （一） 1. as they are written in a speech; the name of a part without a number."""
    number = section.number
    if not number:
        return NAMES.get(section.kind, "")
    if number.isdigit():
        return f"（{number}）" if section.level >= 4 else f"{number}."
    if read_numeral(number) is None or number in CIRCLED:
        return number
    return f"{number}、" if section.level <= 1 else f"（{number}）"
