"""What is in the file is in the final, each once and in its place."""

import io
import re
import zipfile
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from editor.blanks.blank import Blank, BlankKind
from editor.editions.styles import OFFICIAL
from editor.files.current_docx import current_docx
from editor.files.docx.open_docx import read_source
from editor.files.docx_new.final_docx import FinalOptions, write_final_docx
from editor.files.docx_patch.paragraph_patch import storable
from editor.manuscript.edits import Replace, Splice
from editor.manuscript.file_objects import ObjectKind
from editor.manuscript.outline.reader import OutlineReader
from editor.manuscript.paragraph import Position, Span
from tests.bench.trials.final_carries import counted, faults, main_xml
from tests.files.docx_final.rich_file import (
    BOX,
    EVERYTHING,
    PICTURE,
    RELATED,
    TABLE,
    final,
    note,
    rich,
)
from tests.files.docx_patch.test_docx_edits import BODIES
from tests.files.made import docx, opened, part
from tests.files.made import p as plain
from tests.files.test_current_docx import edited
from tests.files.word_objects import par, rewritten, run

ROOM = round(OFFICIAL.sheet.type_width * 20)  # twips


def body(data: bytes) -> str:
    """The body of a final."""
    return part(data).partition("<w:body>")[2]


def said(xml: str) -> list[str]:
    """The words of each paragraph that has any."""
    rows = ["".join(re.findall(r"<\w+:t(?: [^>]*)?>([^<]*)", one)) for one in xml.split("</w:p>")]
    return [row for row in rows if row]


def strict(xml: str) -> str:
    """The same in the strict names."""
    pattern = (
        r"http://schemas\.openxmlformats\.org/(wordprocessingml|drawingml|officeDocument)/2006/"
    )
    return re.sub(pattern, r"http://purl.oclc.org/ooxml/\1/", xml)


def other_prefix(xml: str) -> str:
    """The same under another prefix than w."""
    return (
        xml.replace("<w:", "<ns0:")
        .replace("</w:", "</ns0:")
        .replace(" w:", " ns0:")
        .replace("xmlns:w=", "xmlns:ns0=")
    )


@pytest.mark.parametrize("change", [str, strict, other_prefix])
def test_every_object_of_a_file_is_in_its_final(change: Callable[[str], str]) -> None:
    source = rewritten(rich(EVERYTHING), change)
    made = final(source)
    assert not made.left and not faults(made.data)
    wanted, found = (counted(main_xml(x, "word/document.xml")) for x in (source, made.data))
    assert {k: v for k, v in wanted.items() if k != "字"} == {
        k: v for k, v in found.items() if k != "字"
    }
    assert said(body(made.data)) == [
        "在工会动员会上的讲话", "同志们：", "今年必须完成旧", "看得见的chóng重", "图表",
        "率为12.5%好于", "网站", "框框里的字", "框里的字", "姓名", "里面", "办公室",
    ]  # fmt: skip


def test_emphasis_stays_and_what_is_hidden_goes() -> None:
    xml = body(final(rich(EVERYTHING)).data)
    assert '<w:b/><w:bCs/></w:rPr><w:t xml:space="preserve">必须</w:t>' in xml
    assert '<w:em w:val="dot"/></w:rPr><w:t xml:space="preserve">完成</w:t>' in xml
    assert '<w:strike/></w:rPr><w:t xml:space="preserve">旧</w:t>' in xml
    assert "看不见的" not in xml


def test_what_is_hidden_in_a_title_is_not_in_the_files_properties_either() -> None:
    title = par(run("在工会", ""), run("机密", "<w:vanish/>"), run("动员会上的讲话"))
    made = final(rich(title + plain("同志们：") + plain("开会。"))).data
    assert "<dc:title>在工会动员会上的讲话</dc:title>" in part(made, "docProps/core.xml")


