"""What the window shows of an analysis outside the panels: status bar, slot, words of the tabs."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QInputDialog

from editor.analysis.values import Analysis
from editor.files.opened import Opened
from editor.manuscript.delivery.statistics import count, minutes
from editor.manuscript.paragraph import Position

if TYPE_CHECKING:
    from editor.ui.shell.composition import Workshop

REST_MS = 80  # a selection that grows is counted when it rests
TARGETS = {
    "words": "check.counts", "selected": "check.counts", "minutes": "app.settings",
    "blanks": "blanks.sheet", "findings": "check.all", "place": "edit.go_to",
    "encoding": "file.reopen", "zoom": "view.zoom_reset",
}  # fmt: skip


class StatusPresenter(QObject):
    """Keeps the figures of the window in step; a click on one runs its command."""

    def __init__(self, shop: Workshop) -> None:
        super().__init__(shop.window)
        self._shop = shop
        self._timer = QTimer(self, singleShot=True, interval=REST_MS)
        self._timer.timeout.connect(self._count_selection)
        controller = shop.controller
        controller.analysis_changed.connect(self._show_analysis)
        controller.caret_moved.connect(self._show_place)
        controller.selection_changed.connect(self._timer.start)
        shop.status.asked.connect(self._go_where)
        shop.slot.asked.connect(self.ask_slot)

    def handlers(self) -> dict[str, Callable[[], object]]:
        """Command ids and what runs them."""
        return {"check.counts": self.counts, "check.slot": self.ask_slot}

    def show_figures(self) -> None:
        """Counts and minutes of the latest analysis, by the settings of now."""
        analysis = self._shop.analysis()
        settings = self._shop.window.settings
        pace = settings.number("pace")
        self._shop.status.show_analysis(analysis, pace)
        needed = minutes(analysis.counts.spoken, pace)
        self._shop.slot.show_minutes(needed, self._shop.times.plan.minutes)

    def show_file(self, opened: Opened) -> None:
        """What the file is."""
        self._shop.status.show_encoding(
            "Word" if opened.kind == "docx" else opened.encoding.upper()
        )
        self._shop.status.show_zoom(self._shop.window.page.zoom())

    def ask_slot(self) -> None:
        """Ask how many minutes are given."""
        plan = self._shop.times.plan
        given, chosen = QInputDialog.getInt(
            self._shop.window, "给定时间", "会务给这份稿子几分钟（0 表示没有限定）：",
            plan.minutes, 0, 600,
        )  # fmt: skip
        if chosen:
            plan.give(given)

    def counts(self) -> None:
        """The sheet of counts, of the selection where there is one."""
        from editor.ui.shell.counts_page import counts_page
        from editor.ui.shell.help_commands import show_page

        self._shop.controller.refresh()
        html = counts_page(
            self._shop.analysis(),
            self._shop.controller.selected_text(),
            self._shop.window.settings.number("pace"),
        )
        show_page(self._shop.window, "字数和时长", html=html)

    def _show_analysis(self, _analysis: Analysis) -> None:
        self.show_figures()
        self._show_place(self._shop.controller.caret())

    def _show_place(self, place: Position) -> None:
        if self._shop.files.opened is not None:
            total = self._shop.window.page.document().blockCount()
            self._shop.status.show_place(f"第 {place.paragraph + 1} 段 / 共 {total} 段")

    def _count_selection(self) -> None:
        if self._shop.files.opened is not None:
            text = self._shop.controller.selected_text()
            self._shop.status.show_selected(count(text).words if text else 0)

    def _go_where(self, name: str) -> None:
        run = self._shop.handlers().get(TARGETS[name])
        if run:
            run()
