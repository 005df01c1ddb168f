"""A page shown from pictures looks as a page that is drawn, whatever is done to it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtGui import QImage, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from editor.analysis.analyzer import make_analyzer
from editor.manuscript.edits import Move, Splice
from editor.manuscript.paragraph import Paragraph, Position, Span
from editor.ui.document.controller import DocumentController
from editor.ui.layout.paint_cache import MOST
from editor.ui.look.page_palette import PagePalette
from tests.notation import doc
from tests.ui.page.benches import desk_of

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
    "hits": lambda d: d.view.show_hits((Span(4, 0, 2), Span(6, 0, 2)), Span(6, 0, 2)),
    "colours": lambda d: d.view.set_palette(PagePalette(page="#202020", ink="#dddddd")),
    "zoom": lambda d: d.view.set_zoom(130),
    "a veil": lambda d: d.view.set_veil(lambda: (4, 5)),
    "scrolling": lambda d: d.view.verticalScrollBar().setValue(123),
    "a narrow view": lambda d: d.view.resize(400, 600),
}


def shown(controller: DocumentController) -> QImage:
    QApplication.processEvents()
    return controller.view.viewport().grab().toImage()


def rested(controller: DocumentController) -> int:
    """The hand rests until all pictures are made; how many there are."""
    view = controller.view
    view._rest.stop()
    while view._painter.picture_one(0, 900, view.devicePixelRatioF()):
        pass
    return len(view._painter._pictures._kept)


def opened(analyzer: object = None) -> DocumentController:
    controller = desk_of(SPEECH, analyzer)
    controller.view.resize(720, 600)
    controller.view.show()
    controller.go_to(Position(2, 1))
    QApplication.processEvents()
    return controller


@pytest.fixture
def controller(application: object) -> DocumentController:
    return opened(make_analyzer())


@pytest.mark.parametrize("name", CHANGES)
def test_a_picture_looks_as_its_paragraph_drawn(
    controller: DocumentController, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = rested(controller)
    assert before >= 8
    CHANGES[name](controller)
    pictured = shown(controller)
    rested(controller)
    again = shown(controller)
    monkeypatch.setattr(controller.view._painter._pictures, "show", lambda *_: False)
    assert pictured == again == shown(controller)
    controller.close()


def test_what_has_a_picture_is_not_drawn_again(
    application: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    controller = opened()  # without marks, which a move would change
    rested(controller)
    drawn: list[int] = []
    painter, draw = controller.view._painter, controller.view._painter._paragraph
    monkeypatch.setattr(painter, "_paragraph", lambda *a: (drawn.append(a[2]), draw(*a)))
    controller.apply((Move(3, 5, 9),))
    drawn.clear()
    shown(controller)
    assert drawn and set(drawn) == {2}, "only the paragraph with the caret"
    controller.close()


def test_pictures_fill_some_screens_and_no_more(controller: DocumentController) -> None:
    view = controller.view
    for number in range(30):
        controller.apply((Splice(4, 5, (Paragraph(f"第{number}回。" + BODY),)),))
        rested(controller)
    kept = [p for p in view._painter._pictures._kept.values() if p]
    size = sum(p.width() * p.height() for p in kept)
    assert MOST / 2 < size <= MOST
    controller.close()


def test_words_at_the_caret_are_never_a_picture(controller: DocumentController) -> None:
    rested(controller)
    cursor = controller.view.textCursor()
    cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)
    controller.view.setTextCursor(cursor)
    assert controller.manuscript().paragraphs[2].text == "讲三点。"
    rested(controller)
    texts = [look[0] for look in controller.view._painter._pictures._kept]  # type: ignore[index]
    assert "讲三点。" not in texts and "同志们：" in texts
    controller.close()