def test_a_speech_in_a_layout_table_looks_like_a_speech_and_a_form_does_not() -> None:
    lines = [
        "在工会动员会上的讲话", "同志们：", "一、抓实竞赛",
        "各级工会要把竞赛办到车间班组，让职工看得见、够得着、用得上，年底来比谁干得好。" * 2,
    ]  # fmt: skip
    cell = f"<w:tbl><w:tr><w:tc>{''.join(map(plain, lines))}</w:tc></w:tr></w:tbl>"
    xml = body(final(rich(cell)).data)
    assert xml.startswith("<w:tbl>")
    assert re.findall('<w:pStyle w:val="([A-Za-z0-9]+)"', xml)[:4] == [
        "Title", "SpeechSalutation", "Heading1", "SpeechBody",
    ]  # fmt: skip
    assert set(re.findall('<w:pStyle w:val="([A-Za-z0-9]+)"', body(final(rich(TABLE)).data))) == {
        "SpeechCell"
    }


def test_a_blank_in_a_cell_is_marked_in_a_draft() -> None:
    data = rich(f"<w:tbl><w:tr><w:tc>{plain('姓名：____')}</w:tc></w:tr></w:tbl>")
    file = opened(data)
    m = file.manuscript
    options = FinalOptions(
        True, (Blank(Span(0, 3, 7), BlankKind.BLANK, "____"),), current_docx(file, m)
    )
    made = write_final_docx(m, OutlineReader().read(m), OFFICIAL, options).data
    assert re.findall("highlight[^>]*/></w:rPr><w:t[^>]*>([^<]*)", body(made)) == ["____"]
    assert "草稿" in part(made, "word/header1.xml")


def test_notes_are_numbered_by_their_order_in_the_text() -> None:
    made = final(rich(EVERYTHING))
    notes = part(made.data, "word/footnotes.xml")
    assert re.findall('w:id="([0-9-]+)"', notes) == ["-1", "0", "1", "2"]
    assert notes.index("同上。") < notes.index("见附件。")
    assert "尾注。" in part(made.data, "word/endnotes.xml")


def test_a_chart_comes_with_its_table_and_a_picture_with_its_bytes() -> None:
    made, source = final(rich(EVERYTHING)).data, rich(EVERYTHING)
    with zipfile.ZipFile(io.BytesIO(made)) as new, zipfile.ZipFile(io.BytesIO(source)) as old:
        kept = {new.read(name) for name in new.namelist()}
        for name in (
            "media/image1.png",
            "media/画 1.emf",
            "embeddings/b.xlsx",
            "embeddings/ole1.bin",
        ):
            assert old.read(f"word/{name}") in kept


def test_smart_art_comes_with_the_drawing_that_its_data_names() -> None:
    drawing = (
        '<w:drawing><wp:inline><wp:docPr id="1" name="图"/><a:graphic><a:graphicData uri="d">'
        '<d:relIds xmlns:d="urn:d" r:dm="dm"/></a:graphicData></a:graphic></wp:inline></w:drawing>'
    )
    related = {"dm": ("diagramData", "diagrams/d.xml"), "dr": ("diagramDrawing", "diagrams/r.xml")}
    parts = {
        "word/diagrams/d.xml": '<m><dataModelExt relId="dr"/></m>', "word/diagrams/r.xml": "<r/>",
    }  # fmt: skip
    made = final(rich(par(f"<w:r>{drawing}</w:r>"), related=related, more=parts)).data
    assert not faults(made)
    rels = part(made, "word/_rels/document.xml.rels")
    drawn = re.search('Id="([^"]+)"[^>]*diagramDrawing" Target="([^"]+)"', rels)
    data = re.search('diagramData" Target="([^"]+)"', rels)
    assert drawn and data and part(made, f"word/{drawn[2]}") == "<r/>"
    assert f'relId="{drawn[1]}"' in part(made, f"word/{data[1]}")


@pytest.mark.parametrize("missing", ["img", "emf", "chart"])
def test_what_leads_nowhere_is_named_and_everything_else_comes(missing: str) -> None:
    related = {name: row for name, row in RELATED.items() if name != missing}
    made = final(rich(EVERYTHING, related=related))
    assert made.left and not faults(made.data)
    kinds = {"img": ObjectKind.PICTURE, "emf": ObjectKind.EMBEDDED, "chart": ObjectKind.CHART}
    assert {one.kind for one in made.left} == {kinds[missing]}
    assert "框里的字" in body(made.data) and "姓名" in body(made.data)


