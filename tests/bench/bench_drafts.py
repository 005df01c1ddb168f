"""What 1,000 versions weigh and what comparing costs.

    python -m tests.bench.bench_drafts

The speech has 20,000 characters and three sentences change from version to version, now
and then a paragraph moves. Comparing is measured against reading the outline of the same text.
"""

from __future__ import annotations

import random
import tempfile
from collections.abc import Callable
from pathlib import Path
from time import perf_counter

from editor.files.versions.kept_version import Occasion
from editor.files.versions.version_store import VersionStore
from editor.manuscript.comparison.compare import compare
from editor.manuscript.manuscript import Manuscript, manuscript_of
from editor.manuscript.outline.reader import outline_of

WORDS = "组织领导推动工作落实责任担当提高思想认识完善制度机制服务职工群众安全生产改进作风"
VERSIONS = 1000


def sentence(chance: random.Random) -> str:
    """A sentence of 20 to 50 characters that nobody wrote."""
    size = chance.randint(9, 24)
    return "".join(chance.choice(WORDS) for _ in range(size)) + "，" + WORDS[:size] + "。"


def speech(chance: random.Random, characters: int) -> list[list[str]]:
    """Paragraphs of sentences."""
    made: list[list[str]] = []
    while sum(len(s) for p in made for s in p) < characters:
        made.append([sentence(chance) for _ in range(chance.randint(1, 6))])
    return made


def text_of(paragraphs: list[list[str]]) -> Manuscript:
    """The speech as a manuscript."""
    return manuscript_of("\n".join("".join(p) for p in paragraphs))


def best(work: Callable[[], object], times: int = 5) -> float:
    """The shortest of a few runs, in milliseconds."""
    runs: list[float] = []
    for _ in range(times):
        started = perf_counter()
        work()
        runs.append(perf_counter() - started)
    return min(runs) * 1000


def weigh() -> None:
    """Keep the versions and print their weight."""
    chance = random.Random(5)
    now = speech(chance, 20_000)
    with tempfile.TemporaryDirectory() as name:
        store, costs = VersionStore(Path(name)), list[float]()
        for n in range(VERSIONS):
            for _ in range(3):
                paragraph = chance.choice(now)
                paragraph[chance.randrange(len(paragraph))] = sentence(chance)
            if n % 10 == 0:
                now.insert(chance.randrange(len(now)), now.pop(chance.randrange(len(now))))
            started = perf_counter()
            store.keep("speech", text_of(now), "", Occasion.SAVED)
            costs.append(perf_counter() - started)
        size = sum(file.stat().st_size for file in Path(name).iterdir())
        listed = best(lambda: store.list("speech"))
        last = store.list("speech")[-1]
        print(f"{VERSIONS} versions: {size / 1e6:.2f} MB, {size / VERSIONS:.0f} bytes each")
        print(f"keep {sorted(costs)[VERSIONS // 2] * 1000:.1f} ms (median), list {listed:.0f} ms")
        print(f"read the last {best(lambda: store.text(last)):.0f} ms")


def measure(characters: int) -> None:
    """Compare a speech with itself changed a little, in a third, and everywhere."""
    chance = random.Random(5)
    old = speech(chance, characters)
    floor = best(lambda: outline_of(text_of(old)))
    for share in (0.02, 0.33, 1.0):
        new = [list(p) for p in old]
        for paragraph in new:
            if chance.random() < share:
                at = chance.randrange(len(paragraph))
                paragraph[at] = paragraph[at][:6] + "新的说法" + paragraph[at][9:]
        third = len(new) // 3
        new = new[third : 2 * third] + new[:third] + new[2 * third :]
        one, other = text_of(old), text_of(new)
        spent = best(lambda one=one, other=other: compare(one, other))
        print(
            f"{characters:,} characters, {share:.0%} of the paragraphs reworded, a third moved: "
            f"{spent:.0f} ms = {spent / floor:.1f} × its outline"
        )


def redivide(paragraphs: list[list[str]], chance: random.Random) -> list[str]:
    """The paragraphs as lines, some split between sentences, some joined with the next."""
    lines: list[str] = []
    for paragraph in paragraphs:
        roll, words = chance.random(), "".join(paragraph)
        if roll < 0.1 and len(paragraph) > 1:
            lines += ["".join(paragraph[:1]), "".join(paragraph[1:])]
        elif roll < 0.2 and lines:
            lines[-1] += words
        else:
            lines.append(words)
    return lines


def measure_breaks(characters: int) -> None:
    """Compare a speech with itself divided otherwise, a sentence in five reworded."""
    chance = random.Random(7)
    old = speech(chance, characters)
    floor = best(lambda: outline_of(text_of(old)))
    new = [[s[:6] + "新的说法" + s[9:] if chance.random() < 0.2 else s for s in p] for p in old]
    one, other = text_of(old), manuscript_of("\n".join(redivide(new, chance)))
    spent, tally = best(lambda: compare(one, other)), compare(one, other).tally()
    print(
        f"{characters:,} characters, {tally.split} split, {tally.joined} joined, "
        f"{tally.reworded} reworded: {spent:.0f} ms = {spent / floor:.1f} × its outline"
    )


if __name__ == "__main__":
    weigh()
    for length in (20_000, 100_000):
        measure(length)
        measure_breaks(length)
