"""The form of the unit's profile: which one is in use, and what it says."""

from __future__ import annotations

from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QMessageBox,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from editor.profile.name_guess import guessed_from_name
from editor.profile.profile_store import ProfileStore
from editor.profile.unit_profile import KINDS, LEVELS, Profile, ProfileError, profile_of
from editor.storage.causes import cause_of
from editor.ui.look.button_row import accept_or_leave
from editor.ui.look.explained import explain
from editor.ui.look.first_size import fit
from editor.ui.look.plain_words import PlainLabel, add_row, literal
from editor.ui.look.spoken_name import say_what_for

NONE = "不用档案"
_FIELDS = (
    ("全称", "单位全称", "如 云川市总工会"),
    ("简称", "单位简称", "如 市总工会"),
    ("省", "省（自治区、直辖市）", "可不填"),
    ("市", "市（州、盟）", "如 云川市"),
    ("县", "县（市、区、旗）", "市级单位不填"),
    ("乡", "乡镇（街道）", "县级以上单位不填"),
    ("届次", "届次", "如 第十一届"),
    ("年份", "讲话年份", "不填就是今年"),
)
_ABOUT = (
    "填空时会把档案里的单位、地名、姓名、届次列出来供选；"
    "检查时按档案找别处留下的地名、层级、单位和领导姓名。只存在本机。"
)


class ProfileDialog(QDialog):
    """Edits one profile at a time; 确定 keeps it and takes it into use."""

    def __init__(self, parent: QWidget | None, store: ProfileStore) -> None:
        super().__init__(parent)
        explain(self, "profile")
        self.setWindowTitle("单位档案")
        self.setMinimumWidth(520)
        self._store = store
        self._editing = ""
        self.choice = QComboBox()
        self.fields = {key: QLineEdit() for key, _, _ in _FIELDS}
        self.boxes = {"层级": _box(LEVELS), "类别": _box(KINDS)}
        self.leaders = QPlainTextEdit()
        self._form = QWidget()
        self._lay_out()
        self._list(store.chosen())
        self.choice.currentTextChanged.connect(self._show_named)
        self.fields["全称"].editingFinished.connect(self.guess)
        fit(self, 560, 740)
        if not self._editing:
            self.fields["全称"].setFocus()

    def profile(self) -> Profile:
        """What the form says. Raises ProfileError in words for the user."""
        data: dict[str, object] = {key: field.text() for key, field in self.fields.items()}
        data |= {key: box.currentText() for key, box in self.boxes.items()}
        data["领导"] = [x for x in self.leaders.toPlainText().splitlines() if x.strip()]
        return profile_of(data)

    def show_profile(self, profile: Profile) -> None:
        """Put a profile into the form."""
        data = profile.to_data()
        for key, field in self.fields.items():
            field.setText(str(data.get(key, "")))
        for key, box in self.boxes.items():
            box.setCurrentIndex(max(0, box.findText(str(data.get(key, "")))))
        rows = [f"{leader.title} {leader.name}".strip() for leader in profile.leaders]
        self.leaders.setPlainText("\n".join(rows))

    def begin_new(self) -> None:
        """An empty form for one more profile."""
        self.choice.blockSignals(True)
        self.choice.setCurrentIndex(-1)
        self.choice.blockSignals(False)
        self._edit("", Profile())
        self.fields["全称"].setFocus()

    def guess(self) -> None:
        """Fill what the full name says already into what is still empty."""
        for key, words in guessed_from_name(self.fields["全称"].text()).items():
            if key in self.fields and not self.fields[key].text():
                self.fields[key].setText(words)
            elif key in self.boxes and not self.boxes[key].currentText():
                self.boxes[key].setCurrentText(words)

    def remove(self) -> None:
        """Forget the profile that is shown, after asking."""
        question = f"删掉“{self._editing}”的档案？"
        answer = QMessageBox.question(self, "单位档案", literal(question))
        if answer == QMessageBox.StandardButton.Yes:
            try:
                self._store.remove(self._editing)
            except OSError as error:
                QMessageBox.warning(self, "单位档案", literal(f"删不掉：{cause_of(error).what}"))
            self._list(None)

    def accept(self) -> None:
        """Keep the profile and use it; an empty form or 不用档案 uses none."""
        try:
            profile = self.profile()
            if self._form.isEnabled() and profile != Profile():
                self._store.choose(self._store.put(profile, self._editing))
            else:
                self._store.choose("")
        except ProfileError as error:
            QMessageBox.warning(self, "单位档案", literal(str(error)))
            return
        except OSError as error:
            QMessageBox.warning(self, "单位档案", literal(f"存不下来：{cause_of(error)}"))
            return
        super().accept()

    def _list(self, shown: Profile | None) -> None:
        names = self._store.names()
        self.choice.blockSignals(True)
        self.choice.clear()
        self.choice.addItems([NONE, *names])
        self.choice.setCurrentText(shown.name if shown else NONE)
        self.choice.blockSignals(False)
        if shown or not names:
            self._edit(shown.name if shown else "", shown or Profile())
            if not shown:
                self.choice.setCurrentIndex(-1)
        else:
            self._show_named(NONE)

    def _show_named(self, name: str) -> None:
        profile = self._store.get(name)
        self._edit(name if profile else "", profile or Profile())
        self._form.setEnabled(name != NONE)

    def _edit(self, name: str, profile: Profile) -> None:
        self._editing = name
        self._form.setEnabled(True)
        self._remove.setEnabled(bool(name))
        self.show_profile(profile)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 20, 20, 16)
        column.setSpacing(14)
        about = PlainLabel(_ABOUT)
        about.setWordWrap(True)
        about.setProperty("role", "dim")
        column.addWidget(about)
        column.addLayout(self._choice_line())
        scroll = QScrollArea()  # on a small screen, or with large type
        scroll.setWidgetResizable(True)
        scroll.setWidget(self._form)
        scroll.viewport().setAutoFillBackground(False)
        self._form.setAutoFillBackground(False)
        column.addWidget(scroll, 1)
        self._lay_out_form()
        column.addWidget(accept_or_leave(self))

    def _choice_line(self) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(8)
        self.choice.setPlaceholderText("新档案")
        new = QPushButton("新建")
        new.clicked.connect(self.begin_new)
        self._remove = QPushButton("删除")
        self._remove.clicked.connect(self.remove)
        label = PlainLabel("现用档案")
        line.addWidget(label)
        line.addWidget(self.choice, 1)
        say_what_for(self.choice, "现用的档案", label)
        line.addWidget(new)
        line.addWidget(self._remove)
        return line

    def _lay_out_form(self) -> None:
        form = QFormLayout(self._form)
        form.setContentsMargins(0, 0, 8, 0)
        form.setVerticalSpacing(10)
        for key, words, hint in _FIELDS:
            self.fields[key].setPlaceholderText(hint)
            self.fields[key].setAccessibleName(words)
            add_row(form, words, self.fields[key])
            if key == "简称":
                for name, box in self.boxes.items():
                    box.setAccessibleName(name)
                    add_row(form, name, box)
        self.leaders.setPlaceholderText("一行一位，先写职务，空一格写姓名，如\n市总工会主席 郑明远")
        self.leaders.setAccessibleName("领导")
        self.leaders.setTabChangesFocus(True)
        self.leaders.setFixedHeight(96)
        add_row(form, "领导", self.leaders)


def _box(words: tuple[str, ...]) -> QComboBox:
    box = QComboBox()
    box.addItems(["", *words])
    return box
