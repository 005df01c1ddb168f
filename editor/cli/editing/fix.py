"""`fix FILE -o OUT [--rule R] [--json]`: make the corrections that the checks are sure of."""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from difflib import get_close_matches
from pathlib import Path

from editor.analysis.analyzer import SpeechAnalyzer
from editor.checks.finding import IN_WORD, Finding, Severity
from editor.checks.report.finding_fixes import NUMBERS, fixes_of
from editor.checks.rules.rule import Rule
from editor.cli.check_sheet import kept_decisions
from editor.cli.editing.fixing import Fixed, Fixing
from editor.cli.editing.text_changes import Change
from editor.cli.excerpt import change_excerpt, excerpt_of, finding_data, finding_excerpt, place_of
from editor.cli.open_file import add_encoding, open_file
from editor.cli.output_path import not_the_source
from editor.cli.profile_option import perspective_of
from editor.cli.services import CommandServices
from editor.files.save import save
from editor.files.trouble import Trouble
from editor.manuscript.manuscript import Manuscript
from editor.manuscript.paragraph import Span
from editor.settings.store import Settings

EXAMPLE = """例：
  python main.py fix 讲话稿.docx -o 改后.docx
  python main.py fix 讲话稿.txt -o 改后.txt --rule punctuation
  python main.py fix 讲话稿.txt -o 改后.txt --rule wording/fazhi --rule punctuation/dash
不写 --rule：有把握的（必改的）都改；写了：只改这几条、这几类里改得了的，请看、提示的也改。
序号由 renumber 改，没填的空由 fill 填。

退出码：0 改后没有必改项，1 还有必改项，2 文件读不了"""
_SHOWN = 20  # places of a rule that are listed; --json lists all


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("file", metavar="文件")
    add_encoding(parser)
    parser.add_argument("-o", "--output", required=True, metavar="输出")
    rule = "只改这一条（punctuation/half-width）、这一类（punctuation）；可以写几个"
    parser.add_argument("--rule", action="append", default=[], metavar="规则", help=rule)
    parser.add_argument("--json", action="store_true", help="输出 JSON")
    parser.add_argument("--profile", metavar="档案", help="单位档案：TOML 文件或存过的单位名称")
    parser.add_argument("--year", type=int, metavar="年份", help="按哪一年核对提法，默认今年")


def run(args: argparse.Namespace, services: CommandServices) -> int:
    """Mend, save a copy, and say what was changed and what is left; 1 where 必改 is left."""
    not_the_source(Path(args.output), args.file)
    analyzer = SpeechAnalyzer(services.checker())
    chosen = rules_named(args.rule, analyzer.rules)
    opened = open_file(args.file, args.encoding)
    analyzer.perspective = perspective_of(args.profile, args.year)
    analyzer.ignored = kept_decisions(args.file, Settings())  # what the writer said is right
    fixed = Fixing(analyzer, chosen).fix(opened.manuscript)
    for note in save(opened, fixed.analysis.manuscript, args.output).notes:
        print(note, file=sys.stderr)
    if args.json:
        data = _as_data(opened.manuscript, fixed)
        print(json.dumps(data, ensure_ascii=False, indent=1))
    else:
        _print_changes(opened.manuscript, fixed, analyzer.rules)
        _print_left(fixed, analyzer.rules)
    return int(any(f.severity is Severity.MUST for f in fixed.analysis.findings))


def rules_named(words: Sequence[str], rules: Sequence[Rule]) -> frozenset[str]:
    """The ids of rules named by id, family or title. Raises Trouble where a word names none."""
    found = set[str]()
    for word in words:
        named = {r.id for r in rules if word.strip("/") in (r.id, r.family, r.title)}
        if not named:
            known = sorted({name for r in rules for name in (r.family, r.id, r.title)})
            near = get_close_matches(word, known, 3) or sorted({r.family for r in rules})
            raise Trouble(f"没有这条规则：{word}", f"您要的可能是：{'、'.join(near)}。")
        found |= named
    return frozenset(found)


