"""Drag a heading of the outline with the mouse, then Ctrl+Z; then another onto the page.

``python -m tests.ui.screen.drag_a_heading FOLDER``, on an X screen of its own.
"""

from __future__ import annotations

import sys
from pathlib import Path

from tests.ui.screen.drags import Drags, Step, run_drags

DRAGGED, TARGET = "一、甲事", "三、丙事"


def steps(drags: Drags) -> list[Step]:
    """Below another heading, back, and to where no row is."""
    return [
        drags.look("before"),
        *drags.drag(lambda: drags.row(DRAGGED, 0.5), lambda: drags.row(TARGET, 0.95)),
        drags.look("after"),
        *drags.undo(),
        drags.look("undone"),
        *drags.drag(lambda: drags.row(DRAGGED, 0.5), lambda: drags.letter(TARGET, 2)),
        drags.look("on the page"),
    ]


if __name__ == "__main__":
    run_drags(Path(sys.argv[1]), steps)
