"""The page: the surface of `page_surface`, on which one writes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QMimeData, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QGuiApplication,
    QKeyEvent,
    QTextCursor,
    QTextDocument,
)
from PySide6.QtWidgets import QWidget

from editor.manuscript.edits import Edit
from editor.manuscript.manuscript import Manuscript
from editor.manuscript.paragraph import Position
from editor.ui.document.frame_guard import refusal
from editor.ui.document.undo_steps import UndoSteps
from editor.ui.page.clipboard import removal, taken_out, text_of, to_mime
from editor.ui.page.composing import ComposedWord
from editor.ui.page.page_drops import drop, files_of, has_words, paste, words_alone
from editor.ui.page.page_keys import PageKeys
from editor.ui.page.page_menu import page_menu
from editor.ui.page.page_pointer import PagePointer
from editor.ui.page.scroll_history import ScrollHistory


class PageView(PagePointer):
    """Shows and edits one text; tells what it would not do."""

    refused = Signal(str)  # why not, for the message bar
    files_dropped = Signal(list)  # list[Path]; the page takes no files itself
    paste_is_messy = Signal(object)  # PastedRun, where `messy` says so
    menu_asked = Signal(object, object)  # the QMenu about to open, and the Position

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.messy: Callable[[str], bool] | None = None
        self.keeps_looks: Callable[[], bool] = lambda: True  # a plain text file keeps words only
        # What was done beside the text since its last step is taken back first.
        self.taken_back_beside: Callable[[], bool] = lambda: False
        self._guard: Callable[[Sequence[Edit]], str] | None = None
        self.setAcceptRichText(False)
        self.setAccessibleName("正文")
        self._steps = UndoSteps(self.tracked, self.textCursor, self.show_step)
        self.step_names = self._steps.names
        self._scrolls = ScrollHistory(self, self.tracked, self.scroller)
        self._keys = PageKeys(self)
        self.word = ComposedWord(self, self.deliver)

    # -- the text

    def load(self, manuscript: Manuscript) -> None:
        """Show another text, caret at its start, nothing to undo."""
        self.word.drop()
        self.tracked.load(manuscript)
        self._steps.forget()
        self._scrolls.forget()
        self.lines.forget()
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def follow(
        self,
        caret: Callable[[], object],
        selection: Callable[[], object],
        refused: Callable[[str], object],
    ) -> None:
        """Call these when the caret moved, another stretch is selected, an edit was not done."""
        self.cursorPositionChanged.connect(caret)
        self.selectionChanged.connect(selection)
        self.refused.connect(refused)

    def explain(self, why: str) -> None:
        """Say why a key did nothing."""
        self.refused.emit(why)

    def pass_files(self, files: list[Path]) -> None:
        """Files were dropped here: the window opens them."""
        self.files_dropped.emit(files)

    def text_id(self) -> str:
        """Which text this is, the same in every view of it."""
        return self.tracked.text_id

    def selected(self) -> tuple[Position, Position]:
        """The selected stretch, start before end."""
        cursor = self.textCursor()
        place = self.tracked.place
        return place(cursor.selectionStart()), place(cursor.selectionEnd())

    def perform(
        self,
        edits: Sequence[Edit],
        select: tuple[Position, Position] | None = None,
        steps: UndoSteps | None = None,
    ) -> bool:
        """Do the edits as one undo step; False (and `refused`) where a frame forbids it.

        ``select`` counts in the new text; without it the caret keeps its words.
        ``steps`` are those of another view of the text. Raises ValueError for a bad place.
        """
        why = self.forbids(edits)
        if not why:
            lifted = [(word, word.lift()) for word in self.words_composed()]
            self._scrolls.about_to_do()
            why = (steps or self._steps).perform(edits, select)
            for word, held in lifted:
                if held:
                    word.put_down(held)
        if why:
            self.refused.emit(why)
        return not why

    def protect(self, guard: Callable[[Sequence[Edit]], str] | None) -> None:
        """Ask ``guard`` before edits are done: it says why not, or ''."""
        self._guard = guard

    def forbids(self, edits: Sequence[Edit]) -> str:
        """Why the edits may not be done at present, or ''."""
        return self._guard(edits) if self._guard else ""

    def allows(self, edits: Sequence[Edit]) -> bool:
        """Whether the edits may be done at present; where not, it is said why."""
        why = self.forbids(edits) or refusal(self.tracked.manuscript(), edits)
        if why:
            self.refused.emit(why)
        return not why

    def seen_from(
        self, cursor: Callable[[], QTextCursor], show: Callable[[QTextCursor], None]
    ) -> UndoSteps:
        """The steps of this text for another view of it."""
        return self._steps.seen_from(cursor, show)

    def undo_document(self) -> QTextDocument:
        """The document that holds the undo steps."""
        return self.document()

    def take_back(self) -> None:
        """The same as `undo` for one who knows that nothing is composed."""
        if self.taken_back_beside():
            return
        self._scrolls.about_to_walk()
        self._steps.undo()
        self._scrolls.restore()

    def do_again(self) -> None:
        """The same as `redo` for one who knows that nothing is composed."""
        self._scrolls.about_to_walk()
        self._steps.redo()
        self._scrolls.restore()

    def cut(self) -> None:
        """Take the selection into the clipboard."""
        if self.textCursor().hasSelection():
            self.copy()
            with self.step_names.called("剪切", with_words=True):
                self.remove()

    def remove(self) -> None:
        """Delete the selection."""
        start, end = self.selected()
        if start != end:
            self.perform((removal(start, end),), (start, start))

    # -- what Qt sends

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keys that change paragraphs are edits; the others are Qt's."""
        with self.scroller.whole_start():
            if self._keys.take(event):
                event.accept()
            else:
                super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Our own menu, in Chinese and with our own steps; others may add to it."""
        self.take_caret_along(event)
        menu = page_menu(self, self.remove, self.paste_plain)
        place = self.tracked.place(self.cursorForPosition(event.pos()).position())
        self.menu_asked.emit(menu, place)
        menu.exec(event.globalPos())
        menu.deleteLater()

    def createMimeDataFromSelection(self) -> QMimeData:
        """What is copied or dragged."""
        return to_mime(taken_out(self.tracked.manuscript(), *self.selected()), self.text_id())

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste: words with their looks, one undo step."""
        self._take_in(source, own=bool(text_of(source)))

    def paste_plain(self) -> None:
        """Paste words alone; they look like those they are put to."""
        source = QGuiApplication.clipboard().mimeData()
        self._take_in(words_alone(source), own=bool(text_of(source)))

    def _take_in(self, source: QMimeData, *, own: bool) -> None:
        """``own``: words of a speech of ours, which are no web page's."""
        pasted = paste(self, source)
        if not pasted or own or self.messy is None:
            return
        if pasted.is_indented or self.messy(pasted.words):
            self.paste_is_messy.emit(pasted)

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Whether there are words in it."""
        return has_words(source)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Files are welcome: the window will open them."""
        super().dragEnterEvent(event)
        if files_of(event.mimeData()):
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """As on entering."""
        super().dragMoveEvent(event)
        if files_of(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Text is moved or put in by edits, files are passed on."""
        drop(self, event)
        super().dragLeaveEvent(QDragLeaveEvent())  # Qt puts its drop caret away
