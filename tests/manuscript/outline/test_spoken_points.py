"""Points as they are spoken, heads without numbers and tables of contents, with their twins."""

from __future__ import annotations

import pytest

from editor.manuscript.manuscript import manuscript_of
from editor.manuscript.outline.reader import outline_of
from tests.manuscript.outline.case_texts import BODY, Case, cases, hard_broken
from tests.manuscript.outline.test_outline import headings
from tests.notation import doc


@pytest.mark.parametrize("case", cases("spoken_points"), ids=lambda case: case.name)
def test_what_is_counted_or_stands_over_paragraphs_is_a_heading(case: Case) -> None:
    assert headings(manuscript_of(case.text)) == case.wanted


@pytest.mark.parametrize("case", cases("contents"), ids=lambda case: case.name)
def test_entries_with_page_numbers_are_no_headings(case: Case) -> None:
    assert headings(manuscript_of(case.text)) == case.wanted


@pytest.mark.parametrize("case", cases("contents"), ids=lambda case: case.name)
def test_hard_breaks_make_no_headings_of_entries(case: Case) -> None:
    assert headings(manuscript_of(hard_broken(case.text, 26))) == case.wanted


@pytest.mark.parametrize("case", cases("markdown"), ids=lambda case: case.name)
def test_headings_of_markdown_have_their_level(case: Case) -> None:
    assert headings(manuscript_of(case.text)) == case.wanted


def test_a_section_of_markdown_moves_with_its_signs() -> None:
    m = manuscript_of(f"# 青年节致辞\n\n## 一、立志\n{BODY}\n## 二、力行\n{BODY}")
    sections = outline_of(m).sections[0].children
    assert [(s.title, s.start) for s in sections] == [("立志", (2, 0)), ("力行", (4, 0))]


@pytest.mark.parametrize(
    "thing", ["步", "招", "张牌", "笔账", "堂课", "场硬仗", "道防线", "个转变", "句", "句话"]
)
def test_things_that_are_counted_in_a_speech_are_points(thing: str) -> None:
    m = doc(f"动员讲话 | 同志们： | 第一{thing}，摸清底数。{BODY} | 第二{thing}，逐项销号。{BODY}")
    assert headings(m) == ["0 动员讲话", "3 摸清底数", "3 逐项销号"]


def test_sentences_told_off_in_a_row_are_no_headings() -> None:
    text = "家长会讲话 | 各位家长： | 我送三句话。第一句，慢慢来。第二句，一起来。第三句，天天来。"
    assert headings(doc(text)) == ["0 家长会讲话"]


def test_heads_without_numbers_move_with_their_paragraphs() -> None:
    m = doc(f"一、任务 | 稳住面积 | {BODY} | 提高单产 | {BODY} | 二、保障 | {BODY}")
    task = outline_of(m).sections[0]
    assert [(s.title, s.start, s.end) for s in task.children] == [
        ("稳住面积", (1, 0), (3, 0)),
        ("提高单产", (3, 0), (5, 0)),
    ]


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("汛前，首先，查库；其次，备料；最后，练兵。", ["查库", "备料", "练兵"]),
        ("全镇上下，一是摸底数；二是建台账；三是抓销号。", ["摸底数", "建台账", "抓销号"]),
        ("归根结底，一要靠学。二要靠干。三要靠管。", ["靠学", "靠干", "靠管"]),
    ],
)
def test_the_first_of_three_points_counts_behind_other_words_of_its_sentence(
    line: str, found: list[str]
) -> None:
    assert [h[2:] for h in headings(doc(f"一、防汛 | {line} | 二、防火 | {BODY}"))][1:-1] == found


@pytest.mark.parametrize(
    "line",
    [
        "要做到，一是要学，二是要干，三是要管。",
        "汛前，首先要查库，其次要备料，最后要练兵。",
        "我想，首先感谢大家，一是来得早，二是坐得住。",
        "去年，一是雨多；今年雨少。",
    ],
)
def test_points_behind_commas_alone_are_none(line: str) -> None:
    assert headings(doc(f"一、防汛 | {line} | 二、防火 | {BODY}")) == ["1 防汛", "1 防火"]


@pytest.mark.parametrize(
    "last",
    ["最后，祝大家新春快乐！", "最后，让我们一起努力！ | 谢谢大家！", "最后，祝愿家乡明天更美好！"],
)
def test_a_last_wish_is_the_closing_and_moves_with_no_section(last: str) -> None:
    m = doc(f"动员讲话 | 同志们： | 讲两点。 | 一、防汛 | {BODY} | 二、防火 | {BODY} | {last}")
    closing = outline_of(m).sections[0].children[-1]
    assert (closing.kind.value, closing.start) == ("closing", (7, 0))


def test_the_last_of_a_row_is_its_point() -> None:
    m = doc(f"讲话 | 一、防汛 | 首先，查库。{BODY} | 其次，备料。{BODY} | 最后，练兵。{BODY}")
    assert headings(m)[-3:] == ["3 查库", "3 备料", "3 练兵"]
