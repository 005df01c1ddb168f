"""Pieces of WordprocessingML: all that stands in a speech's file, and some that may not."""

from tests.files.made import p
from tests.files.rich import cell, endnote, footnote, formula, para, picture, row, ruby, run, table

FIELD = (
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>DATE</w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>5月</w:t></w:r>'
    '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
)
BOX = (
    '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx><w:txbxContent>'
    f"{p('盒中字')}</w:txbxContent></wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>"
    f"<w:txbxContent>{p('盒中字')}</w:txbxContent></v:textbox></w:pict></mc:Fallback>"
    "</mc:AlternateContent></w:r>"
)
CONTROL = (
    "<w:sdt><w:sdtPr><w:alias w:val='日期'/><w:showingPlcHdr/></w:sdtPr>"
    "<w:sdtContent>{}</w:sdtContent></w:sdt>"
)
INLINE = (
    run("字", "<w:b/>"),
    run("抓学习", '<w:u w:val="single"/><w:color w:val="FF0000"/>'),
    run("隐", "<w:vanish/>"),
    '<w:ins w:id="1" w:author="甲" w:date="2024-01-01T00:00:00Z"><w:r><w:t>添</w:t></w:r></w:ins>',
    '<w:del w:id="2" w:author="甲"><w:r><w:delText>删</w:delText></w:r></w:del>',
    '<w:moveFrom w:id="3"><w:r><w:t>移</w:t></w:r></w:moveFrom>',
    '<w:moveTo w:id="3"><w:r><w:t>移</w:t></w:r></w:moveTo>',
    '<w:hyperlink w:anchor="a"><w:r><w:t>链</w:t></w:r></w:hyperlink>',
    FIELD,
    BOX,
    footnote(1),
    endnote(1),
    '<w:fldSimple w:instr="MERGEFIELD 姓名"><w:r><w:t>王</w:t></w:r></w:fldSimple>',
    '<w:bookmarkStart w:id="5" w:name="a"/>',
    '<w:bookmarkEnd w:id="5"/>',
    '<w:commentRangeStart w:id="1"/>',
    '<w:commentRangeEnd w:id="1"/><w:r><w:commentReference w:id="1"/></w:r>',
    "<w:r><w:tab/></w:r>",
    "<w:r><w:br/></w:r>",
    '<w:r><w:br w:type="page"/></w:r>',
    "<w:r><w:cr/></w:r>",
    "<w:r><w:noBreakHyphen/></w:r>",
    '<w:r><w:sym w:font="Wingdings" w:char="F0FE"/></w:r>',
    ruby("字", "zi"),
    formula("x=1"),
    picture("r0", 20, 10),
    CONTROL.format("<w:r><w:t>控</w:t></w:r>"),
    "<w:smartTag><w:r><w:t>标</w:t></w:r></w:smartTag>",
    "<w:r><w:object/></w:r>",
    '<w:proofErr w:type="spellStart"/>',
    "<!-- 注 -->",
    "<?a b?>",
    "<w:r><w:t/></w:r>",
    '<w:r><w:t xml:space="preserve">  两 空  </w:t></w:r>',
    "<w:permStart w:id='9'/>",
    "<w:permEnd w:id='9'/>",
)
BLOCKS = (
    p("在全区会议上的讲话"),
    p("一、", "抓学习"),
    p("X工会"),
    "<w:p/>",
    "<w:p></w:p>",
    para("标题", properties='<w:pStyle w:val="1"/>'),
    para("条", properties='<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'),
    para(
        "条",
        properties='<w:numPr><w:ilvl w:val="7"/><w:numId w:val="9"/></w:numPr>'
        '<w:outlineLvl w:val="0"/>',
    ),
    table((40, 60), row("姓名", ""), row("甲", "乙")),
    table((40,), row(cell(p("一"), table((20,), row("内"))))),
    row("孤", "行"),
    cell("孤格"),
    CONTROL.format(p("控段")),
    '<w:bookmarkStart w:id="7" w:name="b"/>',
    '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/></w:sectPr>',
    "<w:altChunk/>",
    "<w:customXml><w:p/></w:customXml>",
    '<w:ins w:id="8"><w:p/></w:ins>',
    "<m:oMathPara><m:oMath><m:r><m:t>y</m:t></m:r></m:oMath></m:oMathPara>",
    "<w:p><w:pPr><w:rPr><w:del w:id='4'/></w:rPr></w:pPr><w:r><w:t>并</w:t></w:r></w:p>",
    "<w:tbl/>",
    "<w:sdt/>",
    "<w:p>" + "".join(INLINE[:4]) + "</w:p>",
)
VALUES = (
    "",
    "0",
    "1",
    "-1",
    "9",
    "99999999999",
    "on",
    "off",
    "none",
    "甲",
    "a b",
    "../x",
    "1.5",
    "true",
    "NaN",
    "²",
    "9" * 5_000,
    "-5",
    "1e9",
    "inf",
)
_STYLE = '<w:style w:type="{}" w:styleId="{}"><w:name w:val="{}"/>{}</w:style>'
STYLES = (
    _STYLE.format("paragraph", 1, "heading 1", '<w:basedOn w:val="2"/>')
    + _STYLE.format("paragraph", 2, "标题 2", '<w:basedOn w:val="1"/>')
    + _STYLE.format("character", 3, "强调", "<w:rPr><w:b/></w:rPr>")
)
NUMBERING = (
    '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/>'
    '<w:numFmt w:val="chineseCounting"/><w:lvlText w:val="%1、"/></w:lvl><w:lvl w:ilvl="1">'
    '<w:numFmt w:val="decimal"/><w:lvlText w:val="%1.%2"/></w:lvl></w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
)
