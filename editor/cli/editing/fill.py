"""`fill FILE [--values V.toml] [--profile P.toml] -o OUT`: fill blanks from values.

The profile fills what needs no choice (unit, place, session, the only leader of a title);
what it could fill otherwise is told beside the blank that is left.
"""

from __future__ import annotations

import argparse
import sys
import tomllib
from pathlib import Path
from typing import cast

from editor.analysis.side_reader import side_blanks
from editor.blanks.blank_reader import find_blanks
from editor.blanks.fill import fill_values
from editor.blanks.slots import slots_of
from editor.checks.finding import IN_WORD
from editor.cli.excerpt import excerpt_of
from editor.cli.open_file import open_file
from editor.cli.output_path import not_the_source
from editor.cli.profile_option import profile_named
from editor.cli.services import CommandServices
from editor.files.save import save
from editor.files.trouble import Trouble
from editor.manuscript.edits import apply_all
from editor.profile.suggestions import suggest, sure
from editor.profile.unit_profile import Profile

EXAMPLE = """例：
  python main.py fill 讲话稿.txt --values 填空.toml -o 初稿.txt
填空.toml：
  "X工会" = "云川市总工会"      # 同一个空，处处都填
  "20xx年" = ["2025", "2026"]   # 依次填
  python main.py fill 讲话稿.txt --profile 本单位.toml -o 初稿.txt
退出码：0 全部填完，1 还有没填的，2 文件读不了"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("file", metavar="文件")
    parser.add_argument("--values", metavar="值.toml", help="填空单")
    parser.add_argument("--profile", metavar="档案", help="单位档案：TOML 文件或存过的单位名称")
    parser.add_argument("-o", "--output", required=True, metavar="输出")


def run(args: argparse.Namespace, services: CommandServices) -> int:
    """Fill, save a copy, and say what is left."""
    del services
    if not args.values and not args.profile:
        raise Trouble("没有可填的内容。", "请给出填空单（--values）或单位档案（--profile）。")
    not_the_source(Path(args.output), args.file)
    opened = open_file(args.file)
    profile = profile_named(args.profile) if args.profile else Profile()
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
    for one in beside:
        print(f"未填：{one.where}（{IN_WORD}）：{one.blank.text}")
    return int(bool(result.left or beside))


def read_values(path: Path) -> dict[str, str | list[str]]:
    """The values of a TOML file. Raises Trouble where it cannot be used."""
    try:
        raw = tomllib.loads(path.read_text("utf-8-sig"))
    except OSError as error:
        raise Trouble(
            f"填空单打不开：{path}", f"请检查文件名和权限（{error.strerror}）。"
        ) from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise Trouble(
            f"填空单写法不对：{error}", '每行一条：“"X工会" = "云川市总工会"”。'
        ) from error
    values: dict[str, str | list[str]] = {}
    for key, value in raw.items():
        if isinstance(value, list):
            values[key] = [str(one) for one in cast("list[object]", value)]
        else:
            values[key] = str(value)
    return values
