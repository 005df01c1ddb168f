"""The value of a phrase in the bank."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Phrase:
    """One phrase. ``id`` is stable across releases ('动员会/任务/017').

    ``occasions`` ('动员会', '总结会' …) may be empty: fits anywhere. ``part`` is one of
    称谓 开场 肯定成绩 形势 任务 要求 过渡 结尾 祝词 固定提法. ``fixed`` marks an official
    formulation that must stay exact; it has ``source`` and ``date`` (ISO).
    """

    id: str
    text: str
    occasions: tuple[str, ...]
    part: str
    tags: tuple[str, ...] = ()
    source: str = ""
    date: str = ""
    fixed: bool = False
