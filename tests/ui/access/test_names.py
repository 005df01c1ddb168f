"""Every control of every window tells a screen reader what it is, and shows words as they are."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QLabel,
    QLineEdit,
    QListWidget,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from editor.ui.look.spoken_name import say_what_for
from tests.ui.access.all_windows_told import faults_of_all
from tests.ui.access.names import nameless


def test_no_window_has_a_control_without_a_name_or_obeys_what_a_text_says() -> None:
    assert faults_of_all("names") == []


def panel_with(*parts: QWidget) -> QWidget:
    panel = QWidget()
    panel.setWindowTitle("样子")
    column = QVBoxLayout(panel)
    for part in parts:
        column.addWidget(part)
    panel.show()
    return panel


def faults_of(*parts: QWidget) -> list[str]:
    panel = panel_with(*parts)
    found = [fault.split(":")[0] for fault in nameless(panel)]
    panel.close()
    return found


def test_what_has_no_name_is_found(application: object) -> None:
    rows = QListWidget()
    rows.addItems(["甲", ""])
    assert faults_of(QPushButton(), QLineEdit(), rows) == [
        "Button QPushButton has no name",
        "EditableText QLineEdit has no name",
        "List QListWidget has no name",
        "ListItem  has no name",
    ]


def test_a_choice_is_not_named_by_what_is_chosen(application: object) -> None:
    box = QComboBox()
    box.addItem("全部")
    box.setAccessibleName("部位")
    assert faults_of(box) == ["ComboBox QComboBox has no name"]


def test_words_that_are_clicked_are_a_button_or_its_label(application: object) -> None:
    bare, told, button = QLabel("点这里"), QLabel("点这里"), QPushButton("转到")
    for label in (bare, told):
        label.setCursor(Qt.CursorShape.PointingHandCursor)
    told.setBuddy(button)
    assert faults_of(bare, told, button) == ["QLabel is clicked and is told as a mere text"]


def test_what_a_choice_is_for_is_told_without_a_label_that_shows(application: object) -> None:
    box = QComboBox()
    box.setEditable(True)
    panel = panel_with(box)
    say_what_for(box, "讲话人")
    assert list(nameless(panel)) == []
    assert [label.isVisible() for label in panel.findChildren(QLabel)] == [False]
    panel.close()
