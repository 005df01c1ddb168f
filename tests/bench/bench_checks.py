"""The checks against one pass of a seven-class expression, in one run, as ratios.

Run: python -m tests.bench.bench_checks [characters]. Kinds of text: figures and few
faults; half-width marks all through; the same in full width; that with no paragraph twice; a
speech of our generator, no sentence twice. Then one key in a text of 100,000 characters with
thousands of findings, and the near misses of two thousand formulations. Process time. Aims: a
whole check 3 passes, a key 4 ms, the formulations 0.2 s in a million characters.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from pathlib import Path

from editor.blanks.blank_reader import find_blanks
from editor.checks.engine.checker import Checker
from editor.checks.engine.rule_set import bundled_rules
from editor.checks.rules.rule import Formula
from editor.checks.scanning.near_misses import formula_scan
from editor.manuscript.manuscript import Manuscript, manuscript_of
from editor.manuscript.outline.reader import outline_of
from editor.manuscript.paragraph import Paragraph
from tests.bench.measure import Figure, Work, best, in_turns, ratio, report, size_of
from tests.bench.prose import speech

SEVEN = re.compile(
    "[,;:?!()]|[XＸ×○*]+|[0-9]{4}年|[“”‘’]|[一二三四五六七八九十]、|（[^）]*）|[a-zA-Z]+"
)
SENTENCE = "第{n}次走访，青石县各级工会深入车间班组，了解职工“急难愁盼”问题{n}件，推动解决{n}件。"
PASSES, KEY_MS, FORMULAS_MS = 3.0, 4.0, 200.0
ROUNDS = 5
HALF_WIDTH = str.maketrans("，；：？！（）", ",;:?!()")
CLEAN = Path(__file__).parents[1] / "checks" / "clean"


def figures(size: int) -> str:
    """Many numbers, few faults."""
    lines = ["".join(SENTENCE.format(n=7 * i + k) for k in range(3)) for i in range(size // 100)]
    for i in range(0, len(lines), 20):
        lines[i] = f"{'一二三四五六七八九'[i // 20 % 9]}、抓好工作\n{lines[i]}"
    return "\n".join(lines)[:size]


def speeches(size: int) -> str:
    """The clean speeches over and over, in full width."""
    text = "\n".join(p.read_text("utf-8").strip() for p in sorted(CLEAN.glob("*.txt")))
    return (text * (size // len(text) + 1))[:size]


def distinct(text: str) -> str:
    """The same with a number in each long paragraph, so that nothing is remembered from others."""
    lines = enumerate(text.split("\n"))
    return "\n".join(f"{t[:-1]}{i}{t[-1:]}" if len(t) > 40 else t for i, t in lines)


def floor_of(text: str) -> None:
    """One pass of the seven classes."""
    sum(1 for _ in SEVEN.finditer(text))


def whole(name: str, text: str) -> Figure:
    """A whole check of a text, as a multiple of the floor."""
    m = manuscript_of(text)
    outline, blanks, checker = outline_of(m), find_blanks(m), Checker(bundled_rules())
    found = len(checker.check(m, outline, blanks))
    works: dict[str, Work] = {
        "check": lambda: checker.check(m, outline, blanks),
        "floor": lambda: floor_of(text),
    }
    took = in_turns(works, ROUNDS)
    floor = "one pass", min(took["floor"])
    return ratio(f"whole check, {name}", min(took["check"]), floor, PASSES, f"{found} findings")


def key(name: str, text: str) -> Figure:
    """One key inside a long text."""
    m = manuscript_of(text)
    outline, blanks, checker = outline_of(m), find_blanks(m), Checker(bundled_rules())
    found = len(checker.live(m, outline, blanks))
    typed = iter(range(1000))

    def press() -> None:
        paragraphs = list(m.paragraphs)
        middle = len(paragraphs) // 2
        paragraphs[middle] = Paragraph(paragraphs[middle].text + "字" * next(typed))
        checker.live(Manuscript(1, tuple(paragraphs)), outline, blanks)

    passes = best(press, 30) / best(lambda: floor_of(text))
    told = f"{passes:.2f} passes, {found} findings"
    return Figure(f"key, {name}", best(press, 30) * 1000, "ms", KEY_MS, told)


def formulations(count: int, text: str) -> Figure:
    """Near misses of many formulations put together from the words of the text."""
    dice = random.Random(7)
    words = sorted(set(re.findall("[\u4e00-\u9fff]{2}", text[:50_000])))
    made: list[tuple[int, Formula]] = []
    for _ in range(count):
        parts = ["".join(dice.sample(words, dice.randint(2, 4))) for _ in range(3)]
        made.append((0, Formula("、".join(parts))))
    planted = "。\n".join(f.exact[:5] + f.exact[6:] for _, f in made[:100])
    scan, text = formula_scan(made), f"{planted}。\n{text}"
    found = len(list(scan(text)))
    took = best(lambda: list(scan(text)), 4) * 1000
    told = f"{found} of 100 near misses found"
    return Figure(f"{count} formulations", took, "ms", FORMULAS_MS, told)


def bench(words: list[str]) -> Iterator[Figure]:
    """All figures."""
    size = size_of(words, 1_000_000)
    half = speeches(size).translate(HALF_WIDTH)
    yield whole("figures", figures(size))
    yield whole("half-width", half)
    yield whole("full-width", speeches(size))
    yield whole("distinct paragraphs", distinct(speeches(size)))
    yield whole("no sentence twice", speech(size))
    yield key("half-width", half[:100_000])
    yield key("full-width", speeches(100_000))
    yield key("no sentence twice", speech(100_000))
    yield formulations(2000, speeches(size))


if __name__ == "__main__":
    report(bench)
