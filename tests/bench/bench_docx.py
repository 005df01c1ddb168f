"""Opening a docx of a million characters, as a ratio to lxml's parse of its main part.

Run: python -m tests.bench.bench_docx [file.docx]
"""

from __future__ import annotations

import gc
import io
import random
import statistics
import sys
import tempfile
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

from editor.files.open import open_document
from editor.files.save import save
from editor.manuscript.edits import apply, replace
from editor.manuscript.paragraph import Span

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
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
ROUNDS = 7


def big_docx(paragraphs: int = 20_000, characters: int = 50) -> bytes:
    """A docx of 1–3 runs a paragraph, as Word writes them."""
    chance = random.Random(1)
    parts: list[str] = []
    for number in range(paragraphs):
        count = chance.randint(1, 3)
        style = '<w:pStyle w:val="a3"/>' if number % 2 else ""
        runs = "".join(
            f'<w:r w:rsidRPr="00A1">{LOOK}<w:t>{"".join(chance.choices(WORDS, k=size))}</w:t></w:r>'
            for size in [characters // count] * (count - 1)
            + [characters - characters // count * (count - 1)]
        )
        parts.append(
            f'<w:p w:rsidR="00A1" w:rsidRDefault="00B2"><w:pPr>{style}'
            f'<w:ind w:firstLineChars="200" w:firstLine="640"/></w:pPr>{runs}</w:p>'
        )
    body = "".join(parts)
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr("_rels/.rels", RELS)
        made.writestr(
            "word/document.xml",
            f'<?xml version="1.0" encoding="UTF-8"?><w:document {W}><w:body>{body}'
            "<w:sectPr/></w:body></w:document>",
        )
    return stream.getvalue()


def seconds(act: Callable[[], object]) -> float:
    """The time of one call, with the garbage of the last one gone.

    glibc merges the small pieces of a freed tree (80 ms for a million characters) only at
    the next large request; made here, so that nobody pays for another's tree.
    """
    gc.collect()
    bytearray(1 << 24)
    begin = time.perf_counter()
    kept = act()
    end = time.perf_counter()
    del kept
    return end - begin


def main() -> None:
    """Print medians and their ratio; parse and open take turns in one run."""
    from lxml import etree

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "big.docx"
        path.write_bytes(Path(sys.argv[1]).read_bytes() if sys.argv[1:] else big_docx())
        with zipfile.ZipFile(path) as made:
            xml = made.read("word/document.xml")
        opened = open_document(path)
        text = opened.manuscript.text
        middle = len(opened.manuscript.paragraphs) // 2
        edited = apply(opened.manuscript, replace(Span(middle, 0, 0), "改"))
        parse, read, write = [], [], []
        for _ in range(ROUNDS):
            parse.append(seconds(lambda: etree.fromstring(xml)))
            read.append(seconds(lambda: open_document(path)))
        for _ in range(2):
            write.append(seconds(lambda: save(opened, edited, Path(folder) / "out.docx")))
    floor = statistics.median(parse)
    print(
        f"{len(text)} characters, {len(opened.manuscript.paragraphs)} paragraphs, {len(xml)} bytes"
    )
    print(f"lxml parse {floor * 1000:7.1f} ms  1.00")
    for name, times in (("open", read), ("save one change", write)):
        middle_time = statistics.median(times)
        print(f"{name:15} {middle_time * 1000:7.1f} ms  {middle_time / floor:.2f}")


if __name__ == "__main__":
    main()
