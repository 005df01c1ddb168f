"""Watermark phrases: known by shape and repetition, also in the middle of a sentence."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from typing import Final

from editor.intake.line_buffer import LineBuffer, LineChange
from editor.intake.line_shapes import SPACES, is_heading, is_salutation, is_title

_WHY = "反复出现的网站名或水印，不是讲话内容"
# Words that a site's name or slogan holds.
_CORE_TEXT: Final = (
    "文库 范文 公文 文秘 文档 文书 稿子 讲稿网 资料网 资料库 素材 网站 "
    "论坛 笔杆子 秘书网 写作 学习网 之家 下载 www. .com .cn "
    ".net 公众号 微信 网络整理 内部资料 课件 论文网 材料网 第一网 大全 "
    "精品资料 欢迎关注 QQ 会员"
)
_CORE: Final = tuple(_CORE_TEXT.split())
_STRONG = re.compile(
    r"范文|文秘网|公文网|文库网|文档网|学习文库|文档之家|资料网|笔杆子|www\.|\.com|"
    r"\.net|公众号|材料网|写作网|秘书网|论文网|讲稿网"
    r"|免费下载|精品文档"
)
_TWO_PARTS = re.compile(
    r"[一-龥A-Za-z\d]{2,8}[,，\-—·|_][一-龥A-Za-z\d]{0,8}(?:之家|文库|文档|范文|公文|"
    r"网|库|平台|大全)[一-龥]{0,4}"
)
_DOMAIN = re.compile(
    r"(?:https?://)?(?:www\.)?[\w\-]+\.(?:com|net|cn|org)(?:\.cn)?/?", re.IGNORECASE
)
_MAILBOX, _HOST = re.compile(r"@[\w.\-]*\Z"), 40
_TAIL = re.compile(rf"[{SPACES}]([^{SPACES}。！？；]{{3,30}})[{SPACES}]*$")
_HEAD = re.compile(rf"^[{SPACES}]*([^{SPACES}。！？；]{{3,30}})[{SPACES}]")
_EDGE_MARKS = " \t　-—=_*·•※★☆|~【】[]()（）<>《》「」『』"
_BANNER = re.compile(
    r"[\s　]*[^。，,\s]{2,12}[—\-–:：|｜]{1,2}[^。]{0,20}?www\.[a-z\d\-]+\.(?:com|cn|"
    r"net|org)(?:\.cn)?[\s　]*",
    re.IGNORECASE,
)
_WELCOME = re.compile(
    r"[\s　]*(?:(?:您好|你好)[,，!！\s]*)?欢迎(?:您)?(?:访问|光临|来到|登录|浏览)"
    r"[一-龥A-Za-z]{2,10}?(?:网站|网|文库|文档|论坛|资料库)[\s　,，!！。]*"
)
_SITE_BRACKET = re.compile(
    r"[(（\[【〔]\s*(?:本文|文章|资料|内容|信息|稿件|来源|转自|出自|摘自|"
    r"选自)?(?:来源于?|来自|由|转载自|摘自|选自|"
    r"整理)?\s*[:：]?[^()（）\[\]【】〔〕]{0,30}?"
    r"(?:www\.[\w.\-]+|https?://[\w./?=&%#:\-]+|[\w\-]+\.(?:com|net|org|cc|cn)|范文网|"
    r"文秘网|文库网?|公文网|资料网|论文网|小编)"
    r"[^()（）\[\]【】〔〕]{0,20}[)）\]】〕]"
    r"|[\[【][一-龥]{2,10}(?:网|文库|之家)[\]】]"
    r"|[(（]\s*(?:图片|文章|资料|素材|内容)?(?:来源|来自|源于|摘自|转自)\s*[:：]?于?(?:网络|互联网)"
    r"[^()（）\n]{0,6}[)）]"
    r"|[(（]\s*(?:本文|文章|此文|资料)?(?:转载自|转自|来源于?|来自|摘自|选自)\s*"
    r"[\[【〔][^\]】〕\n]{2,20}[\]】〕][ ]?[)）]?"
    r"|[该本此]文(?:章)?由\s*[(（][^()（）\n]{2,14}[)）]\s*(?:整理|收集|提供|发布|上传)[。.]?"
    r"|(?:内容|本文|文章|资料|原文|全文)(?:来自|来源于?|源自|转自|出自)[:：]?\s*(?:https?://)?"
    r"(?:www\.)?[\w\-]+\.(?:com|net|cn|org)(?:\.cn)?/?(?:请勿[采转复][集载制]|转载请注明)?[。.]?"
    r"|(?<=[。！!”])\s*[一-龥A-Za-z\d]{2,12}版权所有[。.!！]?\s*$"
    # What a site weaves into its sentences against copying.
    r"|(?:(?P<site>[一-龥]{2,6}网)(?=本(?:资料|文|内容)(?:权属|来自|来源于?)(?P=site)))?"
    r"本(?:资料|文|内容)(?:权属|来自|来源于?)[一-龥]{2,8}网"
    r"(?:[,，][^。；]{0,24}?更多(?:资料|内容|范文))?"
    # Where it comes from, and where more of it can be had, behind a finished sentence.
    r"|(?<=[。！？!”])\s*(?:本文|本资料|文章|资料|以上内容)(?:来自|来源于?|源自|转载?自|摘自|选自|由)"
    r"[^。；，,]{2,14}[,，][^。；]{0,12}更多[^。；，]{0,12}(?:访问|登录|登陆|关注|浏览|点击|搜索)[^。；，]{0,12}?"
    r"(?:https?://)?(?:www\.)?[\w\-]+\.(?:com|net|cn|org)(?:\.cn)?/?[。.]?"
    # An advertisement for an account: what one gets, and where.
    r"|[(（\[【〔](?=[^()（）\[\]【】〔〕]{0,30}(?:更多|免费|领取|获取|回复|范文|稿件|资料|材料))"
    r"[^()（）\[\]【】〔〕]{0,24}(?:公众号|微信|QQ)[^()（）\[\]【】〔〕]{0,24}[)）\]】〕]",
    re.IGNORECASE,
)


def remove_watermarks(buffer: LineBuffer) -> None:
    """Remove watermark phrases wherever they stand."""
    if not buffer.has(*_CORE):
        _remove_banner(buffer)
        _remove_brackets(buffer)
        return
    alone, divided = _standing_apart(buffer)
    phrases = {p for p in alone | divided if _believed(p, alone[p], divided[p])}
    phrases |= {p for p in alone if phrases and _TWO_PARTS.fullmatch(p)}
    phrases |= _woven_in(buffer, phrases)
    if buffer.from_docx:
        # A link that a document repeats is its own.
        phrases = {p for p in phrases if not p.isascii()}
    for phrase in sorted(phrases, key=lambda p: (-len(p), p)):
        _remove_phrase(buffer, phrase, sure=alone[phrase] + divided[phrase] >= 2)
    _remove_banner(buffer)
    _remove_brackets(buffer)


def _believed(phrase: str, alone: int, divided: int) -> bool:
    """Whether a phrase stands apart often enough for its shape.

    A heading of a speech (建设职工之家) also stands alone twice, in a table of contents.
    """
    if divided and (_TWO_PARTS.fullmatch(phrase) or alone + divided >= 2):
        return True
    return alone >= 3 or (alone == 2 and _STRONG.search(phrase) is not None)


def _standing_apart(buffer: LineBuffer) -> tuple[Counter[str], Counter[str]]:
    """How often a site-like phrase is a line of its own, and divided off by a space."""
    alone: Counter[str] = Counter()
    divided: Counter[str] = Counter()
    for number, line in enumerate(buffer.lines):
        if not line or buffer.is_removed(number):
            continue
        bare = line.strip(_EDGE_MARKS) if len(line) <= 40 else ""
        if bare and " " not in bare and _is_site_like(bare) and not is_heading(line):
            alone[bare] += 1
        elif " " in line or "　" in line or "\t" in line:
            for pattern in (_TAIL, _HEAD):
                hit = pattern.search(line)
                if hit and _is_site_like(hit.group(1).strip(_EDGE_MARKS)):
                    divided[hit.group(1).strip(_EDGE_MARKS)] += 1
    return alone, divided


def _is_site_like(phrase: str) -> bool:
    if len(phrase) < 3 or is_salutation(phrase) or is_title(phrase) or "、" in phrase:
        return False
    if phrase.isascii():
        return _DOMAIN.fullmatch(phrase) is not None
    return any(word in phrase for word in _CORE)


def _woven_in(buffer: LineBuffer, known: set[str]) -> set[str]:
    """Phrases that only stand inside sentences: the same words in three unlike places."""
    places: defaultdict[str, list[int]] = defaultdict(list)
    for hit in _STRONG.finditer(buffer.text):
        if _MAILBOX.search(buffer.text, max(0, hit.start() - _HOST), hit.start()):
            continue  # what a speaker gives his listeners
        places[hit.group()].append(hit.start())
    found: set[str] = set()
    for word, starts in places.items():
        if len(starts) < 3:
            continue
        phrase = shared(buffer.text, starts, len(word))
        if len(phrase) >= 5 and not any(phrase in k or k in phrase for k in known):
            found |= {phrase} if unlike(buffer.text, phrase) else set()
    return found


def shared(text: str, starts: list[int], length: int) -> str:
    """The longest stretch around the places that all of them share."""
    left = right = 0
    while left < 16 and len({text[s - left - 1 : s - left] for s in starts}) == 1:
        if text[starts[0] - left - 1 : starts[0] - left] in "\n。！？；，、":
            break
        left += 1
    ends = [s + length for s in starts]
    while right < 16 and len({text[e + right : e + right + 1] for e in ends}) == 1:
        if text[ends[0] + right : ends[0] + right + 1] in ("", "\n", "。", "！", "？", "；", "、"):
            break
        right += 1
    return text[starts[0] - left : ends[0] + right].strip(_EDGE_MARKS + ",，")


def unlike(text: str, phrase: str) -> bool:
    """Whether the places of a phrase have nothing in common, as a stamp's would."""
    if "gov.cn" in phrase or "edu.cn" in phrase:
        return False
    contexts = [
        (text[m.start() - 1 : m.start()], text[m.end() : m.end() + 1])
        for m in re.finditer(re.escape(phrase), text)
    ]
    before = Counter(left for left, _ in contexts)
    after = Counter(right for _, right in contexts)
    if (
        max(before.values()) > len(contexts) // 2 + 1
        or max(after.values()) > len(contexts) // 2 + 1
    ):
        return all(left in " \n　" or right in " \n　" for left, right in contexts)
    quoted = sum(
        left in "“《‘在到向对与和、" or right in "”》’的等、上" for left, right in contexts
    )
    return quoted * 3 <= len(contexts)


