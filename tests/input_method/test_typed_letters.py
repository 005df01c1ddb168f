"""What is put in of a word that was not finished: the letters as they were typed."""

import pytest

from editor.input_method.typed_letters import letters


@pytest.mark.parametrize(
    ("composed", "typed"),
    [
        ("ni hao", "nihao"),
        ("你 hao", "你 hao"),
        ("你们hao ma", "你们haoma"),
        ("zh sh", "zhsh"),
        ("xi'an", "xi'an"),
        ("hello world", "hello world"),
        ("新 词", "新 词"),
    ],
)
def test_pinyin_comes_in_as_it_was_typed(composed: str, typed: str) -> None:
    assert letters(composed) == typed
