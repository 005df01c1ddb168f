"""A file of another kind in the window: it can be waited for, stopped, and saved as a new one."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog

from editor.files.open import open_document
from editor.ui.background_task import STOP
from editor.ui.drafts.comparison_window import ComparisonWindow
from editor.ui.files.export_path import ask_export_path
from editor.ui.files.file_flow import ORIGINAL
from editor.ui.shell.window import Window
from tests.files.made import docx, p
from tests.files.pdf.made_pdf import block, pdf
from tests.ui.parts import button
from tests.ui.shell.windows import parts_of, run, text_of
from tests.ui.until import until

if sys.platform == "win32":
    pytest.skip("the program in LibreOffice's place is a script", allow_module_level=True)

from tests.files.conversion.fake_office import FakeOffice, fake_office


@pytest.fixture
def old(tmp_path: Path) -> Path:
    """A file that must be converted."""
    path = tmp_path / "旧稿.rtf"
    path.write_bytes(b"{\\rtf1 a}")
    return path


def installed(patch: pytest.MonkeyPatch, folder: Path, mode: str) -> FakeOffice:
    office = fake_office(folder, mode, docx(p("同志们：")))
    patch.setenv("PATH", str(folder))
    return office


def test_it_comes_as_a_new_text_and_is_saved_beside_its_file(
    window: Window, old: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    installed(monkeypatch, old.parent / "office", "makes")
    parts = parts_of(window)
    parts.openings.open_path(old)
    until(lambda: text_of(window) == "同志们：")
    assert "旧稿.rtf" in window.windowTitle() and ORIGINAL in parts.messages.offers()
    assert STOP not in parts.messages.offers()
    asked: list[str] = []
    monkeypatch.setattr(
        QFileDialog, "getSaveFileName", lambda *words: (asked.append(words[2]) or words[2], "")
    )
    run(window, "file.save")
    assert asked == [str(old.parent / "旧稿.docx")] and old.read_bytes() == b"{\\rtf1 a}"
    assert open_document(asked[0]).manuscript.text == "同志们："
    assert window.windowTitle().startswith("旧稿.docx")


def test_stopped_the_program_ends_and_its_tab_goes(
    window: Window, old: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    office = installed(monkeypatch, old.parent / "office", "hangs")
    parts, before = parts_of(window), text_of(window)
    parts.openings.open_path(old)
    until(lambda: office.hangs)
    assert parts.strip.words()[1:] == ["旧稿.rtf"] and text_of(window) == before
    button(parts.messages, STOP).click()
    assert office.is_dead() and STOP not in parts.messages.offers()
    until(lambda: len(parts.strip.words()) == 1)
    assert text_of(window) == before


def test_another_file_can_be_opened_while_one_is_converted(
    window: Window, old: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    office = installed(monkeypatch, old.parent / "office", "hangs")
    (old.parent / "另.txt").write_text("另一份", "utf-8")
    first = parts_of(window).messages
    parts_of(window).openings.open_path(old)
    until(lambda: office.hangs)
    parts_of(window).openings.open_path(old.parent / "另.txt")
    assert text_of(window) == "另一份" and parts_of(window).messages.offers() == []
    button(first, STOP).click()
    assert office.is_dead()


def test_it_can_be_compared_with_the_open_text(
    window: Window, old: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    installed(monkeypatch, old.parent / "office", "makes")
    comparisons = parts_of(window).drafts.comparisons
    assert comparisons.with_file(old) is None
    until(lambda: window.findChildren(ComparisonWindow))
    comparisons.close()


@pytest.mark.parametrize("saved", [False, True])
def test_nothing_is_exported_over_the_file_it_was_made_of(
    window: Window, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, saved: bool
) -> None:
    data = pdf(block("要抓好安全生产，推动各项工作迈上新台阶。", 30))
    path = tmp_path / "讲话.pdf"
    path.write_bytes(data)
    parts = parts_of(window)
    parts.openings.open_path(path)
    until(lambda: "安全生产" in text_of(window))
    if saved:
        names = lambda *_: (str(tmp_path / "讲话.docx"), "")  # noqa: E731
        monkeypatch.setattr(QFileDialog, "getSaveFileName", names)
        assert parts.files.saving.save()
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))
    assert ask_export_path(parts.context, "导出", "讲话.pdf") is None
    assert path.read_bytes() == data
