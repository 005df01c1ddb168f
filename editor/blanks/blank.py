"""The value of a blank: where a word is still missing, and of what kind."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from editor.manuscript.paragraph import Span


class BlankKind(StrEnum):
    """Kinds of a blank; the names are those `analyse --json` prints."""

    X = "x"  # X, XX, ×, ○○, *, 某: stands for a name or a number
    YEAR = "year"  # 20xx, 202x, 20**, 20__
    DATE = "date"  # a date that cannot be: 2023月
    BLANK = "blank"  # ____, （  ）, 【单位】, a drafting instruction in brackets
    DROPPED = "dropped"  # a word that vanished: “”, a lone _, an eaten subject
    MANGLED = "mangled"  # digits eaten by a year mask: 20xx0元 was 20000元
    ELIDED = "elided"  # cut off: ……(省略863字)……, （未完…）


class BlankOrigin(StrEnum):
    """How a blank is known, where it is not by a mark among the words."""

    MARK = ""
    PROMPT = "prompt"  # words of the file that ask for words: 单击或点击此处输入文字。
    MERGE = "merge"  # a field of a merge letter: «姓名», {{姓名}}
    CELL = "cell"  # an empty cell beside its label


@dataclass(frozen=True, slots=True)
class Blank:
    """One blank. The span is the mark alone ('X' in 'X工会'); of an empty cell it is empty.

    ``slot`` groups blanks that want the same value: 'unit:X工会', 'number:名' … ; it is
    '' where the blank stands for itself only. Not ``sure``: it may be meant to stay as it is (a
    box to sign in, 某股 in a case told as a warning), so that it is asked about, holds nothing up
    and is filled only where the writer chose it. ``note`` says where an empty cell is, for who
    reads the finding.
    """

    span: Span
    kind: BlankKind
    text: str
    slot: str = ""
    origin: BlankOrigin = BlankOrigin.MARK
    sure: bool = True
    note: str = ""

    @property
    def topic(self) -> str:
        """What the rules of blanks call it: how it is known, else its kind."""
        if not self.sure:
            return "asked" if self.note else "unsure"  # room in a table, or words
        return self.origin.value or self.kind.value
