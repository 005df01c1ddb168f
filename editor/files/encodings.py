"""Which encoding a text is in: mark first, then strict UTF-8, UTF-16 by its NULs, and the rest.

Separate from `text_file` because the guess is a pure function of bytes with its own
tests. What is none of these is GB18030 unless another encoding makes clearly more usual letters
of it (`usual_letters`): that got all short GBK samples right, where a statistical detector got 6
of 10. Where no encoding does the guess is not `sure`, and the writer is asked.
"""

from __future__ import annotations

import codecs
import re
from typing import NamedTuple

from editor.files.bad_bytes import SIGN, decode_around
from editor.files.mixed_lines import decode_mixed
from editor.files.usual_letters import has_commonest, usual_share

# Longest first: the mark of UTF-32 LE begins with that of UTF-16 LE.
MARKS: tuple[tuple[bytes, str], ...] = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (b"\x00\x00\xfe\xff", "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
    (b"\x84\x31\x95\x33", "gb18030"),
)
# What "reopen with another encoding" offers, with the words for the menu.
CHOICES: tuple[tuple[str, str], ...] = (
    ("utf-8", "UTF-8（通用）"),
    ("gb18030", "GB18030（简体中文，含 GBK）"),
    ("big5hkscs", "Big5（繁体中文）"),
    ("utf-16-le", "UTF-16（记事本 Unicode）"),
    ("utf-16-be", "UTF-16 大端"),
    ("cp932", "Shift-JIS（日文）"),
    ("cp949", "EUC-KR（韩文）"),
)
_OTHERS = ("big5hkscs", "cp932", "cp949")
_SHARE = 0.9  # of usual letters in a text that is read rightly: 0.97 and more
_LEAD = 0.15  # in that share, of another encoding before GB18030
_ENOUGH = 0.8  # of GB18030 where no other encoding makes more of it
_FEW = 8  # letters, of which too little can be told; of another encoding than usual twice as many
_WIDEST = 4  # bytes of a letter in any encoding
_SHORT = 60  # bytes up to which UTF-8 may be so by chance
_LOST_COUNTS = 3  # what is no letter weighs as so many unusual ones
# Letters, digits, marks and line ends of a Chinese or English text.
_USUAL = re.compile("[\t\n\r -~\u00b7\u2010-\u2027\u3000-\u3011\u4e00-\u9fff\uff00-\uff65]")
_CONTROLS = re.compile("[\x01-\x08\x0e-\x1a\x1c-\x1f\x7f-\x84\x86-\x9f]")
_UTF8 = re.compile(rb"(?:[\xe3-\xe9\xef][\x80-\xbf]{2}){2}")  # two letters of a Chinese text
_ALIASES = {
    "gbk": "gb18030", "gb2312": "gb18030", "cp936": "gb18030", "big5": "big5hkscs",
    "shift_jis": "cp932", "shift-jis": "cp932", "euc_kr": "cp949", "euc-kr": "cp949",
}  # fmt: skip


class Decoded(NamedTuple):
    """A text with how it was written; ``lost`` counts bytes that are no character.

    ``bad`` are the bytes of every U+FFFD in it, in order, where they are known. A ``mixed`` text
    had lines in two encodings, and is of ``encoding`` from now on. What is not ``sure`` is asked.
    """

    text: str
    encoding: str
    bom: bytes
    lost: int = 0
    bad: tuple[bytes, ...] = ()
    mixed: bool = False
    sure: bool = True


def plain_name(encoding: str) -> str:
    """The name used here for an encoding. Raises LookupError where there is none."""
    name = encoding.lower().removesuffix("-sig")
    name = _ALIASES.get(name, name)
    found = codecs.lookup(name).name
    if found in ("utf-16", "utf-32"):
        return found + "-le"
    return found


def decode(data: bytes, encoding: str | None = None) -> Decoded | None:
    """The text of a file, or None where it is no text. Never raises for any bytes.

    With ``encoding`` nothing is guessed: what does not fit becomes U+FFFD.
    """
    bom, marked = _mark(data)
    body = data[len(bom) :]
    if encoding is not None:
        name = plain_name(encoding)
        if name != marked:
            bom, body = b"", data
        return _forced(body, name, bom)
    if marked:
        return _forced(body, marked, bom)
    try:
        found = Decoded(data.decode("utf-8"), "utf-8", b"")
        return found if len(data) > _SHORT else _short(data, found)
    except UnicodeDecodeError:
        return _without_nul(data) if b"\x00" not in data else _of_pairs(data)


def _short(data: bytes, found: Decoded) -> Decoded:
    """A few letters of GB18030 may be UTF-8 by chance: 陆知远 are the bytes of ½֪Զ."""
    if usual_share(found.text, "utf-8") >= _SHARE:
        return found
    other = _weighed(data, "gb18030")
    return other.found if other.share >= _SHARE and not other.found.lost else found


def _of_pairs(data: bytes) -> Decoded | None:
    """A NUL means UTF-16 or no text."""
    for name in _wide(data):
        try:
            return Decoded(data.decode(name), name, b"")
        except UnicodeDecodeError:
            continue
    return None


