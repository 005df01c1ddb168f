"""The gate before printing: what it says of the text, and the sheet on which one decides."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType
from typing import Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from editor.checks.report.fates import MARGINS, Notice, Output, notices
from editor.checks.report.gate import Gate, gate
from editor.manuscript.file_objects import FileObject, ObjectKind
from editor.ui.context import Context
from editor.ui.files.current_objects import CurrentObjects
from editor.ui.printing.gate_sheet import GateSheet

_Said = tuple[str, ObjectKind, str]
_WITH_MARGINS: Final[Mapping[Output, Output]] = MappingProxyType(
    {Output.DOCX: Output.DOCX_MARGINS, Output.PAPER: Output.PAPER_MARGINS}
)


class GateFlow(QObject):
    """Whatever leaves the house passes here first."""

    fill_asked = Signal()  # to where blanks are filled
    check_asked = Signal()  # to where findings are mended
    proof_sheet_asked = Signal(QWidget)  # the 校核单, above this widget

    def __init__(self, context: Context, objects: CurrentObjects) -> None:
        super().__init__(context.parent)
        self._controller, self._parent = context.controller, context.parent
        self._objects = objects
        self.margins = False  # whether what goes out takes the file's headers and footers
        self._said: frozenset[_Said] = frozenset()  # what the writer has said that he knows
        context.text.loaded.connect(self._forget)

    def handlers(self) -> dict[str, Callable[[], object]]:
        """Command ids and what runs them."""
        return {"gate.sheet": self.show}

    def verdict(self) -> Gate:
        """The gate's view of the words as they are now."""
        self._controller.refresh()
        analysis = self._controller.analysis()
        return gate(
            analysis.manuscript, analysis.findings, analysis.blanks, unlooked=analysis.unlooked
        )

    def show(self) -> None:
        """The sheet before printing, without printing."""
        self._sheet(self.verdict(), "", None).show()

    def pass_through(self, purpose: str, output: Output) -> bool | None:
        """False for a final, True for a draft, None where the user stays."""
        verdict = self.verdict()
        sheet = self._sheet(verdict, purpose, output)
        sheet.exec()
        if sheet.choice == "mend" and not verdict.clean:
            # to where it is mended: blanks are filled first
            (self.fill_asked if verdict.blanks else self.check_asked).emit()
        return {"final": False, "draft": True}.get(sheet.choice)

    def _sheet(self, verdict: Gate, purpose: str, output: Output | None) -> GateSheet:
        sheet = GateSheet(self._parent, self._controller, verdict, purpose)
        sheet.sheet_asked.connect(lambda: self.proof_sheet_asked.emit(sheet))

        self.margins = False
        rows: list[Notice] = []

        def take(objects: tuple[FileObject, ...]) -> None:
            if sheet.gone:
                return
            whole = _WITH_MARGINS.get(output) if self.margins and output else output
            rows[:] = notices(objects, whole)
            sheet.take(rows, {n.kind for n in rows if _said_of(n) <= self._said})
            if output in _WITH_MARGINS and any(n.kind in MARGINS for n in rows):
                sheet.offer_margins()

        def wish(margins: bool) -> None:
            self._remember(sheet, rows)
            self.margins = margins
            self._objects.ask(take, on_paper=output is not Output.DOCX)

        sheet.margins_wished.connect(wish)
        sheet.finished.connect(lambda: self._remember(sheet, rows))
        self._objects.ask(take, on_paper=output is not Output.DOCX)
        return sheet

    def _remember(self, sheet: GateSheet, rows: Sequence[Notice]) -> None:
        """What was ticked stays ticked when one comes back from a place one jumped to."""
        for notice in rows:
            said = _said_of(notice)
            self._said = (
                self._said | said if notice.kind in sheet.known_kinds else self._said - said
            )

    def _forget(self) -> None:
        self._said = frozenset()


def _said_of(notice: Notice) -> frozenset[_Said]:
    """The objects of a notice, each with what becomes of it, wherever they stand by now."""
    return frozenset((notice.outcome.words, one.kind, one.words) for one in notice.objects)
