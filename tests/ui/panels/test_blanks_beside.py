"""Blanks of headers and notes are counted and named; they are filled in Word."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel

from editor.ui.panels.blanks_panel import NONE
from editor.ui.shell.window import Window
from tests.files.made import p
from tests.files.word_objects import docx_with_header
from tests.ui.shell.windows import end_window, open_window, parts_of, run


@pytest.fixture
def window(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Window]:
    monkeypatch.setenv("BIGAN_HOME", str(tmp_path / "home"))
    path = tmp_path / "稿.docx"
    path.write_bytes(docx_with_header(footer=p("X工会印")))
    made = open_window(tmp_path / "home", str(path))
    yield made
    end_window(made)


def test_the_fill_sheet_and_the_figures_speak_of_them(window: Window) -> None:
    run(window, "blanks.sheet")
    told = [label.text() for label in parts_of(window).tabs.blanks.findChildren(QLabel)]
    assert "另有 1 处空在页脚里，请在 Word 里填" in told and NONE not in told
    assert parts_of(window).status.words("blanks") == "未填 1 处"


def test_saved_as_plain_text_it_has_none(window: Window, tmp_path: Path) -> None:
    text, controller = parts_of(window).text, parts_of(window).controller
    from editor.files.save import save

    assert text.opened is not None
    text.note_saved(save(text.opened, controller.manuscript(), tmp_path / "稿.txt").opened)
    assert controller.analysis().blanks_beside == () and parts_of(window).gate.verdict().clean
