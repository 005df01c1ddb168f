"""A real window on a desktop of its own, read through AT-SPI by another program.

Run: python -m tests.bench.trials.accessibility [--tree]

`reader.py` reads it with pyatspi, which belongs to the system's Python. ``--tree`` prints all
roles and names. It fails on a control without a name, on a page, a caret or a row that cannot
be read, and on a button that cannot be pressed from outside.
"""

from __future__ import annotations

import subprocess
import sys
from argparse import ArgumentParser
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.bench.trials.input_method_desks import Desktop, missing_tools

ROOT = Path(__file__).resolve().parents[4]
READER = Path(__file__).with_name("reader.py")
SYSTEM = "/usr/bin/python3"
BUSES = ("/usr/libexec/at-spi-bus-launcher", "/usr/lib/at-spi2-core/at-spi-bus-launcher")
SPEECH = (
    "在云川市防汛工作会议上的讲话\n同志们：\n今天开会，我讲两点意见。\n一、压实责任\n"
    "各部门在6月10日前报到防汛办，，把责任落到人头。\n二、备足物资\n要备足沙袋____条。\n谢谢大家！"
)


def lacking() -> str:
    """What is not installed, '' where all is."""
    missing = missing_tools()
    if not any(Path(bus).exists() for bus in BUSES):
        missing.append("at-spi-bus-launcher")
    asked = [SYSTEM, "-c", "import pyatspi"]
    if not Path(SYSTEM).exists() or subprocess.run(asked, capture_output=True).returncode:
        missing.append("pyatspi of the system's Python")
    return ", ".join(missing)


def main() -> int:
    """Start the desktop and the program, and read."""
    parser = ArgumentParser(description=__doc__)
    parser.add_argument("--tree", action="store_true")
    tree = parser.parse_args().tree
    if missing := lacking():
        print(f"not read: {missing} is not installed")
        return 0
    with TemporaryDirectory() as folder, Desktop(Path(folder)) as desktop:
        speech = Path(folder) / "speech.txt"
        speech.write_text(SPEECH, "utf-8")
        desktop.environment |= {"QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1", "QT_QPA_PLATFORM": "xcb"}
        bus = next(one for one in BUSES if Path(one).exists())
        desktop.begin([bus, "--launch-immediately"])
        desktop.begin([sys.executable, str(ROOT / "main.py"), str(speech)])
        command = [SYSTEM, str(READER), str(speech), *(["--tree"] if tree else [])]
        return subprocess.run(command, env=desktop.environment, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
