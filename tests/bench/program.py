"""The program as its user has it: started by `main`, worked by keys, menus and drops.

The one place of the benches that knows how the window is reached, and it knows no class of
it: the page is the widget one types in, findings are shown when the tab says how many. So
whatever is renamed inside, what is measured stays what a user waits for. A process starts it
once; the script runs where the event loop would.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from time import perf_counter, process_time, sleep, thread_time
from typing import Any, NamedTuple

from tests.bench.measure import Figure

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
QUIET, IDLE = 0.5, 0.03  # a window of so long with less processor time than this is quiet
LIMIT = 120.0  # seconds after which something waited for is given up


class Spent(NamedTuple):
    """Processor seconds of a piece of work, and the longest time that no event was served.

    ``block`` is of one pass of the event loop, the process's time and never more than the
    wall's: another thread that holds the interpreter holds the window up too.
    """

    thread: float
    process: float
    wall: float
    block: float


class Program:
    """A running window; made by `with_program`."""

    def __init__(self) -> None:
        from PySide6.QtWidgets import QApplication, QMainWindow, QTextEdit

        app = QApplication.instance()
        assert isinstance(app, QApplication)
        self.app = app
        self.window = next(w for w in app.topLevelWidgets() if isinstance(w, QMainWindow))
        self._wait_for(lambda: self.window.menuBar().actions())
        # what one types in: the largest text field, before others are opened beside it
        fields = self.window.findChildren(QTextEdit)
        self.page: Any = max(fields, key=lambda field: field.width() * field.height())
        self._block = 0.0

    def text_shown(self) -> bool:
        """Whether a text is on the page."""
        return self.page.isVisible() and self.page.document().characterCount() > 1

    def findings_shown(self) -> bool:
        """Whether the tab of the findings says how many there are."""
        tabs = self._tabs()
        return any(c.isdigit() for c in tabs.tabText(self._tab("检查")))

    def front(self, name: str) -> None:
        """Bring a tab of the right side to the front."""
        self._tabs().setCurrentIndex(self._tab(name))
        self.turn()

    def choose(self, words: str) -> None:
        """Trigger the menu entry that says this."""
        action = next(a for a in self._entries() if a.text().split("(")[0].rstrip("…") == words)
        action.trigger()

    def drop(self, path: Path) -> None:
        """Drop a file on the window."""
        from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
        from PySide6.QtGui import QDragEnterEvent, QDropEvent

        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(str(path))])
        copy, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
        none = Qt.KeyboardModifier.NoModifier
        for event in (
            QDragEnterEvent(QPoint(5, 5), copy, data, left, none),
            QDropEvent(QPointF(5, 5), copy, data, left, none),
        ):
            self.app.sendEvent(self.window, event)

    def open(self, path: Path) -> Spent:
        """Drop a file and wait until it is complete: text painted, findings shown, all quiet."""
        self.close_text()
        return self.spend(lambda: self.drop(path), self.complete)

    def complete(self) -> bool:
        """File open, text seen, findings shown."""
        return self.text_shown() and self.findings_shown()

    def close_text(self) -> None:
        """Close the open text, unsaved or not; the start page shows."""
        self.page.document().setModified(False)
        self.choose("关闭稿子")
        self._wait_for(lambda: not self.findings_shown())

    def spend(self, act: Callable[[], object], until: Callable[[], bool] | None = None) -> Spent:
        """Do something and let the event loop run until it is done, with what follows at once."""
        self._block = 0.0
        began = _clocks()
        self._timed(act)
        self._wait_for(until or (lambda: True))
        for _ in range(4):  # what a paint asks for comes in the next turn
            self.turn()
        thread, process, wall = (b - a for a, b in zip(began, _clocks(), strict=True))
        return Spent(thread, process, wall, self._block)

    def rest(self, wall: float, pause: float = 0.002) -> float:
        """Let the event loop run for so long; the longest block in it."""
        self._block = 0.0
        end = perf_counter() + wall
        while perf_counter() < end:
            self.turn()
            sleep(pause)
        return self._block

    def turn(self) -> None:
        """One pass of the event loop."""
        self._timed(self.app.processEvents)

    def settle(self) -> float:
        """Let the event loop run until nothing works any more; the longest block in it."""
        longest = 0.0
        end = perf_counter() + LIMIT
        while perf_counter() < end:
            began = process_time()
            longest = max(longest, self.rest(QUIET, 0.005))
            if process_time() - began < IDLE:
                break
        return longest

    def press(self, words: str) -> None:
        """Press the visible button that says this."""
        from PySide6.QtWidgets import QAbstractButton

        found = self.window.findChildren(QAbstractButton)
        next(b for b in found if b.isVisible() and b.text() == words).click()

    def field(self, words: str) -> Any:
        """The visible line that asks for this."""
        from PySide6.QtWidgets import QLineEdit

        found = [one for one in self.window.findChildren(QLineEdit) if one.isVisible()]
        return next(f for f in found if words in (f.placeholderText(), f.accessibleName()))

    def caret(self, share: float) -> None:
        """Put the caret at a share of the text and see it."""
        put_caret(self.page, share)
        self.turn()

    def leave(self) -> None:
        """Close the window without a question."""
        self.page.document().setModified(False)
        self.window.close()

    def _timed(self, act: Callable[[], object]) -> None:
        _, process, wall = _clocks()
        act()
        _, later, end = _clocks()
        self._block = max(self._block, min(later - process, end - wall))

    def _wait_for(self, done: Callable[[], object]) -> None:
        end = perf_counter() + LIMIT
        while not done():
            assert perf_counter() < end, "given up"
            self.turn() if hasattr(self, "_block") else self.app.processEvents()
            sleep(0.002)

    def _tabs(self) -> Any:
        from PySide6.QtWidgets import QTabWidget

        found = self.window.findChildren(QTabWidget)
        return next(t for t in found if any(t.tabText(n).startswith("检查") for n in range(9)))

    def _tab(self, name: str) -> int:
        tabs = self._tabs()
        return next(n for n in range(tabs.count()) if tabs.tabText(n).startswith(name))

    def _entries(self) -> list[Any]:
        from PySide6.QtGui import QAction

        return self.window.findChildren(QAction)


def put_caret(edit: Any, share: float) -> None:
    """The caret at a share of a text field's text."""
    cursor = edit.textCursor()
    cursor.setPosition(int((edit.document().characterCount() - 1) * share))
    edit.setTextCursor(cursor)
    edit.ensureCursorVisible()


