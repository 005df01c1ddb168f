"""A site's address sown between the sentences of a paragraph, alone or behind the site's name.

Nobody says an address as a sentence. It is a site's for sure where the text has it elsewhere in
what goes for sure, where a name of the trade with texts stands before it, or where it comes again;
else it is asked about. One that a sentence calls on to open, or goes on from, is the speaker's.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import Final, NamedTuple

from editor.intake.line_buffer import LineBuffer, LineChange
from editor.language.sites import calls_up, goes_on_from, trade_names

_SURE_WHY: Final = "网站的网址，夹在正文中间"
_ASKED_WHY: Final = "单独夹在句子之间的网址，像是网站带来的，请看一眼"
_SIGNS: Final = (".com", ".net", ".org", ".cn", ".cc", ".COM", ".NET", ".ORG", ".CN", ".CC")
_ADDRESS: Final = re.compile(
    r"(?<![A-Za-z\d@.\-_/])(?:https?://)?(?P<host>(?:[a-z\d\-]+\.)+(?:com|net|org|cc|cn))"
    r"(?P<path>/[a-z\d./?=&%#_\-]*)?(?![a-z\d@\-_])",
    re.IGNORECASE,
)
_OFFICIAL: Final = re.compile(r"\.(?:gov|edu|mil)\b", re.IGNORECASE)
_NAME: Final = re.compile("[一-龥]{1,8}(?:网站?|文库|论坛|之家|资料库|贴吧)[:：]?[ 　]?$")
_ENDED: Final = re.compile("(?:^|[。！？!?；;…][”’」』）)】]*)[ 　\t]*$")
_PARTED: Final = re.compile("[ 　\t，,、：:”’」』）)】]$")
_SPACES: Final = " \t　\xa0"
_BEFORE: Final = 40  # code points looked at before an address


class _SownAddress(NamedTuple):
    line: int
    start: int
    end: int
    host: str
    of_trade: bool
    apart: bool  # between sentences, not only between blanks or within one
    spoken: bool  # the words behind may go on from it


def remove_sown_addresses(buffer: LineBuffer) -> None:
    """Take out what is a site's, ask about what may be; after all else has been judged."""
    if not buffer.has(*_SIGNS):
        return
    confirmed = _confirmed(buffer)
    found = [one for number in buffer.remaining() for one in _found(buffer, number)]
    times = Counter(one.host for one in found if one.apart and not one.spoken)
    for one in found:
        alone = one.apart and not one.spoken
        again = alone and times[one.host] > 1 and not buffer.from_docx
        sure = one.host in confirmed or (one.apart and one.of_trade) or again
        if sure or alone:
            why = _SURE_WHY if sure else _ASKED_WHY
            change = LineChange(one.line, one.start, one.end, "watermark", why, sure=sure)
            buffer.apply([change])


def _confirmed(buffer: LineBuffer) -> frozenset[str]:
    """The hosts that stand in what goes for sure."""
    return frozenset(
        _bare(hit["host"])
        for number, changes in buffer.changes.items()
        for change in changes
        for hit in _ADDRESS.finditer(buffer.lines[number], change.start, change.end)
        if not _OFFICIAL.search(hit["host"])
    )


def _bare(host: str) -> str:
    return host.lower().removeprefix("www.")


def _found(buffer: LineBuffer, number: int) -> Iterator[_SownAddress]:
    line = buffer.lines[number]
    gone = buffer.changes.get(number, ())
    for hit in _ADDRESS.finditer(line):
        start, end = hit.span()
        others = hit.group() == line.strip() or any(c.start < end and start < c.end for c in gone)
        if not others and not _OFFICIAL.search(hit["host"]):
            yield from _standing_apart(line, number, hit)


def _standing_apart(line: str, number: int, hit: re.Match[str]) -> Iterator[_SownAddress]:
    named = _NAME.search(line, max(0, hit.start() - _BEFORE), hit.start())
    if named and not _ENDED.search(line[: named.start()]):
        named = None
    start = named.start() if named else hit.start()
    before = line[:start]
    apart = _ENDED.search(before) is not None
    if not (apart or _PARTED.search(before)) or calls_up().search(before):
        return
    spoken = goes_on_from().match(line, hit.end()) is not None
    of_trade = named is not None and trade_names().search(named.group()) is not None
    whole = _with_blanks(line, start, hit.end())
    yield _SownAddress(number, *whole, _bare(hit["host"]), of_trade, apart, spoken)


def _with_blanks(line: str, start: int, end: int) -> tuple[int, int]:
    """A stretch with the blanks and the stop behind it; those before it where nothing follows."""
    end += len(line[end:]) - len(line[end:].lstrip(_SPACES))
    end += line[end : end + 1] == "。" and line[:start].rstrip(_SPACES)[-1:] in ("", *"。！？；")
    if end == len(line):
        start = len(line[:start].rstrip(_SPACES))
    return start, end
