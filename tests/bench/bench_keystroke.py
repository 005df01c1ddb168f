"""A keystroke on the page with its live reading, in 100,000 characters, against a bare QTextEdit.

Run: python -m tests.bench.bench_keystroke [characters]. Aim: p99 at most 2 times the bare
editor's, at the beginning, in the middle and at the end.
"""

from __future__ import annotations

from collections.abc import Iterator

from tests.bench.measure import Figure, report, size_of
from tests.bench.program import an_application, bare_editor, page_alone, put_caret
from tests.bench.prose import speech

KEYS = 300


def bench(words: list[str]) -> Iterator[Figure]:
    """A figure a place."""
    from tests.bench.keys import against, rest, typed

    app = an_application()
    text = speech(size_of(words, 100_000))
    bare, controller = bare_editor(text), page_alone(text)
    for widget in (bare, controller.view):
        widget.resize(760, 800)
        widget.show()
    for where in (0.02, 0.5, 0.98):
        for edit in (bare, controller.view):
            put_caret(edit, where)
            app.processEvents()
        times = typed({"bare": bare, "page": controller.view}, KEYS, lambda: rest(0.03))
        what = f"key on the page at {where:.0%} of {len(text):,}"
        yield against(what, times["page"], times["bare"])
    controller.close()


if __name__ == "__main__":
    report(bench)