def worked(script: Callable[[Program, Path], Iterator[Figure]]) -> Iterator[Figure]:
    """The figures of a script that works a running program; it is given a folder for its files.

    They are told when the program has ended.
    """
    made: list[Figure] = []

    def run(program: Program) -> None:
        program.window.resize(1366, 768)
        with tempfile.TemporaryDirectory(prefix="bigan-bench-") as folder:
            made.extend(script(program, Path(folder)))

    with_program(run)
    yield from made


def with_program(script: Callable[[Program], None], *arguments: str) -> None:
    """Start the program as `main.py` does, with a home of its own, and run a script in it."""
    from PySide6.QtWidgets import QApplication

    import main

    def instead() -> int:
        program = Program()
        script(program)
        program.leave()
        return 0

    with tempfile.TemporaryDirectory(prefix="bigan-bench-") as home:
        os.environ["BIGAN_HOME"] = home
        real, QApplication.exec = QApplication.exec, staticmethod(instead)  # type: ignore
        try:
            code = main.main(list(arguments))
        finally:
            QApplication.exec = real  # type: ignore[method-assign]
        assert code == 0, "the program did not start"


@contextmanager
def answering(name: str, path: Path) -> Iterator[None]:
    """A file dialog that is answered at once: `getSaveFileName` or `getOpenFileName`."""
    from PySide6.QtWidgets import QFileDialog

    real = getattr(QFileDialog, name)
    setattr(QFileDialog, name, staticmethod(lambda *_, **__: (str(path), "")))
    try:
        yield
    finally:
        setattr(QFileDialog, name, real)


@contextmanager
def pressing(*words: str) -> Iterator[None]:
    """Dialogs are shown, painted, and answered by the first button that says one of these."""
    from PySide6.QtWidgets import QApplication, QDialog, QPushButton

    def instead(dialog: Any) -> int:
        dialog.show()
        for _ in range(4):
            QApplication.processEvents()
        buttons = [b for b in dialog.findChildren(QPushButton) if b.isEnabled()]
        chosen = [b for word in words for b in buttons if b.text().startswith(word)]
        assert chosen, f"no {words} among {[b.text() for b in buttons]}"
        chosen[0].click()
        QApplication.processEvents()
        return dialog.result()

    real = QDialog.exec
    QDialog.exec = instead  # type: ignore[method-assign]
    try:
        yield
    finally:
        QDialog.exec = real  # type: ignore[method-assign]


def an_application() -> Any:
    """The application, for what runs without a window of the program."""
    from PySide6.QtWidgets import QApplication

    return QApplication.instance() or QApplication(["bench"])


def bare_editor(text: str) -> Any:
    """Qt's own editor with the same words in the same type: the floor of most figures."""
    from PySide6.QtGui import QTextBlockFormat, QTextCursor
    from PySide6.QtWidgets import QTextEdit

    from editor.ui.layout.page_metrics import BODY_PT, PageMetrics

    edit = QTextEdit()
    edit.setFont(PageMetrics().body)
    edit.setPlainText(text)
    cursor = QTextCursor(edit.document())
    cursor.select(QTextCursor.SelectionType.Document)
    look = QTextBlockFormat()
    look.setTextIndent(2 * BODY_PT * 96 / 72)
    look.setLineHeight(180, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
    cursor.mergeBlockFormat(look)
    edit.document().clearUndoRedoStacks()
    edit.moveCursor(QTextCursor.MoveOperation.Start)
    return edit


def page_alone(text: str) -> Any:
    """The page with its live reading and no window: what holds it (``view`` is the page)."""
    from editor.analysis.analyzer import make_analyzer
    from editor.manuscript.manuscript import manuscript_of
    from tests.ui.page.pages import controller_of

    return controller_of(manuscript_of(text), make_analyzer())


def split_view(controller: Any) -> Any:
    """A second place of the speech of `page_alone` (``page`` is what one types in)."""
    from editor.ui.outline_views.split_view import SplitView

    return SplitView(controller, controller.view)


def page_and_tree(text: str) -> tuple[Any, Any]:
    """The page with its live reading, and the tree beside it; both collect as the window does."""
    from editor.analysis.analyzer import make_analyzer
    from editor.manuscript.manuscript import manuscript_of
    from editor.ui.document.controller import DocumentController
    from editor.ui.launch import collect_here
    from editor.ui.look.palette import LIGHT
    from editor.ui.page.page_view import PageView
    from editor.ui.tree.outline_panel import OutlinePanel
    from editor.ui.tree.outline_view import OutlineView

    controller, view = DocumentController(PageView(), make_analyzer()), OutlineView()
    panel = OutlinePanel(controller, view, LIGHT, 180)
    for widget in (controller.view, panel):
        widget.resize(700, 800)
        widget.show()
    controller.load(manuscript_of(text))
    view.expandAll()
    collect_here(controller, lambda: [controller.view])
    return controller, panel


def _clocks() -> tuple[float, float, float]:
    return thread_time(), process_time(), perf_counter()
