"""Phrase search at 100,000 phrases: each key against 1 ms and against one plain scan.

Run: python -m tests.bench.bench_phrases
"""

from __future__ import annotations

import random
import threading
import time
from collections.abc import Callable

from phrasebank.initials import Initials
from phrasebank.library import DATA, load_library
from phrasebank.phrase import Phrase
from phrasebank.search import Query, Shelf

SIZE = 100_000
KEYS = 2_000
LIMIT_MS = 1.0


def synthetic(size: int) -> list[Phrase]:
    """Phrases of 12 to 90 characters, made of clauses of the bundled ones."""
    rng = random.Random(7)
    bundled = [p for p in load_library().phrases if not p.fixed]
    clauses = [c for p in bundled for c in p.text.rstrip("。！").split("，") if c]
    made: list[Phrase] = []
    for number in range(size):
        text = "，".join(rng.sample(clauses, rng.randint(2, 5)))[:89] + "。"
        like = rng.choice(bundled)
        made.append(Phrase(str(number), text, like.occasions, like.part))
    return made


def keys(phrases: list[Phrase], initials: Initials) -> list[Query]:
    """What a writer types, key by key: one word, two words, initials, a miss."""
    rng = random.Random(11)
    typed: list[Query] = []
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
        typed += [Query.of(word[: end + 1], *filters) for end in range(len(word))]
    return typed[:KEYS]


def timed(work: Callable[[], object]) -> float:
    """Milliseconds of one call."""
    start = time.perf_counter()
    work()
    return (time.perf_counter() - start) * 1000


def report(name: str, times: list[float]) -> float:
    """Print the spread of a run; its p99 in milliseconds."""
    times.sort()
    p99 = times[len(times) * 99 // 100]
    median = times[len(times) // 2]
    print(f"{name:28} median {median:7.3f} ms  p99 {p99:7.3f} ms  worst {times[-1]:7.3f} ms")
    return p99


def build_with_gaps(shelf: Shelf) -> tuple[float, float]:
    """Seconds of the index in its thread, and the worst stall of this thread (ms)."""
    thread = threading.Thread(target=shelf.prepare)
    start = last = time.perf_counter()
    worst = 0.0
    thread.start()
    while thread.is_alive():
        time.sleep(0.001)
        now = time.perf_counter()
        worst, last = max(worst, now - last), now
    return time.perf_counter() - start, worst * 1000


def main() -> None:
    """Print the figures; the last line is the verdict."""
    initials = Initials.load(DATA / "initials.txt")
    phrases = synthetic(SIZE)
    made: list[Shelf] = []
    built = timed(lambda: made.append(Shelf(phrases, initials)))
    print(f"shelf of {SIZE} phrases usable after {built:.0f} ms")
    shelf = made[0]
    queries = keys(phrases, initials)
    joined = "\n".join(p.text for p in phrases)
    floor = report(
        "floor: one str.find, a miss", [timed(lambda: joined.find("鼋鼍")) for _ in range(50)]
    )
    report(
        "scan (index not yet there)",
        [timed(lambda q=q: shelf.search(q, 60)) for q in queries[::10]],
    )
    seconds, stall = build_with_gaps(shelf)
    print(f"index built in {seconds:.1f} s in its thread; worst stall beside it {stall:.0f} ms")
    p99 = report("index", [timed(lambda q=q: shelf.search(q, 60)) for q in queries])
    library = load_library()
    words = [q for q in queries if q.words or q.initials]
    report(
        "the bundled library",
        [timed(lambda q=q: library.search(" ".join((*q.words, *q.initials)))) for q in words],
    )
    print(f"p99 / 1 ms = {p99 / LIMIT_MS:.2f}   p99 / one miss of str.find = {p99 / floor:.2f}")


if __name__ == "__main__":
    main()
