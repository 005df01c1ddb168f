"""Tree and panels grow with the interface type, and all three columns fit the screen."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication

from editor.ui.shell.window import Window


def test_the_columns_follow_the_type_and_come_back(window: Window) -> None:
    window.resize(1300, 700)
    drag(window, 210, 290)
    QApplication.processEvents()
    left, _, right = window.splitter.sizes()
    window.settings.set("interface_size", 16)
    QApplication.processEvents()
    wider = window.splitter.sizes()
    assert wider[0] > left and wider[2] > right and sum(wider) == window.splitter.width() - 2
    window.settings.set("interface_size", 13)
    QApplication.processEvents()
    now = window.splitter.sizes()
    assert abs(now[0] - left) < 8 and abs(now[2] - right) < 8


def test_at_the_largest_type_no_column_asks_for_more_than_the_screen(window: Window) -> None:
    window.settings.set("interface_size", 24)
    QApplication.processEvents()
    least = sum(part.minimumWidth() for part in (window.left, window.centre, window.right))
    assert least <= window.screen().availableSize().width()
    window.settings.set("interface_size", 13)


def test_a_window_made_narrow_and_wide_again_gives_tree_and_panels_back(window: Window) -> None:
    window.resize(1300, 700)
    drag(window, 300, 340)
    QApplication.processEvents()
    before = window.splitter.sizes()
    for width in (window.minimumSizeHint().width(), 1300):
        window.resize(width, 700)
        QApplication.processEvents()
    assert window.splitter.sizes() == before


def test_at_the_largest_type_a_window_can_be_narrower_than_the_screen(window: Window) -> None:
    window.settings.set("interface_size", 24)
    QApplication.processEvents()
    assert window.minimumSizeHint().width() <= 0.8 * window.screen().availableSize().width()


def drag(window: Window, left: int, right: int) -> None:
    """The lines between the columns, as a hand moves them."""
    window.splitter.moveSplitter(left, 1)
    window.splitter.moveSplitter(window.splitter.width() - right, 2)
