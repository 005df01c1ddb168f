"""A desktop of its own for one input method: screen, window manager, bus, home."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path
from time import sleep
from types import TracebackType
from typing import Self

TOOLS = ("Xvfb", "openbox", "xdotool", "dbus-daemon")
OWN = ("QT_", "GTK_", "IBUS_", "XMODIFIERS", "WAYLAND", "XDG_")
FCITX5_PROFILE = """[Groups/0]
Name=Default
Default Layout=us
DefaultIM=pinyin
[Groups/0/Items/0]
Name=keyboard-us
Layout=
[Groups/0/Items/1]
Name=pinyin
Layout=
[GroupOrder]
0=Default
"""
FCITX4_PROFILE = """[Profile]
IMName=googlepinyin
EnabledIMList=fcitx-keyboard-us:True,googlepinyin:True
PreeditStringInClientWindow=True
"""


def missing_tools() -> list[str]:
    """What is not installed of what every trial needs."""
    return [tool for tool in TOOLS if not shutil.which(tool)]


class Desktop:
    """A running X screen with a bus; everything in it ends with it."""

    def __init__(self, folder: Path) -> None:
        self.home = folder
        self._running: list[subprocess.Popen[bytes]] = []
        run = folder / "run"
        run.mkdir(parents=True, mode=0o700)
        kept = {name: value for name, value in os.environ.items() if not name.startswith(OWN)}
        self.environment = kept | {
            "HOME": str(folder),
            "XDG_RUNTIME_DIR": str(run),
            "LC_ALL": "C.UTF-8",
            "DBUS_SESSION_BUS_ADDRESS": f"unix:path={run}/bus",
        }

    def __enter__(self) -> Self:
        reading, writing = os.pipe()
        command = ["Xvfb", "-displayfd", str(writing), "-screen", "0", "1366x768x24"]
        self.begin(command, passed=(writing,))
        os.close(writing)
        with os.fdopen(reading) as number:
            self.environment["DISPLAY"] = f":{number.readline().strip()}"
        address = self.environment["DBUS_SESSION_BUS_ADDRESS"]
        self.begin(["dbus-daemon", "--session", "--nofork", f"--address={address}"])
        self.begin(["openbox"])
        sleep(1)
        return self

    def __exit__(
        self,
        _kind: type[BaseException] | None,
        _error: BaseException | None,
        _trace: TracebackType | None,
    ) -> None:
        for process in reversed(self._running):
            process.terminate()
            process.wait()

    def begin(self, command: Sequence[str], passed: Sequence[int] = ()) -> None:
        """Start a program of the desktop."""
        quiet = subprocess.DEVNULL
        self._running.append(
            subprocess.Popen(
                command, env=self.environment, stdout=quiet, stderr=quiet, pass_fds=passed
            )
        )

    def run(self, *command: str) -> str:
        """Run a command to its end; what it printed."""
        done = subprocess.run(
            command, env=self.environment, capture_output=True, text=True, check=False
        )
        return done.stdout

    def start(self, engine: Engine) -> None:
        """Start the input method."""
        self.environment |= engine.variables
        engine.prepare(self)
        for command in engine.commands:
            self.begin(command)
            sleep(2)

    def bare_path(self) -> Path:
        """A PATH on which there is no ibus-daemon."""
        folder = self.home / "bin"
        folder.mkdir(exist_ok=True)
        return folder


class Engine:
    """An input method: how it is started and switched to Chinese. ``lacking``: not installed."""

    name = ""
    variables: dict[str, str]
    commands: list[list[str]]

    def __init__(self, programs: Sequence[str]) -> None:
        self.lacking = ", ".join(one for one in programs if not shutil.which(one))
        self.variables = {}

    def prepare(self, desktop: Desktop) -> None:
        """Write what it reads at its start."""

    def switch_on(self, desktop: Desktop) -> None:
        """Chinese, in the window that has the keys."""


class Ibus(Engine):
    """ibus with libpinyin."""

    name = "ibus"

    def __init__(self) -> None:
        super().__init__(("ibus-daemon", "dconf"))
        if not Path("/usr/share/ibus/component/libpinyin.xml").exists():
            self.lacking = self.lacking or "ibus-libpinyin"
        panels = ("/usr/libexec/ibus-ui-gtk3", "/usr/lib/ibus/ibus-ui-gtk3")
        panel = next((path for path in panels if Path(path).exists()), "disable")
        self.commands = [["ibus-daemon", "-x", "-r", f"--panel={panel}"]]

    def prepare(self, desktop: Desktop) -> None:
        folder = "/desktop/ibus/general"
        desktop.run("dconf", "write", f"{folder}/preload-engines", "['libpinyin']")
        desktop.run("dconf", "write", f"{folder}/use-global-engine", "true")

    def switch_on(self, desktop: Desktop) -> None:
        desktop.run("ibus", "engine", "libpinyin")


class Fcitx5(Engine):
    """fcitx 5 with its own pinyin."""

    name = "fcitx5"

    def __init__(self) -> None:
        super().__init__(("fcitx5", "fcitx5-remote"))
        self.commands = [["fcitx5", "-r", "--disable=wayland"]]

    def prepare(self, desktop: Desktop) -> None:
        profile = desktop.home / ".config/fcitx5/profile"
        profile.parent.mkdir(parents=True)
        profile.write_text(FCITX5_PROFILE, "utf-8")

    def switch_on(self, desktop: Desktop) -> None:
        _until_active(desktop, ["fcitx5-remote"], ["-s", "pinyin"])


class Fcitx4(Engine):
    """fcitx 4 with googlepinyin, installed or unpacked into a folder."""

    name = "fcitx4"

    def __init__(self, folder: Path | None) -> None:
        super().__init__(() if folder else ("fcitx", "fcitx-remote"))
        self._bin = f"{folder}/usr/bin/" if folder else ""
        self.commands = [[f"{self._bin}fcitx", "-D"]]
        if folder:
            libraries = next((folder / "usr/lib").glob("*-linux-gnu"))
            addons = folder / "usr/lib/fcitx"
            if not addons.exists():
                addons.symlink_to(libraries / "fcitx")
            self.variables = {"FCITXDIR": f"{folder}/usr", "LD_LIBRARY_PATH": str(libraries)}

    def prepare(self, desktop: Desktop) -> None:
        profile = desktop.home / ".config/fcitx/profile"
        profile.parent.mkdir(parents=True)
        profile.write_text(FCITX4_PROFILE, "utf-8")

    def switch_on(self, desktop: Desktop) -> None:
        _until_active(desktop, [f"{self._bin}fcitx-remote"], ["-o"])


def _until_active(desktop: Desktop, remote: list[str], switch: list[str]) -> None:
    """Switch till it is so: fcitx switches the field that has the keys, and that may be late."""
    for _ in range(20):
        desktop.run(*remote, *switch)
        sleep(0.2)
        if desktop.run(*remote).strip() == "2":
            return


def engines(fcitx4: Path | None) -> list[Engine]:
    """Those of the table."""
    return [Ibus(), Fcitx5(), Fcitx4(fcitx4)]
