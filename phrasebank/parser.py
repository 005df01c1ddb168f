"""The plain-text format of the bank, read and written line by line.

    ; a comment
    # 动员会、部署会        the occasions of what follows ('通用': fits anywhere)
    ## 任务                its part
    ### 责任 落实           its tags, until the next heading
    > 来源：……             where a fixed formulation stands; also 日期 and 核对
    001 把目标定在跳一跳够得着的地方。

The number makes the identity; without one the words do. ``¶`` begins a paragraph
inside a phrase, a backslash lets a phrase begin with a mark of the format.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from hashlib import blake2s

from phrasebank.values import ANYWHERE, FIXED_PART, PARTS, Phrase

_NUMBERED = re.compile(r"(\d{3})[ \t]+(?=\S)")
_NEEDS_SHIELD = re.compile(r"[#>;\\]|\d{3}[ \t]")
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
_CHECKED = re.compile(r"\d{4}-\d{2}")
_HALF = re.compile("[\ud800-\udfff]")
_NOTES = {"来源": "source", "日期": "date", "核对": "checked"}


@dataclass(frozen=True, slots=True)
class BankProblem:
    """What is wrong in a file of the bank, and where (lines count from 1)."""

    file: str
    line: int
    message: str

    def __str__(self) -> str:
        return f"{self.file} 第{self.line}行：{self.message}"


@dataclass(frozen=True, slots=True)
class ParsedBank:
    """What a file gave: its phrases in order, and the lines that were left out."""

    phrases: tuple[Phrase, ...]
    lines: tuple[int, ...]  # of each phrase
    problems: tuple[BankProblem, ...]


@dataclass(slots=True)
class BankHeading:
    """The headings in force at a line; a phrase takes its properties from them."""

    occasions: tuple[str, ...] = ()
    part: str = ""
    tags: tuple[str, ...] = ()
    notes: dict[str, str] = field(default_factory=dict[str, str])


def parse(text: str, file: str, *, own: bool = False) -> ParsedBank:
    """Read a file of the bank; a bad line becomes a `BankProblem` and the rest goes on."""
    phrases: list[Phrase] = []
    problems: list[BankProblem] = []
    seen: dict[str, int] = {}  # line of each identity, in order
    heading = BankHeading()
    for number, raw in enumerate(_lines(text), 1):
        line = raw.strip(" \t")
        if not line or line.startswith(";"):
            continue
        trouble = ""
        if line.startswith(("#", ">")):
            trouble = _read_heading(line, heading)
        else:
            phrase, trouble = _read_phrase(line, heading, own)
            if not trouble and phrase.id in seen:
                trouble = f"与第{seen[phrase.id]}行重复（{phrase.id}）"
            if not trouble:
                seen[phrase.id] = number
                phrases.append(phrase)
        if trouble:
            problems.append(BankProblem(file, number, trouble))
    return ParsedBank(tuple(phrases), tuple(seen.values()), tuple(problems))


def last_heading(text: str) -> BankHeading:
    """The headings in force at the end of a file, for adding a phrase there."""
    heading = BankHeading()
    for raw in _lines(text):
        line = raw.strip(" \t")
        if line.startswith(("#", ">")):
            _read_heading(line, heading)
    return heading


def write_line(text: str) -> str:
    """One phrase as a line without a number, so that `parse` gives ``text`` back."""
    text = _HALF.sub("\ufffd", text)  # half of a surrogate pair is no character of a file
    line = "¶".join(part.strip() for part in text.strip().splitlines())
    return "\\" + line if _NEEDS_SHIELD.match(line) else line


def write_headings(old: BankHeading, new: BankHeading) -> list[str]:
    """The heading lines that lead from one state to another."""
    lines: list[str] = []
    fresh = old.occasions != new.occasions or not old.part or bool(old.notes)
    if fresh:
        lines += ["", f"# {'、'.join(new.occasions) or ANYWHERE}"]
    if fresh or old.part != new.part:
        lines += ["", f"## {new.part}"]
    if (fresh or old.part != new.part) and not new.tags:
        return lines
    if fresh or old.part != new.part or old.tags != new.tags:
        lines.append(f"### {' '.join(new.tags)}".rstrip())
    return lines


def _lines(text: str) -> list[str]:
    """Lines at line feeds only: `str.splitlines` would also cut at U+2028."""
    return text.removeprefix("\ufeff").replace("\r\n", "\n").split("\n")


def _read_heading(line: str, heading: BankHeading) -> str:
    """Take a heading line into force; the message says what is wrong with it."""
    if line.startswith(">"):
        return _read_note(line[1:].strip(), heading)
    depth = len(line) - len(line.lstrip("#"))
    words = line[depth:].strip()
    if depth == 1:
        names = tuple(n.strip() for n in words.split("、") if n.strip() and n.strip() != ANYWHERE)
        heading.occasions, heading.part, heading.tags, heading.notes = names, "", (), {}
        return "" if words else "“#”后面要写场合，如“# 动员会”"
    if depth == 2:
        known = words in PARTS
        heading.part, heading.tags, heading.notes = words if known else "", (), {}
        return "" if known else f"没有“{words}”这个部位，可写：{'、'.join(PARTS)}"
    if depth == 3:
        heading.tags = tuple(words.split())
        return ""
    return "“#”最多三个：# 场合、## 部位、### 标签"


def _read_note(words: str, heading: BankHeading) -> str:
    name, colon, value = words.partition("：")
    if not colon or name not in _NOTES or not value.strip():
        return "“>”后面要写“来源：”“日期：”或“核对：”"
    value = value.strip()
    if name == "日期" and not _DATE.fullmatch(value):
        return f"日期“{value}”要写成 2022-10-22 的样子"
    if name == "核对" and not _CHECKED.fullmatch(value):
        return f"核对年月“{value}”要写成 2026-11 的样子"
    if name == "来源":
        for note in ("date", "checked"):  # what was said of another source must not stay
            heading.notes.pop(note, None)
    heading.notes[_NOTES[name]] = value
    return ""


def _read_phrase(line: str, heading: BankHeading, own: bool) -> tuple[Phrase, str]:
    match = _NUMBERED.match(line)
    number = match[1] if match else ""
    text = line[match.end() :] if match else line.removeprefix("\\")
    text = text.replace("¶", "\n")
    occasion = heading.occasions[0] if heading.occasions else ANYWHERE
    name = number or blake2s(text.encode(), digest_size=4).hexdigest()
    group = "我的" if own else occasion
    phrase = Phrase(
        f"{group}/{heading.part}/{name}", text, heading.occasions, heading.part, heading.tags
    )
    phrase = replace(phrase, own=own, fixed=heading.part == FIXED_PART, **heading.notes)
    return phrase, _trouble_of(phrase)


def _trouble_of(phrase: Phrase) -> str:
    if not phrase.part:
        return "这一行上面还没有“## 部位”（如“## 任务”）"
    if phrase.fixed and not phrase.own and not (phrase.source and phrase.date):
        return "固定提法上面要有“> 来源：”和“> 日期：”"
    return ""
