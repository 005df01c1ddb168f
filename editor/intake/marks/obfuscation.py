"""What hinders copying or does not show: obfuscation of forums, pinyin, emoji, invisible marks."""

from __future__ import annotations

import re

from editor.intake.line_buffer import LineBuffer, LineChange
from editor.language.lists import words
from editor.language.script import UNKNOWN

_MARKED = re.compile(r"[^\u4e00-\u9fa5]")
_RUN = re.compile(r"[\x20-\x7e]{7,}")
_CODE = re.compile(r"[A-Za-z]\d|\d[A-Za-z]")
_SYMBOLS = frozenset("\"'#$&*+;<=>?@[]^_`{|}~!\\/")
_TONED = "āáǎàōóǒòēéěèīíǐìūúǔùǖǘǚǜ"
_SYLLABLE = rf"(?:[zcs]h|[bpmfdtnlgɡkhjqxrzcsyw])?[iuü]?[aeoɑ]?[{_TONED}][aoeiu]?(?:n[gɡ]?|r)?"
# One syllable behind one character, in brackets or bare: 领(lǐng)导, 领lǐng导.
_PINYIN = re.compile(
    rf"(?<=[一-龥])(?<![读念音作])(?:[ ]?[(（\[［〔【][ ]?{_SYLLABLE}"
    rf"(?:[ ’']?{_SYLLABLE}){{0,3}}[ ]?[)）\]］〕】]"
    rf"|[ ]?{_SYLLABLE}[ ]?(?=[一-龥，。、；：]))"
)
# Without the tone only syllables there are, and in brackets: (zhong), (bu4).
_UNTONED = re.compile(
    r"(?<=[一-龥])[(（](?:[bpmfdtnlgkhjqxrzcsyw]|[zcs]h)?"
    r"(?:i?[aou]ng?|i?ao?|[iu]?an|[eiuü]ng?|ei|ou|ai|u?ai|u[aoi]|iu|ie|ui|üe?|ue|er?|iong|i|u|o)[1-5]?[)）]"
)
# From so many on those behind a character that is read in two ways go too.
_SOWN = 3
_PINYIN_WHY = "防复制插入的拼音注音"
_EMOJI = (
    "\U0001f000-\U0001faff\u2600-\u2604\u260e\u261d\u2700-\u2712\u2728\u2764\u2b50"
    "\ufe0f\u20e3\U000e0020-\U000e007f\u2640\u2642\u2690-\u269f\u26a0-\u26ff"
)
_EMOJI_RUN = re.compile(
    rf"[(（\[【][\s{_EMOJI}\u200d]*[{_EMOJI}][\s{_EMOJI}\u200d]*[)）\]】]|"
    r"[\U0001f000-\U0001faff\ufe0f\u200d]*[\U0001f000-\U0001faff]"
    # A joiner ties a sign of its own to the one before it: 🧑‍⚕️, 🏃‍♀️.
    r"(?:[\U0001f000-\U0001faff\ufe0f\U000e0020-\U000e007f]|\u200d[\u2600-\u27bf]?)*"
)
# Signs of a list from a fount of pictures (Wingdings, Symbol), before the words of a line.
_BULLET = re.compile("[ \t　]*[\uf020-\uf0ff][ \t　]*(?=[^ \t　\ue000-\uf8ff])")
_LOST_WHY = "有个字显示不出来：它是什么要对照原文补上，去掉之前请先看"
_SCRAP = re.compile(
    r"(?:^l>[ ])?\[标签[:：][^\]\n]{1,20}\]"
    r"|</?(?:br|p|div|span|strong|b|font|em|h\d)(?:\s[^<>]{0,80})?/?>"
    r"|&(?:nbsp|ldquo|rdquo|amp|lt|gt|quot);"
    r"|本帖最后由.{1,40}编辑[\s　]*|[\[【]VIP[\]】]"
    # Codes of a forum's editor: [size=3] … [/size]
    r"|\[/?(?:size|color|font|b|i|u|s|url|img|align|quote|backcolor|table|tr|td|p|list|attach|hr|"
    r"media|float|indent|code|free|hide|center|left|right|h\d)(?:=[^\]\n]{1,80})?\]"
    # Style sheets that a page's copy brought along: p.cjk { font-size: 10pt }
    r"|[ ]?(?:@page|(?<![\w.\-])[a-z][\w.\-]*+)\s*+\{[^{}\n]{0,40}[a-z\-]{3,20}\s*:[^{}\n]{1,400}\}"
)
_SCRAP_WORDS = ("<", "&", "本帖最后", "VIP]", "VIP】", "[标签", "{", "[/")
# The bars of a table that was turned into text.
_BARS = re.compile(r"(?<![ \t　|｜])(?:[ \t　]*+[|｜]){2,}+[ \t　]*$")
# A mark that a site intersperses behind 的 against copying; a quotation closes again.
_INTERSPERSED = re.compile(r"(?<=[一-龥]的)(?:['`](?![^。\n]{0,16}['`’”“])|\.)(?=[一-龥，,。])")
# The commonest characters of speeches: half of any sentence, a twentieth of shuffled ones.
_COMMON = frozenset(
    "的一是了我不在人们有来他这上个大中国和要会为工作发展以对全党政市县民们业生产到同年建设与中"
    "学习实新时代心理想各就加强提高把推进社主义服务责任行动重点点组织领导干部群众保障安全面面"
    "校老师生日家长进入成就问题情况动员会议精神贯彻落实更好多下开展出机关公司企经济改革方文化"
    "明地区村镇乡院基本质量管理能力水平使过去今天后前所从及等由于通过着还都也得自己没"
)
_FEWEST_SHUFFLED = 20
_SOUP = re.compile("[\u2e80-\u2fdf蒄蚄袀膇薁螀芆莃蒇羂肈芀蚁袃膂莀衿蚆薃蒆羄肀]{6,}")


