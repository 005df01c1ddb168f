"""The open speeches: in what order, which is in front, and which are only promised yet.

A promised speech has a tab and is read when one goes to it, so that twenty files of the last
session cost the start no more than one.
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from editor.files.presence import is_same
from editor.manuscript.paragraph import Position
from editor.ui.files.arrival import Arrival
from editor.ui.files.leave_question import LeaveQuestion
from editor.ui.message_bar import MessageBar
from editor.ui.session.session import OpenFile
from editor.ui.shell.desk import Desk
from editor.ui.tabs.tab_names import told_apart
from editor.ui.tabs.tab_strip import TabLabel
from editor.ui.tree.outline_drags import OutlineDrags

NOTHING = "开始"  # the tab of a desk on which nothing is open


class Promised(NamedTuple):
    """A file that has a tab and has not been read; where its caret was."""

    path: Path
    caret: Position = Position(0, 0)


class OpenSpeeches(QObject):
    """Makes desks, brings them to the front, lets them go. It is the `SpeechHost` of the rooms."""

    changed = Signal()  # the tabs, or which of them is in front
    shown = Signal()  # another desk came to the front
    wanted = Signal(Path)  # a promised file: one has gone to its tab

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.make: Callable[[], Desk]
        self.front: Desk
        self._tabs: list[Desk | Promised] = []

    def begin(self, make: Callable[[], Desk]) -> None:
        """The first desk; ``make`` makes each of them."""
        self.make = make
        self.front = self._add()

    # -- what is there

    def all(self) -> list[Desk]:
        """The speeches that are open, in the order of their tabs."""
        return [tab for tab in self._tabs if isinstance(tab, Desk)]

    def files(self) -> list[OpenFile]:
        """The files that are open; a text without one is not of the session."""
        found: list[OpenFile] = []
        for tab in self._tabs:
            if isinstance(tab, Promised):
                found.append(OpenFile(tab.path, tab.caret))
            elif kept := tab.file():
                found.append(OpenFile(*kept, tab is self.front))
        return found

    def documents(self) -> set[str]:
        """The ids under which the versions of the open speeches are kept."""
        return {desk.document() for desk in self.all()}

    def labels(self) -> list[TabLabel]:
        """What the tabs say."""
        rows = [_label(tab) for tab in self._tabs]
        names = told_apart([row.name for row in rows], [row.path for row in rows])
        return [row._replace(name=name) for row, name in zip(rows, names, strict=True)]

    def place(self) -> int:
        """The number of the tab in front."""
        return self._tabs.index(self.front)

    def drags(self, place: int) -> OutlineDrags | None:
        """Who takes what is let go on a tab; None where no speech has been read."""
        tab = self._tabs[place]
        read = isinstance(tab, Desk) and tab.text.opened is not None
        return tab.tree.drags() if read and isinstance(tab, Desk) else None

    def bar(self) -> MessageBar:
        """The message bar of the speech in front."""
        return self.front.messages

    def folder(self) -> Path | None:
        """The folder of the speech in front."""
        return self.front.text.folder

    def holds(self, path: Path, besides: Desk | None) -> bool:
        """Whether another speech than this one is the file's."""
        tab = self._of(path)
        return tab is not None and tab is not besides

    def use_profile(self, chosen_at: Desk) -> None:
        """The profile was changed at one desk; it counts at all of them."""
        for desk in self.all():
            if desk is not chosen_at:
                desk.use_profile()

    # -- what comes

    def go_to_file(self, path: Path) -> bool:
        """Bring the speech of a file to the front, if it is open and has been read."""
        tab = self._of(path)
        if isinstance(tab, Desk):
            self.bring(tab)
        return isinstance(tab, Desk)

    def put(self, arrival: Arrival) -> bool:
        """A tab for a speech, in front; False where the same file is open and is to stay."""
        path = arrival.opened.path or arrival.opened.origin
        tab = self._of(path) if path else None
        if isinstance(tab, Desk) and arrival == Arrival(arrival.opened):
            self.bring(tab)  # it was opened meanwhile
            return True
        if isinstance(tab, Desk) and not tab.files.may_leave():
            return False
        desk = tab if isinstance(tab, Desk) else self._room(tab)
        desk.take(arrival)
        self.bring(desk)
        if isinstance(tab, Promised):
            desk.put_caret(tab.caret)
        return True

    def is_kept(self) -> bool:
        """Whether the unsaved words of the speech in front are on the disk."""
        return self.front.autosave.keep_now()

    def promise(self, paths: Sequence[Path], carets: Sequence[Position] = ()) -> None:
        """Tabs for files that are read when one goes to them; none for those that have one."""
        for n, path in enumerate(paths):
            if self._of(path) is None:
                self._tabs.append(Promised(path, *carets[n : n + 1]))
        self.changed.emit()

    def give_up(self, path: Path) -> None:
        """A promised file cannot be read: its tab goes."""
        self._tabs = [t for t in self._tabs if not (isinstance(t, Promised) and t.path == path)]
        self.changed.emit()

    # -- what is done with tabs

    def bring(self, desk: Desk) -> None:
        """One of the desks to the front."""
        before, self.front = self.front, desk
        if before is not desk:
            before.bring(False)
        desk.bring(True)
        self.shown.emit()
        self.changed.emit()

    def go_to(self, place: int) -> None:
        """To a tab by its number; one that was only promised is asked for."""
        tab = self._tabs[place]
        if isinstance(tab, Promised):
            self.changed.emit()  # the tab in front stays that till the file has been read
            self.wanted.emit(tab.path)
        elif tab is not self.front:
            self.bring(tab)

    def turn(self, step: int) -> None:
        """The next tab, or the one before, round and round."""
        self.go_to((self.place() + step) % len(self._tabs))

    def move(self, start: int, end: int) -> None:
        """A tab was dragged to another place."""
        self._tabs.insert(end, self._tabs.pop(start))
        self.changed.emit()

    def close(self, place: int) -> bool:
        """Close a tab; its unsaved words are asked about. False where it stays."""
        tab = self._tabs[place]
        if isinstance(tab, Promised):
            self.give_up(tab.path)
            return True
        if tab.files.is_unsaved():
            self.bring(tab)  # one sees what is asked about
        if not tab.files.may_leave():
            return False
        if len(self._tabs) == 1:
            tab.text.close()
        else:
            self._let_go(tab)
        self.changed.emit()
        return True

    def close_others(self, place: int) -> None:
        """Close all tabs but one, until one is to stay."""
        kept = self._tabs[place]
        for tab in [tab for tab in self._tabs if tab is not kept]:
            if not self.close(self._tabs.index(tab)):
                return

    def _let_go(self, desk: Desk) -> None:
        n = self._tabs.index(desk)
        del self._tabs[n]
        if desk is self.front:
            rest = self.all()
            near = [t for t in (*self._tabs[n:], *reversed(self._tabs[:n])) if t in rest]
            ahead = next(iter((*self._tabs[n:], *reversed(self._tabs[:n]))), None)
            self.bring(near[0] if near else self._add())
            if isinstance(ahead, Promised) and not near:  # read, it takes the blank one's place
                self.wanted.emit(ahead.path)
        desk.go()

    def _room(self, promised: Promised | None) -> Desk:
        """A desk for what comes: in place of a blank one or of its promise, else a new one."""
        blank = next((d for d in (self.front, *self.all()) if d.files.is_blank()), None)
        desk = blank or self._add()
        if promised is not None:
            self._tabs.remove(desk)
            self._tabs[self._tabs.index(promised)] = desk
        return desk

    def _add(self) -> Desk:
        desk = self.make()
        self._tabs.append(desk)
        for told in (desk.text.modified_changed, desk.text.loaded, desk.text.saved):
            told.connect(self.changed)
        return desk

    def _of(self, path: Path) -> Desk | Promised | None:
        return next((tab for tab in self._tabs if _is_of(tab, path)), None)


