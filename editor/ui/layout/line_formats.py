"""The faces of a paragraph on its lines: formats of the layout, never of the document."""

from __future__ import annotations

from PySide6.QtGui import QTextBlock, QTextLayout

from editor.ui.document.utf16 import units_of
from editor.ui.layout.page_metrics import PageMetrics
from editor.ui.layout.paragraph_style import ParagraphStyle


def wanted_formats(
    block: QTextBlock, style: ParagraphStyle, faces: PageMetrics
) -> list[QTextLayout.FormatRange] | None:
    """The formats the block's layout should have; None where it may keep what it has.

    While an input method composes, what it underlines stays on top of ours.
    """
    layout = block.layout()
    present = layout.formats()
    composing = len(layout.preeditAreaText())
    if not style.face_runs and (composing or not present):
        return None
    at = layout.preeditAreaPosition() if composing else -1
    wanted = _ranges(block.text(), style, faces, (at, composing))
    if composing:
        ours = {(r.start, r.length) for r in wanted}
        inside = range(at, at + composing + 1)
        wanted += [r for r in present if r.start in inside and (r.start, r.length) not in ours]
    return wanted


def _ranges(
    text: str, style: ParagraphStyle, faces: PageMetrics, composed: tuple[int, int]
) -> list[QTextLayout.FormatRange]:
    """The stretches as Qt wants them; behind composed text they stand further on."""
    at, length = composed
    unit = units_of(text)
    ranges: list[QTextLayout.FormatRange] = []
    for start, end, face in style.face_runs:
        head, tail = unit(start), unit(end)
        if at >= 0:
            head += length if head > at else 0
            tail += length if tail >= at else 0
        made = QTextLayout.FormatRange()
        made.start, made.length = head, tail - head
        made.format = faces.format(face, style.size)
        ranges.append(made)
    return ranges
