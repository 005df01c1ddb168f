"""Versions of texts that were never saved: found by their words and time, gone by age.

Separate from `version_store`, which is asked by document: these documents have no file that
could be asked for.
"""

from __future__ import annotations

import contextlib
import time
from collections.abc import Collection
from pathlib import Path
from typing import Final, NamedTuple

from editor.files.versions.document_index import ENDING
from editor.files.versions.history import read_history
from editor.files.versions.kept_version import Version
from editor.manuscript.comparison.pairing import text_with_label
from editor.storage.storage import Storage

_DAY: Final = 86_400  # seconds
_WORDS: Final = 30  # characters by which a text is known


class UnfiledDocument(NamedTuple):
    """A document without a file: its versions, the oldest first, and its first words."""

    document: str
    words: str
    versions: tuple[Version, ...]

    @property
    def time(self) -> float:
        """When it was kept last, in seconds since 1970."""
        return self.versions[-1].time


def unfiled_documents(folder: Path, filed: Collection[str]) -> tuple[UnfiledDocument, ...]:
    """The documents in a folder of versions that are none of the filed, the latest first."""
    found: list[UnfiledDocument] = []
    for log in sorted(folder.glob("*" + ENDING)):
        if log.stem in filed:
            continue
        with contextlib.suppress(OSError):
            history = read_history(log.stem, log.read_bytes())
            versions = tuple([history.versions[n] for n in sorted(history.versions)])
            if versions:
                lines = (
                    [text_with_label(p).strip() for p in history.last.paragraphs]
                    if history.last
                    else []
                )
                words = next((line for line in lines if line), "（空白）")[:_WORDS]
                found.append(UnfiledDocument(log.stem, words, versions))
    return tuple(sorted(found, key=lambda one: one.time, reverse=True))


def remove_old(folder: Path, spared: Collection[str], storage: Storage, days: int) -> int:
    """Remove the logs that nobody wrote to for so many days; how many. ``spared`` stay."""
    oldest = time.time() - days * _DAY
    gone = 0
    for log in sorted(folder.glob("*" + ENDING)):
        if log.stem in spared:
            continue
        with contextlib.suppress(OSError):
            if log.stat().st_mtime < oldest:
                storage.remove(log)
                gone += 1
    return gone
