"""The way in: one parser, one module a command, one place where troubles become words.

Exit codes: 0 nothing wrong, 1 something 必改 (or refused by the gate), 2 cannot read or
wrong words on the command line.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Sequence
from importlib import import_module

from editor.cli.chinese_parser import ChineseParser
from editor.cli.services import CommandServices

# Shown by `main.py --help`; each module has `add_arguments(parser)` and
# `run(args, services)`.
COMMANDS: dict[str, tuple[str, str]] = {
    "check": ("editor.cli.check", "检查一份稿子"),
    "analyse": ("editor.cli.analyse", "列出空项、杂质、提纲和毛病（JSON）"),
    "tidy": ("editor.cli.tidy", "清理范文里的网页杂质"),
    "fix": ("editor.cli.editing.fix", "改正有把握的错"),
    "renumber": ("editor.cli.editing.renumber", "重排序号"),
    "outline": ("editor.cli.outline", "列出提纲"),
    "fill": ("editor.cli.editing.fill", "按填空单填空"),
    "export": ("editor.cli.export", "导出定稿或草稿（docx、pdf、txt）"),
    "phrases": ("editor.cli.phrases", "查语料库"),
    "compare": ("editor.cli.compare", "比较两份稿子：改了、增了、删了、移了什么"),
}


def run(arguments: Sequence[str], services: CommandServices) -> int:
    """Run one command; the exit code. Troubles are printed to standard error."""
    from editor import __version__

    _speak_utf8()
    parser = ChineseParser(prog="main.py", description="笔杆：讲话稿编辑器。不带命令时打开窗口。")
    parser.add_argument("--version", action="version", version=f"笔杆 {__version__}")
    below = parser.add_subparsers(dest="command", metavar="命令")
    wanted = arguments[0] if arguments else ""
    for name, (module, about) in COMMANDS.items():
        child = below.add_parser(
            name, help=about, description=about, formatter_class=argparse.RawTextHelpFormatter
        )
        if name == wanted:
            command = import_module(module)
            child.epilog = command.EXAMPLE
            command.add_arguments(child)
    try:
        args = parser.parse_args(arguments)
    except SystemExit as end:
        return int(end.code or 0)
    if not args.command:
        parser.print_help()
        return 2
    return _guarded(import_module(COMMANDS[args.command][0]).run, args, services)


def _guarded(
    command: Callable[[argparse.Namespace, CommandServices], int],
    args: argparse.Namespace,
    services: CommandServices,
) -> int:
    from editor.files.trouble import Trouble
    from editor.language.lists import LanguageListError

    try:
        return command(args, services)
    except Trouble as trouble:
        print(f"{trouble.what}\n{trouble.advice}", file=sys.stderr)
        return 2
    except LanguageListError as damaged:
        print(f"笔杆的程序文件不完整：{damaged.problem}", file=sys.stderr)
        return 2
    except BrokenPipeError:
        return 0


def _speak_utf8() -> None:
    # A Windows console or a C locale would otherwise refuse Chinese.
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure:
            reconfigure(encoding="utf-8", errors="replace")
