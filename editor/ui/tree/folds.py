"""Which rows are unfolded, remembered by what they are and not by where they stand.

So that a section keeps it when it is moved, taken away and brought back by undo.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from PySide6.QtCore import QModelIndex
from PySide6.QtWidgets import QTreeView

from editor.ui.tree.model import Node, OutlineModel

Key = tuple[str, str, int]
DEPTH = 1  # rows down to this depth are unfolded until the user says otherwise


class Folds:
    """The memory of one tree."""

    def __init__(self, view: QTreeView, model: OutlineModel) -> None:
        self._view, self._model = view, model
        self._known: dict[Key, bool] = {}
        self._rows: list[tuple[Key, Node]] = []
        self._busy = False
        view.expanded.connect(lambda index: self._toggled(index, True))
        view.collapsed.connect(lambda index: self._toggled(index, False))

    def forget(self) -> None:
        """Another text comes."""
        self._known.clear()
        self._rows = []

    def restore(self) -> None:
        """After the model has changed: fold and unfold what has come or moved."""
        rows = list(self._walk())
        keyed = [(key, node) for key, node, _, _ in rows]
        if keyed == self._rows:
            return
        before = {id(node) for _, node in self._rows}
        self._rows = keyed
        self._busy = True
        for key, node, index, depth in rows:
            if not node.children:
                continue
            shown = self._view.isExpanded(index)
            wanted = self._known.get(key, shown if id(node) in before else depth <= DEPTH)
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

    def _walk(self) -> Iterator[tuple[Key, Node, QModelIndex, int]]:
        seen: Counter[tuple[str, str]] = Counter()
        waiting = [(self._model.index(row, 0), 0) for row in range(self._model.rowCount())][::-1]
        while waiting:
            index, depth = waiting.pop()
            node = self._model.node(index)
            name = (node.section.kind.value if node.section else "", node.title)
            yield (*name, seen[name]), node, index, depth
            seen[name] += 1
            if node.children:
                rows = range(len(node.children) - 1, -1, -1)
                waiting += [(self._model.index(row, 0, index), depth + 1) for row in rows]
