"""A text in an unusual encoding is never opened as letters that nobody wrote, without a word."""

from __future__ import annotations

from pathlib import Path

import pytest

from editor.files.encodings import decode, told_of
from editor.files.open import open_document
from editor.files.save import save
from editor.manuscript.edits import Replace, apply
from editor.manuscript.paragraph import Position
from tests.samples.shelf import all_samples

SIMPLE = "各位代表、同志们：\n今天的会议很重要，主要任务是总结工作、部署任务。"
TRADITIONAL = "各位代表、同志們：\n今天的會議很重要，主要任務是總結工作、部署任務。"
JAPANESE = "皆さん、こんにちは。\n本日の会議では、来年度の事業計画についてご説明いたします。"
KOREAN = "여러분 안녕하십니까.\n오늘 회의에서는 내년도 사업 계획을 설명하겠습니다."


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (SIMPLE, "utf-8"),
        (SIMPLE, "gb18030"),
        (TRADITIONAL, "gb18030"),
        (TRADITIONAL, "big5hkscs"),
        (JAPANESE, "cp932"),
        (KOREAN, "cp949"),
        (SIMPLE, "utf-16-le"),
        (SIMPLE.replace("\n", "，"), "utf-16-le"),
        (SIMPLE.replace("\n", "，"), "utf-16-be"),
    ],
)
def test_it_is_read_in_the_encoding_it_was_written_in(text: str, encoding: str) -> None:
    found = decode(text.encode(encoding))
    assert found and (found.encoding, found.text, found.sure) == (encoding, text, True)


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "utf-16-le"])
def test_every_sample_and_each_of_its_lines_is_read_without_a_question(encoding: str) -> None:
    for sample in all_samples()[::4]:
        for text in (sample.text, *[line for line in sample.text.split("\n")[:20] if line]):
            found = decode(text.encode(encoding))
            if encoding != "utf-16-le" or len(text) > 20:
                assert found and found.text == text and found.sure and not told_of(found)


@pytest.mark.parametrize("word", ["朱镕基", "喆", "好", "联通", "龢。", "犇鑫淼焱垚"])
def test_a_word_of_rare_letters_is_still_what_it_was(word: str) -> None:
    found = decode(word.encode("gb18030"))
    assert found and (found.text, found.encoding) == (word, "gb18030")


def test_lines_in_two_encodings_are_read_each_in_its_own(tmp_path: Path) -> None:
    path = tmp_path / "稿.txt"
    first, second = SIMPLE.split("\n")
    path.write_bytes(first.encode() + b"\r\n" + second.encode("gb18030") + b"\r\nA\r\n")
    opened = open_document(path)
    assert opened.manuscript.text == SIMPLE + "\nA\n" and "逐行" in opened.notes[0]
    was = path.read_bytes()
    assert save(opened, opened.manuscript) and path.read_bytes() == was
    edited = apply(opened.manuscript, Replace(Position(0, 0), Position(0, 2), "诸位"))
    save(opened, edited)
    assert path.read_bytes().decode("utf-8").replace("\r\n", "\n") == edited.text


@pytest.mark.parametrize(
    "data",
    [
        "Съезд профсоюзов открыл свою работу в понедельник".encode("koi8-r"),
        (SIMPLE.encode() + SIMPLE.encode("gb18030")).replace(b"\n", b" ") * 2,
    ],
)
def test_what_nobody_can_tell_is_asked(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "稿.txt"
    path.write_bytes(data)
    opened = open_document(path)
    assert opened.doubtful and "认不准" in opened.notes[0]
    assert not open_document(path, encoding="gb18030").doubtful


def test_a_foreign_encoding_is_named() -> None:
    found = decode(TRADITIONAL.encode("big5"))
    assert found and "Big5" in told_of(found)[0]
