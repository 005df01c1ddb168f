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


@dataclass(frozen=True, slots=True)
class Blank:
    """One blank. The span is the mark alone ('X' in 'X工会').

    ``slot`` groups blanks that want the same value: 'unit:X工会', 'number:名' … ; it is
    '' where the blank stands for itself only.
    """

    span: Span
    kind: BlankKind
    text: str
    slot: str = ""
