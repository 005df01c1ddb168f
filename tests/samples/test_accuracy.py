"""The program against invented texts with labels: floors under what it reaches.

The figures themselves: python -m tests.bench.accuracy [batch] [-v]
"""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.bench.accuracy import must_findings
from tests.samples.markup import Sample
from tests.samples.scoring import Score, score
from tests.samples.shelf import HELD_OUT, SOURCES, THIRD, analyse, samples

FOLDERS = (SOURCES, HELD_OUT, THIRD)
CLEAN = [s for folder in FOLDERS for s in samples(folder) if s.clean]


@pytest.fixture(scope="module", params=FOLDERS, ids=lambda folder: folder.name)
def total(request: pytest.FixtureRequest) -> Score:
    added = Score()
    for sample in samples(request.param):
        added.add(score(sample.text, sample.gold, analyse(sample.text)))
    return added


def test_there_are_texts_enough() -> None:
    assert len(samples(SOURCES)) >= 36
    assert len(samples(HELD_OUT)) >= 12
    assert max(len(s.text) for s in samples(SOURCES)) >= 15_000


def test_blanks_are_found(total: Score) -> None:
    assert total.overlap.f1 >= 0.97, total.wrong
    assert total.exact.f1 >= 0.95, total.wrong
    assert total.kind_right >= 0.97 * total.overlap.right, total.wrong


def test_the_outline_is_read(total: Score) -> None:
    assert total.outline.f1 >= 0.95, total.wrong


def test_noise_goes_and_the_speech_stays(total: Score) -> None:
    assert total.noise.f1 >= 0.95, total.wrong
    assert total.noise.extra <= 10, total.wrong


def test_nothing_that_only_looks_like_a_blank_is_one(total: Score) -> None:
    assert total.negatives_hit == 0


@pytest.mark.parametrize("sample", CLEAN, ids=lambda sample: sample.name)
def test_a_finished_speech_has_no_blank_and_no_must(sample: Sample) -> None:
    assert analyse(sample.text)["placeholders"] == []
    assert must_findings(sample) == []


def test_the_labels_are_those_of_the_corpus_scorer(tmp_path: Path) -> None:
    for folder in FOLDERS:
        for sample in samples(folder):
            for item in (*sample.gold.placeholders, *sample.gold.noise, *sample.gold.defects):
                assert sample.text[item["start"] : item["end"]] == item["text"]
            assert all(item["title"] for item in sample.gold.outline)
