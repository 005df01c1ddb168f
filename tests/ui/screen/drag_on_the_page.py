"""Words on the page dragged with the mouse, with Ctrl, and pasted with the middle button.

``python -m tests.ui.screen.drag_on_the_page FOLDER``, on an X screen of its own.
"""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import QPoint

from tests.ui.screen.drags import PAUSE_MS, Drags, Step, run_drags

LINE, OTHER = "甲文", "丙文"
START, END = 3, 7


def steps(drags: Drags) -> list[Step]:
    """Move and take back; copy and take back; select and paste with the middle button."""
    inside = (START + END) // 2
    choose = drags.drag(lambda: drags.letter(LINE, START), lambda: drags.letter(LINE, END))
    hand = drags.hand

    def words() -> QPoint:
        return drags.letter(LINE, inside)

    def there() -> QPoint:
        return drags.letter(OTHER, 2)

    return [
        *choose,
        drags.look("before"),
        *drags.drag(words, there),
        drags.look("moved"),
        *drags.undo(),
        drags.look("undone"),
        *choose,
        *with_control(drags, drags.drag(words, there)),
        drags.look("copied"),
        *drags.undo(),
        *choose,
        (PAUSE_MS, lambda: drags.go(there())),
        (PAUSE_MS, hand.click_middle),
        drags.look("pasted"),
        *drags.undo(),
        (PAUSE_MS, lambda: drags.go(words())),
        (PAUSE_MS, hand.click),
        (1, hand.click),
        (PAUSE_MS, lambda: drags.go(there())),
        (PAUSE_MS, hand.click_middle),
        drags.look("word pasted"),
        *drags.undo(),
        drags.look("undone at last"),
    ]


def with_control(drags: Drags, drag: list[Step]) -> list[Step]:
    """The same with Ctrl held from when it has begun till it is over."""
    down = (PAUSE_MS, lambda: drags.hand.control(down=True))
    up = (4 * PAUSE_MS, lambda: drags.hand.control(down=False))
    return [*drag[:5], down, *drag[5:], up]


if __name__ == "__main__":
    run_drags(Path(sys.argv[1]), steps)
