"""What runs is told by files and processes of a session that a test has laid out."""

import os
import sys
from pathlib import Path

import pytest

from editor.input_method.running import Running, display_number, what_runs

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="Linux only")
MACHINE = "0123abcd"


class Session:
    """A home, a /proc and an /etc."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.environment = {"HOME": str(root / "home"), "DISPLAY": ":81", "PATH": str(root)}
        self.put("etc/machine-id", MACHINE + "\n")

    def put(self, name: str, text: str | bytes) -> Path:
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return path

    def process(self, number: int, name: str) -> None:
        self.put(f"proc/{number}/comm", name + "\n")

    def ibus_file(self, number: int, ending: str = "unix-81") -> Path:
        text = f"# ibus\nIBUS_ADDRESS=unix:path=/x\nIBUS_DAEMON_PID={number}\n"
        return self.put(f"home/.config/ibus/bus/{MACHINE}-{ending}", text)

    def runs(self, **more: str) -> Running:
        return what_runs(self.environment | more, self.root)


@pytest.fixture
def session(tmp_path: Path) -> Session:
    return Session(tmp_path)


def test_nothing_runs_in_an_empty_session(session: Session) -> None:
    assert session.runs() == Running()


def test_an_ibus_daemon_is_told_by_its_file(session: Session) -> None:
    session.process(7, "ibus-daemon")
    path = session.ibus_file(7)
    session.put("ibus-daemon", "").chmod(0o755)
    assert session.runs() == Running(True, False, False, str(path), True, True)


def test_a_file_left_behind_by_a_dead_daemon_counts_for_nothing(session: Session) -> None:
    session.ibus_file(7)
    session.process(7, "bash")  # its number went to another
    assert session.runs() == Running()


def test_a_file_that_fcitx_5_wrote_is_no_ibus(session: Session) -> None:
    session.process(9, "fcitx5")
    session.ibus_file(9)
    assert session.runs() == Running(fcitx5=True)


def test_qt_does_not_find_the_file_of_the_display_where_wayland_is_named(session: Session) -> None:
    session.process(7, "ibus-daemon")
    path = session.ibus_file(7)
    session.put("ibus-daemon", "").chmod(0o755)
    runs = session.runs(WAYLAND_DISPLAY="wayland-0")
    assert (runs.ibus_file, runs.ibus_found) == (str(path), False)


def test_fcitx_4_is_told_by_its_file(session: Session) -> None:
    session.process(24492, "fcitx")
    numbers = (24499).to_bytes(4, "little") + (24492).to_bytes(4, "little")
    session.put(f"home/.config/fcitx/dbus/{MACHINE}-81", b"unix:path=/x,guid=y\0" + numbers)
    assert session.runs() == Running(fcitx4=True)


@pytest.mark.parametrize("name", ["fcitx", "fcitx5", "ibus-daemon"])
def test_without_files_the_processes_tell(session: Session, name: str) -> None:
    session.process(3, "bash")
    session.process(12, name)
    runs = session.runs()
    assert [runs.fcitx4, runs.fcitx5, runs.ibus].count(True) == 1


def test_who_speaks_of_fcitx_has_all_processes_looked_at(session: Session) -> None:
    session.process(7, "ibus-daemon")
    session.ibus_file(7)
    session.process(9, "fcitx5")
    assert not session.runs().fcitx5
    assert session.runs(XMODIFIERS="@im=fcitx").fcitx5


def test_the_input_method_of_another_display_is_none_of_ours(session: Session) -> None:
    session.process(12, "fcitx5")
    session.put("proc/12/environ", b"HOME=/h\0DISPLAY=:82\0")
    assert session.runs() == Running()
    session.put("proc/12/environ", b"HOME=/h\0DISPLAY=:81.0\0")
    assert session.runs() == Running(fcitx5=True)


@pytest.mark.skipif(
    sys.platform == "win32" or os.getuid() != 0, reason="needs to give a file to another user"
)
def test_the_input_method_of_another_user_is_none_of_ours(session: Session) -> None:
    session.process(12, "fcitx")
    os.chown(session.root / "proc/12/comm", 12345, 12345)
    assert session.runs() == Running()


def test_broken_files_are_no_trouble(session: Session) -> None:
    session.put(f"home/.config/ibus/bus/{MACHINE}-unix-81", b"\xff\0IBUS_DAEMON_PID=\xff\n")
    session.put(f"home/.config/fcitx/dbus/{MACHINE}-81", b"\0\0\0")
    assert session.runs() == Running()


@pytest.mark.parametrize(
    ("display", "number"), [(":0", "0"), (":81.0", "81"), ("localhost:10.0", "10"), ("", "0")]
)
def test_the_display_has_a_number(display: str, number: str) -> None:
    assert display_number({"DISPLAY": display}) == number
