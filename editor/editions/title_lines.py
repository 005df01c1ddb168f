"""Breaking a long title by meaning into a pleasing shape.

GB/T 9704-2012 clause 7.3.1: a title is broken so that words stay whole and lengths fit,
in the shape of a trapezoid or a diamond. Without a dictionary a short list of words that
titles are made of says what belongs together.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate, combinations, pairwise

from editor.editions.breaking import classes_of, may_break

# Words of titles, our own list; longer ones win over the shorter they begin with.
_WORD_LIST = (
    "党的二十大 党中央 全会 "
    "领导小组 指挥部 办公室 委员会 常委会 党委会 座谈会 推进会 动员会 总结会 表彰会 交流会 "
    "誓师会 培训班 现场会 部署会 调度会 述职会 代表大会 全委会 职工代表 机关干部 全体会议 "
    "全体 会议 大会 例会 年会 精神 动员 部署 讲话 发言 致辞 致词 报告 汇报 总结 表彰 命名 "
    "授牌 学习 贯彻 落实 深入 推进 开展 加强 做好 全面 工作 经验 交流 座谈 现场 培训 教育 "
    "主题 党建 党风 廉政 建设 作风 安全 生产 防汛 抗旱 防火 环保 信访 稳定 维稳 综治 法治 "
    "经济 社会 发展 改革 开放 创新 创业 乡村 振兴 脱贫 攻坚 扶贫 招商 引资 项目 企业 职工 "
    "工会 妇联 共青团 青年 妇女 儿童 教师 学校 学生 医院 卫生 健康 文化 体育 旅游 农业 农村 "
    "农民 水利 交通 城市 城乡 管理 服务 志愿 技能 竞赛 劳动 劳模 模范 先进 优秀 典型 集体 "
    "个人 干部 党员 支部 书记 换届 选举 任职 就职 启动 仪式 开幕 闭幕 开工 开学 典礼 毕业 "
    "庆祝 纪念 成立 周年 新春 团拜 节日 第一 第二 第三 季度 年度 上半年 下半年 半年 全省 全市 全县 "
    "全区 全国 全镇 全乡 全校 系统 单位 机关 街道 社区 同志 关于 有关 进一步"
)
_WORDS = tuple(_WORD_LIST.split())
_FREELY_BEHIND = "、，的暨和与及》”）会"
_NOT_BEHIND = "在于对把为向由被从同将以全各第"
_NOT_BEFORE = "的了着上中下等时和与及暨、，》”）"
_HIDDEN_COST, _WORD_COST, _PLAIN_COST, _PARTICLE_COST = 12.0, 20.0, 2.0, 8.0
_FEWEST = 4  # characters a line of a title should hold
_WIDEST_SPREAD = 0.6  # difference of the longest and the shortest line, of the longest
_MOST_LINES = 4


def break_title(text: str, widths: Sequence[float], width: float) -> list[int]:
    """Where the lines of a title end (code points, the end of the text included).

    ``widths`` are the widths of its characters, ``width`` the room, in one unit.
    """
    sums = list(accumulate(widths, initial=0.0))
    if sums[-1] <= width + 0.01:
        return [len(text)]
    classes = classes_of(text)
    inside = _inside_words(text)
    places = [at for at in range(1, len(text)) if may_break(classes, at)]
    costs = {at: _cost(text, at) + _WORD_COST * (at in inside) for at in places}
    for count in range(2, _MOST_LINES + 1):
        found = _best(costs, sums, width, count)
        if found is not None:
            return found
    return _greedy(places, sums, width)


def _best(
    costs: dict[int, float], sums: Sequence[float], width: float, count: int
) -> list[int] | None:
    """The cheapest division into ``count`` lines that fit, or None."""
    # Deep divisions weigh only the likely places, or there would be too many to try.
    places = sorted(sorted(costs, key=lambda at: costs[at])[:24] if count > 2 else costs)
    best: tuple[float, list[int]] | None = None
    for cuts in combinations(places, count - 1):
        ends = [0, *cuts, len(sums) - 1]
        lengths = [sums[b] - sums[a] for a, b in pairwise(ends)]
        if max(lengths) > width + 0.01:
            continue
        price = sum(costs[at] for at in cuts) + _shape(lengths, sums[-1] / (len(sums) - 1))
        if best is None or price < best[0]:
            best = (price, ends[1:])
    return best[1] if best else None


def _shape(lengths: Sequence[float], em: float) -> float:
    """What the outline of the lines costs: nothing for a trapezoid or a diamond."""
    longest, shortest = max(lengths), min(lengths)
    price = 3.0 * (longest - shortest) / longest  # near in length is calmer
    if longest - shortest < em / 2:
        price += 1.5  # a rectangle
    if longest - shortest > _WIDEST_SPREAD * longest:
        price += 3.0
    if shortest < _FEWEST * em:
        price += 5.0
    inner = lengths[1:-1]
    if inner and min(inner) < min(lengths[0], lengths[-1]):
        price += 4.0  # an hourglass
    return price


def _cost(text: str, at: int) -> float:
    """What breaking before character ``at`` costs in meaning."""
    before, behind = text[at - 1], text[at]
    hidden = _HIDDEN_COST if _inside_quotes(text, at) else 0.0
    if before in _NOT_BEHIND or behind in _NOT_BEFORE:
        return _PARTICLE_COST + hidden
    if before in _FREELY_BEHIND or before.isspace() or text[at : at + 2] == "——":
        return hidden
    bordered = _ends_word(text, at) or text.startswith(_WORDS, at)
    return (_PLAIN_COST / 2 if bordered else _PLAIN_COST) + hidden


def _ends_word(text: str, at: int) -> bool:
    return text[:at].endswith(_WORDS)


def _inside_words(text: str) -> frozenset[int]:
    """Places inside a word of the list, read from the left, longest word first."""
    inside: set[int] = set()
    at = 0
    while at < len(text):
        fits = [len(word) for word in _WORDS if text.startswith(word, at)]
        size = max(fits, default=1)
        inside.update(range(at + 1, at + size))
        at += size
    return frozenset(inside)


def _inside_quotes(text: str, at: int) -> bool:
    head = text[:at]
    return any(head.count(a) > head.count(b) for a, b in ("《》", "“”", "（）"))


def _greedy(places: Sequence[int], sums: Sequence[float], width: float) -> list[int]:
    ends: list[int] = []
    start, last = 0, len(sums) - 1
    while sums[last] - sums[start] > width:
        fitting = [at for at in places if at > start and sums[at] - sums[start] <= width]
        start = fitting[-1] if fitting else start + 1
        ends.append(start)
    return [*ends, last]
