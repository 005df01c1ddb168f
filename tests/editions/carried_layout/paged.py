"""Pages of docx files made by hand, and what the tests ask of them."""

from editor.editions.compose import compose
from editor.editions.composed_pages import Page, PageLine, Pages
from editor.editions.styles import OFFICIAL, PT_PER_MM
from editor.editions.text_measure import FixedMeasure
from editor.files.docx_carried.carried_text import carried_text
from editor.manuscript.outline.sections import Outline
from tests.files.made import opened
from tests.files.rich import rich

LEFT, RIGHT = 28 * PT_PER_MM, 184 * PT_PER_MM
TOP, FOOT = 37 * PT_PER_MM, 262 * PT_PER_MM
PITCH = OFFICIAL.pitch


def paged(body: str, *notes: str, media: bytes = b"") -> Pages:
    file = opened(rich(body, notes=notes, media=media))
    shown = carried_text(file, file.manuscript)
    return compose(file.manuscript, Outline(), OFFICIAL, FixedMeasure(), carried=shown)


def words(page: Page) -> str:
    return "".join(line.text for line in page.lines)


def line_with(page: Page, text: str) -> PageLine:
    return next(line for line in page.lines if text in line.text)


def within(page: Page) -> bool:
    boxes = [(s.left, s.top, s.right, s.bottom) for s in (*page.strokes, *page.pictures)]
    boxes += [(n.x, n.y, n.x + n.width, n.y) for n in page.lines]
    slack = 0.1
    return all(
        LEFT - slack <= a and TOP - slack <= b and c <= RIGHT + slack and d <= FOOT + slack
        for a, b, c, d in boxes
    )
