"""One option in the settings window: label, field, what it does, and back to the default."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import cast

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QGridLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QSpinBox,
    QWidget,
)

from editor.editions.styles import FANG_SONG, HEI, KAI, TITLE_SONG, Face
from editor.settings.option_declaration import Option, Value
from editor.settings.store import Settings
from editor.ui.look.plain_words import PlainLabel, literal
from editor.ui.look.theme import INTERFACE_FAMILIES
from editor.ui.settings.font_box import FontBox

_FACES: dict[str, Face] = {
    "page_face_title": TITLE_SONG,
    "page_face_heading": HEI,
    "page_face_subheading": KAI,
    "page_face_body": FANG_SONG,
}


class OptionRow(QWidget):
    """Sets its option at every change; `show_value` follows changes made elsewhere."""

    def __init__(self, option: Option, settings: Settings) -> None:
        super().__init__()
        self.option = option
        self._settings = settings
        self._showing = False
        self._field, self._show = self._made()
        self._field.setAccessibleName(option.label)
        self._field.setAccessibleDescription(option.help)
        self._field.setToolTip(literal(option.help))
        self.back = QPushButton("恢复默认")
        self.back.setProperty("role", "link")
        self.back.setAccessibleName(f"{option.label}恢复默认")
        self.back.clicked.connect(lambda _=False: settings.reset(option.name))
        self._lay_out()
        self.show_value()

    def show_value(self) -> None:
        """Show what the option is now."""
        value = self._settings.get(self.option.name)
        self._showing = True
        self._show(value)
        self._showing = False
        keeps = self.back.sizePolicy()
        keeps.setRetainSizeWhenHidden(True)  # the field beside it does not move
        self.back.setSizePolicy(keeps)
        self.back.setVisible(value != self.option.default)

    def fit(self) -> None:
        """Ask for the room that the words need in the type of now."""
        for words in self.findChildren(QLabel):
            words.updateGeometry()
        if layout := self.layout():
            layout.invalidate()
        self.updateGeometry()

    def field(self) -> QWidget:
        """What one changes it with."""
        return self._field

    def taken_by_keys(self) -> list[QWidget]:
        """Where Tab stops in it, in order."""
        return [self._field, self.back]

    def _put(self, value: Value) -> None:
        if not self._showing:
            self._settings.set(self.option.name, value)

    def _lay_out(self) -> None:
        option = self.option
        told = PlainLabel(option.help)
        told.setProperty("role", "dim")
        told.setWordWrap(True)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(2)
        grid.setColumnStretch(0, 1)
        if isinstance(self._field, QCheckBox):
            grid.addWidget(self._field, 0, 0)
        else:
            name = PlainLabel(option.label)
            name.setWordWrap(True)
            name.setBuddy(self._field)
            grid.addWidget(name, 0, 0)
            grid.addWidget(self._field, 0, 1, Qt.AlignmentFlag.AlignRight)
        grid.addWidget(self.back, 0, 2)
        grid.addWidget(told, 1, 0, 1, 3)

    def _made(self) -> tuple[QWidget, Callable[[Value], object]]:
        """The field, and what shows a value in it."""
        option = self.option
        if option.kind == "font":
            return self._font_box()
        if option.choices:
            return self._choice()
        if isinstance(option.default, bool):
            tick = QCheckBox(option.label)
            tick.toggled.connect(self._put)
            return tick, lambda value: tick.setChecked(bool(value))
        if isinstance(option.default, int):
            return self._number()
        line = QLineEdit()
        line.setMinimumWidth(180)
        line.textEdited.connect(lambda: self._put(line.text().strip()))
        return line, lambda value: None if line.hasFocus() else line.setText(str(value))

    def _font_box(self) -> tuple[QWidget, Callable[[Value], object]]:
        face = _FACES.get(self.option.name)
        usual = f"公文字体（{face.name}）" if face else "随系统"
        first: Sequence[str] = face.own_families if face else INTERFACE_FAMILIES
        box = FontBox(usual, first)
        box.chosen.connect(self._put)
        return box, lambda value: box.show_family(str(value))

    def _choice(self) -> tuple[QWidget, Callable[[Value], object]]:
        box = QComboBox()
        for choice, label in self.option.choices:
            box.addItem(label, choice)
        box.currentIndexChanged.connect(lambda: self._put(str(box.currentData())))
        return box, lambda value: box.setCurrentIndex(box.findData(value))

    def _number(self) -> tuple[QWidget, Callable[[Value], object]]:
        option, spin = self.option, QSpinBox()
        spin.setRange(option.low, option.high)
        spin.setSuffix(f" {option.unit}" if option.unit else "")
        spin.setKeyboardTracking(False)  # 1 on the way to 150 is no zoom
        spin.lineEdit().setTextMargins(6, 0, 0, 0)
        spin.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        spin.valueChanged.connect(self._put)
        return spin, lambda value: spin.setValue(cast(int, value))