def test_a_note_that_is_not_there_is_named_and_one_without_a_relation_is_found() -> None:
    rows = par(run("甲"), note("footnote", 2)) + par(run("乙"), note("footnote", 9))
    related = {name: row for name, row in RELATED.items() if name != "foot"}
    made = final(rich(rows, related=related))
    assert [(one.kind, one.paragraph) for one in made.left] == [(ObjectKind.FOOTNOTE, 1)]
    assert "见附件。" in part(made.data, "word/footnotes.xml")


def test_a_note_in_a_note_even_in_itself_is_named() -> None:
    data = rewritten(
        rich(par(run("前")) + par(run("甲"), note("footnote", 2)) + par(run("后"))),
        lambda x: x.replace("见附件。</w:t></w:r>", f"见附件。</w:t></w:r>{note('footnote', 2)}"),
    )
    made = final(data)
    assert [(one.kind, one.place) for one in made.left] == [(ObjectKind.FOOTNOTE, "第 2 段")]
    assert not faults(made.data)


def test_of_a_control_that_runs_its_picture_stays() -> None:
    control = '<w:object><v:shape id="s"><v:imagedata r:id="emf"/></v:shape><w:control/></w:object>'
    made = final(rich(par(run("甲"), f"<w:r>{control}</w:r>")))
    assert [one.kind for one in made.left] == [ObjectKind.EMBEDDED]  # as the file's census says
    assert "v:imagedata" in body(made.data) and "w:control" not in body(made.data)


def test_words_typed_around_a_picture_stand_around_it() -> None:
    source = rich(par(run("甲"), f"<w:r>{PICTURE.format(id='img', wide=9)}</w:r>", run("乙")))
    typed = Replace(Position(0, 2), Position(0, 2), "丙")
    xml = body(final(source, typed).data)
    assert xml.index("甲") < xml.index("<w:drawing>") < xml.index("乙") < xml.index("丙")


def test_a_removed_paragraph_with_a_picture_leaves_the_picture() -> None:
    source = rich(
        plain("甲") + par(run("乙"), f"<w:r>{PICTURE.format(id='img', wide=9)}</w:r>") + plain("丙")
    )
    made = final(source, Splice(1, 2, ()))
    assert "乙" not in body(made.data) and body(made.data).count("<w:drawing>") == 1


def test_a_picture_too_wide_for_the_page_is_made_to_fit() -> None:
    xml = body(final(rich(par(f"<w:r>{PICTURE.format(id='img', wide=9000000)}</w:r>"))).data)
    assert set(re.findall('c[xy]="([0-9]+)"', xml)) == {str(ROOM * 635)}  # EMU
    assert 'w:lineRule="atLeast"' in xml


def test_an_old_picture_too_wide_is_made_to_fit_and_one_that_fits_is_not() -> None:
    inside = '<v:imagedata r:id="img"/></v:shape></w:pict>'
    shape = '<w:pict><v:shape style="width:{}pt;height:50pt">' + inside
    xml = body(final(rich(par(*[f"<w:r>{shape.format(n)}</w:r>" for n in (884.4, 88.5)]))).data)
    sizes = re.findall("width:([0-9.]+)pt;height:([0-9.]+)pt", xml)
    assert sizes == [("442.20", "25.00"), ("88.5", "50")]


def test_a_table_too_wide_for_the_page_is_made_to_fit_as_a_whole() -> None:
    cell = '<w:tc><w:tcPr><w:tcW w:w="9000" w:type="dxa"/></w:tcPr><w:p/></w:tc>'
    grid = '<w:tblGrid><w:gridCol w:w="9000"/><w:gridCol w:w="3000"/></w:tblGrid>'
    xml = body(final(rich(f"<w:tbl>{grid}<w:tr>{cell}</w:tr></w:tbl>")).data)
    assert re.findall('<w:(?:gridCol|tcW) w:w="([0-9]+)"', xml) == [
        str(round(ROOM * part)) for part in (0.75, 0.25, 0.75)
    ]


