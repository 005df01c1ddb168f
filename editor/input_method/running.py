"""Which input methods run, asked of files and of /proc: before Qt, without the bus, in a few ms.

fcitx 4 and ibus-daemon write who they are into a file for each display, and fcitx 5 writes the
one of ibus; only where those name no living process are all processes looked at.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

IBUS, FCITX4, FCITX5 = "ibus-daemon", "fcitx", "fcitx5"
NAMES = frozenset((IBUS, FCITX4, FCITX5))


class Running(NamedTuple):
    """What runs, and by which way Qt's plugin for ibus would find it.

    ``ibus_file``: an address file of a living ibus-daemon; ``ibus_found``: Qt finds that file,
    and the program ibus-daemon which it looks for, without being told.
    """

    ibus: bool = False
    fcitx5: bool = False
    fcitx4: bool = False
    ibus_file: str = ""
    ibus_found: bool = False
    ibus_installed: bool = False


def what_runs(environment: Mapping[str, str], root: Path = Path("/")) -> Running:
    """Look; ``root`` holds ``proc`` and ``etc`` (a test has its own)."""
    desk = _SessionFiles(environment, root)
    alive = desk.of_files()
    if not _enough(alive, environment):
        alive |= desk.of_processes()
    own = desk.ibus_file(desk.names_for_qt()[0])
    found = next((f for f in map(desk.ibus_file, desk.names_for_qt()) if f), "")
    installed = _is_installed(IBUS, environment)
    return Running(
        ibus=IBUS in alive,
        fcitx5=FCITX5 in alive,
        fcitx4=FCITX4 in alive,
        ibus_file=found,
        ibus_found=bool(own) and installed,
        ibus_installed=installed,
    )


def _enough(alive: set[str], environment: Mapping[str, str]) -> bool:
    """Whether the files named the one that the variables speak of, or any where they do not."""
    wishes = " ".join(environment.get(name, "") for name in _SIGNS)
    if "fcitx" in wishes:
        return bool(alive & {FCITX4, FCITX5})
    return IBUS in alive if "ibus" in wishes else bool(alive)


_SIGNS = ("QT_IM_MODULES", "QT_IM_MODULE", "XMODIFIERS", "GTK_IM_MODULE")


def display_number(environment: Mapping[str, str]) -> str:
    """The number of the X display: '81' of 'host:81.0', '0' where there is none."""
    return environment.get("DISPLAY", "").rpartition(":")[2].partition(".")[0] or "0"


class _SessionFiles:
    """The files of one user's session."""

    def __init__(self, environment: Mapping[str, str], root: Path) -> None:
        self._environment, self._root = environment, root
        home = environment.get("HOME", "/nonexistent")
        self._config = Path(environment.get("XDG_CONFIG_HOME") or f"{home}/.config")
        self._machine = self._machine_id()

    def _machine_id(self) -> str:
        for name in ("var/lib/dbus/machine-id", "etc/machine-id"):
            if text := _read(self._root / name):
                return text.decode("ascii", "replace").strip()
        return ""

    def names_for_qt(self) -> list[str]:
        """How the address file ends: the name Qt builds first, then the display's."""
        host = self._environment.get("DISPLAY", "").partition(":")[0] or "unix"
        by_display = f"{host}-{display_number(self._environment)}"
        wayland = self._environment.get("WAYLAND_DISPLAY")
        return [f"unix-{wayland}", by_display] if wayland else [by_display]

    def ibus_file(self, ending: str) -> str:
        """The address file with that ending, where an ibus-daemon lives; else ''."""
        path = self._config / "ibus" / "bus" / f"{self._machine}-{ending}"
        return str(path) if self._owner(path) == IBUS else ""

    def _owner(self, path: Path) -> str:
        for line in (_read(path) or b"").splitlines():
            if line.startswith(b"IBUS_DAEMON_PID="):
                return self._program(line.partition(b"=")[2].decode("ascii", "replace").strip())
        return ""

    def of_files(self) -> set[str]:
        """The programs that the files name and that live."""
        bus = self._config / "ibus" / "bus"
        found = {self._owner(bus / f"{self._machine}-{end}") for end in self.names_for_qt()}
        number = display_number(self._environment)
        fcitx = _read(self._config / "fcitx" / "dbus" / f"{self._machine}-{number}") or b""
        # The address, a NUL, the process of a bus and that of fcitx 4; fcitx 5 writes zeros.
        numbers = fcitx.partition(b"\0")[2]
        if len(numbers) >= 8:
            found.add(self._program(str(int.from_bytes(numbers[4:8], "little"))))
        return found & NAMES

    def of_processes(self) -> set[str]:
        """The programs among all processes of this user."""
        folder = self._root / "proc"
        try:
            numbers = [name for name in os.listdir(folder) if name.isdigit()]  # noqa: PTH208
        except OSError:
            return set()
        named = {number: self._program(number) for number in numbers}
        return {program for n, program in named.items() if program and self._is_here(n)}

    def _is_here(self, number: str) -> bool:
        """Whether a process belongs to our display; one that knows of none may."""
        path = self._root / "proc" / number / "environ"
        start = b"DISPLAY="
        own = self._environment.get("DISPLAY", "").encode().partition(b".")[0]
        theirs = [v for v in (_read(path, 1 << 17) or b"").split(b"\0") if v.startswith(start)]
        return not theirs or theirs[0][len(start) :].partition(b".")[0] == own

    def _program(self, number: str) -> str:
        comm = self._root / "proc" / number / "comm"
        name = (_read(comm) or b"").decode("utf-8", "replace").strip() if number else ""
        return name if name in NAMES and _is_mine(comm) else ""


def _is_installed(program: str, environment: Mapping[str, str]) -> bool:
    folders = environment.get("PATH", "").split(os.pathsep)
    return any(os.access(f"{folder}/{program}", os.X_OK) for folder in folders if folder)


def _is_mine(path: Path) -> bool:
    try:
        return path.stat().st_uid == os.getuid()
    except OSError:
        return False


def _read(path: Path, limit: int = 4096) -> bytes | None:
    try:
        with open(path, "rb") as file:  # noqa: PTH123
            return file.read(limit)
    except OSError:
        return None
