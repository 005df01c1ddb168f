"""The window of the help: contents and search on the left, a page on the right; not modal."""

from __future__ import annotations

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import (
    QColor,
    QKeyEvent,
    QKeySequence,
    QShortcut,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
)
from PySide6.QtWidgets import (
    QDialog,
    QLineEdit,
    QSplitter,
    QTextEdit,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from editor.ui.help.help_book import PICTURES, HelpBook
from editor.ui.look.button_row import ButtonRow, push_button
from editor.ui.look.first_size import fit
from editor.ui.look.plain_words import HtmlPane, literal

NAME = Qt.ItemDataRole.UserRole
LINE_HEIGHT, GAP = 140, 6  # per cent of the type; px below a paragraph
SOUGHT = "#ffe58a"  # yellow, with black letters in either theme
FOUND_NOTHING = "没有找到，换个说法试试。"


class HelpWindow(QDialog):
    """Shows the pages of a book; a link to a command asks for it."""

    command_asked = Signal(str)  # the id of a command that a page offers to run

    def __init__(self, parent: QWidget, book: HelpBook) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("使用说明")
        self._book, self._back = book, list[str]()
        self._shown = ""
        self.words, self.contents, self.page = QLineEdit(), QTreeWidget(), HtmlPane(PICTURES)
        self._lay_out()
        self._fill()
        self.words.textChanged.connect(self._search)
        self.words.returnPressed.connect(self._take_first)
        self.contents.currentItemChanged.connect(self._choose)
        self.page.anchorClicked.connect(self._follow)
        for keys in (QKeySequence("Alt+Left"), QKeySequence("Backspace")):
            QShortcut(keys, self.page, self.go_back, context=Qt.ShortcutContext.WidgetShortcut)
        QShortcut(QKeySequence("Ctrl+F"), self, self.words.setFocus)

    def show_page(self, name: str) -> None:
        """Turn to a page, and mark it in the contents."""
        if self._shown and self._shown != name:
            self._back.append(self._shown)
        self._put(name)

    def go_back(self) -> None:
        """The page before this one."""
        if self._back:
            self._put(self._back.pop())

    def _put(self, name: str) -> None:
        page = self._book.page(name)
        self._shown = page.name
        (self.page.show_html if page.html else self.page.show_markdown)(page.text)
        self.page.document().setDocumentMargin(16)
        self._space_lines()
        self._mark_sought()
        self._return.setEnabled(bool(self._back))
        self.setWindowTitle(f"{page.title} — 使用说明")
        if (item := self._item(page.name)) is not None and item is not self.contents.currentItem():
            self.contents.blockSignals(True)
            self.contents.setCurrentItem(item)
            self.contents.blockSignals(False)

    def _space_lines(self) -> None:
        """Lines as far apart as one reads them well; Markdown sets them close."""
        look = QTextBlockFormat()
        look.setLineHeight(LINE_HEIGHT, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        look.setBottomMargin(GAP)
        whole = QTextCursor(self.page.document())
        whole.select(QTextCursor.SelectionType.Document)
        whole.mergeBlockFormat(look)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """From the search down into what was found."""
        if event.key() == Qt.Key.Key_Down and self.words.hasFocus():
            self.contents.setFocus()
            first = self.contents.topLevelItem(0)
            if first is not None and first.data(0, NAME):
                self.contents.setCurrentItem(first)
            return
        super().keyPressEvent(event)

    def _mark_sought(self) -> None:
        """Mark the words that are looked for on the page, and bring the first into view."""
        document = self.page.document()
        places: list[QTextCursor] = []
        for word in self.words.text().split():
            place = document.find(word, 0)
            while not place.isNull():
                places.append(place)
                place = document.find(word, place)
        self.page.setExtraSelections([_marked(place) for place in places])
        if places:
            there = QTextCursor(document)
            there.setPosition(min(place.selectionStart() for place in places))
            self.page.setTextCursor(there)

    def _item(self, name: str) -> QTreeWidgetItem | None:
        for row in range(self.contents.topLevelItemCount()):
            group = self.contents.topLevelItem(row)
            if group is not None and group.data(0, NAME) == name:
                return group
            for number in range(group.childCount() if group else 0):
                item = group.child(number) if group else None
                if item is not None and item.data(0, NAME) == name:
                    return item
        return None

    def _fill(self) -> None:
        self.contents.clear()
        for title, pages in self._book.groups:
            group = QTreeWidgetItem(self.contents, [title])
            group.setFlags(Qt.ItemFlag.ItemIsEnabled)
            for page in pages:
                item = QTreeWidgetItem(group, [page.title])
                item.setData(0, NAME, page.name)
                item.setToolTip(0, literal(page.title))
        self.contents.expandAll()

    def _search(self, words: str) -> None:
        self.contents.blockSignals(True)
        if not words.strip():
            self._fill()
        else:
            self._list(words)
        self.contents.blockSignals(False)
        if (item := self._item(self._shown)) is not None:
            self.contents.setCurrentItem(item)

    def _list(self, words: str) -> None:
        self.contents.clear()
        hits = self._book.search(words)
        for hit in hits:
            item = QTreeWidgetItem(self.contents, [hit.page.title])
            item.setData(0, NAME, hit.page.name)
            item.setToolTip(0, literal(hit.excerpt or hit.page.title))
            if hit.excerpt:
                below = QTreeWidgetItem(item, [hit.excerpt])
                below.setData(0, NAME, hit.page.name)
                below.setToolTip(0, literal(hit.excerpt))
        if not hits:
            nothing = QTreeWidgetItem(self.contents, [FOUND_NOTHING])
            nothing.setFlags(Qt.ItemFlag.NoItemFlags)
        self.contents.expandAll()

    def _take_first(self) -> None:
        first = self.contents.topLevelItem(0)
        if first is not None and first.data(0, NAME):
            self.show_page(first.data(0, NAME))
            self.page.setFocus()

    def _choose(self, item: QTreeWidgetItem | None) -> None:
        if item is not None and item.data(0, NAME):
            self.show_page(item.data(0, NAME))

    def _follow(self, link: QUrl) -> None:
        if link.scheme() == "page":
            self.show_page(link.path())
        elif link.scheme() == "do":
            self.command_asked.emit(link.path())

    def _lay_out(self) -> None:
        fit(self, 880, 640)
        self.words.setPlaceholderText("找什么？如：页码、断电、序号")
        self.words.setAccessibleName("在说明里找")
        self.words.setClearButtonEnabled(True)
        self.contents.setHeaderHidden(True)
        self.contents.setAccessibleName("目录")
        self.page.setAccessibleName("说明")
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.words)
        column.addWidget(self.contents, 1)
        halves = QSplitter()
        halves.setChildrenCollapsible(False)
        halves.addWidget(left)
        halves.addWidget(self.page)
        wide = self.width()
        halves.setSizes([wide * 3 // 10, wide * 7 // 10])
        self._return = push_button("后退", self.go_back)
        whole = QVBoxLayout(self)
        whole.addWidget(halves, 1)
        whole.addWidget(ButtonRow(None, (self._return,), push_button("关闭", self.close)))


def _marked(place: QTextCursor) -> QTextEdit.ExtraSelection:
    look, made = QTextCharFormat(), QTextEdit.ExtraSelection()
    look.setBackground(QColor(SOUGHT))
    look.setForeground(QColor("black"))
    made.cursor, made.format = place, look
    return made
