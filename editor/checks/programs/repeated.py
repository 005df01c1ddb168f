"""Sentences and paragraphs that stand twice in one speech."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from editor.checks.programs.check_input import CheckInput
from editor.checks.scanning.hits import Spot

LONG = 18
"""Characters from which a repeated sentence is no accident of style."""

_ENDS = "。！？!?；;"
# The end is optional, so that a text of a million characters without one is scanned once.
SENTENCE = re.compile(f"[^{_ENDS}\n]+[{_ENDS}]?")


def long_sentences(text: str) -> tuple[str, ...]:
    """The long sentences of paragraphs joined by line feeds, stripped."""
    found = [s.strip() for s in SENTENCE.findall(text) if len(s) >= LONG and s[-1] in _ENDS]
    return tuple(s for s in found if len(s) >= LONG)


def _twice(speech: str) -> frozenset[str]:
    """The long sentences that stand twice or more in a speech."""
    said = long_sentences(speech)
    if len(set(said)) == len(said):
        return frozenset()
    return frozenset(s for s, n in Counter(said).items() if n > 1)


def repeated(given: CheckInput) -> Iterator[Spot]:
    """The second and later places of a paragraph or a sentence."""
    texts = given.prose
    runs = list(given.speeches())
    speeches = ["\n".join(texts[first:last]) for first, last in runs]
    told = zip(runs, given.memory.each(_twice, speeches), strict=True)
    doubled = [(range(*run), twice) for run, twice in told if twice]
    inside = [texts[paragraph] for run, _ in doubled for paragraph in run]
    rows = iter(given.memory.each(long_sentences, inside))
    for run, twice in doubled:
        yield from _places(texts, list(zip(run, rows, strict=False)), twice)


def _places(
    texts: list[str], rows: list[tuple[int, tuple[str, ...]]], twice: frozenset[str]
) -> Iterator[Spot]:
    seen: dict[str, int] = {}
    whole: dict[str, int] = {}
    for paragraph, sentences in rows:
        if twice.isdisjoint(sentences):
            continue
        text = texts[paragraph]
        first = whole.setdefault(text.strip(), paragraph)
        if first != paragraph:
            yield Spot("paragraph", paragraph, 0, len(text), None, str(first + 1))
            continue
        at = 0
        for sentence in sentences:
            at = text.find(sentence, at)
            if sentence in twice and sentence in seen:
                note = str(seen[sentence] + 1)
                yield Spot("sentence", paragraph, at, at + len(sentence), None, note)
            seen.setdefault(sentence, paragraph)
            at += len(sentence)
