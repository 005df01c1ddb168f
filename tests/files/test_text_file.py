"""Plain text comes back byte for byte, and its line ends follow their lines."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.files.encodings import decode
from editor.files.open import open_document
from editor.files.opened import stamp_at
from editor.files.rekey import rekey
from editor.files.save import SaveOptions, new_document, save
from editor.files.text_file import decode_text, encode_text, recoded
from editor.files.trouble import CannotEncode, ChangedOnDisk, Trouble
from editor.manuscript.edits import Move, Replace, apply
from editor.manuscript.manuscript import Manuscript, manuscript_of
from editor.manuscript.paragraph import Paragraph, Position

SPEECH = "在云川市工会会议上的讲话\n同志们：\n一、总体要求。坚持服务大局。\n谢谢大家！"
LINES = st.lists(st.text(st.characters(exclude_categories=["Cs", "Cc", "Zp"]), max_size=12))
ENDS = st.sampled_from(["\n", "\r\n", "\r", "\u2029"])


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16", "utf-16-be"])
def test_the_encoding_is_found_and_the_bytes_come_back(encoding: str) -> None:
    data = SPEECH.encode(encoding)
    source, manuscript, found = decode_text(data, None)
    assert (manuscript.text, found.lost) == (SPEECH, 0)
    assert encode_text(source, manuscript) == data


@given(LINES, st.lists(ENDS, max_size=12), st.sampled_from(["utf-8", "gb18030", "utf-16-le"]))
def test_an_unedited_text_is_the_same_bytes(lines: list[str], ends: list[str], name: str) -> None:
    text = "".join(a + b for a, b in zip(lines, ends, strict=False))
    data = text.encode(name)
    source, manuscript, _ = decode_text(data, name)
    assert encode_text(source, manuscript) == data
    # The same from a text that lost its keys on the way.
    assert encode_text(source, manuscript_of(manuscript.text)) == data


@given(st.binary(max_size=60))
def test_no_bytes_bring_the_reader_down(data: bytes) -> None:
    found = decode(data)
    if found and not found.lost and not found.mixed:
        assert found.bom + found.text.encode(found.encoding) == data


def test_an_edited_line_leaves_the_bytes_of_the_others() -> None:
    source, manuscript, _ = decode_text("甲\r\n乙\n丙\r丁".encode("gb18030"), None)
    edited = apply(manuscript, Replace(Position(1, 0), Position(1, 1), "改"))
    assert encode_text(source, edited).decode("gb18030") == "甲\r\n改\n丙\r丁"


def test_a_line_end_moves_with_its_line() -> None:
    source, manuscript, _ = decode_text("甲\r\n乙\n丙\r\n丁".encode(), None)
    moved = apply(manuscript, Move(1, 2, 0))
    assert encode_text(source, moved).decode() == "乙\n甲\r\n丙\r\n丁"


def test_automatic_numbers_of_a_word_file_are_words_in_a_plain_text(tmp_path: Path) -> None:
    numbered = Manuscript(0, (Paragraph("总体要求", 1, "一、"), Paragraph("正文。", 2)))
    done = save(new_document(numbered, "docx"), numbered, tmp_path / "讲话.txt")
    assert open_document(tmp_path / "讲话.txt").manuscript.text == "一、总体要求\n正文。"
    # Recovered after a crash the number is there once, as it was saved.
    assert rekey(done.opened, numbered).text == "一、总体要求\n正文。"


def test_a_split_line_gets_the_usual_end() -> None:
    source, manuscript, _ = decode_text("甲乙\r\n丙\r\n丁\n戊".encode(), None)
    split = apply(manuscript, Replace(Position(0, 1), Position(0, 1), "\n"))
    assert encode_text(source, split).decode() == "甲\r\n乙\r\n丙\r\n丁\n戊"


def test_soft_breaks_and_form_feeds_stay_inside_a_paragraph() -> None:
    _, manuscript, _ = decode_text("甲\u2028乙\x0c丙\x85丁\n戊".encode(), None)
    assert len(manuscript.paragraphs) == 2


def test_utf16_without_a_mark_is_known_by_its_nuls() -> None:
    for name in ("utf-16-le", "utf-16-be"):
        found = decode("同志们：\n大家好".encode(name))
        assert found and found.encoding == name


def test_a_character_the_encoding_lacks_is_a_trouble_that_offers_utf8(tmp_path: Path) -> None:
    path = tmp_path / "稿.txt"
    path.write_bytes("台灣".encode("big5"))
    opened = open_document(path, encoding="big5")
    edited = apply(opened.manuscript, Replace(Position(0, 0), Position(0, 0), "龙们"))
    with pytest.raises(CannotEncode) as caught:
        save(opened, edited)
    assert caught.value.characters == "们" and caught.value.offer == "utf-8"
    assert path.read_bytes() == "台灣".encode("big5")
    after = save(opened, edited, how=SaveOptions(encoding="utf-8")).opened
    assert path.read_text("utf-8") == "龙们台灣" and after.encoding == "utf-8"


def test_half_a_letter_in_pairs_of_bytes_opens_read_only(tmp_path: Path) -> None:
    path = tmp_path / "稿.txt"
    path.write_bytes("\ufeff同志们".encode("utf-16-le") + b"\x01")
    opened = open_document(path)
    assert opened.read_only and "认不出来" in opened.notes[-1]
    with pytest.raises(Trouble, match="只读"):
        save(opened, opened.manuscript)


def test_somebody_elses_change_is_not_overwritten_unseen(tmp_path: Path) -> None:
    path = tmp_path / "稿.txt"
    path.write_text("甲", "utf-8")
    opened = open_document(path)
    path.write_text("别人的", "utf-8")
    with pytest.raises(ChangedOnDisk):
        save(opened, manuscript_of("乙"))
    assert path.read_text("utf-8") == "别人的"
    seen = SaveOptions(over=stamp_at(path))
    again = save(opened, manuscript_of("乙"), how=seen).opened
    assert save(again, manuscript_of("丙")).opened.stamp


def test_a_new_text_needs_a_name_and_then_has_one(tmp_path: Path) -> None:
    fresh = new_document(manuscript_of("甲\n乙"), "txt")
    with pytest.raises(Trouble, match="名字"):
        save(fresh, fresh.manuscript)
    after = save(fresh, fresh.manuscript, tmp_path / "新.txt").opened
    assert after.path and after.path.read_bytes() == "甲\n乙".encode()


def test_recoding_keeps_mixed_line_ends() -> None:
    source, manuscript, _ = decode_text("甲\r\n乙\n丙".encode("gb18030"), None)
    data = encode_text(recoded(source, "utf-8"), manuscript)
    assert data.decode("utf-8") == "甲\r\n乙\n丙"