def _remove_phrase(buffer: LineBuffer, phrase: str, *, sure: bool) -> None:
    for number, line in enumerate(buffer.lines):
        if phrase not in line:
            continue
        if line.strip(_EDGE_MARKS) == phrase:
            buffer.remove_line(number, "watermark", _WHY)
            continue
        for hit in re.finditer(re.escape(phrase), line):
            start, end = _with_frame(line, hit.start(), hit.end())
            spaced = start < hit.start() or end > hit.end() or end == len(line)
            if spaced or len(phrase) >= 6 or (sure and len(phrase) >= 5):
                buffer.apply([LineChange(number, start, end, "watermark", _WHY)])


def _with_frame(line: str, start: int, end: int) -> tuple[int, int]:
    """A stretch with the spaces and ornaments on both sides of it."""
    pairs = {"【": "】", "[": "]", "(": ")", "（": "）", "「": "」"}
    while start > 0 and line[start - 1] in " \t　-—=*|~":
        start -= 1
    while end < len(line) and line[end] in " \t　-—=*|~":
        end += 1
    if start > 0 and end < len(line) and pairs.get(line[start - 1]) == line[end]:
        return start - 1, end + 1
    return start, end


def _remove_banner(buffer: LineBuffer) -> None:
    """Remove a site's name or welcome that was glued to the first words."""
    for number in list(buffer.remaining())[:3]:
        welcome = _WELCOME.match(buffer.lines[number])
        if welcome and welcome.end() < len(buffer.lines[number]):
            buffer.apply([LineChange(number, 0, welcome.end(), "site-nav", "网站的欢迎语")])
            continue
        hit = _BANNER.match(buffer.lines[number])
        named = hit and any("一" <= c <= "龥" for c in hit.group())
        if hit and named and "gov.cn" not in hit.group() and hit.end() < len(buffer.lines[number]):
            buffer.apply([LineChange(number, 0, hit.end(), "watermark", _WHY)])


