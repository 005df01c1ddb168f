"""The context menu of the page."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QMenu, QTextEdit


def page_menu(
    view: QTextEdit, remove: Callable[[], object], paste_plain: Callable[[], object]
) -> QMenu:
    """A menu whose steps are the page's own (Qt's would go past the edits)."""
    menu = QMenu(view)
    document = view.document()
    selected = view.textCursor().hasSelection()
    steps = (
        ("撤销", view.undo, document.isUndoAvailable()),
        ("重做", view.redo, document.isRedoAvailable()),
        None,
        ("剪切", view.cut, selected),
        ("复制", view.copy, selected),
        ("粘贴", view.paste, view.canPaste()),
        ("只粘贴文字", paste_plain, view.canPaste()),
        ("删除", remove, selected),
        None,
        ("全选", view.selectAll, True),
    )
    for step in steps:
        if step is None:
            menu.addSeparator()
            continue
        words, answer, possible = step
        action = menu.addAction(words)
        action.triggered.connect(answer)
        action.setEnabled(possible)
    return menu