def _as_data(before: Manuscript, fixed: Fixed) -> dict[str, object]:
    analysis = fixed.analysis
    return {
        "changes": [
            {
                "rules": list(one.rules),
                "place": place_of(before, Span(*one.start, one.start.offset)),
                "paragraph": one.start.paragraph,
                "start": one.start.offset,
                "before": one.before,
                "after": one.after,
            }
            for one in fixed.changes
        ],
        "findings": [
            finding_data(analysis.manuscript, f)
            | {"fixable": bool(fixes_of(f, analysis.manuscript))}
            for f in analysis.findings
        ],
        "doubted": [
            {"paragraph": s.paragraph, "start": s.start, "end": s.end} for s in fixed.doubted
        ],
    }


def _print_changes(before: Manuscript, fixed: Fixed, rules: Sequence[Rule]) -> None:
    titles = {r.id: r.title for r in rules}
    rows: dict[str, list[Change]] = {}
    for one in fixed.changes:
        rows.setdefault("、".join(titles[r] for r in one.rules), []).append(one)
    for title, changes in rows.items():
        print(f"【{title}】改了 {len(changes)} 处")
        for one in changes[:_SHOWN]:
            print(f"    {change_excerpt(before, one.start, one.before, one.after)}")
        if len(changes) > _SHOWN:
            print(f"    …… 另有 {len(changes) - _SHOWN} 处（加 --json 逐处列出）")
    print(f"共改了 {len(fixed.changes)} 处" if fixed.changes else "没有要改、又改得了的地方")
    if fixed.doubted:
        print(
            f"可能是成批替换的词 {len(fixed.doubted)} 处，拿不准，没有动（加 --rule spun 就改）："
        )
        for span in fixed.doubted[:_SHOWN]:
            print(f"    {excerpt_of(before, span)}")
        if len(fixed.doubted) > _SHOWN:
            print(f"    …… 另有 {len(fixed.doubted) - _SHOWN} 处")


def _print_left(fixed: Fixed, rules: Sequence[Rule]) -> None:
    m, findings = fixed.analysis.manuscript, fixed.analysis.findings
    if not findings:
        print("改后没有要改的地方")
        return
    counts = "  ".join(f"{s.value} {sum(f.severity is s for f in findings)}" for s in Severity)
    able = [f for f in findings if fixes_of(f, m) and f.rule not in NUMBERS]
    print(f"改后还有：{counts}，其中 {len(findings) - len(able)} 处没有现成的改法")
    for line in _what_to_do(findings):
        print(f"    {line}")
    by_hand = [f for f in findings if f.severity is Severity.MUST and _by_hand(f, m)]
    for finding in by_hand[:_SHOWN]:
        print(f"    自己改：{finding_excerpt(m, finding)}  {finding.message}")
    if len(by_hand) > _SHOWN:
        print(f"    …… 另有 {len(by_hand) - _SHOWN} 处")
    titles = {r.id: r.title for r in rules}
    if able:
        print(f"改得了、没有动的 {len(able)} 处，看过再定（加 --rule 就改）：")
    for rule, number in Counter(f.rule for f in able).most_common():
        print(f"    {titles[rule]}  {number} 处  --rule {rule}")
    if not fixed.settled:
        print("还有几处没有改完：怕连没填的空一起改掉，或是改了一处又出一处，请自己看一看。")


def _by_hand(finding: Finding, manuscript: Manuscript) -> bool:
    other = finding.rule in NUMBERS or finding.rule.startswith("blanks/") or finding.side
    return not other and not fixes_of(finding, manuscript)


def _what_to_do(findings: Sequence[Finding]) -> Iterator[str]:
    """What mends that no fix mends, by another command or by hand."""
    numbers = sum(f.rule in NUMBERS for f in findings)
    blanks = sum(f.rule.startswith("blanks/") for f in findings)
    beside = sum(f.side is not None for f in findings)
    if blanks:
        yield f"没填的空 {blanks} 处：用 fill 填"
    if numbers:
        yield f"序号 {numbers} 处：用 renumber 重排"
    if beside:
        yield f"页眉页脚、脚注、批注等处 {beside} 处：{IN_WORD}"
