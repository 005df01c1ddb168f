"""The program that is killed: a real window, worked by keys and commands until it dies.

It first takes up what the last one could not save, as its user would.
"""

from __future__ import annotations

import os
import signal
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from random import Random
from time import monotonic
from typing import Any, Final

from tests.bench.trials.kills.diary import KILLED, Diary, digest_of_words

WORDS: Final = "要抓紧抓实抓出成效同志们大家辛苦了今年的工作一件一件办好"
COMMANDS: Final = (
    "outline.up", "outline.down", "outline.promote", "outline.demote", "outline.duplicate",
    "outline.split", "outline.after", "outline.delete", "edit.undo", "edit.redo",
)  # fmt: skip
LEAST: Final = 200  # characters: below that nothing is deleted any more
MOST_S: Final = 60.0  # nobody waits longer for a text to be shown


@dataclass(frozen=True)
class Work:
    """What the victim does; it dies at disk call number ``call`` by itself, never for 0."""

    home: Path
    speech: Path
    kind: str  # a key of WORKS, or 'end': take up what is there, save, quit
    seed: int
    call: int = 0


class Victim:
    """A window with a speech, and hands."""

    def __init__(self, work: Work, diary: Diary) -> None:
        from tests.ui.shell.windows import open_window, parts_of

        self.chance, self.diary = Random(work.seed), diary
        self.window = open_window(work.home, str(work.speech))
        self.parts = parts_of(self.window)
        end = monotonic() + MOST_S
        while self.parts.text.path != work.speech:
            assert monotonic() < end, "the speech is not shown"
            self.wait(20)
        self._take_up(work.speech)
        self.controller.edited.connect(self.note)
        self.note()

    @property
    def controller(self) -> Any:
        """The speech's own: recovering may have put it at another desk."""
        return self.parts.controller

    def note(self) -> None:
        """Write the state down."""
        self.diary.note(digest_of_words(self.controller.manuscript().text))

    def wait(self, ms: int) -> None:
        """Let the event loop run."""
        from PySide6.QtTest import QTest

        QTest.qWait(ms)

    def type(self) -> None:
        """Some letters, seldom elsewhere than where the last ones were."""
        from editor.manuscript.paragraph import Position
        from tests.ui.shell.windows import type_into

        if self.chance.random() < 0.1:
            paragraphs = self.controller.manuscript().paragraphs
            number = self.chance.randrange(len(paragraphs))
            self.controller.go_to(Position(number, len(paragraphs[number].text) // 2))
        some = self.chance.sample(WORDS, self.chance.randint(1, 3))
        type_into(self.parts.page, "".join(some), enter=self.chance.random() < 0.05)
        self.wait(self.chance.randint(1, 60))

    def command(self, name: str) -> None:
        """A command of the menu."""
        self.window.actions_.by_id[name].trigger()
        self.wait(1)

    def _take_up(self, speech: Path) -> None:
        """What the last program had not saved, where it is newer than the file."""
        recovery = self.parts.recovery
        for number, lost in enumerate(recovery.pending()):
            newer = lost.snapshot.written > speech.stat().st_mtime
            if number == 0 and newer:
                assert recovery.recover(lost)
            else:
                recovery.throw(lost)


def typing(victim: Victim) -> None:
    """Nothing but keys."""
    victim.type()


def saving(victim: Victim) -> None:
    """Keys, and saved again and again."""
    for _ in range(victim.chance.randint(1, 8)):
        victim.type()
    victim.command("file.save")


def restructuring(victim: Victim) -> None:
    """Sections moved, split, doubled, deleted; steps taken back."""
    victim.type()
    name = victim.chance.choice(COMMANDS)
    if name != "outline.delete" or len(victim.controller.manuscript().text) > LEAST:
        victim.command(name)


def keeping(victim: Victim) -> None:
    """Versions kept by name."""
    victim.type()
    victim.command("drafts.keep")


def quitting(victim: Victim) -> None:
    """The window is closed with words in it that are saved, or let go into the bin."""
    for _ in range(victim.chance.randint(1, 12)):
        victim.type()
    victim.window.close()
    victim.wait(1)
    os._exit(0)


WORKS: Final[dict[str, Callable[[Victim], None]]] = {
    "typing": typing, "saving": saving, "restructuring": restructuring, "keeping": keeping,
    "quitting": quitting,
}  # fmt: skip


def live(work: Work, diary_file: Path, ready: int) -> None:
    """Begin, say so through a pipe, and work until killed."""
    from editor.ui.launch import make_application

    os.environ["BIGAN_HOME"] = str(work.home)
    app = make_application()
    diary = Diary(diary_file)
    victim = Victim(work, diary)
    _answer_questions(victim.chance, let_go=work.kind == "quitting")
    os.write(ready, b"1")
    if work.kind == "end":
        victim.command("file.save")
        victim.window.close()
        victim.window.deleteLater()
        victim.wait(1)
        os._exit(0)
    if work.call:
        die_at_disk_call(work.call, diary)
    parent = os.getppid()
    while app is not None and os.getppid() == parent:  # nobody is left to kill an orphan
        WORKS[work.kind](victim)


def _answer_questions(chance: Random, *, let_go: bool) -> None:
    """Names that are asked for, and whether to save at the end."""
    from PySide6.QtWidgets import QInputDialog

    from editor.ui.files import file_flow

    name = f"第{chance.randint(1, 99)}稿"
    QInputDialog.getText = lambda *_, **__: (name, True)  # type: ignore[method-assign,assignment]
    answer = chance.choice(("save", "discard")) if let_go else "save"
    file_flow.ask_unsaved = lambda *_: answer  # type: ignore[assignment]


def die_at_disk_call(number: int, diary: Diary) -> None:
    """From now on count the calls to the disk, of every thread; die in the midst of one."""
    from editor.storage.system_disk import SystemDisk

    left = number

    def deadly(name: str, act: Callable[..., Any]) -> Callable[..., Any]:
        def call(disk: SystemDisk, *args: Any) -> Any:
            nonlocal left
            left -= 1
            if left == 0:
                if name == "write":  # half of it gets there
                    act(disk, *args[:2], args[2][: len(args[2]) // 2])
                elif number % 2:
                    act(disk, *args)
                diary.note(KILLED)
                os.kill(os.getpid(), signal.SIGKILL)
            return act(disk, *args)

        return call

    for name, act in list(vars(SystemDisk).items()):
        if callable(act) and not name.startswith("_"):
            setattr(SystemDisk, name, deadly(name, act))
