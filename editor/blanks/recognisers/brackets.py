"""Blanks in brackets and empty pairs: （  ）, 【单位】, [填写…], (姓名或职务), “”, 《》."""

from __future__ import annotations

import re

from editor.blanks.blank import BlankKind
from editor.blanks.recognisers.found import (
    CROSSES,
    LINES,
    STARS,
    FoundBlank,
    before,
    is_han,
    is_latin,
)
from editor.blanks.recognisers.instructions import is_instruction
from editor.blanks.recognisers.prompts import is_prompt, prompt_found

_PAIRS = {
    "(": ")",
    "（": "）",
    "[": "]",
    "［": "］",
    "【": "】",
    "〔": "〕",
    "{": "}",
    "｛": "｝",
    "<": ">",
    "＜": "＞",
}
_QUOTES = {"“": "”", "‘": "’", "《": "》", "〈": "〉", "「": "」", "『": "』", '"': '"'}
_EMPTY_HEAD = '[“‘《〈「『"](?=[ \u3000]*[.。、，,·]?[ \u3000]*[”’》〉」』"])'
_EMPTY = re.compile(_EMPTY_HEAD.replace("(?=", "(?:"))
_LONGEST = 60
_LONGEST_ORDER = 122
_NAMED = re.compile(r"(?:号|符|标点|函数|点)$")
# An order to the drafter. It must open the bracket or be all of it.
_ORDER = re.compile(
    r"^(?:请|可|应|需|须|宜|此处|这里|此段|本段|以下|注[:：]?此处)?(?:自行|根据实际(?:情况)?|视(?:实际)?情况?|结合(?:本单位|实际|本地)?\w{0,4}|按实际(?:情况)?|据实|酌情)?"
    r"(?:填写|填入|填上|填|插入|补充|补入|补上|替换|修改|更换|改为|改成|列举|举例|待补|待定|待填|待核|待确认|待插|空缺|留空|具体)"
)
_ORDER_WHOLE = re.compile(
    r"^(?:略去|空|空白|待补充?|待定|待填写?|待核实?|待确认|未定|下同|TODO.*|TBD.*|todo.*|根据实际情况.*|视情况.*|据实.*|结合(?:本单位|本地|实际).*)$"
)
# ［如有来宾，此处增加一段感谢语］: what is to be done with this place, behind a condition too.
_HERE = re.compile(
    r"(?:^|[，,；;：:])(?:此处|此段|本段|此句|本处)(?:请|可|应|需|宜|须)?(?:再|另|酌情)?"
    r"(?:增加|增写|加写|加上|加入|添加|添写|写上|写明|列出|点名|插入|补|删去|略去)"
)
# （以上内容可根据本单位实际修改）: said to the drafter, never to the hall.
_ADAPT = re.compile(
    r"(?:根据|结合|按照?)(?:本单位|本地|本部门|自身|各自|具体)?\w{0,4}(?:实际|情况)\w{0,6}"
    r"(?:修改|增减|填写|补充|举例|展开|替换)"
)
_FIELD_END = (
    r"姓名或职务|姓名|职务|职称|名称|全称|简称|地名|单位名?|部门|企业名?|公司名?|学校名?|工会名|车间名?|会议名|领导|主持人|"
    r"负责人|时间|日期|年份|月份|地点|届次|人数|数字|数量|数据|金额|百分比|比例|主题|内容|事例|案例|文件名?|活动名|地区|省份|城市|县区|电话|联系人|编号|序号|落款|称谓|标题|项目名?|具体\w{1,8}|"
    r"(?:天|年|次|户|件|台|篇|家|名)数|人次|时长|年龄|名次|数值"
)
_FIELD = re.compile(rf"^[\w、/或和及与·]{{0,10}}(?:{_FIELD_END})\d?$")
# In round brackets a bare noun is mostly a gloss: 部门（单位）, 企业（公司）.
_ROUND_FIELD = re.compile(
    r"^(?:(?:领导|讲话人|主持人|同志|负责人|发言人|劳模|书记|主席|本人|嘉宾)?(?:的)?(?:姓名|职务)(?:[、/或和及与](?:姓名|职务|职称))*|"
    r"[\w]{0,6}(?:单位|企业|公司|学校|工会|会议|活动|车间|部门|文件|项目)(?:名称|全称|简称|名)|具体[\w]{1,8}|地名|"
    r"(?:填|写|报)[\w]{1,10}|(?:时间|日期|地点|数字|人数|金额|数据|年份|单位)(?=$))$"
)
_ROUND_BARE = re.compile(r"^(?:时间|日期|地点|数字|人数|金额|数据|年份|单位)$")
_FUNCTION_LEFT = re.compile(r"(?:^|[，。；：、！？,;:在于由是为请到从共约达近有“])$")
_SITE = re.compile(
    r"精选|推荐|字体|打印|关闭|复制|阅读|下载|收藏|全文|大\s*中\s*小|来源|摘要|关键词"
)


