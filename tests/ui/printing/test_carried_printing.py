"""What the window prints of a Word file: its tables and notes, made off the interface thread."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QCheckBox, QFileDialog

from editor.editions.composed_pages import Pages
from editor.ui.paper import pdf
from editor.ui.paper.preview import Preview
from editor.ui.printing.gate_sheet import GateSheet
from editor.ui.shell.window import Window
from tests.files.made import p
from tests.files.rich import footnote, para, picture, rich, row, run, table
from tests.files.word_objects import docx_with_header
from tests.ui.printing.test_gate_sheet import final_of
from tests.ui.shell.windows import answer, end_window, open_window, parts_of
from tests.ui.shell.windows import run as command
from tests.ui.until import until

BODY = para("在动员会上的讲话", properties='<w:jc w:val="center"/>') + para("同志们：")
BODY += para("今天开会。", footnote(1), run("密", "<w:vanish/>"), picture("r0", 30, 20))
BODY += table((40, 60), row("青石县", "总工会"))


@pytest.fixture
def window(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Window]:
    monkeypatch.setenv("BIGAN_HOME", str(tmp_path / "home"))
    path = tmp_path / "稿.docx"
    path.write_bytes(rich(BODY, notes=["见公报"]))
    made = open_window(tmp_path / "home", str(path))
    yield made
    end_window(made)


def previews(window: Window) -> list[Preview]:
    return window.findChildren(Preview)


def test_the_preview_shows_tables_notes_and_pictures(window: Window) -> None:
    command(window, "print.preview")
    until(lambda: bool(previews(window)))
    pages = previews(window)[0].view.pages
    assert pages is not None
    (page,) = pages.pages
    text = "".join(line.text for line in page.lines)
    assert "总工会" in text and "见公报" in text and "密" not in text
    assert page.strokes and len(page.pictures) == 1
    previews(window)[0].close()


def test_what_is_drawn_does_not_hold_the_gate_and_the_pdf_is_written(
    window: Window, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "定稿.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))

    def look_and_go(sheet: GateSheet) -> None:
        until(lambda: "脚注" in "\n".join(sheet.lines()))
        told = "\n".join(sheet.lines())
        assert "隐藏文字 1 处：不印" in told and "图片 1 张：照印" in told
        assert not final_of(sheet).isEnabled()
        sheet.choose("draft")

    answer(monkeypatch, GateSheet, look_and_go)
    command(window, "print.pdf")
    until(target.exists)
    until(lambda: "已导出" in parts_of(window).messages.words())


def test_the_files_header_is_printed_where_it_is_wished(
    window: Window, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, target = tmp_path / "带页眉.docx", tmp_path / "定稿.pdf"
    path.write_bytes(docx_with_header(first=p("内部资料注意保存")))
    parts_of(window).openings.open_path(path)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    made: list[Pages] = []
    monkeypatch.setattr(pdf, "write_pdf", lambda _, pages, __: made.append(pages) or [])

    def wish_and_go(sheet: GateSheet) -> None:
        until(lambda: "页眉" in "\n".join(sheet.lines()))
        (asked,) = [b for b in sheet.findChildren(QCheckBox) if "页眉页脚" in b.text()]
        asked.click()
        until(lambda: "印在页眉处" in "\n".join(sheet.lines()))
        sheet.choose("draft")

    answer(monkeypatch, GateSheet, wish_and_go)
    command(window, "print.pdf")
    until(lambda: bool(made))
    assert "内部资料注意保存" in "".join(line.text for line in made[0].pages[0].lines)