def _without_nul(data: bytes) -> Decoded | None:
    mixed = decode_mixed(data) if _UTF8.search(data) else None
    if mixed is not None:
        return Decoded(mixed, "utf-8", b"", mixed=True)
    first = _weighed(data, "gb18030")
    if first.rank >= _SHARE:
        return first.found
    tries = [first, *[_weighed(data, name) for name in ("utf-8", *_OTHERS, *_wide(data))]]
    best = max(tries, key=lambda one: one.rank)
    if best.rank < first.rank + _LEAD:
        best = first
    found = best.found
    if len(_CONTROLS.findall(found.text)) * 50 > len(found.text) or not _readable(found):
        return None
    return found._replace(sure=_is_sure(best, of_gb=best is first))


class _Weighed(NamedTuple):
    found: Decoded
    share: float  # of usual letters
    rank: float  # the same with what speaks against the encoding


def _weighed(data: bytes, name: str) -> _Weighed:
    found = _forced(data, name, b"")
    if not found.lost and found.text.encode(name, "ignore") != data:
        return _Weighed(found, 0.0, -1.0)  # it could not be saved as it was
    share = usual_share(found.text, name)
    against = _LOST_COUNTS * found.lost / max(1, len(found.text))
    if name == "gb18030" and _letters(found.text) >= _FEW and not has_commonest(found.text):
        against += _LEAD + 0.05  # Korean is made of the bytes of Chinese
    return _Weighed(found, share, share - against)


def _is_sure(best: _Weighed, *, of_gb: bool) -> bool:
    found, letters = best.found, _letters(best.found.text)
    if found.lost:
        return best.share >= _SHARE and found.lost * 20 <= len(found.text)
    if of_gb:
        return best.share >= _ENOUGH or letters < _FEW
    return best.share >= _SHARE and letters >= 2 * _FEW


def _letters(text: str) -> int:
    return sum([c > "\x7f" for c in text])


def _readable(found: Decoded) -> bool:
    """A damaged text still reads; more than one bad place in four is no text."""
    return found.lost * 4 <= len(found.text)


def _mark(data: bytes) -> tuple[bytes, str]:
    for mark, name in MARKS:
        if data.startswith(mark):
            return mark, name
    return b"", ""


def _wide(data: bytes) -> tuple[str, ...]:
    # The NULs of line ends and digits are on one side of each pair, but 一 (4E00) and the
    # indenting space (3000) put theirs on the other: so judge by what characters result.
    if len(data) % 2:
        return ()
    sample = data[:20_000]
    shares = {name: _share_of_usual(sample, name) for name in ("utf-16-le", "utf-16-be")}
    best = max(shares, key=lambda name: shares[name])
    return (best,) if shares[best] >= 0.7 and len(set(shares.values())) > 1 else ()


def _share_of_usual(sample: bytes, name: str) -> float:
    text = sample.decode(name, "replace")
    return len(_USUAL.findall(text)) / max(1, len(text))


def _forced(body: bytes, name: str, bom: bytes) -> Decoded:
    if not name.startswith(("utf-16", "utf-32")):
        text, bad = decode_around(body, name)
        own = SIGN.encode(name, "ignore")
        return Decoded(text, name, bom, sum([one != own for one in bad]), bad)
    text = body.decode(name, "replace")
    try:
        body.decode(name)
    except UnicodeDecodeError:
        return Decoded(text, name, bom, text.count(SIGN), sure=False)
    return Decoded(text, name, bom)


def preview(data: bytes, encoding: str, most: int = 600) -> str:
    """The beginning of a text as it would read in an encoding."""
    head = data[: _WIDEST * most]
    found = decode(head, encoding)
    text = found.text if found else ""
    # The bytes were cut anywhere: the last letter may be half of one.
    return (text.rstrip(SIGN) if len(head) < len(data) else text)[:most]


def told_of(found: Decoded) -> tuple[str, ...]:
    """What the writer should know of how a text was read; nothing where it is as usual."""
    called = dict(CHOICES).get(found.encoding, found.encoding.upper())
    notes = list[str]()
    if found.mixed:
        notes.append(
            "这份文件里有的行是 UTF-8，有的行是 GB18030，已逐行认出。改过再存，全文都存成 UTF-8。"
        )
    elif not found.sure:
        notes.append(f"认不准这份文件的编码，先按 {called} 打开。字不对，就换一种编码重新打开。")
    elif found.encoding in _OTHERS:
        notes.append(f"这份文件是按 {called} 打开的。字不对，就换一种编码重新打开。")
    if found.lost and found.bad:
        notes.append(
            f"有 {found.lost} 处字节认不出来，显示为“{SIGN}”，“检查”里逐处列出。"
            "没有改到的地方，存盘时照原来的字节留着。"
        )
    elif found.lost:
        notes.append(
            f"有 {found.lost} 处字节认不出来，显示为“{SIGN}”。为免弄坏原文，以只读方式打开；"
            "可以换一种编码重新打开，或另存为新文件。"
        )
    return tuple(notes)
