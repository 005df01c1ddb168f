"""Words of Chinese: where they begin and end. Works at once, well after `load`.

jieba keeps a cache of its dictionary on disk. We don't use it: reading it takes as long
as reading the dictionary (0.6 s), holds the interpreter for 200 ms at a stretch, which
a writer feels, and a damaged one breaks every cut. The dictionary read in pieces holds
it for about 10 ms.
"""

from __future__ import annotations

import re
import sys
import time
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from importlib import import_module
from threading import Lock, Thread
from types import ModuleType
from typing import IO, NamedTuple, Protocol, cast

Cutter = Callable[[str], Iterator[str]]
_LINES_AT_ONCE = 1_000  # of the dictionary; then other threads may run
_PAUSE = 0.0005  # seconds
_PIECE = re.compile(
    r"(?P<han>[\u4e00-\u9fff]+)|[A-Za-z0-9]+(?:[.\-+#&][A-Za-z0-9]+)*%?|\s+|(.)\2*", re.DOTALL
)


class Word(NamedTuple):
    """A word and its place in the text that was cut, in code points."""

    word: str
    start: int
    end: int


class Tokenizer(Protocol):
    """The part of jieba's Tokenizer that is used; the names are jieba's."""

    FREQ: dict[str, int]
    total: int
    initialized: bool

    def get_dict_file(self) -> IO[bytes]:
        """The bundled dictionary, opened."""
        ...

    def cut(self, sentence: str) -> Iterator[str]:
        """The words of a text."""
        ...


class Segmenter:
    """Cuts Chinese into words. Until `ready`, each Chinese character is a word."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._cutter: Cutter = iter
        self._tried = False
        self.ready = False

    def load(self) -> None:
        """Read the dictionary (0.6 s, once, any thread); where it fails, go on without."""
        with self._lock:
            if self._tried:
                return
            self._tried = True
            try:
                self._cutter = load_tokenizer().cut
            except (ImportError, OSError, ValueError):
                return
            self.ready = True

    def load_in_background(self) -> Thread:
        """The same in a thread that does not hold up the end of the program."""
        thread = Thread(target=self.load, name="words", daemon=True)
        thread.start()
        return thread

    def cut(self, text: str) -> list[Word]:
        """All words of a text, without gaps; runs of spaces or of one mark are words."""
        words: list[Word] = []
        for piece in _PIECE.finditer(text):
            words += self._cut_piece(piece)
        return words

    def word_at(self, text: str, offset: int) -> tuple[int, int]:
        """Start and end of the word under ``offset``; at the end of the text, the last.

        Only the run of characters around the offset is cut, so that this costs the same
        in a long paragraph. An empty text gives (0, 0).
        """
        offset = max(0, min(offset, len(text) - 1))
        for piece in _PIECE.finditer(text):
            if piece.start() <= offset < piece.end():
                words = self._cut_piece(piece)
                found = words[bisect_right([w.start for w in words], offset) - 1]
                return found.start, found.end
        return 0, 0

    def _cut_piece(self, piece: re.Match[str]) -> list[Word]:
        start = piece.start()
        if not piece["han"]:
            return [Word(piece[0], start, piece.end())]
        words: list[Word] = []
        for word in self._cutter(piece[0]):
            words.append(Word(word, start, start + len(word)))
            start += len(word)
        return words


def load_tokenizer() -> Tokenizer:
    """A tokenizer of our own with the dictionary in it; jieba's global one is untouched."""
    tokenizer = cast(Tokenizer, import_jieba().Tokenizer())
    with tokenizer.get_dict_file() as file:
        tokenizer.FREQ, tokenizer.total = _frequencies(file)
    tokenizer.initialized = True
    return tokenizer


def import_jieba() -> ModuleType:
    """Import jieba without setuptools' pkg_resources, which costs up to 0.5 s."""
    hidden = "pkg_resources" not in sys.modules
    if hidden:
        sys.modules["pkg_resources"] = cast(ModuleType, None)
    try:
        return import_module("jieba")
    finally:
        if hidden:
            sys.modules.pop("pkg_resources", None)


def _frequencies(lines: Iterable[bytes]) -> tuple[dict[str, int], int]:
    """Frequency of each word, 0 for each beginning of a word, as jieba wants them."""
    found: dict[str, int] = {}
    total = 0
    for number, line in enumerate(lines):
        word, count = line.decode("utf-8").split(" ")[:2]
        found[word] = int(count)
        total += int(count)
        for end in range(1, len(word)):
            found.setdefault(word[:end], 0)
        if number % _LINES_AT_ONCE == 0:
            time.sleep(_PAUSE)
    return found, total
