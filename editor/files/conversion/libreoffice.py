"""LibreOffice: where it is installed, and how it converts without a window and without a trace.

It runs with a profile of its own in the private folder: it neither meets nor waits for a
LibreOffice that the user has open, runs no macro and fetches nothing from the network.
"""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from editor.files.conversion.office import Office
from editor.storage.storage import Storage

NAME = "LibreOffice"
# Debian, Ubuntu, Fedora; the packages of libreoffice.org; the stores of UOS and Kylin, whose
# programs lie below /opt/apps/<name>/files; macOS.
_PLACES = (
    "usr/lib/libreoffice/program/soffice",
    "usr/lib64/libreoffice/program/soffice",
    "opt/libreoffice*/program/soffice",
    "opt/apps/*libreoffice*/files/program/soffice",
    "opt/apps/*libreoffice*/files/*/program/soffice",
    "opt/apps/*/files/libreoffice*/program/soffice",
    "usr/local/lib/libreoffice/program/soffice",
    "Applications/LibreOffice.app/Contents/MacOS/soffice",
)
_PROGRAMS = ("soffice", "libreoffice")
# No macro, no link followed to another file or address (org.openoffice.Office.Common).
_SCRIPTING = "/org.openoffice.Office.Common/Security/Scripting"
_SET = (("MacroSecurityLevel", "3"), ("DisableMacrosExecution", "true"),
        ("BlockUntrustedRefererLinks", "true"))  # fmt: skip
_PROFILE = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<oor:items xmlns:oor="http://openoffice.org/2001/registry">'
    + "".join(
        f'<item oor:path="{_SCRIPTING}"><prop oor:name="{name}" oor:op="fuse">'
        f"<value>{value}</value></prop></item>"
        for name, value in _SET
    )
    + "</oor:items>"
)


def libreoffice(root: Path = Path("/")) -> Office | None:
    """The LibreOffice of this machine, or None; ``root`` is where its places are looked for."""
    found = next((path for path in _candidates(root) if _works(path)), None)
    return office_at(found) if found else None


def office_at(program: Path) -> Office:
    """LibreOffice whose ``soffice`` lies there."""

    def prepare(source: Path, folder: Path) -> Sequence[str]:
        profile = folder / "profile"
        user = profile / "user"
        Storage().make_folder(user)
        Storage().write(user / "registrymodifications.xcu", _PROFILE.encode(), private=True)
        return (
            str(program), f"-env:UserInstallation={profile.as_uri()}", "--headless",
            "--norestore", "--nolockcheck", "--nodefault", "--nologo", "--nofirststartwizard",
            "--convert-to", "docx:MS Word 2007 XML", "--outdir", str(folder), str(source),
        )  # fmt: skip

    return Office(NAME, prepare)


def _candidates(root: Path) -> Iterator[Path]:
    if sys.platform == "win32":
        yield from _windows()
        return
    for name in _PROGRAMS:
        if found := shutil.which(name):
            yield Path(found)
    for place in _PLACES:
        # The newest of several first: libreoffice24.8 before libreoffice7.6.
        yield from sorted(root.glob(place), key=_age, reverse=True)


def _works(path: Path) -> bool:
    # What a snap runs cannot read the private folder: it has a /tmp of its own.
    return path.is_file() and os.access(path, os.X_OK) and "snap" not in path.resolve().parts


def _age(path: Path) -> float:
    return path.stat().st_mtime


def _windows() -> Iterator[Path]:
    """`soffice.com` waits for its work and `soffice.exe` may not: it is asked first."""
    for folder in (*_registered(), *_program_files()):
        for name in ("soffice.com", "soffice.exe"):
            yield folder / name


def _registered() -> Iterator[Path]:
    # Where LibreOffice's own installer says that it lies (UNO bootstrap).
    if sys.platform == "win32":
        import winreg

        for root in (winreg.HKEY_LOCAL_MACHINE, winreg.HKEY_CURRENT_USER):
            for wide in (winreg.KEY_WOW64_64KEY, winreg.KEY_WOW64_32KEY):
                access = winreg.KEY_READ | wide
                try:
                    with winreg.OpenKey(
                        root, r"SOFTWARE\LibreOffice\UNO\InstallPath", 0, access
                    ) as key:
                        yield Path(winreg.QueryValueEx(key, "")[0])
                except OSError:
                    continue


def _program_files() -> Iterator[Path]:
    for variable in ("ProgramFiles", "ProgramW6432", "ProgramFiles(x86)"):
        if folder := os.environ.get(variable):
            yield from sorted(Path(folder).glob("LibreOffice*/program"), reverse=True)
