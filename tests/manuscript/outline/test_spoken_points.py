"""Points said inside a paragraph end where their siblings do, or are their sentences."""

from __future__ import annotations

import pytest

from editor.manuscript.manuscript import manuscript_of
from editor.manuscript.outline.reader import outline_of

PARTED = [
    (
        "一是网格要包到人头把全镇划成四十个网格，每名干部包两个，走没走一看便知。"
        "二是底册要摸到户头谁家有老人、谁家有病人，账上记得清清楚楚。"
        "三是难事要办到心头能当场办的当场办，办不了的三天之内给个回话。",
        ["网格要包到人头", "底册要摸到户头", "难事要办到心头"],
    ),
    (
        "一要配齐专职人员机构合并后空出来的编制，优先用在档案岗位上。"
        "二要抓实业务轮训每年集中培训不少于四十学时，教材由市里统一编写。"
        "三要落实岗位待遇接触老档案的同志，按规定发放保健津贴。",
        ["配齐专职人员", "抓实业务轮训", "落实岗位待遇"],
    ),
]
SENTENCES = [
    "一是积极推进产业工人队伍建设，创新产业工人发挥作用的载体。二是开展技能比武和岗位练兵。"
    "三是加强先进事迹宣传，大力弘扬劳模精神和劳动精神。",
    "一是安全生产责任制进一步落实。二是群众反映的困难得到解决。三是干部作风有了新的转变。",
]


def points(text: str) -> list[str]:
    """The titles of a paragraph's points."""
    outline = outline_of(manuscript_of("同志们：\n下面讲一讲几件事。" + text))
    return [section.title for section in outline.walk() if section.number]


@pytest.mark.parametrize(("text", "titles"), PARTED)
def test_points_that_run_into_their_bodies_are_parted_together(
    text: str, titles: list[str]
) -> None:
    assert points(text) == titles


@pytest.mark.parametrize("text", SENTENCES)
def test_points_that_are_sentences_stay_whole(text: str) -> None:
    whole = [sentence[2:] for sentence in text.split("。") if sentence]
    assert points(text) == whole
