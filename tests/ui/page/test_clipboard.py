from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QUrl

from editor.manuscript.lists import ListLevel, Lists, NumberList
from editor.manuscript.manuscript import Manuscript
from editor.manuscript.paragraph import Paragraph, Position
from editor.ui.page.page_drops import files_of, move_selection
from tests.notation import doc, lines
from tests.ui.page.pages import controller_of


def mime(text: str = "", html: str = "") -> QMimeData:
    made = QMimeData()
    if text:
        made.setText(text)
    if html:
        made.setHtml(html)
    return made


@pytest.mark.parametrize(
    ("given", "wanted"),
    [
        ("一\r\n二\r三\u2029四", "一 | 二 | 三 | 四甲"),
        ("一\x00二\ufffc\ufeff", "一二甲"),
        ("一\u2028二", "一\u2028二甲"),
    ],
)
def test_foreign_text_comes_in_as_paragraphs(given: str, wanted: str) -> None:
    controller = controller_of(doc("甲"))
    controller.view.insertFromMimeData(mime(given))
    assert lines(controller.manuscript()) == wanted
    controller.undo()
    assert lines(controller.manuscript()) == "甲"


def test_html_alone_gives_its_words() -> None:
    controller = controller_of(doc("甲"))
    controller.view.insertFromMimeData(mime(html="<p><b>一</b>件</p><p>二件<br>三件</p>"))
    assert lines(controller.manuscript()) == "一件 | 二件 | 三件甲"


def test_a_copy_comes_as_words_because_its_element_is_there_already() -> None:
    controller = controller_of(
        Manuscript(0, (Paragraph("甲", 1, "一、"), Paragraph("乙", 2), Paragraph("")))
    )
    controller.go_to(Position(0, 0), Position(1, 1))
    copied = controller.view.createMimeDataFromSelection()
    controller.go_to(Position(2, 0))
    controller.view.insertFromMimeData(copied)
    assert controller.manuscript().paragraphs[2:] == (Paragraph("甲"), Paragraph("乙"))


def test_what_is_copied_from_another_text_comes_as_words_with_its_numbers() -> None:
    listed = Lists({"1": NumberList("0", {0: ListLevel(1, "decimal", "%1.")}, {})})
    rows = (Paragraph("甲", 7, "1.", listed="1/0"), Paragraph("乙", 8, "2.", listed="1/0"))
    here, there = (
        controller_of(Manuscript(0, (*rows, Paragraph("")), listed)),
        controller_of(doc("丙")),
    )
    here.go_to(Position(0, 0), Position(2, 0))
    there.view.insertFromMimeData(here.view.createMimeDataFromSelection())
    assert there.manuscript().paragraphs == doc("1.甲 | 2.乙 | 丙").paragraphs


def test_a_drag_inside_is_a_move_in_one_step() -> None:
    controller = controller_of(
        Manuscript(0, (Paragraph("甲", 1, "一、"), Paragraph("乙", 2), Paragraph("丙")))
    )
    controller.go_to(Position(0, 0), Position(1, 0))
    assert move_selection(controller.view, Position(2, 0))
    assert [p.text for p in controller.manuscript().paragraphs] == ["乙", "甲", "丙"]
    controller.undo()
    assert [p.key for p in controller.manuscript().paragraphs] == [1, 2, 0]
    assert not move_selection(controller.view, Position(0, 1))


def test_a_messy_paste_is_told() -> None:
    controller = controller_of(doc("甲"))
    told: list[str] = []
    controller.view.paste_is_messy.connect(told.append)
    controller.view.messy = lambda text: "网" in text
    controller.view.insertFromMimeData(mime("好文"))
    controller.view.insertFromMimeData(mime("来源：某网"))
    assert told == ["来源：某网"]


def test_files_are_for_the_window() -> None:
    files = QMimeData()
    files.setUrls([QUrl.fromLocalFile("/tmp/稿.docx"), QUrl("https://example.org/a")])
    assert files_of(files) == [Path("/tmp/稿.docx")]
    assert not controller_of(doc("甲")).view.canInsertFromMimeData(files)


def test_whole_paragraphs_take_their_automatic_numbers_to_other_programs() -> None:
    controller = controller_of(
        Manuscript(0, (Paragraph("总体要求", 1, "一、"), Paragraph("正文", 2)))
    )
    controller.go_to(Position(0, 0), Position(1, 2))
    assert controller.view.createMimeDataFromSelection().text() == "一、总体要求\n正文"
    controller.go_to(Position(0, 0), Position(0, 2))
    assert controller.view.createMimeDataFromSelection().text() == "总体"
