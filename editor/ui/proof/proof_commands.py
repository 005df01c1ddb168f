"""The command 校核单: what was checked, on paper; printed and exported from its preview."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialog, QWidget

from editor.checks.report.proof_sheet import About, Checked
from editor.files.trouble import Trouble

if TYPE_CHECKING:
    from editor.editions.pages import Pages
    from editor.editions.report import Report
    from editor.ui.printing.gate_sheet import GateSheet
    from editor.ui.shell.composition import Workshop

NOT_CHECKED = "这份稿子没有检查完，校核单先不出。"


class ProofCommands:
    """Shows the sheet of the text as it is now."""

    def __init__(self, shop: Workshop) -> None:
        self._shop = shop

    def handlers(self) -> dict[str, Callable[[], object]]:
        """Command ids and what runs them."""
        return {"proof.sheet": self.show}

    def offer_in(self, sheet: GateSheet) -> None:
        """The gate's button 校核单… opens the preview above it."""
        sheet.sheet_asked.connect(lambda: self.show(sheet))

    def show(self, parent: QWidget | None = None) -> QDialog | None:
        """The preview; what it prints and exports is the sheet that it shows.

        None where the text could not be checked through: a sheet would call it faultless.
        """
        from editor.ui.paper.preview import Preview

        report = self.report()
        if not self._shop.analysis().complete:
            self._shop.strip.say(NOT_CHECKED)
            return None
        pages = _pages(report)
        preview = Preview(pages, parent or self._shop.window, f"校核单 — {self._name()}")
        preview.print_requested.connect(lambda: self._print(pages, preview))
        preview.pdf_requested.connect(lambda: self._pdf(pages))
        preview.docx_requested.connect(lambda: self._docx(report))
        preview.show()
        return preview

    def report(self) -> Report:
        """The sheet of the text as it is now, in words."""
        from editor.proof_report import make_report

        self._shop.controller.refresh()
        analysis, settings = self._shop.analysis(), self._shop.window.settings
        checked = Checked(analysis.manuscript, analysis.findings, analysis.blanks, analysis.aside)
        opened = self._shop.files.opened
        name = opened.path.name if opened and opened.path else f"{self._name()}（未存盘）"
        now = datetime.now().isoformat(timespec="minutes")
        author, pace = settings.text("author"), settings.number("pace")
        about = About(name, author, self._shop.analyzer.perspective.words, now, pace)
        return make_report(checked, self._shop.analyzer.rules, about)

    def _print(self, pages: Pages, preview: QWidget) -> None:
        from editor.ui.paper.printer import ask_and_print

        try:
            if ask_and_print(pages, preview, f"{self._name()} 校核单"):
                self._shop.strip.say("校核单已送打印机。")
        except OSError as error:
            self._shop.strip.say(str(error))

    def _pdf(self, pages: Pages) -> None:
        from editor.ui.paper.pdf import write_pdf

        self._export(".pdf", lambda path: write_pdf(path, pages, f"{self._name()} 校核单"))

    def _docx(self, report: Report) -> None:
        from editor.files.docx_new.report_docx import write_report_docx
        from editor.files.write_file import write_file

        self._export(".docx", lambda path: write_file(path, write_report_docx(report)))

    def _export(self, ending: str, write: Callable[[Path], object]) -> None:
        from editor.ui.files.export_path import ask_export_path

        path = ask_export_path(self._shop, "导出校核单", f"{self._name()}（校核单）{ending}")
        if path is None:
            return
        try:
            write(path)
        except Trouble as trouble:
            self._shop.strip.say(f"{trouble.what}{trouble.advice}")
            return
        self._shop.strip.say(f"校核单已导出：{path}")

    def _name(self) -> str:
        opened = self._shop.files.opened
        if opened and opened.path:
            return opened.path.stem
        return self._shop.files.saving.title()


def _pages(report: Report) -> Pages:
    from editor.editions.report_pages import compose_report
    from editor.ui.paper.measure import FontMeasure

    return compose_report(report, FontMeasure())
