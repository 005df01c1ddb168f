"""What the page shows when no speech is open: recent files, skeletons, the sample."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from editor.ui.files.first_use import FirstUse
from editor.ui.look.flow_layout import FlowLayout
from editor.ui.look.plain_words import PlainLabel, literal
from editor.ui.look.scroll_column import ScrollColumn
from editor.ui.look.short_buttons import LinkButton

RESOURCES = Path(__file__).resolve().parents[3] / "resources"
SAMPLE = RESOURCES / "samples" / "样例讲话稿.txt"
SHOWN = 8  # recent files
GONE_SHOWN = 3  # of those whose file is not there; the list has all


def skeletons() -> list[Path]:
    """The bundled skeletons of speeches."""
    return sorted((RESOURCES / "skeletons").glob("*.txt"))


class StartPage(QWidget):
    """Asks the window to open something; it opens nothing itself."""

    open_asked = Signal()
    path_asked = Signal(str)
    skeleton_asked = Signal(str)  # '' a blank page
    sample_asked = Signal()
    found_again = Signal(object)  # one of those given to `show_kept`
    kept_asked = Signal()  # the list of all that is kept
    paste_asked = Signal()  # what is in the clipboard as a new text

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        area = ScrollColumn()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(area)
        area.column.setContentsMargins(48, 40, 48, 40)
        area.column.setSpacing(12)
        title = PlainLabel("今天写什么？")
        title.setProperty("role", "title")
        hint = PlainLabel("把范文或去年的稿子拖到这里，也可以从下面开始。")
        hint.setProperty("role", "dim")
        hint.setWordWrap(True)
        area.add(title)
        area.add(hint)
        row = QWidget()
        cards = FlowLayout(row, gap=16)
        self._recent = _Card("最近的稿子")
        self._fresh = _Card("新写一份")
        self.first_use = FirstUse()
        self.first_use.hide()
        area.add(self.first_use)
        for card in (self._recent, self._fresh):
            card.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
            cards.addWidget(card)
        area.add(row)
        area.show_column()
        QShortcut(
            QKeySequence.StandardKey.Paste, self, self.paste_asked.emit,
            context=Qt.ShortcutContext.WidgetWithChildrenShortcut,
        )  # fmt: skip
        self._paths: Sequence[Path] = ()
        self._gone: Sequence[tuple[str, object]] = ()
        self._kept = 0
        self._keys: Callable[[str], str] = lambda _command: ""
        self.show_keys(self._keys)

    def show_keys(self, keys: Callable[[str], str]) -> None:
        """Tell behind the links which keys do the same, as ``keys`` gives them by command."""
        self._keys = keys
        self._fill_fresh()
        self.show_recent(self._paths)

    def _with_keys(self, words: str, command: str) -> str:
        keys = self._keys(command)
        return f"{words}（{keys}）" if keys else words

    def show_recent(self, paths: Sequence[Path]) -> None:
        """List the files opened last."""
        self._recent.clear()
        for path in paths[:SHOWN]:
            button = self._recent.add(path.name, lambda path=path: self.path_asked.emit(str(path)))
            button.setToolTip(literal(str(path)))
        self._paths = paths
        self._add_kept()
        self._recent.add(self._with_keys("打开文件…", "file.open"), self.open_asked.emit)

    def show_kept(self, number: int, gone: Sequence[tuple[str, object]]) -> None:
        """How many speeches are kept; ``gone``: the names of those whose file is not there."""
        self._kept, self._gone = number, gone
        self.show_recent(self._paths)

    def _add_kept(self) -> None:
        for name, one in self._gone[:GONE_SHOWN]:
            words = f"文件已不在，找回：{name}"
            self._recent.add(words, lambda one=one: self.found_again.emit(one))
        if self._kept:
            self._recent.add(f"留着的文稿 {self._kept} 份…", self.kept_asked.emit)
        elif not self._paths:
            self._recent.add_note("还没有打开过稿子")

    def _fill_fresh(self) -> None:
        self._fresh.clear()
        paste = self._fresh.add("粘贴网页范文（Ctrl+V）", self.paste_asked.emit)
        paste.setToolTip("先在网页上选中、复制；粘进来就把网页上的东西清掉，清掉的都在清单里")
        words = self._with_keys("空白稿", "file.new")
        self._fresh.add(words, lambda: self.skeleton_asked.emit(""))
        for path in skeletons():
            self._fresh.add(
                f"骨架：{path.stem}", lambda path=path: self.skeleton_asked.emit(str(path))
            )
        self._fresh.add("看看样例稿", self.sample_asked.emit)


class _Card(QFrame):
    """A titled list of links."""

    def __init__(self, title: str) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(16, 12, 16, 16)
        self._column.setSpacing(4)
        head = PlainLabel(title)
        head.setProperty("role", "dim")
        self._column.addWidget(head)
        self._column.addStretch(1)

    def clear(self) -> None:
        """Take out all links, keep the title."""
        while self._column.count() > 2:
            item = self._column.takeAt(1)
            widget = item.widget() if item else None
            if widget:
                widget.deleteLater()

    def add(self, words: str, run: Callable[[], object]) -> QPushButton:
        """A link that calls ``run``."""
        button = LinkButton(words)
        button.clicked.connect(lambda: run())
        self._column.insertWidget(self._column.count() - 1, button)
        return button

    def add_note(self, words: str) -> None:
        """A dim line."""
        note = PlainLabel(words)
        note.setProperty("role", "dim")
        self._column.insertWidget(self._column.count() - 1, note)
