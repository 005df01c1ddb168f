"""What 1,000 versions weigh and what comparing costs.

Run: python -m tests.bench.bench_drafts. The speech has 20,000 characters and three sentences
change from version to version, now and then a paragraph moves. Comparing is measured against
reading the outline of the same text. Process time. Aims: what was reached, a fifth more.
"""

from __future__ import annotations

import random
import tempfile
from collections.abc import Iterator
from pathlib import Path

from editor.files.versions.kept_version import Occasion
from editor.files.versions.version_store import VersionStore
from editor.manuscript.comparison.compare import compare
from editor.manuscript.manuscript import Manuscript, manuscript_of
from editor.manuscript.outline.reader import outline_of
from tests.bench.measure import Figure, best, middle, ratio, report, seconds

WORDS = "组织领导推动工作落实责任担当提高思想认识完善制度机制服务职工群众安全生产改进作风"
VERSIONS = 1000
WEIGHT, KEEP_MS, LIST_MS, READ_MS = 680.0, 40.0, 20.0, 35.0


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


def weigh() -> Iterator[Figure]:
    """Keep the versions: their weight, and what one more costs."""
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
            text = text_of(now)
            costs.append(seconds(lambda text=text: store.keep("speech", text, "", Occasion.SAVED)))
        size = sum(file.stat().st_size for file in Path(name).iterdir())
        listed = best(lambda: store.list("speech"))
        last = store.list("speech")[-1]
        yield Figure("weight of a version", size / VERSIONS, "bytes", WEIGHT, f"of {VERSIONS}")
        yield Figure("keep a version", middle(costs) * 1000, "ms", KEEP_MS)
        yield Figure("list the versions", listed * 1000, "ms", LIST_MS)
        yield Figure("read the last", best(lambda: store.text(last)) * 1000, "ms", READ_MS)


def reworded(characters: int) -> Iterator[Figure]:
    """Compare a speech with itself changed a little, in a third, and everywhere."""
    chance = random.Random(5)
    old = speech(chance, characters)
    floor = "outline", best(lambda: outline_of(text_of(old)))
    for share, aim in ((0.02, 3.0), (0.33, 20.0), (1.0, 60.0)):
        new = [list(p) for p in old]
        for paragraph in new:
            if chance.random() < share:
                at = chance.randrange(len(paragraph))
                paragraph[at] = paragraph[at][:6] + "新的说法" + paragraph[at][9:]
        third = len(new) // 3
        new = new[third : 2 * third] + new[:third] + new[2 * third :]
        one, other = text_of(old), text_of(new)
        spent = best(lambda one=one, other=other: compare(one, other), 3)
        yield ratio(f"compare {characters:,}, {share:.0%} reworded", spent, floor, aim)


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


def divided(characters: int) -> Figure:
    """Compare a speech with itself divided otherwise, a sentence in five reworded."""
    chance = random.Random(7)
    old = speech(chance, characters)
    floor = "outline", best(lambda: outline_of(text_of(old)))
    new = [[s[:6] + "新的说法" + s[9:] if chance.random() < 0.2 else s for s in p] for p in old]
    one, other = text_of(old), manuscript_of("\n".join(redivide(new, chance)))
    spent, tally = best(lambda: compare(one, other), 3), compare(one, other).tally()
    told = f"{tally.split} split, {tally.joined} joined, {tally.reworded} reworded"
    return ratio(f"compare {characters:,}, divided otherwise", spent, floor, 35.0, told)


def bench(words: list[str]) -> Iterator[Figure]:
    """All figures."""
    yield from weigh()
    for length in (20_000, 100_000):
        yield from reworded(length)
        yield divided(length)


if __name__ == "__main__":
    report(bench)
