"""Texts beside the speech are read from every part, and what Word writes itself is no text."""

import pytest

from editor.manuscript.side_texts import SideText
from tests.files.made import docx, opened, p, relations
from tests.files.word_objects import (
    COMMENTED,
    NOTE,
    docx_with_header,
    field,
    par,
    rewritten,
    root,
    run,
)

A = "http://schemas.openxmlformats.org/drawingml/2006/main"
CHART = (
    f'<c:chartSpace xmlns:c="urn:c" xmlns:a="{A}"><c:title><a:p><a:r><a:t>X市</a:t></a:r>'
    "<a:r><a:t>产值</a:t></a:r></a:p></c:title><c:cat><c:strCache><c:pt><c:v>一季度</c:v></c:pt>"
    "</c:strCache></c:cat><c:val><c:numCache><c:pt><c:v>3.5</c:v></c:pt></c:numCache></c:val>"
    "</c:chartSpace>"
)
DIAGRAM = (
    f'<dgm:dataModel xmlns:dgm="urn:d" xmlns:a="{A}"><a:p><a:r><a:t>牵头单位</a:t></a:r></a:p>'
    "</dgm:dataModel>"
)


def told(data: bytes) -> list[tuple[str, list[str]]]:
    """Places with their lines."""
    return [(t.place, [one.text for one in t.paragraphs]) for t in beside(data)]


def beside(data: bytes) -> tuple[SideText, ...]:
    return opened(data).manuscript.beside


def notes(*inside: str) -> str:
    return root("footnotes", "".join(inside))


def note(text: str, number: int = 7, kind: str = "") -> str:
    sort = f' w:type="{kind}"' if kind else ""
    return f'<w:footnote{sort} w:id="{number}">{p(text)}</w:footnote>'


def test_a_plain_file_has_nothing_beside_its_text() -> None:
    assert beside(docx(p("一句"))) == ()


@pytest.mark.parametrize("inside", ["", p(""), p("   "), par(field("PAGE", ""))])
def test_an_empty_header_is_none(inside: str) -> None:
    assert beside(docx_with_header(default=inside or par())) == ()


@pytest.mark.parametrize("number", ["1", ""])
@pytest.mark.parametrize("footer", ["- {} -", "第{}页", "第 {} 页 共 {} 页", "— {} —", "·{}·"])
def test_a_footer_of_page_numbers_is_none(footer: str, number: str) -> None:
    before, _, behind = footer.partition("{}")
    middle, _, last = behind.partition("{}")
    inside = par(run(before), field("PAGE", number), run(middle), field("NUMPAGES", "9"), run(last))
    assert beside(docx_with_header(footer=inside)) == ()


def test_a_number_that_was_never_counted_leaves_no_gap_among_words() -> None:
    inside = par(run("简报　第"), field("PAGE", ""), run("页"))
    assert told(docx_with_header(footer=inside)) == [("页脚", ["简报　第1页"])]


def test_a_date_that_word_writes_is_no_date_of_the_speech() -> None:
    inside = par(run("印于"), field('DATE \\@ "yyyy-M-d"', "2019-3-5"))
    assert told(docx_with_header(footer=inside)) == [("页脚", ["印于今天"])]


def test_words_over_several_runs_and_paragraphs_are_whole() -> None:
    data = docx_with_header(default=par(run("X"), run("市总"), run("工会")) + p("二〇二六年"))
    assert told(data) == [("页眉", ["X市总工会", "二〇二六年"])]


def test_a_header_that_is_switched_off_is_known_as_such() -> None:
    data = docx_with_header(first=p("首页"), default=p("各页"))
    off = rewritten(data, lambda part: part.replace("<w:titlePg/>", ""))
    assert [(t.place, t.shown) for t in beside(off)] == [
        ("首页页眉（没有启用）", False), ("页眉", True),
    ]  # fmt: skip


def test_tables_and_boxes_in_a_header_have_places_of_their_own() -> None:
    box = f"<w:txbxContent>{p('密级')}</w:txbxContent>"
    both = (
        '<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
        f'<mc:Choice Requires="wps"><w:drawing>{box}</w:drawing></mc:Choice>'
        f"<mc:Fallback><w:pict>{box}</w:pict></mc:Fallback></mc:AlternateContent>"
    )
    table = f"<w:tbl><w:tr><w:tc>{p('文号')}</w:tc></w:tr></w:tbl>"
    data = docx_with_header(default=par(f"<w:r>{both}</w:r>") + table + p("机关"))
    assert dict(told(data)) == {
        "页眉·文本框1": ["密级"], "页眉·表1·1行1列": ["文号"], "页眉": ["", "机关"],
    }  # fmt: skip


def test_notes_are_numbered_as_they_are_met_and_separators_are_none() -> None:
    rule = note("——", -1, "separator") + note("", 0, "continuationSeparator")
    second = NOTE.replace('"7"', '"2"')
    part = notes(rule, note("乙", 2), note("甲"), note("丙", 9))
    data = docx(par(NOTE) + par(second), **{"word/footnotes.xml": part})
    assert told(data) == [("脚注2", ["乙"]), ("脚注1", ["甲"]), ("脚注（没有用到）", ["丙"])]
    assert [t.key for t in beside(data)] == [2, 1, 0]


