"""The buttons at the foot of a window: one order, all of them there."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QLineEdit,
    QMessageBox,
    QPushButton,
    QVBoxLayout,
)

from editor.ui.look.button_row import ButtonRow, push_button
from editor.ui.look.palette import LIGHT
from editor.ui.look.theme import put_on
from tests.sources import source_files, text_of, where


class Sheet(QDialog):
    """A dialog with a field and three buttons; ``pressed`` tells which were pressed."""

    def __init__(self, width: int) -> None:
        super().__init__()
        self.pressed: list[str] = []
        self.field = QLineEdit()
        words = ("打印定稿", "打印草稿", "回去改")
        self.all = [push_button(w, lambda w=w: self.pressed.append(w)) for w in words]
        column = QVBoxLayout(self)
        column.addWidget(self.field)
        column.addWidget(ButtonRow(self.all[0], (self.all[1],), self.all[2]))
        self.resize(width, 200)
        self.show()
        QApplication.processEvents()

    def places(self) -> list[tuple[int, int]]:
        """Line and left edge of each button."""
        at = [b.mapTo(self, b.rect().topLeft()) for b in self.all]
        return [(point.y(), point.x()) for point in at]


def test_what_is_done_comes_first_and_what_leaves_last_at_the_right(
    application: QApplication,
) -> None:
    sheet = Sheet(600)
    lines = {y for y, _ in sheet.places()}
    assert len(lines) == 1 and sheet.places() == sorted(sheet.places())
    last = sheet.all[-1]
    assert sheet.width() - last.mapTo(sheet, last.rect().topRight()).x() < 24


def test_a_narrow_window_has_all_of_its_buttons(application: QApplication) -> None:
    sheet = Sheet(150)
    assert sheet.width() == 150 and len({y for y, _ in sheet.places()}) == 3
    assert all(b.mapTo(sheet, b.rect().topRight()).x() < 150 for b in sheet.all)
    assert all(b.width() >= b.sizeHint().width() for b in sheet.all)


def test_enter_does_the_first_also_after_a_click_on_another(application: QApplication) -> None:
    sheet = Sheet(600)
    sheet.field.setFocus()
    QTest.mouseClick(sheet.all[1], Qt.MouseButton.LeftButton)
    QTest.keyClick(sheet.field, Qt.Key.Key_Return)
    assert sheet.pressed == ["打印草稿", "打印定稿"]


def test_enter_on_a_button_reached_by_tab_presses_that_button(application: QApplication) -> None:
    sheet = Sheet(600)
    sheet.activateWindow()
    sheet.all[2].setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(sheet.all[2], Qt.Key.Key_Return)
    assert sheet.pressed == ["回去改"]


def test_questions_of_qt_keep_the_same_order(application: QApplication) -> None:
    put_on(application, LIGHT, 13)
    box = QMessageBox()
    roles = QMessageBox.ButtonRole
    box.addButton("取消", roles.RejectRole)
    box.addButton("不保存", roles.DestructiveRole)
    box.addButton("保存", roles.AcceptRole)
    box.show()
    QApplication.processEvents()
    shown = sorted(box.findChildren(QPushButton), key=lambda b: b.mapTo(box, b.pos()).x())
    assert [b.text() for b in shown] == ["保存", "不保存", "取消"]


def test_no_other_module_makes_a_row_of_its_own() -> None:
    files = source_files("editor/ui")
    assert [where(f) for f in files if "QDialogButtonBox" in text_of(f)] == [
        "editor/ui/look/style_sheet.py"
    ]
