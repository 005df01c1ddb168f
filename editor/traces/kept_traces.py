"""Traces in files of the user's folder: each kind knows its own, and which are of one speech."""

from __future__ import annotations

import contextlib
import re
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Final

from editor.files.backups.backup_store import BackupStore
from editor.files.document_values import DocumentValues
from editor.files.kept_originals import KeptOriginals
from editor.files.recovery.journal import (
    SOURCE,
    Journal,
    is_left_alone,
    name_of,
    source_beside,
)
from editor.files.recovery.recovery_bin import BinnedText, RecoveryBin
from editor.files.recovery.snapshot import Snapshot
from editor.files.versions.version_store import VersionStore
from editor.files.write_file import rescue_mark
from editor.traces.trace import ClearableKind, Found, Home

_AT_WORK: Final = 600  # seconds; a conversion takes one minute at most
_STEM: Final = 40  # characters of a name that an unfinished file beside it has


def _versions(home: Home) -> Found:
    known = VersionStore(home.folder / "versions", home.storage).families()
    logs = home.files("versions/*.versions")
    if home.document is None:
        return Found(logs, len(known))
    ids = set(home.document.documents)
    own = [file for file in logs if file.stem in ids]
    return Found(tuple(own), sum(bool(ids & set(family)) for family, _ in known))


def _forget_versions(home: Home) -> None:
    store = VersionStore(home.folder / "versions", home.storage)
    store.forget(home.document.documents if home.document else None)


def _states(home: Home) -> Found:
    ids = home.document.documents if home.document else None
    if ids is None:
        return Found(home.files("backups/*"))
    store = BackupStore(home.folder / "backups", home.storage)
    own = [s.file for s in store.states() if s.document in ids or home.is_meant(s.path)]
    return Found(tuple(own))


def _of_journal(home: Home) -> list[tuple[Journal, Snapshot]]:
    """The unsaved texts that no running program holds."""
    folders = [path for path in (home.folder / "recovery").glob("*") if path.is_dir()]
    journals = [Journal(path, home.storage) for path in folders if not home.is_held(path)]
    return [
        (journal, one)
        for journal in journals
        for one in journal.pending()
        if home.is_meant(one.path, one.history)
    ]


def held_texts(home: Home) -> set[Path]:
    """The folders of the journal in which running programs have something of what is meant."""
    return {f.parent for f in _files_of_journal(home) if home.is_held(f.parent)}


def _files_of_journal(home: Home) -> list[Path]:
    """Of one speech what is called by its name: a text whose file it is, or the file's bytes."""
    files, one = home.files("recovery/*/*"), home.document
    if one is None:
        return list(files)
    return [f for f in files if one.path is not None and f.stem == name_of(str(one.path))]


def _journal(home: Home) -> Found:
    held = held_texts(home)
    free = [file for file in _files_of_journal(home) if file.parent not in held]
    if home.document is None:
        return Found(tuple(free), len(held))
    alone = [file for file in free if is_left_alone(file)]
    return Found(tuple(alone), len(_of_journal(home)) + len(held))


def _forget_journal(home: Home) -> None:
    for journal, one in _of_journal(home):
        journal.discard(one.document_id)
        journal.remove_folder()  # with the bytes of its file


def _binned(home: Home) -> list[BinnedText]:
    thrown = RecoveryBin(home.folder / "recovery_bin", home.storage).thrown()
    return [one for one in thrown if home.is_meant(one.snapshot.path, one.snapshot.history)]


def _bin(home: Home) -> Found:
    if home.document is None:
        return Found(home.files("recovery_bin/*"))
    texts = [one.file for one in _binned(home)]
    beside = [kept for file in texts if (kept := source_beside(file)).exists()]
    own = name_of(str(home.document.path)) if home.document.path else ""
    bytes_ = home.files(f"recovery_bin/{own}-*{SOURCE}") if own else ()
    return Found((*texts, *beside, *[file for file in bytes_ if is_left_alone(file)]))


def _values(folder: str) -> Callable[[Home], Found]:
    def find(home: Home) -> Found:
        if home.document is None:
            return Found(home.files(f"{folder}/*"))
        if home.document.path is None:
            return Found()
        file = DocumentValues(home.folder / folder).file_of(home.document.path)
        return Found((file,) if file.is_file() else ())

    return find


def _originals(home: Home) -> Found:
    if home.document is None:
        return Found(home.files("originals/*"))
    if home.document.path is None:
        return Found()
    kept = KeptOriginals(home.folder / "originals", home.storage)
    return Found(tuple(kept.files_of(str(home.document.path))))


def _rescued(home: Home) -> Found:
    files = home.files("rescue/*")
    if home.document is None:
        return Found(files)
    own = home.document.path
    if own is None:
        return Found()
    mark = rescue_mark(own)
    return Found(tuple(f for f in files if f"-{mark}-" in f.name))


def _beside(home: Home) -> Found:
    """What a kill left beside the speech: never finished files of ours."""
    own = home.document.path if home.document else None
    if own is None:
        return Found()
    ours = re.compile(rf"\.{re.escape(own.name[:_STEM])}\.[0-9a-f]{{8}}\.(tmp|bigan-\w+)")
    try:
        found = [path for path in own.parent.iterdir() if ours.fullmatch(path.name)]
    except OSError:
        return Found()
    return Found(tuple(sorted(found)))


def _temporary(home: Home) -> Found:
    """What the conversion of an old file, or a save without a folder, has left on this machine."""
    found: list[Path] = []
    for folder in Path(tempfile.gettempdir()).glob("bigan-*"):
        with contextlib.suppress(OSError):  # another user's
            if time.time() - folder.stat().st_mtime > _AT_WORK:
                found += [path for path in folder.rglob("*") if path.is_file()]
    return Found(tuple(found))


def _one(pattern: str) -> Callable[[Home], Found]:
    return lambda home: Found(home.files(pattern))


KEPT: Final = (
    ClearableKind("versions", "版本", "留存的各版文字", _versions, _forget_versions),
    ClearableKind("states", "存盘副本", "每次存盘原样留下的文件", _states),
    ClearableKind("journal", "没存盘的稿子", "断电留底；清掉不能恢复", _journal, _forget_journal),
    ClearableKind("bin", "不要了的稿子", "关闭时选“不保存”、还能取回的", _bin),
    ClearableKind("originals", "清理前的原文", "“查看原文”用的", _originals),
    ClearableKind("ignored", "忽略过的毛病", "每份稿子里点过“忽略”的", _values("ignored")),
    ClearableKind("times", "时间安排", "每份稿子给定的时间、讲话人", _values("times")),
    ClearableKind("rescue", "没存成时另存的", "存盘失败时替您另存的副本", _rescued),
    ClearableKind("beside", "没写完的临时文件", "存到一半断电，留在稿子旁边的", _beside),
    ClearableKind("temporary", "临时文件", "转换旧格式时用过的", _temporary, of_one=False),
    ClearableKind("logs", "运行记录", "程序出错时记的", _one("logs/*"), of_one=False),
    ClearableKind(
        "leaders", "讲话人的语速", "试讲时记下的人名和语速", _one("leaders.json"), of_one=False
    ),
    ClearableKind(
        "profiles", "单位档案", "您填的单位、领导名单；清掉要重填", _one("profiles/*"),
        ticked=False, of_one=False,
    ),
    ClearableKind(
        "phrases", "自己收的语料", "您收进语料库的句子；清掉不能取回", _one("phrases.txt"),
        ticked=False, of_one=False,
    ),
)  # fmt: skip
