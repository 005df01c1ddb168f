"""`export FILE -o OUT.(docx|pdf|txt)`: the final text through the gate, or a draft."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from editor.analysis.analyzer import SpeechAnalyzer
from editor.analysis.values import Analysis
from editor.checks.report.finding_groups import group
from editor.checks.report.gate import gate
from editor.checks.rules.rule import Rule
from editor.cli.excerpt import excerpt_of
from editor.cli.output_path import output_path
from editor.cli.services import CommandServices
from editor.editions.compose import Measure, Pages, compose
from editor.editions.styles import OFFICIAL
from editor.files.open import open_document
from editor.files.write_file import write_file

if TYPE_CHECKING:
    from editor.cli.services import PagesMaker, PdfWriter

EXAMPLE = """例：
  python main.py export 讲话稿.docx -o 定稿.pdf
  python main.py export 讲话稿.txt -o 草稿.docx --draft

退出码：0 已导出，1 有必改项没有导出（加 --draft 可导出草稿），2 文件读不了"""

SHOWN = 5  # places of a kind that are named when the gate refuses


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("file", metavar="文件")
    parser.add_argument("-o", "--output", required=True, metavar="输出")
    parser.add_argument("--draft", action="store_true", help="导出草稿：每页标“草稿”，标出空项")


def run(args: argparse.Namespace, services: CommandServices) -> int:
    """Export; 1 where the gate refuses."""
    target = output_path(args.output, args.file)
    analyzer = SpeechAnalyzer(services.checker())
    analysis = analyzer.analyze(open_document(args.file).manuscript)
    if not args.draft and _refused(analysis, analyzer.rules):
        return 1
    for note in _write(analysis, target, args.draft, services.write_pdf):
        print(note, file=sys.stderr)
    print(f"已导出{'草稿' if args.draft else ''}：{target}")
    return 0


def _refused(analysis: Analysis, rules: Sequence[Rule]) -> bool:
    verdict = gate(analysis.manuscript, analysis.findings, analysis.blanks)
    if not verdict.must:
        return False
    print(f"没有导出：还有 {len(verdict.must)} 处必改。", file=sys.stderr)
    for one in group(verdict.must, rules):
        print(f"【{one.title}】{len(one.findings)} 处", file=sys.stderr)
        for finding in one.findings[:SHOWN]:
            print(f"    {excerpt_of(analysis.manuscript, finding.span)}", file=sys.stderr)
        if len(one.findings) > SHOWN:
            print(f"    …… 另有 {len(one.findings) - SHOWN} 处", file=sys.stderr)
    print("改完再导出，或加 --draft 导出草稿。", file=sys.stderr)
    return True


def composer(analysis: Analysis, draft: bool) -> PagesMaker:
    """A function that lays the pages out once a measure of text is known."""
    blanks = analysis.blanks if draft else ()

    def pages(measure: Measure) -> Pages:
        return compose(
            analysis.manuscript, analysis.outline, OFFICIAL, measure, draft=draft, blanks=blanks
        )

    return pages


def _write(analysis: Analysis, target: Path, draft: bool, write_pdf: PdfWriter) -> list[str]:
    kind = target.suffix.lower()
    if kind == ".pdf":
        return list(write_pdf(composer(analysis, draft), str(target)))
    if kind == ".txt":
        from editor.files.text_file import final_text

        write_file(target, final_text(analysis.manuscript).encode("utf-8"))
        return []
    from editor.files.docx_new.final_docx import write_final_docx

    blanks = analysis.blanks if draft else ()
    data = write_final_docx(
        analysis.manuscript, analysis.outline, OFFICIAL, draft=draft, blanks=blanks
    )
    write_file(target, data)
    return []
