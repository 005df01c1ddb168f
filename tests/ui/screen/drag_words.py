"""Select words on the page with the mouse and drag them onto rows of the tree.

``python -m tests.ui.screen.drag_words FOLDER``, on an X screen of its own.
"""

from __future__ import annotations

import sys
from pathlib import Path

from tests.ui.screen.drags import Drags, Step, run_drags

LINE, START, END = "甲文", 2, 7


def steps(drags: Drags) -> list[Step]:
    """Onto a section, back, and below all rows, where there is none."""
    inside = (START + END) // 2
    return [
        *drags.drag(lambda: drags.letter(LINE, START), lambda: drags.letter(LINE, END)),
        drags.look("before"),
        *drags.drag(lambda: drags.letter(LINE, inside), lambda: drags.row("三、丙事", 0.5)),
        drags.look("after"),
        *drags.undo(),
        drags.look("undone"),
        *drags.drag(lambda: drags.letter(LINE, inside), lambda: drags.row("同志们，让我们", 4)),
        drags.look("refused"),
    ]


if __name__ == "__main__":
    run_drags(Path(sys.argv[1]), steps)
