"""Whatever a mouse gets to, keys get to; and one sees where the keys are."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPushButton, QTableWidget, QVBoxLayout, QWidget

from tests.ui.access.all_windows_told import faults_of_all
from tests.ui.access.reach import beyond_keys


def test_keys_get_to_all_that_a_mouse_gets_to() -> None:
    assert faults_of_all("keys") == []


def found_in(*parts: QWidget) -> list[str]:
    panel = QWidget()
    column = QVBoxLayout(panel)
    for part in parts:
        column.addWidget(part)
    panel.show()
    QTest.qWaitForWindowExposed(panel)
    faults = list(beyond_keys(panel))
    panel.close()
    return faults


def button(words: str) -> QPushButton:
    """A button that only the mouse gets to."""
    made = QPushButton(words)
    made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    return made


def test_a_button_beyond_the_keys_is_found(application: object) -> None:
    assert found_in(QLineEdit(), button("甲")) == ["QPushButton '甲': no key gets there"]


def test_a_letter_with_alt_gets_there_too(application: object) -> None:
    assert found_in(QLineEdit(), button("打印(&P)")) == []


def test_a_table_that_keeps_the_tab_key_is_found(application: object) -> None:
    table = QTableWidget(2, 2)
    faults = found_in(QLineEdit(), table, QPushButton("乙"))
    assert "QPushButton '乙': no key gets there" in faults


def test_a_control_that_does_not_show_the_keys_is_found(application: object) -> None:
    plain = QPushButton("丙")
    plain.setStyleSheet("QPushButton { border: none; outline: none; }")
    assert found_in(QLineEdit(), plain) == ["QPushButton '丙': does not show that it has the keys"]
