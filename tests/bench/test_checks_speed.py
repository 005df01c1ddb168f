"""Checking a million characters, and one keystroke, against a pass of seven classes."""

import re
import time
from collections.abc import Callable

from editor.blanks.reader import find_blanks
from editor.checks.engine import Checker
from editor.checks.loader import load_rules
from editor.manuscript.manuscript import Manuscript, manuscript_of
from editor.manuscript.outline import outline_of
from editor.manuscript.paragraph import Paragraph

SEVEN = re.compile(
    "[,;:?!()]|[XＸ×○*]+|[0-9]{4}年|[“”‘’]|[一二三四五六七八九十]、|（[^）]*）|[a-zA-Z]+"
)
SENTENCE = "第{n}次走访，青石县各级工会深入车间班组，了解职工“急难愁盼”问题{n}件，推动解决{n}件。"


def text(size: int) -> str:
    lines = ["".join(SENTENCE.format(n=7 * i + k) for k in range(3)) for i in range(size // 120)]
    heads = (
        f"{'一二三四五六七八九'[i % 9]}、抓好工作\n" if i % 20 == 0 else "" for i in range(size)
    )
    return "\n".join(h + line for h, line in zip(heads, lines, strict=False))[:size]


def best(work: Callable[[], object], times: int = 5) -> float:
    took: list[float] = []
    for _ in range(times):
        start = time.perf_counter()
        work()
        took.append(time.perf_counter() - start)
    return min(took)


def test_a_million_characters_cost_at_most_five_passes():
    m = manuscript_of(text(1_000_000))
    outline, blanks, checker = outline_of(m), find_blanks(m), Checker(load_rules())
    floor = best(lambda: sum(1 for _ in SEVEN.finditer(m.text)))
    check = best(lambda: checker.check(m, outline, blanks))
    print(f"check {check / floor:.2f} passes of {floor * 1000:.0f} ms")
    assert check <= 5 * floor


def test_a_keystroke_in_a_hundred_thousand_characters_costs_little():
    m = manuscript_of(text(100_000))
    outline, blanks, checker = outline_of(m), find_blanks(m), Checker(load_rules())
    floor = best(lambda: sum(1 for _ in SEVEN.finditer(m.text)))
    checker.live(m, outline, blanks)
    typed = iter(range(1000))

    def key() -> None:
        ps = list(m.paragraphs)
        ps[50] = Paragraph(ps[50].text + "字" * next(typed))
        checker.live(Manuscript(1, tuple(ps)), outline, blanks)

    took = best(key, 20)
    print(f"keystroke {took * 1000:.2f} ms, {took / floor:.2f} passes")
    assert took <= floor
