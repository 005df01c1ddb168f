"""The samples on disk, by what they test, and the program's reading of one.

Folders: `noise` what sites leave around and inside a speech; `outline` headings of every form;
`blanks` what is left to fill; `clean` finished speeches in which nothing is to be found;
`whole` speeches that have something of all.
"""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from editor.cli.raw_analysis import RawAnalysis, RawAnalyzer
from editor.cli.services import bundled_checker
from editor.files.open import open_document
from tests.samples.dress import dress
from tests.samples.markup import Sample, load
from tests.samples.scoring import Score, score

HERE = Path(__file__).resolve().parent
FOLDERS = ("noise", "outline", "blanks", "clean", "whole")


@cache
def samples(folder: str) -> tuple[Sample, ...]:
    """All samples of a folder, by name."""
    return tuple(load(path, dress) for path in sorted((HERE / folder).glob("*.txt")))


def all_samples() -> tuple[Sample, ...]:
    """The samples of all folders."""
    return tuple(sample for folder in FOLDERS for sample in samples(folder))


@cache
def analyzer() -> RawAnalyzer:
    """The one that reads all samples: the rules are loaded once."""
    return RawAnalyzer(bundled_checker())


def analyse(text: str) -> RawAnalysis:
    """What the program says of a raw text, told by the file it would be opened from."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "样本.txt"
        path.write_bytes(text.encode("utf-8"))
        return analyzer().analyze(open_document(path))


@cache
def scored(sample: Sample) -> Score:
    """How right the program is about a sample."""
    return score(sample.text, sample.gold, analyse(sample.text))


def export(folder: Path) -> None:
    """Raw texts and gold labels as files, for another scorer."""
    for sample in all_samples():
        stem = folder / sample.name
        stem.with_suffix(".txt").write_bytes(sample.text.encode("utf-8"))
        gold = json.dumps(vars(sample.gold), ensure_ascii=False, indent=1)
        stem.with_suffix(".json").write_text(gold, encoding="utf-8")
