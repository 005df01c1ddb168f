"""The bar under the page that finds and replaces; it works on a controller, never on widgets.

The window's actions (Ctrl+F, Ctrl+H, F3, Shift+F3) call `open_find`, `open_replace`,
`find_next` and `find_previous`. Enter, Shift+Enter and Esc work in the bar itself.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QGridLayout,
    QLabel,
    QLineEdit,
    QToolButton,
    QWidget,
)

from editor.manuscript.paragraph import Position, Span
from editor.manuscript.search import find, replacements
from editor.ui.document.controller import DocumentController
from editor.ui.page.page_view import PageView

_PAUSE_MS = 120  # after a key, before a changed text is searched again


class FindBar(QWidget):
    """Find and replace: all hits are marked, the current one is selected."""

    closed = Signal()

    def __init__(self, controller: DocumentController, page: PageView) -> None:
        super().__init__()
        self._controller, self._page = controller, page
        self._hits: tuple[Span, ...] = ()
        self._current: Span | None = None
        self.words = self._line("查找", "查找的内容")
        self.other = self._line("替换为", "替换成的内容")
        self.count = QLabel()
        self.count.setMinimumWidth(96)
        self.case = QCheckBox("区分大小写")
        self.width_matters = QCheckBox("区分全角半角")
        self._replacing: list[QWidget] = []
        self._timer = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._build()
        self._connect()
        self.hide()

    def open_find(self) -> None:
        """Show the bar with what is selected as the words to find."""
        self._open(replacing=False)

    def open_replace(self) -> None:
        """Show the bar with its second row."""
        self._open(replacing=True)

    def close_bar(self) -> None:
        """Hide the bar, unmark the hits and give the page the focus."""
        self.hide()
        self._hits, self._current = (), None
        self._page.show_hits(())
        self._page.setFocus()
        self.closed.emit()

    def find_next(self) -> None:
        """Select the next hit behind the caret, from the start again at the end."""
        self._go(forward=True)

    def find_previous(self) -> None:
        """Select the hit before the caret, from the end again at the start."""
        self._go(forward=False)

    def replace_one(self) -> None:
        """Replace the hit that is selected and go to the next; else only go."""
        span = self._current
        if span is not None and self._controller.selection() == (span.head, span.tail):
            end = Position(span.paragraph, span.start + len(self.other.text()))
            self._controller.apply(replacements((span,), self.other.text()), (end, end))
            self.search()
        self.find_next()

    def replace_all(self) -> None:
        """Replace all hits as one undo step."""
        self.search()
        hits = self._hits
        if hits:
            self._controller.apply(replacements(hits, self.other.text()))
            self.search()
            self.count.setText(f"已替换 {len(hits)} 处")

    def search(self) -> None:
        """Find the words anew and mark the hits; the caret stays."""
        words = self.words.text()
        self._hits = ()
        if words:
            self._hits = find(
                self._controller.manuscript(),
                words,
                case=self.case.isChecked(),
                whole_width=not self.width_matters.isChecked(),
            )
        start, end = self._controller.selection()
        at = [span for span in self._hits if (span.head, span.tail) == (start, end)]
        self._current = at[0] if at else None
        self._show()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter, Shift+Enter and Esc in the two lines."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() == Qt.Key.Key_Escape:
                self.close_bar()
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                back = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
                self._answer_enter(in_words=watched is self.words, back=bool(back))
                return True
        return super().eventFilter(watched, event)

    # -- inside

    def _answer_enter(self, *, in_words: bool, back: bool) -> None:
        if in_words:
            self._go(forward=not back, focus=False)
        else:
            self.replace_one()
            self.other.setFocus()

    def _open(self, *, replacing: bool) -> None:
        chosen = self._controller.selected_text()
        if chosen and "\n" not in chosen:
            self.words.setText(chosen)
        for widget in self._replacing:
            widget.setVisible(replacing)
        self.show()
        self.words.setFocus()
        self.words.selectAll()
        self.search()

    def _go(self, *, forward: bool, focus: bool = True) -> None:
        if self.isHidden() or self._timer.isActive():
            self._timer.stop()
            self.search()
        if not self._hits:
            return
        start, end = self._controller.selection()
        heads = [span.head for span in self._hits]
        if forward:
            here = self._current is not None and self._current.head == start
            index = bisect_left(heads, end if here else start) % len(heads)
        else:
            index = bisect_left(heads, start) - 1
        self._current = self._hits[index]
        self._controller.go_to(self._current.head, self._current.tail)
        if not focus:
            self.words.setFocus()
        self._show()

    def _show(self) -> None:
        if self.isHidden():
            return
        self._page.show_hits(self._hits, self._current)
        if not self.words.text():
            self.count.setText("")
        elif not self._hits:
            self.count.setText("没有找到")
        elif self._current is None:
            self.count.setText(f"共 {len(self._hits)} 处")
        else:
            self.count.setText(f"{self._hits.index(self._current) + 1}/{len(self._hits)}")

    def _line(self, name: str, hint: str) -> QLineEdit:
        made = QLineEdit()
        made.setAccessibleName(name)
        made.setPlaceholderText(hint)
        made.setClearButtonEnabled(True)
        made.installEventFilter(self)
        return made

    def _button(self, words: str, tip: str, answer: Callable[[], None]) -> QToolButton:
        made = QToolButton()
        made.setText(words)
        made.setToolTip(tip)
        made.setAccessibleName(tip)
        made.setMinimumHeight(28)
        made.clicked.connect(answer)
        return made

    def _build(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(12, 8, 12, 8)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(8)
        first = (
            QLabel("查找"),
            self.words,
            self._button("上一处", "上一处（Shift+F3）", self.find_previous),
            self._button("下一处", "下一处（F3）", self.find_next),
            self.count,
            self.case,
            self.width_matters,
            self._button("关闭", "关闭查找（Esc）", self.close_bar),
        )
        self._replacing = [
            QLabel("替换为"),
            self.other,
            self._button("替换", "替换这一处，再找下一处", self.replace_one),
            self._button("全部替换", "全部替换（可以一次撤销）", self.replace_all),
        ]
        for row, widgets in enumerate((first, self._replacing)):
            for column, widget in enumerate(widgets):
                grid.addWidget(widget, row, column)
        grid.setColumnStretch(1, 1)

    def _connect(self) -> None:
        self.words.textChanged.connect(self.search)
        self.case.toggled.connect(self.search)
        self.width_matters.toggled.connect(self.search)
        self._timer.timeout.connect(self.search)
        self._controller.edited.connect(self._search_soon)

    def _search_soon(self) -> None:
        if not self.isHidden():
            self._timer.start()
