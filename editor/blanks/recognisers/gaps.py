"""Room left free to write in: ____, '约   人', '第 届', '年 月 日', a lone _."""

from __future__ import annotations

import re
from types import MappingProxyType

from editor.blanks.blank import BlankKind
from editor.blanks.recognisers.found import (
    CROSSES,
    DIGITS,
    LINES,
    SPACES,
    FoundBlank,
    before,
    behind,
    is_han,
    is_latin,
    run_of,
)
from editor.blanks.recognisers.lookalikes import in_address, is_rule_line
from editor.blanks.recognisers.year_masks import number_mask

_PAGE_TITLE = re.compile(
    r"_(?:第\s*[0-9]+\s*页|百度|新浪|搜狐|道客|豆丁|文库|范文|[^，。]{0,8}(?:网|文库)\s*$)"
)
_FILE_NAME = re.compile(r"_[\w\-（）()]{1,40}\.(?:docx?|wps|pdf|xlsx?|pptx?|txt|zip|jpg|png)")
_COUNT = re.compile(
    r"(?:余|多)?(?:名|人|个|家|项|次|场|期|届|户|亩|吨|件|周年|人次|[％%]|[百千万亿]{1,2}(?:元|人|名|亩|吨|余|多))|元(?=[，。；、])"
)
_BEFORE_COUNT = re.compile(
    r"(?:约|共|计|达|近|有|为|到|超过|突破|完成|新增|增长|下降|奖励|表彰|培训|帮扶|慰问|第)$"
)
# 实到会代表 名， 地区生产总值 亿元，: a measure that closes its clause behind what it counts.
_WANTS = re.compile(
    r"(?:[应实]到|到会|请假|代表|党员|会员|委员|职工|总值|产值|增加值|投资|收入|资金|面积|占地|产量|[没或]有|[共合]计|培训|慰问|"
    r"救助|发放|受理|查处|排查|整改|解决|检查)$"
)
_WANTED = re.compile(r"(?:[名人个家户票件项次场份]|[万亿]?元|[亩吨％%])[，,。；;、）)]")
# These begin no word, so that a space before them is a number's whoever stands in front.
_ORPHAN = re.compile(
    r"(?:[万亿千百]?元|公里|万?平方公?[里米]|万?亩|万?吨|万?人次|万[人户名])[，,。；;、）)]|个百分点"
)
# What must be followed by words or a number: 约为 。, 由 、
_AWAITS = re.compile(
    r"(?:[约分]别?为|达到|达|共计|合计|总计|位于|来自|监票人[是为]|计票人[是为]|[会场]的有)$"
)
_AGO = frozenset("来前后间多以里内")


def line(text: str, at: int) -> FoundBlank | None:
    """Underlines: two or more are room to write in, one is a word a filter ate."""
    start, end = run_of(text, at, LINES)
    if is_rule_line(text):
        return None
    left, right = before(text, start), behind(text, end)
    if right in CROSSES and right and is_han(behind(text, run_of(text, end, CROSSES)[1])):
        return FoundBlank(start, run_of(text, end, CROSSES)[1], BlankKind.BLANK)
    if end - start >= 2:
        numeric, found = number_mask(text, start, end)
        if numeric and found:
            return found
        if is_latin(left) or is_latin(right) or in_address(text, start, end):
            return None
        return FoundBlank(start, end, BlankKind.BLANK)
    if left in DIGITS and left and right in ("年", "~", "～", "-", "—", "至", "学"):
        return number_mask(text, start, end)[1]
    if _FILE_NAME.match(text, start):
        return None
    if _is_joint(left) or _is_joint(right) or _PAGE_TITLE.match(text, start):
        return None
    return FoundBlank(start, end, BlankKind.DROPPED) if is_han(left) or is_han(right) else None


def _is_joint(char: str) -> bool:
    """Whether a lone underline beside it joins a file name (the end joins nothing)."""
    return char != "" and (is_latin(char) or char in DIGITS or char in "./\\:-")