def _is_of(tab: Desk | Promised, path: Path) -> bool:
    own = [tab.path] if isinstance(tab, Promised) else tab.text.own_files()
    return any(is_same(one, path) for one in own)


def _label(tab: Desk | Promised) -> TabLabel:
    if isinstance(tab, Promised):
        return TabLabel(tab.path.name, tab.path, unsaved=False)
    text = tab.text
    return TabLabel(text.told_name() or NOTHING, text.path, tab.files.is_unsaved())


def may_leave(parent: QWidget, desks: OpenSpeeches) -> bool:
    """Whether all speeches may go when the window closes: saved, unchanged, or let go by the user.

    Nothing is let go before all that is to be saved has been.
    """
    for desk in desks.all():
        desk.text.settle()  # a word that is being composed belongs to its text
    unsaved = [desk for desk in desks.all() if desk.files.is_unsaved()]
    if len(unsaved) == 1:
        desks.bring(unsaved[0])
        return unsaved[0].files.may_leave()
    if not unsaved:
        return True
    question = LeaveQuestion(parent, [desk.text.told_name() for desk in unsaved])
    if not question.exec():
        return False
    wanted = question.wanted()
    to_save = [desk for desk, save in zip(unsaved, wanted, strict=True) if save]
    if not all(_saved(desks, desk) for desk in to_save):
        return False
    for desk in unsaved:
        if desk not in to_save:
            desk.files.let_go()
    return True


def _saved(desks: OpenSpeeches, desk: Desk) -> bool:
    """Save one, in sight of its words: a name may be asked for."""
    desks.bring(desk)
    return desk.save()


def keep_texts(desks: OpenSpeeches) -> None:
    """Every open speech into its journal, now."""
    for desk in desks.all():
        with contextlib.suppress(Exception):  # one that fails keeps no other from it
            desk.keep()
