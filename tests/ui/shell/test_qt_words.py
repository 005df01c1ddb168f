"""Qt's own windows speak Chinese."""

import re

import pytest
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QPushButton

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
