"""The final as a Word file: made and written off the interface thread, with a stop button."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMessageBox

from editor.analysis.values import Analysis
from editor.editions.styles import Edition
from editor.files.opened import Opened, as_it_lies
from editor.files.trouble import Trouble
from editor.files.versions.kept_version import Occasion
from editor.files.write_file import write_file
from editor.speech_edition import speech_edition
from editor.ui.background_task import BackgroundTask
from editor.ui.context import Context
from editor.ui.files.written_file import tell_written
from editor.ui.look.plain_words import message_box
from editor.ui.message_bar import MessageBar
from editor.ui.printing.properties_choice import properties_left_behind

if TYPE_CHECKING:
    from editor.files.docx_new.final_docx import FinalDocx
    from editor.files.metadata.metadata_item import MetadataItem


class DocxExport:
    """Writes one final at a time."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self.bar: Callable[[], MessageBar] = lambda: context.messages  # where it is told
        self._task = BackgroundTask(context.messages)

    def write(self, analysis: Analysis, path: Path, *, draft: bool, margins: bool) -> None:
        """Make the docx of a text and write it; what cannot be carried is asked about first."""
        opened, edition = self._context.text.opened, speech_edition(self._context.settings)
        still = as_it_lies(path)  # what the writer agreed to replace
        self._task.run(
            "正在导出……",
            lambda _: _made(analysis, opened, edition, draft=draft, margins=margins),
            lambda made: self._go_on(*made, path, still, draft=draft),
            self._failed,
        )

    def _go_on(
        self,
        made: FinalDocx,
        items: tuple[MetadataItem, ...],
        path: Path,
        still: Callable[[], bool],
        *,
        draft: bool,
    ) -> None:
        from editor.files.docx_new.final_docx import told_left
        from editor.files.metadata.docx_without import docx_without

        told = told_left(made.left)
        if told and not draft and not self._knows("\n".join(told)):
            return
        behind = properties_left_behind(self._context, items, draft=draft)
        if behind is None:
            return

        def write(stopped: Callable[[], bool]) -> bool:
            if not stopped():
                write_file(path, docx_without(made.data, behind), still=still)
            return not stopped()

        def done(written: bool) -> None:
            if written:
                words = "\n".join((f"已导出：{path}", *told))
                tell_written(self.bar(), words, path)
                self._context.text.left_house.emit(f"导出 {path.name}", Occasion.EXPORTED)

        self._task.run(f"正在写 {path.name}……", write, done, self._failed)

    def _knows(self, words: str) -> bool:
        buttons = QMessageBox.StandardButton
        asked = message_box(self._context.parent, "导出定稿", words, "仍要导出吗？")
        asked.setIcon(QMessageBox.Icon.Warning)
        asked.addButton("照此导出", QMessageBox.ButtonRole.AcceptRole)
        asked.addButton(buttons.Cancel)
        asked.exec()
        role = asked.buttonRole(asked.clickedButton())
        return role == QMessageBox.ButtonRole.AcceptRole

    def _failed(self, error: Exception) -> None:
        if not isinstance(error, Trouble):
            raise error
        self.bar().say(f"{error.what}{error.advice}")


def _made(
    analysis: Analysis, opened: Opened | None, edition: Edition, *, draft: bool, margins: bool
) -> tuple[FinalDocx, tuple[MetadataItem, ...]]:
    from editor.files.current_docx import current_docx
    from editor.files.docx_new.final_docx import FinalOptions, write_final_docx
    from editor.files.metadata.docx_metadata import docx_metadata

    current = current_docx(opened, analysis.manuscript) if opened else None
    options = FinalOptions(draft, analysis.blanks, current, margins)
    made = write_final_docx(analysis.manuscript, analysis.outline, edition, options)
    return made, docx_metadata(made.data)
