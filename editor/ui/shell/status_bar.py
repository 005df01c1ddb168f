"""The status bar: every figure a button to where it matters.

Where not all have room a number is never cut: first what stands beside the numbers goes, then
whole figures, those seldom looked at first.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final, NamedTuple

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtWidgets import QStatusBar, QToolButton

from editor.analysis.tally import tally
from editor.analysis.values import Analysis
from editor.manuscript.delivery.statistics import Counts
from editor.ui.look.clock import clock
from editor.ui.look.plain_words import literal
from editor.ui.look.short_buttons import FigureButton

_GAP, _EDGE = 7, 28  # px: what Qt leaves between figures, and about them all
TARGETS = {
    "unkept": "file.save",
    "words": "check.counts", "selected": "check.counts", "minutes": "app.settings",
    "blanks": "blanks.sheet", "findings": "check.all", "place": "edit.go_to",
    "encoding": "file.reopen", "zoom": "view.zoom_reset",
}  # fmt: skip

SHORTENED: Final = ("minutes", "place", "words", "findings", "blanks")
LEFT_OUT: Final = ("encoding", "zoom", "place", "minutes", "words", "selected", "blanks")
"""In this order; the findings are the last to stay, and what is in danger always does."""


class Figure(NamedTuple):
    """What a figure says, and the same without secondary words."""

    whole: str
    short: str


class StatusBar(QObject):
    """Keeps the figures; a click on one asks for its command.

    Names: unkept, words, selected, minutes, blanks, findings, place, encoding, zoom.
    """

    command_asked = Signal(str)  # the id of a command

    def __init__(self, bar: QStatusBar) -> None:
        super().__init__(bar)
        self._bar = bar
        self._buttons: dict[str, QToolButton] = {}
        self._figures: dict[str, Figure] = {}
        self._tips: dict[str, str] = {}
        bar.setSizeGripEnabled(False)
        for name, tip in (
            ("unkept", ""),
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
        bar.installEventFilter(self)

    def show_analysis(self, analysis: Analysis, pace: int, speech: Counts | None = None) -> None:
        """Put in what an analysis says; ``speech``: sizes of the one of several one is in."""
        from editor.manuscript.delivery.statistics import minutes

        spoken = minutes((speech or analysis.counts).spoken, pace)
        own = f"（本篇 {speech.words:,}）" if speech else ""
        told = tally(analysis)
        words = f"字数 {analysis.counts.words:,}"
        self._put("words", Figure(f"{words}{own}", words))
        about = f"{'本篇' if speech else ''}约 {clock(spoken)}"
        self._put("minutes", Figure(f"{about}（{pace} 字/分）", about))
        unsure = f"，另 {told.unsure} 处拿不准" if told.unsure else ""
        blanks = told.blanks_words() or "没有要填的空"
        left = f"未填 {told.open if told.all_blanks else _not_all(told.open)}"
        whole = f"{left} 处{unsure}" if told.all_blanks else left
        self._put("blanks", Figure(whole, left), f"{blanks}；点一下看填空单")
        found = told.findings_words() or "没有必改和请看"
        both = Figure(
            f"必改 {told.must} 处 · 请看 {told.look} 处", f"必改 {told.must} 请看 {told.look}"
        )
        self._put("findings", both, f"{found}；点一下看检查结果")

    def show_selected(self, words: int) -> None:
        """The words of the selection; nothing where none is."""
        self._put("selected", _plain(f"选中 {words:,} 字" if words else ""))

    def show_place(self, number: int, total: int) -> None:
        """Where the caret is: which paragraph of how many."""
        self._put("place", Figure(f"第 {number} 段 / 共 {total} 段", f"第 {number} 段"))

    def show_encoding(self, words: str) -> None:
        """What the file is."""
        self._put("encoding", _plain(words))

    def show_zoom(self, percent: int) -> None:
        """The zoom of the page."""
        self._put("zoom", _plain(f"{percent}%"))

    def show_unkept(self, words: str, tip: str) -> None:
        """What is typed does not get onto the disk, whatever speech is in front; '' if it does."""
        self._put("unkept", _plain(words), tip)

    def clear(self) -> None:
        """Nothing is open."""
        self._figures = {n: kept for n, kept in self._figures.items() if n == "unkept"}
        self._fit()

    def words(self, name: str) -> str:
        """What a figure says where it has room; '' where there is none."""
        return self._figures[name].whole if name in self._figures else ""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The bar has other room, or other type."""
        if event.type() in (QEvent.Type.Resize, QEvent.Type.StyleChange, QEvent.Type.Show):
            self._fit()
        return super().eventFilter(watched, event)

    def _button(self, name: str, tip: str) -> QToolButton:
        button = FigureButton()
        button.setObjectName(f"status.{name}")
        self._tips[name] = tip
        button.setToolTip(literal(tip))
        button.setAutoRaise(True)
        button.hide()
        button.clicked.connect(lambda: self.command_asked.emit(TARGETS[name]))
        self._buttons[name] = button
        return button

    def _put(self, name: str, figure: Figure, tip: str = "") -> None:
        if tip:
            self._tips[name] = tip
        if self._figures.get(name) != figure or tip:
            self._figures[name] = figure
            self._fit()

    def _fit(self) -> None:
        some = next(iter(self._buttons.values()))
        some.ensurePolished()
        metrics = some.fontMetrics()
        gap = some.sizeHint().width() - metrics.horizontalAdvance(some.text()) + _GAP
        shown = fitting(
            self._figures, self._bar.width() - _EDGE, lambda w: metrics.horizontalAdvance(w) + gap
        )
        for name, button in self._buttons.items():
            words = shown.get(name, "")
            button.setText(words)
            whole = self._figures[name].whole if name in self._figures else ""
            tip = self._tips[name]
            button.setToolTip(literal(tip if words == whole else f"{whole}\n{tip}"))
            button.setVisible(bool(words))


def _not_all(number: int) -> str:
    return f"{number} 处，没查完" if number else "没查完"


def _plain(words: str) -> Figure:
    return Figure(words, words)


def fitting(
    figures: Mapping[str, Figure], room: int, width: Callable[[str], int]
) -> dict[str, str]:
    """The words of the figures that have room, by name; all lengths in pixels.

    ``width`` tells how wide a figure of some words is, with the gap behind it.
    """
    shown = {name: figure.whole for name, figure in figures.items() if figure.whole}
    lacking = sum(map(width, shown.values())) - room
    for name in (n for n in SHORTENED if n in shown):
        if lacking <= 0:
            return shown
        lacking -= width(shown[name]) - width(figures[name].short)
        shown[name] = figures[name].short
    for name in (n for n in LEFT_OUT if n in shown):
        if lacking <= 0:
            return shown
        lacking -= width(shown.pop(name))
    return shown
