"""`check FILE [--profile P] [--year N] [--json] [--sheet OUT]`: findings, verdict, 校核单."""

from __future__ import annotations

import argparse
import json
import sys

from editor.analysis.analyzer import SpeechAnalyzer
from editor.blanks.blank import Blank
from editor.checks.finding import Finding, Severity
from editor.checks.report.finding_groups import group
from editor.cli.check_sheet import about_file, kept_decisions, sheet_report, write_sheet
from editor.cli.excerpt import excerpt_of
from editor.cli.output_path import output_path
from editor.cli.profile_option import perspective_of
from editor.cli.services import CommandServices
from editor.files.open import open_document
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
    manuscript = open_document(args.file).manuscript
    analyzer = SpeechAnalyzer(services.checker())
    analyzer.perspective = perspective_of(args.profile, args.year)
    if target:
        # The sheet tells what was set aside in the window; list and exit code agree with it.
        analyzer.ignored = kept_decisions(args.file, Settings())
    analysis = analyzer.analyze(manuscript)
    must = any(f.severity is Severity.MUST for f in analysis.findings)
    if args.json:
        print(
            json.dumps(_as_data(analysis.findings, analysis.blanks), ensure_ascii=False, indent=1)
        )
    else:
        _print(analysis.manuscript, analysis.findings)
    if target:
        about = about_file(args.file, Settings(), analyzer.perspective.words)
        write_sheet(sheet_report(analysis, analyzer.rules, about), target, services.write_pdf)
        print(f"校核单已存：{target}", file=sys.stderr)
    return int(must)


def _as_data(findings: tuple[Finding, ...], blanks: tuple[Blank, ...]) -> dict[str, object]:
    return {
        "findings": [
            {
                "rule": f.rule,
                "severity": f.severity.value,
                "paragraph": f.span.paragraph,
                "start": f.span.start,
                "end": f.span.end,
                "excerpt": f.excerpt,
                "message": f.message,
            }
            for f in findings
        ],
        "blanks": [
            {
                "kind": b.kind.value,
                "slot": b.slot,
                "paragraph": b.span.paragraph,
                "start": b.span.start,
                "end": b.span.end,
                "text": b.text,
            }
            for b in blanks
        ],
    }


def _print(manuscript: Manuscript, findings: tuple[Finding, ...]) -> None:
    counts = {s: sum(f.severity is s for f in findings) for s in Severity}
    for severity in Severity:
        for one in group([f for f in findings if f.severity is severity]):
            print(f"【{severity.value}】{one.title}（{len(one.findings)} 处）")
            for finding in one.findings[:5]:
                print(f"    {excerpt_of(manuscript, finding.span)}  {finding.message}")
            if len(one.findings) > 5:
                print(f"    …… 另有 {len(one.findings) - 5} 处")
    print("  ".join(f"{s.value} {n}" for s, n in counts.items()) if findings else "没有要改的地方")
