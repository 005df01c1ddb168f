"""Writing a file of the user's; where that fails, its data goes to the rescue folder.

The old file is whole then, and the Trouble says what happened and where the copy lies.
"""

from __future__ import annotations

import contextlib
import tempfile
import time
from pathlib import Path

from editor.files.presence import is_there
from editor.files.trouble import Trouble
from editor.storage.storage import Storage
from editor.storage.storage_error import Reason, StorageError


def write_file(
    path: Path | str, data: bytes, *, rescue: Path | None = None, storage: Storage | None = None
) -> int:
    """Put ``data`` at ``path``, following a link; when it was written, in ns since 1970.

    Raises Trouble; the old file is whole then. ``rescue`` is the folder for the copy that
    is kept when the file cannot be written.
    """
    storage, target = storage or Storage(), Path(path)
    try:
        return storage.write(target, data)
    except StorageError as error:
        target = target.resolve()
        kept = _rescue(storage, target, data, rescue or _temporary())
        raise _trouble(target, error, kept) from error


def _temporary() -> Path:
    return Path(tempfile.gettempdir()) / "bigan-rescue"


def _rescue(storage: Storage, target: Path, data: bytes, folder: Path) -> Path | None:
    stamp = time.strftime("%Y%m%d-%H%M%S")
    with contextlib.suppress(OSError):
        storage.make_folder(folder)
        kept = folder / f"{target.stem}-{stamp}{target.suffix}"
        number = 1
        while kept.exists():
            number += 1
            kept = folder / f"{target.stem}-{stamp}-{number}{target.suffix}"
        storage.write(kept, data)
        return kept
    return None


def _trouble(target: Path, error: StorageError, kept: Path | None) -> Trouble:
    where = f"文字没有丢，已另存一份在：{kept}" if kept else "文字还在窗口里，请先不要关闭。"
    return Trouble(f"“{target.name}”没有保存成功：{_cause(target, error)}", where)


def _cause(target: Path, error: StorageError) -> str:
    match error.reason:
        case Reason.BARRED:
            if is_there(target.with_name("~$" + target.name[2:])):
                return "它正被 Word 或 WPS 打开。请在那边关掉再存。"
            if is_there(target):
                return "文件是只读的，或正被别的程序占用。请换个名字另存。"
            return "这个文件夹不让写入。请换个地方另存。"
        case Reason.ABSENT:
            return "文件夹已经不在了（U 盘拔出或改了名字）。请换个地方另存。"
        case Reason.FULL:
            return "磁盘满了。请清理磁盘，或换个地方另存。"
        case Reason.IS_A_FOLDER:
            return "那里是一个文件夹。请换个名字另存。"
        case Reason.OTHER:
            return f"系统报告“{error.strerror}”。请换个地方另存。"
