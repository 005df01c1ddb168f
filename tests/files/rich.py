"""Docx files with tables, pictures, notes and looks, written by hand."""

import struct
import zlib
from collections.abc import Iterable

from tests.files.made import KIND, W, docx, relations

DRAWING = (
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" '
    f'xmlns:r="{KIND}"'
)
EMU = 36_000  # a mm


def png(width: int = 40, height: int = 30, grey: int = 120) -> bytes:
    """A picture of one grey, with a white line down its middle."""
    row = bytes([255 if x == width // 2 else grey for x in range(width)])
    body = zlib.compress(b"".join(b"\0" + row for _ in range(height)))
    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    chunks = ((b"IHDR", head), (b"IDAT", body), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
        for name, data in chunks
    )


def run(text: str, look: str = "") -> str:
    """A run; ``look`` is the inside of its properties."""
    return f'<w:r><w:rPr>{look}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def para(*inside: str, properties: str = "") -> str:
    """A paragraph of runs and things; plain words become a run."""
    made = "".join(one if one.startswith("<") else run(one) for one in inside)
    return f"<w:p><w:pPr>{properties}</w:pPr>{made}</w:p>"


def picture(relation: str, width: float, height: float, cut: str = "", turned: int = 0) -> str:
    """A run with an inline picture, its size in mm; ``cut``: attributes of its a:srcRect.

    ``turned``: degrees clockwise.
    """
    size = f'cx="{int(width * EMU)}" cy="{int(height * EMU)}"'
    fill = f'<pic:blipFill><a:blip r:embed="{relation}"/><a:srcRect {cut}/></pic:blipFill>'
    shape = f'<pic:spPr><a:xfrm rot="{turned * 60_000}"><a:ext {size}/></a:xfrm></pic:spPr>'
    drawn = f"<a:graphicData><pic:pic>{fill}{shape}</pic:pic></a:graphicData>"
    return (
        f"<w:r><w:drawing><wp:inline {DRAWING}><wp:extent {size}/>"
        f"<a:graphic>{drawn}</a:graphic></wp:inline></w:drawing></w:r>"
    )


def footnote(number: int) -> str:
    """A run that refers to a footnote."""
    return f'<w:r><w:footnoteReference w:id="{number}"/></w:r>'


def endnote(number: int) -> str:
    """A run that refers to an endnote."""
    return f'<w:r><w:endnoteReference w:id="{number}"/></w:r>'


def formula(inside: str) -> str:
    """An inline formula; plain words become a run of it."""
    inside = inside if inside.startswith("<") else f"<m:r><m:t>{inside}</m:t></m:r>"
    return f"<m:oMath>{inside}</m:oMath>"


def ruby(word: str, reading: str) -> str:
    """A word with its reading over it."""
    base = f"<w:rubyBase>{run(word)}</w:rubyBase>"
    return f"<w:r><w:ruby><w:rt>{run(reading)}</w:rt>{base}</w:ruby></w:r>"


def cell(*blocks: str, properties: str = "") -> str:
    """A cell of paragraphs; plain words become one."""
    made = "".join(one if one.startswith("<") else para(one) for one in blocks)
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{made}</w:tc>"


def row(*cells: str, properties: str = "") -> str:
    """A row of cells; plain words become a cell."""
    made = "".join(one if one.startswith("<w:tc") else cell(one) for one in cells)
    return f"<w:tr><w:trPr>{properties}</w:trPr>{made}</w:tr>"


def table(widths: Iterable[float], *rows: str, lines: bool = True) -> str:
    """A table with columns of so many mm."""
    names = ("top", "left", "bottom", "right", "insideH", "insideV")
    drawn = "".join(f'<w:{name} w:val="single" w:sz="4"/>' for name in names) if lines else ""
    grid = "".join(f'<w:gridCol w:w="{round(w * 1440 / 25.4)}"/>' for w in widths)
    borders = f"<w:tblBorders>{drawn}</w:tblBorders>"
    return (
        f"<w:tbl><w:tblPr>{borders}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"
    )


def rich(body: str, *, notes: Iterable[str] = (), media: bytes = b"", styles: str = "") -> bytes:
    """A docx whose notes 1, 2 … say ``notes``; relation r0 is the picture of ``media``."""
    parts: dict[str, bytes | str] = {"word/media/one.png": media or png()}
    for kind in ("footnote", "endnote"):
        inside = "".join(
            f'<w:{kind} w:id="{n}">{para(f"<w:r><w:{kind}Ref/></w:r>", " " + words)}</w:{kind}>'
            for n, words in enumerate(notes, 1)
        )
        parts[f"word/{kind}s.xml"] = f'<w:{kind}s xmlns:w="{W}">{inside}</w:{kind}s>'
    targets = {"image": "media/one.png", "footnotes": "footnotes.xml", "endnotes": "endnotes.xml"}
    if styles:
        targets["styles"] = "styles.xml"
    parts["word/_rels/document.xml.rels"] = relations(**targets)
    return docx(body, styles=styles, **parts)
