"""What works on the open speech: desk, panels and the classes behind the commands.

Built after the first paint and joined here by signals; each part does one thing.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QInputDialog, QSizePolicy, QTabWidget, QToolBar, QWidget

from editor.files.opened import Opened
from editor.manuscript.paragraph import Position
from editor.manuscript.statistics import count, minutes
from editor.reading import Reading, make_reader
from editor.ui.page.desk import Desk
from editor.ui.page.find_bar import FindBar
from editor.ui.panels.blanks import BlanksPanel
from editor.ui.panels.findings import FindingsPanel
from editor.ui.panels.phrases import PhrasePanel
from editor.ui.receipt.commands import TidyCommands
from editor.ui.shell.check_commands import CheckCommands
from editor.ui.shell.file_flow import FileFlow
from editor.ui.shell.help_commands import HelpCommands
from editor.ui.shell.outline_commands import OutlineCommands
from editor.ui.shell.palette import Colours
from editor.ui.shell.print_flow import PrintFlow
from editor.ui.shell.services import Services
from editor.ui.shell.slot import SlotLabel
from editor.ui.shell.start_page import StartPage
from editor.ui.shell.status import Status
from editor.ui.shell.strip import Strip
from editor.ui.shell.text_commands import TextCommands
from editor.ui.shell.theme import page_palette
from editor.ui.shell.view_commands import ViewCommands
from editor.ui.tree.panel import OutlinePanel

if TYPE_CHECKING:
    from editor.ui.shell.window import Window


class Workshop:
    """The parts of a complete window."""

    def __init__(self, window: Window) -> None:
        self.window = window
        self.services = Services(window.settings)
        self.reader = make_reader()
        self.desk = Desk(window.page, self.reader)
        self.strip = Strip()
        window.page.words = self.services.words
        self.find_bar = FindBar(self.desk)
        self.start = StartPage()
        self.status = Status(window.statusBar())
        self.slot = SlotLabel(window.colours)
        self._place_centre()
        self._place_panels()
        self.files = FileFlow(self)
        self.checks = CheckCommands(self)
        self.tidying = TidyCommands(self)
        self._parts = (
            self.files, self.checks, self.tidying, TextCommands(self), OutlineCommands(self), PrintFlow(self),
            ViewCommands(self), HelpCommands(self),
        )  # fmt: skip
        self._join()

    def handlers(self) -> dict[str, Callable[[], object]]:
        """What each command of the table does."""
        return {name: run for part in self._parts for name, run in part.handlers().items()}

    def begin(self, path: str) -> None:
        """Open what was asked for, or go on where the last session ended."""
        self.files.begin(path)
        self.services.warm_up()

    def may_close(self) -> bool:
        """Whether nothing unsaved would be lost, the user asked where needed."""
        return self.files.may_leave()

    def end(self) -> None:
        """Stop what runs beside the window."""
        self.files.end()
        self.desk.close()
        self.services.end()

    def reading(self) -> Reading:
        """The latest reading of the text."""
        return self.desk.reading()  # type: ignore[return-value]

    def place_slot(self, bar: QToolBar) -> None:
        """Put the slot at the right end of the tool bar."""
        gap = QWidget()
        gap.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        bar.addWidget(gap)
        bar.addWidget(self.slot)
        self.slot.asked.connect(self.ask_slot)

    def ask_slot(self) -> None:
        """Ask how many minutes are given."""
        settings = self.window.settings
        given, chosen = QInputDialog.getInt(
            self.window,
            "给定时间",
            "会务给几分钟（0 表示没有限定）：",
            settings.number("given_minutes"),
            0,
            600,
        )
        if chosen:
            settings.set("given_minutes", given)
            settings.save()
            self._show_figures(self.reading())

    def show_text(self, shown: bool) -> None:
        """The page, or the start page where no speech is open."""
        window = self.window
        window.stack.setCurrentWidget(window.page if shown else self.start)
        self.start.show_recent(window.settings.texts("recent"))
        window.actions_.enable(text=shown, heading=shown)
        if not shown:
            self.status.clear()
            self.find_bar.hide()
        for panel in (self.outline, self.blanks, self.findings, self.phrases):
            panel.setEnabled(shown)

    def take_text(self, opened: Opened) -> None:
        """Show a text that has just been opened."""
        self.checks.take_ignored(opened.path)
        self.outline.fresh()
        self.show_text(True)
        self.desk.load(opened.manuscript)
        self.status.show_encoding("Word" if opened.kind == "docx" else opened.encoding.upper())
        self.status.show_zoom(self.window.page.zoom())
        self.window.page.setFocus()
        self.tidying.forget()
        self.tidying.offer()

    def keep_ignored(self) -> None:
        """The file has a name now: ignored findings and original are kept under it."""
        self.checks.keep_ignored()
        self.tidying.keep_original()

    def put_colours(self, colours: Colours) -> None:
        """Other colours for what paints itself."""
        for panel in (self.outline, self.phrases, self.findings, self.blanks):
            panel.put_colours(colours)
        self.slot.colours = colours
        self._show_figures(self.reading())
        self.window.page.set_palette(page_palette(colours))

    def use_pace(self, pace: int) -> None:
        """Minutes by another speed."""
        self.outline.put_pace(pace)
        self._show_figures(self.reading())

    def show_panel(self, panel: object) -> None:
        """Bring one of the right tabs to the front."""
        self.window.right.show()
        self.tabs.setCurrentWidget(panel)  # type: ignore[arg-type]

    def _place_centre(self) -> None:
        column = self.window.centre.layout()
        column.insertWidget(0, self.strip)  # type: ignore[attr-defined]
        column.insertWidget(1, self.find_bar)  # type: ignore[attr-defined]
        self.find_bar.hide()
        self.window.stack.addWidget(self.start)

    def _place_panels(self) -> None:
        colours = self.window.colours
        pace = self.window.settings.number("pace")
        self.outline = OutlinePanel(self.desk, self.window.tree, colours, pace)
        self.window.left.layout().addWidget(self.outline)
        self.phrases = PhrasePanel(self.desk, self.services.library, colours)
        self.findings = FindingsPanel(self.desk, self.reader.rules, colours)
        self.blanks = BlanksPanel(self.desk, colours)
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.tabs.addTab(self.phrases, "语料库")
        self.tabs.addTab(self.findings, "检查")
        self.tabs.addTab(self.blanks, "填空")
        self.tabs.setCurrentIndex(min(2, self.window.settings.number("right_tab")))
        self.window.right.layout().addWidget(self.tabs)

    def _join(self) -> None:
        desk = self.desk
        desk.reading_changed.connect(self._show_reading)
        desk.caret_moved.connect(self._show_place)
        desk.refused.connect(self.strip.say)
        desk.selection_changed.connect(self._show_selection)
        for panel in (self.outline, self.phrases, self.findings, self.blanks):
            panel.said.connect(self.strip.say)
        self.start.open_asked.connect(self.files.open_dialog)
        self.start.path_asked.connect(self.files.open_path)
        self.start.skeleton_asked.connect(self.files.new_from)
        self.start.sample_asked.connect(self.files.open_sample)
        self.window.page.files_dropped.connect(lambda paths: self.files.open_path(paths[0]))
        self.status.asked.connect(self._go_where)

    def _show_figures(self, reading: Reading) -> None:
        settings = self.window.settings
        pace = settings.number("pace")
        self.status.show_reading(reading, pace)
        needed = minutes(reading.counts.spoken, pace)
        self.slot.show_minutes(needed, settings.number("given_minutes"))

    def _show_reading(self, reading: Reading) -> None:
        self._show_figures(reading)
        must, look = self.findings.numbers()
        self.tabs.setTabText(1, f"检查 {must}·{look}" if must or look else "检查")
        self.tabs.setTabText(2, f"填空 {len(reading.blanks)}" if reading.blanks else "填空")
        self._show_place(self.desk.caret())

    def _show_place(self, place: Position) -> None:
        total = len(self.desk.manuscript().paragraphs)
        self.status.show_place(f"第 {place.paragraph + 1} 段 / 共 {total} 段")

    def _show_selection(self) -> None:
        text = self.desk.selected_text()
        self.status.show_selected(count(text).words if text else 0)

    def _go_where(self, name: str) -> None:
        targets: dict[str, str] = {
            "words": "help.statistics", "minutes": "app.settings", "blanks": "blanks.sheet",
            "findings": "check.all", "place": "edit.go_to", "encoding": "file.reopen",
            "zoom": "view.zoom_reset",
        }  # fmt: skip
        run = self.handlers().get(targets.get(name, ""))
        if run:
            run()
