"""The compare window: two texts side by side or merged, from change to change, taking them.

Not modal: one can go on writing beside it, and it follows.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from editor.ui.drafts.comparison_rows import display_rows, folded
from editor.ui.drafts.comparison_session import ComparisonSession
from editor.ui.drafts.comparison_view import ComparisonView
from editor.ui.drafts.version_words import tally_words
from editor.ui.look.button_row import ButtonRow, push_button
from editor.ui.look.explained import explain
from editor.ui.look.first_size import fit
from editor.ui.look.palette import Colours
from editor.ui.look.plain_words import PlainLabel, titled


class ComparisonWindow(QDialog):
    """Shows a session; its buttons and keys act on the current change."""

    def __init__(self, parent: QWidget, session: ComparisonSession, colours: Colours) -> None:
        super().__init__(parent)
        explain(self, "compare")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowFlag(Qt.WindowType.WindowMaximizeButtonHint)
        self._texts = texts = session.texts
        self.setWindowTitle(titled(f"比较：{texts.my_name} 与 {texts.other_name}"))
        self.session = session
        session.setParent(self)
        self.view = ComparisonView(colours)
        self.current = -1
        self._counts, self._said = PlainLabel(), PlainLabel()
        self._now = PlainLabel()
        self._merged = QPushButton("合并显示")
        self._only = QCheckBox("只看改动")
        self._again = QPushButton("重看放过的")
        self._buttons: list[QPushButton] = []
        self._lay_out()
        self._keys()
        self.view.chosen.connect(self.go)
        session.changed.connect(self.refresh)
        session.said.connect(self._said.setText)
        self._only.setChecked(len(session.comparison.rows) > 40)
        self._only.toggled.connect(self.refresh)
        self._merged.toggled.connect(self._turn)
        fit(self, 1080, 680)
        self.refresh()

    def refresh(self) -> None:
        """Show the comparison as it is now; the current change stays the nearest one."""
        rows = display_rows(self.session.comparison, flip=self._texts.earlier)
        if self._only.isChecked():
            rows = folded(rows)
        self.view.show_rows(rows, merged=self._merged.isChecked())
        self._counts.setText(tally_words(self.session.tally()))
        self._again.setEnabled(self.session.aside() > 0)
        waiting = self.session.open()
        self.go(next((n for n in waiting if n >= self.current), waiting[-1] if waiting else -1))

    def go(self, number: int) -> None:
        """Make a change the current one; -1 for none."""
        self.current = number
        waiting = self.session.open()
        words = ""
        if number >= 0:
            rank = waiting.index(number) + 1 if number in waiting else 0
            of = f"第 {rank} 处，共 {len(waiting)} 处" if rank else "已放过"
            words = f"{of}　{self.session.words(number)}"
            blocked = self.session.blocked(number)
            words += f"　（{blocked}）" if blocked else ""
        elif not self.session.same:
            words = f"都看过了，放过 {self.session.aside()} 处。"
        else:
            words = "两边的文字相同。"
        self._now.setText(words)
        for button in self._buttons:
            button.setEnabled(number >= 0)
        self.view.show_current(number, words)

    def step(self, by: int) -> None:
        """To the next (1) or previous (-1) change; around at the ends."""
        waiting = self.session.open()
        if not waiting:
            return
        if by > 0:
            target = next((n for n in waiting if n > self.current), waiting[0])
        else:
            target = next((n for n in reversed(waiting) if n < self.current), waiting[-1])
        self.go(target)

    def take(self) -> None:
        """Take the current change."""
        self._said.clear()
        if self.current >= 0 and self.session.take(self.current):
            self._said.setText(f"已{self._texts.verb} 1 处，按 Ctrl+Z 撤销。")

    def let_be(self) -> None:
        """Set the current change aside."""
        self._said.clear()
        if self.current >= 0:
            self.session.set_aside(self.current)

    def take_rest(self) -> None:
        """Take all that is left."""
        count = self.session.take_rest()
        verb = self._texts.verb
        self._said.setText(f"已{verb} {count} 处，按一次 Ctrl+Z 全部撤销。")

    def put_colours(self, colours: Colours) -> None:
        """Other colours."""
        self.view.put_colours(colours)

    def _back(self, run: Callable[[], object]) -> None:
        self._said.clear()
        run()

    def _turn(self, merged: bool) -> None:
        self._merged.setText("并排显示" if merged else "合并显示")
        self._heads.setVisible(not merged)
        self.refresh()

    def _keys(self) -> None:
        for keys, run in (
            ("F8", lambda: self.step(1)),
            ("Shift+F8", lambda: self.step(-1)),
            ("Alt+Down", lambda: self.step(1)),
            ("Alt+Up", lambda: self.step(-1)),
            ("Ctrl+Return", self._if_able(self.take)),
            ("Ctrl+Delete", self._if_able(self.let_be)),
            ("Ctrl+Z", self._if_able(lambda: self._back(self.session.undo))),
            ("Ctrl+Y", self._if_able(lambda: self._back(self.session.redo))),
        ):
            QShortcut(QKeySequence(keys), self, run)

    def _if_able(self, run: Callable[[], object]) -> Callable[[], object]:
        return run if self.session.can_take else lambda: None

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        self._merged.setCheckable(True)
        self._merged.setProperty("role", "chip")
        top.addWidget(self._counts, 1)
        top.addWidget(self._only)
        top.addWidget(self._merged)
        self._heads = self._head_row()
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(8)
        column.addLayout(top)
        frame = QFrame()
        frame.setProperty("role", "card")
        inner = QVBoxLayout(frame)
        inner.setContentsMargins(1, 1, 1, 1)
        inner.setSpacing(0)
        inner.addWidget(self._heads)
        inner.addWidget(self.view, 1)
        column.addWidget(frame, 1)
        self._said.setProperty("role", "dim")
        self._said.setWordWrap(True)
        column.addWidget(self._now)
        column.addWidget(self._foot())

    def _head_row(self) -> QWidget:
        texts, row = self._texts, QWidget()
        names = [texts.my_name, texts.other_name]
        line = QHBoxLayout(row)
        line.setContentsMargins(12, 6, 12, 6)
        for name in reversed(names) if texts.earlier else names:
            label = PlainLabel(name)
            label.setProperty("role", "strong")
            line.addWidget(label, 1)
        return row

    def _foot(self) -> ButtonRow:
        back = push_button("上一处", lambda: self.step(-1), "Shift+F8")
        on = push_button("下一处", lambda: self.step(1), "F8")
        self._buttons = [back, on]
        self._again.setProperty("role", "link")
        self._again.clicked.connect(self.session.bring_back)
        close = push_button("关闭", self.close)
        if not self.session.can_take:
            return ButtonRow(None, (back, on, self._again), close, note=self._said)
        verb = self._texts.verb
        take = push_button(f"{verb}这一处", self.take, "Ctrl+Enter")
        let_be = push_button("放过", self.let_be, "Ctrl+Delete")
        rest = push_button(f"{verb}全部", self.take_rest)
        self._buttons += [take, let_be, rest]
        return ButtonRow(take, (let_be, rest, back, on, self._again), close, note=self._said)
