"""Where an export goes: asked of the user, never onto the manuscript itself."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog

if TYPE_CHECKING:
    from editor.ui.shell.workshop import Workshop

KINDS = {".pdf": "PDF (*.pdf)", ".docx": "Word 文档 (*.docx)"}


def ask_export_path(shop: Workshop, title: str, name: str) -> Path | None:
    """Ask beside the manuscript, ``name`` ('讲话稿（定稿）.pdf') offered; None: the user stays."""
    ending = Path(name).suffix
    opened = shop.files.opened
    folder = opened.path.parent if opened and opened.path else Path.home()
    chosen, _ = QFileDialog.getSaveFileName(
        shop.window, title, str(folder / name), KINDS.get(ending, f"*{ending}")
    )
    if not chosen:
        return None
    path = Path(chosen)
    if opened and opened.path and path.absolute() == opened.path.absolute():
        shop.strip.say("不能导出到原稿上，请另起一个名字。")
        return None
    return path if path.suffix.lower() == ending else path.with_name(path.name + ending)
