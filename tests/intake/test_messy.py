"""Noise goes, speech stays: on invented texts of many sites, and on the corpus if present."""

import json

import pytest

from editor.intake.tidy import tidy
from editor.manuscript.manuscript import manuscript_of
from tests.corpus import SPEECHES, needs
from tests.intake.messy import CLEAN, MESSY, Sample, paged, sample, score, wrapped
from tests.intake.speeches import LIBRARY, SAFETY, SCHOOL, UNION


def f1(right: int, lost: int, missed: int) -> float:
    return 2 * right / (2 * right + lost + missed) if right else 0.0


@pytest.mark.parametrize("name", MESSY)
def test_noise_of_every_kind_goes_and_no_speech_with_it(name: str) -> None:
    found = sample(MESSY[name])
    right, lost, missed = score(found, tidy(manuscript_of(found.text)))
    assert lost == 0
    assert f1(right, lost, missed) >= 0.93


@pytest.mark.parametrize("name", CLEAN)
def test_a_clean_speech_gives_an_empty_receipt(name: str) -> None:
    assert tidy(manuscript_of(CLEAN[name])).items == ()


@pytest.mark.parametrize("name", MESSY)
def test_what_was_cleaned_is_clean(name: str) -> None:
    again = tidy(tidy(manuscript_of(sample(MESSY[name]).text)).clean())
    assert len(again.items) <= 1


@pytest.mark.parametrize("speech", [SAFETY, UNION, SCHOOL, LIBRARY])
@pytest.mark.parametrize("width", [20, 28, 35, 40])
@pytest.mark.parametrize("indent", ["", "　　"])
def test_wrapped_lines_become_paragraphs_again(speech: str, width: int, indent: str) -> None:
    raw = sample(paged(wrapped(speech, width, indent), 12, "- {} -")).text
    clean = tidy(manuscript_of(raw)).clean().text.replace("　", "")
    assert clean.replace("\n", "") == speech.replace("\n", "")
    wrong = breaks(clean) ^ breaks(speech)
    assert len(wrong) <= 1


def breaks(text: str) -> set[int]:
    """Where paragraphs end, counted in characters that are no line feeds."""
    return {at - number for number, at in enumerate(n for n, c in enumerate(text) if c == "\n")}


@needs(SPEECHES)
def test_the_corpus_loses_its_noise_and_no_speech() -> None:
    total = [0, 0, 0]
    for gold in sorted(SPEECHES.glob("*.json")):
        text = gold.with_suffix(".txt").read_text(encoding="utf-8")
        labels = [0] * len(text)
        for noise in json.loads(gold.read_text(encoding="utf-8"))["noise"]:
            for place in range(noise["start"], noise["end"]):
                labels[place] = max(labels[place], 1 if noise.get("optional") else 2)
        result = score(Sample(text, labels), tidy(manuscript_of(text)))
        total = [a + b for a, b in zip(total, result, strict=True)]
    assert f1(*total) >= 0.98
    assert total[1] <= 10


@needs(SPEECHES)
def test_the_corpus_is_joined_where_a_sentence_was_broken() -> None:
    for gold in sorted(SPEECHES.glob("*.json")):
        text = gold.with_suffix(".txt").read_text(encoding="utf-8")
        receipt = tidy(manuscript_of(text))
        joined = {text_offset(text, i.start.paragraph, i.start.offset) for i in receipt.items
                  if i.kind == "line-join"}  # fmt: skip
        broken = [
            d for d in json.loads(gold.read_text(encoding="utf-8"))["defects"]
            if d["kind"] == "hard-break" and not d.get("optional")
        ]  # fmt: skip
        assert all(any(d["start"] <= j < d["end"] for j in joined) for d in broken)
        assert len(joined) <= len(broken)


def text_offset(text: str, paragraph: int, offset: int) -> int:
    lines = text.split("\n")
    return sum(len(line) + 1 for line in lines[:paragraph]) + offset
