"""Tells that a file was written, and offers to show it in its folder or to open it."""

from __future__ import annotations

import sys
from functools import partial
from pathlib import Path

from PySide6.QtCore import QDir, QProcess, QUrl
from PySide6.QtGui import QDesktopServices

from editor.ui.message_bar import MessageBar, MessageButton

FOLDER, FILE = "打开所在文件夹", "打开文件"


def tell_written(messages: MessageBar, words: str, path: Path) -> None:
    """Say ``words`` with both buttons; what cannot be opened is said with the path."""
    messages.say_with(
        words,
        MessageButton(FOLDER, partial(_show, messages, path)),
        MessageButton(FILE, partial(_open, messages, path)),
    )


def tell_sent(messages: MessageBar, file: Path | None, what: str = "") -> None:
    """Say that pages went to the printer, or into a file where it was none of paper."""
    if file is None:
        messages.say(f"{what}已送打印机。")
    else:
        tell_written(messages, f"{what}已打印到文件：{file}", file)


def show_in_folder(path: Path) -> bool:
    """The folder in the system's program, the file chosen where that can be; whether it went."""
    native = QDir.toNativeSeparators(str(path))
    if sys.platform == "win32":
        return bool(QProcess.startDetached("explorer.exe", ["/select,", native])[0])
    if sys.platform == "darwin":
        return bool(QProcess.startDetached("/usr/bin/open", ["-R", native])[0])
    return QDesktopServices.openUrl(QUrl.fromLocalFile(str(path.parent)))


def _show(messages: MessageBar, path: Path) -> None:
    if not show_in_folder(path):
        messages.say(f"文件夹打不开，请自己去看：{path.parent}")


def _open(messages: MessageBar, path: Path) -> None:
    if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
        messages.say(f"没有能打开它的程序：{path}")
