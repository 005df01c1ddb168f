"""A text that lost its keys is laid beside the file it came from."""

from pathlib import Path

import pytest

from editor.files.docx.open_docx import open_docx
from editor.files.rekey import rekeyed
from editor.manuscript.paragraph import Paragraph
from tests.effort import effort
from tests.files.made import docx, p


def keys(shown: str, now: str) -> list[int]:
    file = tuple(Paragraph(text, n) for n, text in enumerate(shown.split("|"), 1))
    return [one.key for one in rekeyed(file, tuple(Paragraph(t) for t in now.split("|")))]


@pytest.mark.parametrize(
    ("shown", "now", "found"),
    [
        ("甲|乙|丙", "甲|乙|丙", [1, 2, 3]),
        ("甲|乙|丙", "甲|改|丙", [1, 2, 3]),
        ("甲|乙|丙", "甲|丙", [1, 3]),
        ("甲|丙", "甲|来|了|丙", [1, 0, 0, 2]),
        ("甲|乙", "丙|丁", [1, 2]),
    ],
)
def test_equal_and_changed_paragraphs_get_their_keys_back(
    shown: str, now: str, found: list[int]
) -> None:
    assert keys(shown, now) == found


@pytest.mark.parametrize("unit", [p("甲"), p("甲") + "<w:p/>"])
def test_ten_times_the_same_paragraphs_are_ten_times_the_work(unit: str) -> None:
    few, many = (open_docx(Path("a.docx"), docx(unit * n), None) for n in (100, 1000))
    work = [
        effort(lambda shown=file.manuscript.paragraphs: rekeyed(shown, keyless(shown)))
        for file in (few, many)
    ]
    assert work[1] <= 15 * work[0]


def keyless(paragraphs: tuple[Paragraph, ...]) -> tuple[Paragraph, ...]:
    return tuple(Paragraph(one.text) for one in paragraphs[::-1])
