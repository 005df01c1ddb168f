"""`phrases search WORDS [--json]`: look into the phrase bank."""

from __future__ import annotations

import argparse
import json

from editor.cli.services import CommandServices
from editor.storage.user_folder import user_folder
from phrasebank.bank import load_phrase_bank

EXAMPLE = """例：
  python main.py phrases search 技能 竞赛
  python main.py phrases search 结尾 --occasion 动员会 --json"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    below = parser.add_subparsers(dest="action", required=True, metavar="动作")
    search = below.add_parser("search", help="按词查找", epilog=EXAMPLE,
                              formatter_class=argparse.RawTextHelpFormatter)  # fmt: skip
    search.add_argument("words", nargs="+", metavar="词")
    search.add_argument("--occasion", metavar="场合")
    search.add_argument("--part", metavar="部位")
    search.add_argument("--json", action="store_true", help="输出 JSON")


def run(args: argparse.Namespace, services: CommandServices) -> int:
    """Print the hits; 1 where there is none."""
    del services
    bank = load_phrase_bank(own=user_folder() / "phrases.txt")
    hits = bank.search(" ".join(args.words), occasion=args.occasion, part=args.part)
    if args.json:
        data = [
            {
                "id": h.phrase.id,
                "text": h.phrase.text,
                "occasions": list(h.phrase.occasions),
                "part": h.phrase.part,
                "source": h.phrase.source,
                "date": h.phrase.date,
                "checked": h.phrase.checked,
            }
            for h in hits
        ]
        print(json.dumps(data, ensure_ascii=False, indent=1))
    else:
        for hit in hits:
            where = "、".join(hit.phrase.occasions) or "通用"
            source = f"（{hit.phrase.source}，{hit.phrase.date}）" if hit.phrase.source else ""
            print(f"{hit.phrase.text}\n    {where} · {hit.phrase.part}{source}")
        if not hits:
            print("语料库里没有")
    return int(not hits)
