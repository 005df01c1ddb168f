"""A main part read without a tree says what the careful reading of its tree says, or nothing."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from editor.files.docx.body import paragraphs_of
from editor.files.docx.numbering_part import Numbering
from editor.files.docx.paragraph_reader import DocxStyling
from editor.files.docx.plain_body import PlainBody, quick_paragraphs
from editor.files.docx.styles_part import Styles
from editor.files.docx.xml_tree import parse_xml
from tests.effort import effort
from tests.files.made import W, document, p

NUMBERING = (
    f'<w:numbering xmlns:w="{W}"><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0">'
    '<w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="%1、"/></w:lvl>'
    '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>'
)
STYLES = (
    f'<w:styles xmlns:w="{W}"><w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/>'
    '</w:style><w:style w:type="character" w:styleId="s"><w:rPr><w:b/></w:rPr></w:style></w:styles>'
)
TEXTS = st.text("甲乙 &<>a\t\n\r\u3000\u2028\u2029𠮷\U000f0000'\"", max_size=4)
LETTERS = TEXTS.map(lambda t: t.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;"))
ENTITIES = st.sampled_from(["", "&#x4E00;", "&#10;", "&quot;&apos;", " ", "\n"])
INNER = st.builds("{}{}".format, LETTERS, ENTITIES)
SPACE = ' xml:space="preserve"'
WORDS = st.builds("<w:t{}>{}</w:t>".format, st.sampled_from(["", SPACE]), INNER)
SIGNS = st.sampled_from([
    "<w:tab/>", "<w:br/>", '<w:br w:type="page"/>', "<w:cr/>", "<w:noBreakHyphen/>", "<w:t/>",
    '<w:sym w:font="Wingdings" w:char="F0FE"/>', "<w:drawing/>", "<w:delText>删</w:delText>",
    '<w:footnoteReference w:id="2"/>', "<w:lastRenderedPageBreak/>",
])  # fmt: skip
LOOKS = st.sampled_from([
    "", "<w:rPr><w:b/></w:rPr>", '<w:rPr><w:sz w:val="32"/></w:rPr>', "<w:rPr/>",
    '<w:rPr><w:rStyle w:val="s"/></w:rPr>', '<w:rPr><w:rFonts w:eastAsia="仿宋"/></w:rPr>',
])  # fmt: skip
RUNS = st.builds(
    "<w:r>{}{}</w:r>".format,
    LOOKS,
    st.lists(st.one_of(WORDS, WORDS, SIGNS), max_size=2).map("".join),
)
FIELD = (
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> DATE </w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r>{}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
)
WRAPS = st.sampled_from([
    "{}", "{}", "{}", '<w:hyperlink w:anchor="a">{}</w:hyperlink>',
    '<w:ins w:id="1" w:author="李" w:date="d">{}</w:ins>', '<w:del w:id="2">{}</w:del>', FIELD,
    '<w:sdt><w:sdtPr><w:alias w:val="名"/><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{}'
    "</w:sdtContent></w:sdt>", '<w:bookmarkStart w:id="3" w:name="b"/>{}<w:bookmarkEnd w:id="3"/>',
    "<w:r><w:ruby><w:rt>{}</w:rt><w:rubyBase><w:r><w:t>仇</w:t></w:r></w:rubyBase></w:ruby></w:r>",
    "<w:proofErr w:type='spellStart'/>{}",
])  # fmt: skip
INSIDES = st.lists(st.builds(str.format, WRAPS, RUNS), max_size=3).map("".join)
HEADS = st.sampled_from([
    "", "", '<w:pPr><w:pStyle w:val="1"/></w:pPr>', '<w:pPr><w:outlineLvl w:val="1"/></w:pPr>',
    '<w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr>',
    '<w:pPr><w:rPr><w:del w:id="9"/></w:rPr></w:pPr>', "<w:pPr><w:sectPr/></w:pPr>",
])  # fmt: skip
PARAGRAPHS = st.one_of(
    st.sampled_from(["<w:p/>", '<w:p w:rsidR="00A1"/>']),
    st.builds("<w:p{}>{}{}</w:p>".format, st.sampled_from(["", ' w:rsidR="1"']), HEADS, INSIDES),
)
BOXES = PARAGRAPHS.map(
    lambda inner: (
        "<w:p><w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wps:txbx>"
        f"<w:txbxContent>{inner}</w:txbxContent></wps:txbx></w:drawing></mc:Choice><mc:Fallback>"
        f"<w:pict><v:textbox><w:txbxContent>{inner}</w:txbxContent></v:textbox></w:pict>"
        "</mc:Fallback></mc:AlternateContent></w:r><w:r><w:t>外</w:t></w:r></w:p>"
    )
)
CELL_HEADS = st.sampled_from([
    "", '<w:tcPr><w:tcW w:w="1"/></w:tcPr>', '<w:tcPr><w:gridSpan w:val="2"/></w:tcPr>',
    '<w:tcPr><w:vMerge w:val="restart"/></w:tcPr>', "<w:tcPr><w:vMerge/></w:tcPr>",
])  # fmt: skip
ROW_HEADS = st.sampled_from(["", "", '<w:trPr><w:gridBefore w:val="1"/></w:trPr>'])


def table(blocks: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    cells = st.builds("<w:tc>{}{}<w:p/></w:tc>".format, CELL_HEADS, blocks)
    rows = st.builds(
        "<w:tr>{}{}</w:tr>".format, ROW_HEADS, st.lists(cells, min_size=1, max_size=3).map("".join)
    )
    return st.lists(rows, min_size=1, max_size=3).map(
        lambda rows: f"<w:tbl><w:tblPr/><w:tblGrid/>\n{''.join(rows)}</w:tbl>"
    )


CONTROL = "<w:sdt><w:sdtPr>{}</w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>"
BLOCKS = st.recursive(
    st.one_of(PARAGRAPHS, PARAGRAPHS, BOXES),
    lambda blocks: st.one_of(
        table(blocks),
        st.builds(CONTROL.format, st.sampled_from(["", "", "", "<w:showingPlcHdr/>"]), blocks),
        st.builds('<w:ins w:id="5" w:author="王">{}</w:ins>'.format, blocks),
        st.builds('<w:bookmarkStart w:id="4" w:name="c"/>{}'.format, blocks),
    ),
    max_leaves=6,
)
BODIES = st.lists(BLOCKS, min_size=1, max_size=5).map("".join)


def styling() -> DocxStyling:
    styles = Styles(parse_xml(STYLES.encode(), "styles.xml"))
    return DocxStyling(styles, Numbering(parse_xml(NUMBERING.encode(), "numbering.xml"), styles))


def read(xml: str) -> PlainBody | None:
    return quick_paragraphs(xml.encode(), styling())


def carefully(xml: str) -> Any:
    return paragraphs_of(parse_xml(xml.encode(), "document.xml"), styling())


@settings(max_examples=400)
@given(BODIES)
def test_both_readings_say_the_same(body: str) -> None:
    xml = document(body)
    found = read(xml)
    if found is not None:
        assert found.paragraphs == carefully(xml)
    else:
        prompt = "<w:showingPlcHdr/></w:sdtPr><w:sdtContent><w:"
        assert '<w:ins w:id="5"' in body or prompt in body


@pytest.mark.parametrize(
    "body",
    [
        p("甲") + "<w:tbl><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl>" + p("乙"),
        p("甲", "乙") * 3,
        "<w:p><w:pPr><w:numPr><w:numId w:val='1'/></w:numPr></w:pPr></w:p>" * 3,
        CONTROL.format("", p("甲")),
        "<w:p/>",
    ],
)
def test_usual_parts_are_read_without_a_tree(body: str) -> None:
    found = read(document(body))
    assert found is not None and found.paragraphs == carefully(document(body))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("</w:p>", "</w:q>"), ("<w:r>", "<w:r"), ("甲", "&nbsp;"), ("甲", "\x01"),
        ("甲", "]]>"), ("甲", "\ufffe"), ("甲", "<![CDATA[甲]]>"), ("</w:tc>", ""),
        ("<w:tc>", "<w:tc a=b>"), ("<w:tc>", '<w:tc a="1" a="2">'), ("<w:tc>", "词<w:tc>"),
        ("<w:p>", '<w:p w:rsidR="1" w:rsidR="2">'), ("<w:p>", '<w:p w14:paraId="1">'),
        ("<w:tr>", '<w:tr x:y="1">'), ("</w:tr>", '</w:tr a="1">'), ("<w:tbl>", "</w:tbl>"),
        ("<w:tbl>", "<!-- </w:p> --><w:tbl>"), ("<w:tbl>", "<?pi?><w:tbl>"),
        ("<w:tbl>", '<w:customXml w:element="a"/><w:tbl>'), ("</w:body>", "</w:body>词"),
    ],
)  # fmt: skip
def test_what_is_not_sound_or_not_known_is_left_to_the_tree(old: str, new: str) -> None:
    body = p("甲") + f"<w:tbl><w:tr><w:tc>{p('乙')}</w:tc></w:tr></w:tbl>" + p("丙")
    xml = document(body)
    assert read(xml) is not None
    assert read(xml.replace(old, new, 1)) is None


def test_a_shape_that_comes_again_is_not_read_again() -> None:
    typed, apart = (
        document("".join(f'<w:p {name}="{n:08X}">{p("甲", "乙")[5:]}' for n in range(300)))
        for name in ("w:rsidR", "w:other")
    )
    read(typed)  # what is remembered of names is remembered
    assert 2 * effort(lambda: read(typed)) < effort(lambda: read(apart))