def bracket(text: str, at: int) -> FoundBlank | None:
    """An empty bracket, a field's name, or an order to the drafter."""
    close = text.find(_PAIRS[text[at]], at + 1, at + _LONGEST_ORDER)
    if close < 0 or text.find(text[at], at + 1, close) >= 0:
        return None
    inner = text[at + 1 : close]
    found = FoundBlank(at, close + 1, BlankKind.BLANK)
    if not inner.strip():
        return found if _may_be_empty(text, at, inner) else None
    if len(inner) < _LONGEST and is_prompt(inner):
        return prompt_found(text, at, close + 1)
    if len(inner) < _LONGEST and _is_request(text, at, inner.strip()):
        return found
    if is_instruction(inner.strip()):
        return found
    return None


def _may_be_empty(text: str, at: int, inner: str) -> bool:
    """Whether an empty pair is room to write in, and no code, box or talk of marks."""
    if text[at] in "<＜{｛":
        return False
    left = before(text, at)
    if is_latin(left) or left in ("_", "]", ")") or _NAMED.search(text, max(0, at - 3), at):
        return False
    if text[at] in "([" and text[at] == "[":
        return len(inner) >= 2
    return True


def _is_request(text: str, at: int, inner: str) -> bool:
    if any(c in CROSSES or c in STARS or c in LINES for c in inner[:1] + inner[-1:]):
        return False
    if _ORDER_WHOLE.match(inner):
        return True
    if _SITE.search(inner):
        return False
    if text[at] in "(（":
        if _ROUND_BARE.match(inner):
            return _FUNCTION_LEFT.search(text, max(0, at - 1), at) is not None
        return _ROUND_FIELD.match(inner) is not None or _is_order(inner)
    if _FIELD.match(inner) is not None or _is_order(inner):
        return True
    return text[at] in "【｛{" and _in_sentence(text, at, at + len(inner) + 2, inner)


def _in_sentence(text: str, start: int, end: int, inner: str) -> bool:
    """Whether 【…】 stands among words, where only a field can; not a label or a button."""
    left, right = before(text, start), text[end : end + 1]
    lone = left == "" and right not in ("", "，", "。", "、", "；", "的", "是", "在")
    words = all(is_han(c) or c in "、，和或/" for c in inner) and len(inner) <= 20
    return (
        words
        and not lone
        and left not in ("】", " ")
        and right not in ("【", " ")
        and bool(left or right)
    )


def _is_order(inner: str) -> bool:
    if _ADAPT.search(inner) or _HERE.search(inner):
        return True
    return _ORDER.match(inner) is not None and not inner.startswith(("具体来", "可填海"))


def empty_quotes(text: str, at: int) -> FoundBlank | None:
    """“” and 《》 with nothing inside, or a lone mark (“.”): the words vanished."""
    pair = _EMPTY.match(text, at)
    if pair is None or pair[0][-1] != _QUOTES[text[at]]:
        return None
    if _NAMED.search(text, max(0, at - 3), at):
        return None
    left, end = before(text, at), pair.end()
    if text[at] == '"' and (end > at + 2 or is_latin(left) or left in ("=", "(", ",")):
        return None
    return FoundBlank(at, end, BlankKind.DROPPED)


def order(text: str, at: int) -> FoundBlank | None:
    """An order without brackets: 此处插入领导名单; TODO."""
    if before(text, at) == "在":
        return None  # 我在此处添加一点说明: a sentence, or a prompt that has been told
    match = _BARE_ORDER.match(text, at)
    return FoundBlank(at, match.end(), BlankKind.BLANK) if match else None


_BARE_ORDER = re.compile(
    r"(?:此处|这里)(?:请|可|应|需|宜)?(?:插入|填写|填入|补充|添加|加入|列举|举例|根据实际|结合实际)[^，。；！？,;【】（）()\[\]〔〕\n]{0,30}|"
    r"TODO(?![A-Za-z])|FIXME(?![A-Za-z])|TBD(?![A-Za-z])"
)

RECOGNISERS = ((frozenset(_PAIRS), bracket),)
WORDS = (
    (_EMPTY_HEAD, empty_quotes),
    ("此(?=处)|这(?=里[请可应需宜插填补添加列举根结])|T(?=ODO|BD)|F(?=IXME)", order),
)
