"""The value of a phrase in the bank."""

from __future__ import annotations

from dataclasses import dataclass

FIXED_PART = "固定提法"
PARTS = ("称谓", "开场", "肯定成绩", "形势", "任务", "要求", "过渡", "结尾", "祝词", FIXED_PART)
ANYWHERE = "通用"


@dataclass(frozen=True, slots=True)
class Phrase:
    """One phrase. ``id`` is stable across releases ('动员会/任务/017').

    ``occasions`` ('动员会', '总结会' …) may be empty: fits anywhere. ``part`` is one of
    `PARTS`. ``fixed`` marks an official formulation that must stay exact; it has
    ``source``, ``date`` (ISO, of the source) and ``checked`` (year and month in which
    somebody last compared it). ``own`` marks the writer's own phrases. A line feed in
    ``text`` begins a paragraph.
    """

    id: str
    text: str
    occasions: tuple[str, ...]
    part: str
    tags: tuple[str, ...] = ()
    source: str = ""
    date: str = ""
    checked: str = ""
    fixed: bool = False
    own: bool = False
