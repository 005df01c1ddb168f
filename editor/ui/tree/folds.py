"""Which rows are unfolded, remembered by what they are and not by where they stand.

So that a section keeps it when it is moved, taken away and brought back by undo.
"""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QModelIndex
from PySide6.QtWidgets import QTreeView

from editor.ui.tree.model import Node, OutlineModel

Key = tuple[object, str, int]
DEPTH = 1  # rows down to this depth are unfolded until the user says otherwise


class Folds:
    """The memory of one tree."""

    def __init__(self, view: QTreeView, model: OutlineModel) -> None:
        self._view, self._model = view, model
        self._known: dict[Key, bool] = {}
        self._rows: list[tuple[Key, Node]] = []
        self._parents: set[Node] = set()  # a leaf that gets children was never folded by anyone
        self._busy = False
        view.expanded.connect(lambda index: self._toggled(index, True))
        view.collapsed.connect(lambda index: self._toggled(index, False))

    def forget(self) -> None:
        """Another text comes."""
        self._known.clear()
        self._rows, self._parents = [], set()

    def restore(self) -> None:
        """After the model has changed: fold and unfold what has come or moved."""
        rows = list(self._walk())
        keyed = [(key, node) for key, node, _ in rows]
        if keyed == self._rows:
            return
        before = self._parents
        self._rows, self._parents = keyed, {node for _, node, _ in rows if node.children}
        self._busy = True
        for key, node, depth in rows:
            if node.children:
                index = self._model.index_of(node)
                shown = self._view.isExpanded(index)
                wanted = self._known.get(key, shown if node in before else depth <= DEPTH)
                if wanted is not shown:
                    self._view.setExpanded(index, wanted)
                self._known[key] = wanted
        self._busy = False

    def _toggled(self, index: QModelIndex, shown: bool) -> None:
        if self._busy:
            return
        node = self._model.node(index)
        for key, one in self._rows:
            if one is node:
                self._known[key] = shown

    def _walk(self) -> Iterator[tuple[Key, Node, int]]:
        seen: dict[tuple[object, str], int] = {}
        waiting = [(node, 0) for node in reversed(self._model.node(QModelIndex()).children)]
        while waiting:
            node, depth = waiting.pop()
            kind, title = node.section.kind if node.section else None, node.title
            number = seen[kind, title] = seen.get((kind, title), -1) + 1
            yield (kind, title, number), node, depth
            if node.children:
                waiting += [(child, depth + 1) for child in reversed(node.children)]
