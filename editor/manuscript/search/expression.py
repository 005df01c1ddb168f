"""Reads a regular expression into a pattern; what only tries can answer is not taken.

Taken: letters, ``.``, ``[…]``, ``( )``, ``(?: )``, ``|``, ``* + ? {m,n}`` and their sparing forms,
``^ $ \\b \\B``, ``\\d \\w \\s`` and their opposites, ``\\n`` for a paragraph's end, ``\\t``.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import Final

from editor.manuscript.search.codes import SOFT_BREAK
from editor.manuscript.search.folding import folded
from editor.manuscript.search.letter_class import class_test, letter_class
from editor.manuscript.search.pattern_tree import (
    Edge,
    EdgeKind,
    Either,
    Group,
    InTurn,
    Node,
    Repeat,
    any_letter,
    exactly,
    one_of,
)
from editor.manuscript.search.query import PatternError, Query
from editor.manuscript.whole_number import whole_number

_DEEP: Final = 40  # groups in groups
_MOST: Final = 1_000  # times that can be asked for
_EDGES: Final = MappingProxyType({"b": EdgeKind.WORD, "B": EdgeKind.INSIDE})
_ENDS: Final = MappingProxyType({"^": EdgeKind.LINE_START, "$": EdgeKind.LINE_END})
_LETTERS: Final = MappingProxyType({"n": "\n", "r": "\n", "t": "\t", "v": SOFT_BREAK})
_TIMES: Final = MappingProxyType({"*": (0, None), "+": (1, None), "?": (0, 1)})


class ExpressionReader:
    """Reads one expression; `groups` is how many it has then."""

    def __init__(self, query: Query) -> None:
        self._words, self._query = query.words, query
        self._at = self._depth = 0
        self.groups = 0

    def read(self) -> Node:
        """The tree. Raises PatternError, which tells the place."""
        tree = self._choice()
        if self._at < len(self._words):
            raise self._wrong(self._at, "“)”前面没有和它配对的“(”；要找括号本身，写成 \\)")
        return tree

    def _choice(self) -> Node:
        options = [self._row()]
        while self._took("|"):
            options.append(self._row())
        return Either(tuple(options)) if len(options) > 1 else options[0]

    def _row(self) -> Node:
        parts: list[Node] = []
        while self._at < len(self._words) and self._words[self._at] not in "|)":
            parts.append(self._repeated(self._one()))
        return InTurn(tuple(parts))

    def _one(self) -> Node:
        begun, letter = self._at, self._words[self._at]
        self._at += 1
        if letter == "(":
            return self._group(begun)
        if letter == "[":
            found, self._at = letter_class(self._query, begun, not_sign="^")
            return found
        if letter == "\\":
            return self._escaped(begun)
        if letter in "*+?":
            raise self._wrong(begun, f"“{letter}”前面没有要重复的字；要找它本身，写成 \\{letter}")
        if letter == ".":
            return any_letter()
        if letter in _ENDS:
            return Edge(_ENDS[letter])
        return exactly(folded(letter, self._query))

    def _group(self, begun: int) -> Node:
        number = 0
        if self._took("?:"):
            pass
        elif self._took("?"):
            raise self._wrong(begun, "“(?”这种写法这里不能用；括号里只写要找的内容就行")
        else:
            self.groups += 1
            number = self.groups
        self._depth += 1
        if self._depth > _DEEP:
            raise self._wrong(begun, "括号套得太深")
        part = self._choice()
        self._depth -= 1
        if not self._took(")"):
            raise self._wrong(begun, "“(”没有和它配对的“)”；要找括号本身，写成 \\(")
        return Group(number, part) if number else part

    def _escaped(self, begun: int) -> Node:
        letter = self._words[self._at : self._at + 1]
        self._at += 1
        if not letter:
            raise self._wrong(begun, "“\\”后面少了一个字；要找“\\”本身，写成 \\\\")
        if letter in _EDGES:
            return Edge(_EDGES[letter])
        if letter in _LETTERS:
            return exactly(_LETTERS[letter])
        if (test := class_test(letter)) is not None:
            return one_of((test,), other=False)
        if letter.isascii() and letter.isalnum():
            told = "只能写在“替换为”里" if letter.isdigit() else "这里不能用"
            raise self._wrong(begun, f"“\\{letter}”{told}")
        return exactly(folded(letter, self._query))

    def _repeated(self, part: Node) -> Node:
        while (times := self._times()) is not None:
            if isinstance(part, Edge):
                raise self._wrong(self._at - 1, "行首、行尾这样的位置不能重复")
            part = Repeat(part, *times, greedy=not self._took("?"))
        return part

    def _times(self) -> tuple[int, int | None] | None:
        if self._at >= len(self._words):
            return None
        letter = self._words[self._at]
        if letter in _TIMES:
            self._at += 1
            return _TIMES[letter]
        found = times_at(self._words, self._at) if letter == "{" else None
        if found is None:
            return None
        begun, self._at = self._at, found[2]
        least, most = found[:2]
        if max(least, most or 0) > _MOST or (most is not None and most < least):
            raise self._wrong(begun, f"重复的次数写得不对，应从小到大，不超过 {_MOST}")
        return least, most

    def _took(self, sign: str) -> bool:
        took = self._words.startswith(sign, self._at)
        self._at += len(sign) if took else 0
        return took

    def _wrong(self, at: int, why: str) -> PatternError:
        return PatternError(f"第 {at + 1} 个字：{why}。")


def times_at(words: str, at: int) -> tuple[int, int | None, int] | None:
    """What ``{m}``, ``{m,}`` or ``{m,n}`` at a place says, and where it ends, or None."""
    end = words.find("}", at, at + 12)
    low, comma, high = words[at + 1 : max(at + 1, end)].replace("，", ",").partition(",")
    least, most = whole_number(low, -1), whole_number(high or "0", -1)
    if not (low + high).isascii() or not (low + high).isdigit() or min(least, most) < 0:
        return None
    return least, (most if high else None if comma else least), end + 1
