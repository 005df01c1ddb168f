"""How right the program is on invented texts with labels (tests/samples): a line a text, then all.

Run: python -m tests.bench.trials.accuracy [folder …] [-v] [name …]. The folders are those of
tests/samples (noise, outline, blanks, clean, whole), all if none is named. -v lists every
miss and every false hit; a name shows the texts whose name contains it. SEEN and
UNSEEN are the same figures on the texts that were looked at while rules were written, and on
those that never were.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable
from functools import cache

from editor.checks.engine.checker import Checker
from editor.checks.engine.rule_set import bundled_rules
from editor.checks.finding import Severity
from editor.intake.tidy import tidy
from editor.manuscript.manuscript import manuscript_of
from editor.manuscript.outline.reader import outline_of
from tests.samples.markup import Sample
from tests.samples.scoring import Score, Tally
from tests.samples.shelf import FOLDERS, samples, scored


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
    found = _checker().check(clean, outline_of(clean), ())
    halved = "halfwidth" in sample.facts.get("dress", "")  # then its marks are rightly found
    return [
        f"{f.rule} {f.message}"
        for f in found
        if f.severity is Severity.MUST and not (halved and f.rule.endswith("half-width"))
    ]


@cache
def _checker() -> Checker:
    return Checker(bundled_rules())


def _counts(tally: Tally) -> str:
    return f"{tally.found}/{tally.found + tally.missed}+{tally.extra}"


def added(scores: Iterable[Score]) -> Score:
    """The figures of many texts as one."""
    total = Score()
    for one in scores:
        total.add(one)
    return total


def show(sample: Sample, *, verbose: bool) -> int:
    """Print the line of a text and what is wrong; how many findings of a clean one are 必改."""
    result = scored(sample)
    print(figures(sample.name, result))
    false = must_findings(sample) if sample.clean else []
    for line in (*result.wrong, *false) if verbose else false:
        print("     ", line)
    return len(false)


def main(words: list[str]) -> None:
    """Print the table."""
    folders = [w for w in words if w in FOLDERS]
    names = [w for w in words if w != "-v" and w not in folders]
    wanted = [
        sample
        for folder in folders or FOLDERS
        for sample in samples(folder)
        if not names or any(name in sample.name for name in names)
    ]
    musts = sum(show(sample, verbose="-v" in words) for sample in wanted)
    total = added(map(scored, wanted))
    print(figures("ALL", total))
    for name, unseen in (("SEEN", False), ("UNSEEN", True)):
        print(figures(name, added(scored(s) for s in wanted if s.unseen is unseen)))
    for kind, tally in total.defects.items():
        print(f"  {kind} {_counts(tally)}")
    if characters := sum(len(sample.text) for sample in wanted if sample.clean):
        print(f"  false 必改 {musts} in {characters} clean characters")
    print("  faults:", {name: tuple(counts) for name, counts in total.faults.items()})


if __name__ == "__main__":
    main(sys.argv[1:])
