"""The gate before printing: what it says of the text, and the sheet on which one decides."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from editor.checks.report.gate import Gate, gate
from editor.ui.context import Context
from editor.ui.printing.gate_sheet import GateSheet


class GateFlow(QObject):
    """Whatever leaves the house passes here first."""

    fill_asked = Signal()  # to where blanks are filled
    check_asked = Signal()  # to where findings are mended
    proof_sheet_asked = Signal(QWidget)  # the 校核单, above this widget

    def __init__(self, context: Context) -> None:
        super().__init__(context.parent)
        self._controller, self._parent = context.controller, context.parent

    def handlers(self) -> dict[str, Callable[[], object]]:
        """Command ids and what runs them."""
        return {"gate.sheet": self.show}

    def verdict(self) -> Gate:
        """The gate's view of the text as it is now."""
        self._controller.refresh()
        analysis = self._controller.analysis()
        return gate(analysis.manuscript, analysis.findings, analysis.blanks)

    def show(self) -> None:
        """The sheet before printing, without printing."""
        self._sheet(self.verdict(), "").show()

    def pass_through(self, purpose: str) -> bool | None:
        """False for a final, True for a draft, None where the user stays."""
        verdict = self.verdict()
        sheet = self._sheet(verdict, purpose)
        sheet.exec()
        if sheet.choice == "mend" and not verdict.clean:
            # to where it is mended: blanks are filled first
            (self.fill_asked if verdict.blanks else self.check_asked).emit()
        return {"final": False, "draft": True}.get(sheet.choice)

    def _sheet(self, verdict: Gate, purpose: str) -> GateSheet:
        sheet = GateSheet(self._parent, self._controller, verdict, purpose)
        sheet.sheet_asked.connect(lambda: self.proof_sheet_asked.emit(sheet))
        return sheet
