"""One character eaten inside a set word: 全面从治党, 习近总书记, 不忘初、牢记使命.

Filters of web sites delete single characters. In a word that is always written the same
the gap is certain; the blank is the character behind it, and it is filled in front of it.
"""

from __future__ import annotations

import re

from editor.blanks.blank import BlankKind
from editor.blanks.recognisers.found import FoundBlank

# Words of which no piece with one inner character less is a word or part of one.
_SET_WORDS = (
    *("中国共产党", "中国特色社会主义", "核心价值观", "全面从严治党", "中华民族伟大复兴"),
    *("科学发展观", "毛泽东思想", "邓小平理论", "民主集中制", "乡村振兴战略", "脱贫攻坚战"),
    *("战斗堡垒作用", "先锋模范作用", "人民民主专政"),
)
_ALSO_WORDS = frozenset({"中华民族大复兴", "人民主专政"})
# (what is left, the place of the gap in it); for words of which some pieces are words too.
_PIECES = (
    *(("习近总书记", 2), ("习平总书记", 1), ("习近新时代", 2), ("习近同志", 2), ("社会主核心", 3)),
    *(("以人民中心", 3), ("为人民务", 3), ("不忘初、", 3), ("不忘初，", 3), ("牢使命", 1)),
    *(("贯彻落党的", 3), ("改革开以来", 3), ("全面从治党", 3), ("各级党和政府", 3)),
)
_TAILS = (
    (re.compile(r"全面从严治(?=[，,。、；的向不]|责任|主体)"), 5),
    (re.compile(r"中国共产(?=[，,。、；的]|领导|成立|章程|员)"), 4),
)


def _pieces() -> dict[str, int]:
    """Every set word with one inner character less, and the place of the gap in it.

    Not with its second: 集中|共产党员, 率先|模范作用, 城乡|振兴战略 are right.
    """
    pieces = dict(_PIECES)
    for word in _SET_WORDS:
        for gap in range(2, len(word) - 1):
            piece = word[:gap] + word[gap + 1 :]
            if piece not in _ALSO_WORDS:
                pieces.setdefault(piece, gap)
    return pieces


def _by_first(pieces: dict[str, int]) -> re.Pattern[str]:
    """One expression for all of them, divided by their first character to fail early."""
    rows: dict[str, list[str]] = {}
    for piece in sorted(pieces):
        rows.setdefault(piece[0], []).append(piece[1:])
    return re.compile("|".join(f"{head}(?:{'|'.join(rest)})" for head, rest in rows.items()))


_GAPS = _pieces()
_ANY = _by_first(_GAPS)


def eaten(text: str) -> list[FoundBlank]:
    """The gaps in set words, each at the character behind it."""
    places = [match.start() + _GAPS[match[0]] for match in _ANY.finditer(text)]
    for pattern, size in _TAILS:
        places += [match.start() + size for match in pattern.finditer(text)]
    return [FoundBlank(at, at + 1, BlankKind.DROPPED) for at in places if at < len(text)]
