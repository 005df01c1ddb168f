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
# A site's name of so many characters right before its address, where a sentence begins.
_NAME: Final = 12
_NAMED = re.compile(r"(?:^|(?<=[。！？；”）】]))[一-龥A-Za-z\d]{2,8}(?:网|文库|论坛)[:：]?$")
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


def remove_watermarks(buffer: LineBuffer) -> None:
    """Remove watermark phrases wherever they stand."""
    if not buffer.has(*_CORE):
        _remove_banner(buffer)
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
    """A stretch with the spaces and ornaments around it, and an address with its site's name."""
    is_address = _DOMAIN.match(line, start) is not None
    pairs = {"【": "】", "[": "]", "(": ")", "（": "）", "「": "」"}
    while start > 0 and line[start - 1] in " \t　-—=*|~":
        start -= 1
    while end < len(line) and line[end] in " \t　-—=*|~":
        end += 1
    if start > 0 and end < len(line) and pairs.get(line[start - 1]) == line[end]:
        start, end = start - 1, end + 1
    name = _NAMED.search(line, max(0, start - _NAME), start) if is_address else None
    return (name.start() if name else start), end


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
