"""TOML from anywhere gives a table, or says in which line it is none."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.data_files.toml_data import LARGEST, toml_of
from editor.data_files.unreadable import UnreadableError


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ('title = "甲"\n\nseverity 必改\n', 3),
        ('title = "甲"\nwhy = "没写完\n', 2),
        ('a = 1\nb = [\n"甲",\n', 3),
        ("a = 1\na = 2\n", 2),
        ("a = " + "[" * 5000, 0),
        ("a = " + "9" * 5000, 0),
    ],
)
def test_a_damaged_file_is_told_with_its_line(text: str, line: int) -> None:
    with pytest.raises(UnreadableError) as told:
        toml_of(text.encode())
    assert told.value.line == line


def test_another_encoding_is_told_with_its_line() -> None:
    with pytest.raises(UnreadableError, match="UTF-8") as told:
        toml_of('a = 1\nb = "部署"\n'.encode("gb18030"))
    assert told.value.place == "第 2 行"


def test_a_mark_before_the_text_is_no_damage() -> None:
    assert toml_of('\ufefftitle = "甲"'.encode()) == {"title": "甲"}


def test_what_is_far_too_large_is_not_read() -> None:
    with pytest.raises(UnreadableError):
        toml_of(b" " * (LARGEST + 1))


@given(st.binary(max_size=60))
def test_any_bytes_give_a_table_or_unreadable(data: bytes) -> None:
    try:
        toml_of(data)
    except ValueError as error:
        assert type(error) is UnreadableError
