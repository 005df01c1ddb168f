"""A text that was not saved, put over its file again so that everything keeps its place.

Its keys and marks count in the bytes that were first read: those of the file as long as nobody
saved it, else those that the journal keeps. So comments, pictures and looks stay by their
letters, whatever was saved before the power went.
"""

from __future__ import annotations

import contextlib
from dataclasses import replace
from pathlib import Path

from editor.files.open import open_document
from editor.files.opened import DocxSource, FileStamp, Opened, digest_of
from editor.files.presence import is_there
from editor.files.recovery.snapshot import Snapshot
from editor.files.rekey import rekey
from editor.files.save import new_document
from editor.files.trouble import Trouble
from editor.manuscript.manuscript import Manuscript


def resumed(snapshot: Snapshot) -> tuple[Opened, Manuscript]:
    """What to open, and the newer words of it.

    Where another has written the file since, saving says so. A text whose file is gone, or
    cannot be read any more, is saved under another name.
    """
    there = _there(snapshot.path)
    if there is not None and snapshot.stamp:
        there = _as_last_known(there, snapshot.stamp)
    if there is None or not _is_read_from(there, snapshot.source):
        there = _from_kept(snapshot, there) or there
    if there is None:
        opened = new_document(snapshot.manuscript, "docx")
        return opened, opened.manuscript
    return there, rekey(there, snapshot.manuscript, snapshot.source)


def _there(path: Path | None) -> Opened | None:
    if path is None or not is_there(path):
        return None
    try:
        return open_document(path)
    except Trouble:
        return None  # the file is gone bad


def _as_last_known(there: Opened, stamp: str) -> Opened:
    """The file with the stamp of how it was known: what another wrote is not written over."""
    if there.stamp is None or there.stamp.digest == stamp:
        return there
    return replace(there, stamp=FileStamp(0, 0, stamp))


def _is_read_from(there: Opened, source: str) -> bool:
    file = there.source
    return not source or (isinstance(file, DocxSource) and digest_of(file.data) == source)


def _from_kept(snapshot: Snapshot, there: Opened | None) -> Opened | None:
    """The file as it was first read, where it lies now; None where the journal has not kept it."""
    if snapshot.kept is None:
        return None
    with contextlib.suppress(OSError, Trouble):
        data = snapshot.kept.read_bytes()
        if digest_of(data) == snapshot.source:
            from editor.files.docx.open_docx import open_docx

            name = snapshot.path or Path("未命名.docx")
            opened = open_docx(name, data, there.stamp if there else None)
            return opened if there else replace(opened, path=None)
    return None
