"""`renumber FILE -o OUT [--counts]`: put the numbers of headings in order, as the tree does.

A docx's automatic numbers are Word's own and count themselves; the count in a sentence that
announces them is typed, and offered like those of typed numbers.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path

from editor.analysis.analyzer import SpeechAnalyzer
from editor.blanks.blank import BlankKind
from editor.checks.finding import Severity
from editor.checks.report.finding_fixes import NUMBERS
from editor.cli.excerpt import change_excerpt, finding_data, finding_excerpt, place_of
from editor.cli.open_file import add_encoding, open_file
from editor.cli.output_path import not_the_source
from editor.cli.services import CommandServices
from editor.files.save import save
from editor.manuscript.edits import apply_all, from_last
from editor.manuscript.enumeration.renumber import Renumbering, renumber
from editor.manuscript.manuscript import Manuscript
from editor.manuscript.outline.reader import outline_of

EXAMPLE = """例：
  python main.py renumber 讲话稿.docx -o 改后.docx
  python main.py renumber 讲话稿.txt -o 改后.txt --counts
只改打上去的序号；Word 自动编的号由 Word 自己接着数。--counts：“讲三点意见”“以上三点”这样的
数目也照实际项数改，不加就只列出来。

退出码：0 改后序号没有必改项，1 还有，2 文件读不了"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("file", metavar="文件")
    add_encoding(parser)
    parser.add_argument("-o", "--output", required=True, metavar="输出")
    parser.add_argument("--counts", action="store_true", help="“讲三点意见”这样的数目也照实改")
    parser.add_argument("--json", action="store_true", help="输出 JSON")


def run(args: argparse.Namespace, services: CommandServices) -> int:
    """Renumber, save a copy, and tell each change; 1 where a number is still 必改."""
    not_the_source(Path(args.output), args.file)
    opened = open_file(args.file, args.encoding)
    manuscript = opened.manuscript
    every = renumber(manuscript, outline_of(manuscript))
    done = [one for one in every if args.counts or not one.announced]
    left = [one for one in every if one not in done]
    after = apply_all(manuscript, from_last(one.edit for one in done))
    for note in save(opened, after, args.output).notes:
        print(note, file=sys.stderr)
    analysis = SpeechAnalyzer(services.checker()).analyze(after)
    findings = [f for f in analysis.findings if f.rule in NUMBERS]
    if args.json:
        data: dict[str, object] = {"changes": _as_data(manuscript, done)}
        data["counts"] = _as_data(manuscript, left)
        data["findings"] = [finding_data(after, f) for f in findings]
        print(json.dumps(data, ensure_ascii=False, indent=1))
    else:
        _print(manuscript, done, left)
        if every and any(b.kind is BlankKind.ELIDED for b in analysis.blanks):
            print("文中有被截去的地方，少的序号可能就在那里：补全以后再核对一遍。")
        if findings:
            print(f"改后还有 {len(findings)} 处序号、数目要看：")
        for finding in findings:
            print(f"    {finding_excerpt(after, finding)}  {finding.message}")
    return int(any(f.severity is Severity.MUST for f in findings))


def _print(m: Manuscript, done: Sequence[Renumbering], left: Sequence[Renumbering]) -> None:
    for one in done:
        print(f"    {change_excerpt(m, one.span.head, one.old, one.new)}")
    print(f"改了 {len(done)} 处序号" if done else "没有要改的序号")
    if left:
        print(f"前面说的数目和实际项数对不上的 {len(left)} 处，没有动（加 --counts 照实改）：")
    for one in left:
        print(f"    {change_excerpt(m, one.span.head, one.old, one.new)}")


def _as_data(m: Manuscript, rows: Sequence[Renumbering]) -> list[dict[str, object]]:
    return [
        {
            "place": place_of(m, one.span),
            "paragraph": one.span.paragraph,
            "start": one.span.start,
            "before": one.old,
            "after": one.new,
            "announced": one.announced,
        }
        for one in rows
    ]
