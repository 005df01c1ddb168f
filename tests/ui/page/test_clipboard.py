from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QUrl

from editor.intake.pasted import PastedRun
from editor.manuscript.lists import ListLevel, Lists, NumberList
from editor.manuscript.manuscript import Manuscript
from editor.manuscript.marks import BOLD, RUN, Mark
from editor.manuscript.paragraph import Paragraph, Position
from editor.ui.document.controller import DocumentController
from editor.ui.page.clipboard import OWN
from editor.ui.page.page_drops import files_of, move_selection
from editor.ui.tree.section_mime import SECTIONS, Landing, arriving
from tests.notation import doc, lines
from tests.ui.look.canary import lures, put_canary, watched
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


def test_what_a_page_names_is_not_opened(tmp_path: Path) -> None:
    picture, controller = put_canary(tmp_path), controller_of(doc("甲"))
    style = f"<style>p {{ background-image: url({picture}) }}</style>"
    with watched(tmp_path) as opened:
        for lure in (style, f'<body background="{picture}">', *lures(tmp_path)):
            controller.view.insertFromMimeData(mime(html=f"{lure}<p>一件</p>"))
    assert opened == []
    assert lines(controller.manuscript()).count("一件") == 7


def test_a_copy_looks_the_same_and_is_of_no_element_because_that_is_there_already() -> None:
    controller = controller_of(
        Manuscript(0, (Paragraph("甲", 1, "一、"), Paragraph("乙", 2), Paragraph("")))
    )
    controller.go_to(Position(0, 0), Position(1, 1))
    copied = controller.view.createMimeDataFromSelection()
    controller.go_to(Position(2, 0))
    controller.view.insertFromMimeData(copied)
    assert controller.manuscript().paragraphs[2:] == (
        Paragraph("甲", label="一、", marks=(Mark(0, 1, RUN, "1"),)),
        Paragraph("乙", marks=(Mark(0, 1, RUN, "2"),)),
    )


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
    told: list[PastedRun] = []
    controller.view.paste_is_messy.connect(told.append)
    controller.view.messy = lambda text: "网" in text
    controller.view.insertFromMimeData(mime("好文"))
    controller.view.insertFromMimeData(mime("来源：某网"))
    assert told == [PastedRun(Position(0, 2), Position(0, 7), "来源：某网")]
    controller.go_to(Position(0, 2), Position(0, 7))
    moved = controller.view.createMimeDataFromSelection()
    controller.view.insertFromMimeData(moved)
    assert len(told) == 1


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


BOLD_B = Paragraph("甲乙丙", 7, style="heading1", marks=(
    Mark(0, 1, RUN, "7.0"), Mark(1, 3, BOLD), Mark(1, 3, RUN, "7.1"),
))  # fmt: skip


def rich_page() -> DocumentController:
    rows = (Paragraph("首", 6), BOLD_B, Paragraph("尾", 8), Paragraph(""))
    return controller_of(Manuscript(0, rows))


def test_a_whole_paragraph_cut_and_pasted_before_another_is_the_same_one_and_so_is_the_other() -> (
    None
):
    controller = rich_page()
    before = controller.manuscript().paragraphs
    controller.go_to(Position(1, 0), Position(2, 0))
    taken = controller.view.createMimeDataFromSelection()
    controller.view.cut()
    controller.go_to(Position(0, 0))
    controller.view.insertFromMimeData(taken)
    now = controller.manuscript().paragraphs
    assert now == (before[1], before[0], *before[2:])
    controller.undo()
    controller.undo()
    assert controller.manuscript().paragraphs == before


def test_words_moved_inside_a_text_take_along_where_they_are_from() -> None:
    controller = rich_page()
    controller.go_to(Position(1, 1), Position(1, 2))
    assert move_selection(controller.view, Position(2, 1))
    one, two = controller.manuscript().paragraphs[1:3]
    assert one == BOLD_B.with_text("甲丙") and two.key == 8
    told = (Mark(0, 1, RUN, "8"), Mark(1, 2, BOLD), Mark(1, 2, RUN, "7.1"))
    assert (two.text, two.marks) == ("尾乙", told)


def test_a_copy_of_a_whole_paragraph_keeps_its_style_and_of_a_part_its_look() -> None:
    controller = rich_page()
    for end, style in ((3, "heading1"), (2, "")):
        controller.go_to(Position(1, 0), Position(1, end))
        copied = controller.view.createMimeDataFromSelection()
        controller.go_to(Position(3, 0))
        controller.view.insertFromMimeData(copied)
        made = controller.manuscript().paragraphs[3]
        assert (made.key, made.style, made.marks) == (0, style, BOLD_B.part(0, end).marks)
        controller.undo()


def test_another_text_of_ours_gets_words_with_their_looks() -> None:
    here, there = rich_page(), controller_of(doc("丁"))
    here.go_to(Position(1, 0), Position(1, 3))
    there.view.insertFromMimeData(here.view.createMimeDataFromSelection())
    assert there.manuscript().paragraphs == (Paragraph("甲乙丙丁", marks=(Mark(1, 3, BOLD),)),)


def test_what_word_copied_comes_with_its_looks_and_a_plain_text_takes_words_only() -> None:
    html = "<html xmlns:w='urn:schemas-microsoft-com:office:word'><body><p>一<b>二</b></p></body>"
    controller = controller_of(doc("丁"))
    for marks in ((Mark(1, 2, BOLD),), ()):
        controller.view.insertFromMimeData(mime("一二\r\n", html))
        assert controller.manuscript().paragraphs == (
            Paragraph("一二", marks=marks),
            Paragraph("丁"),
        )
        controller.undo()
        controller.view.keeps_looks = lambda: False


def test_copied_words_with_looks_are_html_for_other_programs() -> None:
    controller = rich_page()
    controller.go_to(Position(1, 0), Position(1, 3))
    assert '甲<span style="font-weight:bold">乙丙</span>' in (
        controller.view.createMimeDataFromSelection().html()
    )


def test_pasting_lines_into_a_heading_leaves_what_is_cut_off_a_heading() -> None:
    controller = rich_page()
    controller.go_to(Position(1, 1))
    controller.view.insertFromMimeData(mime("新\n行"))
    one, two = controller.manuscript().paragraphs[1:3]
    assert (one.text, one.key, two.text, two.key, two.style) == ("甲新", 7, "行乙丙", 0, "heading1")


@pytest.mark.parametrize(
    "harm",
    [
        b"",
        b"[" * 100_000,
        b'{"text": "a"}',
        b'{"text": "a", "run": [["\\u7532", "one"]]}',
        b'{"text": "a", "run": [["\\u7532\\n\\u4e59"]]}',
        b'{"text": "a", "run": [["\\u7532", 0, 7]]}',
        b'{"text": "a", "run": [["\\u7532", 0, "", "", "", "", "", [[0, "1", "run"]]]]}',
        b'{"text": "a", "run": 7}',
    ],
)
def test_what_another_program_calls_ours_comes_in_as_its_words(harm: bytes) -> None:
    controller = controller_of(doc("甲"))
    made = mime("乙")
    made.setData(OWN, harm)
    made.setData(SECTIONS, harm)
    controller.view.insertFromMimeData(made)
    assert lines(controller.manuscript()) == "乙甲"
    landing = Landing(controller.manuscript(), "a", looks=True)
    assert [p.text for p in arriving(made, landing).copy.paragraphs] == ["乙"]
