"""Announced counts, before their points and behind them, and words that only look like one."""

import pytest

from editor.manuscript.enumeration.renumber import renumber
from editor.manuscript.outline.reader import outline_of
from tests.notation import doc

TWO = "一、抓学习 | 要学深。 | 二、抓落实 | 要干实。"
SPOKEN = "一是抓学习，学深悟透；二是抓落实，一抓到底。"
FOUR = "一、学 | 要学。 | 二、干 | 要干。 | 三、查 | 要查。 | 四、改 | 要改。"
HEAD = "在白果镇会上的讲话 | 同志们："
THANKS = "谢谢大家！"


def offered(*parts: str) -> list[tuple[str, str]]:
    """The counts that would change, with the three characters from each on."""
    m = doc(" | ".join([HEAD, *parts]))
    found = [r for r in renumber(m, outline_of(m), moved=True) if r.announced]
    texts = [m.paragraphs[r.span.paragraph].text for r in found]
    return [(t[r.span.start :][:3], r.new) for t, r in zip(texts, found, strict=True)]


AHEAD = [
    ("今年主要做三件事。", TWO, "三件事", "两"),
    ("归纳起来，就是三句话。", TWO, "三句话", "两"),
    ("下面，我讲三点意见。", TWO, "三点意", "两"),
    ("今天，我和大家交流三个关键词。", TWO, "三个关", "两"),
    ("下面，我强调五条。", TWO, "五条。", "两"),
    ("今年要办好四件实事：" + SPOKEN, "", "四件实", "两"),
    ("概括起来，就是三句话：" + SPOKEN, "", "三句话", "两"),
    ("借这个机会，我提3点希望。", TWO, "3点希", "2"),
    ("下一步，重点抓好四项工作：" + SPOKEN, "", "四项工", "两"),
    ("我想送给大家三个字。", TWO, "三个字", "两"),
    ("今天我谈三层意思。", TWO, "三层意", "两"),
    ("下面，我从五个方面讲讲体会。", TWO, "五个方", "两"),
    ("今天我就讲四个字。", TWO, "四个字", "两"),
    ("借此机会，我讲三句心里话。", TWO, "三句心", "两"),
    ("下面，我简要通报三个情况。", TWO, "三个情", "两"),
    ("今天的会议共有三项议程。", TWO, "三项议", "两"),
    ("总的看，有三个特点：" + SPOKEN, "", "三个特", "两"),
    ("做好这项工作，关键要把握三点。", TWO, "三点。", "两"),
]
NOT_AHEAD = [
    "有位老支书，一辈子只做三件事。这个故事我记了很久。下面谈点想法。 | " + TWO,
    "办好这场活动，是一举三得的好事。 | " + TWO,
    "昨天下午三点，县里开了专题会。 | " + TWO,
    "去年全镇办成了三件大事，群众很满意。 | " + TWO,
    "全镇有三条河，年年要治。 | " + TWO,
    "说到第三件事，我想多讲几句。 | " + TWO,
    "三句话不离本行，我还是讲工会。 | " + TWO,
    "这三件事都办妥了，大家辛苦。 | " + TWO,
    "俗话说，三个臭皮匠，顶个诸葛亮。 | " + TWO,
    "会议开到晚上十点，讨论很热烈。 | " + TWO,
    "要从增加供给和抑制需求两方面采取措施。 | " + FOUR,
    "下面，我讲两点意见。 | " + TWO,
    "全镇还有三个阶段的任务没有完成。 | " + TWO,
    "这次走访，看到有三个特点鲜明的村。 | " + TWO,
    "我家有三个孩子，都在镇上读书。 | " + TWO,
]


@pytest.mark.parametrize(("words", "below", "old", "new"), AHEAD)
def test_a_count_ahead_of_its_points_is_offered(words: str, below: str, old: str, new: str) -> None:
    parts = [p for p in (words, below, THANKS) if p]
    if below:
        assert offered(*parts) == [(old, new)]
    else:
        assert offered("一、总的要求", *parts) == [(old, new)]


