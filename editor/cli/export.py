"""`export FILE -o OUT.(docx|pdf|txt)`: the final text through the gate, or a draft."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from editor.analysis.analyzer import SpeechAnalyzer
from editor.analysis.values import Analysis
from editor.checks.report.fates import Output, holding, notices
from editor.checks.report.finding_groups import group
from editor.checks.report.gate import Gate, gate
from editor.checks.rules.rule import Rule
from editor.cli.check_sheet import kept_decisions
from editor.cli.excerpt import finding_excerpt, more_places
from editor.cli.objects_told import objects_in_docx, told_lines
from editor.cli.open_file import add_encoding, open_file
from editor.cli.output_path import output_path
from editor.cli.services import CommandServices
from editor.editions.carried import NOTHING_CARRIED, Carried
from editor.editions.carried_layout.undrawn import drawable, with_undrawn
from editor.editions.compose import Measure, Pages, compose
from editor.editions.styles import Edition
from editor.files.docx_carried.carried_text import carried_text
from editor.files.opened import Opened
from editor.files.write_file import write_file
from editor.settings.store import Settings
from editor.speech_edition import speech_edition

if TYPE_CHECKING:
    from editor.cli.services import PagesMaker, PdfWriter
    from editor.files.docx_new.final_docx import FinalDocx

EXAMPLE = """例：
  python main.py export 讲话稿.docx -o 定稿.pdf
  python main.py export 讲话稿.txt -o 草稿.docx --draft
  python main.py export 讲话稿.docx -o 定稿.docx --accept

退出码：0 已导出，1 没有导出（有必改项，或有定稿带不全的内容而没有加 --accept；加 --draft
可导出草稿），2 文件读不了"""

_OUTPUTS = {".docx": Output.DOCX, ".pdf": Output.PAPER, ".txt": Output.TEXT}
SHOWN = 5  # places of a kind that are named when the gate refuses


class Export(NamedTuple):
    """What is to be written: the text read, its final as a docx, what pages carry of the file."""

    analysis: Analysis
    target: Path
    draft: bool
    docx: bytes
    carried: Carried
    margins: bool
    edition: Edition


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("file", metavar="文件")
    add_encoding(parser)
    parser.add_argument("-o", "--output", required=True, metavar="输出")
    parser.add_argument("--draft", action="store_true", help="导出草稿：每页标“草稿”，标出空项")
    parser.add_argument(
        "--accept",
        action="store_true",
        help="定稿带不全的内容（修订、批注、隐藏文字等）我都知道，照此办理",
    )
    parser.add_argument(
        "--headers",
        action="store_true",
        help="带上原稿的页眉页脚，不用公文版的页码",
    )


def run(args: argparse.Namespace, services: CommandServices) -> int:
    """Export; 1 where the gate refuses."""
    target = output_path(args.output, args.file)
    analyzer = SpeechAnalyzer(services.checker())
    opened = open_file(args.file, args.encoding)
    settings = Settings()
    edition = speech_edition(settings)
    analyzer.ignored = kept_decisions(args.file, settings)  # as the window's gate does
    analysis = analyzer.analyze(opened.manuscript)
    output = _OUTPUTS[target.suffix.lower()]
    objects, carried, data = opened.objects, NOTHING_CARRIED, b""
    if output is Output.DOCX:
        output = Output.DOCX_MARGINS if args.headers else output
        data, left = _final(opened, analysis, edition, args)
        objects = objects_in_docx(objects, left)
    else:
        carried = carried_text(opened, opened.manuscript)
    if output is Output.PAPER:
        output = Output.PAPER_MARGINS if args.headers else output
        carried = drawable(carried, services.draws)
        objects = with_undrawn(objects, carried)
    rows = notices(objects, output)
    verdict = gate(analysis.manuscript, analysis.findings, analysis.blanks, rows, analysis.unlooked)
    if not args.draft and not verdict.passes(verdict.held_kinds if args.accept else ()):
        _refuse(verdict, analysis, analyzer.rules, accepted=args.accept)
        return 1
    made = Export(analysis, target, args.draft, data, carried, args.headers, edition)
    for note in (*told_lines(rows), *_write(made, services.write_pdf)):
        print(note, file=sys.stderr)
    print(f"已导出{'草稿' if args.draft else ''}：{target}")
    if analysis.aside:
        print(f"在窗口里定过不用改的 {len(analysis.aside)} 处，照原样导出", file=sys.stderr)
    return 0


def _refuse(verdict: Gate, analysis: Analysis, rules: Sequence[Rule], *, accepted: bool) -> None:
    """Say what holds the text up, and what to do about it."""
    if verdict.must:
        print(f"没有导出：还有 {len(verdict.must)} 处必改。", file=sys.stderr)
    for one in group(verdict.must, rules):
        print(f"【{one.title}】{len(one.findings)} 处", file=sys.stderr)
        for finding in one.findings[:SHOWN]:
            print(f"    {finding_excerpt(analysis.manuscript, finding)}", file=sys.stderr)
        if more := more_places(analysis.manuscript, one.findings[SHOWN:]):
            print(f"    {more}", file=sys.stderr)
    held = () if accepted else holding(verdict.notices)
    if held:
        first = "" if verdict.must else "没有导出："
        print(f"{first}文稿里另有 {len(held)} 种内容，定稿里不会照原样：", file=sys.stderr)
    for line in told_lines(held):
        print(line, file=sys.stderr)
    advice = ["改完再导出"] if verdict.must else []
    advice += ["看过、照此办理的，加 --accept"] if held else []
    print(f"{'；'.join(advice)}；或加 --draft 导出草稿。", file=sys.stderr)


def composer(export: Export) -> PagesMaker:
    """A function that lays the pages out once a measure of text is known."""
    analysis, draft = export.analysis, export.draft
    blanks = analysis.blanks if draft else ()

    def pages(measure: Measure) -> Pages:
        return compose(
            analysis.manuscript,
            analysis.outline,
            export.edition,
            measure,
            draft=draft,
            blanks=blanks,
            carried=export.carried,
            margins=export.margins,
        )

    return pages


def _final(
    opened: Opened, analysis: Analysis, edition: Edition, args: argparse.Namespace
) -> FinalDocx:
    from editor.files.current_docx import current_docx
    from editor.files.docx_new.final_docx import FinalDocx, FinalOptions, write_final_docx
    from editor.files.metadata.docx_without import docx_without
    from editor.files.metadata.metadata_item import MetadataKind

    current = current_docx(opened, analysis.manuscript)
    options = FinalOptions(args.draft, analysis.blanks, current, args.headers)
    made = write_final_docx(analysis.manuscript, analysis.outline, edition, options)
    # Nobody is asked here: nothing goes along.
    return FinalDocx(docx_without(made.data, set(MetadataKind)), made.left)


def _write(export: Export, write_pdf: PdfWriter) -> list[str]:
    kind = export.target.suffix.lower()
    if kind == ".pdf":
        pages = composer(export)
        return list(write_pdf(pages, str(export.target)))
    if kind == ".txt":
        from editor.files.text_file import final_text

        words = final_text(export.analysis.manuscript, export.carried)
        write_file(export.target, words.encode("utf-8"))
        return []
    write_file(export.target, export.docx)
    return []
