"""A text with a few bytes that are no letter opens, is written in, and keeps these bytes."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.cli.services import bundled_checker
from editor.files.bad_bytes import SIGN, decode_around
from editor.files.open import open_document
from editor.files.save import save
from editor.files.text_file import decode_text, encode_text
from editor.manuscript.edits import Edit, Replace, Splice, apply, apply_all
from editor.manuscript.manuscript import manuscript_of
from editor.manuscript.outline.reader import outline_of
from editor.manuscript.paragraph import Paragraph, Position

LINE = "各位同志，今天开会，讲三点意见。"
ENCODINGS = ("utf-8", "gb18030")


def damaged(encoding: str) -> bytes:
    whole = LINE.encode(encoding)
    return b"\n".join([whole, whole[:6] + b"\xff" + whole[6:] + b"\x80", whole * 3])


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_it_opens_with_a_sign_at_each_place_and_says_so(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "稿.txt"
    path.write_bytes(damaged(encoding))
    opened = open_document(path)
    assert opened.encoding == encoding and not opened.read_only and not opened.doubtful
    assert opened.manuscript.paragraphs[1].text.count(SIGN) == 2
    assert "有 2 处字节认不出来" in opened.notes[0]
    m = opened.manuscript
    found = bundled_checker().check(m, outline_of(m))
    assert [f.span.paragraph for f in found if f.rule == "wording/lost-character"] == [1, 1]


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_what_is_written_elsewhere_leaves_them_as_they_are(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "稿.txt"
    path.write_bytes(damaged(encoding))
    opened = open_document(path)
    new = (Replace(Position(2, 0), Position(2, 2), "诸位"), Splice(0, 0, (Paragraph("题目"),)))
    done = save(opened, apply_all(opened.manuscript, new))
    lines, was = path.read_bytes().split(b"\n"), damaged(encoding).split(b"\n")
    assert lines[2] == was[1] and lines[0].decode(encoding) == "题目" and not done.notes


@pytest.mark.parametrize(
    ("edit", "kept"),
    [
        (Replace(Position(1, 0), Position(1, 0), "新"), b"\xff|\x80"),
        (Replace(Position(1, 0), Position(1, 5), ""), b"\x80"),
        (Replace(Position(1, 12), Position(1, 18), ""), b"\xff"),
        (Replace(Position(1, 8), Position(1, 9), "新新"), b"\xff|\x80"),
    ],
)
def test_they_stand_where_they_stood_in_a_line_that_was_changed(edit: Edit, kept: bytes) -> None:
    source, manuscript, _ = decode_text(damaged("utf-8"), None)
    line = encode_text(source, apply(manuscript, edit)).split(b"\n")[1]
    assert decode_around(line, "utf-8")[1] == tuple(kept.split(b"|"))


def test_what_cannot_go_back_is_said(tmp_path: Path) -> None:
    path = tmp_path / "稿.txt"
    path.write_bytes(damaged("utf-8"))
    opened = open_document(path)
    moved = manuscript_of("新的一份\n前面" + SIGN + "后面")
    assert "有 1 处" in save(opened, moved).notes[0]


def test_a_byte_that_would_make_a_letter_with_what_follows_is_a_sign() -> None:
    source, manuscript, _ = decode_text(LINE.encode("gb18030") * 4 + b"\xb0", None)
    end = manuscript.end
    edited = apply(manuscript, Replace(end, end, "。好"))
    data = encode_text(source, edited)
    assert decode_text(data, "gb18030").manuscript.text == edited.text


@given(st.binary(max_size=80), st.sampled_from(ENCODINGS))
def test_any_bytes_come_back_from_their_signs(data: bytes, encoding: str) -> None:
    source, manuscript, found = decode_text(data, encoding)
    assert encode_text(source, manuscript) == data
    line = manuscript.end.paragraph
    edited = apply(manuscript, Splice(line + 1, line + 1, (Paragraph("新"),)))
    again = decode_text(encode_text(source, edited), encoding)
    assert again.manuscript.text == edited.text and again.found.lost <= found.lost