@pytest.mark.parametrize("words", NOT_AHEAD)
def test_a_number_that_announces_nothing_below_is_not(words: str) -> None:
    assert offered(words, THANKS) == []


BEHIND = [
    ("以上三点意见，请大家抓好落实。", "三点意"),
    ("上述五条，希望各单位对照执行。", "五条，"),
    ("以上三个方面，是今年工作的重点。", "三个方"),
    ("同志们，这三件事，件件连着民心。", "三件事"),
    ("我就讲这三点，不当之处请批评指正。", "三点，"),
    ("前面讲的三个问题，大家回去好好讨论。", "三个问"),
    ("以上三项工作，要逐项抓好。", "三项工"),
    ("总之，这三条要求，一条也不能打折扣。", "三条要"),
    ("我今天讲的就是这三句话。", "三句话"),
    ("以上这5点，与大家共勉。", "5点，"),
    ("刚才我讲的三点意见，请抓紧传达。", "三点意"),
    ("以上是我讲的三点意见，供大家参考。", "三点意"),
    ("以上就是我今天讲的三个问题。", "三个问"),
    ("这就是我要讲的三件事。", "三件事"),
    ("我提的三点要求，希望大家落实。", "三点要"),
    ("我就讲这么三点，请大家指正。", "三点，"),
    ("做好以上三项工作，责任重大。", "三项工"),
    ("要把上述三件事办实办好。", "三件事"),
]
NOT_BEHIND = [
    "以上三类企业，由镇市监所牵头整治。",
    "上述三家单位，要带好头。",
    "这三年，是白果镇变化最大的三年。",
    "这三个月，大家都辛苦了。",
    "最后讲个故事。老李当了一辈子电工，只认三件事：守时、守信、守规矩。",
    "上述五条线路，年底前全部改造。",
    "以上三人，由组织部门另行安排。",
    "刚才，李书记讲的三点意见，我完全赞成。",
    "前面张镇长讲的三个问题，大家要记牢。",
    "推进招商、环保、民生，这三项工作年年有新进展。",
    "以上四点意见，请大家抓好落实。",
    "这件好事一举三得，要办到群众心坎上。",
    "以上三个数字说明，我们还有差距。",
    "对照上述三条红线，各村要逐项自查。",
    "把以上三份材料带回去，好好读一读。",
    "这是我讲的第三个问题。",
    "最后，我再强调三点要求。",
    "我的三个孩子，都是在这里长大的。",
    "以上三个案例，就发生在我们身边。",
]


@pytest.mark.parametrize("closing", [True, False])
@pytest.mark.parametrize(("words", "old"), BEHIND)
def test_a_count_behind_its_points_is_offered(words: str, old: str, closing: bool) -> None:
    last = [words, THANKS] if closing else [words]
    assert offered(FOUR, *last) == [(old, "4" if "5" in old else "四")]


@pytest.mark.parametrize("words", NOT_BEHIND)
def test_a_number_that_sums_up_nothing_above_is_not(words: str) -> None:
    assert offered(FOUR, words, THANKS) == []


def test_points_of_a_paragraph_are_summed_up_in_it_or_right_below() -> None:
    assert offered("一、总的要求", SPOKEN + "以上三点，务必做到。", THANKS) == [("三点，", "两")]
    assert offered("一、总的要求", SPOKEN, "以上三点，务必做到。", "二、安排") == [("三点，", "两")]


def test_what_agrees_with_one_row_is_left_though_another_has_more() -> None:
    own = "这里有三点：一是甲方案；二是乙方案；三是丙方案。以上三点，缺一不可。"
    assert offered(FOUR, own, THANKS) == []
    assert offered(FOUR, SPOKEN, "以上四点意见，请大家抓好落实。", THANKS) == []


def test_where_two_rows_may_be_meant_nothing_is_offered() -> None:
    assert offered(FOUR, SPOKEN, "以上三点，请认真把握。") == []
