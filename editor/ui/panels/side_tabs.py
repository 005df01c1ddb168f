"""The tabs at the right: phrases, findings and blanks; their names tell how much there is."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QTabWidget, QWidget

from editor.analysis.tally import Tally, tally
from editor.analysis.values import Analysis
from editor.checks.rules.rule import Rule
from editor.ui.context import Context
from editor.ui.look.plain_words import literal
from editor.ui.look.theme import Theme
from editor.ui.panels.blanks_panel import BlanksPanel
from editor.ui.panels.findings_panel import FindingsPanel
from editor.ui.panels.key_takers import go_round
from editor.ui.panels.phrase_bank_source import PhraseBankSource
from editor.ui.panels.phrases_panel import PhrasesPanel

OPTION = "right_tab"  # which was in front when the program ended


class SideTabs(QTabWidget):
    """Makes the three panels and joins them to the open text."""

    raised = Signal()  # a command brings one to the front: the column must be seen

    def __init__(
        self, context: Context, theme: Theme, bank: PhraseBankSource, rules: tuple[Rule, ...]
    ) -> None:
        super().__init__()
        controller = context.controller
        self._settings = context.settings
        self._told = Tally()
        self.phrases = PhrasesPanel(controller, bank, theme)
        self.findings = FindingsPanel(controller, rules, theme)
        self.blanks = BlanksPanel(controller, theme)
        self.setDocumentMode(True)
        self.tabBar().setExpanding(True)
        self.tabBar().setDrawBase(False)
        for panel, name in (
            (self.phrases, "语料库"), (self.findings, "检查"), (self.blanks, "填空"),
        ):  # fmt: skip
            self.addTab(panel, name)
            panel.said.connect(context.messages.say)
        self.setCurrentIndex(min(2, self._settings.number(OPTION)))
        controller.analysis_changed.connect(self._count)
        for panel in (self.findings, self.blanks):
            context.text.about_to_load.connect(panel.forget)

    def focusNextPrevChild(self, next: bool) -> bool:
        """Tab goes round in the panel: cards made anew would be behind all of the window."""
        return go_round(self, 1 if next else -1) or super().focusNextPrevChild(next)

    def bring(self, panel: QWidget) -> None:
        """One of the panels comes to the front."""
        self.raised.emit()
        self.setCurrentWidget(panel)

    def remember(self) -> None:
        """Which panel is in front, for the next run."""
        self._settings.set(OPTION, self.currentIndex())

    def show_text(self, shown: bool) -> None:
        """Whether a text is open: without one there is nothing to work with."""
        if not shown:
            self._told = Tally()
            self._name_tabs()
        for panel in (self.phrases, self.findings, self.blanks):
            panel.setEnabled(shown)
        for panel in (self.findings, self.blanks):
            panel.show_text(shown)

    def show_afresh(self) -> None:
        """What stands beside the text has changed: both lists are made anew."""
        self.findings.update_now(force=True)
        self.blanks.update_now(force=True)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The names say as much as there is room for."""
        super().resizeEvent(event)
        self._name_tabs()

    def _count(self, analysis: Analysis) -> None:
        self._told = tally(analysis)
        self._name_tabs()

    def _name_tabs(self) -> None:
        told = self._told
        must, look = f"必改 {told.must}", f"请看 {told.look}"
        found = [f"检查 {must}"] if told.must else [f"检查 {look}"] if told.look else []
        if told.must and told.look:
            found.insert(0, f"检查 {must}·{look}")
        blanks = [f"填空 {told.open} 处"] if told.open else []
        self.setTabText(2, blanks[0] if blanks else "填空")
        self.setTabToolTip(1, literal(told.findings_words()))
        self.setTabToolTip(2, literal(told.blanks_words()))
        for words in (*found, "检查"):
            self.setTabText(1, words)
            if self.tabBar().sizeHint().width() <= self.width():
                return
