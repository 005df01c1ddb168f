"""Kinds of speech and whom it calls upon: one list each, for titles wherever they are read."""

from __future__ import annotations

import re

import pytest

from editor.intake.line_shapes import is_salutation, is_title
from editor.language.lists import words
from editor.language.speech import genre_choice, opening_choice
from editor.manuscript import speech_lines


@pytest.mark.parametrize("genre", words("genres"))
def test_every_kind_of_speech_ends_a_title_in_every_room(genre: str) -> None:
    title = f"在全县农村工作会议上的{genre}"
    assert is_title(title)
    found = speech_lines.title(title)
    assert found is not None
    assert found.weight == 2


def test_the_name_of_a_part_is_a_kind_only_where_asked() -> None:
    assert not re.search(genre_choice(), "一年来的总结")
    assert re.search(genre_choice(parts_too=True), "一年来的总结")


@pytest.mark.parametrize("opening", words("address", "openings"))
def test_every_opening_begins_a_salutation(opening: str) -> None:
    assert re.match(opening_choice(), opening)
    assert is_salutation(f"{opening}同志：" if not opening.endswith("们") else f"{opening}：")


def test_the_longest_kind_is_met_first() -> None:
    assert re.match(genre_choice(), "主持讲话").group() == "主持讲话"  # type: ignore[union-attr]
