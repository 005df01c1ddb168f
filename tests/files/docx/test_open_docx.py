"""What a docx shows: all its text once, its roles, its automatic numbers, its frames."""

from pathlib import Path

import pytest

from editor.files.docx.open_docx import open_docx
from editor.manuscript.marks import LINK, Mark, loose
from editor.manuscript.number_format import write_number
from tests.files.made import docx, opened, p, texts

R = "<w:r><w:t>{}</w:t></w:r>"
CASES = [
    (f'<w:ins w:id="1" w:author="a">{R.format("加")}</w:ins>', "加"),
    ('<w:del w:id="1" w:author="a"><w:r><w:delText>删</w:delText></w:r></w:del>', ""),
    (f'<w:moveFrom w:id="1">{R.format("旧")}</w:moveFrom>', ""),
    (f'<w:hyperlink>{R.format("链")}</w:hyperlink>', "链"),
    (f'<w:smartTag w:element="x">{R.format("智")}</w:smartTag>', "智"),
    (f'<w:fldSimple w:instr="DATE">{R.format("域")}</w:fldSimple>', "域"),
    (f"<w:sdt><w:sdtPr/><w:sdtContent>{R.format('控')}</w:sdtContent></w:sdt>", "控"),
    ('<w:r><w:t>a</w:t><w:br/><w:t>b</w:t><w:tab/><w:t>c</w:t></w:r>', "a\u2028b\tc"),
    ("<w:r><w:noBreakHyphen/><w:softHyphen/><w:cr/></w:r>", "\u2011\u00ad\u2028"),
    ('<w:r><w:sym w:font="Wingdings" w:char="F0FE"/></w:r>', "☑"),
    ('<w:r><w:t> 甲 </w:t></w:r><w:r><w:t xml:space="preserve"> 乙</w:t></w:r>', "甲 乙"),
    ("<w:r><w:t>甲\n乙</w:t></w:r>", "甲 乙"),
    ("<w:r><w:ruby><w:rt><w:r><w:t>qiú</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>仇</w:t></w:r>"
     "</w:rubyBase></w:ruby></w:r>", "仇"),
    ('<w:r><w:fldChar w:fldCharType="begin"/><w:instrText>TOC</w:instrText>'
     '<w:fldChar w:fldCharType="separate"/><w:t>目录</w:t><w:fldChar w:fldCharType="end"/></w:r>',
     "目录"),
]  # fmt: skip


def lvl(level: int, form: str, text: str, more: str = "") -> str:
    return (
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>{more}'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
    )


def style(identity: str, name: str, more: str = "", default: str = "0") -> str:
    return (
        f'<w:style w:type="paragraph" w:default="{default}" w:styleId="{identity}">'
        f'<w:name w:val="{name}"/>{more}</w:style>'
    )


def num(identity: int, abstract: int, more: str = "") -> str:
    return f'<w:num w:numId="{identity}"><w:abstractNumId w:val="{abstract}"/>{more}</w:num>'


FROM_5 = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride>'
NUMBERING = (
    '<w:abstractNum w:abstractNumId="0">'
    + lvl(0, "chineseCountingThousand", "%1、")
    + lvl(1, "chineseCounting", "（%2）")
    + lvl(2, "decimal", "%1.%2.%3", "<w:isLgl/>")
    + '</w:abstractNum><w:abstractNum w:abstractNumId="1">'
    + lvl(0, "decimal", "第%1条", '<w:pStyle w:val="T1"/>')
    + "</w:abstractNum>"
    + num(1, 0)
    + num(2, 0, FROM_5)
    + num(3, 1)
)
STYLES = (
    style("a", "Normal", default="1")
    + style("1", "heading 1", '<w:basedOn w:val="a"/>')
    + style("2", "标题 2")
    + style("b", "一级", '<w:basedOn w:val="1"/>')
    + style("c", "三级", '<w:pPr><w:outlineLvl w:val="2"/></w:pPr>')
    + style("t", "Title", '<w:basedOn w:val="t"/>')
    + style("T1", "条", '<w:pPr><w:numPr><w:numId w:val="3"/></w:numPr></w:pPr>')
)


def styled(style: str, text: str, more: str = "") -> str:
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{more}</w:pPr>{R.format(text)}</w:p>'


def numbered(text: str, level: int, number: int = 1) -> str:
    mark = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'
    return f"<w:p><w:pPr>{mark}</w:pPr>{R.format(text)}</w:p>"


@pytest.mark.parametrize(("inside", "text"), CASES, ids=[str(n) for n in range(len(CASES))])
def test_text_is_seen_wherever_it_stands(inside: str, text: str) -> None:
    assert texts(opened(docx(f"<w:p>{inside}</w:p>" + p("尾")))) == [text, "尾"]


def test_what_is_not_text_is_named() -> None:
    body = (
        "<w:p><w:r><w:t>甲</w:t><w:drawing><pic/></w:drawing></w:r>"
        '<w:r><w:footnoteReference w:id="1"/></w:r><m:oMath><m:r><m:t>x</m:t></m:r></m:oMath></w:p>'
    )
    (one,) = opened(docx(body)).manuscript.paragraphs
    assert (one.text, one.holds) == ("甲", "图片、脚注、公式")


