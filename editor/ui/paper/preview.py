"""The print preview: the pages, where one is among them, and what to do next."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QPushButton, QVBoxLayout, QWidget

from editor.editions.composed_pages import Pages
from editor.editions.styles import Face
from editor.manuscript.file_objects import counted
from editor.ui.look.explained import explain
from editor.ui.look.first_size import fit
from editor.ui.look.flow_layout import FlowLayout
from editor.ui.look.fonts import Typecase
from editor.ui.look.plain_words import PlainLabel, literal, titled
from editor.ui.message_bar import MessageBar
from editor.ui.paper.paper_view import PaperView


class Preview(QDialog):
    """Shows pages; asks others to print or export by its signals and stays open."""

    print_requested = Signal()
    pdf_requested = Signal()
    docx_requested = Signal()

    def __init__(
        self, pages: Pages, parent: QWidget | None = None, title: str = "打印预览"
    ) -> None:
        super().__init__(parent)
        explain(self, "print")
        self.setWindowTitle(titled(title))
        self.setWindowFlag(Qt.WindowType.WindowMaximizeButtonHint)
        fit(self, 900, 860)
        self._typecase = Typecase()
        self.view = PaperView(self._typecase)
        self.where = PlainLabel()
        self.zoom = PlainLabel()
        self.messages = MessageBar()  # of what was printed or exported from here
        self.notes = PlainLabel()
        self.notes.setWordWrap(True)
        self.notes.setContentsMargins(12, 6, 12, 6)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._bar())
        layout.addWidget(self.messages)
        layout.addWidget(self.notes)
        layout.addWidget(self.view, 1)
        self.view.page_changed.connect(self._tell_where)
        self.view.zoom_changed.connect(self._tell_zoom)
        self._shortcuts()
        self.show_pages(pages)
        self.view.setFocus()

    def show_pages(self, pages: Pages) -> None:
        """Show other pages, such as after an edit."""
        self._count = pages.count
        missing = [face for face in pages.faces if self._typecase.is_missing(face)]
        told = [words for words in (_undrawn_words(pages), _missing_words(missing)) if words]
        self.notes.setText("\n".join(told))
        self.notes.setToolTip(literal("\n".join(self._typecase.notes(missing))))
        self.notes.setVisible(bool(told))
        self.view.show_pages(pages)
        self._tell_where()

    def _bar(self) -> QWidget:
        bar = QWidget()
        row = FlowLayout(bar)
        row.setContentsMargins(12, 8, 12, 8)
        first = _button("打印…(&P)", self.print_requested.emit, "Ctrl+P")
        first.setDefault(True)
        row.addWidget(first)
        row.addWidget(_button("导出 PDF 文件…(&E)", self.pdf_requested.emit))
        row.addWidget(_button("导出 Word 定稿…(&W)", self.docx_requested.emit))
        self.where.setAlignment(Qt.AlignmentFlag.AlignCenter)
        row.add_wide(self.where, 10)
        row.addWidget(_button("缩小", lambda: self.view.set_zoom(self.view.zoom - 10), "Ctrl+-"))
        row.addWidget(self.zoom)
        row.addWidget(_button("放大", lambda: self.view.set_zoom(self.view.zoom + 10), "Ctrl++"))
        row.addWidget(_button("整页", self.view.fit_page))
        row.addWidget(_button("页宽", self.view.fit_width))
        row.addWidget(_button("关闭(&C)", self.close, "Esc"))
        return bar

    def _shortcuts(self) -> None:
        keys: tuple[tuple[str, Callable[[], object]], ...] = (
            ("Ctrl+P", self.print_requested.emit),
            ("Ctrl++", lambda: self.view.set_zoom(self.view.zoom + 10)),
            ("Ctrl+=", lambda: self.view.set_zoom(self.view.zoom + 10)),
            ("Ctrl+-", lambda: self.view.set_zoom(self.view.zoom - 10)),
            ("Ctrl+0", lambda: self.view.set_zoom(100)),
        )
        for key, act in keys:
            QShortcut(QKeySequence(key), self).activated.connect(act)

    def _tell_where(self) -> None:
        self.where.setText(f"第 {self.view.page} 页 / 共 {self._count} 页")

    def _tell_zoom(self, percent: int) -> None:
        self.zoom.setText(f"{percent}%")


def _missing_words(missing: Sequence[Face]) -> str:
    names = "、".join(dict.fromkeys(face.name for face in missing))
    return (
        f"本机没有正式字体：{names}。这里和 PDF 暂用相近的字体代替；"
        "导出的 Word 文件写的仍是正式字体名。"
        if names
        else ""
    )


def _undrawn_words(pages: Pages) -> str:
    kinds = Counter(one.kind for one in pages.undrawn)
    told = "、".join(counted(kind, number) for kind, number in kinds.items())
    return f"画不出来、不会印的：{told}；请改用 Word 打印，或在 Word 里换成图片。" if told else ""


def _button(text: str, act: Callable[[], object], key: str = "") -> QPushButton:
    made = QPushButton(text)
    made.setAutoDefault(False)
    if key:
        made.setToolTip(literal(key))
    made.clicked.connect(lambda _=False: act())
    return made
