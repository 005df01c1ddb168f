"""A program in LibreOffice's place, which does what a test tells it to."""

from __future__ import annotations

import fcntl
import json
import sys
from dataclasses import dataclass
from pathlib import Path
from threading import Thread

from editor.files.conversion.libreoffice import office_at
from editor.files.conversion.office import Office

PROGRAM = """#!{python}
import fcntl, json, pathlib, signal, subprocess, sys
here = pathlib.Path({home!r})
arguments = sys.argv[1:]
source = pathlib.Path(arguments[-1])
told = [arguments, source.read_bytes().hex(), oct(source.parent.stat().st_mode & 0o777)]
(here / "called.json").write_text(json.dumps(told))
if {mode!r} == "hangs":
    lock = open(here / "lock", "w")
    fcntl.flock(lock, fcntl.LOCK_EX)
    wait = "import signal; signal.pause()"
    subprocess.Popen([sys.executable, "-c", wait], pass_fds=[lock.fileno()])
    (here / "hangs").touch()
    signal.pause()
if {mode!r} == "makes":
    out = pathlib.Path(arguments[arguments.index("--outdir") + 1])
    (out / (source.stem + ".docx")).write_bytes((here / "result").read_bytes())
"""


@dataclass(frozen=True)
class FakeOffice:
    """One such program: what it was called with, whether any of it still runs."""

    home: Path

    @property
    def program(self) -> Path:
        return self.home / "soffice"

    @property
    def office(self) -> Office:
        return office_at(self.program)

    @property
    def hangs(self) -> bool:
        return (self.home / "hangs").exists()

    def called(self) -> tuple[list[str], bytes, str]:
        """Its arguments, the bytes it was given, the rights of the folder it worked in."""
        arguments, data, rights = json.loads((self.home / "called.json").read_text())
        return arguments, bytes.fromhex(data), rights

    def is_dead(self) -> bool:
        """Whether it and its child have gone: they hold a lock as long as they live."""
        with (self.home / "lock").open() as lock:
            waiting = Thread(target=fcntl.flock, args=(lock, fcntl.LOCK_EX), daemon=True)
            waiting.start()
            waiting.join(30)
            return not waiting.is_alive()


def fake_office(home: Path, mode: str, result: bytes = b"") -> FakeOffice:
    """A program that ``makes`` the result, ``fails`` or ``hangs``."""
    home.mkdir(parents=True, exist_ok=True)
    made = FakeOffice(home)
    (home / "result").write_bytes(result)
    made.program.write_text(PROGRAM.format(python=sys.executable, home=str(home), mode=mode))
    made.program.chmod(0o755)
    return made
