"""`analyse FILE --json`: blanks, noise, outline and defects in offsets of the file's text."""

from __future__ import annotations

import argparse
import json

from editor.cli.open_file import add_encoding, open_file
from editor.cli.raw_analysis import RawAnalyzer
from editor.cli.services import CommandServices

EXAMPLE = """例：
  python main.py analyse 范文.txt --json"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("file", metavar="文件")
    add_encoding(parser)
    parser.add_argument("--json", action="store_true", help="输出 JSON（总是如此）")


def run(args: argparse.Namespace, services: CommandServices) -> int:
    """Print the analysis as JSON."""
    analysis = RawAnalyzer(services.checker()).analyze(open_file(args.file, args.encoding))
    print(json.dumps(analysis, ensure_ascii=False))
    return 0
