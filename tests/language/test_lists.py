"""Word lists: what a file says, what is said where it is missing, and that each is clean."""

from __future__ import annotations

from pathlib import Path

import pytest

from editor.language import lists
from editor.language.lists import FOLDER, LanguageListError, parts_of, words

LISTS = sorted(path.stem for path in FOLDER.glob("*.txt"))


@pytest.fixture
def shelf(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder of lists; what is read from it is forgotten afterwards."""
    monkeypatch.setattr(lists, "FOLDER", tmp_path)
    monkeypatch.setattr(lists, "parts_of", parts_of.__wrapped__)
    return tmp_path


def test_a_list_is_its_lines_without_comments(shelf: Path) -> None:
    (shelf / "w.txt").write_text("# says what it is\n甲\n\n 乙 \n[b]\n丙\n", "utf-8")
    assert words("w") == ("甲", "乙")
    assert words("w", "b") == ("丙",)


def test_what_is_missing_is_named(shelf: Path) -> None:
    with pytest.raises(LanguageListError, match=r"gone\.txt"):
        words("gone")
    (shelf / "w.txt").write_text("甲\n", "utf-8")
    with pytest.raises(LanguageListError, match=r"缺少 \[b\]"):
        words("w", "b")


def test_a_list_cut_down_to_nothing_is_told(shelf: Path) -> None:
    (shelf / "w.txt").write_text("# only a head\n", "utf-8")
    with pytest.raises(LanguageListError, match="没有词条"):
        words("w")
    (shelf / "w.txt").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(LanguageListError):
        words("w")


@pytest.mark.parametrize("name", LISTS)
def test_a_list_says_what_it_is_and_repeats_nothing(name: str) -> None:
    assert (FOLDER / f"{name}.txt").read_text("utf-8").startswith("# ")
    for part, entries in parts_of(name).items():
        assert len(entries) == len(set(entries)), part


def test_bytes_that_are_no_words_are_no_list(shelf: Path) -> None:
    (shelf / "w.txt").write_bytes(b"a\nb\x02c\n")
    with pytest.raises(LanguageListError, match="第 2 行：里面有不是文字的字节"):
        words("w")
