"""Sentences and paragraphs that stand twice in one speech."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import chain

from editor.checks.hits import Spot
from editor.checks.programs.draft import Draft

LONG = 18
"""Characters from which a repeated sentence is no accident of style."""

# The end is optional, so that a text of a million characters without one is scanned once.
_SENTENCE = re.compile(r"[^。！？!?；;]+[。！？!?；;]?")


def _sentences(text: str) -> tuple[str, ...]:
    """The long sentences of a paragraph, stripped."""
    if len(text) < LONG:
        return ()
    found = [s.strip() for s in _SENTENCE.findall(text) if s[-1] in "。！？!?；;"]
    return tuple(s for s in found if len(s) >= LONG)


def repeated(draft: Draft) -> Iterator[Spot]:
    """The second and later places of a paragraph or a sentence."""
    texts = draft.texts
    facts = draft.facts.each(_sentences, texts)
    for first, last in draft.speeches():
        said = list(chain.from_iterable(facts[first:last]))
        if len(set(said)) < len(said):
            twice = {s for s, n in Counter(said).items() if n > 1}
            yield from _places(texts, facts, range(first, last), twice)


def _places(
    texts: list[str], facts: list[tuple[str, ...]], run: range, twice: set[str]
) -> Iterator[Spot]:
    seen: dict[str, int] = {}
    whole: dict[str, int] = {}
    for paragraph in run:
        if twice.isdisjoint(facts[paragraph]):
            continue
        text = texts[paragraph]
        first = whole.setdefault(text.strip(), paragraph)
        if first != paragraph:
            yield Spot("paragraph", paragraph, 0, len(text), None, str(first + 1))
            continue
        at = 0
        for sentence in facts[paragraph]:
            at = text.find(sentence, at)
            if sentence in twice and sentence in seen:
                note = str(seen[sentence] + 1)
                yield Spot("sentence", paragraph, at, at + len(sentence), None, note)
            seen.setdefault(sentence, paragraph)
            at += len(sentence)
