"""Who else has a file open is read from what other programs leave beside it."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from editor.files.outside.others_open import OtherUser, others_with, word_lock_of

NOON = 1_700_000_000


def word_lock(name: str, wide: str = "", *, short: bool = False) -> bytes:
    """A lock as Word writes it; ``short``: one byte tells the length of the second name."""
    narrow = name.encode("gb18030")
    head = bytes([len(narrow)]) + narrow.ljust(53, b" ")
    told = bytes([len(wide)]) + (b"" if short else b"\0")
    return (head + told + wide.encode("utf-16-le")).ljust(162, b"\0")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    made = tmp_path / "讲话稿.docx"
    made.write_bytes(b"PK")
    return made


def put(path: Path, name: str, data: bytes) -> None:
    lock = path.with_name(name)
    lock.write_bytes(data)
    os.utime(lock, (NOON, NOON))


@pytest.mark.parametrize(
    ("name", "lock"),
    [
        ("讲话稿.docx", "~$讲话稿.docx"),
        ("一二三四五六七.docx", "~$二三四五六七.docx"),
        ("一二三四五六七八.docx", "~$三四五六七八.docx"),
    ],
)
def test_the_lock_of_word_has_a_shortened_name(name: str, lock: str) -> None:
    assert word_lock_of(name) == lock


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (word_lock("王芳", "王芳"), "王芳"),
        (word_lock("wang", "Wang Fang", short=True), "Wang Fang"),
        (word_lock("王芳"), "王芳"),
        (b"\x05", ""),
        (b"\xff" * 162, ""),
        (word_lock("", "<img src=x>\n王"), "<img src=x>王"),
    ],
)
def test_word_and_wps_say_who_and_since_when(path: Path, data: bytes, name: str) -> None:
    put(path, "~$讲话稿.docx", data)
    assert others_with(path) == (OtherUser("Word 或 WPS", name, NOON),)


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("王芳,wangfang,PC-3,28.11.2026 09:05,file:///x;", "王芳"),
        (",wangfang,PC-3,28.11.2026 09:05,file:///x;", "wangfang"),
        ("Wang\\, Fang,wf,PC,,;", "Wang, Fang"),
        ("", None),
    ],
)
def test_libreoffice_says_so_too(path: Path, words: str, name: str | None) -> None:
    put(path, ".~lock.讲话稿.docx#", words.encode())
    found = others_with(path)
    assert found == (() if name is None else (OtherUser("LibreOffice", name, NOON),))


def test_a_lock_that_may_be_another_files_says_nothing(tmp_path: Path) -> None:
    one, other = (tmp_path / f"第{n}稿关于工作的讲话.docx" for n in "一二")
    one.write_bytes(b"PK")
    put(one, word_lock_of(one.name), word_lock("王芳"))
    assert others_with(one) == (OtherUser("Word 或 WPS", "王芳", NOON),)
    assert word_lock_of(other.name) == word_lock_of(one.name)
    other.write_bytes(b"PK")
    assert others_with(one) == others_with(other) == ()


def test_a_file_that_nobody_else_has_is_told_of_nobody(path: Path) -> None:
    assert others_with(path) == () == others_with(path.with_name("没有.docx"))
