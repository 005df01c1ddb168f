"""All kinds of traces: what there is, and clearing it so that what could not go is known.

Removed is: no file and no row of ours holds it any more, and the folders are flushed to the disk.
What a disk keeps of removed files below that is out of a program's reach, and is not promised.
"""

from __future__ import annotations

import contextlib
from collections.abc import Collection, Sequence
from typing import Final, NamedTuple

from editor.storage.causes import cause_of
from editor.storage.storage_error import StorageError
from editor.traces.dialog_traces import DIALOGS
from editor.traces.kept_traces import KEPT, held_texts
from editor.traces.list_traces import LISTS
from editor.traces.trace import ClearableKind, Found, Home

# What is no trace, or belongs to a program that runs: options, and that one may ask it.
_NO_TRACE: Final = ("settings.json", "asked/ready")


def _others(home: Home) -> Found:
    """Whatever else lies in the user's folder: nothing of it is unknown to this list."""
    known = {file for kind in (*LISTS, *KEPT) for file in kind.find(home).files}
    spared = {file for pattern in _NO_TRACE for file in home.files(f"**/{pattern}")}
    spared |= set(home.files("versions/documents.json"))
    spared |= {f for f in home.files("recovery/*/*") if home.is_held(f.parent)}
    return Found(tuple(f for f in home.files("**/*") if f not in known and f not in spared))


KINDS: Final = (
    *LISTS,
    *KEPT,
    *DIALOGS,
    ClearableKind("others", "其他零碎", "损坏后放在一边的、没写完的", _others, of_one=False),
)


EVERY: Final = frozenset(kind.id for kind in KINDS)
OF_SETTINGS: Final = frozenset(kind.id for kind in LISTS)


class Trace(NamedTuple):
    """A kind of which there is something."""

    kind: ClearableKind
    found: Found


class Left(NamedTuple):
    """What could not be cleared, and why."""

    what: str
    why: str


def traces(home: Home, among: Collection[str] = EVERY) -> tuple[Trace, ...]:
    """The kinds of which there is something; of one speech only what can be told of it."""
    kinds = [k for k in KINDS if k.id in among and (k.of_one or home.document is None)]
    found = [Trace(kind, kind.find(home)) for kind in kinds]
    return tuple(trace for trace in found if trace.found.count)


def clear(home: Home, chosen: Collection[str]) -> tuple[Left, ...]:
    """Clear the kinds with these ids; what could not go.

    Those in `OF_SETTINGS` tell whoever listens to the settings, in this very thread.
    """
    left: list[Left] = []
    for kind, found in traces(home, chosen):
        for file in found.files:
            try:
                home.storage.erase(file)
            except StorageError as error:
                left.append(Left(f"{kind.words}：{file}", cause_of(error, file).what))
        try:
            kind.forget(home)
        except OSError as error:
            left.append(Left(kind.words, cause_of(error).what))
    _drop_empty(home)
    if "journal" in chosen and (held := held_texts(home)):
        left.append(Left("没存盘的稿子", f"{len(held)} 份正在另一个笔杆里开着。请关掉它再清一次。"))
    return (*left, *_still_there(home, chosen, left))


def _still_there(home: Home, chosen: Collection[str], left: Sequence[Left]) -> list[Left]:
    """Looked at anew: a row that another program wrote back, a list that could not be saved."""
    told = {one.what.partition("：")[0] for one in left}
    return [
        Left(kind.words, f"还有 {found.count} 项在。请关掉其他笔杆窗口，再清一次。")
        for kind, found in traces(home, chosen)
        if kind.words not in told
    ]


def _drop_empty(home: Home) -> None:
    """Folders with nothing in them; those of running programs are held."""
    for folder in sorted(home.folder.glob("**/"), reverse=True):
        if folder != home.folder and not home.is_held(folder):
            with contextlib.suppress(OSError):
                home.storage.remove_folder(folder)
