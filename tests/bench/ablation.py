"""What each list and each family of signs is worth on headings that run into their bodies.

Run: python -m tests.bench.ablation [held]. The groups are those of tests/samples/run_in, which
no weight was fitted on; ``held`` takes the half that is kept back. A line a family: how many
weights it has, and the outline's F1 without it, headings glued and ended by a blank.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Callable, Iterator
from unittest.mock import patch

from editor.language.office import heading_weights, sibling_weights
from editor.manuscript.heading import heading_ends
from editor.manuscript.heading.heading_features import weight_of
from editor.manuscript.outline import sibling_likeness
from tests.samples.glued_groups import GluedHeading, glued_groups, read

Groups = list[list[GluedHeading]]


def families() -> Counter[str]:
    """The families of the signs of headings, with how many weights each has."""
    return Counter(first(sign) for sign in heading_weights())


def first(sign: str) -> str:
    """The family of a sign: its first word, two where they are 'class begin', 'class end'."""
    words = sign.split(" ")
    return " ".join(words[:2]) if words[0] == "class" else words[0]


def without(name: str) -> Callable[[str], float]:
    """The weights with one family left out."""
    return lambda sign: 0.0 if first(sign) == name else weight_of(sign)


def rows(groups: Groups) -> Iterator[tuple[str, int, float, float]]:
    """Family, weights, F1 glued, F1 with a blank."""
    yield "all", len(heading_weights()), *_figures(groups)
    for name, number in families().most_common():
        with patch.object(heading_ends, "weight_of", without(name)):
            yield f"- {name}", number, *_figures(groups)
    with patch.object(sibling_likeness, "likenesses", lambda one, other: ()):
        yield "- siblings", len(sibling_weights()), *_figures(groups)


def _figures(groups: Groups) -> tuple[float, float]:
    return read(groups, "").f1, read(groups, " ").f1


def main(words: list[str]) -> None:
    """Print the table."""
    for name, number, glued, parted in rows(glued_groups(held="held" in words)):
        print(f"{name:16} {number:6} glued {glued:.3f} blank {parted:.3f}", flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
