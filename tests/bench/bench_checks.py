"""The checks against one pass of a seven-class expression, in one run, as ratios.

Run: python -m tests.bench.bench_checks [characters]. Kinds of text: figures and few
faults; half-width marks all through; the same in full width; no paragraph twice. Then
one key in a text of 100,000 characters with thousands of findings, and the near misses
of two thousand formulations. Process time, as the machine is shared. Aims: a whole check
3 passes, a key 4 ms, the formulations 0.2 s in a million characters.
"""

from __future__ import annotations

import random
import re
import sys
from collections.abc import Callable
from pathlib import Path
from time import process_time

from editor.blanks.reader import find_blanks
from editor.checks.engine.checker import Checker
from editor.checks.rules.rule import Formula
from editor.checks.rules.rule_files import load_rules
from editor.checks.scanning.near_misses import formula_scan
from editor.manuscript.manuscript import Manuscript, manuscript_of
from editor.manuscript.outline.reader import outline_of
from editor.manuscript.paragraph import Paragraph

SEVEN = re.compile(
    "[,;:?!()]|[XＸ×○*]+|[0-9]{4}年|[“”‘’]|[一二三四五六七八九十]、|（[^）]*）|[a-zA-Z]+"
)
SENTENCE = "第{n}次走访，青石县各级工会深入车间班组，了解职工“急难愁盼”问题{n}件，推动解决{n}件。"
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


def best(work: Callable[[], object], times: int = 4) -> float:
    """The least process time of some runs, in seconds."""
    took: list[float] = []
    for _ in range(times):
        start = process_time()
        work()
        took.append(process_time() - start)
    return min(took)


def floor_of(text: str) -> float:
    """One pass of the seven classes."""
    return best(lambda: sum(1 for _ in SEVEN.finditer(text)), 2)


def whole(name: str, text: str) -> None:
    """A whole check of a text, as a multiple of the floor."""
    m = manuscript_of(text)
    outline, blanks, checker = outline_of(m), find_blanks(m), Checker(load_rules())
    found = len(checker.check(m, outline, blanks))
    # in turns, as the machine is faster and slower by times
    turns = [(best(lambda: checker.check(m, outline, blanks), 1), floor_of(text)) for _ in range(5)]
    took, floor = min(took for took, _ in turns), min(floor for _, floor in turns)
    print(f"{name}: {took / floor:.2f} passes ({took * 1000:.0f} ms, {found} findings)")


def key(name: str, text: str) -> None:
    """One key inside a long text."""
    m = manuscript_of(text)
    outline, blanks, checker = outline_of(m), find_blanks(m), Checker(load_rules())
    found = len(checker.live(m, outline, blanks))
    typed = iter(range(1000))

    def press() -> None:
        paragraphs = list(m.paragraphs)
        middle = len(paragraphs) // 2
        paragraphs[middle] = Paragraph(paragraphs[middle].text + "字" * next(typed))
        checker.live(Manuscript(1, tuple(paragraphs)), outline, blanks)

    took = best(press, 30)
    print(f"key, {name}: {took * 1000:.2f} ms, {took / floor_of(text):.2f} passes, {found} found")


def formulations(count: int, text: str) -> None:
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
    took = best(lambda: list(scan(text)))
    print(f"{count} formulations: {took * 1000:.0f} ms, {found} of 100 near misses found")


def main() -> None:
    """Print all ratios."""
    size = int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000
    whole("figures", figures(size))
    whole("half-width", speeches(size).translate(HALF_WIDTH))
    whole("full-width", speeches(size))
    whole("distinct paragraphs", distinct(speeches(size)))
    key("half-width", speeches(100_000).translate(HALF_WIDTH))
    key("full-width", speeches(100_000))
    formulations(2000, speeches(size))


if __name__ == "__main__":
    main()
