"""A Word file with one of each object that a final carries, written by hand."""

import struct
import zlib
from pathlib import Path

from editor.editions.styles import OFFICIAL
from editor.files.current_docx import current_docx
from editor.files.docx.open_docx import open_docx
from editor.files.docx_new.final_docx import FinalDocx, FinalOptions, write_final_docx
from editor.manuscript.edits import Edit, apply
from editor.manuscript.outline.reader import OutlineReader
from tests.files.made import KIND, RELS, W, docx, p
from tests.files.word_objects import par, rewritten, run

A = "http://schemas.openxmlformats.org/drawingml/2006"
SPACES = (
    f'xmlns:r="{KIND}" xmlns:a="{A}/main" xmlns:wp="{A}/wordprocessingDrawing" '
    f'xmlns:pic="{A}/picture" xmlns:c="{A}/chart" xmlns:o="urn:schemas-microsoft-com:office:office"'
)
PICTURE = (
    '<w:drawing><wp:inline><wp:extent cx="{wide}" cy="{wide}"/><wp:docPr id="1" name="图"/>'
    f'<a:graphic><a:graphicData uri="{A}/picture"><pic:pic><pic:blipFill>'
    '<a:blip r:embed="{id}"/></pic:blipFill><pic:spPr><a:xfrm><a:ext cx="{wide}" cy="{wide}"/>'
    "</a:xfrm></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing>"
)
CHART = (
    '<w:drawing><wp:anchor><wp:docPr id="1" name="表"/><a:graphic>'
    f'<a:graphicData uri="{A}/chart"><c:chart r:id="chart"/></a:graphicData></a:graphic>'
    "</wp:anchor></w:drawing>"
)
CHART_PART = f'<c:chartSpace {SPACES}><c:externalData r:id="x"/></c:chartSpace>'
OBJECT = (
    '<w:object><v:shape id="s1" style="width:90pt"><v:imagedata r:id="emf"/></v:shape>'
    '<o:OLEObject Type="Embed" ProgID="Equation.3" ShapeID="s1" r:id="ole"/></w:object>'
)
BOX = (
    '<mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor>'
    '<wp:docPr id="7" name="框"/><wps:txbx><w:txbxContent>{0}</w:txbxContent></wps:txbx>'
    "</wp:anchor></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox><w:txbxContent>{0}"
    "</w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent>"
)
RUBY = (
    '<w:ruby><w:rubyPr><w:hps w:val="15"/></w:rubyPr><w:rt><w:r><w:t>chóng</w:t></w:r></w:rt>'
    "<w:rubyBase><w:r><w:t>重</w:t></w:r></w:rubyBase></w:ruby>"
)
BORDERS = '<w:tblBorders><w:top w:val="single" w:sz="12"/></w:tblBorders>'
RELATED = {
    "img": ("image", "media/image1.png"), "emf": ("image", "media/画 1.emf"),
    "chart": ("chart", "charts/chart1.xml"), "ole": ("oleObject", "embeddings/ole1.bin"),
    "gone": ("image", "media/lost.png"), "foot": ("footnotes", "footnotes.xml"),
    "end": ("endnotes", "endnotes.xml"), "theme": ("theme", "theme/theme1.xml"),
    "styles": ("styles", "styles.xml"),
}  # fmt: skip


def png() -> bytes:
    """The smallest picture."""

    def chunk(name: bytes, data: bytes) -> bytes:
        whole = name + data
        return struct.pack(">I", len(data)) + whole + struct.pack(">I", zlib.crc32(whole))

    head = struct.pack(">2I5B", 1, 1, 8, 0, 0, 0, 0)
    pixels = zlib.compress(b"\0\0")
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        [chunk(b"IHDR", head), chunk(b"IDAT", pixels), chunk(b"IEND", b"")]
    )


def notes(kind: str, **texts: str) -> str:
    """A part of footnotes or endnotes: texts by ids such as n2."""
    number = f"<w:r><w:{kind}Ref/></w:r>"
    rows = "".join(
        f'<w:{kind} w:id="{name[1:]}"><w:p>{number}{run(text)}</w:p></w:{kind}>'
        for name, text in texts.items()
    )
    return f'<w:{kind}s xmlns:w="{W}" {SPACES}>{rows}</w:{kind}s>'


def note(kind: str, number: int) -> str:
    """A reference."""
    return f'<w:r><w:{kind}Reference w:id="{number}"/></w:r>'