def test_cells_and_boxes_say_where_they_are() -> None:
    wide = '<w:gridSpan w:val="2"/>'
    cell = "<w:tc><w:tcPr>{}</w:tcPr>{}</w:tc>"
    row = f"<w:tr>{cell.format(wide, p('甲'))}{cell.format('', p('乙'))}</w:tr>"
    box = f"<w:txbxContent>{p('框')}</w:txbxContent>"
    both = (
        f'<mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>{box}</w:drawing></mc:Choice>'
        f"<mc:Fallback><w:pict>{box}</w:pict></mc:Fallback></mc:AlternateContent>"
    )
    body = f"<w:tbl>{row}</w:tbl><w:p><w:r><w:t>前</w:t>{both}<w:t>后</w:t></w:r></w:p>"
    shown = opened(docx(body)).manuscript.paragraphs
    assert [(one.text, one.frame) for one in shown] == [
        ("甲", "表1·1行1列"),
        ("乙", "表1·1行3列"),
        ("前后", ""),
        ("框", "文本框1"),
    ]


def test_automatic_numbers_are_labels() -> None:
    rows = [("a", 0), ("b", 1), ("c", 1), ("d", 2), ("e", 0), ("f", 1), ("g", 2)]
    body = "".join(numbered(text, level) for text, level in rows) + numbered("h", 0, 2)
    labels = [one.label for one in opened(docx(body, numbering=NUMBERING)).manuscript.paragraphs]
    assert labels == ["一、", "（一）", "（二）", "1.2.1", "二、", "（一）", "2.1.1", "五、"]


def test_a_style_can_number_and_a_paragraph_can_refuse() -> None:
    no = '<w:numPr><w:numId w:val="0"/></w:numPr>'
    body = styled("T1", "a") + styled("T1", "b", no) + styled("T1", "c")
    file = opened(docx(body, styles=STYLES, numbering=NUMBERING))
    assert [one.label for one in file.manuscript.paragraphs] == ["第1条", "", "第2条"]


def test_styles_give_roles_through_what_they_are_based_on() -> None:
    level = '<w:outlineLvl w:val="3"/>'
    body = "".join(styled(s, s) for s in "12bcta") + styled("a", "x", level) + p("y")
    roles = [one.style for one in opened(docx(body, styles=STYLES)).manuscript.paragraphs]
    assert roles == ["heading1", "heading2", "heading1", "heading3", "title", "", "heading4", ""]


@pytest.mark.parametrize(
    ("form", "number", "written"),
    [
        ("chineseCounting", 12, "十二"), ("chineseCounting", 20, "二十"),
        ("chineseCountingThousand", 105, "一百零五"), ("chineseCountingThousand", 110, "一百一十"),
        ("chineseCountingThousand", 10003, "一万零三"), ("ideographDigital", 20, "二〇"),
        ("decimalEnclosedCircle", 3, "③"), ("decimalEnclosedCircle", 21, "㉑"),
        ("upperRoman", 19, "XIX"), ("lowerLetter", 28, "bb"), ("decimalZero", 7, "07"),
        ("decimalFullWidth", 12, "１２"), ("ideographTraditional", 2, "乙"),
        ("chineseLegalSimplified", 25, "贰拾伍"), ("none", 3, ""), ("who knows", 3, "3"),
        ("upperRoman", 0, "0"),
    ],
)  # fmt: skip
def test_numbers_are_written_as_word_writes_them(form: str, number: int, written: str) -> None:
    assert write_number(number, form) == written


def test_signed_files_open_read_only_and_templates_say_so() -> None:
    signed = opened(docx(p("甲"), **{"_xmlsignatures/sig1.xml": "<a/>"}))
    assert signed.read_only and "签名" in signed.notes[0]
    types = docx(p("甲")).replace(b"x", b"x")
    assert open_docx(Path("a.dotx"), types, None).manuscript.text == "甲"


def test_the_strict_edition_reads_the_same() -> None:
    data = docx(p("甲") + styled("1", "乙"), styles=STYLES)
    from tests.files.made import document, part

    strict = "http://purl.oclc.org/ooxml/wordprocessingml/main"
    old = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    whole = document(p("甲") + styled("1", "乙")).replace(old, strict)
    styles = part(data, "word/styles.xml").replace(old, strict)
    file = opened(
        docx("", styles=STYLES, **{"word/document.xml": whole, "word/styles.xml": styles})
    )
    assert [(one.text, one.style) for one in file.manuscript.paragraphs] == [
        ("甲", ""),
        ("乙", "heading1"),
    ]


def test_broken_styles_cost_the_styles_only() -> None:
    file = opened(docx(p("甲"), styles=STYLES, **{"word/styles.xml": "<w:styles"}))
    assert texts(file) == ["甲"] and "样式" in file.notes[0]


def test_a_link_is_told_by_where_it_leads_and_a_place_of_the_file_by_its_name() -> None:
    web = (
        '<w:hyperlink xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
        f' r:id="rId7">{R.format("网")}</w:hyperlink>'
    )
    inner = f'<w:hyperlink w:anchor="书签">{R.format("内")}</w:hyperlink>'
    rels = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        '<Relationship Id="rId7" Type="x/hyperlink" Target="https://example.org/" '
        'TargetMode="External"/></Relationships>'
    )
    data = docx(f"<w:p>{web}{inner}</w:p>", **{"word/_rels/document.xml.rels": rels})
    (one,) = opened(data).manuscript.paragraphs
    links = [m for m in one.marks if m.kind == LINK]
    assert links == [Mark(0, 1, LINK, "https://example.org/"), Mark(1, 2, LINK, "书签")]
    assert loose(one.marks) == (Mark(0, 1, LINK, "https://example.org/"),)
