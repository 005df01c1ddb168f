"""What could go to fit the time: suggestions to tick and add up; nothing is changed here."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from editor.manuscript.delivery.timing import SuggestedCut
from editor.manuscript.manuscript import Manuscript
from editor.ui.look.clock import clock
from editor.ui.look.plain_words import PlainLabel, literal

EXCERPT = 30  # characters of a paragraph
CUT = Qt.ItemDataRole.UserRole


class CutList(QWidget):
    """Paragraphs with what each saves; ``go_asked`` with a paragraph's number."""

    go_asked = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.list, self._words, self._sum = QListWidget(), PlainLabel(), PlainLabel()
        self._over = 0.0
        self._ticked: set[str] = set()
        self._toggled = False
        self._words.setWordWrap(True)
        self._sum.setProperty("role", "dim")
        self.list.setAccessibleName("可以删减的段落")
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.itemChanged.connect(self._tick)
        self.list.itemClicked.connect(self._click)
        self.list.itemActivated.connect(self._go)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for widget in (self._words, self.list, self._sum):
            column.addWidget(widget)

    def show_cuts(self, manuscript: Manuscript, cuts: Sequence[SuggestedCut], over: float) -> None:
        """The suggestions for a text that is ``over`` minutes; what was ticked stays so."""
        self._over = over
        self.list.blockSignals(True)
        self.list.clear()
        for cut in cuts:
            text = manuscript.paragraphs[cut.paragraph].text.strip()
            verb = "删，省" if cut.whole else "压一半，省"
            item = QListWidgetItem(f"{verb} {clock(cut.saves)}　{text[:EXCERPT]}…")
            item.setData(CUT, cut)
            item.setToolTip(literal(text))
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            known = text in self._ticked
            item.setCheckState(Qt.CheckState.Checked if known else Qt.CheckState.Unchecked)
            self.list.addItem(item)
        self.list.blockSignals(False)
        self.list.setVisible(bool(cuts))
        self._sum.setVisible(bool(cuts))
        self._add_up()

    def say(self, words: str) -> None:
        """What stands above the list."""
        self._words.setText(words)

    def _tick(self, item: QListWidgetItem) -> None:
        self._toggled = True
        (self._ticked.add if _on(item) else self._ticked.discard)(item.toolTip())
        self._add_up()

    def _add_up(self) -> None:
        ticked = [item for item in self._items() if _on(item)]
        if not ticked:
            self._sum.setText("勾上打算删减的，这里算还超多少；点一下文字到那一段。")
            return
        left = self._over - sum(item.data(CUT).saves for item in ticked)
        state = f"还超 {clock(left)}" if left > 0 else f"够了，余 {clock(-left)}"
        saved = clock(self._over - left)
        self._sum.setText(f"勾了 {len(ticked)} 段，能省 {saved}，{state}。")

    def _items(self) -> list[QListWidgetItem]:
        return [self.list.item(row) for row in range(self.list.count())]

    def _click(self, item: QListWidgetItem) -> None:
        toggled, self._toggled = self._toggled, False
        if not toggled:
            self._go(item)

    def _go(self, item: QListWidgetItem) -> None:
        self.go_asked.emit(item.data(CUT).paragraph)


def _on(item: QListWidgetItem) -> bool:
    return item.checkState() is Qt.CheckState.Checked
