"""Notices of a paid or cut preview; the mark that something is missing is kept."""

from __future__ import annotations

import re
from typing import Final

from editor.intake.sheet import Mark, Sheet

_WHY = "网站的会员或预览提示"
_GATE_TEXT: Final = (
    "会员 提示信息 VIP vip 预览 未读 下载 登录 省略 未完 全文共 付费 购买 "
    "继续阅读 阅读全文 试读 查看全文 查看更多 免费"
)
_GATE: Final = tuple(_GATE_TEXT.split())
_LINE = re.compile(
    r"[\s　【\[(（*.…]*(?:请(?:认真|仔细)?阅读下面的?提示信息.{0,10}|"
    r"亲[,，!！~\s].{0,60}|(?:已阅读|已预览|您已阅读|"
    r"当前阅读).{0,30}|(?:还剩|剩余)\s*\d+\s*页.{0,40}"
    r"|.{0,20}(?:全文)?预览(?:已结束|结束|到此为止).{0,40}|"
    r".{0,30}超出(?:免费)?(?:预览|阅读)范围.{0,40}|.{0,20}(?:免费)?(?:试读|"
    r"预览)(?:部分)?(?:结束|已结束).{0,40}"
    r"|(?:继续|免费)(?:免费)?(?:阅读|预览)(?:全文)?.{0,20}|.{0,30}(?:登录|登陆|注册|"
    r"开通(?:会员|VIP)|加入(?:会员|VIP)|成为(?:会员|VIP)|付费|购买|扫码)(?:后|即可|"
    r"才(?:能|可以)).{0,8}(?:查看|阅读|下载|浏览|复制|预览).{0,40}"
    r"|.{0,30}下载(?:后|本文|文档|原文)(?:即可|才(?:能|可以)|可以?|,|"
    r"，).{0,20}(?:查看|阅读|编辑|打印|完整|全文|使用|修改).{0,40}|(?:此|该|"
    r"本)(?:文档|资料|文件|文)(?:共|为|仅|需|由).{0,60}(?:下载|会员|VIP|上传|积分|"
    r"预览|付费).{0,40}"
    r"|.{0,20}(?:VIP|vip|会员)(?:专享|免费|可|用户|专区|特权|文档|下载).{0,50}|"
    r".{0,40}请在.{1,20}(?:网|站|库)上?搜索.{0,20}|"
    r".{0,80}由会员分享[,，]?可在线阅读.{0,120}|(?:剩余|其余|余下)(?:内容|"
    r"部分).{0,30}(?:下载|登录|会员|VIP|省略).{0,20})[\s　]*",
)
# '……(省略863字)……' stays, what the site says about itself inside it goes.
_LEFT_OUT = re.compile(
    r"[(（]([^()（）]{0,60}?)((?:此处|中间|以下|此处已)?(?:省略|略去|"
    r"隐藏)\s*\d*\s*(?:余)?字?)([^()（）]{0,60})[)）]"
)
_UNFINISHED = re.compile(r"[(（]\s*((?:未完|未完待续|待续))([,，:：;；][^()（）]{4,120})$")
_CLOSED = re.compile(r"[(（]\s*(?:未完|未完待续|待续)([,，:：;；][^()（）]{4,120})[)）]")
_ADVERT = re.compile(r"https?:|www\.|网|会员|阅读|下载|登录|VIP|显示|全文|付费|查看|[.]com|[.]cn")


def strike_member_notices(sheet: Sheet) -> None:
    """Strike notice lines; inside a mark of omission, only what advertises."""
    if not sheet.has(*_GATE):
        return
    for number, line in enumerate(sheet.lines):
        if sheet.gone(number) or not any(word in line for word in _GATE):
            continue
        if "略" in line or "隐藏" in line or "未完" in line:
            _trim(sheet, number, line)
        elif len(line) <= 200 and _LINE.fullmatch(line):
            sheet.strike_line(number, "member-notice", _WHY)


def _trim(sheet: Sheet, number: int, line: str) -> None:
    why = _WHY + "；“省略”“未完”的记号留着，好让人知道这里缺了内容"
    for found in _LEFT_OUT.finditer(line):
        for group in (1, 3):
            if _ADVERT.search(found.group(group)):
                sheet.strike([Mark(number, *found.span(group), "member-notice", why)])
    for found in _CLOSED.finditer(line):
        if _ADVERT.search(found.group(1)):
            sheet.strike([Mark(number, *found.span(1), "member-notice", why)])
    found = _UNFINISHED.search(line.rstrip())
    if found and _ADVERT.search(found.group(2)):
        start, end = found.span(2)
        # The bracket that the site left open on another line is closed with its last mark.
        sheet.strike([Mark(number, start, end - 1, "member-notice", why)])
        sheet.strike(
            [
                Mark(
                    number,
                    end - 1,
                    end,
                    "member-notice",
                    why,
                    after=")" if line[found.start()] == "(" else "）",
                )
            ]
        )