def remove_obfuscation(buffer: LineBuffer) -> None:
    """Remove every kind of it."""
    if buffer.has(*_SCRAP_WORDS):
        _remove_found(buffer, _SCRAP, "site-note", "网页代码或论坛的插注")
    if buffer.has("|", "｜"):
        _remove_bars(buffer)
    if not buffer.text.isascii():
        if UNKNOWN.search(buffer.text):
            _remove_unknown(buffer)
        if re.search("[\u2600-\u27bf\U0001f000-\U0001faff]", buffer.text):
            _remove_found(buffer, _EMOJI_RUN, "emoji", "表情符号，不是讲话内容")
    if buffer.has("的'", "的.", "的`"):
        _remove_found(buffer, _INTERSPERSED, "jammer", "防复制插入的标点")
    _remove_pinyin(buffer)
    for number, line in enumerate(buffer.lines):
        if buffer.is_removed(number):
            continue
        for hit in _RUN.finditer(line):
            # A half-width mark right behind a word is the speech's own.
            start = hit.start() + (hit.start() > 0 and line[hit.start()] in ",.;:!?)")
            end = hit.end() - _opens(line, hit.end())
            if is_obfuscation(line[start:end]):
                buffer.apply([LineChange(number, start, end, "jammer", "论坛防复制的干扰码")])
        if is_shuffled(line):
            buffer.remove_line(number, "jammer", "防复制插入的乱字，不成句子")
        for hit in _SOUP.finditer(line):
            buffer.apply([LineChange(number, hit.start(), hit.end(), "jammer", "防复制的乱字")])


def _remove_unknown(buffer: LineBuffer) -> None:
    """A list's sign goes; any other character that no fount shows may be a lost letter."""
    for number, line in enumerate(buffer.lines):
        bullet = _BULLET.match(line)
        if bullet:
            why = "显示不出来的项目符号"
            buffer.apply([LineChange(number, *bullet.span(), "invisible", why)])
        lost = UNKNOWN.finditer(line, bullet.end() if bullet else 0)
        buffer.apply(LineChange(number, *h.span(), "lost", _LOST_WHY, sure=False) for h in lost)


