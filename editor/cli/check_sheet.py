"""`check FILE --sheet OUT`: the 校核单 as PDF, docx or plain text."""

from __future__ import annotations

import sys
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from editor.analysis.values import Analysis
from editor.checks.report.ignore_list import IgnoreList
from editor.checks.report.proof_sheet import About
from editor.checks.rules.rule import Rule
from editor.editions.composed_pages import Pages
from editor.editions.report import Report, report_text
from editor.editions.report_pages import compose_report
from editor.editions.text_measure import Measure
from editor.files.document_values import DocumentValues
from editor.files.docx_new.report_docx import write_report_docx
from editor.files.speech_times import FOLDER, from_rows, time_of
from editor.files.write_file import write_file
from editor.manuscript.delivery.several_speeches import speech_at
from editor.manuscript.file_objects import FileObject
from editor.manuscript.outline.sections import Outline
from editor.manuscript.paragraph import Position
from editor.proof_report import make_report
from editor.settings.speaking_rates import SpeakingRates, pace_of_speech
from editor.settings.store import Settings

if TYPE_CHECKING:
    from editor.cli.services import PagesMaker, PdfWriter


def kept_decisions(file: str, settings: Settings) -> IgnoreList:
    """What was set aside in the window for this file."""
    kept = DocumentValues(settings.folder / "ignored").of(Path(file))
    return IgnoreList.from_json(kept)


def sheet_report(
    analysis: Analysis, objects: tuple[FileObject, ...], rules: tuple[Rule, ...], about: About
) -> Report:
    """The report of an analysis and of what the file holds beside its words."""
    return make_report(analysis.checked(objects), rules, about)


def about_file(file: str, outline: Outline, settings: Settings, profile: str) -> About:
    """What heads the sheet, now, from the user's settings; ``profile`` is the perspective."""
    now = datetime.now().isoformat(timespec="minutes")
    author, pace = settings.text("author"), pace_of(file, outline, settings)
    return About(Path(file).name, author, profile, when=now, pace=pace)


def pace_of(file: str, outline: Outline, settings: Settings) -> int:
    """How fast a file's first speech is read, in 字 a minute: as the window estimates it."""
    rows = DocumentValues(settings.folder / FOLDER).of(Path(file))
    kept = time_of(from_rows(rows), speech_at(outline, Position(0, 0)))
    leaders = SpeakingRates(settings.folder)
    return pace_of_speech(kept.leader, kept.pace, leaders) or settings.number("pace")


def write_sheet(report: Report, target: Path, write_pdf: PdfWriter) -> None:
    """Write the sheet in the kind of its ending. Raises Trouble where it cannot."""
    kind = target.suffix.lower()
    if kind == ".pdf":
        for note in write_pdf(_composer(report), str(target)):
            print(note, file=sys.stderr)
    elif kind == ".docx":
        write_file(target, write_report_docx(report))
    else:
        write_file(target, report_text(report).encode("utf-8"))


def _composer(report: Report) -> PagesMaker:
    def pages(measure: Measure) -> Pages:
        return compose_report(report, measure)

    return pages
