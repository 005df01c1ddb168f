"""The row of tabs above the page: shows what it is told, and says what the mouse asks for."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QSize, Qt, QUrl, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QDesktopServices,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QGuiApplication,
    QMouseEvent,
)
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QMenu,
    QSizePolicy,
    QTabBar,
    QToolButton,
    QToolTip,
    QWidget,
)

from editor.ui.look.icons import icon
from editor.ui.look.plain_words import caption, literal
from editor.ui.look.theme import Theme

WIDEST = 18  # letters of a tab, ends and cross included
UNSAVED = "• "
NO_FILE = "还没有存成文件"


class TabLabel(NamedTuple):
    """One tab; ``path`` None for a speech that is in no file."""

    name: str
    path: Path | None
    unsaved: bool


class TabStrip(QFrame):
    """Knows nothing of speeches: numbers of tabs go out, labels come in."""

    chosen = Signal(int)
    close_asked = Signal(int)
    others_close_asked = Signal(int)  # all but this one
    moved = Signal(int, int)  # from place to place, by the mouse
    new_asked = Signal()
    dropped = Signal(int, QDropEvent)  # rows of an outline were let go on a tab

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setProperty("role", "speeches")
        self._theme = theme
        self._labels: tuple[TabLabel, ...] = ()
        self._bar = SpeechTabs(self)
        self._new = QToolButton()
        self._new.setAutoRaise(True)
        self._new.setAccessibleName("新建空白稿")
        self._new.setToolTip("新建空白稿（Ctrl+N）")
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 0, 8, 0)
        row.setSpacing(2)
        row.addWidget(self._bar)
        row.addWidget(self._new)
        row.addStretch(1)
        self._bar.currentChanged.connect(self.chosen)
        self._bar.tabMoved.connect(self.moved)
        self._bar.middle_clicked.connect(self.close_asked)
        self._bar.menu_asked.connect(self._show_menu)
        self._bar.dropped.connect(self.dropped)
        self._new.clicked.connect(self.new_asked)
        theme.changed.connect(self._put_icons)
        self._put_icons()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.hide()

    def show_tabs(self, labels: Sequence[TabLabel], front: int) -> None:
        """These tabs, one of them in front; a single one needs no row."""
        with self._quiet():
            while self._bar.count() > len(labels):
                self._bar.removeTab(self._bar.count() - 1)
            while self._bar.count() < len(labels):
                self._add()
            for n, label in enumerate(labels):
                self._put(n, label)
            self._labels = tuple(labels)
            self._bar.setCurrentIndex(front)
        self.setVisible(len(labels) > 1)

    def ask_about_drops(self, preview: Callable[[int, QDropEvent], str]) -> None:
        """Who knows what letting go on a tab would do; '' where nothing can be let go."""
        self._bar.preview = preview

    def words(self) -> list[str]:
        """What the tabs say."""
        return [self._bar.tabText(n).replace("&&", "&") for n in range(self._bar.count())]

    @contextmanager
    def _quiet(self):
        before = self._bar.blockSignals(True)
        yield
        self._bar.blockSignals(before)

    def _add(self) -> None:
        n = self._bar.addTab("")
        close = QToolButton()
        close.setAutoRaise(True)
        close.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        close.setProperty("role", "cross")
        close.clicked.connect(partial(self._close, close))
        self._bar.setTabButton(n, QTabBar.ButtonPosition.RightSide, close)
        self._put_cross(close)

    def _put(self, n: int, label: TabLabel) -> None:
        words = (UNSAVED if label.unsaved else "") + caption(label.name)
        if self._bar.tabText(n) != words:
            self._bar.setTabText(n, words)
        self._bar.setTabToolTip(n, literal(str(label.path) if label.path else NO_FILE))
        close = self._bar.tabButton(n, QTabBar.ButtonPosition.RightSide)
        close.setAccessibleName(f"关闭“{label.name}”")
        close.setToolTip("关闭")

    def _close(self, cross: QToolButton) -> None:
        side = QTabBar.ButtonPosition.RightSide
        for n in range(self._bar.count()):
            if self._bar.tabButton(n, side) is cross:
                self.close_asked.emit(n)
                return

    def _show_menu(self, n: int, event: QContextMenuEvent) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        path = self._labels[n].path
        rows: tuple[tuple[str, Callable[[], object], bool], ...] = (
            ("关闭", lambda: self.close_asked.emit(n), True),
            ("关闭其他", lambda: self.others_close_asked.emit(n), len(self._labels) > 1),
            ("打开所在文件夹", lambda: _open_folder(path), path is not None),
            ("复制路径", lambda: _copy_path(path), path is not None),
        )
        for words, run, possible in rows:
            action = menu.addAction(words)
            action.setEnabled(possible)
            action.triggered.connect(partial(_run, run))
        menu.popup(event.globalPos())

    def _put_icons(self) -> None:
        self._new.setIcon(self._icon("plus"))
        side = QTabBar.ButtonPosition.RightSide
        for n in range(self._bar.count()):
            self._put_cross(self._bar.tabButton(n, side))

    def _put_cross(self, close: QWidget) -> None:
        if isinstance(close, QToolButton):
            edge = self.fontMetrics().height() * 3 // 4
            close.setIcon(self._icon("close"))
            close.setIconSize(QSize(edge, edge))

    def _icon(self, name: str):
        return icon(name, self._theme.colours.dim, 24, self.devicePixelRatioF())


class SpeechTabs(QTabBar):
    """The tabs themselves; one that something is dragged over comes to the front."""

    middle_clicked = Signal(int)
    menu_asked = Signal(int, QContextMenuEvent)
    dropped = Signal(int, QDropEvent)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setMovable(True)
        self.setExpanding(False)
        self.setDrawBase(False)
        self.setUsesScrollButtons(True)
        self.setElideMode(Qt.TextElideMode.ElideMiddle)
        self.setChangeCurrentOnDrag(True)
        self.setAcceptDrops(True)
        self.setAccessibleName("打开的稿子")
        self.preview: Callable[[int, QDropEvent], str] = lambda n, event: ""

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """What is held over a tab brings it to the front; files are the window's."""
        event.setAccepted(not event.mimeData().hasUrls())

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Say what letting go on this tab would do."""
        self._welcome(event)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """The mouse goes on to the tree or the page."""
        QToolTip.hideText()
        super().dragLeaveEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """Rows were let go on a tab."""
        QToolTip.hideText()
        n = self.tabAt(event.position().toPoint())
        if n >= 0 and self.preview(n, event):
            self.dropped.emit(n, event)

    def _welcome(self, event: QDragMoveEvent) -> None:
        at = event.position().toPoint()
        n = self.tabAt(at)
        words = self.preview(n, event) if n >= 0 else ""
        if words:
            QToolTip.showText(self.mapToGlobal(at), literal(words), self)
            event.accept()
        else:
            QToolTip.hideText()
            event.ignore()

    def tabSizeHint(self, index: int) -> QSize:
        """No wider than so many letters, however long the name."""
        asked = super().tabSizeHint(index)
        return QSize(min(asked.width(), WIDEST * self.fontMetrics().height()), asked.height())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """The middle button closes."""
        n = self.tabAt(event.position().toPoint())
        if event.button() == Qt.MouseButton.MiddleButton and n >= 0:
            self.middle_clicked.emit(n)
        else:
            super().mouseReleaseEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """What can be done with a tab."""
        if (n := self.tabAt(event.pos())) >= 0:
            self.menu_asked.emit(n, event)


def _run(act: Callable[[], object], _ticked: bool) -> None:
    act()


def _open_folder(path: Path | None) -> None:
    if path is not None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(path.parent)))


def _copy_path(path: Path | None) -> None:
    if path is not None:
        QGuiApplication.clipboard().setText(str(path))
