"""A docx that holds one of each object, each with words of its own."""

import io
import zipfile
from collections.abc import Callable, Mapping

from tests.files.made import KIND, RELS, W, docx, p, zipped

R = f'xmlns:r="{KIND}"'
RUN = "<w:r>{1}<w:t>{0}</w:t></w:r>"


def run(text: str, look: str = "") -> str:
    """A run of words, with properties."""
    return RUN.format(text, f"<w:rPr>{look}</w:rPr>" if look else "")


def par(*inside: str) -> str:
    """A paragraph of whatever is given."""
    return f"<w:p>{''.join(inside)}</w:p>"


def by(name: str, inside: str, author: str = "李明") -> str:
    """A tracked change."""
    return f'<w:{name} w:id="1" w:author="{author}">{inside}</w:{name}>'


def field(code: str, shows: str) -> str:
    """A field in runs, as Word writes it."""
    char = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
    return (
        char.format("begin") + f"<w:r><w:instrText>{code}</w:instrText></w:r>"
        + char.format("separate") + run(shows) + char.format("end")
    )  # fmt: skip


def root(name: str, inside: str) -> str:
    """A part beside the main one."""
    math = "http://schemas.openxmlformats.org/officeDocument/2006/math"
    return (
        f'<?xml version="1.0"?><w:{name} xmlns:w="{W}" xmlns:m="{math}" {R} '
        f'xmlns:v="urn:schemas-microsoft-com:vml">{inside}</w:{name}>'
    )


DELETED = by("del", "<w:r><w:delText>旧句</w:delText></w:r>")
FORMULA = "<m:oMath><m:r><m:t>x=5</m:t></m:r></m:oMath>"
PICTURE = "<w:r><w:drawing><pic/></w:drawing></w:r>"
NOTE = '<w:r><w:footnoteReference w:id="7"/></w:r>'
COMMENTED = f'<w:commentRangeStart w:id="3"/>{run("会议")}<w:commentRangeEnd w:id="3"/>'
BODY = (
    p("开头")
    + par(by("ins", run("新句")), DELETED)
    + par(run("看不见", "<w:vanish/>"), run("划掉", "<w:dstrike/>"))
    + par(run("增长"), FORMULA, PICTURE, NOTE)
    + par(COMMENTED, field("DATE", "3月5日"), field("MERGEFIELD 姓名", "李红"))
    + f"<w:tbl><w:tr><w:tc>{p('格子')}</w:tc></w:tr></w:tbl>"
    + par('<w:r><w:br w:type="page"/></w:r>')
)
PARTS: dict[str, bytes | str] = {
    "word/footnotes.xml": root(
        "footnotes",
        f'<w:footnote w:type="separator" w:id="-1">{p("")}</w:footnote>'
        f'<w:footnote w:id="7">{p("见附件")}</w:footnote>',
    ),
    "word/comments.xml": root(
        "comments", f'<w:comment w:id="3" w:author="李明">{p("这里再核")}</w:comment>'
    ),
    "word/settings.xml": root(
        "settings", '<w:trackRevisions/><w:documentProtection w:enforcement="1"/>'
    ),
}


def full(**more: bytes | str) -> bytes:
    """The docx with one of each; its notes, comments and settings have no relations."""
    return docx(BODY, **{**PARTS, **more})


def docx_with_header(
    beside: Mapping[str, str] | None = None,
    *,
    first: str = "",
    default: str = "",
    footer: str = "",
) -> bytes:
    """One paragraph in a section with these headers and this footer, parts ``beside``."""
    parts = {"first": ("hdr", first), "default": ("hdr", default), "footer": ("ftr", footer)}
    references = rows = ""
    made: dict[str, bytes | str] = dict(beside or {})
    for name, (kind, inside) in parts.items():
        if inside:
            tag, page = ("header", name) if kind == "hdr" else ("footer", "default")
            references += f'<w:{tag}Reference {R} w:type="{page}" r:id="{name}"/>'
            rows += f'<Relationship Id="{name}" Type="{KIND}/{tag}" Target="{name}.xml"/>'
            made[f"word/{name}.xml"] = root(kind, inside)
    made["word/_rels/document.xml.rels"] = f'<Relationships xmlns="{RELS}">{rows}</Relationships>'
    section = f"<w:pPr><w:sectPr>{references}<w:titlePg/></w:sectPr></w:pPr>"
    return docx(par(section, run("正文")), **made)


def rewritten(data: bytes, change: Callable[[str], str]) -> bytes:
    """The docx with every XML member changed."""
    with zipfile.ZipFile(io.BytesIO(data)) as kept:
        parts = {name: kept.read(name) for name in kept.namelist()}
    return zipped(
        {
            name: change(inside.decode()) if name.endswith(("xml", "rels")) else inside
            for name, inside in parts.items()
        }
    )


def everywhere(words: str) -> bytes:
    """A docx that has these words in every place that can have any."""
    box = f"<w:txbxContent>{p(words)}</w:txbxContent>"
    shape = f"<w:r><w:pict><v:shape><v:textbox>{box}</v:textbox></v:shape></w:pict></w:r>"
    nested = f"<w:tbl><w:tr><w:tc>{p(words)}</w:tc></w:tr></w:tbl>"
    body = (
        p(words)
        + f"<w:tbl><w:tr><w:tc>{p(words)}</w:tc><w:tc>{nested}{p('')}</w:tc></w:tr></w:tbl>"
        + par(shape)
        + par(by("ins", run(words)))
        + par(f"<w:sdt><w:sdtPr/><w:sdtContent>{run(words)}</w:sdtContent></w:sdt>")
        + par(field("MERGEFIELD 单位", words))
        + par(
            f"<m:oMath><m:r><m:t>{words[:2]}</m:t></m:r><m:r><m:t>{words[2:]}</m:t></m:r></m:oMath>"
        )
        + par(run("见注"), NOTE, '<w:r><w:endnoteReference w:id="7"/></w:r>', COMMENTED)
        + par(run(words, "<w:vanish/>"))
        + par(run(words, "<w:strike/>"))
    )
    split = par(run(words[:1]), run(words[1:]))
    with_header = docx_with_header(default=split, footer=par(run(words), field("PAGE", "3")))
    with zipfile.ZipFile(io.BytesIO(with_header)) as kept:
        own = {n: kept.read(n) for n in kept.namelist() if "document" in n or n.endswith("er.xml")}
    section = own.pop("word/document.xml").decode().partition("<w:pPr>")[2].partition("</w:pPr>")[0]
    parts: dict[str, bytes | str] = {
        **own,
        "word/default.xml": root("hdr", split),
        "word/footnotes.xml": root("footnotes", f'<w:footnote w:id="7">{p(words)}</w:footnote>'),
        "word/endnotes.xml": root("endnotes", f'<w:endnote w:id="7">{p("首")}{nested}</w:endnote>'),
        "word/comments.xml": root(
            "comments", f'<w:comment w:id="3" w:author="李明">{p(words)}</w:comment>'
        ),
    }
    return docx(body + par(f"<w:pPr>{section}</w:pPr>", run("末")), **parts)
