"""Preview, printing and exports; whatever leaves the house passes the gate first."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from shiboken6 import isValid

from editor.analysis.values import Analysis
from editor.checks.report.fates import Output
from editor.files.metadata.metadata_item import MetadataItem, MetadataKind
from editor.files.versions.kept_version import Occasion
from editor.manuscript.outline.sections import SectionKind
from editor.ui.context import Context
from editor.ui.files.export_path import ask_export_path
from editor.ui.files.written_file import tell_sent, tell_written
from editor.ui.message_bar import MessageBar
from editor.ui.printing.docx_export import DocxExport
from editor.ui.printing.gate_flow import GateFlow
from editor.ui.printing.page_maker import PageMaker, PageWish
from editor.ui.printing.properties_choice import properties_left_behind

if TYPE_CHECKING:
    from editor.editions.composed_pages import Pages
    from editor.ui.paper.preview import Preview


class PrintFlow:
    """What 打印, 预览 and the exports do."""

    def __init__(self, context: Context, gate: GateFlow) -> None:
        self._context, self._gate = context, gate
        self._controller, self._text = context.controller, context.text
        self._messages, self._parent = context.messages, context.parent
        self._maker = PageMaker(context)
        self._docx = DocxExport(context)

    def handlers(self) -> dict[str, Callable[[], object]]:
        """Command ids and what runs them."""
        return {
            "print.preview": self.preview,
            "print.print": self.print,
            "print.pdf": self.export_pdf,
            "print.docx": self.export_docx,
        }

    def preview(self) -> None:
        """The pages as they would be printed; a draft while something must be mended."""
        wish = PageWish(not self._gate.verdict().clean, self._gate.margins)
        self._maker.make(wish, _seen, self._show)

    def print(self, above: Preview | None = None) -> None:
        """Through the gate to the printer; asked from the window ``above``, such as the preview."""
        draft = self._gate.pass_through("打印", Output.PAPER)
        if draft is not None:
            wish = PageWish(draft, self._gate.margins)
            self._maker.make(wish, _seen, partial(self._print, above))

    def export_pdf(self, above: Preview | None = None) -> None:
        """Through the gate to a PDF; ``above`` as with `print`."""
        draft = self._gate.pass_through("导出", Output.PAPER)
        path = self._ask_path("导出 PDF", ".pdf", draft, above)
        if path is None or draft is None:
            return
        from editor.ui.paper.pdf import write_pdf

        title, wish = self._title(), PageWish(draft, self._gate.margins)
        told = (MetadataItem(MetadataKind.TITLE, (title,)),) if title else ()
        behind = properties_left_behind(self._context, told, draft=draft)
        if behind is None:
            return
        title = "" if MetadataKind.TITLE in behind else title
        self._maker.make(
            wish, lambda pages: write_pdf(path, pages, title), partial(self._written, path, above)
        )

    def _title(self) -> str:
        """The speech's own title: what its file is called is nobody's business."""
        sections = self._analysis().outline.walk()
        return next((s.title for s in sections if s.kind is SectionKind.TITLE), "")

    def _show(self, pages: Pages) -> None:
        from editor.ui.paper.preview import Preview

        dialog = Preview(pages, self._parent, self._text.stem())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.print_requested.connect(partial(self.print, dialog))
        dialog.pdf_requested.connect(partial(self.export_pdf, dialog))
        dialog.docx_requested.connect(partial(self.export_docx, dialog))
        dialog.show()

    def _print(self, above: Preview | None, pages: Pages) -> None:
        from editor.ui.paper.printer import NotPrintedError, ask_and_print

        # The preview may be closed while its pages are made.
        parent = above if above is not None and isValid(above) else self._parent
        try:
            if sent := ask_and_print(pages, parent, self._text.stem()):
                tell_sent(self._bar(above), sent.file)
                self._text.left_house.emit("打印", Occasion.PRINTED)
        except NotPrintedError as error:
            self._messages.say(str(error))

    def export_docx(self, above: Preview | None = None) -> None:
        """Through the gate to a docx in the official edition; ``above`` as with `print`."""
        draft = self._gate.pass_through("导出", Output.DOCX)
        path = self._ask_path("导出定稿", ".docx", draft, above)
        if path is None or draft is None:
            return
        self._docx.bar = lambda: self._bar(above)
        self._docx.write(self._analysis(), path, draft=draft, margins=self._gate.margins)

    def _ask_path(
        self, title: str, ending: str, draft: bool | None, above: Preview | None
    ) -> Path | None:
        if draft is None:
            return None
        name = self._text.stem() + ("（草稿）" if draft else "（定稿）") + ending
        return ask_export_path(self._context, title, name, above)

    def _written(self, path: Path, above: Preview | None, notes: list[str]) -> None:
        told = () if above is not None else notes  # the preview tells of missing faces itself
        tell_written(self._bar(above), "\n".join((f"已导出：{path}", *told)), path)
        self._text.left_house.emit(f"导出 {path.name}", Occasion.EXPORTED)

    def _bar(self, above: Preview | None) -> MessageBar:
        """Where it is told: in the window that it was asked from, while that is there."""
        there = above is not None and isValid(above) and above.isVisible()
        return above.messages if there and above else self._messages

    def _analysis(self) -> Analysis:
        self._controller.refresh()
        return self._controller.analysis()


def _seen(pages: Pages) -> Pages:
    from editor.ui.paper.pictures import lighter

    return lighter(pages)