def _remove_bars(buffer: LineBuffer) -> None:
    """The bars behind the words of a line."""
    for number, line in enumerate(buffer.lines):
        hit = _BARS.search(line) if line.rstrip()[-1:] in ("|", "｜") else None
        if hit and hit.start():
            buffer.apply([LineChange(number, *hit.span(), "site-note", "表格转成文字时留下的竖线")])


def _opens(line: str, end: int) -> int:
    """1 where the last mark of a run opens a bracket or quote around what follows."""
    return int(line[end - 1] in '("[' and "一" <= line[end : end + 1] <= "龥")


def is_obfuscation(run: str) -> bool:
    """Whether a run of ASCII is obfuscation: scraps of one to three, letters among odd symbols."""
    if run.isalnum() or "http" in run or "www" in run:
        return False
    scraps = run.split()
    if len(scraps) < 3 or any(len(scrap) > 4 for scrap in scraps):
        return False
    if re.search(r"[A-Za-z]{3,}|\d{3,}", run):
        return False
    if len(scraps) >= 4 and sum(_CODE.fullmatch(scrap) is not None for scrap in scraps) >= 2:
        return True
    odd = {c for c in run if c in _SYMBOLS}
    letters = sum(c.isalpha() for c in run)
    mixed = sum(any(c.isalnum() for c in s) and not s.isalnum() for s in scraps)
    return letters >= 2 and (len(odd) >= 2 or mixed >= 3)


def is_shuffled(line: str) -> bool:
    """Whether a line is characters at random: long, without a mark, hardly a common one."""
    text = line.strip()
    if len(text) < _FEWEST_SHUFFLED or _MARKED.search(text):
        return False
    return sum(char in _COMMON for char in text) * 4 <= len(text)


def _remove_found(buffer: LineBuffer, pattern: re.Pattern[str], kind: str, why: str) -> None:
    if not pattern.search(buffer.text):
        return
    for number, line in enumerate(buffer.lines):
        if not line.isascii():
            changes = [
                LineChange(number, m.start(), m.end(), kind, why) for m in pattern.finditer(line)
            ]
            buffer.apply(changes)


def _remove_pinyin(buffer: LineBuffer) -> None:
    """Pinyin goes where it was interspersed against copying; the reading of a rare name stays."""
    toned = buffer.has(*_TONED)
    if not toned and not _UNTONED.search(buffer.text):
        return
    found = [
        (number, hit)
        for number, line in enumerate(buffer.lines)
        if not line.isascii()
        for hit in (_PINYIN if toned else _UNTONED).finditer(line)
    ]
    # A drafter writes a reading in brackets and with its tone.
    needless = [
        not toned or hit.group().strip().isalpha() or all(map(_needs_no_reading, read))
        for hit, read in ((hit, _read(buffer.raw[number], hit)) for number, hit in found)
    ]
    sum_needless = sum(needless)
    sown = sum_needless * 2 >= len(found) and len(found) > 1
    changes: list[LineChange] = []
    for (number, hit), plain in zip(found, needless, strict=True):
        sure = sown and (plain or sum_needless >= _SOWN)
        if sure or sown or (plain and toned):
            changes.append(LineChange(number, *hit.span(), "pinyin", _PINYIN_WHY, sure=sure))
    buffer.apply(changes)


def _read(line: str, hit: re.Match[str]) -> str:
    """The characters that a reading reads: one for each of its tones."""
    tones = sum(char in _TONED for char in hit.group())
    return line[max(0, hit.start() - max(1, tones)) : hit.start()]


def _needs_no_reading(char: str) -> bool:
    """Whether nobody would write a reading behind a character: traditional, or everyday.

    Everyday are the 3,755 characters of GB 2312's first level, without those that a
    drafter does mark (surnames and place names with another reading, words read in two ways).
    """
    try:
        code = char.encode("gb2312")
    except UnicodeEncodeError:
        return True
    return 0xB0 <= code[0] <= 0xD7 and char not in words("readings")[0]
