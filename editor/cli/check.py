"""`check FILE [--profile P] [--year N] [--json] [--sheet OUT]`: findings, verdict, 校核单."""

from __future__ import annotations

import argparse
import json
import sys

from editor.analysis.analyzer import SpeechAnalyzer
from editor.analysis.values import Analysis
from editor.checks.finding import Finding, Severity
from editor.checks.report.fates import left_behind, not_looked_at, notices
from editor.checks.report.finding_groups import group
from editor.cli.check_sheet import about_file, kept_decisions, sheet_report, write_sheet
from editor.cli.excerpt import finding_data, finding_excerpt, more_places, place_of
from editor.cli.objects_told import object_data, objects_of_outputs, told_lines
from editor.cli.open_file import add_encoding, open_file
from editor.cli.output_path import output_path
from editor.cli.profile_option import perspective_of
from editor.cli.services import CommandServices
from editor.manuscript.file_objects import FileObject
from editor.manuscript.manuscript import Manuscript
from editor.settings.store import Settings

EXAMPLE = """例：
  python main.py check 讲话稿.docx
  python main.py check 讲话稿.txt --json > 结果.json
  python main.py check 范文.txt --profile 本单位.toml --year 2026
  python main.py check 讲话稿.docx --sheet 校核单.pdf

退出码：0 没有必改项，1 有必改项，2 文件读不了"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("file", metavar="文件")
    add_encoding(parser)
    parser.add_argument("--json", action="store_true", help="输出 JSON")
    parser.add_argument(
        "--profile", metavar="档案", help="单位档案：TOML 文件，或窗口里存过的单位名称"
    )
    parser.add_argument("--year", type=int, metavar="年份", help="按哪一年核对提法，默认今年")
    sheet = "另存校核单（docx、pdf 或 txt）"
    parser.add_argument("--sheet", metavar="输出", help=sheet)


def run(args: argparse.Namespace, services: CommandServices) -> int:
    """Print the findings; 1 where something is 必改."""
    target = output_path(args.sheet, args.file) if args.sheet else None
    opened = open_file(args.file, args.encoding)
    analyzer = SpeechAnalyzer(services.checker())
    analyzer.perspective = perspective_of(args.profile, args.year)
    if target:
        # The sheet tells what was set aside in the window; list and exit code agree with it.
        analyzer.ignored = kept_decisions(args.file, Settings())
    analysis = analyzer.analyze(opened.manuscript)
    must = any(f.severity is Severity.MUST for f in analysis.findings)
    objects = objects_of_outputs(opened, analysis, services.draws)
    if args.json:
        print(json.dumps(_as_data(analysis, objects), ensure_ascii=False, indent=1))
    else:
        _print(analysis.manuscript, analysis.findings)
        _print_objects(objects)
        print(_verdict(analysis.findings, objects))
    if target:
        about = about_file(args.file, analysis.outline, Settings(), analyzer.perspective.words)
        report = sheet_report(analysis, objects, analyzer.rules, about)
        write_sheet(report, target, services.write_pdf)
        print(f"校核单已存：{target}", file=sys.stderr)
    return int(must)


def _as_data(analysis: Analysis, objects: tuple[FileObject, ...]) -> dict[str, object]:
    m = analysis.manuscript
    return {
        "findings": [finding_data(m, f) for f in analysis.findings],
        "blanks": [
            {
                "kind": b.kind.value,
                "slot": b.slot,
                "place": place_of(m, b.span),
                "paragraph": b.span.paragraph,
                "start": b.span.start,
                "end": b.span.end,
                "text": b.text,
                "sure": b.sure,
            }
            for b in (*analysis.blanks, *analysis.unsure)
        ]
        + [
            {
                "kind": b.blank.kind.value,
                "slot": b.blank.slot,
                "place": b.place,
                "paragraph": b.paragraph,
                "start": len(m.paragraphs[b.paragraph].text),
                "end": len(m.paragraphs[b.paragraph].text),
                "text": b.blank.text,
                "sure": True,
            }
            for b in analysis.blanks_beside
        ],
        "objects": [object_data(one) for one in objects],
    }


def _print(manuscript: Manuscript, findings: tuple[Finding, ...]) -> None:
    for severity in Severity:
        for one in group([f for f in findings if f.severity is severity]):
            print(f"【{severity.value}】{one.title}（{len(one.findings)} 处）")
            for finding in one.findings[:5]:
                print(f"    {finding_excerpt(manuscript, finding)}  {finding.message}")
            if more := more_places(manuscript, one.findings[5:]):
                print(f"    {more}")


def _print_objects(objects: tuple[FileObject, ...]) -> None:
    rows = notices(objects)
    if rows:
        print("文稿里另有：")
    for line in told_lines(rows):
        print(f"  {line}")
    if unseen := not_looked_at(rows):
        print(f"  没有检查：{unseen}")


def _verdict(findings: tuple[Finding, ...], objects: tuple[FileObject, ...]) -> str:
    if findings:
        counts = {s: sum(f.severity is s for f in findings) for s in Severity}
        return "  ".join(f"{s.value} {n}" for s, n in counts.items())
    if left_behind(notices(objects)):
        return "查过的文字里没有要改的；上面列的没有查到或定稿带不全，付印前请逐处看过。"
    return "没有要改的地方"
