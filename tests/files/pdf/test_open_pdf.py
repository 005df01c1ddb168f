"""A PDF with a text layer opens as a new text in paragraphs, without what every page has."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from editor.files.conversion.convert import Conversion
from editor.files.open import open_document
from editor.files.opened import Opened
from editor.files.save import save
from editor.files.trouble import Trouble
from tests.files.made import texts
from tests.files.pdf.made_pdf import LOCKED, Line, block, pdf

LONG = "要抓好安全生产，推动各项工作迈上新台阶，为全市发展作出新的更大贡献。" * 3
SECOND = "会议强调，各单位要认真落实，年底前见到成效，确保各项任务落地见效。" * 2


def opened(folder: Path, data: bytes) -> Opened:
    path = folder / "讲话.pdf"
    path.write_bytes(data)
    return open_document(path)


def test_lines_are_put_together_to_the_paragraphs_they_were(tmp_path: Path) -> None:
    title = Line("在全市动员会上的讲话", 200, 760, 22)
    page = [title, *block(LONG, 27), *block(SECOND, 27, top=700 - 29 * 5)]
    file = opened(tmp_path, pdf(page))
    assert texts(file) == ["在全市动员会上的讲话", LONG, SECOND]
    assert file.path is None and file.origin == tmp_path / "讲话.pdf" and file.kind == "docx"


def test_a_paragraph_goes_on_over_the_page_and_its_number(tmp_path: Path) -> None:
    lines = block(LONG + SECOND, 27)
    again = [line._replace(foot=700 - 29 * n) for n, line in enumerate(lines[4:])]
    pages = [[*lines[:4], Line("— 1 —", 280, 60)], [*again, Line("— 2 —", 280, 60)]]
    file = opened(tmp_path, pdf(*pages))
    assert texts(file) == [LONG + SECOND] and "页码 2 处" in file.notes[0]


def test_what_stands_aslant_or_on_every_page_is_left_out_and_told(tmp_path: Path) -> None:
    marked = [
        Line("内部资料", 150, 400, 60, "0.7 0.7 -0.7 0.7"),
        Line("云川市总工会简报", 220, 800),
    ]
    pages = [[*marked, *block(f"这是第{n}页的话。" + LONG, 27)] for n in "一二三"]
    file = opened(tmp_path, pdf(*pages))
    assert len(texts(file)) == 3 and not any("简报" in t or "内部" in t for t in texts(file))
    assert "水印" in file.notes[0] and "云川市总工会简报" in file.notes[0]


def test_italics_and_letters_written_after_their_line_stay_in_it(tmp_path: Path) -> None:
    slope = "1 0 0.268 1"  # how a font without italics is made to look like it
    parts = [
        Line("母亲的鼓励", turn=slope),
        Line("我的信心。", 208),
        Line("坚定了", 160, turn=slope),
    ]
    (row,) = texts(opened(tmp_path, pdf([*parts, *block(LONG, 27, top=600)])))[:1]
    assert row == "母亲的鼓励坚定了我的信心。"


@pytest.mark.parametrize("stays", ["2026", "12", "第3页"])
def test_a_number_that_is_no_page_number_stays(tmp_path: Path, stays: str) -> None:
    pages = [[*block(LONG, 27), Line(stays, 80, 60)], [*block(SECOND, 27), Line("5", 80, 60)]]
    assert stays in texts(opened(tmp_path, pdf(*pages)))


def test_short_lines_headings_and_gaps_begin_anew(tmp_path: Path) -> None:
    rows = [
        Line("同志们：", 80, 700), Line("一、统一思想", 112, 671), Line("要学习。", 112, 642),
        *block(LONG, 27, top=613), Line("谢谢大家！", 112, 350),
    ]  # fmt: skip
    expected = ["同志们：", "一、统一思想", "要学习。", LONG, "谢谢大家！"]
    assert texts(opened(tmp_path, pdf(rows))) == expected


@pytest.mark.parametrize("encoding", ["UniGB-UCS2-H", "GBK-EUC-H", "GBKp-EUC-H"])
def test_fonts_that_are_not_embedded_are_read(tmp_path: Path, encoding: str) -> None:
    file = opened(tmp_path, pdf(block(LONG, 27), encoding=encoding))
    assert texts(file) == [LONG]


def test_look_alikes_of_letters_become_the_letters(tmp_path: Path) -> None:
    file = opened(tmp_path, pdf(block("⼈⺠的⻛⻆，⼀⼼⼀意⻅成效，⽼百姓都说好。", 30)))
    assert texts(file) == ["人民的风角，一心一意见成效，老百姓都说好。"]


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (pdf([]), "扫描"),
        (pdf([Line("印", turn="0.7 0.7 -0.7 0.7")], []), "扫描"),
        (pdf(block(LONG, 27), trailer=LOCKED), "密码"),
        (b"%PDF-1.7\n", "损坏"),
        (pdf(block("\ue000\ue001\ue002" * 20, 27)), "乱码"),
    ],
)
def test_what_cannot_be_had_is_told_apart(tmp_path: Path, data: bytes, what: str) -> None:
    with pytest.raises(Trouble, match=what):
        opened(tmp_path, data)


def test_without_the_library_it_is_said_what_to_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "pypdfium2", None)
    with pytest.raises(Trouble, match=r"pypdfium2.*WPS"):
        opened(tmp_path, pdf(block(LONG, 27)))


def test_a_page_of_one_word_is_no_scan(tmp_path: Path) -> None:
    assert texts(opened(tmp_path, pdf([Line("附件")]))) == ["附件"]


def test_pages_without_text_are_named(tmp_path: Path) -> None:
    file = opened(tmp_path, pdf(block(LONG, 27), [], block(SECOND, 27)))
    assert "第 2 页没有文字" in file.notes[0]


def test_it_is_saved_as_a_new_file_and_never_over_the_pdf(tmp_path: Path) -> None:
    data = pdf(block(LONG, 27))
    file = opened(tmp_path, data)
    with pytest.raises(Trouble):
        save(file, file.manuscript, tmp_path / "讲话.pdf")
    save(file, file.manuscript, tmp_path / "讲话.docx")
    assert (tmp_path / "讲话.pdf").read_bytes() == data
    assert texts(open_document(tmp_path / "讲话.docx")) == [LONG]


def test_reading_stops_when_it_is_told_to(tmp_path: Path) -> None:
    path = tmp_path / "讲话.pdf"
    path.write_bytes(pdf(block(LONG, 27)))
    with pytest.raises(Trouble, match="停下"):
        open_document(path, conversion=Conversion(stopped=lambda: True))


def test_two_columns_are_read_one_after_the_other(tmp_path: Path) -> None:
    left, right = block(LONG, 14, left=40), block(SECOND + LONG, 14, left=320)
    file = opened(tmp_path, pdf([Line("简报", 280, 760, 22), *left, *right]))
    assert texts(file) == ["简报", LONG, SECOND + LONG]


def test_a_note_at_the_foot_of_a_page_does_not_cut_a_sentence(tmp_path: Path) -> None:
    lines = block(LONG + SECOND, 27)
    again = [line._replace(foot=700 - 29 * n) for n, line in enumerate(lines[4:])]
    note = Line("①见上年度总结。", 80, 90, 10.5)
    assert texts(opened(tmp_path, pdf([*lines[:4], note], again))) == [LONG + SECOND, note.text]


@pytest.mark.parametrize("cut", range(5, 40, 4))
def test_no_letter_is_lost_or_doubled_however_wide_the_column(tmp_path: Path, cut: int) -> None:
    words = LONG + "其中A类项目12个、B类project完成2,300个。" + SECOND
    file = opened(tmp_path, pdf(block(words, cut, top=800)))
    assert "".join(texts(file)).replace(" ", "") == words
