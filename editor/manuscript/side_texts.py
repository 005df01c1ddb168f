"""Texts that stand in a file beside the speech: headers, notes, comments, formulas, charts.

They are read with the file and checked with the speech; the page does not show them, and an
edit of the speech does not change them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from editor.manuscript.file_objects import ObjectKind
from editor.manuscript.marks import RUN
from editor.manuscript.paragraph import Paragraph


@dataclass(frozen=True, slots=True)
class SideText:
    """One such text: where it stands as a person says it ('页眉', '脚注2·表1·1行1列').

    ``key`` is that of the paragraph it belongs to, 0 for one that belongs to the whole file.
    ``paragraphs`` have no keys of their own. ``shown`` is False for what the file has switched
    off: a header of first pages where these have none of their own.
    """

    place: str
    kind: ObjectKind
    key: int
    paragraphs: tuple[Paragraph, ...]
    shown: bool = True


SideTexts = tuple[SideText, ...]
NO_SIDE_TEXTS: Final[SideTexts] = ()


def anchors(texts: SideTexts, paragraphs: Sequence[Paragraph]) -> list[int | None]:
    """The paragraph that each belongs to now; None where nothing of it is left in the text.

    What belongs to no paragraph stands at the first. A paragraph that was joined to another is
    where letters of it are.
    """
    wanted = {text.key for text in texts if text.key}
    at = {p.key: number for number, p in enumerate(paragraphs) if p.key in wanted}
    if missing := {str(key): key for key in wanted - at.keys()}:
        for number, p in enumerate(paragraphs):
            for mark in p.marks:
                key = missing.get(mark.value.partition(".")[0]) if mark.kind == RUN else None
                if key:
                    at.setdefault(key, number)
    return [at.get(text.key) if text.key else 0 for text in texts]
