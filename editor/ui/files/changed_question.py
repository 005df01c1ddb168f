"""The question before words of somebody else could go: the file was written since it was read."""

from __future__ import annotations

import time
from collections.abc import Sequence
from datetime import datetime
from typing import Literal

from PySide6.QtWidgets import QMessageBox, QWidget

from editor.files.opened import FileStamp
from editor.files.outside.others_open import OtherUser
from editor.files.trouble import Trouble
from editor.ui.look.plain_words import message_box

Choice = Literal["compare", "save_as", "over", "stay"]
KEPT = "覆盖的话，那边的那一份会留在“版本”里，还找得回来。"

_OLD_S = 7 * 86_400  # a lock that stands so long was left by a crash


def ask_changed(
    parent: QWidget, trouble: Trouble, found: FileStamp | None, *, compared: bool
) -> Choice:
    """See what was changed, save under another name, write over it, or leave all as it is.

    ``found`` is what lies there, ``compared`` whether the writer has looked at that already.
    """
    when = f"那边是{moment(found.mtime_ns / 1e9)} 存的。" if found else ""
    advice = "那边改了什么您已经比较过。" if compared else trouble.advice
    box = message_box(parent, "没有保存", trouble.what, f"{when}{advice}\n{KEPT}")
    box.setIcon(QMessageBox.Icon.Warning)
    look = box.addButton("看改了什么", QMessageBox.ButtonRole.AcceptRole)
    other = box.addButton("另存为…", QMessageBox.ButtonRole.ActionRole)
    over = box.addButton("覆盖它", QMessageBox.ButtonRole.DestructiveRole)
    stay = box.addButton("先不保存", QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(over if compared else look)
    box.setEscapeButton(stay)
    box.exec()
    chosen: dict[object, Choice] = {look: "compare", other: "save_as", over: "over"}
    return chosen.get(box.clickedButton(), "stay")


def opened_by(others: Sequence[OtherUser]) -> str:
    """Who has a file open, in what and since when: '“王芳”正用 WPS 开着它（今天 9:05 起）'."""
    rows: list[str] = []
    for other in others:
        who = f"“{other.name}”" if other.name else "别人"
        old = time.time() - other.since > _OLD_S
        left = "，也可能是那边上次没有正常退出留下的" if old else ""
        rows.append(f"{who}正用 {other.program} 开着它（{moment(other.since)} 起{left}）")
    return "；".join(rows)


def moment(seconds: float) -> str:
    """A moment, in seconds since 1970, as it is said: '今天 17:32', '11 月 28 日 9:05'."""
    then, now = datetime.fromtimestamp(seconds), datetime.now()
    day = "今天" if then.date() == now.date() else f"{then.month} 月 {then.day} 日"
    return f"{day} {then.hour}:{then.minute:02d}"
