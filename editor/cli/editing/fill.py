"""`fill FILE [--values V.toml] [--profile P.toml] -o OUT`: fill blanks from values.

`fill FILE --list V.toml` makes the 填空单 to be filled in first.

The profile fills what needs no choice (unit, place, session, the only leader of a title);
what it could fill otherwise is told beside the blank that is left.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable
from pathlib import Path

from editor.analysis.side_reader import SideBlank, side_blanks
from editor.blanks.blank_reader import find_blanks
from editor.blanks.fill import fill_values
from editor.blanks.slots import slots_of
from editor.checks.finding import IN_WORD
from editor.cli.editing.values_file import read_values, values_form
from editor.cli.excerpt import excerpt_of
from editor.cli.open_file import add_encoding, open_file
from editor.cli.output_path import not_the_source
from editor.cli.profile_option import profile_named
from editor.cli.services import CommandServices
from editor.files.opened import Opened
from editor.files.save import save
from editor.files.trouble import Trouble
from editor.files.write_file import write_file
from editor.manuscript.edits import apply_all
from editor.profile.suggestions import suggest, sure
from editor.profile.unit_profile import Profile

EXAMPLE = """例：
  python main.py fill 讲话稿.txt --list 填空.toml      # 列出要填的空，填好再填进去：
  python main.py fill 讲话稿.txt --values 填空.toml -o 初稿.txt
填空.toml（也可以自己写）：
  "X工会" = "云川市总工会"      # 同一个空，处处都填
  "20xx年" = ["2025", "2026"]   # 依次填，留空的不填
  python main.py fill 讲话稿.txt --profile 本单位.toml -o 初稿.txt
退出码：0 全部填完（或填空单列好了），1 还有没填的，2 文件读不了"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("file", metavar="文件")
    add_encoding(parser)
    parser.add_argument("--values", metavar="值.toml", help="填空单")
    parser.add_argument("--profile", metavar="档案", help="单位档案：TOML 文件或存过的单位名称")
    parser.add_argument("-o", "--output", metavar="输出")
    parser.add_argument("--list", metavar="值.toml", help="不填，把要填的空列成填空单")


def run(args: argparse.Namespace, services: CommandServices) -> int:
    """List the blanks, or fill them, save a copy, and say what is left."""
    del services
    target = Path(_wanted(args))
    not_the_source(target, args.file)
    opened = open_file(args.file, args.encoding)
    profile = profile_named(args.profile) if args.profile else Profile()
    if args.list:
        slots = slots_of(opened.manuscript, find_blanks(opened.manuscript))
        write_file(target, values_form(opened.manuscript, slots, profile).encode("utf-8"))
        print(f"要填的空 {sum(len(s.blanks) for s in slots if s.sure)} 处，填空单已存：{target}")
        _tell_beside(side_blanks(opened.manuscript))
        return 0
    return _fill(opened, args, profile)


def _wanted(args: argparse.Namespace) -> str:
    """Where to write. Raises Trouble where the options do not say what is wanted."""
    if args.list and args.output:
        raise Trouble("列填空单和填空要分两次。", "先用 --list 列出来，填好再用 --values 和 -o。")
    if args.list:
        return args.list
    if not args.output:
        raise Trouble("没有说存到哪里。", "请加 -o 写明输出文件，或用 --list 列出填空单。")
    if not args.values and not args.profile:
        raise Trouble("没有可填的内容。", "请给出填空单（--values）或单位档案（--profile）。")
    return args.output


def _fill(opened: Opened, args: argparse.Namespace, profile: Profile) -> int:
    slots = slots_of(opened.manuscript, find_blanks(opened.manuscript))
    values = read_values(Path(args.values)) if args.values else {}
    told = set(values)
    open_slots = [s for s in slots if s.sure and s.key not in values]
    values |= {s.key: v for s in open_slots if (v := sure(s, profile))}
    result = fill_values(opened.manuscript, values)
    filled = apply_all(opened.manuscript, result.edits)
    for note in save(opened, filled, args.output).notes:
        print(note, file=sys.stderr)
    to_text = Path(args.output).suffix.lower() == ".txt"  # which has no headers and notes
    beside = [] if to_text else side_blanks(opened.manuscript)
    print(f"填了 {len(result.edits)} 处，还有 {len(result.left) + len(beside)} 处没填")
    for key in result.unused:
        if key in told:
            print(f"没有用上的值：{key}")
    offers = {blank.span: suggest(slot, profile) for slot in slots for blank in slot.blanks}
    for blank in result.left:
        where = excerpt_of(opened.manuscript, blank.span) + blank.note
        offer = "、".join(offers.get(blank.span, ()))
        print(f"未填：{where}" + (f"　可填：{offer}" if offer else ""))
    for blank in result.unsure:
        print(f"可能没填（没有动）：{excerpt_of(opened.manuscript, blank.span)}")
    _tell_beside(beside)
    return int(bool(result.left or beside))


def _tell_beside(beside: Iterable[SideBlank]) -> None:
    for one in beside:
        print(f"未填：{one.where}（{IN_WORD}）：{one.blank.text}")
