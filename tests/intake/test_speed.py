"""Cleaning costs a small multiple of reading the text once with plain patterns."""

import re
import time

from editor.intake.tidy import tidy
from editor.manuscript.manuscript import manuscript_of
from tests.intake.messy import MESSY, sample
from tests.intake.speeches import COMPANY, LIBRARY, SAFETY

FLOOR = [
    re.compile(p)
    for p in (
        "[XＸ×]{1,4}",
        r"20[\dxX]{2}年",
        "[“”]",
        r"[,;:!?]",
        r"\d+",
        "[（(][^）)]*[）)]",
        "_{2,}",
    )
]


def seconds(work) -> float:
    best = 9.0
    for _ in range(2):
        start = time.process_time()
        work()
        best = min(best, time.process_time() - start)
    return best


def ratio(text: str) -> float:
    raw = manuscript_of(text)
    floor = seconds(lambda: [pattern.findall(text) for pattern in FLOOR])
    return seconds(lambda: tidy(raw)) / floor


def test_a_clean_book_costs_little() -> None:
    assert ratio((SAFETY + "\n" + LIBRARY + "\n" + COMPANY + "\n") * 100) < 25


def test_a_messy_book_costs_little() -> None:
    assert ratio("\n".join(sample(marked).text for marked in MESSY.values()) * 14) < 50
