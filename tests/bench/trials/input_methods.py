"""The table of environments: real input methods type into the real program, and the file is read.

Run: python -m tests.bench.trials.input_methods [--only ibus fcitx5 fcitx4] [--fcitx4 FOLDER]
[--program main.py]. A screen of its own (Xvfb), a home, a bus; in each environment the program
is started, `nihao` and a space are pressed, the file is saved and must hold 你好. It needs Xvfb,
openbox, xdotool and dbus-daemon; an input method that is not installed is named and left out.
fcitx 4 and 5 cannot be installed together: FOLDER holds the packages of fcitx 4 unpacked
(`apt-get download` and `dpkg -x` of fcitx-bin fcitx-modules fcitx-module-dbus fcitx-module-x11
fcitx-ui-classic fcitx-googlepinyin fcitx-data libfcitx-config4 libfcitx-core0 libfcitx-utils0
libgooglepinyin0). The result stands in docs/input-methods.md.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from time import monotonic, sleep

from tests.bench.trials.input_method_desks import Desktop, Engine, engines, missing_tools

ROOT = Path(__file__).resolve().parents[3]
WORDS = "工会工作讲话\n\n同志们：\n\n"
READY_S, TYPED_S = 30.0, 6.0

# A Wayland name on X: left by a terminal or a remote session, nobody listens there.
NO_WAYLAND = {"WAYLAND_DISPLAY": "wayland-9"}
ENVIRONMENTS: list[dict[str, str]] = [
    {},
    {"QT_IM_MODULE": "ibus"},
    {"QT_IM_MODULE": "fcitx"},
    {"QT_IM_MODULE": "fcitx5"},
    {"QT_IM_MODULE": "xim"},
    {"QT_IM_MODULE": "wayland"},
    {"QT_IM_MODULES": "wayland;fcitx"},
    {"QT_IM_MODULES": "wayland;fcitx;ibus"},
    {"QT_IM_MODULES": "wayland;fcitx", "QT_IM_MODULE": "ibus"},
    {"XMODIFIERS": "@im=fcitx"},
    {"XMODIFIERS": "@im=ibus"},
    {"QT_IM_MODULE": "fcitx", "XMODIFIERS": "@im=fcitx", "GTK_IM_MODULE": "fcitx"},
    {"QT_IM_MODULE": "fcitx", **NO_WAYLAND},
    {"QT_IM_MODULE": "ibus", **NO_WAYLAND},
    {"QT_QPA_PLATFORM": "dxcb;xcb", "QT_IM_MODULE": "fcitx"},
    {"PATH": "(without ibus-daemon)"},
]


def main() -> int:
    """Type in each environment with each input method; how many did not work."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--only", nargs="*", default=[])
    parser.add_argument("--fcitx4", type=Path, help="unpacked packages of fcitx 4")
    parser.add_argument("--program", type=Path, default=ROOT / "main.py")
    arguments = parser.parse_args()
    if lacking := missing_tools():
        print("not tried, not installed:", ", ".join(lacking))
        return 0
    columns: dict[str, list[bool]] = {}
    with tempfile.TemporaryDirectory(prefix="im-") as folder:
        for engine in engines(arguments.fcitx4):
            if arguments.only and engine.name not in arguments.only:
                continue
            if engine.lacking:
                print(f"{engine.name}: not tried, not installed: {engine.lacking}")
                continue
            columns[engine.name] = _column(Path(folder) / engine.name, engine, arguments.program)
    _print_table(columns)
    return sum(not good for column in columns.values() for good in column)


def _column(folder: Path, engine: Engine, program: Path) -> list[bool]:
    with Desktop(folder) as desktop:
        desktop.start(engine)
        return [_types(desktop, engine, environment, program) for environment in ENVIRONMENTS]


def _types(desktop: Desktop, engine: Engine, more: dict[str, str], program: Path) -> bool:
    """Whether 你好 is in the file in the end."""
    path = desktop.home / "稿.txt"
    path.write_text(WORDS, "utf-8")
    shutil.rmtree(desktop.home / ".local", ignore_errors=True)
    environment = desktop.environment | _real(more, desktop)
    command = [sys.executable, str(program), str(path)]
    with subprocess.Popen(command, env=environment, cwd=program.parent) as process:
        try:
            window = _window(desktop, process.pid)
            desktop.run("xdotool", "windowactivate", "--sync", window)
            _wait_till_it_rests(process.pid)
            desktop.run("xdotool", "mousemove", "--window", window, "620", "400", "click", "1")
            desktop.run("xdotool", "key", "ctrl+End")
            engine.switch_on(desktop)
            sleep(0.4)
            desktop.run("xdotool", "type", "--delay", "70", "nihao")
            sleep(0.3)
            desktop.run("xdotool", "key", "space")
            sleep(0.4)
            desktop.run("xdotool", "key", "ctrl+s")
            return _written(path)
        finally:
            process.kill()


def _real(more: dict[str, str], desktop: Desktop) -> dict[str, str]:
    """The environment; a PATH without ibus-daemon is made, not written down."""
    return more | ({"PATH": str(desktop.bare_path())} if "PATH" in more else {})


def _window(desktop: Desktop, pid: int) -> str:
    end = monotonic() + READY_S
    while monotonic() < end:
        found = desktop.run("xdotool", "search", "--pid", str(pid), "--name", "稿.txt").split()
        if found:
            return found[-1]
        sleep(0.2)
    raise SystemExit("the window did not open")


def _wait_till_it_rests(pid: int) -> None:
    """Till everything is built after the first paint: the processor has nothing to do for it."""
    before, end = -1, monotonic() + READY_S
    while monotonic() < end:
        fields = Path(f"/proc/{pid}/stat").read_text("utf-8").rpartition(")")[2].split()
        used = int(fields[11]) + int(fields[12])  # hundredths of a second
        if used - before <= 2:
            return
        before = used
        sleep(1)


def _written(path: Path) -> bool:
    end = monotonic() + TYPED_S
    while monotonic() < end:
        text = path.read_text("utf-8")
        if text != WORDS:
            return text.removeprefix(WORDS).strip() == "你好"
        sleep(0.1)
    return False


def _print_table(columns: dict[str, list[bool]]) -> None:
    print("| environment |", " | ".join(columns), "|")
    print("|---|" + "---|" * len(columns))
    for row, environment in enumerate(ENVIRONMENTS):
        told = " ".join(f"{name}={value}" for name, value in environment.items()) or "nothing set"
        marks = " | ".join("你好" if column[row] else "**no**" for column in columns.values())
        print(f"| `{told}` | {marks} |")


if __name__ == "__main__":
    os.environ.pop("QT_QPA_PLATFORM", None)
    sys.exit(main())
