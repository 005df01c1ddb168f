"""The markup of the samples: marks into labels, and what dresses do to them."""

from __future__ import annotations

import pytest

from tests.samples.dress import dress
from tests.samples.markup import Sample, parse, sample_of
from tests.samples.scoring import score


def made(body: str, *orders: str) -> Sample:
    signs = parse(body)
    for order in orders:
        signs = dress(signs, order)
    return sample_of("x", {}, signs)


def test_marks_become_labels_and_leave_the_text() -> None:
    sample = made("⟦1:一、|抓⟦X⟧工作⟧。共⟦____⟧人⟦n:share|分享⟧")
    assert sample.text == "一、抓X工作。共____人分享"
    assert [(p["text"], p["kind"]) for p in sample.gold.placeholders] == [
        ("X", "x"),
        ("____", "blank"),
    ]
    assert sample.gold.outline[0]["title"] == "抓X工作"
    assert sample.gold.noise[0]["text"] == "分享"


def test_a_broken_heading_keeps_its_title() -> None:
    sample = made("⟦1:一、|抓好落实工作⟧", "wrap 5")
    assert sample.text == "一、抓好落\n实工作"
    assert sample.gold.outline[0]["title"] == "抓好落实工作"


def test_a_page_mark_in_a_title_is_noise_and_no_title() -> None:
    sample = made("⟦1:一、|抓好⟦n:page-number|-2-⟧各项工作⟧")
    assert sample.gold.outline[0]["title"] == "抓好各项工作"
    assert [n["text"] for n in sample.gold.noise] == ["-2-"]


def test_a_mark_never_closed_is_an_error() -> None:
    with pytest.raises(ValueError, match="never closed"):
        made("⟦X")


def test_what_is_missed_and_what_is_extra_is_counted() -> None:
    sample = made("共⟦X⟧人，⟦-X光⟧片")
    nothing = {"placeholders": [], "noise": [], "outline": [], "defects": []}
    assert score(sample.text, sample.gold, nothing).overlap.missed == 1
    wrong = nothing | {"placeholders": [{"start": 4, "end": 5, "kind": "x"}]}
    result = score(sample.text, sample.gold, wrong)
    assert (result.overlap.extra, result.negatives_hit) == (1, 1)
