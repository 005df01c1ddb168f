"""Writing a file of the user's; where that fails, its data goes to the rescue folder.

The old file is whole then, and the Trouble says what happened and where the copy lies.
"""

from __future__ import annotations

import contextlib
import os
import time
from collections.abc import Callable
from hashlib import blake2b
from pathlib import Path
from typing import Final

from editor.files.presence import is_there
from editor.files.trouble import ChangedOnDisk, Trouble
from editor.storage.causes import cause_of
from editor.storage.storage import Storage
from editor.storage.storage_error import ChangedMeanwhile, StorageError
from editor.storage.user_folder import user_folder

_NAME: Final = 40  # characters of a file's name that its rescued copy has
_ENDING: Final = 10


def write_file(
    path: Path | str,
    data: bytes,
    *,
    rescue: Path | None = None,
    storage: Storage | None = None,
    still: Callable[[], bool] | None = None,
) -> int:
    """Put ``data`` at ``path``, following a link; when it was written, in ns since 1970.

    Raises Trouble; the old file is whole then. ``rescue`` is the folder for the copy that
    is kept when the file cannot be written. ``still`` is asked at the last moment whether what
    is there may be written over (see `Storage.write`); ChangedOnDisk where it may not.
    """
    storage, target = storage or Storage(), Path(path)
    try:
        return storage.write(target, data, still=still)
    except ChangedMeanwhile as error:
        raise ChangedOnDisk(
            f"“{target.name}”刚才被别人写过，没有动它。", "请先看看那边写了什么，或者另起一个名字。"
        ) from error
    except StorageError as error:
        target = Path(os.path.realpath(target))
        kept = _rescue(storage, target, data, rescue or user_folder() / "rescue")
        raise _trouble(target, error, kept) from error


def rescue_mark(path: Path) -> str:
    """What the rescued copies of a file have in their names: speeches of one name lie anywhere."""
    real = os.path.normcase(os.path.realpath(path))
    return blake2b(real.encode("utf-8", "surrogatepass"), digest_size=4).hexdigest()


def _rescue(storage: Storage, target: Path, data: bytes, folder: Path) -> Path | None:
    """Keep the bytes in a folder of this user alone; None where that fails too."""
    stamp = time.strftime("%Y%m%d-%H%M%S")
    stem, ending = f"{target.stem[:_NAME]}-{rescue_mark(target)}", target.suffix[:_ENDING]
    with contextlib.suppress(OSError):
        storage.make_folder(folder)
        kept, number = folder / f"{stem}-{stamp}{ending}", 1
        while not _is_kept(storage, kept, data):
            number += 1
            kept = folder / f"{stem}-{stamp}-{number}{ending}"
        return kept
    return None


def _is_kept(storage: Storage, kept: Path, data: bytes) -> bool:
    """Whether nobody else had taken the name: two programs may come to grief in one second."""
    try:
        storage.write(kept, data, private=True, still=lambda: not is_there(kept))
    except ChangedMeanwhile:
        return False
    return True


def _trouble(target: Path, error: StorageError, kept: Path | None) -> Trouble:
    where = f"文字没有丢，已另存一份在：{kept}" if kept else "文字还在窗口里，请先不要关闭。"
    return Trouble(f"“{target.name}”没有保存成功：{cause_of(error, target)}", where)