def test_page_breaks_of_every_sort_begin_a_page() -> None:
    brk = '<w:r><w:br w:type="page"/></w:r>'
    section = '<w:pPr><w:sectPr><w:type w:val="nextPage"/></w:sectPr></w:pPr>'
    flow = "<w:pPr><w:sectPr/></w:pPr>"
    rows = (
        par(run("一"), brk)
        + par(run("　"))
        + plain("二")
        + par(brk)
        + plain("三")
        + par(section, run("四"))
    )
    rows += (
        par(run(" "))
        + par("<w:pPr><w:pageBreakBefore/></w:pPr>", run("五"))
        + par(run("六"), brk, run("七"))
    )
    xml = body(final(rich(rows + par(flow, run("八")) + plain("九"))).data)
    opened = re.findall("<w:pageBreakBefore/>.*?<w:t[^>]*>(.)", xml)
    assert opened == ["二", "三", "五", "九"] and xml.count('<w:br w:type="page"/>') == 1


def test_a_section_lying_across_stays_across_on_paper_of_the_edition() -> None:
    across = '<w:sectPr><w:pgSz w:w="20000" w:h="11906" w:orient="landscape"/></w:sectPr>'
    upright = '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/></w:sectPr>'
    rows = par(f"<w:pPr>{upright}</w:pPr>", run("前")) + par(f"<w:pPr>{across}</w:pPr>", run("横"))
    xml = body(final(rich(rows + plain("后"))).data)
    assert re.findall('<w:pgSz w:w="([0-9]+)"', xml) == ["11906", "16838", "11906"]
    assert xml.index("<w:sectPr>") < xml.index("前") < xml.rindex("<w:sectPr>", 0, xml.index("横"))


def test_tracked_changes_are_accepted_and_comments_stay_behind() -> None:
    xml = body(
        final(
            rich(
                par(
                    f'<w:ins w:id="1">{run("新")}</w:ins>',
                    '<w:del w:id="2"><w:r><w:delText>旧</w:delText></w:r></w:del>',
                    '<w:commentRangeStart w:id="3"/>',
                    f"<w:sdt><w:sdtContent>{run('控')}</w:sdtContent></w:sdt>",
                    '<w:r><w:commentReference w:id="3"/></w:r>',
                    '<w:bookmarkStart w:id="4" w:name="书"/>',
                )
            )
        ).data
    )
    assert said(xml) == ["新控"]
    assert not re.search("w:(ins|del|comment|sdt|bookmark)", xml)


def test_a_box_in_a_box_and_a_note_in_a_table_come_along() -> None:
    inner = f"<w:r>{BOX.format(plain('最里'))}</w:r>"
    outer = f"<w:r>{BOX.format(par(run('外层'), inner))}</w:r>"
    table = f"<w:tbl><w:tr><w:tc>{par(run('格'), note('footnote', 2), outer)}</w:tc></w:tr></w:tbl>"
    made = final(rich(table))
    assert not made.left and not faults(made.data)
    assert body(made.data).count("最里") == 4 and "footnoteReference" in body(made.data)


def test_tables_do_not_grow_together_where_the_line_between_them_was_empty() -> None:
    table = f"<w:tbl><w:tr><w:tc>{plain('格')}</w:tc></w:tr></w:tbl>"
    xml = body(final(rich(f"{table}<w:p/>{table}<w:p/>")).data)
    assert "</w:tbl><w:tbl>" not in xml and xml.count("<w:tbl>") == 2


def test_a_tables_style_comes_with_its_borders_and_without_its_faces() -> None:
    style = (
        '<w:style w:type="table" w:styleId="网格"><w:name w:val="网格"/><w:tblPr><w:tblBorders>'
        '<w:top w:val="double"/></w:tblBorders></w:tblPr><w:rPr><w:rFonts w:ascii="Arial"/>'
        '<w:color w:val="FF0000"/></w:rPr></w:style>'
    )
    named = '<w:tblPr><w:tblStyle w:val="网格"/></w:tblPr>'
    table = f"<w:tbl>{named}<w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl>"
    made = final(rich(table, styles=style)).data
    styles = part(made, "word/styles.xml")
    assert re.findall('<w:tblStyle w:val="([^"]+)"', body(made)) == ["CarriedTable1"]
    assert 'w:styleId="CarriedTable1"' in styles and '<w:top w:val="double"/>' in styles
    assert "Arial" not in styles and "FF0000" not in styles


