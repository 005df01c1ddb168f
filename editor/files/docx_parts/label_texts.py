"""What automatic numbers say besides their numbers: '第%1条' of a list is printed with the text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from editor.manuscript.file_objects import ObjectKind
from editor.manuscript.lists import BULLET, Lists
from editor.manuscript.paragraph import Paragraph
from editor.manuscript.side_texts import SideText

_PLACE: Final = re.compile(r"%[1-9]")
_WORDED: Final = re.compile(r"[\u3400-\u9fff]{2}|[×_【“]")  # '第%1条' has nothing to fill in


def label_texts(paragraphs: Sequence[Paragraph], lists: Lists) -> Iterator[SideText]:
    """The words of each level that numbers a paragraph, at the first that it numbers."""
    known: set[str] = set()
    for paragraph in paragraphs:
        if not paragraph.listed or paragraph.listed in known:
            continue
        known.add(paragraph.listed)
        level = lists.level(paragraph.listed)
        words = _PLACE.sub("1", level.text) if level and level.form != BULLET else ""
        if _WORDED.search(words):
            yield SideText("自动编号", ObjectKind.FIELD, paragraph.key, (Paragraph(words),))
