"""All documents of which something is kept, whether their files are still there or not.

A file that was deleted or renamed outside is asked for by nobody, so its versions and saved states
would lie there unfound: this list is the way to them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from editor.files.backups.backup_store import BackupStore
from editor.files.backups.saved_state import SavedState
from editor.files.presence import is_there
from editor.files.versions.version_store import VersionStore


class Presence(Enum):
    """Whether a document's file can be opened."""

    THERE = "there"
    GONE = "gone"
    FOLDER_GONE = "folder gone"  # deleted, renamed, or on a stick that is not in
    UNFILED = "unfiled"  # it was never saved


@dataclass(frozen=True, slots=True)
class KeptDocument:
    """A document: its file, what is kept of it (``versions``, ``states``), the latest moment.

    ``words`` is what it is called: its file's name, or its first words. ``saved`` is in seconds
    since 1970. ``documents`` are the ids under which its things are kept.
    """

    documents: tuple[str, ...]
    path: Path | None
    words: str
    saved: float
    versions: int
    states: int
    presence: Presence


def kept_documents(store: VersionStore, backups: BackupStore) -> tuple[KeptDocument, ...]:
    """All documents of which something is kept, the latest first. It reads every log."""
    states: dict[str, list[SavedState]] = {}
    for state in backups.states():
        states.setdefault(state.document, []).append(state)
    found: list[KeptDocument] = []
    for family, path in store.families():
        own = [state for one in family for state in states.pop(one, [])]
        found.append(_filed(store, family, path, own))
    for one in store.unfiled():
        if one.document not in states:
            found.append(
                KeptDocument(
                    (one.document,), None, one.words, one.time, len(one.versions), 0,
                    Presence.UNFILED,
                )
            )  # fmt: skip
    found += [_filed(store, (one,), own[0].path, own) for one, own in states.items()]
    kept = [one for one in found if one.versions or one.states]
    return tuple(sorted(kept, key=lambda one: one.saved, reverse=True))


def presence_of(path: Path) -> Presence:
    """Whether a file can be opened now."""
    if is_there(path):
        return Presence.THERE
    return Presence.GONE if is_there(path.parent) else Presence.FOLDER_GONE


def _filed(
    store: VersionStore, family: tuple[str, ...], path: Path, states: Sequence[SavedState]
) -> KeptDocument:
    versions = store.list(family[0])
    saved = max([one.time for one in (*versions, *states)], default=0.0)
    return KeptDocument(
        family, path, path.name, saved, len(versions), len(states), presence_of(path)
    )
