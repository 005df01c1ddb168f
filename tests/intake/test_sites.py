"""Sites of fourteen kinds around one speech: nearly all goes for sure, the rest is asked about."""

from __future__ import annotations

import pytest

from editor.intake.tidy import tidy
from editor.manuscript.manuscript import manuscript_of
from tests.intake.messy import Sample, score
from tests.intake.sites import SPEECH, blocks

WIDE = {c: c + 0xFEE0 for c in range(0x21, 0x7F)} | {0x20: 0x3000}


def counted(*, asked: bool, wide: bool = False) -> tuple[int, int, int]:
    """(right, lost speech, missed noise) in characters, over all sites."""
    total = (0, 0, 0)
    for _, lines, sites in blocks():
        text = "\n".join(lines)
        labels = [2 if n in sites else 0 for n, line in enumerate(lines) for _ in (*line, "\n")]
        text = text.translate(WIDE) if wide else text
        receipt = tidy(manuscript_of(text))
        taken = receipt.items if asked else receipt.sure
        result = score(Sample(text, labels[:-1]), receipt.only(taken))
        total = tuple(a + b for a, b in zip(total, result, strict=True))
    return total


def test_what_goes_for_sure_is_nearly_all_and_no_speech() -> None:
    right, lost, missed = counted(asked=False)
    assert lost == 0
    assert right / (right + missed) >= 0.93


def test_with_what_is_asked_about_hardly_anything_is_left() -> None:
    right, lost, missed = counted(asked=True)
    assert lost == 0
    assert right / (right + missed) >= 0.97


def test_a_text_set_wide_is_read_as_well() -> None:
    right, lost, missed = counted(asked=False, wide=True)
    assert lost == 0
    assert right / (right + missed) >= 0.9


@pytest.mark.parametrize("name", [name for name, _, _ in blocks()])
def test_the_speech_comes_out_whole(name: str) -> None:
    [lines] = [lines for one, lines, _ in blocks() if one == name]
    assert SPEECH in tidy(manuscript_of("\n".join(lines))).clean().text