def _remove_brackets(buffer: LineBuffer) -> None:
    """Remove '(来源:某某范文网)', '【www.….com】' inside the text."""
    for number, line in enumerate(buffer.lines):
        woven = any(
            word in line for word in ("本资料", "本文", "本内容", "版权所有", "www.", ".com")
        )
        if buffer.is_removed(number) or not (woven or any(mark in line for mark in "([【（〔")):
            continue
        for hit in _SITE_BRACKET.finditer(line):
            text = hit.group()
            plain_link = not any("一" <= c <= "龥" for c in text)
            if (
                "@" in text
                or _is_address(text)
                or (plain_link and ("/" in text.strip("/") or buffer.from_docx))
            ):
                continue
            if any(word in text for word in ("gov.cn", "edu.cn", "省略", "未完")):
                continue
            buffer.apply(
                [LineChange(number, hit.start(), hit.end(), "site-note", "网站夹在正文里的来源注")]
            )


def _is_address(text: str) -> bool:
    """Whether a bracket only tells the hall where to look (网址：…), and names no source."""
    if not re.search("https?:|www", text) or not any("一" <= c <= "龥" for c in text):
        return False
    return not re.search("来源|来自|转自|转载|出自|摘自|选自|整理|本文|更多|下载|范文|文秘", text)


