"""The pages of the open text, and what is made of them: of a Word file in another thread.

Its tables, pictures and notes are read from the bytes that a save would write; that and the
drawing of a large file would hold the window.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from editor.analysis.values import Analysis
from editor.editions.styles import Edition
from editor.files.opened import Opened
from editor.files.trouble import Trouble
from editor.manuscript.in_part import is_much
from editor.speech_edition import speech_edition
from editor.ui.background_task import BackgroundTask
from editor.ui.context import Context

if TYPE_CHECKING:
    from editor.editions.compose import Composer
    from editor.editions.composed_pages import Pages

Made = TypeVar("Made")


class PageWish(NamedTuple):
    """Whether the pages are a draft's, and show the headers and footers of the file."""

    draft: bool
    margins: bool = False


class PageMaker:
    """Composes in the user's edition; says what goes wrong in the message bar."""

    def __init__(self, context: Context) -> None:
        self._controller, self._text = context.controller, context.text
        self._messages, self._settings = context.messages, context.settings
        self._background = BackgroundTask(context.messages)
        self._composer: tuple[Edition, Composer] | None = None

    def make(
        self, wish: PageWish, work: Callable[[Pages], Made], then: Callable[[Made], object]
    ) -> None:
        """Give what ``work`` makes of the pages to ``then``, on the interface thread.

        The pages are those of the text as it is now, whatever is typed meanwhile.
        """
        self._controller.refresh()
        analysis, opened = self._controller.analysis(), self._text.opened
        carries = opened is not None and opened.kind == "docx" and opened.source is not None
        if carries or is_much([len(p.text) for p in analysis.manuscript.paragraphs]):
            job = _Job(opened if carries else None, analysis, wish, speech_edition(self._settings))
            made = partial(_made_of_file, job, work)
            self._background.run("正在排版……", made, then, self._failed)
            return
        try:
            found = work(self._pages(analysis, wish))
        except Trouble as trouble:
            self._failed(trouble)
            return
        then(found)

    def _pages(self, analysis: Analysis, wish: PageWish) -> Pages:
        edition = speech_edition(self._settings)
        if self._composer is None or self._composer[0] != edition:
            from editor.editions.compose import Composer
            from editor.ui.paper.font_measure import FontMeasure

            self._composer = edition, Composer(edition, FontMeasure())
        return _composed(self._composer[1], None, analysis, wish)

    def _failed(self, error: Exception) -> None:
        if not isinstance(error, Trouble):
            raise error
        self._messages.say(f"{error.what}{error.advice}")


class _Job(NamedTuple):
    """What the pages of a Word file (``opened``), or of a long text, are made of."""

    opened: Opened | None
    analysis: Analysis
    wish: PageWish
    edition: Edition


def _made_of_file(job: _Job, work: Callable[[Pages], Made], stopped: Callable[[], bool]) -> Made:
    from editor.editions.compose import Composer
    from editor.ui.paper.font_measure import FontMeasure

    composer = Composer(job.edition, FontMeasure())
    pages = _composed(composer, job.opened, job.analysis, job.wish)
    if stopped():
        raise Trouble("已停下。", "")
    return work(pages)


def _composed(
    composer: Composer, opened: Opened | None, analysis: Analysis, wish: PageWish
) -> Pages:
    from editor.files.docx_carried.carried_text import carried_text

    return composer.compose(
        analysis.manuscript,
        analysis.outline,
        draft=wish.draft,
        blanks=analysis.blanks if wish.draft else (),
        margins=wish.margins,
        carried=carried_text(opened, analysis.manuscript),
    )
