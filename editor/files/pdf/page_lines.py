"""The lines of a PDF as they stand on its pages: what is written, where, how large.

The one door to PDFium. It knows one thread at a time, so that a lock goes around all of it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from importlib import import_module
from itertools import pairwise
from math import atan2, degrees
from statistics import median
from threading import Lock
from typing import Any, NamedTuple

from editor.files.limits import refuse_many_characters
from editor.files.trouble import Stopped, Trouble

_ONE_AT_A_TIME = Lock()
_PASSWORD = 4  # FPDF_ERR_PASSWORD
_SLANT = 3  # degrees: a page laid a little aslant is no watermark
_ORIGINAL = "请找原来的 Word 文件"
# A space that PDFium puts in stands for a gap. On a page with a grid all characters have one.
_WIDE_GAP = 0.6  # of a character, beyond what the line's others have


class PdfLine(NamedTuple):
    """A line of a page (from 0). Places and sizes are in points, ``middle`` from the foot up.

    ``size`` is the width of a character, ``step`` how far it is from one to the next.
    """

    text: str
    page: int
    left: float
    right: float
    middle: float
    size: float
    step: float


class PdfPages(NamedTuple):
    """All lines; the number of pages; on which no text is; on how many something stood aslant
    or pictures are."""

    lines: tuple[PdfLine, ...]
    number: int
    textless: tuple[int, ...] = ()
    aslant: int = 0
    pictured: int = 0


class _Glyph(NamedTuple):
    char: str
    made_up: bool  # by PDFium: a space for a gap, an end of line
    left: float
    right: float
    bottom: float
    top: float


def read_pages(data: bytes, stopped: Callable[[], bool]) -> PdfPages:
    """What the pages of a PDF say, in the order they say it.

    ``stopped`` is asked before each page. Raises Trouble.
    """
    pdfium, raw = _pdfium()
    with _ONE_AT_A_TIME:
        try:
            document = pdfium.PdfDocument(data)
        except pdfium.PdfiumError as error:
            raise _unreadable(getattr(error, "err_code", 0)) from error
        try:
            return _read(document, raw, pdfium, stopped)
        finally:
            document.close()


def _pdfium() -> tuple[Any, Any]:
    # There is no wheel for some processors, and on a very old system it does not load.
    try:
        return import_module("pypdfium2"), import_module("pypdfium2.raw")
    except (ImportError, OSError) as error:
        raise Trouble(
            "本机没有读 PDF 的部件（pypdfium2），打不开 PDF。", f"{_ORIGINAL}，或用 WPS 转成 docx。"
        ) from error


def _unreadable(code: int) -> Trouble:
    if code == _PASSWORD:
        return Trouble(
            "这份 PDF 加了打开密码。", "请输入密码打开它，去掉密码另存一份，再打开那一份。"
        )
    return Trouble("这份 PDF 已经损坏，读不出来。", f"请重新取一份；或者{_ORIGINAL[1:]}。")


def _read(document: Any, raw: Any, pdfium: Any, stopped: Callable[[], bool]) -> PdfPages:
    lines: list[PdfLine] = []
    textless: list[int] = []
    aslant = pictured = characters = 0
    count = len(document)
    for number in range(count):
        if stopped():
            raise Stopped()
        try:
            page = document[number]
            pictured += _has_picture(page, raw)
            glyphs, slanted = _glyphs(page, raw)
        except pdfium.PdfiumError:
            glyphs, slanted = [], 0
        found = [line for row in _rows(glyphs) if (line := _line(row, number)) is not None]
        aslant += slanted > 0
        if not found:
            textless.append(number)
        lines += found
        characters += len(glyphs)
        refuse_many_characters(characters)
    return PdfPages(tuple(lines), count, tuple(textless), aslant, pictured)


def _has_picture(page: Any, raw: Any) -> bool:
    some = range(raw.FPDFPage_CountObjects(page))
    kinds = (raw.FPDFPageObj_GetType(raw.FPDFPage_GetObject(page, n)) for n in some)
    return raw.FPDF_PAGEOBJ_IMAGE in kinds


def _glyphs(page: Any, raw: Any) -> tuple[list[_Glyph], int]:
    """The characters of a page, turned upright, and how many others stand aslant."""
    text = page.get_textpage()
    found: list[_Glyph] = []
    slanted = 0
    box, matrix = raw.FS_RECTF(), raw.FS_MATRIX()
    for n in range(raw.FPDFText_CountChars(text)):
        made_up = raw.FPDFText_IsGenerated(text, n) == 1
        turn = 0
        if not made_up:
            # Where the line runs to; a slope of the letters themselves is italics.
            raw.FPDFText_GetMatrix(text, n, matrix)
            turn = round(degrees(atan2(matrix.b, matrix.a))) % 360
        if min(turn % 90, 90 - turn % 90) > _SLANT:
            slanted += 1
            continue
        raw.FPDFText_GetLooseCharBox(text, n, box)
        char = _character(raw.FPDFText_GetUnicode(text, n))
        found.append(_Glyph(char, made_up, *_turned(box, round(turn / 90) * 90 % 360)))
    text.close()
    page.close()
    return found, slanted


def _turned(box: Any, turn: int) -> tuple[float, float, float, float]:
    """Left, right, bottom and top of a box on a page that is read with its head elsewhere."""
    match turn:
        case 90:
            return box.bottom, box.top, -box.right, -box.left
        case 180:
            return -box.right, -box.left, -box.top, -box.bottom
        case 270:
            return -box.top, -box.bottom, box.left, box.right
        case _:
            return box.left, box.right, box.bottom, box.top


def _character(code: int) -> str:
    # 0 and the non-characters are what the font has no Unicode for.
    return chr(code) if code and code & 0xFFFE != 0xFFFE and code <= 0x10FFFF else "\ufffd"


def _rows(glyphs: list[_Glyph]) -> Iterator[list[_Glyph]]:
    """The characters line by line; a line that PDFium cut stands at one height again."""
    row: list[_Glyph] = []
    last: _Glyph | None = None  # of what is written
    for glyph in glyphs:
        if glyph.char in "\r\n":
            continue
        if glyph.made_up:
            if row:
                row.append(glyph)
            continue
        if last and not _in_one_row(last, glyph):
            yield row
            row = []
        row.append(glyph)
        last = glyph
    if row:
        yield row


def _in_one_row(one: _Glyph, other: _Glyph) -> bool:
    shared = min(one.top, other.top) - max(one.bottom, other.bottom)
    return shared > 0.4 * min(one.top - one.bottom, other.top - other.bottom)


def _line(row: list[_Glyph], page: int) -> PdfLine | None:
    # A letter that the font lacks may be written after the line it stands in.
    row = sorted(row, key=lambda glyph: glyph.left)
    own = [glyph for glyph in row if not glyph.made_up]
    written = [glyph for glyph in own if not glyph.char.isspace()]
    if not written:
        return None
    widths = [g.right - g.left for g in written if not g.char.isascii()]
    heights = [g.top - g.bottom for g in written]
    size = median(widths) if widths else median(heights) * 0.8
    gaps = [b.left - a.right for a, b in pairwise(own)]
    usual = max(0.0, median(gaps)) if gaps else 0.0
    text = "".join(_with_gaps(row, usual + _WIDE_GAP * size))
    text = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace").strip()
    left, right = min(g.left for g in written), max(g.right for g in written)
    middle = median([(g.top + g.bottom) / 2 for g in written])
    return PdfLine(text, page, left, right, middle, size, size + usual)


def _with_gaps(row: list[_Glyph], wide: float) -> Iterator[str]:
    before: _Glyph | None = None
    for at, glyph in enumerate(row):
        if not glyph.made_up:
            before = glyph
            yield glyph.char
            continue
        after = next((other for other in row[at + 1 :] if not other.made_up), None)
        if before is None or after is None:
            continue
        words = before.char.isascii() and after.char.isascii()
        if words or after.left - before.right > wide:
            yield " "
