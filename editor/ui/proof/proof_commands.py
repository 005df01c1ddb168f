"""The command 校核单: what was checked, on paper; printed and exported from its preview."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from editor.analysis.analyzer import SpeechAnalyzer
from editor.checks.report.proof_sheet import About
from editor.files.trouble import Trouble
from editor.manuscript.file_objects import FileObject
from editor.ui.context import Context
from editor.ui.files.current_objects import CurrentObjects
from editor.ui.files.written_file import tell_sent, tell_written

if TYPE_CHECKING:
    from editor.editions.composed_pages import Pages
    from editor.editions.report import Report
    from editor.ui.paper.preview import Preview

NOT_CHECKED = "这份稿子没有检查完，校核单先不出。"


class ProofCommands:
    """Shows the sheet of the text as it is now."""

    def __init__(self, context: Context, analyzer: SpeechAnalyzer, objects: CurrentObjects) -> None:
        self._context, self._analyzer, self._objects = context, analyzer, objects
        self._controller, self._text = context.controller, context.text
        self._messages = context.messages
        self.pace: Callable[[], int] = lambda: context.settings.number("pace")  # 字 a minute

    def handlers(self) -> dict[str, Callable[[], object]]:
        """Command ids and what runs them."""
        return {"proof.sheet": self.show}

    def show(self, parent: QWidget | None = None) -> None:
        """The preview above a window, as soon as it is known what the file holds."""
        above = parent or self._context.parent
        self._objects.ask(lambda objects: self.preview(self.report(objects), above))

    def preview(self, report: Report, parent: QWidget) -> Preview | None:
        """The preview of a sheet; what it prints and exports is the sheet that it shows.

        None where the text could not be checked through: a sheet would call it faultless.
        """
        from editor.ui.paper.preview import Preview

        if not self._controller.analysis().complete:
            self._messages.say(NOT_CHECKED)
            return None
        pages = _pages(report)
        preview = Preview(pages, parent, f"校核单 — {self._text.stem()}")
        preview.print_requested.connect(lambda: self._print(pages, preview))
        preview.pdf_requested.connect(lambda: self._pdf(pages, preview))
        preview.docx_requested.connect(lambda: self._docx(report, preview))
        preview.show()
        return preview

    def report(self, objects: tuple[FileObject, ...] = ()) -> Report:
        """The sheet of the text as it is now, in words; ``objects`` are its file's."""
        from editor.proof_report import make_report

        self._controller.refresh()
        analysis = self._controller.analysis()
        name = self._text.name() if self._text.path else f"{self._text.stem()}（未存盘）"
        now = datetime.now().isoformat(timespec="minutes")
        author = self._context.settings.text("author")
        about = About(name, author, self._analyzer.perspective.words, now, self.pace())
        return make_report(analysis.checked(objects), self._analyzer.rules, about)

    def _print(self, pages: Pages, preview: Preview) -> None:
        from editor.ui.paper.printer import NotPrintedError, ask_and_print

        try:
            if sent := ask_and_print(pages, preview, f"{self._text.stem()} 校核单"):
                tell_sent(preview.messages, sent.file, "校核单")
        except NotPrintedError as error:
            preview.messages.say(str(error))

    def _pdf(self, pages: Pages, preview: Preview) -> None:
        from editor.ui.paper.pdf import write_pdf

        self._export(".pdf", lambda path: write_pdf(path, pages), preview)

    def _docx(self, report: Report, preview: Preview) -> None:
        from editor.files.docx_new.report_docx import write_report_docx
        from editor.files.opened import as_it_lies
        from editor.files.write_file import write_file

        def write(path: Path) -> None:
            still = as_it_lies(path)
            write_file(path, write_report_docx(report), still=still)

        self._export(".docx", write, preview)

    def _export(self, ending: str, write: Callable[[Path], object], preview: Preview) -> None:
        from editor.ui.files.export_path import ask_export_path

        name = f"{self._text.stem()}（校核单）{ending}"
        path = ask_export_path(self._context, "导出校核单", name, preview)
        preview.activateWindow()  # the keys stay where they were: not in the speech
        if path is None:
            return
        try:
            write(path)
        except Trouble as trouble:
            preview.messages.say(f"{trouble.what}{trouble.advice}")
            return
        tell_written(preview.messages, f"校核单已导出：{path}", path)


def _pages(report: Report) -> Pages:
    from editor.editions.report_pages import compose_report
    from editor.ui.paper.font_measure import FontMeasure

    return compose_report(report, FontMeasure())
