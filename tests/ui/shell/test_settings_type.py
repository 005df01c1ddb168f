"""Larger type chosen in the settings window: the window itself is whole at once."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication, QLabel

from editor.ui.settings.settings_window import SettingsWindow
from editor.ui.shell.window import Window
from tests.ui.shell.windows import run


def cut(window: SettingsWindow) -> list[str]:
    """The words that stand in less room than they need."""
    labels = [w for row in window.rows.values() for w in row.findChildren(QLabel) if w.isVisible()]
    return [w.text() for w in labels if w.height() < w.heightForWidth(w.width())]


@pytest.mark.parametrize("size", [19, 24])
def test_nothing_is_cut_when_the_type_grows(window: Window, size: int) -> None:
    run(window, "app.settings")
    [shown] = window.findChildren(SettingsWindow)
    shown.go_to("界面")
    QApplication.processEvents()
    window.settings.set("interface_size", size)
    for _ in range(3):
        QApplication.processEvents()
    assert cut(shown) == []
    assert shown.groups.width() >= shown.groups.sizeHintForColumn(0)
    assert shown.groups.horizontalScrollBar().maximum() == 0
