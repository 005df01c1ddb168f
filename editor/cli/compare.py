"""`compare OLD NEW [--json]`: what makes the new file of the old one; exit code 1 if anything."""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from dataclasses import asdict

from editor.cli.open_file import add_encoding, open_file
from editor.cli.services import CommandServices
from editor.manuscript.comparison.compare import Comparison, DifferenceKind, TextChange, compare
from editor.manuscript.comparison.provenance import kept_shares
from editor.manuscript.comparison.section_pairs import (
    SectionPair,
    SectionStatus,
    heading_words,
    path_words,
    section_pairs,
)
from editor.manuscript.outline.reader import outline_of
from editor.manuscript.outline.sections import Outline

EXAMPLE = """例：
  python main.py compare 第1稿.docx 第2稿.docx
  python main.py compare 我的稿.docx 同事改的.docx --json"""

WORDS = {
    DifferenceKind.REWORDED: "改",
    DifferenceKind.ADDED: "增",
    DifferenceKind.REMOVED: "删",
    DifferenceKind.MOVED: "移",
    DifferenceKind.SPLIT: "拆",
    DifferenceKind.JOINED: "并",
    DifferenceKind.REORDERED: "移",
}
FATES = {
    SectionStatus.SAME: "未动",
    SectionStatus.REWORDED: "有改",
    SectionStatus.MOVED: "移位",
    SectionStatus.ADDED: "新增",
    SectionStatus.REMOVED: "删去",
}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("old", metavar="旧稿")
    parser.add_argument("new", metavar="新稿")
    add_encoding(parser)
    parser.add_argument("--json", action="store_true", help="输出 JSON")


def run(args: argparse.Namespace, services: CommandServices) -> int:
    """Print the changes; 0 where there are none, else 1."""
    del services
    drafts = [open_file(path, args.encoding).manuscript for path in (args.old, args.new)]
    found = compare(drafts[0], drafts[1])
    old, new = outline_of(found.old), outline_of(found.new)
    if args.json:
        print(json.dumps(_as_data(found, old, new), ensure_ascii=False, indent=1))
    else:
        print("\n".join(_lines(found, old, new)))
    return 1 if found.changes else 0


def _lines(found: Comparison, old: Outline, new: Outline) -> Iterator[str]:
    tally = found.tally()
    if not tally.total:
        yield "两份稿子文字相同。"
        return
    yield (
        f"改 {tally.reworded} 处，增 {tally.added} 处，删 {tally.removed} 处，移 {tally.moved} 处，"
        f"拆 {tally.split} 处，并 {tally.joined} 处；"
        f"添 {tally.put_in} 字，去 {tally.taken_out} 字。"
    )
    for change in found.changes:
        place = path_words(new, change.new[0]) or path_words(old, change.old[0])
        before, after = (_short(words) for words in found.words(change))
        both = f"{before} → {after}" if change.rewording else before or after
        yield (
            f"[{WORDS[change.kind]}] {place}：{both}" if place else f"[{WORDS[change.kind]}] {both}"
        )
    for pair in section_pairs(found, old, new):
        if pair.section.level:
            yield f"{'  ' * pair.section.level}{heading_words(pair.section)}　{FATES[pair.status]}"


def _short(words: str, longest: int = 40) -> str:
    line = words.replace("\n", "↵")
    return line if len(line) <= longest else line[: longest - 1] + "…"


def _as_data(found: Comparison, old: Outline, new: Outline) -> dict[str, object]:
    shares = {
        row.section.start: row for row in kept_shares(found.old, found.new, new) if row.section
    }

    def section(pair: SectionPair) -> dict[str, object]:
        row = shares.get(pair.new.start) if pair.new else None
        return {
            "level": pair.section.level,
            "number": pair.section.number,
            "title": pair.section.called,
            "fate": pair.status.value,
            "changes": len(pair.changes),
            "kept_share": round(row.share, 3) if row else None,
        }

    return {
        "tally": {**asdict(found.tally()), "total": found.tally().total},
        "changes": [_change_data(found, change) for change in found.changes],
        "sections": [section(pair) for pair in section_pairs(found, old, new)],
    }


def _change_data(found: Comparison, change: TextChange) -> dict[str, object]:
    before, after = found.words(change)
    pieces = change.rewording.pieces if change.rewording else ()
    return {
        "kind": change.kind.value,
        "old": list(change.old),
        "new": list(change.new),
        "before": before,
        "after": after,
        "pieces": [list(piece) for piece in pieces],
        "blocked": change.blocked,
    }
