"""The commands on views of the outline: one section, headings only, parallels, two places.

Their windows are imported when they are first asked for: starting does without them.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QSplitter, QWidget

from editor.analysis.values import Structure
from editor.manuscript.outline.sections import Section
from editor.manuscript.paragraph import Position
from editor.manuscript.structure.drop_rules import DropPosition
from editor.manuscript.structure.structure_commands import RenameSection
from editor.ui.context import Context
from editor.ui.document.view_cursors import cursor_at
from editor.ui.look.page_palette import PagePalette
from editor.ui.outline_views.scroll_anchor import scroll_to, top_cursor
from editor.ui.outline_views.section_focus import SectionFocus
from editor.ui.page.page_view import PageView
from editor.ui.tree.outline_editor import quoted_title
from editor.ui.tree.outline_panel import OutlinePanel

if TYPE_CHECKING:
    from editor.ui.outline_views.headings_sheet import HeadingsSheet
    from editor.ui.outline_views.split_view import SplitView

LETTERS = 22  # of the interface type a page is wide at least, to stand beside another
HEAD = 48  # px above the heading of a section in focus
ADDING = ("outline.after", "outline.before", "outline.inside")
IN_THE_SHEET = (
    *("outline.up", "outline.down", "outline.promote", "outline.demote", "-", *ADDING),
    *("outline.duplicate", "outline.merge", "outline.delete", "-", "outline.renumber", "-"),
    *("edit.undo", "edit.redo"),
)


class OutlineViewCommands(QObject):
    """What the menu 视图 does with the outline."""

    opened = Signal(object)  # PageView: the second place of the text
    ticked = Signal(str, bool)  # the command in the menu, and whether it is on

    def __init__(
        self, context: Context, page: PageView, panel: OutlinePanel, splitter: QSplitter
    ) -> None:
        """``splitter``: where the page stands, alone until a second place comes beside it."""
        super().__init__(context.parent)
        self._controller, self._page = context.controller, page
        self._messages, self._parent = context.messages, context.parent
        self._panel, self._editor, self._splitter = panel, panel.editor, splitter
        self._focus = SectionFocus(self._page)
        self._focus.said.connect(context.messages.say)
        self._focus.ended.connect(self._unfocused)
        self.run_own: Callable[[str], object] = lambda command: None  # on this speech, by its id
        self._sheet: HeadingsSheet | None = None
        self._starts: tuple[Position, ...] = ()  # of what the last command was about
        self._split: SplitView | None = None
        context.controller.analysis_changed.connect(self._refresh)
        context.controller.structure_changed.connect(self._refresh)

    def handlers(self) -> dict[str, Callable[[], object]]:
        """Command ids and what runs them."""
        return {
            "view.focus": self.focus,
            "view.headings": lambda: self.headings(0),
            "view.parallel": lambda: self.headings(1),
            "view.second": self.split,
        }

    def focus(self) -> None:
        """Only the section of the caret, or everything again."""
        if self._focus.on:
            self._focus.end()
            return
        sections = self._panel.sections()
        if not sections:
            self.ticked.emit("view.focus", False)
            return
        section = sections[-1]
        self._focus.begin(section)
        self.ticked.emit("view.focus", True)
        scroll_to(self._page, cursor_at(self._page, section.start), HEAD)
        self._page.setFocus()
        self._messages.say(f"只看{quoted_title(section)}，别处不会被改动。按 Esc 看全文。")

    def _unfocused(self) -> None:
        self.ticked.emit("view.focus", False)
        self._messages.say("")

    def headings(self, level: int) -> None:
        """The sheet of headings, all or of one level."""
        if self._sheet is None:
            self._sheet = self._headings_sheet()
        self._editor.read()
        self._sheet.open_at(level)
        self._sheet.show_structure(self._controller.structure())
        self._sheet.show()
        self._sheet.activateWindow()

    def _headings_sheet(self) -> HeadingsSheet:
        from editor.ui.outline_views.headings_sheet import HeadingsSheet
        from editor.ui.outline_views.headings_table import HeadingsTable

        table = HeadingsTable(self._editor.preview_drop)
        made = HeadingsSheet(self._parent, table, _commands(self._parent.window()))
        made.renamed.connect(self._rename)
        made.go_asked.connect(self._go)
        made.command_asked.connect(self._run)
        table.dropped.connect(self._drop)
        table.refused.connect(made.tell)
        self._editor.said.connect(made.tell)
        self._editor.done.connect(self._note)
        return made

    def split(self) -> None:
        """A second place beside the page, or none again."""
        self._keep_top_line()
        if self._split is not None:
            self._split.leave()
            self._split.hide()
            self._split.setParent(None)  # its room is the page's from now on, not from later on
            self._split.deleteLater()
            self._split = None
        else:
            self._split = self._split_view()
        self.ticked.emit("view.second", self._split is not None)

    def _split_view(self) -> SplitView:
        from editor.ui.outline_views.split_view import SplitView

        made = SplitView(self._controller, self._page)
        made.closed.connect(self.split)
        made.put_look(self._page.page_colours(), self._page.zoom())
        self._splitter.addWidget(made)
        self._splitter.setStretchFactor(1, 1)
        self._turn_splitter()
        across = self._splitter.orientation() is Qt.Orientation.Horizontal
        room = self._splitter.width() if across else self._splitter.height()
        self._splitter.setSizes([room // 2, room - room // 2])
        made.show_place(self._controller.caret())
        self.opened.emit(made.page)
        return made

    def put_page_colours(self, palette: PagePalette) -> None:
        """The second place is in the colours of the page."""
        if self._split is not None:
            self._split.page.set_palette(palette)

    def _turn_splitter(self) -> None:
        """Side by side where both pages can be read there, else one below the other."""
        line = LETTERS * self._page.fontMetrics().horizontalAdvance("字")
        beside = self._splitter.width() >= 2 * line
        way = Qt.Orientation.Horizontal if beside else Qt.Orientation.Vertical
        self._splitter.setOrientation(way)

    def _keep_top_line(self) -> None:
        """The page gets another width: what stands at its top stays, once the lines are set."""
        top = top_cursor(self._page)
        ahead = self._page.cursorRect(top).top()
        QTimer.singleShot(0, self._page, lambda: scroll_to(self._page, top, ahead))

    def _rename(self, section: Section, words: str) -> None:
        self._editor.apply(RenameSection(section, words))

    def _run(self, command: QAction) -> None:
        """A command of the window on the headings chosen in the sheet."""
        assert self._sheet is not None
        self._editor.read()  # the rows are those of the text as it is
        self._starts = ()
        with self._panel.about(self._sheet.table.chosen()):
            self.run_own(command.objectName())  # the window may show another speech by now
        self._editor.read()
        if self._starts and command.objectName() in ADDING:
            self._sheet.edit_at(self._controller.caret())
        else:
            self._sheet.choose(self._starts)

    def _drop(self, sections: tuple[Section, ...], anchor: Section, where: DropPosition) -> None:
        assert self._sheet is not None
        self._starts = ()
        self._sheet.tell("")
        self._panel.move_to(sections, anchor, where)
        self._sheet.choose(self._starts)

    def _note(self, starts: tuple[Position, ...]) -> None:
        self._starts = starts

    def _go(self, section: Section) -> None:
        self._controller.show(section.start)

    def _refresh(self, structure: Structure) -> None:
        if self._sheet is not None and self._sheet.isVisible():
            self._sheet.show_structure(structure)


def _commands(window: QWidget) -> list[QAction]:
    """What of the window's commands the sheet of headings has, with separators between."""
    known = {action.objectName(): action for action in window.actions()}
    gap = QAction(window)
    gap.setSeparator(True)
    return [gap if name == "-" else known[name] for name in IN_THE_SHEET if name in (*known, "-")]
