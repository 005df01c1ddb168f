"""The outline as an item model that changes only where the outline did.

A node keeps its index while its title is typed or its text grows, so expansion and
selection stay. Checked by QAbstractItemModelTester in the tests.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from PySide6.QtCore import QAbstractItemModel, QMimeData, QModelIndex, QPersistentModelIndex, Qt

from editor.manuscript.paragraph import Paragraph, Position
from editor.manuscript.sections import Kind, Section
from editor.reading import Reading
from editor.ui.tree.figures import Figure, Figures
from editor.ui.tree.numbers import shown_number
from editor.ui.tree.roles import MIME, NODE

Index = QModelIndex | QPersistentModelIndex
EXCERPT = 20  # characters of a part without a heading
STEPS = 500  # a share is told in so many steps: finer ones cannot be seen in the bar

# Made once: the tree asks for the flags of hundreds of rows after every command.
_STANDS = Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsDropEnabled
_MOVES = _STANDS | Qt.ItemFlag.ItemIsDragEnabled
_NOWHERE = Qt.ItemFlag.ItemIsDropEnabled
_Identity = tuple[Kind, str, str]


class Node:
    """One row; it outlives the section it shows."""

    __slots__ = ("children", "figure", "parent", "row", "section", "share", "title")

    def __init__(self, section: Section | None, parent: Node | None) -> None:
        self.section = section
        self.parent = parent
        self.row = 0  # among its siblings
        self.children: list[Node] = []
        self.figure = Figure(0, 0)
        self.title = section.title if section else ""
        self.share = 0.0  # of the spoken length of the whole text, 0 to 1

    def identity(self) -> _Identity | None:
        """What makes it the same node in the next outline."""
        return _identity(self.section) if self.section else None


class OutlineModel(QAbstractItemModel):
    """Rows are nodes; one column."""

    def __init__(self) -> None:
        super().__init__()
        self._root = Node(None, None)
        self._figures = Figures()
        self._total = 1  # 字 of the whole text
        self._paragraphs: tuple[Paragraph, ...] = ()

    def show(self, reading: Reading) -> None:
        """Show a reading, touching only what differs."""
        self._figures.take(reading)
        self._total = max(1, self._figures.total())
        self._paragraphs = reading.manuscript.paragraphs
        self._sync(self._root, reading.outline.sections)

    def at(self, place: Position) -> QModelIndex:
        """The index of the deepest node that holds a place; invalid where none does."""
        node = self._root
        while node.children:
            number = bisect_right(node.children, place, key=_start)
            inner = node.children[number - 1] if number else None
            if inner is None or not _holds(inner, place):
                break
            node = inner
        return self.index_of(node)

    def node(self, index: Index) -> Node:
        """The node behind an index; the root for an invalid one."""
        return index.internalPointer() if index.isValid() else self._root

    def index(self, row: int, column: int, parent: Index = QModelIndex()) -> QModelIndex:  # noqa: B008
        """The index of a child."""
        node: Node = parent.internalPointer() if parent.isValid() else self._root
        if column or not 0 <= row < len(node.children):
            return QModelIndex()
        return self.createIndex(row, 0, node.children[row])

    def parent(self, index: Index = QModelIndex()) -> QModelIndex:  # type: ignore[override]  # noqa: B008
        """The index of the node above."""
        above: Node | None = index.internalPointer().parent if index.isValid() else None
        if above is None or above.parent is None:
            return QModelIndex()
        return self.createIndex(above.row, 0, above)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """How many rows are under a node."""
        return len(self.node(parent).children)

    def hasChildren(self, parent: Index = QModelIndex()) -> bool:  # noqa: B008
        """Whether there are rows under a node (Qt's own way asks twice for it)."""
        return bool(self.node(parent).children)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """One."""
        del parent
        return 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The node, and its words for readers of the screen."""
        if not index.isValid():
            return None
        node = self.node(index)
        if role == NODE:
            return node
        if role == Qt.ItemDataRole.DisplayRole:
            return words_of(node)
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            blanks = f"，未填 {node.figure.blanks}" if node.figure.blanks else ""
            return f"{words_of(node)}（{node.figure.spoken} 字{blanks}）"
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Every node but the salutation can be dragged; rows take drops."""
        if not index.isValid():
            return _NOWHERE
        section = index.internalPointer().section
        return _MOVES if section and section.kind is not Kind.SALUTATION else _STANDS

    def supportedDropActions(self) -> Qt.DropAction:
        """Moves only."""
        return Qt.DropAction.MoveAction

    def mimeTypes(self) -> list[str]:
        """Our own kind only: no other program can take a section."""
        return [MIME]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        """Where the dragged sections start, and what they are."""
        mime = QMimeData()
        sections = [self.node(index).section for index in indexes]
        rows = [f"{s.start.paragraph},{s.start.offset},{s.kind.value}" for s in sections if s]
        if rows:
            mime.setData(MIME, ";".join(rows).encode())
        return mime

    def _excerpt(self, place: Position) -> str:
        text = self._paragraphs[place.paragraph].text[place.offset :].strip()
        return text[:EXCERPT] + ("…" if len(text) > EXCERPT else "")

    def index_of(self, node: Node) -> QModelIndex:
        """The index of a node; invalid for the root."""
        if node.parent is None:
            return QModelIndex()
        return self.createIndex(node.row, 0, node)

    def _sync(self, node: Node, sections: Sequence[Section]) -> None:
        old = [child.identity() for child in node.children]
        new = [_identity(s) for s in sections]
        if old != new:
            head = _common(old, new)
            tail = _common(old[head:][::-1], new[head:][::-1])
            middle_old, middle_new = len(old) - head - tail, len(new) - head - tail
            kept = min(middle_old, middle_new)
            self._remove(node, head + kept, middle_old - kept)
            self._insert(node, head + kept, sections[head + kept : head + middle_new])
        for child, section in zip(node.children, sections, strict=True):
            self._update(child, section)
            if child.children or section.children:
                self._sync(child, section.children)

    def _remove(self, node: Node, first: int, number: int) -> None:
        if number:
            self.beginRemoveRows(self.index_of(node), first, first + number - 1)
            del node.children[first : first + number]
            _count_rows(node, first)
            self.endRemoveRows()

    def _insert(self, node: Node, first: int, sections: Sequence[Section]) -> None:
        if sections:
            self.beginInsertRows(self.index_of(node), first, first + len(sections) - 1)
            node.children[first:first] = [Node(section, node) for section in sections]
            _count_rows(node, first)
            self.endInsertRows()

    def _update(self, node: Node, section: Section) -> None:
        figure = self._figures.of(section)
        share = figure[1] * STEPS // self._total / STEPS
        title = section.title or self._excerpt(section.body)
        before = node.section
        node.section = section
        if (
            before is not None
            and figure == node.figure
            and share == node.share
            and title == node.title
            and _identity(before) == _identity(section)
        ):
            return
        node.figure, node.share, node.title = figure, share, title
        index = self.index_of(node)
        self.dataChanged.emit(index, index)


def _start(node: Node) -> Position:
    return node.section.start if node.section else Position(0, 0)


def _holds(node: Node, place: Position) -> bool:
    section = node.section
    return section is not None and (place < section.end or place == section.start)


def _count_rows(node: Node, first: int) -> None:
    for row, child in enumerate(node.children[first:], first):
        child.row = row


def words_of(node: Node) -> str:
    """Number and title in one line, as read out."""
    section = node.section
    if section is None:
        return ""
    return f"{shown_number(section)} {node.title}".strip()


def _identity(section: Section) -> _Identity:
    return (section.kind, section.number, section.title)


def _common(one: Sequence[object], other: Sequence[object]) -> int:
    number = 0
    for a, b in zip(one, other, strict=False):
        if a != b:
            break
        number += 1
    return number
