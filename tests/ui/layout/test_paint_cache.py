"""A page shown from pictures looks as a page that is drawn, whatever is done to it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from editor.analysis.analyzer import make_analyzer
from editor.manuscript.edits import Move, Splice
from editor.manuscript.paragraph import Paragraph, Position, Span
from editor.ui.document.controller import DocumentController
from editor.ui.layout.page_painter import PagePainter
from editor.ui.layout.paint_cache import MOST
from editor.ui.look.page_palette import PagePalette
from tests.notation import doc
from tests.ui.page.pages import controller_of
from tests.ui.until import rest

BODY = "各单位要逐条对照，逐项整改，，确保X件件有着落。" * 5
SPEECH = doc(
    f"在云川市大会上的讲话 | 同志们： | 讲三点。 | 一、甲事 | {BODY} | （一）乙事 | 乙文X。 | "
    f"二、丁事 | 二〇{BODY} | 三、戊事 | 戊{BODY}"
)

CHANGES: dict[str, Callable[[DocumentController], object]] = {
    "nothing": lambda d: None,
    "typing": lambda d: QTest.keyClicks(d.view, "abc"),
    "a new line": lambda d: QTest.keyClicks(d.view, "\r"),
    "a move": lambda d: d.apply((Move(3, 5, 9),)),
    "a piece": lambda d: d.apply((Splice(5, 5, (Paragraph("插进来的一段。"),)),)),
    "a tag": lambda d: d.apply((Splice(6, 6, (Paragraph("话。", holds="图片"),)),)),
    "undo": lambda d: (d.apply((Move(3, 5, 9),)), d.undo()),
    "selecting": lambda d: d.go_to(Position(4, 3), Position(6, 2)),
    "the caret elsewhere": lambda d: d.go_to(Position(6, 1)),
    "hits": lambda d: d.view.show_hits((Span(4, 0, 2), Span(6, 0, 2)), (Span(6, 0, 2),)),
    "colours": lambda d: d.view.set_palette(PagePalette(page="#202020", ink="#dddddd")),
    "zoom": lambda d: d.view.set_zoom(130),
    "a veil": lambda d: d.view.set_veil(lambda: (4, 5)),
    "scrolling": lambda d: d.view.verticalScrollBar().setValue(123),
    "a narrow view": lambda d: d.view.resize(400, 600),
}


def seen(controller: DocumentController) -> QImage:
    return controller.view.viewport().grab().toImage()


def drawn(controller: DocumentController) -> QImage:
    """What is seen where no paragraph may be shown from its picture."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(controller.view.painter.pictures, "show", lambda *_: False)
        return seen(controller)


def picture_all(controller: DocumentController) -> int:
    """Make all pictures, as when the hand rests; how many looks are known."""
    view = controller.view
    while view.painter.picture_one(0, 900, view.devicePixelRatioF()):
        pass
    return len(view.painter.pictures.looks)


def opened(analyzer: object = None) -> DocumentController:
    controller = controller_of(SPEECH, analyzer)
    controller.view.resize(720, 600)
    controller.view.show()
    controller.go_to(Position(2, 1))
    QApplication.processEvents()
    return controller


@pytest.fixture
def controller(application: object) -> DocumentController:
    return opened(make_analyzer())


@pytest.mark.parametrize("name", CHANGES)
def test_a_picture_looks_as_its_paragraph_drawn(controller: DocumentController, name: str) -> None:
    assert picture_all(controller) >= 8
    CHANGES[name](controller)
    QApplication.processEvents()
    # Between two of these nothing comes from the event loop: both show one state of the text.
    assert seen(controller) == drawn(controller)
    rest(controller.view)
    picture_all(controller)
    assert seen(controller) == drawn(controller)
    controller.close()


def test_what_has_a_picture_is_not_drawn_again(application: object) -> None:
    controller = opened()  # without marks, which a move would change
    picture_all(controller)
    controller.apply((Move(3, 5, 9),))
    seen(controller)
    assert controller.view.painter.drawn == [2], "only the paragraph with the caret"
    controller.close()


def test_pictures_fill_some_screens_and_no_more(controller: DocumentController) -> None:
    view = controller.view
    for number in range(30):
        controller.apply((Splice(4, 5, (Paragraph(f"第{number}回。" + BODY),)),))
        picture_all(controller)
    assert MOST / 2 < view.painter.pictures.pixels <= MOST
    controller.close()


def test_words_at_the_caret_are_never_a_picture(controller: DocumentController) -> None:
    picture_all(controller)
    cursor = controller.view.textCursor()
    cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)
    controller.view.setTextCursor(cursor)
    assert controller.manuscript().paragraphs[2].text == "讲三点。"
    picture_all(controller)
    texts = [look[0] for look in controller.view.painter.pictures.looks]  # type: ignore[index]
    assert "讲三点。" not in texts and "同志们：" in texts
    controller.close()


def test_a_paragraph_higher_than_screens_is_drawn_where_it_is_seen(application: object) -> None:
    # Its picture, larger than all that are kept, was made and thrown away without an end.
    controller = controller_of(doc("一段。 | " + BODY * 60))
    controller.view.resize(720, 600)
    controller.view.show()
    QApplication.processEvents()
    painter = controller.view.painter
    assert painter.picture_one(0, 600, 1.0), "it is known from now on"
    assert not painter.picture_one(0, 600, 1.0) and painter.pictures.pixels == 0
    controller.close()


def test_what_is_seen_of_a_long_paragraph_is_what_is_drawn_of_it(application: object) -> None:
    controller = controller_of(doc("一段。 | " + BODY * 60), make_analyzer())
    view = controller.view
    view.resize(720, 600)
    view.show()
    view.verticalScrollBar().setValue(1800)
    QApplication.processEvents()
    some = seen(controller)
    with pytest.MonkeyPatch.context() as patch:
        paint, everything = PagePainter._paragraph, QRectF(0, -1e6, 1e6, 2e6)
        patch.setattr(PagePainter, "_paragraph", lambda *given: paint(*given[:-1], everything))
        assert some == seen(controller)
    controller.close()
