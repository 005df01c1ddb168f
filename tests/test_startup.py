"""Where a window cannot open, words say what to install."""

import subprocess
import sys
from pathlib import Path

import pytest

from editor import startup

ROOT = Path(__file__).resolve().parent.parent


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="Linux only")
def test_a_missing_display_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(startup, "is_present", lambda library: True)
    assert "没有图形显示" in startup.trouble_before_qt(window=True)


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="Linux only")
def test_a_missing_library_is_named_by_its_package(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(startup, "is_present", lambda library: library != "libEGL.so.1")
    assert "apt-get install libegl1" in startup.trouble_before_qt(window=False)


def test_a_missing_pyside_is_said() -> None:
    error = ModuleNotFoundError("No module named 'PySide6'", name="PySide6")
    assert "没有装 PySide6" in startup.trouble_with_pyside(error)


def test_the_rooms_without_qt_never_import_it() -> None:
    code = (
        "import sys; sys.modules['PySide6'] = None; sys.argv=['main.py','phrases','search','工会'];"
        "import main; sys.exit(main.main(sys.argv[1:]))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr


def test_reading_and_writing_a_word_file_imports_nothing_of_the_network() -> None:
    code = (
        "import sys, editor.files.docx.open_docx,"
        " editor.files.docx_new.new_docx, editor.files.docx_patch.save_docx;"
        " print(*{'socket', 'ssl', 'http', 'urllib.request'} & set(sys.modules))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.stdout == "\n", done.stdout + done.stderr


def test_a_window_without_a_display_is_no_traceback() -> None:
    env = {"PATH": "/usr/bin:/bin", "PYTHONUTF8": "1"}
    done = subprocess.run(
        [sys.executable, "main.py"], cwd=ROOT, env=env, capture_output=True, text=True, check=False
    )
    if sys.platform.startswith("linux"):
        assert done.returncode == 2
        assert "Traceback" not in done.stderr and done.stderr.strip()