def test_a_comment_has_its_author_and_the_paragraph_it_speaks_of() -> None:
    part = root("comments", f'<w:comment w:id="3" w:author="王芳">{p("核一下")}</w:comment>')
    (one,) = beside(docx(p("首") + par(COMMENTED), **{"word/comments.xml": part}))
    assert (one.place, one.key) == ("批注 王芳", 2)


def test_a_formula_is_read_as_a_line() -> None:
    parts = [f"<m:r><m:t>{t}</m:t></m:r>" for t in ("总产值=", "X", "亿元")]
    fraction = f"<m:oMath>{parts[0]}<m:f><m:num>{parts[1]}</m:num></m:f>{parts[2]}</m:oMath>"
    assert told(docx(par(run("见"), fraction))) == [("公式1", ["总产值=X亿元"])]


def test_charts_and_diagrams_tell_their_strings_but_no_figures() -> None:
    data = docx(p("字"), **{"word/charts/chart1.xml": CHART, "word/diagrams/data1.xml": DIAGRAM})
    assert told(data) == [("图表1", ["X市产值", "一季度"]), ("智能图形1", ["牵头单位"])]


def test_a_chart_of_a_header_stands_there_and_says_what_is_drawn_upon_it() -> None:
    drawing = '<w:r><w:drawing><c:chart xmlns:c="urn:c" r:id="r0"/></w:drawing></w:r>'
    over = f'<c:userShapes xmlns:c="urn:c" xmlns:a="{A}"><a:p><a:r><a:t>X镇</a:t></a:r></a:p>'
    parts = {
        "word/_rels/default.xml.rels": relations(chart="charts/chart1.xml"),
        "word/charts/chart1.xml": CHART,
        "word/charts/_rels/chart1.xml.rels": relations(chartUserShapes="../drawings/d1.xml"),
        "word/drawings/d1.xml": over + "</c:userShapes>",
    }
    data = docx_with_header(parts, default=par(drawing))
    assert told(data) == [("页眉·图表1", ["X市产值", "一季度", "X镇"])]


def test_a_newer_chart_tells_its_strings_too() -> None:
    chart = (
        '<cx:chartSpace xmlns:cx="urn:cx"><cx:txData><cx:v>各区产值</cx:v></cx:txData><cx:strDim>'
        "<cx:lvl><cx:pt>X区</cx:pt></cx:lvl></cx:strDim><cx:numDim><cx:lvl><cx:pt>3</cx:pt></cx:lvl>"
        "</cx:numDim></cx:chartSpace>"
    )
    data = docx(p("字"), **{"word/charts/chartEx1.xml": chart})
    assert told(data) == [("图表1", ["各区产值", "X区"])]


def test_words_drawn_in_a_shape_are_read_once_and_those_in_a_box_are_the_pages() -> None:
    words = f'<a:p xmlns:a="{A}"><a:r><a:t>组织</a:t></a:r><a:r><a:t>机构图</a:t></a:r></a:p>'
    box = f"<w:txbxContent>{p('框里')}</w:txbxContent>"
    data = docx(p("首") + par(f"<w:r><w:drawing>{words}{box}</w:drawing></w:r>"))
    assert told(data) == [("图形", ["组织机构图"])] and beside(data)[0].key == 2


ABOVE = "<w:r><w:ruby><w:rt>{}</w:rt><w:rubyBase>{}</w:rubyBase></w:ruby></w:r>"


def test_what_stands_over_letters_is_read_apart_from_them() -> None:
    ruby = ABOVE.format(run("X拼音"), run("桥"))
    assert told(docx(p("首") + par(run("念"), ruby))) == [("注音", ["X拼音"])]
    assert told(docx_with_header(default=par(run("念"), ruby))) == [
        ("页眉", ["念桥"]), ("页眉·注音", ["X拼音"]),
    ]  # fmt: skip


@pytest.mark.parametrize("name", ["MACROBUTTON NoMacro", "GOTOBUTTON mark"])
def test_words_to_click_on_are_read_though_they_are_an_instruction(name: str) -> None:
    data = docx(p("首") + par(run("致"), field(f" {name} 请填 X单位 ", "")))
    assert told(data) == [("提示域", ["请填 X单位"])] and beside(data)[0].key == 2
    assert told(docx(par(field(f"{name} 请填 X单位", "请填 X单位")))) == []


def test_a_watermark_is_read() -> None:
    mark = '<w:r><w:pict><v:shape><v:textpath string="X单位样稿"/></v:shape></w:pict></w:r>'
    assert told(docx_with_header(default=par(mark))) == [("页眉·水印", ["X单位样稿"])]


def test_building_blocks_of_word_are_not_of_the_file() -> None:
    glossary = root("hdr", p("X模板"))
    assert beside(docx(p("字"), **{"word/glossary/header1.xml": glossary})) == ()
