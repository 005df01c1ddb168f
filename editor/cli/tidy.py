"""`tidy FILE -o OUT [--receipt R.json] [--doubtful]`: take out what is not the speech."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

from editor.cli.open_file import add_encoding, open_file
from editor.cli.output_path import not_the_source
from editor.cli.services import CommandServices
from editor.files.save import save
from editor.files.trouble import Trouble
from editor.files.write_file import write_file
from editor.intake.receipt import Receipt
from editor.intake.receipt_kinds import label_of
from editor.intake.tidy import tidy

EXAMPLE = """例：
  python main.py tidy 范文.txt -o 净稿.txt --receipt 清单.json"""
_SHOWN = 40  # characters of a doubtful place


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("file", metavar="文件")
    add_encoding(parser)
    parser.add_argument("-o", "--output", required=True, metavar="输出")
    parser.add_argument("--receipt", metavar="清单.json", help="把每一处改动写进清单")
    parser.add_argument("--doubtful", action="store_true", help="拿不准的也一并清理")


def run(args: argparse.Namespace, services: CommandServices) -> int:
    """Clean, save a copy, and say what went."""
    del services
    not_the_source(Path(args.output), args.file)
    opened = open_file(args.file, args.encoding)
    receipt = tidy(opened.manuscript, docx=opened.breaks_are_meant)
    items = receipt.items if args.doubtful else receipt.sure
    if not receipt.balanced(items):
        raise Trouble("清理前后的字数对不上，没有保存。", "请把这份范文发给我们；原文件没有动。")
    if args.receipt:  # first, so that nothing is cleaned without its receipt
        data = json.dumps(as_data(receipt), ensure_ascii=False, indent=1)
        write_file(Path(args.receipt), data.encode("utf-8"))
    for note in save(opened, receipt.clean(items), args.output).notes:
        print(note, file=sys.stderr)
    for kind, number in receipt.kinds(items).items():
        print(f"{label_of(kind)}  {number} 处")
    print(f"共改动 {len(items)} 处" if items else "没有要清理的内容")
    if len(items) < len(receipt.items):
        _list_doubtful(receipt)
    return 0


def _list_doubtful(receipt: Receipt) -> None:
    print(f"拿不准的 {len(receipt.doubtful)} 处没有动，请看一看（加 --doubtful 一并清理）：")
    for item in receipt.doubtful:
        words = item.before.strip().replace("\n", "↵")
        words = words if len(words) <= _SHOWN else words[: _SHOWN - 1] + "…"
        print(f"  第 {item.paragraph + 1} 段：〔{words}〕 {item.why}")


def as_data(receipt: Receipt) -> list[dict[str, object]]:
    """The receipt as plain data: places count in the raw text's paragraphs."""
    return [
        {
            "kind": item.kind,
            "start": list(item.start),
            "end": list(item.end),
            "before": item.before,
            "after": item.after,
            "why": item.why,
            "sure": item.sure,
        }
        for item in receipt.items
    ]