def test_a_shade_too_dark_for_black_letters_stays_behind() -> None:
    cell = '<w:tc><w:tcPr><w:shd w:val="clear" w:fill="{}"/></w:tcPr><w:p/></w:tc>'
    row = cell.format("1F3864") + cell.format("DEEAF6")
    xml = body(final(rich(f"<w:tbl><w:tr>{row}</w:tr></w:tbl>")).data)
    assert re.findall('w:fill="([^"]+)"', xml) == ["DEEAF6"]


def test_the_ways_a_name_stands_are_kept_but_not_for_titles() -> None:
    right = '<w:pPr><w:ind w:right="1280"/><w:jc w:val="end"/></w:pPr>'
    title = par(right, run("在工会动员会上的讲话"))
    xml = body(
        final(rich(title + plain("同志们：") + plain("开会。") + par(right, run("李明")))).data
    )
    assert xml.count('<w:jc w:val="right"/>') == 1
    assert (
        '<w:ind w:right="1280" w:firstLineChars="0" w:firstLine="0"/><w:jc w:val="right"/>' in xml
    )


def test_the_bold_of_a_heading_is_the_editions() -> None:
    rows = plain("在工会动员会上的讲话") + plain("同志们：") + par(run("一、抓实竞赛", "<w:b/>"))
    xml = body(final(rich(rows + par(run("大家", "<w:b/>"), run("努力。")))).data)
    assert xml.count("<w:b/>") == 1 and xml.index("<w:b/>") > xml.index("抓实竞赛")


def test_the_line_under_a_link_is_no_emphasis_and_a_line_under_words_is() -> None:
    style = (
        '<w:style w:type="character" w:styleId="a5"><w:name w:val="Hyperlink"/>'
        '<w:rPr><w:u w:val="single"/></w:rPr></w:style>'
    )
    clicked = run("网站", '<w:rStyle w:val="a5"/>')
    link = f'<w:hyperlink r:id="web">{clicked}</w:hyperlink>'
    xml = body(final(rich(par(link, run("务必", '<w:u w:val="wave"/>')), styles=style)).data)
    assert re.findall('<w:u w:val="([a-z]+)"/>', xml) == ["wave"]


def test_a_tab_stop_beyond_the_line_stands_at_its_end() -> None:
    tabs = '<w:pPr><w:tabs><w:tab w:val="right" w:leader="dot" w:pos="9350"/></w:tabs></w:pPr>'
    xml = body(final(rich(par(tabs, run("第一部分"), "<w:r><w:tab/></w:r>", run("3")))).data)
    assert re.findall('w:pos="([0-9]+)"', xml) == [str(ROOM)]


@settings(max_examples=150)
@given(BODIES, st.data())
def test_after_any_edits_the_final_says_what_the_text_says(
    content: str, data: st.DataObject
) -> None:
    file = opened(docx(content))
    text = edited(data, file.manuscript)
    options = FinalOptions(current=current_docx(file, text))
    made = write_final_docx(text, OutlineReader().read(text), OFFICIAL, options).data
    shown = "".join([one.text for one in read_source(made).shown])
    wanted = "".join([storable(one.text) for one in text.paragraphs])
    assert "".join(shown.split()) == "".join(wanted.split()) and not faults(made)


def test_of_hidden_letters_what_stands_over_them_stays_behind_too() -> None:
    hidden, shown = run("隐", "<w:vanish/>"), run("桥")
    rows = [(run("yǐn"), hidden), (run("mì", "<w:vanish/>"), shown), (run("qiáo"), shown)]
    ruby = "<w:r><w:ruby><w:rt>{}</w:rt><w:rubyBase>{}</w:rubyBase></w:ruby></w:r>"
    xml = body(final(docx(par(run("念"), *[ruby.format(*row) for row in rows]))).data)
    assert said(xml)[0] == "念桥qiáo桥" and xml.count("<w:ruby>") == 2


def test_a_box_on_a_hidden_run_is_hidden_with_it() -> None:
    box = f"<w:pict><v:shape><v:textbox><w:txbxContent>{plain('框里')}</w:txbxContent>"
    hung = f"<w:r>{{}}{box}</v:textbox></v:shape></w:pict></w:r>"
    hidden, shown = hung.format("<w:rPr><w:vanish/></w:rPr>"), hung.format("")
    assert said(body(final(docx(par(run("旁"), hidden))).data)) == ["旁"]
    assert "框里" in body(final(docx(par(run("旁"), shown))).data)
