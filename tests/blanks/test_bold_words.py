"""Stars in twos: a blank, unless the whole text is Markdown and they are pairs round words."""

import pytest

from editor.blanks.blank_reader import find_blanks
from tests.notation import doc

# Each text, and how many blanks of two stars are in it.
OPEN = [
    (
        "在**分局表彰会上的讲话 | 同志们： | **分局在市局，**区委领导下，为平安**作出了贡献，"
        "**人民满意。 | 今天表彰先进。",
        5,
    ),
    ("**市**县**镇的各位代表： | 大家好！", 3),
    ("来宾们： | 欢迎**，我们的老朋友；欢迎**，我们的新同事。", 2),
    ("**同志在**岗位上干了三十年。", 2),
    ("感谢**公司、**集团对本届赛事的支持。", 2),
    ("**年来，**区党委带领群众修路架桥。", 2),
    ("# 讲话 | **局要落实责任，**队要加强巡查，**社区要发动群众。", 3),
    ("## 分工 | **局负责培训，**局负责经费。", 2),
    ("会议由**主持，**作总结。", 2),
    ("- 第一项 **县先进经验，请**介绍 | - 第二项", 2),
    ("知道**的人很多，**有了新变化。 | 要**真抓实干**，把**服务**做到家。", 6),
    ("**县委书记** | 同志们，朋友们：", 2),
    ("# 分工 | **局和**局一起抓。 | 要**真抓实干**。", 2),
]
BOLD = [
    "# 讲话稿 | 要**真抓实干**，确保实效。",
    "**一、提高认识** | 各级要**高度重视**这项工作。",
    "1. **抓安全**：层层签责任书。 | 2. **抓质量**：件件过检验。",
    "- **时间**：3月5日 | - **地点**：二楼会议室",
    "**同志们：** | 今天开会。",
    "**一、提高认识。**各级要高度重视。",
    "**一、提高认识** | 要**真抓实干**确保实效，把**服务**做到家。",
    "## 三点意见 | **一是压实责任，层层签字。**各单位要照办。",
    "**第一，要快。**不能拖。 | **第二，要稳。**不能乱。",
    "> 原话照录 | 他讲得**很实在**。",
    "|项目|**数量**| | |---|---| | |植树|**三千棵**|",
    "# 总结 | **2025年工作回顾** | 完成**12**项任务。",
    "**在全市工会工作会议上的讲话** | **三月五日** | 今天**主要**讲两点。",
    "# 要点 | **市场主体**增加，**区域协调**推进，**年度任务**完成，**日常管理**加强。",
    "# 讲话 同志们： **一、认清形势** 任务**十分艰巨**。 **二、狠抓落实** 要干。",
]


@pytest.mark.parametrize(("text", "count"), OPEN)
def test_stars_that_stand_for_words_are_blanks(text: str, count: int) -> None:
    assert [b.text for b in find_blanks(doc(text))] == ["**"] * count


@pytest.mark.parametrize("text", BOLD)
def test_bold_words_of_markdown_are_none(text: str) -> None:
    assert find_blanks(doc(text)) == ()


def test_wide_stars_are_stars() -> None:
    text = "＃　讲话稿 | 要＊＊真抓实干＊＊。 | ## 二、再看 | 把＊＊服务＊＊做到家。"
    assert find_blanks(doc(text)) == ()


def test_a_pair_that_a_page_broke_is_a_pair() -> None:
    text = "## 讲话 | 这件事关系全局，大家一定要**高度 | 重视**起来，不能松劲。"
    assert find_blanks(doc(text)) == ()
