"""What the window shows of an analysis outside the panels: status bar and time budget.

Both are the window's; the speech that is in front fills them.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QInputDialog

from editor.analysis.values import Analysis
from editor.manuscript.delivery.several_speeches import speech_counts
from editor.manuscript.delivery.statistics import count, minutes
from editor.manuscript.paragraph import Position
from editor.ui.context import Context
from editor.ui.rehearsal.time_plan import TimePlan
from editor.ui.shell.status_bar import StatusBar
from editor.ui.tool_bar.time_budget import TimeBudget

REST_MS = 80  # a selection that grows is counted when it rests


class StatusPresenter(QObject):
    """Keeps the figures of the window in step with one speech, while that is in front."""

    def __init__(
        self, context: Context, status: StatusBar, budget: TimeBudget, plan: TimePlan
    ) -> None:
        super().__init__(context.parent)
        self._controller, self._text = context.controller, context.text
        self._parent = context.parent
        self._status, self._budget, self._plan = status, budget, plan
        self._front = False
        self._timer = QTimer(self, singleShot=True, interval=REST_MS)
        self._timer.timeout.connect(self._count_selection)
        controller = context.controller
        controller.analysis_changed.connect(self._show_analysis)
        controller.caret_moved.connect(self._show_place)
        controller.selection_changed.connect(self._timer.start)
        for told in (context.text.loaded, context.text.saved):
            told.connect(self._show_file)
        context.text.closed.connect(self._show_all)

    def bring(self, front: bool) -> None:
        """Whether the window shows this speech from now on."""
        self._front = front
        self._show_all()

    def _show_all(self) -> None:
        if not self._front:
            return
        self._status.clear()
        if self._text.opened is not None:
            self.show_figures()
            self._show_file()
            self._show_place(self._controller.caret())
            self._count_selection()

    def handlers(self) -> dict[str, Callable[[], object]]:
        """Command ids and what runs them."""
        return {"check.counts": self.counts, "check.slot": self.ask_minutes}

    def show_figures(self) -> None:
        """Counts and minutes of the latest analysis, by the settings of now."""
        if not self._front:
            return
        analysis = self._controller.analysis()
        pace = self._plan.pace
        speech = speech_counts(analysis.manuscript, analysis.outline, self._plan.speech)
        self._status.show_analysis(analysis, pace, speech)
        needed = minutes((speech or analysis.counts).spoken, pace)
        self._budget.show_minutes(needed, self._plan.minutes)

    def _show_file(self) -> None:
        opened = self._text.opened
        if opened is None or not self._front:
            return
        self._status.show_encoding("Word" if opened.kind == "docx" else opened.encoding.upper())

    def ask_minutes(self) -> None:
        """Ask how many minutes are given."""
        plan = self._plan
        given, chosen = QInputDialog.getInt(
            self._parent, "给定时间", "会务给这份稿子几分钟（0 表示没有限定）：",
            plan.minutes, 0, 600,
        )  # fmt: skip
        if chosen:
            plan.give(given)

    def counts(self) -> None:
        """The sheet of counts, of the selection where there is one."""
        from editor.ui.help.page_dialog import show_page
        from editor.ui.shell.counts_page import counts_page

        self._controller.refresh()
        html = counts_page(
            self._controller.analysis(),
            self._controller.selected_text(),
            self._plan.pace,
        )
        show_page(self._parent, "字数和时长", html)

    def _show_analysis(self, _analysis: Analysis) -> None:
        self.show_figures()
        self._show_place(self._controller.caret())

    def _show_place(self, place: Position) -> None:
        if self._front and self._text.opened is not None:
            total = len(self._controller.manuscript().paragraphs)
            self._status.show_place(place.paragraph + 1, total)

    def _count_selection(self) -> None:
        if self._front and self._text.opened is not None:
            text = self._controller.selected_text()
            self._status.show_selected(count(text).words if text else 0)
