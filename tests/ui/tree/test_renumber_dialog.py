"""The dialog of numbers: each among its words, shown on the page, ticked or left alone."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidget, QWidget

from editor.manuscript.edits import apply_all
from editor.manuscript.enumeration.renumber import renumber
from editor.manuscript.outline.reader import outline_of
from editor.ui.tree.renumber_dialog import RenumberDialog
from tests.notation import doc, lines

SPEECH = (
    "今天，我从今年的形势讲起，一共讲三点意见。 | 一、甲 | 甲文。 | 三、乙 | 以上三点，请落实。"
)


def test_each_number_stands_among_its_words_and_is_shown(application: object) -> None:
    m, parent = doc(SPEECH), QWidget()
    dialog = RenumberDialog(parent, m, renumber(m, outline_of(m)))
    rows = dialog.findChild(QListWidget)
    assert [rows.item(n).text() for n in range(rows.count())] == [
        "三 → 两　　…从今年的形势讲起，一共讲〔三〕点意见。",
        "三、 → 二、　　〔三、〕乙",
        "三 → 两　　以上〔三〕点，请落实。",
    ]
    shown: list[object] = []
    dialog.looked_at.connect(shown.append)
    rows.setCurrentRow(2)
    assert shown == [(4, 2, 3)]


def test_only_ticked_numbers_change(application: object) -> None:
    m, parent = doc(SPEECH), QWidget()
    dialog = RenumberDialog(parent, m, renumber(m, outline_of(m)))
    dialog.findChild(QListWidget).item(2).setCheckState(Qt.CheckState.Unchecked)
    after = lines(apply_all(m, dialog.edits()))
    assert "讲两点意见" in after and "二、乙" in after and "以上三点" in after
