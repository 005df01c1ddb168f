"""Word files of one kind each, as Word writes them: plain, runs, tables, lists, boxes, controls."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from xml.sax.saxutils import escape

from tests.bench.prose import speech
from tests.bench.word_file import LOOK, packed, paragraph, pieces_of

NUMBERED = '<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="1"/></w:numPr>'
LEVELS = "".join(
    f'<w:lvl w:ilvl="{n}"><w:start w:val="1"/><w:numFmt w:val="decimal"/>'
    f'<w:lvlText w:val="%{n + 1}."/></w:lvl>'
    for n in range(3)
)
NUMBERING = (
    f'<w:abstractNum w:abstractNumId="0">{LEVELS}</w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
)
BOLD = LOOK.replace("<w:sz ", "<w:b/><w:sz ")
COLUMNS = 5


def plain(text: str) -> str:
    """A run a paragraph, or some of one look."""
    chance = random.Random(1)
    return "".join(paragraph(pieces_of(line, chance)) for line in text.split("\n"))


def looks(text: str) -> str:
    """Runs of two looks in every paragraph."""
    chance = random.Random(1)
    return "".join(
        "<w:p>"
        + "".join(
            f"<w:r>{BOLD if n % 2 else LOOK}<w:t>{escape(piece)}</w:t></w:r>"
            for n, piece in enumerate(pieces_of(line, chance))
        )
        + "</w:p>"
        for line in text.split("\n")
    )


def tables(text: str) -> str:
    """Tables of twenty rows and five columns, a few words a cell."""
    cells = [text[at : at + 12].replace("\n", "") for at in range(0, len(text), 12)]
    rows = [cells[at : at + COLUMNS] for at in range(0, len(cells), COLUMNS)]
    return "".join(
        '<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/></w:tblPr><w:tblGrid/>'
        + "".join(f"<w:tr>{''.join(map(cell, row))}</w:tr>" for row in rows[at : at + 20])
        + "</w:tbl><w:p/>"
        for at in range(0, len(rows), 20)
    )


def cell(words: str) -> str:
    """A cell with its width."""
    return f'<w:tc><w:tcPr><w:tcW w:w="1700" w:type="dxa"/></w:tcPr>{paragraph([words])}</w:tc>'


def lists(text: str) -> str:
    """Every paragraph numbered by the file, on three levels."""
    lines = enumerate(text.split("\n"))
    return "".join(paragraph([line], NUMBERED.format(level=n % 3)) for n, line in lines)


def boxes(text: str) -> str:
    """Every fifth paragraph has its words in a text box, for new readers and for old ones."""
    lines = enumerate(text.split("\n"))
    return "".join(boxed(line) if n % 5 == 0 else paragraph([line]) for n, line in lines)


def boxed(words: str) -> str:
    """A paragraph that holds a text box."""
    inner = f"<w:txbxContent>{paragraph([words])}</w:txbxContent>"
    return (
        f"<w:p><w:r>{LOOK}<mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wps:txbx>"
        f"{inner}</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>{inner}"
        "</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>"
    )


def controls(text: str) -> str:
    """Every second paragraph in a content control, every third with one inside."""
    lines = enumerate(text.split("\n"))
    return "".join(controlled(n, line) for n, line in lines)


def controlled(number: int, words: str) -> str:
    """A paragraph with a control around it or in it, or with none."""
    head = '<w:sdtPr><w:alias w:val="名称"/><w:id w:val="7"/></w:sdtPr>'
    if number % 2 == 0:
        return f"<w:sdt>{head}<w:sdtContent>{paragraph([words])}</w:sdtContent></w:sdt>"
    if number % 3:
        return paragraph([words])
    run = f"<w:r>{LOOK}<w:t>{escape(words)}</w:t></w:r>"
    return f"<w:p><w:sdt>{head}<w:sdtContent>{run}</w:sdtContent></w:sdt></w:p>"


KINDS: dict[str, Callable[[str], str]] = {
    "plain": plain, "looks": looks, "tables": tables, "lists": lists,
    "text boxes": boxes, "controls": controls,
}  # fmt: skip


def word_kinds(size: int) -> Iterator[tuple[str, bytes]]:
    """The name of each kind and a docx of about so many characters."""
    text = speech(size)
    for name, made in KINDS.items():
        yield name, packed([made(text)], NUMBERING)
