"""The platform is foretold in Qt's order; each line was seen with Qt 6.11 and a real compositor."""

import socket
import sys
from pathlib import Path

import pytest

from editor.input_method.qt_platform import expected_platform, input_contexts_in, platforms_in

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="Linux only")
ALL = frozenset(("xcb", "wayland", "offscreen", "vnc"))


@pytest.fixture
def session(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> dict[str, str]:
    monkeypatch.chdir(tmp_path)  # a socket's name has to be short
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind("wl")
    return {"XDG_RUNTIME_DIR": str(tmp_path), "DISPLAY": ":81"}


@pytest.mark.parametrize(
    ("more", "platform"),
    [
        ({}, "xcb"),
        ({"WAYLAND_DISPLAY": "wl"}, "wayland"),
        ({"WAYLAND_DISPLAY": "gone"}, "xcb"),
        ({"WAYLAND_DISPLAY": "wl", "XDG_SESSION_TYPE": "x11"}, "wayland"),
        ({"XDG_SESSION_TYPE": "wayland"}, "xcb"),
        ({"QT_QPA_PLATFORM": "xcb", "WAYLAND_DISPLAY": "wl"}, "xcb"),
        ({"QT_QPA_PLATFORM": "dxcb;xcb", "WAYLAND_DISPLAY": "wl"}, "xcb"),
        ({"QT_QPA_PLATFORM": "wayland;xcb"}, "xcb"),
        ({"QT_QPA_PLATFORM": "wayland;xcb", "WAYLAND_DISPLAY": "wl"}, "wayland"),
        ({"QT_QPA_PLATFORM": "wayland-egl", "WAYLAND_DISPLAY": "wl"}, "wayland"),
        ({"QT_QPA_PLATFORM": "vnc:size=800x600"}, "vnc"),
        ({"DISPLAY": "", "WAYLAND_DISPLAY": "wl"}, "wayland"),
        ({"DISPLAY": ""}, ""),
    ],
)
def test_the_order_is_qts(session: dict[str, str], more: dict[str, str], platform: str) -> None:
    assert expected_platform(session | more, ALL) == platform


def test_a_qt_without_wayland_runs_on_x(session: dict[str, str]) -> None:
    assert expected_platform(session | {"WAYLAND_DISPLAY": "wl"}, {"xcb"}) == "xcb"


def test_plugins_are_told_by_their_files(tmp_path: Path) -> None:
    names = ("qxcb", "qwayland-generic", "qoffscreen", "ibusplatforminputcontextplugin",
             "qtvirtualkeyboardplugin", "fcitx5platforminputcontextplugin")  # fmt: skip
    for name in names:
        (tmp_path / f"lib{name}.so").touch()
    assert {"xcb", "wayland", "offscreen"} <= platforms_in(tmp_path)
    assert {"ibus", "qtvirtualkeyboard", "fcitx5"} <= input_contexts_in(tmp_path)
    assert platforms_in(tmp_path / "none") == frozenset()
