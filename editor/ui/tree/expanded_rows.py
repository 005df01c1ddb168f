"""Which rows are unfolded, remembered by what they are and not by where they stand.

So that a section keeps it when it is moved, taken away and brought back by undo.
"""

from __future__ import annotations

from PySide6.QtCore import QModelIndex
from PySide6.QtWidgets import QTreeView

from editor.ui.tree.outline_model import OutlineModel, OutlineNode

RowKey = tuple[object, str, int]
DEPTH = 1  # rows down to this depth are unfolded until the user says otherwise


class ExpandedRows:
    """The memory of one tree."""

    def __init__(self, view: QTreeView, model: OutlineModel) -> None:
        self._view, self._model = view, model
        self._known: dict[RowKey, bool] = {}
        self._rows: list[tuple[RowKey, OutlineNode]] = []
        self._parents: set[OutlineNode] = (
            set()
        )  # a leaf that gets children was never folded by anyone
        self._busy = False
        self._stamp = -1  # of the model
        view.expanded.connect(self._unfolded)
        view.collapsed.connect(self._folded)

    def forget(self) -> None:
        """Another text comes."""
        self._known.clear()
        self._rows = []
        self._stamp = -1

    def restore(self) -> None:
        """After the model has changed: fold and unfold what has come or moved."""
        if self._stamp == self._model.stamp:
            return
        self._stamp = self._model.stamp
        rows = self._keyed()
        before = dict(self._rows)
        known_nodes = {id(node) for _, node in self._rows}
        self._rows = [(key, node) for key, node, _ in rows]
        self._busy = True
        for key, node, depth in rows:
            if before.get(key) is node:
                continue
            index = node.item.index()
            shown = self._view.isExpanded(index)
            default = shown if id(node) in known_nodes else depth <= DEPTH
            wanted = self._known.setdefault(key, default)
            if wanted is not shown:
                self._view.setExpanded(index, wanted)
        self._busy = False

    def shown(self, index: QModelIndex) -> QModelIndex:
        """The row itself, or the folded one it is hidden in: following unfolds nothing."""
        above, shown = index.parent(), index
        while above.isValid():
            if not self._view.isExpanded(above):
                shown = above
            above = above.parent()
        return shown

    def _unfolded(self, index: QModelIndex) -> None:
        self._toggled(index, True)

    def _folded(self, index: QModelIndex) -> None:
        self._toggled(index, False)

    def _toggled(self, index: QModelIndex, shown: bool) -> None:
        if self._busy:
            return
        node = self._model.node(index)
        for key, one in self._rows:
            if one is node:
                self._known[key] = shown

    def _keyed(self) -> list[tuple[RowKey, OutlineNode, int]]:
        """The rows that have rows under them, with their keys and depths."""
        found: list[tuple[RowKey, OutlineNode, int]] = []
        seen: dict[tuple[object, str], int] = {}
        waiting = [(node, 0) for node in reversed(self._model.nodes()) if node.children]
        while waiting:
            node, depth = waiting.pop()
            kind, title = node.section.kind if node.section else None, node.title
            number = seen[kind, title] = seen.get((kind, title), -1) + 1
            found.append(((kind, title, number), node, depth))
            waiting += [(child, depth + 1) for child in reversed(node.children) if child.children]
        return found
