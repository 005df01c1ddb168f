"""Word files for the benches: one of a million characters, and any text as Word would write it."""

from __future__ import annotations

import io
import random
import zipfile
from xml.sax.saxutils import escape

MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
W = f'xmlns:w="{MAIN}"'
# What Word declares besides, in nearly every file.
MORE = (
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml"'
)
WORDS = "云川市坚持以职工为中心的工作导向围绕大局推动发展落实责任建设队伍改进作风服务基层"
LOOK = (
    '<w:rPr><w:rFonts w:ascii="仿宋" w:eastAsia="仿宋" w:hAnsi="仿宋"/>'
    '<w:sz w:val="32"/><w:szCs w:val="32"/></w:rPr>'
)
RELS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="r1" Target="word/document.xml" Type="http://schemas.openxmlformats.org/'
    'officeDocument/2006/relationships/officeDocument"/></Relationships>'
)
STYLE = '<w:pStyle w:val="a3"/>'


def packed(paragraphs: list[str], numbering: str = "") -> bytes:
    """A docx around the XML of its paragraphs, and the inside of its numbering."""
    body = "".join(paragraphs)
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr("_rels/.rels", RELS)
        made.writestr(
            "word/document.xml",
            f'<?xml version="1.0" encoding="UTF-8"?><w:document {W} {MORE}><w:body>{body}'
            "<w:sectPr/></w:body></w:document>",
        )
        if numbering:
            made.writestr("word/numbering.xml", f"<w:numbering {W}>{numbering}</w:numbering>")
            made.writestr(
                "word/_rels/document.xml.rels",
                RELS.replace("word/document.xml", "numbering.xml").replace(
                    "relationships/officeDocument", "relationships/numbering"
                ),
            )
    return stream.getvalue()


def paragraph(pieces: list[str], style: str = "") -> str:
    """The XML of a paragraph of some runs."""
    runs = "".join(f'<w:r w:rsidRPr="00A1">{LOOK}<w:t>{escape(t)}</w:t></w:r>' for t in pieces)
    return (
        f'<w:p w:rsidR="00A1" w:rsidRDefault="00B2"><w:pPr>{style}'
        f'<w:ind w:firstLineChars="200" w:firstLine="640"/></w:pPr>{runs}</w:p>'
    )


def pieces_of(text: str, chance: random.Random) -> list[str]:
    """A paragraph's text in one to three runs."""
    cuts = sorted(chance.randint(0, len(text)) for _ in range(chance.randint(0, 2)))
    ends = [*cuts, len(text)]
    return [text[a:b] for a, b in zip([0, *cuts], ends, strict=True) if a < b]


def word_file(text: str) -> bytes:
    """A text as a docx, in runs as they come about by typing and mending."""
    chance = random.Random(1)
    lines = enumerate(text.split("\n"))
    return packed([paragraph(pieces_of(t, chance), STYLE if n % 2 else "") for n, t in lines])


def big_docx(paragraphs: int = 20_000, characters: int = 50) -> bytes:
    """A docx of 1–3 runs a paragraph, as Word writes them."""
    chance = random.Random(1)
    made: list[str] = []
    for number in range(paragraphs):
        count = chance.randint(1, 3)
        share = characters // count
        sizes = [share] * (count - 1) + [characters - share * (count - 1)]
        pieces = ["".join(chance.choices(WORDS, k=size)) for size in sizes]
        made.append(paragraph(pieces, STYLE if number % 2 else ""))
    return packed(made)
