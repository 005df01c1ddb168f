"""The phrase bank: a file of anybody's is read, what is wrong in it told by line, and searched."""

from __future__ import annotations

from itertools import pairwise

from phrasebank.bank import DATA, PhraseBank, read_text
from phrasebank.completion import Completer
from phrasebank.initials import Initials
from phrasebank.parser import parse, write_line
from phrasebank.ranking import PhraseRanking
from tests.fuzz.mutate.raw import changed_bytes
from tests.fuzz.mutate.text import changed_text, text_of
from tests.fuzz.scratch import scratch_file
from tests.fuzz.target import Target, law

QUERIES = ("安全", "ddzz", "抓 实", "a.", "，", "\u3000", "[", "李")


def run(data: bytes) -> None:
    """Every line is a phrase, a heading, a comment or a told problem; what is added is found."""
    with scratch_file("own.txt", data) as path:
        kept = list[bytes]()
        bank = PhraseBank(
            (),
            PhraseRanking.load(DATA / "occasions.txt"),
            initials(),
            path,
            lambda file, made: kept.append(made) or file.write_bytes(made),
        )
        text = text_of(data)
        parsed = parse(read_text(path), "own.txt", own=True)
        law(len(parsed.phrases) == len(parsed.lines), "each phrase has its line")
        law(all(a < b for a, b in pairwise(parsed.lines)), "lines are in order")
        law(all(p.line and p.message for p in parsed.problems), "a problem tells its line")
        completer = Completer(bank)
        for words in (*QUERIES, text[:4], text[-6:], text[:200]):
            for hit in bank.search(words):
                law(
                    all(0 <= a < b <= len(hit.phrase.text) for a, b in hit.spans), "hits lie inside"
                )
            completer.after(words)
        before = bank.phrases
        if write_line(text):
            made = bank.add(text, "任务", occasion="动员会")
            law(made in bank.phrases, "what is added is there")
            law(set(before) <= set(bank.phrases), "what was there stays")
            bank.remove(made)


def initials() -> Initials:
    """Those of the program."""
    return Initials.load(DATA / "initials.txt")


def seeds() -> list[bytes]:
    """The heads of the bundled files."""
    files = sorted(DATA.glob("*/*.txt"))
    heads = [path.read_bytes()[:900] for path in files[:: max(1, len(files) // 12)]]
    own = "# 动员会\n\n## 任务\n### 安全\n要抓好安全生产。\n> 来源：某报\n\\# 不是标题\n甲¶乙\n"
    return [*heads, own.encode(), own.encode("gb18030"), own.replace("\n", "\r\n").encode(), b""]


def mutate(data: bytes, chance) -> bytes:
    """Mostly as a text."""
    return (changed_bytes if chance.random() < 0.15 else changed_text)(data, chance)


TARGET = Target("phrases", run, seeds, mutate, 8_000)
