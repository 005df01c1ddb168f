"""Drag, drop and paste on the page: text comes and moves as edits, files go to the window."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QDropEvent

from editor.intake.pasted import PastedRun
from editor.manuscript.edits import apply, map_position
from editor.manuscript.paragraph import Position
from editor.ui.page.clipboard import OWN, from_mime, of_a_word_file, put_in, removal, text_of
from editor.ui.page.editing_view import EditingView


def files_of(mime: QMimeData) -> list[Path]:
    """The local files that are dragged."""
    if not mime.hasUrls():
        return []
    return [Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile()]


def has_words(mime: QMimeData) -> bool:
    """Whether the page can take words out of it."""
    return not files_of(mime) and (mime.hasFormat(OWN) or mime.hasText() or mime.hasHtml())


def paste(view: EditingView, mime: QMimeData) -> PastedRun | None:
    """Put words with their looks in place of the selection, one undo step; None: nothing came."""
    run = from_mime(mime, view.text_id(), looks=view.keeps_looks())
    if not run:
        return None
    start, end = view.selected()
    edit, caret = put_in(view.tracked.manuscript(), run, start, end)
    with view.step_names.called("粘贴", with_words=True):
        done = view.perform((edit,), (caret, caret))
    words = "\n".join([p.text for p in run])
    office = of_a_word_file(mime)
    return PastedRun(start, caret, words, office, mime.hasHtml() and not office) if done else None


def drop(view: EditingView, event: QDropEvent) -> None:
    """Files go to the window; the page's own text moves; other text comes in."""
    mime = event.mimeData()
    files = files_of(mime)
    if files:
        event.acceptProposedAction()
        view.pass_files(files)
        return
    place = view.cursorForPosition(event.position().toPoint()).position()
    target = view.tracked.place(place)
    own = event.source() in (view, view.viewport())
    if own and event.dropAction() == Qt.DropAction.MoveAction:
        move_selection(view, target)
    elif run := from_mime(mime, view.text_id(), looks=view.keeps_looks()):
        edit, caret = put_in(view.tracked.manuscript(), run, target, target)
        with view.step_names.called("拖入", with_words=True):
            view.perform((edit,), (target, caret))
        if _is_of_another_speech(view, event):
            event.setDropAction(Qt.DropAction.CopyAction)
    event.accept()


def _is_of_another_speech(view: EditingView, event: QDropEvent) -> bool:
    """Between two speeches words are copied, as between two of Word; with Shift they move."""
    shift = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
    return text_of(event.mimeData()) not in ("", view.text_id()) and not shift


def move_selection(view: EditingView, target: Position) -> bool:
    """Move the selected stretch to a place; one undo step, nothing if it is inside."""
    start, end = view.selected()
    if start == end or start <= target <= end:
        return False
    run = from_mime(view.createMimeDataFromSelection(), view.text_id())
    out = removal(start, end)
    place = map_position(out, target)
    rest = apply(view.tracked.manuscript(), out)
    into, caret = put_in(rest, run, place, place)
    with view.step_names.called("移动", with_words=True):
        return view.perform((out, into), (place, caret))


def words_alone(mime: QMimeData) -> QMimeData:
    """The same without looks."""
    made = QMimeData()
    made.setText("\n".join([p.text for p in from_mime(mime, "", looks=False)]))
    return made
