"""`outline FILE [--json]`: the tree of the speech with minutes."""

from __future__ import annotations

import argparse
import json

from editor.cli.open_file import add_encoding, open_file
from editor.cli.services import CommandServices
from editor.manuscript.delivery.several_speeches import several_speeches
from editor.manuscript.delivery.statistics import count, minutes
from editor.manuscript.manuscript import Manuscript, text_between
from editor.manuscript.outline.framed import spoken_text
from editor.manuscript.outline.reader import outline_of
from editor.manuscript.outline.sections import Section, SectionKind

EXAMPLE = """例：
  python main.py outline 讲话稿.docx
  python main.py outline 讲话稿.txt --json --pace 160"""

NAMES = {SectionKind.SALUTATION: "称谓", SectionKind.OPENING: "开头", SectionKind.CLOSING: "结尾"}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("file", metavar="文件")
    add_encoding(parser)
    parser.add_argument("--json", action="store_true", help="输出 JSON")
    parser.add_argument("--pace", type=int, default=180, metavar="字/分", help="语速，默认 180")


def run(args: argparse.Namespace, services: CommandServices) -> int:
    """Print the tree."""
    del services
    manuscript = open_file(args.file, args.encoding).manuscript
    outline = outline_of(manuscript)
    manuscript = spoken_text(manuscript)
    if args.json:
        data = [_as_data(manuscript, s, args.pace) for s in outline.sections]
        print(json.dumps(data, ensure_ascii=False, indent=1))
        return 0
    several = several_speeches(outline)
    for section in outline.walk():
        sizes = count(text_between(manuscript, section.start, section.end))
        name = section.number or NAMES.get(section.kind, "")
        words = f"{sizes.words:,} 字，" if section in several else ""
        spoken = minutes(sizes.spoken, args.pace)
        print(f"{'  ' * section.level}{name} {section.called}  {words}{spoken:.1f} 分".rstrip())
    return 0


def _as_data(manuscript: Manuscript, section: Section, pace: int) -> dict[str, object]:
    sizes = count(text_between(manuscript, section.start, section.end))
    return {
        "kind": section.kind.value,
        "level": section.level,
        "number": section.number,
        "title": section.title,
        "shown": section.shown,
        "start": list(section.start),
        "end": list(section.end),
        "words": sizes.words,
        "minutes": round(minutes(sizes.spoken, pace), 2),
        "children": [_as_data(manuscript, child, pace) for child in section.children],
    }
