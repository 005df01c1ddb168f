"""Which lines around a speech are a site's and which are the speech's own."""

from __future__ import annotations

import re
from collections import Counter
from typing import Final

from editor.intake.edges.outer_lines import goes_on, is_agenda
from editor.intake.line_buffer import LineBuffer
from editor.intake.line_shapes import (
    ends_paragraph,
    is_heading,
    is_major_heading,
    is_prose,
    is_salutation,
    is_title,
)
from editor.intake.lines.introductions import calls
from editor.intake.noise_score import (
    NoiseScore,
    is_bracketed,
    is_furniture,
    mostly_plain,
    noise_score,
)
from editor.intake.piece_titles import unnumbered

# Nobody puts more lines than this around a text.
REACH: Final = 60
WHY: Final = "网页写在讲话外面的内容"
WITH: Final = "和网页的其他内容在一起，不属于讲话"
_KINDS = (
    ("chat", "site-intro"),
    ("offer", "site-intro"),
    ("about", "site-intro"),
    ("advice", "site-intro"),
    ("rights", "copyright"),
    ("links", "related-links"),
    ("site", "member-notice"),
)
_SURE = frozenset(
    ("site-header", "site-footer", "share-bar", "copyright", "related-links", "member-notice")
)
# A numbered heading with one of these is a site's all the same.
_NEVER_HEADING = frozenset(("chat", "offer", "site", "stamp", "shop"))
_DATE = re.compile(
    r"[\s（(]*+(?:(?<=\s)|[\d二〇○零一三四五六七八九XxＸ×*某_]{2,4}\s*+|_[\s_]*+)年.{0,14}"
    r"[日月](?:印发?|修订|草拟)?[\s　）)]*"
)
# What an office puts below a speech that it issues.
_ISSUED = re.compile(
    r"[\s　（(【]*(?:附[件表录注：:一二三1-9]|附$|注[：:]|备注|说明[：:]|注释|抄[送报]|"
    r"主题词|联系人|主送|"
    r"(?:共印|印)\s*\d+\s*份|发至|报[：:]|送[：:]|发[：:])"
)
_NAMED = re.compile(r"[\s（(]*+[一-龥XxＸ×某○*·\s　]{2,24}[\s　）)]*")
# Lines shorter than this, cut all at one length, are no wrapped text but headings.
_NARROWEST, _WIDE = 10, 18
_REMARK = 30
_WORD = re.compile(r"\w")
_PARAGRAPH = 60
_BULLETED = re.compile(r"[-•▪]\s+[^，。；]{2,12}[:：]")
_SHORTEST = 8
_NOTICE = re.compile(
    r"[\s　【\[（(]*(?:温馨|友情|特别|重要|下载|使用|版权|免责)?"
    r"(?:提示|提醒|声明|说明|须知)[】\]）)]?\s*[:：]"
)
_SURE_NOTICE = 6


