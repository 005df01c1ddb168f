"""A log-linear choice among places, fitted; needs numpy and scipy, which nothing else here does."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import Any

Signs = Sequence[tuple[str, float]]


@dataclass(frozen=True, slots=True)
class Choice:
    """Places with their signs, which of them is right, how much it counts, and from what text."""

    places: Sequence[Signs]
    right: int
    source: str
    counts: float = 1.0


def fitted(choices: Iterable[Choice], pull: float, *, rounds: int = 100) -> dict[str, float]:
    """The weights of all signs that two unlike texts have; ``pull``: towards nothing."""
    np, sparse = import_module("numpy"), import_module("scipy.sparse")
    choices = list(choices)
    names = _numbered(choices)
    columns, values, rows = list[int](), list[float](), [0]
    first, right = list[int](), list[int]()
    for choice in choices:
        first.append(len(rows) - 1)
        right.append(len(rows) - 1 + choice.right)
        for place in choice.places:
            known = [(names[name], value) for name, value in place if name in names]
            columns += [name for name, _ in known]
            values += [value for _, value in known]
            rows.append(len(columns))
    shape = (len(rows) - 1, len(names))
    table = sparse.csr_matrix((np.array(values), np.array(columns), np.array(rows)), shape=shape)
    counts = np.array([choice.counts for choice in choices])
    weights = _minimum(table, np.array(first), np.array(right), counts, (pull, rounds))
    return {name: float(weights[at]) for name, at in names.items()}


def _minimum(table: Any, first: Any, right: Any, counts: Any, terms: tuple[float, int]) -> Any:
    np, optimize = import_module("numpy"), import_module("scipy.optimize")
    pull, rounds = terms
    places, signs = table.shape
    choice = np.repeat(np.arange(len(first)), np.diff(np.append(first, places)))
    turned, true = table.T.tocsr(), np.zeros(places)
    true[right] = counts

    def cost(weights: Any) -> tuple[float, Any]:
        said = table @ weights
        top = np.maximum.reduceat(said, first)
        odds = np.exp(said - top[choice])
        whole = np.add.reduceat(odds, first)
        right_said = counts * (said[right] - top - np.log(whole))
        slope = turned @ (true - odds / whole[choice] * counts[choice])
        return pull * (weights @ weights) / 2 - right_said.sum(), pull * weights - slope

    return optimize.minimize(
        cost, np.zeros(signs), jac=True, method="L-BFGS-B", options={"maxiter": rounds}
    ).x


def scored(places: Sequence[Signs], weights: Mapping[str, float]) -> list[float]:
    """What speaks for each place."""
    return [sum(weights.get(name, 0.0) * value for name, value in place) for place in places]


def write(path: Path, head: str, weights: Mapping[str, float], least: float) -> None:
    """Write weights of ``least`` and more as a list; ``head``: what it is, and its source."""
    parts: defaultdict[float, list[str]] = defaultdict(list)
    for name, weight in weights.items():
        short = round(weight, 1) if abs(weight) < 2 else round(weight * 2) / 2
        if abs(weight) >= least and short:
            parts[short].append(name)
    lines = [f"# {line}" for line in head.splitlines()]
    for weight in sorted(parts, reverse=True):
        lines += [f"[weight {weight}]", *sorted(parts[weight])]
    path.write_text("\n".join(lines) + "\n", "utf-8")


def _numbered(choices: Sequence[Choice]) -> dict[str, int]:
    sources: defaultdict[str, set[str]] = defaultdict(set)
    for choice in choices:
        for place in choice.places:
            for name, _ in place:
                if len(sources[name]) < 2:
                    sources[name].add(choice.source)
    return {name: at for at, name in enumerate(n for n, s in sources.items() if len(s) > 1)}
