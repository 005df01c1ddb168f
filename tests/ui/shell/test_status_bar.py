"""The status bar says less where there is little room, and never half a number."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QToolButton

from editor.ui.shell.status_bar import Figure, fitting
from editor.ui.shell.window import Window
from tests.ui.shell.windows import run
from tests.ui.until import until

FIGURES = {
    "words": Figure("字数 5,555（本篇 300）", "字数 5,555"),
    "minutes": Figure("约 27′（180 字/分）", "约 27′"),
    "findings": Figure("必改 2 处 · 请看 1 处", "必改 2 请看 1"),
    "encoding": Figure("UTF-8", "UTF-8"),
    "selected": Figure("", ""),
}


@pytest.mark.parametrize(
    ("room", "told"),
    [
        (100, ["字数 5,555（本篇 300）", "约 27′（180 字/分）", "必改 2 处 · 请看 1 处", "UTF-8"]),
        (48, ["字数 5,555（本篇 300）", "约 27′", "必改 2 处 · 请看 1 处", "UTF-8"]),
        (26, ["字数 5,555", "约 27′", "必改 2 请看 1"]),
        (3, ["必改 2 请看 1"]),
    ],
)
def test_words_beside_the_numbers_go_first_then_figures(room: int, told: list[str]) -> None:
    assert list(fitting(FIGURES, room, len).values()) == told


def all_whole(window: Window) -> bool:
    shown = [b for b in window.statusBar().findChildren(QToolButton) if b.isVisible()]
    return all(b.width() >= b.sizeHint().width() for b in shown) and bool(shown)


@pytest.mark.parametrize("size", [13, 24])
def test_in_the_window_every_figure_has_its_whole_width(window: Window, size: int) -> None:
    window.settings.set("interface_size", size)
    run(window, "edit.select_all")
    for width in (1366, 1000):
        window.resize(width, 768)
        until(lambda: all_whole(window))
    findings = window.statusBar().findChild(QToolButton, "status.findings")
    assert isinstance(findings, QToolButton) and findings.isVisible()
