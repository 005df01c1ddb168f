"""语料库: search as you type, browse by occasion and part, Enter or double click inserts."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHBoxLayout,
    QLineEdit,
    QListView,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from editor.manuscript.paragraph import Position
from editor.storage.causes import cause_of
from editor.ui.document.controller import DocumentController
from editor.ui.look.flow_layout import FlowLayout, take_room
from editor.ui.look.palette import Colours
from editor.ui.look.spoken_name import say_what_for
from editor.ui.look.theme import Theme
from editor.ui.panels.card_list import label
from editor.ui.panels.phrase_bank_source import PhraseBankSource
from editor.ui.panels.phrase_list import PhraseDelegate, PhraseModel
from phrasebank.search import PhraseHit
from phrasebank.values import Phrase

LIMIT = 60
REST_MS = 500  # the caret must rest this long before 此处合用 is looked up again


class PhrasesPanel(QWidget):
    """The phrase bank beside the page."""

    said = Signal(str)

    def __init__(
        self, controller: DocumentController, source: PhraseBankSource, theme: Theme
    ) -> None:
        super().__init__()
        self._controller, self._source = controller, source
        self._search = QLineEdit()
        self._search.setPlaceholderText("词，或拼音首字母")
        self._search.setToolTip("一个词，几个词（用空格隔开），或者拼音首字母")
        self._search.setClearButtonEnabled(True)
        self._search.setAccessibleName("查语料库")
        self._here = QPushButton("此处合用")
        self._here.setCheckable(True)
        self._here.setChecked(True)
        self._here.setProperty("role", "chip")
        self._occasion, self._part = QComboBox(), QComboBox()
        self._about = label("", dim=True)
        self._about.setContentsMargins(14, 0, 14, 0)
        self._model = PhraseModel()
        self._delegate = PhraseDelegate(theme.colours)
        self._list = QListView()
        self._timer = QTimer(self, singleShot=True, interval=REST_MS)
        theme.changed.connect(self._recolour)
        self._lay_out()
        self._join()

    def ask(self, words: str) -> None:
        """Focus the search, with words in it."""
        if words and "\n" not in words and len(words) <= 20:
            self._search.setText(words)
        self._search.setFocus()
        self._search.selectAll()

    def keep(self, text: str) -> None:
        """Put a sentence into the user's own phrases, asking where it belongs."""
        from editor.ui.panels.keep_phrase_dialog import KeepPhraseDialog

        bank = self._source.get()
        parts = [p for p in bank.parts() if p != "固定提法"]
        outline = self._controller.analysis().outline
        home = bank.home_of(outline, self._controller.selection()[0])
        dialog = KeepPhraseDialog(self, text, (bank.occasions(), parts), home)
        if not dialog.exec():
            return
        occasion, part = dialog.chosen()
        try:
            bank.add(text, part, occasion=occasion)
        except OSError as error:
            self.said.emit(f"没有收进去：{cause_of(error)}")
            return
        except ValueError as error:
            self.said.emit(f"没有收进去：{error}")
            return
        self.said.emit("已收入语料库，存在“我的语料”里。")
        self.refresh()

    def current(self) -> Phrase | None:
        """The phrase that Enter would insert."""
        return self._model.phrase(self._list.currentIndex().row())

    def refresh(self) -> None:
        """Search again."""
        words = self._search.text().strip()
        occasion, part = self._occasion.currentData(), self._part.currentData()
        if not self._source.loaded():
            return  # `ready` will call again; the interface does not wait for a file
        bank = self._source.get()
        if not words and self._here.isChecked() and not (occasion or part):
            outline = self._controller.analysis().outline
            ranked = bank.ranked_at(outline, self._controller.caret(), LIMIT)
            hits = [PhraseHit(phrase, ()) for phrase in ranked]
            about = f"此处合用 · {len(hits)} 条"
        else:
            hits = bank.search(words, occasion=occasion, part=part, limit=LIMIT)
            about = f"{len(hits)} 条" if len(hits) < LIMIT else f"前 {LIMIT} 条，再加一个词缩小"
            if not hits and " " in words:
                hits = bank.search_some(words, occasion=occasion, part=part, limit=LIMIT)
                about = f"没有几个词都有的，有其中一些的 {len(hits)} 条"
        self._model.show(hits)
        narrowed = "换“全部场合”“全部部位”再找，或" if occasion or part else ""
        self._about.setText(
            about if hits else f"语料库里没有。{narrowed}选中一句话，在“插入”菜单里收进来。"
        )
        if hits:
            self._list.setCurrentIndex(self._model.index(0))

    def insert(self, index: QModelIndex) -> None:
        """Put a phrase at the caret, in place of what the hand selected; one undo step."""
        phrase = self._model.phrase(index.row())
        if phrase is None or not self.isEnabled():
            return
        self._controller.insert(phrase.text, phrase=True)
        self._controller.focus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Up, down and Enter in the search line work on the list."""
        if (
            watched is self._search
            and isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
        ):
            if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
                step = 1 if event.key() == Qt.Key.Key_Down else -1
                row = self._list.currentIndex().row() + step
                self._list.setCurrentIndex(
                    self._model.index(max(0, min(row, self._model.rowCount() - 1)))
                )
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self.insert(self._list.currentIndex())
                return True
        return super().eventFilter(watched, event)

    def _lay_out(self) -> None:
        for box, name in ((self._occasion, "场合"), (self._part, "部位")):
            box.addItem(f"全部{name}", None)
        self._list.setModel(self._model)
        self._list.setItemDelegate(self._delegate)
        self._list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setResizeMode(QListView.ResizeMode.Adjust)
        # Qt lays rows out again for another width only where their words may wrap.
        self._list.setWordWrap(True)
        self._list.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self._list.setAccessibleName("语料")
        chips = FlowLayout()
        chips.setContentsMargins(12, 0, 12, 0)
        chips.addWidget(self._here)
        for box in (self._occasion, self._part):
            take_room(box)
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
            chips.addWidget(box)
        search = QHBoxLayout()
        search.setContentsMargins(12, 0, 12, 0)
        search.addWidget(self._search)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 12, 0, 0)
        column.setSpacing(8)
        column.addLayout(search)
        column.addLayout(chips)
        column.addWidget(self._about)
        column.addWidget(self._list, 1)
        say_what_for(self._occasion, "场合")
        say_what_for(self._part, "部位")

    def _join(self) -> None:
        self._search.installEventFilter(self)
        self._search.textChanged.connect(self.refresh)
        self._here.toggled.connect(self.refresh)
        self._occasion.currentIndexChanged.connect(self.refresh)
        self._part.currentIndexChanged.connect(self.refresh)
        self._list.activated.connect(self.insert)
        self._source.ready.connect(self._filled)
        self._timer.timeout.connect(self._follow)
        self._controller.caret_moved.connect(self._follow_soon)

    def _recolour(self, colours: Colours) -> None:
        self._delegate.colours = colours
        self._list.viewport().update()

    def _filled(self) -> None:
        bank = self._source.get()
        for box, names in ((self._occasion, bank.occasions()), (self._part, bank.parts())):
            box.blockSignals(True)
            for name in names:
                box.addItem(name, name)
            box.blockSignals(False)
        self.refresh()

    def _follow_soon(self, _caret: Position) -> None:
        self._timer.start()

    def _follow(self) -> None:
        plain = not self._search.text() and self._here.isChecked()
        if plain and self.isVisible() and not self._list.hasFocus():
            self.refresh()
