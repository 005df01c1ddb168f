"""Page numbers: on lines of their own, glued to a sentence, inside a word."""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise

from editor.intake.line_buffer import LineBuffer, LineChange
from editor.intake.line_shapes import ends_paragraph, is_heading, is_title
from editor.language.measure_words import counted

_WHY = "页码，来自原来的分页"
_DASH = "[-—–－―─]"
_OF = (
    r"第\s?\d{1,3}\s?页[\s/／,，、|]{0,3}(?:总|共)\s?\d{1,4}\s?页|"
    r"共\s?\d{1,4}\s?页[\s/／,，、|]{0,3}(?:当前)?第\s?\d{1,3}\s?页"
)
_LINE = re.compile(
    rf"\s*+(?:(?:{_OF})[\s\d]*+|第\s?[\d一二三四五六七八九十]{{1,3}}\s?页|"
    rf"[Pp]age\s+\d{{1,3}}(?:\s*(?:of|/)\s*\d{{1,4}})?"
    rf"|{_DASH}{{1,2}}\s*\d{{1,3}}\s*{_DASH}{{1,2}}|[·•~～]\s*\d{{1,3}}\s*[·•~～]|"
    rf"\d{{1,3}}\s*[/／]\s*\d{{1,3}}|[Pp]\.?\s?\d{{1,3}}"
    # Links to the other pages: [1] [2] 下一页, （接上页）, 分页：1 2 3
    r"|(?:(?:上一?页|分页)[\s:：]*+)?(?:\[?\d{1,2}\]?\s++){1,9}(?:\[?\d{1,2}\]?\s*+)?"
    r"(?:下一?页|尾页|末页)"
    r"|分页[\s:：]*+(?:\d{1,2}\s++)*\d{1,2}"
    r"|[（(【\[](?:[接转见][上下]页|[上下]一?页)[)）】\]]|未完[，,]?[^。]{0,4}下页[^。]{0,6}"
    r")\s*"
)
# A page of a slide show with the heading that stands below: 第2页：把饭管好
_CAPTION = re.compile(r"[\s　]*第\s?(\d{1,3})\s?页\s*[:：]\s*([^。！？；，]{2,24})")
_NUMBER_LINE = re.compile(r"[\s　]*([\[（(【〔]?)[ ]?(\d{1,3})[ ]?[\]）)】〕]?[\s　]*")
# From the first of a run of spaces only: each run is then looked at once.
_SPACES = r"(?<![ \t　])[ \t　]*+"
_INLINE = re.compile(
    rf"{_SPACES}(?<![\dA-Za-z\-—–－―─.%])({_DASH})[ ]?(\d{{1,3}})[ "
    rf"]?{_DASH}(?![\dA-Za-z\-—–－―─.%])[ \t　]*"
)
_INLINE_OF = re.compile(rf"{_SPACES}(?:{_OF})[ \t　]*")
_NOT_BEFORE = frozenset(
    "0123456789.%％〔[(（-第约近达共占超前后每各有为至到增长了是仅分月年日周届等。；：！？"
)
_PAGE = (150, 3000)
_SUNK_FEWEST, _BROKEN = 3, 20
# A half of a sentence has so many characters; what stands behind a number that counts.
_HALF = 12
_UNIT = re.compile("[余多来几万亿千百年月日时分秒点岁周号%％℃度]")
_HAN = re.compile("[一-龥]")
# Behind a Latin letter it belongs to it (M2, CO2).
_GOES_ON = re.compile("[一-龥，、]$")


@cache
def _sunk() -> re.Pattern[str]:
    """A digit between two words that counts nothing: no measure word behind, no 第 before it."""
    return re.compile(rf"[0-9]{{1,2}}(?=20[0-9]{{2}}年|[一-龥])(?![{counted()}])")


def remove_page_numbers(buffer: LineBuffer) -> None:
    """Remove page numbers of every form."""
    bare: list[tuple[int, int]] = []
    bracketed: list[int] = []
    for number, line in enumerate(buffer.lines):
        if not line or len(line) > 40 or buffer.is_removed(number):
            continue
        if _LINE.fullmatch(line):
            buffer.remove_line(number, "page-number", _WHY)
        elif hit := _NUMBER_LINE.fullmatch(line):
            bracketed.append(number)
            if not hit.group(1):
                bare.append((number, int(hit.group(2))))
    _remove_bare(buffer, bare)
    _remove_between_halves(buffer, bracketed)
    if buffer.has("页：", "页:"):
        _remove_captions(buffer)
    _remove_inline(buffer)
    _remove_sunk(buffer)


def _remove_captions(buffer: LineBuffer) -> None:
    """Pages with captions go where two or more of them count on line by line."""
    found: list[tuple[int, int]] = []
    for number in buffer.remaining():
        hit = _CAPTION.fullmatch(buffer.lines[number])
        if hit and (not found or int(hit.group(1)) > found[-1][1]):
            found.append((number, int(hit.group(1))))
    apart = all(b[0] - a[0] > 1 for a, b in pairwise(found))
    for number, _ in found if len(found) >= 2 and apart else ():
        buffer.remove_line(number, "page-number", "分页的标题，来自原来的网页")


