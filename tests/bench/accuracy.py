"""How right the program is on invented texts with labels (tests/samples): a line a text, then all.

Run: python -m tests.bench.accuracy [batch] [-v] [name …], where a batch is a folder of
tests/samples with texts in it (sources, held_out, third, fourth … outline_more).
-v lists every miss and every false hit; a name shows the texts whose name contains it.
"""

from __future__ import annotations

import sys

from editor.checks.engine import Checker
from editor.checks.finding import Severity
from editor.checks.loader import load_rules
from editor.intake.tidy import tidy
from editor.manuscript.manuscript import manuscript_of
from editor.manuscript.outline.reader import outline_of
from tests.samples.markup import Sample
from tests.samples.scoring import Score, Tally, score
from tests.samples.shelf import HERE, SOURCES, analyse, samples


def figures(name: str, result: Score) -> str:
    """One line of a table."""
    blanks, outline, noise = result.overlap, result.outline, result.noise
    kinds = result.kind_right / blanks.right if blanks.right else 1.0
    return (
        f"{name:34.34} blanks {blanks.f1:.3f}/{result.exact.f1:.3f} {_counts(blanks):12}"
        f" kind {kinds:.2f}  outline {outline.f1:.3f} {_counts(outline):10}"
        f" noise {noise.f1:.3f} lost {noise.extra:<3} neg {result.negatives_hit}"
    )


def must_findings(sample: Sample) -> list[str]:
    """What the checks call 必改 in a finished speech: every one is false."""
    text = sample.text.replace("\r\n", "\n").lstrip("\ufeff")
    clean = tidy(manuscript_of(text)).clean()
    found = Checker(load_rules()).check(clean, outline_of(clean), ())
    halved = "halfwidth" in sample.facts.get("dress", "")  # then its marks are rightly found
    return [
        f"{f.rule} {f.message}"
        for f in found
        if f.severity is Severity.MUST and not (halved and f.rule.endswith("half-width"))
    ]


def _counts(tally: Tally) -> str:
    return f"{tally.found}/{tally.found + tally.missed}+{tally.extra}"


def main(words: list[str]) -> None:
    """Print the table."""
    verbose = "-v" in words
    batches = [w for w in words if (HERE / w).is_dir()]
    folder = HERE / batches[0] if batches else SOURCES
    names = [w for w in words if w != "-v" and w not in batches]
    total, characters, musts = Score(), 0, 0
    for sample in samples(folder):
        if names and not any(n in sample.name for n in names):
            continue
        result = score(sample.text, sample.gold, analyse(sample.text))
        total.add(result)
        print(figures(sample.name, result))
        false = must_findings(sample) if sample.clean else []
        characters += len(sample.text) if sample.clean else 0
        musts += len(false)
        for line in (*result.wrong, *false) if verbose else false:
            print("     ", line)
    print(figures("ALL", total))
    for kind, tally in total.defects.items():
        print(f"  {kind} {_counts(tally)}")
    if characters:
        print(f"  false 必改 {musts} in {characters} clean characters")


if __name__ == "__main__":
    main(sys.argv[1:])
