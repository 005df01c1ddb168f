"""The log of the program's runs: small, private to its user, turned over when it is full.

It holds what `fault` lets through and what the program says of itself, never a word of a
speech. Nothing here raises: a log that cannot be written is no second fault.
"""

from __future__ import annotations

import contextlib
import threading
from datetime import datetime
from pathlib import Path
from typing import Final

from editor.run_log.fault import Fault
from editor.storage.storage import Storage

FOLDER: Final = "logs"
FULL: Final = 1 << 17  # bytes; then it is turned over
KEPT: Final = 2  # older ones
_TOLD_AT: Final = (1, 10, 100, 1000, 10_000)  # of one kind these are written, with the count


class RunLog:
    """The log in one user's folder. Safe from several threads and several programs."""

    def __init__(self, home: Path, storage: Storage | None = None) -> None:
        """``home``: the user's own folder."""
        self._folder = home / FOLDER
        self._storage = storage or Storage()
        self._lock = threading.RLock()  # the collector may run in the middle of writing, and fail
        self._writing = False
        self._counts: dict[tuple[str, str], int] = {}
        self._begun = False

    @property
    def file(self) -> Path:
        """Where it is written now."""
        return self._folder / "bigan.log"

    def note(self, fault: Fault) -> bool:
        """Write a fault down; whether it is the first of its kind in this run."""
        with self._lock:
            count = self._counts[fault.key] = self._counts.get(fault.key, 0) + 1
        if count == 1:
            self.say(fault.text)
        elif count in _TOLD_AT:
            self.say(f"{fault.kind}：同样的已经 {count} 次（{fault.key[1]}）")
        return count == 1

    def say(self, words: str) -> None:
        """Write something down with the time."""
        with self._lock:
            if self._writing:  # of a fault while another is written: it would wait for itself
                return
            self._writing = True
            try:
                self._append(words)
            except OSError:
                pass
            finally:
                self._writing = False

    def text(self) -> str:
        """All that is kept, the oldest first; '' where there is nothing."""
        parts: list[str] = []
        for file in (*reversed(self._older()), self.file):
            with contextlib.suppress(OSError):
                parts.append(file.read_bytes()[-FULL * 2 :].decode("utf-8", "replace"))
        return "".join(parts).strip()

    def _append(self, words: str) -> None:
        from editor.run_log.environment import environment

        self._storage.make_folder(self._folder)
        self._turn_over()
        head = "" if self._begun else f"\n—— {environment()}\n"
        self._begun = True
        now = datetime.now().isoformat(" ", "seconds")
        data = f"{head}{now} {words}\n".encode("utf-8", "backslashreplace")
        with self._storage.log(self.file) as log:
            log.append(log.size(), data)

    def _older(self) -> list[Path]:
        return [self.file.with_suffix(f".log.{number}") for number in range(1, KEPT + 1)]

    def _turn_over(self) -> None:
        files = [self.file, *self._older()]
        if not self.file.exists() or self.file.stat().st_size < FULL:
            return
        for older, newer in reversed([*zip(files[1:], files, strict=False)]):
            with contextlib.suppress(OSError):
                self._storage.move(newer, older)
