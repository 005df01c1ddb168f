"""What each recogniser of cleaning is worth: the noise of marked-up texts without it.

Run: python -m tests.bench.trials.ablation_cleaning [FOLDER]. FOLDER holds texts in the markup of
tests/samples that nobody mended for; without it the samples are read. A line a recogniser: noise
F1 and the characters of the speech lost without it, and how many texts are read otherwise. One
that changes nothing on texts left out is needless, unless tests of its own show a kind they lack.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple, cast
from unittest.mock import patch

from editor.intake import tidy
from editor.intake.line_buffer import LineBuffer
from tests.samples.dress import dress
from tests.samples.markup import Sample, load
from tests.samples.scoring import Tally
from tests.samples.scoring import score as scored
from tests.samples.shelf import all_samples, analyse

TABLE = "editor.intake.tidy._RECOGNISERS"
Recogniser = Callable[[LineBuffer], None]


class Row(NamedTuple):
    """What was left out, the noise without it, and how many texts were read otherwise."""

    name: str
    noise: Tally
    changed: int


def texts(folder: Path | None) -> tuple[Sample, ...]:
    """The texts to read."""
    if folder is None:
        return tuple(s for s in all_samples() if not s.name.startswith("37-"))
    return tuple(load(path, dress) for path in sorted(folder.glob("*.txt")))


def noises(samples: tuple[Sample, ...]) -> list[Tally]:
    """The noise of each text, as it is read now."""
    return [scored_noise(s) for s in samples]


def scored_noise(sample: Sample) -> Tally:
    """The noise of one text."""
    found = cast("dict[str, list[dict[str, object]]]", analyse(sample.text))
    return scored(sample.text, sample.gold, found).noise


def rows(samples: tuple[Sample, ...]) -> Iterator[Row]:
    """All recognisers first, then each left out."""
    everything: tuple[Recogniser, ...] = vars(tidy)["_RECOGNISERS"]
    usual = noises(samples)
    yield Row("(all)", added(usual), 0)
    for one in everything:
        with patch(TABLE, tuple(other for other in everything if other is not one)):
            found = noises(samples)
        changed = sum(a != b for a, b in zip(usual, found, strict=True))
        yield Row(one.__name__.removeprefix("remove_"), added(found), changed)


def added(tallies: list[Tally]) -> Tally:
    """One tally of many."""
    total = Tally()
    for tally in tallies:
        total.add(tally)
    return total


def main(words: list[str]) -> None:
    """Print the table."""
    for row in rows(texts(Path(words[0]) if words else None)):
        lost, left = row.noise.extra, row.noise.missed
        print(
            f"{row.name:24} {row.noise.f1:.3f}  lost {lost:4}  left {left:5}  texts {row.changed}"
        )


if __name__ == "__main__":
    main(sys.argv[1:])
