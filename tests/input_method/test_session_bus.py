"""The real library: on a bus of its own where a daemon is installed, and where there is no bus."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent
ASK = """
from editor.input_method.session_bus import BusObject, open_session_bus
bus = open_session_bus()
if bus:
    name = "org.freedesktop.DBus"
    number = bus.call(BusObject(name, "/", name), "NameHasOwner", ("s", name))
    came = [m for _ in range(9) for m in bus.take(500) if m.reply_to == number]
    print(came[0].values, bus.descriptor() > 0)
    bus.close()
else:
    print("none")
"""


def asked(address: str) -> str:
    environment = os.environ | {"DBUS_SESSION_BUS_ADDRESS": address}
    done = subprocess.run(
        [sys.executable, "-c", ASK], cwd=ROOT, env=environment, capture_output=True, text=True,
        check=True, timeout=60,
    )  # fmt: skip
    return done.stdout.strip()


def test_no_bus_is_no_trouble() -> None:
    assert asked("unix:path=/nowhere") == "none"


@pytest.mark.skipif(not shutil.which("dbus-daemon"), reason="dbus-daemon is not installed")
def test_a_call_is_answered_over_a_real_bus(tmp_path: Path) -> None:
    command = ["dbus-daemon", "--session", "--nofork", "--print-address"]
    command.append(f"--address=unix:dir={tmp_path}")
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as daemon:
        assert daemon.stdout
        answer = asked(daemon.stdout.readline().strip())
        daemon.terminate()
    assert answer == "(1,) True"
