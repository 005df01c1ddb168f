"""The page in the dark: white, or dark where the writer wishes; paper is white."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication

from editor.ui.look.page_palette import DARK_PAGE
from editor.ui.outline_views.split_page import SplitPage
from editor.ui.paper.paper_view import PaperView
from editor.ui.shell.window import Window
from tests.ui.shell.windows import parts_of, run
from tests.ui.until import until


def ground_of(page: object) -> str:
    """The colour of the paper, between the words."""
    picture = page.viewport().grab().toImage()  # type: ignore[attr-defined]
    colours = [
        picture.pixelColor(picture.width() // 2, y).name() for y in range(0, picture.height(), 3)
    ]
    return max(set(colours), key=colours.count)


def test_the_page_changes_at_once_and_the_second_place_with_it(window: Window) -> None:
    settings, page = window.settings, parts_of(window).page
    run(window, "view.second")
    second = window.findChild(SplitPage)
    settings.set("theme", "dark")
    QApplication.processEvents()
    assert ground_of(page) == ground_of(second) == "#ffffff"
    settings.set("page_colours", "theme")
    QApplication.processEvents()
    assert ground_of(page) == ground_of(second) == DARK_PAGE.page
    settings.set("theme", "light")
    QApplication.processEvents()
    assert ground_of(page) == ground_of(second) == "#ffffff"


def test_the_preview_is_white_whatever_the_page_is(window: Window) -> None:
    window.settings.set("theme", "dark")
    window.settings.set("page_colours", "theme")
    run(window, "print.preview")
    until(lambda: window.findChild(PaperView))
    paper = window.findChild(PaperView)
    assert paper is not None
    until(lambda: ground_of(paper) == "#ffffff")
    paper.window().close()
