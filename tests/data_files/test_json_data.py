"""JSON from anywhere gives a value or UnreadableError: never an error that nobody waits for."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.data_files.json_data import DEEPEST, json_of, moment_of, read_json
from editor.data_files.unreadable import UnreadableError

VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-(10**17), 10**17) | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner),
    max_leaves=8,
)


@pytest.mark.parametrize(
    "harm",
    [
        "[" * 100_000,
        "[" * 100_000 + "]" * 100_000,
        '{"a":' * 5_000 + "1" + "}" * 5_000,
        "[" * 500 + "]" * 500,  # Python's own reader takes it, and its writer ends in it
        "[1," * (DEEPEST + 1) + "1" + "]" * (DEEPEST + 1),
        "9" * 5_000,
        "[" + "9" * 19 + "]",
        "-1" + "0" * 400,
        "1e999",
        "[NaN]",
        '{"a": Infinity}',
        "",
        "\0",
        '{"a": 1',
        b"\xff\xfe[\0]\0",
        b"[\x80]",
    ],
)
def test_what_would_stop_a_program_is_unreadable(harm: str | bytes) -> None:
    with pytest.raises(UnreadableError):
        json_of(harm)


@given(VALUES)
def test_what_the_program_writes_is_read_as_it_was(value: object) -> None:
    assert json_of(json.dumps(value, ensure_ascii=False).encode("utf-8", "surrogatepass")) == value


@given(st.binary(max_size=40))
def test_any_bytes_give_a_value_or_unreadable(data: bytes) -> None:
    try:
        json_of(data)
    except ValueError as error:
        assert type(error) is UnreadableError


def test_the_brackets_that_are_allowed_are_read() -> None:
    assert json_of("[" * DEEPEST + "]" * DEEPEST)


def test_a_name_that_is_no_unicode_and_a_mark_before_the_text_are_read() -> None:
    assert json_of('\ufeff["稿\udcff"]'.encode("utf-8", "surrogatepass")) == ["稿\udcff"]


def test_of_a_name_that_comes_twice_the_last_counts() -> None:
    assert json_of('{"theme": "dark", "theme": "light"}') == {"theme": "light"}


def test_what_is_larger_than_allowed_is_not_read(tmp_path: Path) -> None:
    file = tmp_path / "list.json"
    file.write_bytes(b"[1,2,3]")
    assert read_json(file) == [1, 2, 3]
    with pytest.raises(UnreadableError):
        read_json(file, largest=6)
    with pytest.raises(UnreadableError):
        json_of(b"[1,2,3]", largest=6)


@pytest.mark.parametrize("value", [-1, 10**18, 4e10, "1", None, True])
def test_what_no_calendar_has_is_no_time(value: object) -> None:
    assert moment_of(1_700_000_000) == 1_700_000_000.0
    with pytest.raises(UnreadableError):
        moment_of(value)


def test_a_missing_file_is_an_error_of_the_system(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        read_json(tmp_path / "none.json")


@pytest.mark.skipif(os.name == "nt", reason="has no such pipes")
def test_a_pipe_in_place_of_a_file_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "settings.json")
    with pytest.raises(UnreadableError):
        read_json(tmp_path / "settings.json")
