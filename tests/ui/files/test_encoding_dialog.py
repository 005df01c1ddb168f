"""Where nobody can tell an encoding the writer is shown how the file reads in each."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget

from editor.files.opened import Opened
from editor.ui.files import encoding_dialog
from editor.ui.files.encoding_dialog import EncodingDialog
from editor.ui.files.file_reader import FileReader
from editor.ui.message_bar import MessageBar

RUSSIAN = "Съезд профсоюзов открыл свою работу в понедельник"
BIG5 = "各位同志：今天的會議很重要。"


@pytest.fixture
def reader(application: object) -> FileReader:
    del application
    return FileReader(MessageBar(), QWidget())


def answered(monkeypatch: pytest.MonkeyPatch, name: str | None) -> list[str]:
    """The dialog is answered by an encoding, or left; what it showed for that one."""
    shown: list[str] = []

    def answer(dialog: EncodingDialog) -> int:
        if name is None:
            return 0
        dialog.list.setCurrentRow([n for n, _ in encoding_dialog.CHOICES].index(name))
        shown.append(dialog.shown.toPlainText())
        return 1

    monkeypatch.setattr(EncodingDialog, "exec", answer)
    return shown


def test_what_is_doubtful_is_asked_with_a_preview(
    reader: FileReader, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "稿.txt"
    path.write_bytes(RUSSIAN.encode("koi8-r"))
    shown, came = answered(monkeypatch, "cp932"), list[Opened]()
    reader.read(path, came.append)
    assert came[0].encoding == "cp932" and not came[0].doubtful
    assert shown[0][:10] == came[0].manuscript.text[:10]


def test_who_leaves_the_question_has_opened_nothing(
    reader: FileReader, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "稿.txt"
    path.write_bytes(RUSSIAN.encode("koi8-r"))
    answered(monkeypatch, None)
    came, left = list[Opened](), list[bool]()
    reader.read(path, came.append, failed=lambda: left.append(True))
    assert not came and left == [True]


def test_what_is_sure_is_not_asked(
    reader: FileReader, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "稿.txt"
    path.write_bytes((BIG5 * 2).encode("big5"))
    shown, came = answered(monkeypatch, "gb18030"), list[Opened]()
    reader.read(path, came.append)
    assert not shown and came[0].manuscript.text == BIG5 * 2 and "Big5" in came[0].notes[0]
