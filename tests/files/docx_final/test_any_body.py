"""Whatever stands in whatever: the final is sound, holds every object and says every word."""

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from editor.files.docx.open_docx import read_source
from tests.bench.trials.final_carries import counted, faults, main_xml
from tests.files.docx_final.rich_file import (
    BOX,
    CHART,
    FORMULA,
    OBJECT,
    PICTURE,
    RUBY,
    final,
    note,
    rich,
)
from tests.files.made import opened, p
from tests.files.word_objects import field, par, run

LINK = 'HYPERLINK "https://example.org"'
CHAR = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
ATOMS = st.sampled_from([
    run("甲"), run("乙", "<w:b/>"), run(" 丙 ", "<w:u/>"), run("隐", "<w:vanish/>"), run("丁"),
    f"<w:r>{PICTURE.format(id='img', wide=9)}</w:r>", f"<w:r>{CHART}</w:r>",
    f"<w:r>{OBJECT}</w:r>", FORMULA, f"<w:r>{RUBY}</w:r>", note("footnote", 2), note("endnote", 5),
    field("DATE", "今天"), field(LINK, "网"), field("EQ \\f(1,2)", "半"),
    '<w:r><w:br w:type="page"/></w:r>', "<w:r><w:tab/></w:r>", "<w:r><w:br/></w:r>",
    '<w:bookmarkStart w:id="1" w:name="a"/>',
    '<w:del w:id="9"><w:r><w:delText>删</w:delText></w:r></w:del>',
    CHAR.format("begin"), CHAR.format("separate"), CHAR.format("end"),
    f"<w:r><w:instrText>{LINK}</w:instrText></w:r>",
    "<w:r><w:instrText>EQ \\o(a,b)</w:instrText></w:r>",
])  # fmt: skip
INLINE = st.lists(ATOMS, max_size=4).map("".join)
WRAPPED = st.recursive(
    INLINE,
    lambda inner: st.one_of(
        st.builds('<w:hyperlink r:id="web">{}</w:hyperlink>'.format, inner),
        st.builds('<w:hyperlink r:id="nowhere">{}</w:hyperlink>'.format, inner),
        st.builds('<w:ins w:id="3">{}</w:ins>'.format, inner),
        st.builds("<w:sdt><w:sdtPr/><w:sdtContent>{}</w:sdtContent></w:sdt>".format, inner),
        st.builds('<w:fldSimple w:instr="PAGE">{}</w:fldSimple>'.format, inner),
        st.builds('<w:fldSimple w:instr="EQ x">{}</w:fldSimple>'.format, inner),
        st.builds('<w:smartTag w:element="x">{}</w:smartTag>'.format, inner),
        st.tuples(inner, inner).map("".join),
    ),
    max_leaves=5,
)
HEADS = st.sampled_from([
    "", '<w:pPr><w:jc w:val="center"/></w:pPr>', "<w:pPr><w:pageBreakBefore/></w:pPr>",
    "<w:pPr><w:sectPr/></w:pPr>",
    '<w:pPr><w:sectPr><w:pgSz w:w="16838" w:h="11906"/></w:sectPr></w:pPr>',
])  # fmt: skip
PARAGRAPHS = st.builds("<w:p>{}{}</w:p>".format, HEADS, WRAPPED)
CELLS = st.builds("<w:p>{}</w:p>".format, WRAPPED)
BLOCKS = st.recursive(
    st.one_of(PARAGRAPHS, st.just("<w:p/>")),
    lambda inner: st.one_of(
        CELLS.map(
            lambda cell: f"<w:tbl><w:tr><w:tc>{cell}</w:tc><w:tc><w:p/></w:tc></w:tr></w:tbl>"
        ),
        CELLS.map(lambda cell: par(run("框"), f"<w:r>{BOX.format(cell)}</w:r>")),
        inner.map(lambda one: f"<w:sdt><w:sdtContent>{one}</w:sdtContent></w:sdt>"),
        st.tuples(inner, inner).map("".join),
    ),
    max_leaves=6,
)


@settings(max_examples=300, deadline=None)
@given(BLOCKS)
def test_every_object_and_every_word_of_any_body_is_in_its_final(content: str) -> None:
    source = rich(content + p("尾"))
    made = final(source)
    assert not made.left and not faults(made.data)
    before, after = (counted(main_xml(x, "word/document.xml")) for x in (source, made.data))
    for kind in ("表格", "单元格", "图形", "图形(VML)", "嵌入对象", "公式", "脚注", "尾注", "注音"):
        assert before[kind] == after[kind], kind
    wanted = "".join([one.text for one in opened(source).manuscript.paragraphs])
    shown = "".join([one.text for one in read_source(made.data).shown])
    assert "".join(shown.split()) == re.sub(r"隐|\s", "", wanted)
