"""Phrase search at 100,000 phrases: each key against 1 ms and against one plain scan.

Run: python -m tests.bench.bench_phrases. This thread's clock; the stall while the index is built
beside it is the wall's, and never more than the process's own. Aims: p99 of a key 1 ms once the
index is there, in the bundled bank too; no stall above 100 ms.
"""

from __future__ import annotations

import random
import threading
from collections.abc import Iterator
from functools import partial

from phrasebank.bank import DATA, load_phrase_bank
from phrasebank.initials import Initials
from phrasebank.search import PhraseIndex, PhraseQuery
from phrasebank.values import Phrase
from tests.bench.measure import Figure, block, gaps, middle, p99, ratio, report, seconds

SIZE = 100_000
KEYS = 2_000
LIMIT_MS = 1.0


def synthetic(size: int) -> list[Phrase]:
    """Phrases of 12 to 90 characters, made of clauses of the bundled ones."""
    rng = random.Random(7)
    bundled = [p for p in load_phrase_bank().phrases if not p.fixed]
    clauses = [c for p in bundled for c in p.text.rstrip("。！").split("，") if c]
    made: list[Phrase] = []
    for number in range(size):
        text = "，".join(rng.sample(clauses, rng.randint(2, 5)))[:89] + "。"
        like = rng.choice(bundled)
        made.append(Phrase(str(number), text, like.occasions, like.part))
    return made


def keys(phrases: list[Phrase], initials: Initials) -> list[PhraseQuery]:
    """What a writer types, key by key: one word, two words, initials, a miss."""
    rng = random.Random(11)
    typed: list[PhraseQuery] = []
    while len(typed) < KEYS:
        text = rng.choice(phrases).text
        at, other = rng.randrange(len(text) - 6), rng.randrange(len(text) - 3)
        word = text[at : at + rng.randint(1, 5)]
        kind = rng.randrange(6)
        if kind == 1:
            word += " " + text[other : other + 2]
        elif kind == 2:
            word = initials.of(word).replace("\x00", "")
        elif kind == 3:
            word += "鼋"
        filters = ("动员会", "任务") if kind == 4 else (None, "要求") if kind == 5 else (None, None)
        typed += [PhraseQuery.of(word[: end + 1], *filters) for end in range(len(word))]
    return typed[:KEYS]


def spread(what: str, times: list[float], aim: float | None = LIMIT_MS) -> Figure:
    """The slowest of a hundred keys; median and worst beside it."""
    told = f"median {middle(times) * 1000:.3f} ms, worst {max(times) * 1000:.2f} ms"
    return Figure(what, p99(times) * 1000, "ms", aim, told)


def bench(words: list[str]) -> Iterator[Figure]:
    """All figures."""
    initials = Initials.load(DATA / "initials.txt")
    phrases = synthetic(SIZE)
    made: list[PhraseIndex] = []
    built = seconds(lambda: made.append(PhraseIndex(phrases, initials)))
    shelf = made[0]
    queries = keys(phrases, initials)
    yield Figure(f"{SIZE:,} phrases usable after", built, "s")
    joined = "\n".join(p.text for p in phrases)
    floor = [seconds(lambda: joined.find("鼋鼍")) for _ in range(50)]
    scans = [seconds(partial(shelf.search, query, 60)) for query in queries[::10]]
    yield spread("key, index not yet there", scans, None)
    thread = threading.Thread(target=shelf.prepare)
    thread.start()
    yield block("block while the index is built", max(gaps(thread.is_alive)))
    times = [seconds(partial(shelf.search, query, 60)) for query in queries]
    yield spread("key", times)
    yield ratio("key", p99(times), ("one miss of str.find", p99(floor)))
    bank = load_phrase_bank()
    typed = [" ".join((*q.words, *q.initials)) for q in queries if q.words or q.initials]
    times = [seconds(partial(bank.search, words)) for words in typed]
    yield spread("key, the bundled bank", times)


if __name__ == "__main__":
    report(bench)
