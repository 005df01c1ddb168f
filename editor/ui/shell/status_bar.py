"""The status bar: every figure a button to where it matters."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QStatusBar, QToolButton

from editor.analysis.tally import tally
from editor.analysis.values import Analysis
from editor.manuscript.delivery.statistics import Counts
from editor.ui.look.clock import clock
from editor.ui.look.short_buttons import FigureButton

TARGETS = {
    "words": "check.counts", "selected": "check.counts", "minutes": "app.settings",
    "blanks": "blanks.sheet", "findings": "check.all", "place": "edit.go_to",
    "encoding": "file.reopen", "zoom": "view.zoom_reset",
}  # fmt: skip


class StatusBar(QObject):
    """Keeps the figures; a click on one asks for its command.

    Names: words, selected, minutes, blanks, findings, place, encoding, zoom.
    """

    command_asked = Signal(str)  # the id of a command

    def __init__(self, bar: QStatusBar) -> None:
        super().__init__(bar)
        self._buttons: dict[str, QToolButton] = {}
        bar.setSizeGripEnabled(False)
        for name, tip in (
            ("words", "按 WPS 的办法数：汉字和全角标点各算一个，连写的字母数字算一个"),
            ("selected", "选中的字数"),
            ("minutes", "按设置里的语速估算；点一下改语速"),
            ("blanks", "没填的空；点一下看填空单"),
            ("findings", "必改和请看；点一下看检查结果"),
        ):
            bar.addWidget(self._button(name, tip))
        for name, tip in (
            ("place", "光标所在的段；点一下转到别的段"),
            ("encoding", "文件的编码；点一下换编码重新打开"),
            ("zoom", "稿纸缩放；点一下恢复 100%"),
        ):
            bar.addPermanentWidget(self._button(name, tip))
        # The bar has the height of its buttons once one was shown: the first text moves nothing.
        self.show_zoom(100)
        self.clear()

    def show_analysis(self, analysis: Analysis, pace: int, speech: Counts | None = None) -> None:
        """Put in what an analysis says; ``speech``: sizes of the one of several one is in."""
        from editor.manuscript.delivery.statistics import minutes

        spoken = minutes((speech or analysis.counts).spoken, pace)
        own = f"（本篇 {speech.words:,}）" if speech else ""
        told = tally(analysis)
        self._put("words", f"字数 {analysis.counts.words:,}{own}")
        self._put("minutes", f"{'本篇' if speech else ''}约 {clock(spoken)}（{pace} 字/分）")
        unsure = f"，另 {told.unsure} 处拿不准" if told.unsure else ""
        blanks = told.blanks_words() or "没有要填的空"
        self._put("blanks", f"未填 {told.open} 处{unsure}", f"{blanks}；点一下看填空单")
        found = told.findings_words() or "没有必改和请看"
        self._put(
            "findings", f"必改 {told.must} 处 · 请看 {told.look} 处", f"{found}；点一下看检查结果"
        )

    def show_selected(self, words: int) -> None:
        """The words of the selection; nothing where none is."""
        self._put("selected", f"选中 {words:,} 字" if words else "")

    def show_place(self, words: str) -> None:
        """Where the caret is."""
        self._put("place", words)

    def show_encoding(self, words: str) -> None:
        """What the file is."""
        self._put("encoding", words)

    def show_zoom(self, percent: int) -> None:
        """The zoom of the page."""
        self._put("zoom", f"{percent}%")

    def clear(self) -> None:
        """Nothing is open."""
        for button in self._buttons.values():
            button.hide()

    def words(self, name: str) -> str:
        """What a button says."""
        return self._buttons[name].text()

    def _button(self, name: str, tip: str) -> QToolButton:
        button = FigureButton()
        button.setObjectName(f"status.{name}")
        button.setToolTip(tip)
        button.setAutoRaise(True)
        button.hide()
        button.clicked.connect(lambda: self.command_asked.emit(TARGETS[name]))
        self._buttons[name] = button
        return button

    def _put(self, name: str, words: str, tip: str = "") -> None:
        self._buttons[name].setText(words)
        if tip:
            self._buttons[name].setToolTip(tip)
        self._buttons[name].setVisible(bool(words))
