"""Starts of the program, without a window, that all ask at the same moment who is the first.

    python -m tests.ui.session.starts HOME COUNT ROUNDS

Children of one process, so that what is long about a start is done before. When all but one have
ended, and that one has been asked by all of them, it is killed as by a crash. A line a round:
how many were first, how many ended well, what was asked.
"""

from __future__ import annotations

import os
import signal
import sys
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from editor.ui.session.first_program import AskedByOthers, FirstProgram

LONGEST_S = 300  # a child that waits for ever is left to nobody


def start(home: Path, number: int, begin: int, said: int) -> None:
    """One start: ends where another took its request, else says so and what it is asked."""
    signal.alarm(LONGEST_S)
    os.read(begin, 1)
    first = FirstProgram(home)
    if first.is_another() and first.hand_over(f"--{number}"):
        os._exit(0)
    os.write(said, b"first\n" if first.is_first else b"alone\n")
    app = QCoreApplication([])
    AskedByOthers(first.folder, app).asked.connect(
        lambda path: os.write(said, f"{path}\n".encode())
    )
    app.exec()


def one_round(home: Path, count: int) -> str:
    """Let so many begin together; what came of it."""
    signal.alarm(LONGEST_S)
    (held, begin), (heard, said) = os.pipe(), os.pipe()
    children: list[int] = []
    for number in range(count):
        if not (child := os.fork()):
            try:
                start(home, number, held, said)
            finally:
                os._exit(1)
        children.append(child)
    os.write(begin, b"." * count)
    lines: list[str] = []
    with os.fdopen(heard) as told:
        while len(lines) < count:
            lines.append(told.readline().strip())
    ended: list[int] = []
    while len(ended) < count - 1:
        child, status = os.waitpid(-1, 0)
        ended.append(status)
        children.remove(child)
    os.kill(children[0], signal.SIGKILL)
    os.waitpid(children[0], 0)
    return f"{lines.count('first')} {ended.count(0)} {' '.join(sorted(set(lines)))}"


if __name__ == "__main__":
    for _ in range(int(sys.argv[3])):
        print(one_round(Path(sys.argv[1]), int(sys.argv[2])), flush=True)
