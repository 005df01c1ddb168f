"""All literal words of all rules in one scan: C finds, Python only judges what is found."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from editor.checks.hits import Hit, Scan, around
from editor.checks.nearmiss import near_miss
from editor.checks.rule import REACH, Formula, Rule, Word

Judge = Callable[[str, int, str], Hit | None]
"""What a found literal at an offset of a text amounts to."""


def literal_scan(rules: tuple[Rule, ...]) -> Scan:
    """One scan for the words and the anchors of the formulas of all rules."""
    judges: dict[str, list[Judge]] = {}
    for index, rule in enumerate(rules):
        for word in rule.words:
            judges.setdefault(word.found, []).append(_word_judge(index, word))
        for formula in rule.formulas:
            for anchor in formula.anchors:
                judges.setdefault(anchor, []).append(_formula_judge(index, formula))
    if not judges:
        return lambda text: ()
    prefixes = {w: [p for p in judges if w.startswith(p)] for w in judges}
    finder = re.compile(_one_step(sorted(judges, key=len, reverse=True)))

    def scan(text: str) -> Iterator[Hit]:
        for match in finder.finditer(text):
            start = match.start()
            for word in prefixes[text[start] + match[match.lastindex or 1]]:
                for judge in judges[word]:
                    hit = judge(text, start, word)
                    if hit is not None:
                        yield hit

    return scan


def _one_step(words: list[str]) -> str:
    """A pattern that consumes one character a find, so that overlaps are all found.

    The two leading sets let the matcher throw most places away without trying each word.
    """
    first = "".join(sorted({w[0] for w in words}))
    second = "".join(sorted({w[1] for w in words}))
    tails: dict[str, list[str]] = {}
    for word in words:
        tails.setdefault(word[0], []).append(re.escape(word[1:]))
    branches = "|".join(f"(?<={re.escape(c)})(?=({'|'.join(t)}))" for c, t in tails.items())
    return f"[{re.escape(first)}](?=[{re.escape(second)}])(?:{branches})"


def _word_judge(index: int, word: Word) -> Judge:
    size = len(word.found)
    if not word.cases:
        return lambda text, start, _: Hit(start, start + size, index, word.fix)

    def judge(text: str, start: int, _: str) -> Hit | None:
        left, right = around(text, start, start + size, REACH)
        if word.wrong(left, right):
            return Hit(start, start + size, index, word.fix)
        return None

    return judge


def _formula_judge(index: int, formula: Formula) -> Judge:
    def judge(text: str, start: int, anchor: str) -> Hit | None:
        found = near_miss(formula, anchor, text, start)
        if found is None:
            return None
        return Hit(found[0], found[1], index, formula.exact)

    return judge
