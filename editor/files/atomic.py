"""Writing a file so that at any moment either the old or the new one is whole.

A temporary file in the same folder, flushed to the disk, takes the old one's place.
Where that fails the data goes to the user's rescue folder and the Trouble says where.
"""

from __future__ import annotations

import contextlib
import os
import secrets
import stat
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from editor.files.there import is_there
from editor.files.trouble import Trouble

# Antivirus programs and network shares hold a new file for a moment; seconds.
PAUSES = (0.02, 0.05, 0.1, 0.2, 0.4, 0.8)


def write_atomically(path: Path | str, data: bytes, *, rescue: Path | None = None) -> None:
    """Put ``data`` at ``path``, following a link. Raises Trouble; the old file is whole then.

    ``rescue`` is the folder for the copy that is kept when the file cannot be written.
    """
    target = Path(os.path.realpath(path))
    try:
        _replace(target, data)
    except OSError as error:
        kept = _rescue(target, data, rescue or Path(tempfile.gettempdir()) / "bigan-rescue")
        raise _trouble(target, error, kept) from error


def flush_folder(folder: Path) -> None:
    """Make a rename in a folder last through a power cut, where the system can."""
    if os.name == "nt":
        return
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _replace(target: Path, data: bytes) -> None:
    # A read-only file is replaced as easily as another; the user meant it to stay.
    if target.exists() and not os.access(target, os.W_OK):
        raise PermissionError(13, "read-only", str(target))
    fresh = target.with_name(f".{target.name[:40]}.{secrets.token_hex(4)}.tmp")
    try:
        with fresh.open("xb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        _copy_mode(target, fresh)
        _patiently(lambda: fresh.replace(target))
    except BaseException:
        with contextlib.suppress(OSError):
            fresh.unlink()
        raise
    flush_folder(target.parent)


def _copy_mode(target: Path, fresh: Path) -> None:
    with contextlib.suppress(OSError):
        fresh.chmod(stat.S_IMODE(target.stat().st_mode))


def _patiently(act: Callable[[], object]) -> None:
    for pause in PAUSES:
        try:
            act()
            return
        except PermissionError:
            time.sleep(pause)
    act()


def _rescue(target: Path, data: bytes, folder: Path) -> Path | None:
    stamp = time.strftime("%Y%m%d-%H%M%S")
    with contextlib.suppress(OSError):
        folder.mkdir(parents=True, exist_ok=True)
        kept = folder / f"{target.stem}-{stamp}{target.suffix}"
        number = 1
        while kept.exists():
            number += 1
            kept = folder / f"{target.stem}-{stamp}-{number}{target.suffix}"
        kept.write_bytes(data)
        return kept
    return None


def _trouble(target: Path, error: OSError, kept: Path | None) -> Trouble:
    where = f"文字没有丢，已另存一份在：{kept}" if kept else "文字还在窗口里，请先不要关闭。"
    return Trouble(f"“{target.name}”没有保存成功：{_cause(target, error)}", where)


def _cause(target: Path, error: OSError) -> str:
    if isinstance(error, PermissionError):
        if is_there(target.with_name("~$" + target.name[2:])):
            return "它正被 Word 或 WPS 打开。请在那边关掉再存。"
        if is_there(target):
            return "文件是只读的，或正被别的程序占用。请换个名字另存。"
        return "这个文件夹不让写入。请换个地方另存。"
    if isinstance(error, FileNotFoundError):
        return "文件夹已经不在了（U 盘拔出或改了名字）。请换个地方另存。"
    if error.errno == 28:
        return "磁盘满了。请清理磁盘，或换个地方另存。"
    if isinstance(error, IsADirectoryError):
        return "那里是一个文件夹。请换个名字另存。"
    return f"系统报告“{error.strerror}”。请换个地方另存。"
