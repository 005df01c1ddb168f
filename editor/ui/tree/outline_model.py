"""The outline as an item model that changes only where the outline did.

A node keeps its index while its title is typed or its text grows, so expansion and
selection stay. The items are Qt's own: the view walks through all of them whenever a row
comes or goes, and would have to ask us for each. Checked by QAbstractItemModelTester.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping, Sequence

from PySide6.QtCore import (
    QLibraryInfo,
    QMimeData,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
    QVersionNumber,
)
from PySide6.QtGui import QStandardItem, QStandardItemModel

from editor.analysis.values import Structure
from editor.manuscript.delivery.statistics import USUAL_PACE
from editor.manuscript.outline.sections import Section, SectionKind
from editor.manuscript.paragraph import Paragraph, Position
from editor.ui.look.clock import clock_in_words
from editor.ui.look.plain_words import literal
from editor.ui.look.section_numbers import shown_number
from editor.ui.tree.row_figures import RowFigure, RowFigures

NODE = Qt.ItemDataRole.UserRole  # the OutlineNode of an index
MIME = "application/x-bigan-section"  # 'paragraph,offset,kind' of the sections, by ;
AnyIndex = QModelIndex | QPersistentModelIndex
EXCERPT = 20  # characters of a part without a heading
UNENDED = "\n看不出标题到哪个字为止：在标题后面加上句号，这里就显示标题"

# Made once: the tree asks for the flags of hundreds of rows after every command.
_STANDS = Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsDropEnabled
_MOVES = _STANDS | Qt.ItemFlag.ItemIsDragEnabled
_NOWHERE = Qt.ItemFlag.ItemIsDropEnabled
_TOP = QModelIndex()
# Before, Qt tells a row of its model when it comes, but not the rows that came with it.
_BRANCHES = QLibraryInfo.version() >= QVersionNumber(6, 8, 2)
_SectionIdentity = tuple[SectionKind, str, str]


class OutlineNode:
    """One row; it outlives the section it shows."""

    __slots__ = ("children", "depth", "figure", "item", "section", "title")

    def __init__(self, section: Section | None, item: QStandardItem, depth: int = -1) -> None:
        self.depth = depth  # of the tree; -1 for what stands over all rows
        self.section = section
        self.item = item
        self.children: list[OutlineNode] = []
        self.figure = RowFigure(0, 0)
        self.title = section.called if section else ""


class OutlineModel(QStandardItemModel):
    """Rows are nodes; one column. ``stamp`` is another when rows or titles are others."""

    def __init__(self, pace: int = USUAL_PACE) -> None:
        super().__init__()
        self.setHorizontalHeaderLabels(["提纲"])  # hidden; a screen reader would read "1"
        self.stamp = 0
        self.pace = pace  # 字 a minute
        # what a tooltip adds about a row
        self.extra_tip: Callable[[OutlineNode], str] = lambda _: ""
        # puts beside the places of rows what another speech needs
        self.take_along: Callable[[QMimeData, Sequence[Section]], None] = lambda mime, rows: None
        self._root = OutlineNode(None, self.invisibleRootItem())
        self._root.item.setFlags(_NOWHERE)
        self._figures = RowFigures()
        self._paragraphs: tuple[Paragraph, ...] = ()
        self._moved: Mapping[int, Section] = {}

    def show(self, analysis: Structure) -> None:
        """Show an analysis, touching only what differs."""
        self._figures.take(analysis)
        self._paragraphs = analysis.manuscript.paragraphs
        self._moved = analysis.outline.moved
        self._sync(self._root, analysis.outline.sections)

    def total(self) -> int:
        """字 of the whole text, at least 1."""
        return max(1, self._figures.total())

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

    def node(self, index: AnyIndex) -> OutlineNode:
        """The node behind an index; the root for an invalid one."""
        found = super().data(index, NODE) if index.isValid() else None
        return found if isinstance(found, OutlineNode) else self._root

    def nodes(self) -> list[OutlineNode]:
        """The outermost nodes."""
        return self._root.children

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The node, and its words for readers of the screen."""
        node = super().data(index, NODE)
        if role == NODE or not isinstance(node, OutlineNode):
            return node
        if role == Qt.ItemDataRole.DisplayRole:
            return words_of(node)
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            told = role == Qt.ItemDataRole.AccessibleTextRole  # the hand sees the minutes
            minutes = f"，{clock_in_words(node.figure.spoken / self.pace)}" if told else ""
            blanks = f"，未填 {node.figure.blanks} 处" if node.figure.blanks else ""
            size = f"{node.figure.spoken} 字{minutes}{blanks}"
            said = f"{words_of(node)}（{size}）{self.extra_tip(node)}"
            said += UNENDED if node.section and node.section.shown else ""
            return said if told else literal(said)
        return None

    def setData(self, index: AnyIndex, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Nothing is changed here: every change is an edit of the text."""
        del index, value, role
        return False

    def removeRows(
        self, row: int, count: int, parent: QModelIndex | QPersistentModelIndex = _TOP
    ) -> bool:
        """Rows go with the text only: a view would take what it dragged out of the tree."""
        del row, count, parent
        return False

    def supportedDropActions(self) -> Qt.DropAction:
        """In the tree they move; to another speech they are copied."""
        return Qt.DropAction.MoveAction | Qt.DropAction.CopyAction

    def mimeTypes(self) -> list[str]:
        """Our own kind only: no other program can take a section."""
        return [MIME]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        """Where the dragged sections start, what they are, and their words for other speeches."""
        mime = QMimeData()
        sections = [self.node(index).section for index in indexes]
        rows = [f"{s.start.paragraph},{s.start.offset},{s.kind.value}" for s in sections if s]
        if rows:
            mime.setData(MIME, ";".join(rows).encode())
            self.take_along(mime, [s for s in sections if s])
        return mime

    def walk(self) -> Iterator[OutlineNode]:
        """All nodes, each before what is under it."""
        waiting = self._root.children[::-1]
        while waiting:
            node = waiting.pop()
            yield node
            waiting += node.children[::-1]

    def index_of(self, node: OutlineNode) -> QModelIndex:
        """The index of a node; invalid for the root."""
        return QModelIndex() if node is self._root else node.item.index()

    def _excerpt(self, place: Position) -> str:
        text = self._paragraphs[place.paragraph].text[place.offset :].strip()
        return text[:EXCERPT] + ("…" if len(text) > EXCERPT else "")

    def _sync(self, node: OutlineNode, sections: Sequence[Section]) -> None:
        old = [child.section for child in node.children]
        head = _same(old, sections)
        tail = _same(old[head:][::-1], sections[head:][::-1])
        self._fit(node, sections, head, tail)
        figures, moved = self._figures, self._moved
        for child, section in zip(node.children, sections, strict=True):
            before = child.section
            if before is section:
                if not figures.touched(section):
                    continue
            elif before and moved.get(id(section)) is before and figures.carried(before, section):
                _carry(child, section)
                continue
            self._update(child, section)
            if child.children or section.children:
                self._sync(child, section.children)

    def _fit(self, node: OutlineNode, sections: Sequence[Section], head: int, tail: int) -> None:
        """As many rows as sections: what is too many or wanting is so behind what is alike."""
        first, last = head, len(sections) - tail
        rows = node.children[head : len(node.children) - tail]
        old = [_identity(row.section) for row in rows if row.section]
        new = [_identity(section) for section in sections[first:last]]
        if len(old) == len(new):
            return
        same = _common(old, new)
        behind = _common(old[same:][::-1], new[same:][::-1])
        kept = same + min(len(old), len(new)) - same - behind
        self._remove(node, first + kept, len(old) - behind - kept)
        self._insert(node, first + kept, sections[first + kept : last - behind])

    def _remove(self, node: OutlineNode, first: int, number: int) -> None:
        if number:
            del node.children[first : first + number]
            node.item.removeRows(first, number)
            self.stamp += 1

    def _insert(self, node: OutlineNode, first: int, sections: Sequence[Section]) -> None:
        if sections:
            made = [self._made(section, node.depth + 1) for section in sections]
            node.children[first:first] = made
            _put(node.item, first, made)
            self.stamp += 1

    def _made(self, section: Section, depth: int) -> OutlineNode:
        """A new row with all under it."""
        item = QStandardItem()
        item.setColumnCount(1)  # else it comes in the middle of the first rows' coming
        node = OutlineNode(section, item, depth)
        item.setData(node, NODE)
        item.setFlags(_MOVES)  # the salutation too: a drag that is refused says why
        node.figure = self._figures.of(section)
        node.title = section.called or self._excerpt(section.body)
        node.children = [self._made(child, depth + 1) for child in section.children]
        if node.children and _BRANCHES:
            item.insertRows(0, [child.item for child in node.children])
        return node

    def _update(self, node: OutlineNode, section: Section) -> None:
        figure, before = self._figures.of(section), node.section
        title = section.called or self._excerpt(section.body)
        node.section = section
        same = before is not None and _told(before) == _told(section) and title == node.title
        if same and figure == node.figure:
            return
        if not same:
            self.stamp += 1
        node.figure, node.title = figure, title
        index = node.item.index()
        self.dataChanged.emit(index, index)


def _put(parent: QStandardItem, first: int, made: Sequence[OutlineNode]) -> None:
    """Rows come with all under them, or on an older Qt each level by itself."""
    parent.insertRows(first, [one.item for one in made])
    if not _BRANCHES:
        for one in made:
            if one.children:
                _put(one.item, 0, one.children)


def _carry(node: OutlineNode, section: Section) -> None:
    """Only the places are others, in the node and in all under it."""
    node.section = section
    for child, inner in zip(node.children, section.children, strict=True):
        _carry(child, inner)


def _start(node: OutlineNode) -> Position:
    return node.section.start if node.section else Position(0, 0)


def _holds(node: OutlineNode, place: Position) -> bool:
    section = node.section
    return section is not None and place <= section.end  # also where the text ends


def words_of(node: OutlineNode) -> str:
    """Number and title in one line, as read out."""
    section = node.section
    if section is None:
        return ""
    return f"{shown_number(section)} {node.title}".strip()


def _identity(section: Section) -> _SectionIdentity:
    return (section.kind, section.number, section.called)


def _told(section: Section) -> tuple[object, ...]:
    """What a row shows of a section beside its words."""
    return (*section[:3], section.shown)


def _same(one: Sequence[Section | None], other: Sequence[Section]) -> int:
    """How many at the beginning are the very same values."""
    number = 0
    for a, b in zip(one, other, strict=False):
        if a is not b:
            break
        number += 1
    return number


def _common(one: Sequence[object], other: Sequence[object]) -> int:
    number = 0
    for a, b in zip(one, other, strict=False):
        if a != b:
            break
        number += 1
    return number
