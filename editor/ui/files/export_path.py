"""Where a file goes that the user names: its ending, and never over another by surprise."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from editor.files.presence import is_same, is_there
from editor.ui.context import Context
from editor.ui.files.file_dialog import dressed
from editor.ui.look.plain_words import literal

KINDS = {".pdf": "PDF (*.pdf)", ".docx": "Word 文档 (*.docx)"}


def ask_export_path(
    context: Context, title: str, name: str, above: QWidget | None = None
) -> Path | None:
    """Ask beside the manuscript, ``name`` ('讲话稿（定稿）.pdf') offered; None: the user stays.

    ``above`` is the window that the question was asked from: it has the keys again after it.
    """
    ending, parent = Path(name).suffix, above or context.parent
    folder = context.text.folder or Path.home()
    with dressed(context.settings):
        chosen, _ = QFileDialog.getSaveFileName(
            parent, title, str(folder / name), KINDS.get(ending, f"*{ending}")
        )
    if not chosen:
        return None
    path = Path(chosen)
    whole = path if path.suffix.lower() == ending else path.with_name(path.name + ending)
    if any(is_same(whole, own) for own in context.text.own_files()):
        context.messages.say("不能导出到原稿上，请另起一个名字。")
        return None
    if context.text.is_open_elsewhere(whole):
        context.messages.say(
            f"“{whole.name}”正在另一个标签里开着，不能导出到它上面，请另起一个名字。"
        )
        return None
    return whole if whole == path or may_replace(parent, whole) else None


def may_replace(parent: QWidget, path: Path) -> bool:
    """Ask before a file goes whose name we completed: the dialog could not ask for it."""
    if not is_there(path):
        return True
    words = f"“{path.name}”已经有了，要替换它吗？"
    answer = QMessageBox.question(parent, "替换文件", literal(words))
    return answer == QMessageBox.StandardButton.Yes
