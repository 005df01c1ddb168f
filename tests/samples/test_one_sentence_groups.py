"""Siblings that are one sentence each: the heading at its head ends where all of them can end."""

from __future__ import annotations

from tests.samples.one_sentence_groups import one_sentence_groups, read


def test_headings_at_the_head_of_one_sentence_are_found() -> None:
    ended = read(one_sentence_groups(cut=True))
    assert ended.right >= 32, ended.read


def test_sentences_that_are_headings_or_have_none_are_not_cut() -> None:
    ended = read(one_sentence_groups(cut=False))
    assert ended.right >= 38
    assert not ended.read