class EdgeJudge:
    """The lines of a buffer scored, each text once; lives as long as one `tidy`."""

    def __init__(self, buffer: LineBuffer) -> None:
        self.buffer = buffer
        self.lines = list(buffer.remaining())
        self._copies = Counter(buffer.kept_text(n).strip() for n in self.lines)
        self._scored: dict[str, NoiseScore] = {}
        self._named: dict[str, bool] = {}
        self._width = _usual_width([buffer.kept_text(n) for n in self.lines])
        self.title = ""
        self.title = self._find_title()

    def remaining(self) -> list[int]:
        """The lines that nothing has removed yet."""
        return [n for n in self.lines if not self.buffer.is_removed(n)]

    def text(self, number: int) -> str:
        """What is left of a line, without the spaces around it."""
        return self.buffer.kept_text(number).strip()

    def noise_score(self, number: int) -> NoiseScore:
        """What speaks for a line being a site's."""
        text = self.text(number)
        if text not in self._scored:
            found = noise_score(text, self.title)
            # What is no title and comes back word for word is a page's caption.
            again = found.features and len(text) >= _SHORTEST and self._copies[text] > 1
            self._scored[text] = found._replace(total=found.total + 2) if again else found
        return self._scored[text]

    def comes_back(self, number: int) -> bool:
        """Whether a line stands in the text more than once, word for word."""
        return self._copies[self.text(number)] > 1

    def goes_with_sentence(self, number: int) -> bool:
        """Whether a line ends or begins like one of a sentence: nothing condemns it unheard."""
        text = self.text(number)
        if self.noise_score(number).total > 0:
            return False
        return text.endswith(("，", ",", "、", "。", "！", "!")) or is_prose(text)

    def names(self, number: int) -> bool:
        """Whether a line is a speech's title."""
        text = self.text(number)
        if text not in self._named:
            self._named[text] = _is_name(text)
        return self._named[text]

    def is_sites(self, number: int) -> bool:
        """Whether what speaks against a line is enough, outside a speech."""
        text = self.text(number)
        if text == self.title or self.buffer.guarded[number] or self.buffer.from_docx:
            return False
        if text.endswith(("，", "、", ",")) or is_agenda(self.buffer, number):
            return False
        if len(text) > _PARAGRAPH and calls(text):
            return False
        if is_major_heading(text) and not self.noise_score(number).features & _NEVER_HEADING:
            return False
        found = self.noise_score(number)
        if not is_furniture(text, found) or (mostly_plain(text) and "press" not in found.features):
            return False
        if _NOTICE.match(text) and found.total >= _SURE_NOTICE and "site" in found.features:
            return True  # below a sentence that the site itself cut off
        return not self._goes_on(number)

    def speaks(self, number: int) -> bool:
        """Whether a line is the speech's own: a sentence, a salutation, a heading."""
        text = self.text(number)
        if is_salutation(text):
            return True
        sentence = is_prose(text) or (ends_paragraph(text) and len(text) > 5) or _toasts(text)
        if (is_bracketed(text) and len(text) <= _REMARK) or _BULLETED.fullmatch(text):
            return False
        return (sentence or is_heading(text)) and not self.is_sites(number)

    def remove(self, number: int, kind: str, why: str = WHY) -> None:
        """Take a line out, with the kind its features tell, else the given one."""
        features = self.noise_score(number).features
        told = next((kind for sign, kind in _KINDS if sign in features), "")
        self.buffer.suspect_line(number, told or kind, why)

    def holds_notice(self, number: int) -> bool:
        """Whether the nearest line with text, from here upwards, ends with a site's words."""
        while number > 0 and not self.buffer.lines[number].strip():
            number -= 1
        changes = [m for m in self.buffer.changes.get(number, ()) if m.kind in _SURE]
        behind = self.buffer.lines[number][changes[-1].end :] if changes else ""
        return bool(changes) and not _WORD.search(behind)

    def signs_off(self, numbers: list[int]) -> bool:
        """Whether the first line is a date, or a name or unit with a date below it."""
        texts = [self.text(n) for n in numbers[:3]]
        if is_date(texts[0]):
            return True
        return _NAMED.fullmatch(texts[0]) is not None and any(map(is_date, texts[1:]))

    def is_issued(self, number: int) -> bool:
        """Whether a line is an appendix or an office's note (附件, 抄送, 主题词)."""
        return _ISSUED.match(self.text(number)) is not None

    def _find_title(self) -> str:
        """The last title before the speech begins: sites repeat it."""
        found = ""
        for number in self.lines[:REACH]:
            text = self.text(number)
            if is_salutation(text) or (is_prose(text) and self.speaks(number)):
                break
            if self.names(number) and len(text) >= 8:
                found = text
        return found

    def _goes_on(self, number: int) -> bool:
        """Whether a line goes on with a sentence of the speech that broke off above."""
        other = next((n for n in range(number - 1, -1, -1) if self.buffer.lines[n].strip()), -1)
        if other < 0 or self.buffer.is_removed(other):
            return False
        above = self.buffer.kept_text(other)
        if ends_paragraph(above) or is_title(above) or is_heading(above):
            return False
        if self._width and abs(len(above) - self._width) <= 2:
            return True
        return goes_on(self.buffer, number) and not is_furniture(above, self.noise_score(other))


def _toasts(text: str) -> bool:
    """Whether a short line is called out: 干杯！"""
    return text.endswith(("！", "!")) and 2 < len(text) <= 6 and not noise_score(text).features


def _is_name(text: str) -> bool:
    if len(text) > _PARAGRAPH:
        return False
    text = unnumbered(text).strip("【】《》[]")
    if not is_title(text) or is_heading(text):
        return False
    return not noise_score(text).features & {"path", "stamp", "offer", "chat"}


def is_date(text: str) -> bool:
    """Whether a line is a day and nothing else, as a speech is dated."""
    return _DATE.fullmatch(text) is not None


def _usual_width(texts: list[str]) -> int:
    """The length at which the lines of a text were broken; 0 where they were not."""
    open_ended = [t for t in texts if not (ends_paragraph(t) or is_heading(t) or is_title(t))]
    sizes = Counter(map(len, open_ended))
    width, _ = sizes.most_common(1)[0] if sizes else (0, 0)
    full = sum(count for size, count in sizes.items() if abs(size - width) <= 2)
    many = full >= (5 if width >= _WIDE else 10)
    return width if width >= _NARROWEST and many and full * 3 >= len(texts) else 0
