"""A desk with a plain reader, for tests of the page."""

from dataclasses import dataclass

from editor.manuscript.manuscript import Manuscript
from editor.manuscript.sections import Outline
from editor.ui.page.desk import Desk
from editor.ui.page.page_view import PageView

NO_OUTLINE = Outline()


@dataclass(frozen=True)
class PlainReading:
    manuscript: Manuscript
    outline: Outline = NO_OUTLINE
    blanks: tuple = ()
    findings: tuple = ()
    counts: object = None


class CountingReader:
    """Reads nothing out of a text, and remembers what it was given."""

    def __init__(self) -> None:
        self.given: list[Manuscript] = []

    def read(self, manuscript: Manuscript) -> PlainReading:
        self.given.append(manuscript)
        return PlainReading(manuscript)

    def sketch(self, manuscript: Manuscript) -> PlainReading:
        return PlainReading(manuscript)


def desk_of(manuscript: Manuscript, reader: object = None) -> Desk:
    """A desk on a page of its own, showing the manuscript."""
    desk = Desk(PageView(), reader or CountingReader())
    desk.load(manuscript)
    return desk
