"""How kept speeches and saved states are told: is the file there, what is kept, how large."""

from __future__ import annotations

from types import MappingProxyType
from typing import Final

from editor.files.backups.saved_state import SavedState, Whose
from editor.files.versions.kept_documents import KeptDocument, Presence
from editor.files.versions.kept_version import Version
from editor.ui.drafts.version_words import name_words, time_words

KeptThing = KeptDocument | SavedState | Version
PRESENCE: Final = MappingProxyType(
    {
        Presence.THERE: "在",
        Presence.GONE: "文件已不在",
        Presence.FOLDER_GONE: "文件夹已不在，或U盘没插",
        Presence.UNFILED: "没存过盘",
    }
)
WHOSE: Final = MappingProxyType(
    {
        Whose.OWN: "我存的",
        Whose.BEFORE: "被换下以前的",
        Whose.OTHERS: "别人存的，被覆盖以前的",
        Whose.UNKNOWN: "存盘的文件",
    }
)
HEADS: Final = ("文稿", "文件夹", "最后留下", "留着什么", "文件")


def cells(thing: KeptThing) -> tuple[str, str, str, str, str]:
    """A row's words, column by column (`HEADS`)."""
    if isinstance(thing, KeptDocument):
        folder = str(thing.path.parent) if thing.path else "—"
        kept = kept_words(thing)
        return thing.words, folder, time_words(thing.saved), kept, PRESENCE[thing.presence]
    if isinstance(thing, SavedState):
        size = size_words(thing.size)
        time, name = time_words(thing.time), thing.path.name
        return WHOSE[thing.whose], str(thing.path.parent), time, size, name
    counted = f"{thing.characters:,} 字"
    return name_words(thing), "—", time_words(thing.time), counted, "只留文字"


def kept_words(document: KeptDocument) -> str:
    """'5 版，3 个存盘副本'."""
    rows = ((document.versions, "版"), (document.states, "个存盘副本"))
    return "，".join(f"{number} {words}" for number, words in rows if number)


def size_words(size: int) -> str:
    """'36 KB', '1.2 MB'."""
    return f"{size / 2**20:.1f} MB" if size >= 2**20 else f"{max(1, round(size / 1024))} KB"


def is_missing(document: KeptDocument) -> bool:
    """Whether its file was there and is not any more."""
    return document.presence in (Presence.GONE, Presence.FOLDER_GONE)
