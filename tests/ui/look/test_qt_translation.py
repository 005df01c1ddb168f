"""Qt's own windows speak Chinese."""

import re
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QFileDialog, QFileSystemModel, QLabel, QPushButton

from editor.ui.launch import speak_chinese


@pytest.mark.parametrize(
    "mode", [QFileDialog.AcceptMode.AcceptOpen, QFileDialog.AcceptMode.AcceptSave]
)
def test_the_file_window_has_no_english_label(
    application: QApplication, mode: QFileDialog.AcceptMode
) -> None:
    speak_chinese(application)
    window = QFileDialog(None, "打开")
    window.setOption(QFileDialog.Option.DontUseNativeDialog)
    window.setAcceptMode(mode)
    shown = [w.text() for kind in (QLabel, QPushButton) for w in window.findChildren(kind)]
    assert shown
    assert not [words for words in shown if re.search("[A-Za-z]{3}", words)]
    window.deleteLater()


def test_a_folder_is_called_so_in_its_list(application: QApplication, tmp_path: Path) -> None:
    speak_chinese(application)
    model = QFileSystemModel()
    model.setRootPath(str(tmp_path))
    kinds = [str(model.data(model.index(str(path), 2))) for path in (tmp_path, tmp_path.parent)]
    assert kinds == ["文件夹", "文件夹"]
    model.deleteLater()
