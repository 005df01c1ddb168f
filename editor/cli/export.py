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
from editor.cli.excerpt import finding_excerpt, more_places
from editor.cli.objects_told import told_lines
from editor.cli.open_file import open_file
from editor.cli.output_path import output_path
from editor.cli.services import CommandServices
from editor.editions.carried import NOTHING_CARRIED, Carried
from editor.editions.carried_layout.undrawn import drawable, with_undrawn
from editor.editions.compose import Measure, Pages, compose
from editor.editions.styles import OFFICIAL
from editor.files.docx_carried.carried_text import carried_text
from editor.files.opened import Opened
from editor.files.write_file import write_file

if TYPE_CHECKING:
    from editor.cli.services import PagesMaker, PdfWriter

EXAMPLE = """例：
  python main.py export 讲话稿.docx -o 定稿.pdf
  python main.py export 讲话稿.txt -o 草稿.docx --draft
  python main.py export 讲话稿.docx -o 定稿.docx --accept

退出码：0 已导出，1 没有导出（有必改项，或有定稿带不全的内容而没有加 --accept；加 --draft
可导出草稿），2 文件读不了"""

_OUTPUTS = {".docx": Output.DOCX, ".pdf": Output.PAPER, ".txt": Output.TEXT}
SHOWN = 5  # places of a kind that are named when the gate refuses


class _Export(NamedTuple):
    """What is to be written: the text read, the file it came from, and where it goes."""

    analysis: Analysis
    opened: Opened
    target: Path
    draft: bool


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("file", metavar="文件")
    parser.add_argument("-o", "--output", required=True, metavar="输出")
    parser.add_argument("--draft", action="store_true", help="导出草稿：每页标“草稿”，标出空项")
    parser.add_argument(
        "--accept",
        action="store_true",
        help="定稿带不全的内容（修订、批注、公式、图表等）我都知道，照此办理",
    )


def run(args: argparse.Namespace, services: CommandServices) -> int:
    """Export; 1 where the gate refuses."""
    target = output_path(args.output, args.file)
    analyzer = SpeechAnalyzer(services.checker())
    opened = open_file(args.file)
    analysis = analyzer.analyze(opened.manuscript)
    output = _OUTPUTS[target.suffix.lower()]
    objects, carried = opened.objects, NOTHING_CARRIED
    if output is not Output.DOCX:
        carried = carried_text(opened, opened.manuscript)
    if output is Output.PAPER:
        carried = drawable(carried, services.draws)
        objects = with_undrawn(objects, carried)
    rows = notices(objects, output)
    verdict = gate(analysis.manuscript, analysis.findings, analysis.blanks, rows)
    if not args.draft and not verdict.passes(verdict.held_kinds if args.accept else ()):
        _refuse(verdict, analysis, analyzer.rules, accepted=args.accept)
        return 1
    made = _Export(analysis, opened, target, args.draft)
    for note in (*told_lines(rows), *_write(made, services.write_pdf, carried)):
        print(note, file=sys.stderr)
    print(f"已导出{'草稿' if args.draft else ''}：{target}")
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


def composer(analysis: Analysis, draft: bool, carried: Carried) -> PagesMaker:
    """A function that lays the pages out once a measure of text is known."""
    blanks = analysis.blanks if draft else ()

    def pages(measure: Measure) -> Pages:
        return compose(
            analysis.manuscript,
            analysis.outline,
            OFFICIAL,
            measure,
            draft=draft,
            blanks=blanks,
            carried=carried,
        )

    return pages


def _write(export: _Export, write_pdf: PdfWriter, carried: Carried) -> list[str]:
    analysis, draft, target = export.analysis, export.draft, export.target
    kind = target.suffix.lower()
    if kind == ".pdf":
        return list(write_pdf(composer(analysis, draft, carried), str(target)))
    if kind == ".txt":
        from editor.files.text_file import final_text

        write_file(target, final_text(analysis.manuscript, carried).encode("utf-8"))
        return []
    from editor.files.current_docx import current_docx
    from editor.files.docx_new.final_docx import FinalOptions, told_left, write_final_docx

    current = current_docx(export.opened, analysis.manuscript)
    options = FinalOptions(draft, analysis.blanks, current)
    made = write_final_docx(analysis.manuscript, analysis.outline, OFFICIAL, options)
    write_file(target, made.data)
    return told_left(made.left)
