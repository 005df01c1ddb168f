"""The receipt window tells everything and gives back the ticked."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QLabel,
    QPushButton,
    QTextBrowser,
    QTreeWidget,
    QWidget,
)

from editor.intake.receipt import Receipt
from editor.intake.tidy import tidy
from editor.manuscript.manuscript import manuscript_of
from editor.ui.look.palette import LIGHT
from editor.ui.receipt.original_dialog import OriginalDialog
from editor.ui.receipt.receipt_dialog import ReceiptDialog
from editor.ui.receipt.receipt_words import before_and_after
from editor.ui.receipt.tidy_commands import looks_messy
from tests.intake.test_take_back import MESSY


@pytest.fixture
def receipt() -> Receipt:
    return tidy(manuscript_of(MESSY))


@pytest.fixture
def dialog(application: object, receipt: Receipt) -> Iterator[ReceiptDialog]:
    parent = QWidget()
    shown = ReceiptDialog(parent, receipt, LIGHT)
    yield shown
    shown.deleteLater()


def said(dialog: ReceiptDialog) -> str:
    return "\n".join(label.text() for label in dialog.findChildren(QLabel))


def test_everything_is_ticked_at_first(dialog: ReceiptDialog, receipt: Receipt) -> None:
    assert dialog.chosen() == receipt.items
    assert "一字不差" in said(dialog)


def test_a_kind_without_its_tick_is_kept(dialog: ReceiptDialog, receipt: Receipt) -> None:
    dialog.tick(["copyright"], False)
    assert {i.kind for i in receipt.items} - {i.kind for i in dialog.chosen()} == {"copyright"}
    clean = len(receipt.clean(dialog.chosen()).text)
    assert f"清理后 {clean:,}" in said(dialog)


def test_enter_cleans(dialog: ReceiptDialog) -> None:
    dialog.show()
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    assert dialog.result() == ReceiptDialog.DialogCode.Accepted


def test_the_original_is_one_button_away(dialog: ReceiptDialog) -> None:
    dialog.show()
    [button] = [b for b in dialog.findChildren(QPushButton) if b.text() == "查看原文"]
    button.click()
    [original] = dialog.findChildren(OriginalDialog)
    assert original.text.toPlainText() == MESSY
    assert original.text.isReadOnly()


def test_only_a_paste_with_removals_is_messy() -> None:
    assert looks_messy(MESSY)
    assert not looks_messy("同志们：\n今天开会。\n谢谢大家！")


def test_enter_cleans_also_after_a_look_at_the_original(dialog: ReceiptDialog) -> None:
    dialog.show()
    look = next(b for b in dialog.findChildren(QPushButton) if b.text() == "查看原文")
    QTest.mouseClick(look, Qt.MouseButton.LeftButton)
    assert not look.isDefault()
    QTest.keyClick(QApplication.focusWidget() or dialog, Qt.Key.Key_Return)
    assert dialog.result() == QDialog.DialogCode.Accepted


def test_a_whole_line_that_goes_leaves_nothing_in_words() -> None:
    receipt = tidy(manuscript_of("首页 > 范文大全 > 正文\n同志们：\n今天开会。\n大家都来了。"))
    told = before_and_after(receipt, receipt.items[0], LIGHT)
    assert "什么也不留" in told and "首页 &gt; 范文" in told


def test_a_chosen_kind_is_told_with_its_number_and_an_example(
    dialog: ReceiptDialog, receipt: Receipt
) -> None:
    tree, pane = dialog.findChild(QTreeWidget), dialog.findChild(QTextBrowser)
    for n in range(tree.topLevelItemCount()):
        tree.setCurrentItem(tree.topLevelItem(n))
        first = next(i for i in receipt.items if tree.topLevelItem(n).text(0).startswith(i.label))
        told = pane.toPlainText()
        number = sum(i.label == first.label for i in receipt.items)
        assert told.replace("\u3000", " ").startswith(f"{first.label} {number} 处")
        assert first.why in told and "例如" in told and "清理前" in told


def test_the_doubtful_stand_by_themselves_unticked_with_their_reason(application: object) -> None:
    sure = tidy(manuscript_of(MESSY))
    asked = replace(sure.items[0], sure=False, why="像是网站的话，但没有确证")
    receipt = Receipt(sure.raw, (asked, *sure.items[1:]))
    parent = QWidget()
    dialog = ReceiptDialog(parent, receipt, LIGHT)
    head = dialog.findChild(QTreeWidget).topLevelItem(0)
    assert head.text(0).startswith("拿不准") and "没有确证" in head.child(0).text(0)
    assert dialog.chosen() == receipt.sure
    head.setCheckState(0, Qt.CheckState.Checked)
    assert dialog.chosen() == receipt.items
    dialog.deleteLater()