def relations_xml(rows: dict[str, tuple[str, str]], links: dict[str, str] | None = None) -> str:
    """A part of relations; links lead outside."""
    inner = "".join(
        f'<Relationship Id="{name}" Type="{KIND}/{kind}" Target="{target}"/>'
        for name, (kind, target) in rows.items()
    )
    inner += "".join(
        f'<Relationship Id="{name}" Type="{KIND}/hyperlink" Target="{a}" TargetMode="External"/>'
        for name, a in (links or {}).items()
    )
    return f'<Relationships xmlns="{RELS}">{inner}</Relationships>'


def rich(
    body: str,
    *,
    styles: str = "",
    related: dict[str, tuple[str, str]] | None = None,
    more: dict[str, str] | None = None,
) -> bytes:
    """A docx whose parts hold pictures, a chart with its table, an object, notes, a theme."""
    parts: dict[str, bytes | str] = {
        "word/_rels/document.xml.rels": relations_xml(
            RELATED if related is None else related, {"web": "https://example.org/"}
        ),
        "word/media/image1.png": png(),
        "word/media/画 1.emf": b"\x01\0\0\0emf",
        "word/charts/chart1.xml": CHART_PART,
        "word/charts/_rels/chart1.xml.rels": relations_xml(
            {"x": ("package", "../embeddings/b.xlsx")}
        ),
        "word/embeddings/b.xlsx": b"PK",
        "word/embeddings/ole1.bin": b"\xd0\xcf\x11\xe0",
        "word/footnotes.xml": notes("footnote", n2="见附件。", n3="同上。"),
        "word/endnotes.xml": notes("endnote", n5="尾注。"),
        "word/theme/theme1.xml": f"<a:theme {SPACES}/>",
    }
    parts.update(more or {})
    if styles:
        parts["word/styles.xml"] = f'<w:styles xmlns:w="{W}">{styles}</w:styles>'
    data = docx(body, styles="", numbering="", **parts)
    return rewritten(data, lambda x: x.replace("<w:document ", f"<w:document {SPACES} ", 1))


def final(data: bytes, *edits: Edit, draft: bool = False) -> FinalDocx:
    """The final of a file after edits."""
    opened = open_docx(Path("稿.docx"), data, None)
    text = apply(opened.manuscript, *edits) if edits else opened.manuscript
    options = FinalOptions(draft, current=current_docx(opened, text))
    return write_final_docx(text, OutlineReader().read(text), OFFICIAL, options)


TABLE = (
    f"<w:tbl><w:tblPr>{BORDERS}</w:tblPr><w:tblGrid><w:gridCol w:w='4000'/><w:gridCol w:w='4000'/>"
    f"</w:tblGrid><w:tr><w:tc><w:tcPr><w:gridSpan w:val='2'/></w:tcPr>{p('姓名')}</w:tc></w:tr>"
    f"<w:tr><w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p/></w:tc><w:tc>"
    f"<w:tbl><w:tr><w:tc>{p('里面')}</w:tc></w:tr></w:tbl><w:p/></w:tc></w:tr></w:tbl>"
)
FORMULA = "<m:oMath><m:r><m:t>12.5%</m:t></m:r></m:oMath>"
EMPHATIC = (
    run("今年"),
    run("必须", "<w:b/>"),
    run("完成", '<w:em w:val="dot"/>'),
    run("旧", "<w:strike/>"),
)
EVERYTHING = (
    p("在工会动员会上的讲话")
    + p("同志们：")
    + par(*EMPHATIC)
    + par(run("看不见的", "<w:vanish/>"), run("看得见的"), f"<w:r>{RUBY}</w:r>")
    + par(f"<w:r>{PICTURE.format(id='img', wide=900000)}</w:r>")
    + par(run("图表"), f"<w:r>{CHART}</w:r>", f"<w:r>{OBJECT}</w:r>", note("footnote", 3))
    + par(run("率为"), FORMULA, run("好于"), note("endnote", 5))
    + par(f'<w:hyperlink r:id="web">{run("网站")}</w:hyperlink>', note("footnote", 2))
    + par(run("框"), f"<w:r>{BOX.format(p('框里的字'))}</w:r>")
    + TABLE
    + par('<w:pPr><w:jc w:val="right"/></w:pPr>', run("办公室"))
)
