"""A PDF for the command line: measure, compose and write without a window."""

from __future__ import annotations

from collections.abc import Callable

from editor.editions.composed_pages import Pages
from editor.editions.text_measure import Measure
from editor.ui.paper.font_measure import FontMeasure
from editor.ui.paper.pdf import ensure_application, write_pdf


def compose_and_write(compose: Callable[[Measure], Pages], path: str) -> list[str]:
    """Lay out with the fonts of this machine and write; notes on missing faces."""
    application = ensure_application()
    notes = write_pdf(path, compose(FontMeasure()))
    del application  # kept until the last glyph is drawn
    return notes
