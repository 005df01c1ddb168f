"""Qt's own window that asks for a file, made fit for an office, where the system has none.

Its size follows the type and is remembered, dates stand as one writes them here, kinds of file
(in English) do not stand there, and a whole path that is typed is taken on Enter: Qt takes one
only when it has read that folder, and says nothing while it has not.
"""

from __future__ import annotations

import os
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path
from typing import cast

from PySide6.QtCore import QEvent, QFileInfo, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QApplication,
    QFileDialog,
    QFileSystemModel,
    QHeaderView,
    QLineEdit,
    QListView,
    QSplitter,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeView,
)

from editor.files.presence import is_file
from editor.manuscript.whole_number import whole_number
from editor.settings.store import Settings
from editor.ui.look.first_size import fit

SIZE = "file_dialog_size"  # the option that keeps it
_NAME, _KIND, _DATE = 0, 2, 3  # columns of Qt's list
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


@contextmanager
def dressed(settings: Settings) -> Generator[None]:
    """What asks for a file while it lasts is made fit as it appears."""
    dresser, app = _Dresser(settings), cast(QApplication, QApplication.instance())
    app.installEventFilter(dresser)
    try:
        yield
    finally:
        app.removeEventFilter(dresser)


class _Dresser(QObject):
    """Waits for the window, and for Enter in it."""

    def __init__(self, settings: Settings) -> None:
        super().__init__()
        self._settings = settings
        self._typed = ""  # by hand: Qt puts the name alone in its place

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The window appears, goes, or is given a whole path."""
        kind = event.type()
        if kind is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return event.key() in _ENTER and self._taken(watched)
        if kind in (QEvent.Type.Show, QEvent.Type.Hide) and isinstance(watched, QFileDialog):
            if kind is QEvent.Type.Show:
                _dress(watched, self._settings)
                if (field := _field(watched)) is not None:
                    field.textEdited.connect(self._note)
            else:
                size = watched.size()
                self._settings.set(SIZE, f"{size.width()} {size.height()}")
        return False

    def _note(self, words: str) -> None:
        self._typed = words.strip()

    def _taken(self, watched: QObject) -> bool:
        """Whether a whole path of a file was typed, which is what is opened then."""
        dialog = QApplication.activeModalWidget()
        field = _field(dialog) if isinstance(dialog, QFileDialog) else None
        if not isinstance(dialog, QFileDialog) or field is None or not _works_in(field, watched):
            return False
        path = Path(os.path.expanduser(self._typed))  # noqa: PTH111 - raises where nobody lives
        still_meant = field.text().strip() in (self._typed, path.name, "")
        opens = dialog.acceptMode() is QFileDialog.AcceptMode.AcceptOpen
        if not (opens and still_meant and path.is_absolute() and is_file(path)):
            return False
        for part in dialog.findChildren(QListView):
            part.clearSelection()  # Qt would take what it has chosen there
        field.setText(str(path))
        dialog.accept()
        return True


def _field(dialog: QFileDialog) -> QLineEdit | None:
    found = dialog.findChild(QLineEdit, "fileNameEdit")
    return found if isinstance(found, QLineEdit) else None


def _works_in(field: QLineEdit, watched: QObject) -> bool:
    """The keys go into the field, or by way of its list, where none is chosen."""
    rows = field.completer().popup() if field.completer() else None
    if rows is None or watched is not rows:
        return watched is field
    return not rows.currentIndex().isValid()


def _dress(dialog: QFileDialog, settings: Settings) -> None:
    fit(dialog, 760, 520)
    kept = [whole_number(number) for number in settings.text(SIZE).split()]
    if len(kept) == 2 and min(kept) > 0:
        room = dialog.screen().availableSize()
        dialog.resize(min(kept[0], room.width()), min(kept[1], room.height()))
    for tree in dialog.findChildren(QTreeView):
        tree.setColumnHidden(_KIND, True)
        tree.setItemDelegateForColumn(_DATE, _Dates(tree))
        header = tree.header()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(_NAME, QHeaderView.ResizeMode.Stretch)
        header.setStretchLastSection(False)
        header.setMinimumSectionSize(1)
    for halves in dialog.findChildren(QSplitter):
        side = 8 * dialog.fontMetrics().horizontalAdvance("字")
        halves.setSizes([side, dialog.width() - side])


class _Dates(QStyledItemDelegate):
    """When a file was changed, as one writes it here."""

    def initStyleOption(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """2026-11-30 15:17."""
        super().initStyleOption(option, index)
        name = index.model().index(index.row(), _NAME, index.parent())
        path = name.data(QFileSystemModel.Roles.FilePathRole)
        if path:
            changed = QFileInfo(str(path)).lastModified()
            option.text = changed.toString("yyyy-MM-dd HH:mm")
