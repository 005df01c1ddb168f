"""Small docx files for the tests of this room, written by hand so that each byte is known."""

import io
import zipfile
from dataclasses import replace
from pathlib import Path

from editor.files.docx.open_docx import open_docx
from editor.files.opened import Opened
from editor.files.save import save
from editor.manuscript.manuscript import Manuscript
from editor.manuscript.paragraph import Paragraph

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
SPACES = (
    f'xmlns:w="{W}" xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="urn:wps" xmlns:v="urn:schemas-microsoft-com:vml"'
)
RELS = "http://schemas.openxmlformats.org/package/2006/relationships"
KIND = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="xml" ContentType="application/xml"/>'
    '<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-'
    'officedocument.wordprocessingml.document.main+xml"/></Types>'
)


def relations(**targets: str) -> str:
    rows = "".join(
        f'<Relationship Id="r{n}" Type="{KIND}/{kind}" Target="{target}"/>'
        for n, (kind, target) in enumerate(targets.items())
    )
    return f'<Relationships xmlns="{RELS}">{rows}</Relationships>'


def document(body: str) -> str:
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n'
        f"<w:document {SPACES}><w:body>{body}<w:sectPr/></w:body></w:document>"
    )


def docx(body: str, *, styles: str = "", numbering: str = "", **more: bytes | str) -> bytes:
    """A docx with a body; styles and numbering are the inside of their parts."""
    parts: dict[str, bytes | str] = {
        "[Content_Types].xml": TYPES,
        "_rels/.rels": relations(officeDocument="word/document.xml"),
        "word/document.xml": document(body),
        "word/media/image1.png": bytes(range(256)) * 4,
    }
    own = {}
    if styles:
        own["styles"] = "styles.xml"
        parts["word/styles.xml"] = f'<w:styles xmlns:w="{W}">{styles}</w:styles>'
    if numbering:
        own["numbering"] = "numbering.xml"
        parts["word/numbering.xml"] = f'<w:numbering xmlns:w="{W}">{numbering}</w:numbering>'
    parts["word/_rels/document.xml.rels"] = relations(**own)
    return zipped(parts | more)


def zipped(parts: dict[str, bytes | str]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as made:
        for name, data in parts.items():
            info = zipfile.ZipInfo(name, (2024, 3, 5, 12, 30, 0))
            method = zipfile.ZIP_STORED if name.endswith("png") else zipfile.ZIP_DEFLATED
            made.writestr(info, data, method)
    return stream.getvalue()


def p(*texts: str) -> str:
    """A paragraph of plain runs."""
    return "<w:p>" + "".join(f"<w:r><w:t>{t}</w:t></w:r>" for t in texts) + "</w:p>"


def opened(data: bytes) -> Opened:
    return open_docx(Path("稿.docx"), data, None)


def texts(file: Opened) -> list[str]:
    return [one.text for one in file.manuscript.paragraphs]


def saved(file: Opened, paragraphs: list[Paragraph], folder: Path) -> tuple[bytes, tuple[str, ...]]:
    """Save another text into a folder; the bytes and the notes."""
    target = folder / "存.docx"
    done = save(replace(file, path=None), Manuscript(1, tuple(paragraphs)), target)
    return target.read_bytes(), done.notes


def part(data: bytes, name: str = "word/document.xml") -> str:
    with zipfile.ZipFile(io.BytesIO(data)) as made:
        return made.read(name).decode("utf-8")
