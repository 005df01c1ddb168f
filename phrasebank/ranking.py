"""Which phrases fit here: the occasion from the speech's title, the part from the tree."""

from __future__ import annotations

import contextlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from editor.manuscript.outline.sections import Outline, SectionKind
from editor.manuscript.paragraph import Position
from phrasebank.values import Phrase

_PARTS_OF_KIND = {
    SectionKind.SALUTATION: ("称谓",),
    SectionKind.OPENING: ("开场",),
    SectionKind.CLOSING: ("结尾", "祝词"),
}
_PARTS_OF_BODY = ("任务", "要求", "过渡", "形势", "肯定成绩")
# Weights: an occasion named in the title beats any likeness of words; a heading that
# shares two or more pairs of characters with a phrase beats the order of the parts.
_OCCASION, _NEXT_OCCASION, _ANYWHERE, _OWN, _PART = 60, 15, 20, 6, 5
_PAIR, _PAIRS_AT_MOST = 8, 6
_STRANGER_NEEDS = 3  # shared pairs that admit a phrase made for another occasion


@dataclass(frozen=True, slots=True)
class PhraseContext:
    """Where a phrase is wanted: the title above, the parts that suit, the headings."""

    title: str = ""
    parts: tuple[str, ...] = ()
    words: str = ""


class PhraseRanking:
    """Ranks phrases for a place in a text, by a table of words that give occasions and parts."""

    def __init__(
        self, occasions: Mapping[str, tuple[str, ...]], parts: Mapping[str, tuple[str, ...]]
    ) -> None:
        self.occasions = occasions
        self.parts = parts

    @classmethod
    def load(cls, path: Path) -> PhraseRanking:
        """The table of a file: '# 场合' and '# 部位', then '动员会：动员 会战' lines."""
        tables: dict[str, dict[str, tuple[str, ...]]] = {"场合": {}, "部位": {}}
        table = tables["场合"]
        lines: list[str] = []
        with contextlib.suppress(OSError, UnicodeError):
            lines = path.read_text(encoding="utf-8").splitlines()
        for line in lines:
            if line.startswith("#"):
                table = tables.get(line.strip("# "), {})
            elif line.strip() and not line.startswith(";"):
                name, _, words = line.partition("：")
                table[name.strip()] = tuple(words.split())
        return cls(tables["场合"], tables["部位"])

    def occasions_of(self, words: str) -> tuple[str, ...]:
        """The occasions that a title names; what it is about comes before its form."""
        return _named(self.occasions, words)

    def parts_of(self, kind: SectionKind, words: str) -> tuple[str, ...]:
        """The parts of a speech that suit a node of the tree with these headings."""
        if kind in _PARTS_OF_KIND:
            return _PARTS_OF_KIND[kind]
        return tuple(dict.fromkeys((*_named(self.parts, words), *_PARTS_OF_BODY)))

    def context_at(self, outline: Outline, position: Position) -> PhraseContext:
        """What the tree says about a place in the text."""
        path = outline.path(position)
        if not path:
            return PhraseContext()
        title = path[0].title if path[0].kind is SectionKind.TITLE else ""
        words = " ".join(s.title for s in path if s.kind is not SectionKind.TITLE)
        if path[-1].kind is SectionKind.TITLE:
            return PhraseContext(title, ("开场", *_PARTS_OF_BODY), words)
        return PhraseContext(title, self.parts_of(path[-1].kind, words), words)

    def rank(self, phrases: Iterable[Phrase], context: PhraseContext) -> list[Phrase]:
        """The phrases that fit, best first; equals stay in the order given."""
        occasions = self.occasions_of(f"{context.title} {context.words}")
        pairs = _pairs(context.words)
        scored = [(_score(p, context.parts, occasions, pairs), p) for p in phrases]
        fit = [pair for pair in scored if pair[0] > 0]
        return [phrase for _, phrase in sorted(fit, key=lambda pair: -pair[0])]


def _score(
    phrase: Phrase, parts: tuple[str, ...], occasions: tuple[str, ...], pairs: frozenset[str]
) -> int:
    """How well a phrase fits; 0 where it does not."""
    if parts and phrase.part not in parts:
        return 0
    shared = min(_PAIRS_AT_MOST, sum(pair in phrase.text for pair in pairs))
    score = shared * _PAIR + (_OWN if phrase.own else 0)
    if parts:
        score += (len(parts) - parts.index(phrase.part)) * _PART
    if not phrase.occasions:
        return score + _ANYWHERE
    ranks = [rank for rank, name in enumerate(occasions) if name in phrase.occasions]
    if ranks:
        return score + max(_ANYWHERE, _OCCASION - _NEXT_OCCASION * ranks[0])
    return score if shared >= _STRANGER_NEEDS or not occasions else 0


def _named(table: Mapping[str, tuple[str, ...]], words: str) -> tuple[str, ...]:
    """The names of a table that the words speak of, in the order of the table."""
    return tuple(name for name, keys in table.items() if any(key in words for key in keys))


def _pairs(words: str) -> frozenset[str]:
    """Pairs of neighbouring Chinese characters."""
    made = (words[i : i + 2] for i in range(len(words) - 1))
    return frozenset(p for p in made if all("\u4e00" <= c <= "\u9fff" for c in p))
