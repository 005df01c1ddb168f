"""A keystroke with the second place open and closed, in one run, against the page alone.

Run: python -m tests.bench.bench_second_place [characters]. `page` has no second place,
`page with a second` has one and is typed into on the page, `the second` is typed into in the
second place. Both documents are laid out and painted. Aim: no median above 1.3 times that of
the page alone; p99 is told.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from tests.bench.measure import Figure, middle, p99, ratio, report, size_of
from tests.bench.program import an_application, page_alone, put_caret, split_view
from tests.bench.prose import speech

AIM = 1.3
KEYS = 200
PLACES = (
    (0.02, 0.7, "the other elsewhere"),
    (0.5, 0.1, "the other elsewhere"),
    (0.5, 0.5, "both at the same words"),
)


def bench(words: list[str]) -> Iterator[Figure]:
    """Two figures a pair of places."""
    from tests.bench.keys import rest, typed

    app = an_application()
    text = speech(size_of(words, 100_000))
    alone, one, two = (page_alone(text) for _ in range(3))
    views = split_view(one), split_view(two)
    contenders: dict[str, Any] = {"page": alone.view, "with": one.view, "second": views[1].page}
    for widget in (alone.view, one.view, two.view, *views):
        widget.resize(760, 800)
        widget.show()
    for where, other, apart in PLACES:
        for edit in contenders.values():
            put_caret(edit, where)
        for edit in (two.view, views[0].page):
            put_caret(edit, other)
        app.processEvents()
        times = typed(contenders, KEYS, lambda: rest(0.03))
        floor = "page alone", middle(times["page"])
        for name, what in (("with", "page with a second"), ("second", "the second")):
            told = f"p99 × {p99(times[name]) / p99(times['page']):.2f}"
            yield ratio(f"{what}, {where:.0%}, {apart}", middle(times[name]), floor, AIM, told)
    for controller in (alone, one, two):
        controller.close()


if __name__ == "__main__":
    report(bench)
