"""What was not saved, as rows of a sheet: what it is called, when, how long, what differs.

Free of Qt. Laying a text beside its file reads the file: asked once a sheet.
"""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass

from editor.files.open import open_document
from editor.files.recovery.snapshot import Damage, Snapshot
from editor.files.rekey import rekey
from editor.files.trouble import Trouble
from editor.manuscript.comparison.compare import compare
from editor.manuscript.comparison.pairing import text_with_label
from editor.manuscript.delivery.statistics import count
from editor.manuscript.manuscript import Manuscript
from editor.ui.drafts.version_words import tally_words, time_words

DAMAGED = "留底有一处读不出，文字可能不全"
FIRST_WORDS = 24  # characters by which a text without a file is known


@dataclass(frozen=True, slots=True)
class UnsavedRow:
    """One text: its name, the file's folder ('' for none), and words for the columns."""

    name: str
    place: str
    when: str
    characters: int
    difference: str


def row_of(snapshot: Snapshot) -> UnsavedRow:
    """The row of a snapshot; its file, where there is one, is read."""
    path, file = snapshot.path, snapshot.file
    lies = str(file) if file and snapshot.damage is Damage.ALL else ""
    return UnsavedRow(
        name=name_of(snapshot) if path or lies else f"未命名：{name_of(snapshot)}",
        place=str(path.parent) if path else lies,
        when=time_words(snapshot.written),
        characters=sum([count(text_with_label(p)).words for p in snapshot.manuscript.paragraphs]),
        difference=difference(snapshot),
    )


def name_of(snapshot: Snapshot) -> str:
    """What a text is called, without reading its file."""
    if snapshot.damage is Damage.ALL:
        return "读不出来的留底"
    return snapshot.path.name if snapshot.path else first_words(snapshot.manuscript)


def damage_words(snapshot: Snapshot) -> str:
    """What is to be said of a damaged text; '' for one that is whole."""
    if snapshot.damage is Damage.ALL:
        return f"留底坏了，一个字也读不出。文件没有删，放在 {snapshot.file}"
    return DAMAGED if snapshot.damage is Damage.PART else ""


def offer_words(there: Sequence[Snapshot]) -> str:
    """What is said at the start of the texts that wait."""
    damaged = [one for one in there if one.damage is not Damage.NONE]
    if len(there) == 1:
        if not damaged:
            return f"“{name_of(there[0])}”有没存盘的改动，已替您留着。"
        if there[0].damage is Damage.ALL:
            return f"有一份没存盘的稿子，{damage_words(there[0])}"
        return f"“{name_of(there[0])}”有没存盘的改动；{DAMAGED}。"
    words = f"有 {len(there)} 份稿子上次没来得及存盘，都替您留着。"
    return words + (f"其中 {len(damaged)} 份的留底有读不出的地方。" if damaged else "")


def first_words(manuscript: Manuscript) -> str:
    """The first line that says something."""
    lines = [text_with_label(p).strip() for p in manuscript.paragraphs]
    words = next((line for line in lines if line), "空白")
    return words[:FIRST_WORDS] + ("…" if len(words) > FIRST_WORDS else "")


def on_disk(snapshot: Snapshot) -> Manuscript | None:
    """What the file says now; None where there is none that can be read."""
    try:
        return open_document(snapshot.path).manuscript if snapshot.path else None
    except Trouble:
        return None


def difference(snapshot: Snapshot) -> str:
    """How a text differs from its file, in a few words; before it what of it is damaged."""
    damaged = damage_words(snapshot)
    if snapshot.damage is Damage.ALL:
        return damaged
    return f"{damaged}；{_difference(snapshot)}" if damaged else _difference(snapshot)


def _difference(snapshot: Snapshot) -> str:
    path = snapshot.path
    if path is None:
        return "还没有存过盘"
    try:
        if not path.exists():
            return "原文件不在了"
        opened, saved = open_document(path), path.stat().st_mtime
    except (Trouble, OSError):  # a folder that may not be looked into, a drive that is gone
        return "原文件打不开"
    words = tally_words(compare(opened.manuscript, rekey(opened, snapshot.manuscript)).tally())
    later = "；文件后来又存过" if saved > snapshot.written + 1 else ""
    return (words or "和文件里的文字相同") + later


def left_words(days: int) -> str:
    """How long something in the bin still stays."""
    return f"还留 {days} 天"


def mark_of(snapshot: Snapshot) -> str:
    """What tells this text of this moment: a newer one of the same document is another."""
    return f"{snapshot.document_id}|{snapshot.written:.0f}"


def seconds() -> float:
    """Now."""
    return time.time()
