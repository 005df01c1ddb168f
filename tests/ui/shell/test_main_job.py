"""The whole job in one go: from a pasted template to a PDF."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QPushButton

from editor.ui.printing.gate_sheet import GateSheet
from editor.ui.receipt.receipt_dialog import ReceiptDialog
from editor.ui.shell.window import Window
from editor.ui.tree.outline_model import NODE, words_of
from tests.ui.shell.windows import answer, parts_of, put_caret, run, text_of, type_into
from tests.ui.until import until

MENDS = ("全部改正", "改为", "改成", "换成")


def tree_words(window: Window) -> list[str]:
    model = window.tree.model()
    top = model.index(0, 0)
    rows = [model.index(n, 0, top) for n in range(model.rowCount(top))]
    return [words_of(row.data(NODE)) for row in rows]


def fill_everything(window: Window) -> None:
    """Type a value into the first input, again and again, as a writer goes down the sheet."""
    panel = parts_of(window).tabs.blanks
    run(window, "blanks.sheet")
    for _ in range(40):
        if not panel.keys():
            return
        key = panel.keys()[0]
        type_into(panel.field(key), "2026" if key.startswith("year") else "8", enter=True)
    raise AssertionError(panel.keys())


def mend_all(window: Window) -> None:
    """Press what mends, card by card, until nothing is offered."""
    run(window, "check.all")
    panel = parts_of(window).tabs.findings
    for _ in range(20):
        every = [b for b in panel.findChildren(QPushButton) if b.isVisible()]
        links = [b for b in every if b.text().startswith(MENDS)]
        if not links:
            return
        links.sort(key=lambda b: MENDS.index(b.text()[:4]) if b.text()[:4] in MENDS else 9)
        QTest.mouseClick(links[0], Qt.MouseButton.LeftButton)
        QApplication.processEvents()


def test_from_a_pasted_template_to_a_pdf(
    window: Window, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shop = parts_of(window)
    answer(monkeypatch, ReceiptDialog, lambda sheet: sheet.accept())
    run(window, "tidy.run")
    assert "笔墨斋" not in text_of(window)
    parts = [words for words in tree_words(window) if "、" in words[:2]]
    assert [words[:5].replace(" ", "") for words in parts] == ["一、把准", "二、搭好", "三、用好"]

    run(window, "blanks.sheet")
    type_into(shop.tabs.blanks.field("unit:X工会"), "临江区总工会", enter=True)
    assert text_of(window).count("临江区总工会") == 2

    insert_by_searching(window, "工友")
    move_and_take_back(window, "搭好擂台")
    target = tmp_path / "定稿.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    answer(monkeypatch, GateSheet, lambda sheet: sheet.choose("final"))
    run(window, "print.pdf")
    assert not target.exists(), "the gate must hold it up"
    fill_everything(window)
    mend_all(window)
    assert shop.gate.verdict().must == ()
    run(window, "print.pdf")
    assert target.read_bytes().startswith(b"%PDF")


def insert_by_searching(window: Window, words: str) -> None:
    shop = parts_of(window)
    until(shop.phrase_bank.loaded)
    put_caret(window, "谢谢大家")
    run(window, "insert.phrase")
    search = QApplication.focusWidget()
    assert isinstance(search, QLineEdit)
    type_into(search, words)
    assert search.text() == words
    QTest.keyClick(search, Qt.Key.Key_Down)
    phrase = shop.tabs.phrases.current()
    assert phrase is not None and words in phrase.text
    QTest.keyClick(search, Qt.Key.Key_Return)
    assert phrase.text + "谢谢大家" in text_of(window)
    assert QApplication.focusWidget() is parts_of(window).page


def move_and_take_back(window: Window, title: str) -> None:
    before = text_of(window)
    put_caret(window, title)
    run(window, "outline.up")
    assert text_of(window) != before
    until(lambda: "重排序号…" in parts_of(window).messages.offers())
    QTest.keyClick(parts_of(window).page, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert text_of(window) == before
    until(lambda: "重排序号…" not in parts_of(window).messages.offers())


def test_back_from_the_gate_one_is_where_it_is_mended(
    window: Window, monkeypatch: pytest.MonkeyPatch
) -> None:
    shop = parts_of(window)
    shop.tabs.bring(shop.tabs.phrases)
    answer(monkeypatch, GateSheet, lambda sheet: sheet.choose("mend"))
    run(window, "print.pdf")
    assert shop.tabs.currentWidget() is shop.tabs.blanks
    fill_everything(window)
    run(window, "print.pdf")
    assert shop.tabs.currentWidget() is shop.tabs.findings
