"""先…, 再…, 最后… as heads without a number; kinds of speech; letters set wide."""

from __future__ import annotations

import pytest

from editor.manuscript.lines import line_facts
from editor.manuscript.manuscript import manuscript_of
from editor.manuscript.outline.reader import outline_of
from editor.manuscript.outline.sections import SectionKind
from editor.manuscript.paragraph import Paragraph

SAID = "三季度，在管面积有了增加，投诉降了两成，这本账大家都清楚，问题也都明白，不再多讲。"


def titles(text: str, kind: SectionKind) -> list[str]:
    found = outline_of(manuscript_of(text)).walk()
    return [section.title for section in found if section.kind is kind]


def spoken(*heads: str) -> str:
    return "\n".join(["同志们：", SAID, *(f"{head}\n{SAID}" for head in heads), SAID])


@pytest.mark.parametrize(
    "heads",
    [
        ("先把收费的账算明白", "再把服务的气理顺", "最后把员工的心暖热"),
        ("开局要稳", "中盘要紧", "最后关头要拼"),
    ],
)
def test_the_last_of_a_row_is_a_head(heads: tuple[str, ...]) -> None:
    assert titles(spoken(*heads), SectionKind.SECTION) == list(heads)


@pytest.mark.parametrize("line", ["最后，把员工的心暖热", "最后把员工的心暖热。", "最后一公里"])
def test_a_last_line_by_itself_is_none(line: str) -> None:
    assert titles(spoken(line), SectionKind.SECTION) == []


@pytest.mark.parametrize(
    "lines",
    [
        ("镇党委副书记20xx年度专题民主生活会", "个人对照检查发言提纲"),
        ("云林县委2023年度民主生活会", "班子检视剖析发言"),
    ],
)
def test_what_one_says_of_himself_goes_on_with_its_title(lines: tuple[str, str]) -> None:
    text = "\n".join([*lines, SAID, "一、问题", SAID])
    assert titles(text, SectionKind.TITLE) == ["".join(lines)]


def test_a_toast_below_a_piece_mark_is_the_title() -> None:
    text = spoken() + f"\n第二篇\n在客商招待晚宴上的祝酒词\n各位来宾：\n{SAID}"
    assert titles(text, SectionKind.TITLE) == ["在客商招待晚宴上的祝酒词"]


def test_wide_letters_weigh_as_narrow_ones() -> None:
    plain = "一、路面上的事，一天也不能等K1203+500到K1207的桥面先结冰，风大。"
    wide = "".join(chr(ord(c) + 0xFEE0) if "!" <= c <= "~" else c for c in plain)
    one, other = (line_facts(Paragraph(text)).candidates[0].variants for text in (plain, wide))
    assert [end.score for end in one] == [end.score for end in other] != []
