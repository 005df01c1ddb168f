"""The 校核单 in the window: from the menu, from the gate, on paper, with reasons."""

import io
from collections.abc import Iterator
from pathlib import Path

import docx
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QPushButton, QWidget

from editor.files.document_values import DocumentValues
from editor.ui.panels.reason_box import ReasonBox
from editor.ui.paper.preview import Preview
from editor.ui.printing.gate_sheet import GateSheet
from editor.ui.shell.window import Window
from tests.ui.shell.windows import end_window, open_window, parts_of, run
from tests.ui.until import until

TEXT = "在全市动员会上的讲话\n同志们：\n其它单位也要参加，其它行业要再接再励。\n谢谢大家！\n"


@pytest.fixture
def window(application: object, tmp_path: Path) -> Iterator[Window]:
    path = tmp_path / "稿.txt"
    path.write_bytes(TEXT.encode("utf-8"))
    made = open_window(tmp_path / "home", str(path))
    made.settings.set("author", "林致远")
    yield made
    end_window(made)


def previews(window: Window) -> list[Preview]:
    return [p for p in window.findChildren(Preview) if p.isVisible()]


def ignore_others(window: Window) -> None:
    shop = parts_of(window)
    found = [f for f in shop.controller.analysis().findings if f.excerpt == "其它"]
    shop.checks.ignore(tuple(found))


def aside_words(window: Window) -> str:
    from editor.editions.report import report_text

    told = report_text(parts_of(window).proofs.report())
    return told[told.index("已忽略") : told.index("无误")]


def test_the_menu_opens_the_sheet_as_pages(window: Window) -> None:
    run(window, "proof.sheet")
    [preview] = previews(window)
    assert preview.windowTitle() == "校核单 — 稿" and "共 1 页" in preview.where.text()


def test_the_gate_has_a_button_for_it(window: Window) -> None:
    run(window, "gate.sheet")
    [gate] = window.findChildren(GateSheet)
    [button] = [b for b in gate.findChildren(QPushButton) if b.text() == "校核单…"]
    button.click()
    assert len(previews(window)) == 1 and previews(window)[0].parent() is gate


def test_its_preview_exports_word_and_pdf(
    window: Window, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run(window, "proof.sheet")
    [preview] = previews(window)
    for signal, name in ((preview.docx_requested, "单.docx"), (preview.pdf_requested, "单.pdf")):
        target = str(tmp_path / name)
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, t=target: (t, ""))
        signal.emit()
    made = docx.Document(io.BytesIO((tmp_path / "单.docx").read_bytes()))
    assert "〔再接再励〕" in made.tables[0].rows[1].cells[2].text
    assert (tmp_path / "单.pdf").read_bytes().startswith(b"%PDF")
    assert "校核单已导出" in preview.messages.words()


def test_ignoring_asks_for_no_reason_but_offers_to_take_one(window: Window, tmp_path: Path) -> None:
    ignore_others(window)
    assert "写上理由" in parts_of(window).messages.offers()
    assert not window.findChildren(ReasonBox)
    told = aside_words(window)
    assert told.count("林致远") == 2 and told.count("没有写理由") == 2


def test_a_reason_is_kept_and_stands_on_the_sheet(window: Window, tmp_path: Path) -> None:
    ignore_others(window)
    shop = parts_of(window)
    shop.messages.findChildren(QPushButton)[0].click()
    [box] = window.findChildren(ReasonBox)
    assert not box.isModal()
    box.field.setText("  引文，照录原文 ")
    box.write()
    assert aside_words(window).count("理由：引文，照录原文") == 2
    kept = DocumentValues(tmp_path / "home" / "ignored").of(tmp_path / "稿.txt")
    assert str(kept).count("引文，照录原文") == 2
    assert "写上理由" not in shop.messages.offers()


def test_an_empty_reason_writes_nothing(window: Window) -> None:
    ignore_others(window)
    parts_of(window).messages.findChildren(QPushButton)[0].click()
    [box] = window.findChildren(ReasonBox)
    box.write()
    assert aside_words(window).count("没有写理由") == 2


def test_after_an_export_the_keys_are_still_the_previews(
    window: Window, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[QWidget] = []

    def answer(parent: QWidget, *_: object) -> tuple[str, str]:
        asked.append(parent)
        window.activateWindow()  # as a window manager does when a dialog of the window closes
        return str(tmp_path / "单.docx"), ""

    run(window, "proof.sheet")
    [preview] = previews(window)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", answer)
    [export] = [b for b in preview.findChildren(QPushButton) if b.text().startswith("导出 Word")]
    export.click()
    assert asked == [preview] and (tmp_path / "单.docx").exists()
    until(preview.isActiveWindow)
    shop = parts_of(window)
    before = shop.controller.manuscript()
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_X)
    assert shop.controller.manuscript() is before
