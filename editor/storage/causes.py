"""Why a file could not be written or read, in the words the user reads: what is so, what to do.

The one place for them. No word of the system's: those are in its own language, and name calls.
"""

from __future__ import annotations

import time
from pathlib import Path
from typing import Final, NamedTuple

from editor.storage.storage_error import HalfWritten, Held, Reason, reason_of

_ELSEWHERE: Final = "请换个地方另存。"


class Cause(NamedTuple):
    """What is so, and what to do about it; both end with a full stop."""

    what: str
    advice: str

    def __str__(self) -> str:
        return self.what + self.advice


_WRITING: Final = {
    Reason.READ_ONLY: Cause("这个盘是只读的（写保护）。", "请存到别的地方。"),
    Reason.BUSY: Cause("它正被别的程序占用。", "请在那边关掉再存，或换个名字另存。"),
    Reason.ABSENT: Cause("文件夹已经不在了（U 盘拔出或改了名字）。", _ELSEWHERE),
    Reason.FULL: Cause("磁盘满了。", "请清理磁盘，或换个地方另存。"),
    Reason.QUOTA: Cause(
        "您在这个盘上的空间用完了（配额已满）。", "请删掉些自己的文件，或换个地方另存。"
    ),
    Reason.TOO_LARGE: Cause("文件太大，这个盘放不下这么大的文件。", _ELSEWHERE),
    Reason.IS_A_FOLDER: Cause("那里是一个文件夹。", "请换个名字另存。"),
    Reason.LONG_NAME: Cause("文件名（连同文件夹）太长了。", "请起个短一点的名字另存。"),
    Reason.BAD_NAME: Cause("文件名里有这个盘不能用的字符。", "请换个名字另存。"),
    Reason.CIRCLE: Cause("这个名字是快捷链接，链接绕来绕去找不到真正的文件。", "请换个名字另存。"),
    Reason.BROKEN: Cause(
        "磁盘读写出错，U 盘可能松了，或者盘坏了。", "请先换个地方另存，再查这个盘。"
    ),
    Reason.FAR: Cause("网络盘连不上了。", "请先存到本机，网络好了再拷过去。"),
    Reason.INTERRUPTED: Cause("写到一半被系统打断了。", "请再存一次。"),
    Reason.MANY_OPEN: Cause("这台电脑上同时打开的文件太多了。", "请关掉几个程序再存。"),
    Reason.MEMORY: Cause("电脑的内存不够了。", "请关掉几个程序再存。"),
    Reason.WATCHED: Cause("杀毒软件拦住了它。", "请换个地方另存，或请管理员放行。"),
    Reason.CHANGED: Cause("它刚才被别的程序改过。", "请比较以后再存，或换个名字另存。"),
}
_READING: Final = {
    Reason.BARRED: Cause(
        "没有权限打开它，或者它正被别的程序独占。", "请在那边关掉，或复制一份再打开。"
    ),
    Reason.BUSY: Cause("它正被别的程序占用。", "请在那边关掉再打开。"),
    Reason.ABSENT: Cause("找不到它。", "它可能改了名字、移走或删掉了，请重新选择。"),
    Reason.IS_A_FOLDER: Cause("那是一个文件夹。", "请打开里面的文件。"),
    Reason.LONG_NAME: Cause("文件名（连同文件夹）太长了。", "请把它改短一点再打开。"),
    Reason.BAD_NAME: Cause("文件名里有不能用的字符。", "请改个名字再打开。"),
    Reason.CIRCLE: Cause("这个名字是快捷链接，绕来绕去找不到真正的文件。", "请重新选择。"),
    Reason.BROKEN: Cause(
        "磁盘读写出错，U 盘可能松了，或者盘坏了。", "请重新插好再试，或另取一份。"
    ),
    Reason.FAR: Cause("网络盘连不上了。", "请检查网络，再试一次。"),
    Reason.INTERRUPTED: Cause("读到一半被系统打断了。", "请再试一次。"),
    Reason.MANY_OPEN: Cause("这台电脑上同时打开的文件太多了。", "请关掉几个程序再试。"),
    Reason.MEMORY: Cause("电脑的内存不够了。", "请关掉几个程序再试。"),
    Reason.WATCHED: Cause("杀毒软件拦住了它。", "请另取一份，或请管理员放行。"),
}


def cause_of(error: OSError, target: Path | None = None) -> Cause:
    """Why nothing was written; ``target`` is the file it was meant for, where that matters."""
    reason = reason_of(error)
    if isinstance(error, Held):
        return _held(error)
    if isinstance(error, HalfWritten):
        return Cause(
            f"写到一半磁盘出了错，原来的和新的文字都在同一文件夹的“{error.kept.name}”里。",
            "请不要删它，换好盘重新打开这份文稿就会补全。",
        )
    if reason is Reason.BARRED:
        return _barred(target)
    return _WRITING.get(reason) or Cause(f"系统不让写（错误号 {_number(error)}）。", _ELSEWHERE)


def reading_cause_of(error: OSError) -> Cause:
    """Why a file could not be read."""
    unknown = Cause(f"系统不让读（错误号 {_number(error)}）。", "请检查 U 盘或网络，再试一次。")
    return _READING.get(reason_of(error), unknown)


def _held(error: Held) -> Cause:
    who = "别的程序"
    if error.who and error.host:
        who = f"“{error.who}”在电脑“{error.host}”上"
    since = time.strftime("（%H:%M 起）", time.localtime(error.since)) if error.since else ""
    return Cause(f"{who}正在存这个文件{since}。", "请过一会儿再存，或换个名字另存。")


def _barred(target: Path | None) -> Cause:
    if target is not None and _is_there(target.with_name("~$" + target.name[2:])):
        return Cause("它正被 Word 或 WPS 打开。", "请在那边关掉再存。")
    if target is not None and _is_there(target):
        return Cause("文件是只读的，或正被别的程序占用。", "请换个名字另存。")
    return Cause("这个文件夹不让写入。", _ELSEWHERE)


def _is_there(path: Path) -> bool:
    try:
        return path.exists()
    except (OSError, ValueError):
        return False


def _number(error: OSError) -> int:
    return getattr(error, "winerror", 0) or error.errno or 0
