"""笔杆: `python main.py [FILE]` opens the window, `python main.py COMMAND` the command line."""

import sys

from editor.app import draws, start, write_pdf


def main(arguments: list[str]) -> int:
    """Hand the arguments to the command line or to the window; the exit code."""
    from editor.cli.entry import COMMANDS, run
    from editor.cli.services import CommandServices

    if arguments and (arguments[0] in COMMANDS or arguments[0] in ("-h", "--help", "--version")):
        return run(arguments, CommandServices(write_pdf, draws))
    return start(arguments)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
