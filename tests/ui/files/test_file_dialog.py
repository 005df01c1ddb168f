"""The window that asks for a file takes a whole path, shows whole names, keeps its size."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QTreeView

from editor.settings.store import Settings
from editor.ui.files.file_dialog import SIZE, dressed
from tests.ui.until import until


def ask(settings: Settings, folder: Path, answer: Callable[[QFileDialog], object]) -> str:
    """What Qt's own question gives when ``answer`` works it."""

    def work() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QFileDialog)
        try:
            answer(dialog)
        finally:
            if dialog.isVisible():
                dialog.reject()

    QTimer.singleShot(0, work)
    with dressed(settings):
        return QFileDialog.getOpenFileName(None, "打开", str(folder), "文本 (*.txt)")[0]


@pytest.fixture
def settings(application: object, tmp_path: Path) -> Settings:
    return Settings(tmp_path / "home")


def test_a_whole_path_of_another_folder_is_opened_by_enter(
    settings: Settings, tmp_path: Path
) -> None:
    other = tmp_path / "另一处" / "里面"
    other.mkdir(parents=True)
    (other / "a.txt").write_text("稿", "utf-8")

    def type_it(dialog: QFileDialog) -> None:
        (field,) = [f for f in dialog.findChildren(QLineEdit) if f.objectName() == "fileNameEdit"]
        field.setFocus()
        field.setText(str(other))
        QTest.keyClicks(field, "/a.txt")
        QTest.keyClick(field, Qt.Key.Key_Return)

    assert ask(settings, tmp_path, type_it) == str(other / "a.txt")


def test_its_columns_tell_name_size_and_date(settings: Settings, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("稿", "utf-8")

    def look(dialog: QFileDialog) -> None:
        tree = dialog.findChild(QTreeView)
        assert isinstance(tree, QTreeView)
        until(lambda: tree.model().rowCount(tree.rootIndex()))
        header = tree.header()
        shown = [n for n in range(header.count()) if not header.isSectionHidden(n)]
        assert shown == [0, 1, 3]
        assert sum(header.sectionSize(n) for n in shown) <= tree.viewport().width()

    ask(settings, tmp_path, look)


def test_it_has_the_size_it_had(settings: Settings, tmp_path: Path) -> None:
    ask(settings, tmp_path, lambda dialog: dialog.resize(700, 510))
    assert settings.text(SIZE) == "700 510"
    seen: list[int] = []
    ask(settings, tmp_path, lambda dialog: seen.append(dialog.width()))
    assert seen == [700]