def space(text: str, at: int) -> FoundBlank | None:
    """A gap where a number is missing; not an indent, not a padded name (王  刚)."""
    start, end = run_of(text, at, SPACES)
    if start == 0 or end == len(text):
        return _date_gap(text, start, end) if start == 0 and end < len(text) else None
    left, right = text[start - 1], text[end]
    if found := _date_gap(text, start, end):
        return found
    if left == "第" and right in "届次期批":
        return FoundBlank(start, end, BlankKind.BLANK)
    if left in "《“" and end - start >= 2 and is_han(right):
        return FoundBlank(start, end, BlankKind.BLANK)
    if not is_han(left) and left not in "“（":
        return None
    counted = _COUNT.match(text, end) is not None
    wide = end - start >= 2 or text[start] == "\u3000"
    announced = _BEFORE_COUNT.search(text, max(0, start - 2), start) is not None
    if _orphan(text, start, end):
        return FoundBlank(start, end, BlankKind.BLANK)
    if counted and (announced if left != "第" else False):
        return FoundBlank(start, end, BlankKind.BLANK) if wide or left in "约共计达近" else None
    if counted and end - start >= 3 and is_han(before(text, start - 1)):
        return FoundBlank(start, end, BlankKind.BLANK)
    return None


def _orphan(text: str, start: int, end: int) -> bool:
    """Whether a measure, or the end of a clause, waits for the number before it."""
    nearest = max(0, start - 5)
    if _WANTS.search(text, nearest, start):
        return _WANTED.match(text, end) is not None
    if behind(text, end) in "，,。；;、" and behind(text, end):
        return _AWAITS.search(text, nearest, start) is not None
    spread = before(text, start - 1) in SPACES and start > 1  # 公 里 of a line set wide
    return not spread and is_han(before(text, start)) and _ORPHAN.match(text, end) is not None


_LOOSE_MEASURE = re.compile(
    r"[ \u3000]+(?=(?:[名人个家户票件项次场份届期]|[万亿]?元|[％%亩吨])"
    r"(?:[，,。；;、）)]|[ \u3000]?[\u4e00-\u9fff]))|(?<=[长降高升])[ \u3000]+(?=[，,。；;])"
)
# By the measure: what stands before it in a word that a space broke (国 家, 市 场).
_BROKEN = MappingProxyType(
    {
        **{
            "家": "国大专全人本各",
            "人": "工个他有本等无众军负责情",
            "户": "农用客门住",
            "项": "事各款",
        },
        **{
            "件": "文条案信",
            "场": "市现会立农在到",
            "次": "层再其首每这",
            "名": "姓著报提",
            "份": "年月身成",
        },
        **{"个": "一整各这那每多几某", "届": "换历", "期": "长近早同按", "元": "多单公"},
    }
)


def hollow(text: str) -> list[FoundBlank]:
    """Spaces before measures, for a text whose numbers are proven to have left spaces."""
    found: list[FoundBlank] = []
    for match in _LOOSE_MEASURE.finditer(text):
        start, end = match.span()
        left, right = before(text, start), behind(text, end)
        wide = start > 1 and text[start - 2] in SPACES and left not in _BROKEN
        if is_han(left) and not wide and left not in _BROKEN.get(right, ""):
            found.append(FoundBlank(start, end, BlankKind.BLANK))
    return found


def _date_gap(text: str, start: int, end: int) -> FoundBlank | None:
    """The gaps of '20  年  月  日'; spaces beside digits are only loose setting."""
    left, right = before(text, start), behind(text, end)
    if left + right in ("年月", "月日", "日时", "时分"):
        return FoundBlank(start, end, BlankKind.BLANK)
    if right != "年" or not re.match(r"年[ \u3000\t]+月", text[end : end + 8]):
        return _lone_year(text, start, end)
    if re.search(r"(?<!\d)(?:20|２０)$", text[max(0, start - 3) : start]):
        return FoundBlank(start - 2, end, BlankKind.YEAR)
    return None if left in DIGITS and left else FoundBlank(start, end, BlankKind.BLANK)


def _lone_year(text: str, start: int, end: int) -> FoundBlank | None:
    """'20  年' with two spaces or more, where no length of time is meant."""
    head = re.search(r"(?<![\d近约过去满了])20$", text[max(0, start - 3) : start])
    if head is None or end - start < 2 or behind(text, end) != "年":
        return None
    return None if behind(text, end + 1) in _AGO else FoundBlank(start - 2, end, BlankKind.YEAR)


def dashed_year(text: str, at: int) -> FoundBlank | None:
    """20——年, 20--年: dashes for the digits of a year."""
    start, end = run_of(text, at, _DASHES)
    head = text[max(0, start - 3) : start]
    century = re.search(r"(?<![\d])20$", head) is not None and behind(text, end) == "年"
    return FoundBlank(start - 2, end, BlankKind.YEAR) if century and end - start <= 4 else None


_DASHES = frozenset("—-－–")

RECOGNISERS = ((_DASHES, dashed_year), (LINES, line), (SPACES, space))
