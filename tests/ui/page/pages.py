"""A controller with a plain analyzer, for tests of the page."""

from editor.analysis.values import Analysis, Analyzer, Structure
from editor.manuscript.delivery.statistics import Counts
from editor.manuscript.manuscript import Manuscript
from editor.manuscript.outline.sections import Outline
from editor.ui.document.controller import DocumentController
from editor.ui.page.page_view import PageView

NO_OUTLINE = Outline()


def plain_analysis(manuscript: Manuscript, outline: Outline = NO_OUTLINE) -> Analysis:
    """An analysis that has found nothing."""
    return Analysis(manuscript, outline, (), (), Counts(0, 0, 0, 0))


class CountingAnalyzer:
    """Reads nothing out of a text, and remembers what it was given."""

    def __init__(self) -> None:
        self.given: list[Manuscript] = []

    def analyze(self, manuscript: Manuscript) -> Analysis:
        self.given.append(manuscript)
        return plain_analysis(manuscript)

    def structure(self, manuscript: Manuscript) -> Structure:
        return plain_analysis(manuscript)


def controller_of(manuscript: Manuscript, analyzer: Analyzer | None = None) -> DocumentController:
    """A controller on a page of its own, showing the manuscript."""
    controller = DocumentController(PageView(), analyzer or CountingAnalyzer())
    controller.load(manuscript)
    return controller
