"""The settings window: one row for each option that has a label."""

from __future__ import annotations

from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QFormLayout,
    QLineEdit,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from editor.settings.options import OPTIONS, Option, Value
from editor.settings.store import Settings
from editor.ui.look.button_row import accept_or_leave


class SettingsDialog(QDialog):
    """Edits the options; they are set when the user says 确定."""

    def __init__(self, parent: QWidget, settings: Settings) -> None:
        super().__init__(parent)
        self.setWindowTitle("设置")
        self.setMinimumWidth(440)
        self._settings = settings
        self._fields: dict[str, QWidget] = {}
        form = QFormLayout()
        form.setVerticalSpacing(12)
        for option in OPTIONS:
            if option.label:
                field = _field(option, settings.get(option.name))
                field.setToolTip(option.help)
                field.setAccessibleDescription(option.help)
                self._fields[option.name] = field
                form.addRow(option.label, field)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 20, 20, 16)
        column.setSpacing(20)
        column.addLayout(form)
        column.addWidget(accept_or_leave(self))

    def accept(self) -> None:
        """Put the fields into the settings."""
        for name, field in self._fields.items():
            self._settings.set(name, _value(field))
        super().accept()


def _field(option: Option, value: Value) -> QWidget:
    if option.choices:
        box = QComboBox()
        for choice, label in option.choices:
            box.addItem(label, choice)
        box.setCurrentIndex(box.findData(value))
        return box
    if isinstance(option.default, bool):
        tick = QCheckBox()
        tick.setChecked(bool(value))
        return tick
    if isinstance(option.default, int):
        spin = QSpinBox()
        spin.setRange(option.low, option.high)
        assert isinstance(value, int)  # the settings keep every value of its default's kind
        spin.setValue(value)
        spin.lineEdit().setTextMargins(6, 0, 0, 0)
        return spin
    return QLineEdit(str(value))


def _value(field: QWidget) -> Value:
    if isinstance(field, QComboBox):
        return str(field.currentData())
    if isinstance(field, QCheckBox):
        return field.isChecked()
    if isinstance(field, QSpinBox):
        return field.value()
    assert isinstance(field, QLineEdit)
    return field.text().strip()
