"""Near misses of a fixed formulation: a piece of it stands there, the whole does not."""

from __future__ import annotations

from editor.checks.hits import full_width
from editor.checks.rule import Formula

CLOSE = 0.2
"""How much of a formulation may differ (edits by its length) to be still meant."""


def near_miss(formula: Formula, anchor: str, text: str, at: int) -> tuple[int, int] | None:
    """The stretch meant to be the formulation, or None: it is exact, or another thing.

    ``anchor`` stands at ``at``; the formulation is looked for around it, in its sentence.
    """
    exact = formula.exact
    base = max(0, at - 2 * len(exact))
    found = _judged(formula, anchor, full_width(text[base : at + 2 * len(exact)]), at - base)
    return None if found is None else (base + found[0], base + found[1])


def _judged(formula: Formula, anchor: str, text: str, at: int) -> tuple[int, int] | None:
    for right in (formula.exact, *formula.also):
        where = right.find(anchor)
        if 0 <= where <= at and text.startswith(right, at - where):
            return None
    exact = formula.exact
    before = exact.find(anchor)
    behind = len(exact) - before - len(anchor)
    limit = max(1, int(len(exact) * CLOSE))
    head, head_cost = _reach(text, at, exact[:before], limit, -1)
    tail, tail_cost = _reach(text, at + len(anchor), exact[before + len(anchor) :], limit, 1)
    cost = head_cost + tail_cost
    if not 0 < cost <= limit or (before and head == at) or (behind and tail == at + len(anchor)):
        return None
    return head, tail


def _reach(text: str, at: int, want: str, limit: int, step: int) -> tuple[int, int]:
    """How far from ``at`` the text goes on like ``want``, and at what edit distance."""
    if not want:
        return at, 0
    size = len(want) + limit
    if step > 0:
        return _forward(text[at : at + size].partition("\n")[0], want, at, 1)
    piece = text[max(0, at - size) : at]
    piece = piece[piece.rfind("\n") + 1 :]
    return _forward(piece[::-1], want[::-1], at, -1)


def _forward(piece: str, want: str, at: int, step: int) -> tuple[int, int]:
    """The prefix of ``piece`` nearest to ``want``: its far end in the text, its distance."""
    row = list(range(len(want) + 1))
    best, best_end = len(want), 0
    for end, char in enumerate(piece, 1):
        new = [end]
        for j, other in enumerate(want, 1):
            new.append(min(row[j] + 1, new[j - 1] + 1, row[j - 1] + (char != other)))
        row = new
        better = row[-1] < best or (row[-1] == best and char == want[-1] and best_end == 0)
        if better:
            best, best_end = row[-1], end
    return at + step * best_end, best
