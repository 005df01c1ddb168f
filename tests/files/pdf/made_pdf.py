"""Small PDFs written by hand: lines of Chinese at given places in a font that is not embedded."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

FONT = (
    "<</Type/Font/Subtype/Type0/BaseFont/STSong-Light-{0}/Encoding/{0}/DescendantFonts[4 0 R]>>",
    "<</Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light/DW 1000/FontDescriptor 5 0 R"
    "/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 2>>>>",
    "<</Type/FontDescriptor/FontName/STSong-Light/Flags 6/FontBBox[-25 -254 1000 880]"
    "/ItalicAngle 0/Ascent 880/Descent -120/CapHeight 880/StemV 93>>",
)
LOCKED = (
    "/Encrypt<</Filter/Standard/V 1/R 2/P -4/O<" + "00" * 32 + ">/U<" + "11" * 32 + ">>>"
    "/ID[<00><00>]"
)


class Line(NamedTuple):
    """A line at a place of an A4 page, in points from the lower left."""

    text: str
    left: float = 80
    foot: float = 700
    size: float = 16
    turn: str = "1 0 0 1"  # the matrix without its place


def block(text: str, columns: int, left: float = 80, top: float = 700) -> list[Line]:
    """A paragraph as a page has it: its first line two characters in, all lines full."""
    shown = "　　" + text
    rows = [shown[at : at + columns] for at in range(0, len(shown), columns)]
    return [
        Line(row.lstrip("　"), left + 16 * (len(row) - len(row.lstrip("　"))), top - 29 * n)
        for n, row in enumerate(rows)
    ]


def pdf(*pages: Sequence[Line], encoding: str = "UniGB-UCS2-H", trailer: str = "") -> bytes:
    """A PDF with these pages; ``encoding`` is the CMap that its strings are written in."""
    codec = {"UniGB-UCS2-H": "utf-16-be"}.get(encoding, "gbk")
    first = 6
    kids = " ".join(f"{first + 2 * n} 0 R" for n in range(len(pages)))
    objects = [
        "<</Type/Catalog/Pages 2 0 R>>",
        f"<</Type/Pages/Kids[{kids}]/Count {len(pages)}>>",
        FONT[0].format(encoding), *FONT[1:],
    ]  # fmt: skip
    for n, lines in enumerate(pages):
        words = "".join(
            f"BT /F {line.size} Tf {line.turn} {line.left} {line.foot} Tm "
            f"<{line.text.encode(codec).hex()}> Tj ET\n"
            for line in lines
        )
        objects.append(
            f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents {first + 2 * n + 1} 0 R"
            "/Resources<</Font<</F 3 0 R>>>>>>"
        )
        objects.append(f"<</Length {len(words)}>>stream\n{words}\nendstream")
    return _file(objects, trailer)


def _file(objects: Sequence[str], trailer: str) -> bytes:
    out = b"%PDF-1.4\n"
    places: list[int] = []
    for number, one in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n{one}\nendobj\n".encode("ascii")
    table = "".join(f"{place:010d} 00000 n \n" for place in places)
    size = len(objects) + 1
    end = f"xref\n0 {size}\n0000000000 65535 f \n{table}trailer<</Size {size}/Root 1 0 R{trailer}>>"
    return out + f"{end}\nstartxref\n{len(out)}\n%%EOF".encode("ascii")
