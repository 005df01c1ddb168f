"""The one question before unsaved words could go."""

from __future__ import annotations

from typing import Literal

from PySide6.QtWidgets import QMessageBox, QWidget

from editor.files.recovery.recovery_bin import DAYS
from editor.ui.look.plain_words import message_box

Answer = Literal["save", "discard", "stay"]


def ask_unsaved(parent: QWidget, name: str) -> Answer:
    """Save, let go, or stay; closing the question is staying."""
    advice = f"选“不保存”，改动还会在“文件 → 没存盘的稿子”里留 {DAYS} 天。"
    box = message_box(parent, "还没保存", f"“{name}”有没保存的改动。", advice)
    keep = box.addButton("保存", QMessageBox.ButtonRole.AcceptRole)
    drop = box.addButton("不保存", QMessageBox.ButtonRole.DestructiveRole)
    box.addButton("取消", QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(keep)
    box.exec()
    if box.clickedButton() is keep:
        return "save"
    return "discard" if box.clickedButton() is drop else "stay"
