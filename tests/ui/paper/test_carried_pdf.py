"""The PDF of a Word file: its tables, notes and pictures are in it, what is hidden is not."""

import shutil
import subprocess
from pathlib import Path

import pytest
from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QColor, QImage, QPainter

from editor.editions.carried import Crop
from editor.editions.compose import compose
from editor.editions.composed_pages import Page, PageLine, PagePicture, Pages
from editor.editions.styles import OFFICIAL
from editor.files.docx_carried.carried_text import carried_text
from editor.manuscript.outline.sections import Outline
from editor.ui.look.fonts import Typecase
from editor.ui.paper.font_measure import FontMeasure
from editor.ui.paper.painter import paint_page
from editor.ui.paper.pdf import write_pdf
from editor.ui.paper.pictures import can_be_drawn, lighter
from tests.files.made import opened
from tests.files.rich import footnote, formula, para, picture, png, rich, row, ruby, run, table

needs_poppler = pytest.mark.skipif(not shutil.which("pdftotext"), reason="needs poppler")


def written(folder: Path, body: str, *notes: str, media: bytes = b"") -> Path:
    file = opened(rich(body, notes=notes, media=media))
    shown = carried_text(file, file.manuscript)
    pages = compose(file.manuscript, Outline(), OFFICIAL, FontMeasure(), carried=shown)
    write_pdf(folder / "讲话.pdf", pages)
    return folder / "讲话.pdf"


def asked(tool: str, *words: str) -> str:
    return subprocess.run([tool, *words], capture_output=True, text=True, check=True).stdout


def saved_as(kind: str, width: int = 64, height: int = 48) -> bytes:
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor("teal"))
    held = QByteArray()
    buffer = QBuffer(held)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    assert image.save(buffer, kind)  # pyright: ignore[reportArgumentType, reportCallIssue]
    return bytes(held.data())


@needs_poppler
def test_the_words_of_tables_notes_formulas_and_bases_can_be_found(
    tmp_path: Path, application: object
) -> None:
    body = para("请念", ruby("阆", "làng"), "中，增长", formula("12.5%"), footnote(1))
    body += table((40, 60), row("青石县", "总工会")) + para(run("必须", "<w:b/>"), "完成")
    text = asked("pdftotext", str(written(tmp_path, body, "见统计公报")), "-")
    for word in ("青石县", "总工会", "见统计公报", "12.5%", "阆", "làng", "必须"):
        assert word in text


@needs_poppler
def test_hidden_words_are_nowhere_in_the_file(tmp_path: Path, application: object) -> None:
    path = written(tmp_path, para("明处", run("暗处", "<w:vanish/>"), "完"))
    text = asked("pdftotext", str(path), "-")
    assert "明处完" in text and "暗" not in text


@needs_poppler
def test_pictures_are_in_the_file_once_each(tmp_path: Path, application: object) -> None:
    path = written(tmp_path, para(picture("r0", 80, 60)) + para(picture("r0", 30, 20)))
    assert (
        len([n for n in asked("pdfimages", "-list", str(path)).splitlines() if "image" in n]) == 2
    )


SVG = b'<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'


@pytest.mark.parametrize("kind", ["PNG", "JPG", "BMP"])
def test_what_qt_reads_can_be_drawn(kind: str, application: object) -> None:
    assert can_be_drawn(saved_as(kind)) and can_be_drawn(SVG)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\x01\x00\x00\x00" + bytes(80) + b" EMF" + bytes(40),
        b"\xd7\xcd\xc6\x9a" + bytes(60),
        b"II*\x00" + bytes(60),
        png()[:60],
        png()[:-30],
    ],
    ids=["empty", "EMF", "WMF", "TIFF", "head of a PNG", "PNG without its end"],
)
def test_what_qt_does_not_read_whole_cannot(data: bytes, application: object) -> None:
    assert not can_be_drawn(data)


def shown_picture(data: bytes, **more: object) -> PagePicture:
    return PagePicture(100, 100, 300, 250, data, **more)  # pyright: ignore[reportArgumentType]


def colour_at(picture: PagePicture, x: float, y: float) -> str:
    """The colour at a place of the sheet, in pt, with only this picture on it."""
    folio = PageLine(0, 0, 0, (), -1, 0, 0)
    image = QImage(400, 400, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    paint_page(painter, Page(1, (), folio, pictures=(picture,)), 1.0, Typecase())
    painter.end()
    return image.pixelColor(int(x), int(y)).name()


def halves() -> bytes:
    """A picture whose left half is red and whose right half is blue."""
    image = QImage(200, 150, QImage.Format.Format_RGB32)
    image.fill(QColor("red"))
    painter = QPainter(image)
    painter.fillRect(100, 0, 100, 150, QColor("blue"))
    painter.end()
    held = QByteArray()
    buffer = QBuffer(held)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    assert image.save(buffer, "PNG")  # pyright: ignore[reportArgumentType, reportCallIssue]
    return bytes(held.data())


RED, BLUE, WHITE = "#ff0000", "#0000ff", "#ffffff"


def test_a_picture_is_drawn_in_its_place_and_nowhere_else(application: object) -> None:
    picture = shown_picture(halves())
    assert [colour_at(picture, x, 175) for x in (90, 110, 290, 310)] == [WHITE, RED, BLUE, WHITE]


def test_what_is_cut_away_is_not_drawn(application: object) -> None:
    picture = shown_picture(halves(), crop=Crop(left=0.5))
    assert [colour_at(picture, x, 175) for x in (110, 290)] == [BLUE, BLUE]


def test_a_turned_picture_stands_on_its_side(application: object) -> None:
    picture = shown_picture(halves(), quarters=1)
    assert [colour_at(picture, 200, y) for y in (110, 240)] == [RED, BLUE]


def test_a_heavy_picture_is_made_lighter_and_looks_the_same(application: object) -> None:
    folio = PageLine(0, 0, 0, (), -1, 0, 0)
    heavy = shown_picture(halves() + bytes(2 << 20), crop=Crop(right=0.25), quarters=2)
    pages = Pages(210, 297, (Page(1, (), folio, pictures=(heavy,)),), ())
    ((light,),) = (page.pictures for page in lighter(pages).pages)
    assert len(light.data) < 20_000
    places = [(110, 175), (290, 175)]
    assert [colour_at(light, *p) for p in places] == [colour_at(heavy, *p) for p in places]
