"""Roles of paragraphs as the real outline gives them."""

from editor.editions.roles import page_paragraphs
from editor.manuscript.manuscript import Manuscript
from editor.manuscript.outline.reader import outline_of
from editor.manuscript.outline.sections import Outline, SectionKind
from editor.manuscript.paragraph import Paragraph, Position
from tests.editions.speech import section
from tests.notation import doc


def roles(line: str) -> list[str]:
    m = doc(line)
    return [part.role.value for part in page_paragraphs(m, outline_of(m))]


TEXT = "今天开会，主要是动员大家。"


def test_title_date_name_and_salutation_are_told_apart() -> None:
    line = f"在青石县职工大会上的讲话 | （2026年4月28日） | 林河生 | 同志们： | {TEXT}"
    assert roles(line) == ["title", "byline", "byline", "salutation", "body"]


def test_an_open_date_is_a_date_all_the_same() -> None:
    line = f"在青石县职工大会上的讲话 | （20xx年X月X日） | 同志们： | {TEXT}"
    assert roles(line) == ["title", "byline", "salutation", "body"]


def test_a_second_title_with_a_dash_is_a_subtitle() -> None:
    line = f"匠心筑梦再出发 | ——在青石县职工大会上的讲话 | 同志们： | {TEXT}"
    assert roles(line) == ["title", "subtitle", "salutation", "body"]


def test_a_heading_alone_is_a_heading_and_one_run_in_is_body() -> None:
    line = f"在全县大会上的讲话 | 同志们： | {TEXT} | 一、抓实竞赛 | （一）抓思想。各级工会要先行。"
    assert roles(line) == ["title", "salutation", "body", "heading", "body"]


def test_empty_paragraphs_have_no_part() -> None:
    assert roles(f"在全县大会上的讲话 |  | 同志们： |  | {TEXT}") == ["title", "salutation", "body"]


def test_a_cell_of_a_table_is_a_plain_line() -> None:
    m = Manuscript(0, (Paragraph("一、项目", frame="表1·1行1列"), Paragraph("正文。")))
    assert [p.role.value for p in page_paragraphs(m, outline_of(m))] == ["frame", "body"]


def test_words_before_the_first_title_do_not_cost_a_page() -> None:
    m = doc(f"本文仅供参考。 | 在青石县职工大会上的讲话 | 同志们： | {TEXT}")
    assert not any(part.opens for part in page_paragraphs(m, outline_of(m)))


def test_a_main_title_above_a_dashed_one_is_the_title() -> None:
    m = doc(f"匠心筑梦再出发 | ——在青石县职工大会上的讲话 | 同志们： | {TEXT}")
    at = [Position(i, 0) for i in range(4)]
    title = section(SectionKind.TITLE, 0, at[1], at[2], m.end)
    found = page_paragraphs(m, Outline((title,)))
    assert [part.role.value for part in found[:2]] == ["title", "subtitle"]


def test_every_line_of_a_broken_title_and_subtitle_is_set_as_one() -> None:
    line = f"在全县河湖长制 | 工作会议上的讲话 | （2025年6月） | 同志们： | {TEXT}"
    assert roles(line) == ["title", "title", "byline", "salutation", "body"]
    line = f"匠心筑梦再出发 | 实干争先开新局 | ——在青石县职工 | 大会上的讲话 | 同志们： | {TEXT}"
    assert roles(line) == ["title", "title", "subtitle", "subtitle", "salutation", "body"]


def test_a_speech_with_a_broken_title_begins_a_page_with_its_first_line() -> None:
    m = doc(
        f"在春训会上的讲话 | 同志们： | {TEXT} | 谢谢大家！ | "
        f"在全县秋收秋种 | 工作会议上的讲话 | 同志们： | {TEXT}"
    )
    assert [p.paragraph for p in page_paragraphs(m, outline_of(m)) if p.opens] == [4]
