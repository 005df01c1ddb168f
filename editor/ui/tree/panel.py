"""The left column: head line, tree, and the line that tells whether counts agree."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress

from PySide6.QtCore import QItemSelectionModel, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from editor.manuscript.edits import Edit
from editor.manuscript.heading_level import set_level
from editor.manuscript.manuscript import Manuscript
from editor.manuscript.paragraph import Position
from editor.manuscript.restructure import change_level, move_section, shift_section
from editor.manuscript.sections import Kind, Outline, Section
from editor.reading import Reading
from editor.ui.page.desk import Desk
from editor.ui.shell.palette import Colours
from editor.ui.tree.announced import announced_line
from editor.ui.tree.delegate import OutlineDelegate
from editor.ui.tree.model import OutlineModel
from editor.ui.tree.view import OutlineView

MOVABLE = (Kind.SECTION, Kind.POINT)
Command = Callable[[Manuscript, Outline, Section], Sequence[Edit]]


class OutlinePanel(QWidget):
    """Keeps the tree in step with the text; moves sections when asked."""

    said = Signal(str)
    moved = Signal()  # the order or the levels have changed by a command

    def __init__(self, desk: Desk, view: OutlineView, colours: Colours, pace: int) -> None:
        super().__init__()
        self._desk, self._view = desk, view
        self._model = OutlineModel()
        self._delegate = OutlineDelegate(colours, pace)
        self._fresh = True
        view.prepare()
        view.setModel(self._model)
        view.setItemDelegate(self._delegate)
        self._pace = QLabel()
        self._footer = QLabel()
        self._footer.setWordWrap(True)
        self._lay_out()
        self.put_pace(pace)
        view.chosen.connect(desk.go_to)
        view.dropped.connect(self.move_section)
        view.refused.connect(self.said)
        desk.reading_changed.connect(self.show_reading)
        desk.caret_moved.connect(self._follow)

    def show_reading(self, reading: Reading) -> None:
        """Show the outline of a reading."""
        self._model.show(reading)
        if self._fresh:
            self._view.expandToDepth(1)
            self._fresh = False
        self._footer.setText(announced_line(reading) if reading.manuscript.text else "")
        self._follow(self._desk.caret())

    def fresh(self) -> None:
        """Another text comes: unfold its tree anew."""
        self._fresh = True

    def put_pace(self, pace: int) -> None:
        """Minutes by another speed, in 字 a minute."""
        self._delegate.pace = pace
        self._pace.setText(f"{pace} 字/分")
        self._view.viewport().update()

    def put_colours(self, colours: Colours) -> None:
        """Other colours."""
        self._delegate.colours = colours
        self._view.viewport().update()

    def shift(self, step: int) -> None:
        """Move the section at the caret past its neighbour: -1 up, 1 down."""
        self._command(lambda m, o, s: shift_section(m, o, s, step), "前后没有同级的节，移不动。")

    def change_level(self, step: int) -> None:
        """One level up (-1) or down (1)."""
        self._command(lambda m, o, s: change_level(m, o, s, step), "这一节不能再升降级了。")

    def set_level(self, level: int) -> None:
        """Make the paragraph at the caret a heading of a level; 0 body text."""
        self._desk.refresh()
        reading: Reading = self._desk.reading()  # type: ignore[assignment]
        edits = set_level(reading.manuscript, reading.outline, self._desk.caret().paragraph, level)
        if edits:
            self._desk.apply(edits)
            self.moved.emit()

    def move_section(self, source: Position, target: Position) -> None:
        """Move the section that starts at ``source`` to ``target``, one undo step."""
        self._command(
            lambda m, o, s: move_section(m, o, s, target), "已经在那里了，没有移动。", source
        )

    def _command(self, command: Command, refusal: str, at: Position | None = None) -> None:
        self._desk.refresh()
        reading: Reading = self._desk.reading()  # type: ignore[assignment]
        path = reading.outline.path(at or self._desk.caret())
        movable = [s for s in path if s.kind in MOVABLE]
        if not movable:
            self.said.emit("光标不在有标题的节里。")
            return
        edits: Sequence[Edit] = ()
        with suppress(ValueError):  # into itself, or out of a table: the same as nothing to do
            edits = command(reading.manuscript, reading.outline, movable[-1])
        if not edits:
            self.said.emit(refusal)
            return
        self._desk.apply(edits)
        self.moved.emit()

    def _follow(self, place: Position) -> None:
        index = self._model.at(place)
        if index.isValid() and index != self._view.currentIndex():
            flag = QItemSelectionModel.SelectionFlag.ClearAndSelect
            self._view.selectionModel().setCurrentIndex(index, flag)
            self._view.scrollTo(index)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(12, 10, 12, 8)
        title = QLabel("提纲")
        title.setStyleSheet("font-weight: 600")
        self._pace.setProperty("role", "dim")
        head.addWidget(title)
        head.addStretch(1)
        head.addWidget(self._pace)
        self._footer.setProperty("role", "dim")
        self._footer.setContentsMargins(12, 8, 12, 8)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self._view, 1)
        column.addWidget(self._footer)
