"""The window: tree, page and panels side by side; the parts do their own work.

The constructor makes what the first paint needs; all else is made by `composition`, which
`launch` calls when the first paint is done. Nothing of the first step
touches PySide's namespace ``Qt``: making it takes 20 ms.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QByteArray, QPoint, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import (
    QFrame,
    QMainWindow,
    QMenu,
    QStackedWidget,
    QToolBar,
    QVBoxLayout,
    QWidget,
)

from editor.settings.store import Settings
from editor.ui.look.palette import Colours
from editor.ui.look.theme import Theme
from editor.ui.shell.columns import Columns, ColumnSplitter
from editor.ui.tree.outline_view import OutlineView

if TYPE_CHECKING:
    from editor.ui.shell.actions import Actions

NAME = "笔杆"


class DeskColumns(NamedTuple):
    """What one open speech has in the three columns of the window."""

    left: QWidget
    centre: QWidget
    right: QWidget


class Window(QMainWindow):
    """One window; in each of its columns a stack with a page for every open speech."""

    files_dropped = Signal(list)  # the paths of files that were dropped
    closing = Signal()  # before the shape is remembered
    ended = Signal()

    def __init__(self, settings: Settings, colours: Colours) -> None:
        super().__init__()
        self.settings = settings
        self.theme = Theme(colours, self)
        self.may_close: Callable[[], bool] = lambda: True
        self.setWindowTitle(NAME)
        self.setAcceptDrops(True)
        self.tools: QToolBar
        self.actions_: Actions
        self.tree = OutlineView()  # of the first speech
        self.ground = QWidget()  # what the empty page looks like, until there is one
        self._stacks = (QStackedWidget(), QStackedWidget(), QStackedWidget())
        self._stacks[0].addWidget(self.tree)
        self._stacks[1].addWidget(self.ground)
        self.left, self.centre, self.right = _column("panel"), _column(""), _column("panel")
        for column, stack in zip((self.left, self.centre, self.right), self._stacks, strict=True):
            column_of(column).addWidget(stack)
        self.splitter = ColumnSplitter()
        for part, stretch in ((self.left, 0), (self.centre, 1), (self.right, 0)):
            self.splitter.addWidget(part)
            self.splitter.setStretchFactor(self.splitter.indexOf(part), stretch)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.setHandleWidth(1)  # one line to look at; Qt makes it wider to grab
        self._whole = _column("")
        column_of(self._whole).addWidget(self.splitter)
        self.setCentralWidget(self._whole)
        self._columns = Columns(
            self.splitter,
            (self.left, self.centre, self.right),
            settings.number("interface_size"),
        )
        self.theme.changed.connect(self._take_type)
        self._restore_shape()

    def take_tabs(self, tabs: QWidget) -> None:
        """The row of tabs goes across the window, above all columns."""
        column_of(self._whole).insertWidget(0, tabs)

    def take_desk(self, columns: DeskColumns) -> None:
        """Another speech has its place in each column; `show_desk` brings it to the front."""
        for stack, part in zip(self._stacks, columns, strict=True):
            stack.addWidget(part)

    def show_desk(self, columns: DeskColumns) -> None:
        """One of the speeches to the front, in all columns."""
        for stack, part in zip(self._stacks, columns, strict=True):
            stack.setCurrentWidget(part)

    def take_actions(self, actions: Actions) -> None:
        """Tool bar and menus."""
        self.actions_ = actions
        self.tools = actions.build_tools()
        self.addToolBar(self.tools)
        actions.build_menus()
        self.put_icons()

    def drop_desk(self, columns: DeskColumns) -> None:
        """A speech is closed: what it had in the columns is destroyed."""
        for stack, part in zip(self._stacks, columns, strict=True):
            stack.removeWidget(part)
            part.deleteLater()

    def enable_text(self, shown: bool) -> None:
        """The commands that need an open speech: on or off."""
        self.actions_.enable(text=shown)

    def put_icons(self) -> None:
        """Icons in the colours of now."""
        from editor.ui.look.icons import icon, program_icon

        ratio = self.devicePixelRatioF()
        edge = 24 * self.settings.number("interface_size") // 13
        self.tools.setIconSize(QSize(edge, edge))
        self.actions_.put_icons(lambda name: icon(name, self.theme.colours.ink, edge, ratio))
        self.setWindowIcon(program_icon())

    def come_to_the_front(self) -> None:
        """Before the windows of other programs, as far as the desktop lets it."""
        from PySide6.QtCore import Qt

        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()

    def tick(self, command: str, on: bool) -> None:
        """Show in the menu whether a command of kind 'tick' is on."""
        self.actions_.tick(command, on)

    def popup_menu(self, title: str, at: QPoint, first: Sequence[str] = ()) -> None:
        """The commands of a menu, where the mouse is; those ``first`` before them."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addActions([self.actions_.by_id[command] for command in first])
        menu.addSeparator()
        menu.addActions(self.actions_.menus[title].actions())
        menu.popup(at)

    def show_title(self, name: str, *, modified: bool) -> None:
        """The name of the speech in the title bar, with a mark while it is unsaved."""
        from editor.ui.look.plain_words import titled  # its widgets are not for the first paint

        self.setWindowTitle(f"{titled(name)}[*] — {NAME}" if name else NAME)
        self.setWindowModified(modified)

    def remember_shape(self) -> None:
        """Put size and panels into the settings."""
        self.settings.set("geometry", _coded(self.saveGeometry()))
        self.settings.set("splitter", _coded(self.splitter.saveState()))
        self.settings.set("left_hidden", self.left.isHidden())
        self.settings.set("right_hidden", self.right.isHidden())

    def closeEvent(self, event: QCloseEvent) -> None:
        """Ask about unsaved work; then remember the shape and go."""
        if not self.may_close():
            event.ignore()
            return
        self.closing.emit()
        self.remember_shape()
        self.settings.save()
        self.ended.emit()
        event.accept()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Files may be dropped anywhere on the window."""
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Open the files dropped."""
        paths = [url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()]
        if paths:
            event.acceptProposedAction()
            self.later(lambda: self.files_dropped.emit(paths))

    def later(self, run: Callable[[], object]) -> None:
        """Run when the present event is done (never inside a drag or a menu)."""
        QTimer.singleShot(0, self, lambda: run() and None)

    def _take_type(self) -> None:
        self._columns.take_type(self.settings.number("interface_size"))

    def _restore_shape(self) -> None:
        settings = self.settings
        if not self.restoreGeometry(_decoded(settings.text("geometry"))):
            room = self.screen().availableSize()
            self.resize(min(1280, room.width() - 16), min(800, room.height() - 48))
        if not self.splitter.restoreState(_decoded(settings.text("splitter"))):
            self._columns.put_first(self.width())
        else:
            self._columns.note()
        self.left.setHidden(settings.flag("left_hidden"))
        self.right.setHidden(settings.flag("right_hidden"))


def _column(role: str) -> QWidget:
    widget = QFrame()  # a frame paints the ground that the style sheet gives it
    widget.setProperty("role", role)
    column = QVBoxLayout(widget)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    return widget


def column_of(widget: QWidget) -> QVBoxLayout:
    """The column that a part of the window is laid out in."""
    column = widget.layout()
    assert isinstance(column, QVBoxLayout)
    return column


def _coded(data: QByteArray) -> str:
    return bytes(data.toBase64().data()).decode("ascii")


def _decoded(text: str) -> QByteArray:
    return QByteArray.fromBase64(text.encode("ascii"))
