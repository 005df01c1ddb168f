"""Titles in one line and in several, read from texts of many kinds with their twins."""

from __future__ import annotations

import pytest

from editor.manuscript.manuscript import Manuscript, manuscript_of
from editor.manuscript.outline.reader import OutlineReader, outline_of
from editor.manuscript.outline.sections import SectionKind
from editor.manuscript.paragraph import Paragraph
from tests.manuscript.outline.case_texts import BODY, Case, cases, hard_broken
from tests.notation import doc


def titles(m: Manuscript) -> list[str]:
    """The titles of the speeches of a text."""
    return [s.title for s in outline_of(m).walk() if s.kind is SectionKind.TITLE]


@pytest.mark.parametrize("case", cases("titles"), ids=lambda case: case.name)
def test_a_title_is_all_its_lines_and_nothing_else(case: Case) -> None:
    assert titles(manuscript_of(case.text)) == case.wanted


@pytest.mark.parametrize("case", cases("titles"), ids=lambda case: case.name)
def test_blank_lines_and_indents_change_no_title(case: Case) -> None:
    spread = "\n".join(f"\n　　{line}" for line in case.text.split("\n"))
    assert titles(manuscript_of(spread)) == case.wanted


@pytest.mark.parametrize(
    ("lines", "wanted"),
    [
        (["全市科技工作者座谈会", "讲话提纲"], "全市科技工作者座谈会讲话提纲"),
        (["同心向党　奋进有我", "——团县委工作报告"], "同心向党　奋进有我"),
        (["守护一江清水", "——在河长制工作", "推进会上的讲话"], "守护一江清水"),
        (
            ["关于青石县", "2025年法治政府建设", "情况的报告"],
            "关于青石县2025年法治政府建设情况的报告",
        ),
    ],
)
def test_paragraphs_in_words_title_style_are_one_title(lines: list[str], wanted: str) -> None:
    head = [Paragraph(line, style="title") for line in lines]
    m = Manuscript(0, (*head, Paragraph("同志们："), Paragraph(BODY)))
    assert titles(m) == [wanted]


def test_the_node_of_a_broken_title_reaches_to_the_end_of_its_last_line() -> None:
    m = doc(f"在全县河湖长制 | 工作会议上的讲话 | （2025年6月） | 同志们： | {BODY}")
    title = outline_of(m).sections[0]
    assert (title.start, title.body, title.end) == ((0, 0), (1, 8), m.end)
    assert [c.kind for c in title.children] == [SectionKind.SALUTATION]


def test_typing_in_a_line_of_a_broken_title_is_read_at_once() -> None:
    reader = OutlineReader()
    for words in ("关于河道治理、", "关于河道清淤、"):
        m = doc(f"{words} | 岸线保护情况的报告 | 各位委员： | {BODY}")
        assert reader.read(m) == outline_of(m)
        assert reader.read(m).sections[0].title == words + "岸线保护情况的报告"


@pytest.mark.parametrize("case", cases("one_line"), ids=lambda case: case.name)
def test_a_title_is_found_in_a_text_of_one_line(case: Case) -> None:
    assert titles(manuscript_of(case.text)) == case.wanted


@pytest.mark.parametrize(
    "words",
    ["在全县禁毒工作会议上的讲话", "关于青石县城乡供水情况的报告", "在退役军人座谈会上的致辞"],
)
@pytest.mark.parametrize("greeting", ["同志们：", "各位委员：", "同志们，", "尊敬的各位来宾："])
def test_a_title_ends_where_its_salutation_begins(words: str, greeting: str) -> None:
    assert titles(manuscript_of(words + greeting + BODY)) == [words]


@pytest.mark.parametrize("width", [26, 34])
@pytest.mark.parametrize("case", cases("titles"), ids=lambda case: case.name)
def test_a_title_is_whole_in_a_text_with_hard_breaks(case: Case, width: int) -> None:
    assert titles(manuscript_of(hard_broken(case.text, width))) == case.wanted
