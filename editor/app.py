"""The composition root: the only place that builds the program's objects.

Nothing of the rooms is imported before the window has painted itself once; `start`
therefore imports inside its steps.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from typing import Any

from editor.startup import trouble_before_qt, trouble_with_pyside


def start(arguments: Sequence[str]) -> int:
    """Open the window, with a file if one is named; the exit code."""
    if len(arguments) > 1 or (
        arguments and arguments[0].startswith("-") and arguments[0] != "--sample"
    ):
        print("用法：python main.py [文件]    或    python main.py --help", file=sys.stderr)
        return 2
    if trouble := trouble_before_qt(window=True):
        print(trouble, file=sys.stderr)
        return 2
    try:
        from editor.ui.launch import run_window
    except ImportError as error:
        print(trouble_with_pyside(error), file=sys.stderr)
        return 2
    return run_window(arguments[0] if arguments else "")


def write_pdf(compose: Callable[[Any], Any], path: str) -> Sequence[str]:
    """Lay out and write a PDF; notes for the user. Raises Trouble where Qt is missing."""
    from editor.files.trouble import Trouble

    if trouble := trouble_before_qt(window=False):
        raise Trouble("导出 PDF 要用 Qt 的字库和画笔。", trouble)
    try:
        from editor.ui.paper.command_line import compose_and_write
    except ImportError as error:
        raise Trouble("导出 PDF 要用 PySide6。", trouble_with_pyside(error)) from error
    return compose_and_write(compose, path)


def draws(picture: bytes) -> bool:
    """Whether the pages of `write_pdf` can show a picture."""
    try:
        from editor.ui.paper.pictures import can_be_drawn
    except ImportError:  # nothing will be drawn: writing says so
        return True
    return can_be_drawn(picture)
