"""The 校核单 as a docx, read back by python-docx."""

import io
import zipfile

import docx
from docx.oxml.ns import qn

from editor.editions.report import Report, ReportBlock, ReportCell, ReportColumn, ReportTable
from editor.files.docx_new.report_docx import write_report_docx

TITLES = ("序号", "位置", "原文", "问题", "依据", "处理")
COLUMNS = tuple(ReportColumn(title, 28) for title in TITLES)
ROW = ("1", "第3段", "要〔再接再励〕，", "“再接再励”应作“再接再厉”", "词典", "□ 已改\n□ 保留")


def report() -> Report:
    rows = (tuple(ReportCell(words, ((1, 7),) if n == 2 else ()) for n, words in enumerate(ROW)),)
    found = ReportBlock("必改（1 处）", (), ReportTable(COLUMNS, rows))
    also = ReportBlock("已忽略（1 处）", (), ReportTable(COLUMNS, rows))
    return Report("校核单", (ReportBlock("", ("稿件：讲话稿.docx", "A&B <x>\x07")), found, also))


def opened() -> "docx.document.Document":
    return docx.Document(io.BytesIO(write_report_docx(report())))


def test_the_words_come_back_in_order():
    made = opened()
    assert [p.text for p in made.paragraphs if p.text] == [
        "校核单", "稿件：讲话稿.docx", "A&B <x>", "必改（1 处）", "已忽略（1 处）",
    ]  # fmt: skip


def test_each_group_is_a_table_of_six_columns_whose_head_repeats():
    first, second = opened().tables
    assert [c.text for c in first.rows[0].cells] == list(TITLES)
    assert [c.text for c in second.rows[1].cells] == list(ROW)
    assert first.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None
    assert all(row._tr.trPr.find(qn("w:cantSplit")) is not None for row in first.rows)


def test_the_excerpt_is_set_in_another_face_than_its_neighbours():
    runs = opened().tables[0].rows[1].cells[2].paragraphs[0].runs
    assert [run.text for run in runs] == ["要", "〔再接再励〕", "，"]
    faces = [run._r.rPr.rFonts.get(qn("w:eastAsia")) for run in runs]
    assert faces == [None, "黑体", None]


def test_the_sheet_is_a4_with_page_numbers():
    made = opened()
    section = made.sections[0]
    assert (round(section.page_width.mm), round(section.page_height.mm)) == (210, 297)
    with zipfile.ZipFile(io.BytesIO(write_report_docx(report()))) as archive:
        assert b" PAGE " in archive.read("word/footer1.xml")
