"""The notes of a marked place at the top of the page's context menu."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from editor.checks.report.finding_words import WHY
from editor.ui.look.plain_words import caption
from editor.ui.marked_words.place_notes import PlaceNote, Remedy

LONGEST = 30  # characters of a row
Why = Callable[[PlaceNote], object]


def put_notes(menu: QMenu, notes: Sequence[PlaceNote], why: Why) -> None:
    """Put the first note over the menu's rows, and each of the others as a menu of its own."""
    if not notes:
        return
    below = menu.actions()
    made = list(_rows(menu, notes[0], why))
    for note in notes[1:]:
        inner = _menu(menu, _title(note))
        inner.addActions(list(_rows(inner, note, why))[1:])
        made.append(inner.menuAction())
    for action in made:
        menu.insertAction(below[0], action) if below else menu.addAction(action)
    if below:
        menu.insertSeparator(below[0])


def _rows(menu: QMenu, note: PlaceNote, why: Why) -> Iterator[QAction]:
    title = _told(menu, _title(note))
    font = title.font()
    font.setBold(True)
    title.setFont(font)
    yield title
    for remedy in note.mends:
        yield _done(menu, remedy)
    if note.advice:
        yield _told(menu, note.advice)
    if note.alike:
        alike = _menu(menu, note.alike_words)
        alike.addActions([_done(alike, remedy) for remedy in note.alike])
        yield alike.menuAction()
    for remedy in (*note.others, *note.leaves):
        yield _done(menu, remedy)
    if note.reason is not None:
        yield _done(menu, Remedy(f"{WHY}……", lambda: why(note)))


def _title(note: PlaceNote) -> str:
    return f"{note.head}　{note.message}"


def _menu(menu: QMenu, words: str) -> QMenu:
    return QMenu(_shortened(words), menu)


def _told(menu: QMenu, words: str) -> QAction:
    """A row that only says something."""
    action = QAction(_shortened(words), menu)
    action.setEnabled(False)
    return action


def _done(menu: QMenu, remedy: Remedy) -> QAction:
    action = QAction(_shortened(remedy.words), menu)
    action.triggered.connect(lambda _=False: remedy.run())
    return action


def _shortened(words: str) -> str:
    """Not wider than a menu should be; in it '&' would underline a letter."""
    if len(words) > LONGEST:
        half = LONGEST // 2
        words = f"{words[:half]}……{words[2 - half :]}"
    return caption(words.replace("\u2028", " "))