def remove_running_heads(buffer: LineBuffer) -> None:
    """Remove a line that comes back beside the page numbers: a page's running head."""
    places: defaultdict[str, list[int]] = defaultdict(list)
    for number, line in enumerate(buffer.lines):
        text = line.strip()
        if (
            5 <= len(text) <= 45
            and not buffer.is_removed(number)
            and text[-1] not in "。！!：:，,？?；;"
        ):
            places[text].append(number)
    for text, numbers in places.items():
        if len(numbers) < 3 or is_salutation(text) or is_heading(text):
            continue
        if sum(_beside_page(buffer, n) for n in numbers) < 2:
            continue
        titled = any(is_title(buffer.kept_text(n)) for n in range(numbers[0] + 1, numbers[1])[:3])
        keep_first = numbers[0] < 3 and (is_title(text) or not titled)
        for number in numbers[1 if keep_first else 0 :]:
            buffer.remove_line(number, "watermark", "每页重复的页眉或页脚")


def _beside_page(buffer: LineBuffer, number: int) -> bool:
    for step in (-1, 1):
        other = number + step
        while 0 <= other < len(buffer.lines) and not buffer.lines[other].strip():
            other += step
        inside = 0 <= other < len(buffer.lines) and buffer.is_removed(other)
        if inside and buffer.changes[other][0].kind in ("page-number", "page-split"):
            return True
    return False