def _remove_bare(buffer: LineBuffer, bare: list[tuple[int, int]]) -> None:
    """Digits alone on lines are page numbers when they count on through the text."""
    chain: list[tuple[int, int]] = []
    for line, value in bare:
        if (chain and value == chain[-1][1] + 1 and line - chain[-1][0] > 2) or (
            not chain and value <= 3
        ):
            chain.append((line, value))
    first = next((n for n, line in enumerate(buffer.lines) if line.strip()), -1)
    if len(chain) >= 2 or (chain and chain[0] == (first, 1)):
        for line, _ in chain:
            buffer.remove_line(line, "page-number", _WHY)


def _remove_between_halves(buffer: LineBuffer, numbers: list[int]) -> None:
    """A number alone between a sentence that does not end and its end, counting nothing there."""
    if not numbers:
        return
    texts = {n: buffer.kept_text(n) for n in buffer.remaining()}
    rows = list(texts)
    places = {n: at for at, n in enumerate(rows)}
    for number in numbers:
        at = places.get(number, 0)
        if 0 < at < len(rows) - 1:
            above, below = texts[rows[at - 1]].strip(), texts[rows[at + 1]].strip()
            broken = len(above) >= _HALF and _GOES_ON.search(above) and not is_title(above)
            if broken and _HAN.match(below) and not _counts(below) and not is_heading(below):
                buffer.remove_line(number, "page-number", _WHY)


def _counts(below: str) -> bool:
    return below[0] in counted() or _UNIT.match(below) is not None


def _remove_inline(buffer: LineBuffer) -> None:
    of = buffer.has("页")
    dashed: list[tuple[int, int, int, int, bool]] = []
    for number, line in enumerate(buffer.lines):
        if buffer.is_removed(number):
            continue
        if of and "页" in line and "共" in line:
            for hit in _INLINE_OF.finditer(line):
                buffer.apply([LineChange(number, *_trimmed(line, hit), "page-number", _WHY)])
        for hit in _INLINE.finditer(line):
            edge = not line[: hit.start()].strip() or not line[hit.end() :].strip()
            edge = edge or _inside_word(line, hit)
            dashed.append((number, *_trimmed(line, hit), int(hit.group(2)), edge))
    counted = _counting(dashed)
    for number, start, end, _, edge in counted if len(counted) >= 2 else dashed:
        if edge or len(counted) >= 2:
            buffer.apply([LineChange(number, start, end, "page-number", _WHY)])


def _inside_word(line: str, hit: re.Match[str]) -> bool:
    """Whether a mark without spaces stands between two Chinese characters."""
    around = line[hit.start() - 1 : hit.start()] + line[hit.end() : hit.end() + 1]
    bare = hit.group() == hit.group().strip() and hit.group(2)[0] != "0"
    return bare and len(around) == 2 and all("一" <= c <= "龥" for c in around)


def _trimmed(line: str, hit: re.Match[str]) -> tuple[int, int]:
    """The mark with the spaces around it, but not a paragraph's indent before it."""
    start = hit.start()
    if not line[:start].strip() and line[start : start + 1] in "\u3000\t ":
        start = hit.end() - len(hit.group().lstrip())
    return start, hit.end()


def _counting(
    marks: list[tuple[int, int, int, int, bool]],
) -> list[tuple[int, int, int, int, bool]]:
    """The marks that count upwards by one, or by two where a page has none."""
    chain: list[tuple[int, int, int, int, bool]] = []
    for mark in marks:
        if not chain or 1 <= mark[3] - chain[-1][3] <= 2:
            chain.append(mark)
    return chain


def _remove_sunk(buffer: LineBuffer) -> None:
    """Bare digits that sank into the sentences: they count 1, 2, 3 at a page's distance."""
    found: list[tuple[int, int, int, int]] = []
    before = 0
    broken = True
    for number, line in enumerate(buffer.lines):
        if not buffer.is_removed(number) and line.strip():
            hits = _sunk().finditer(line) if not line.isascii() else ()
            found += [
                (before + h.start(), number, h.start(), int(h.group()))
                for h in hits
                if (line[h.start() - 1] not in _NOT_BEFORE if h.start() else broken)
            ]
            broken = len(line) > _BROKEN and not ends_paragraph(line)
        before += len(line)
    chain: list[tuple[int, int, int, int]] = []
    for place in found:
        apart = place[0] - chain[-1][0] if chain else _PAGE[0]
        if place[3] == (chain[-1][3] + 1 if chain else 1) and apart >= _PAGE[0]:
            chain.append(place)
    gaps = [b[0] - a[0] for a, b in pairwise(chain)]
    if len(chain) < _SUNK_FEWEST or max(gaps) > _PAGE[1] or max(gaps) > 3 * min(gaps):
        return
    for _, number, start, value in chain:
        buffer.apply([LineChange(number, start, start + len(str(value)), "page-number", _WHY)])
