"""Discreet signs of a row: over or under its share of the time, and still the template.

Separate from the delegate, which draws what every row has. Nothing is worked out until a
row that is in sight asks, and nothing at all where no time is given and the signs of the
template are off. Shape tells as much as colour: a filled triangle up is over, a hollow one
down is time left; a disc fills with what is still the template's.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final, NamedTuple

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen, QPolygonF

from editor.manuscript.comparison.provenance import KeptShare
from editor.manuscript.delivery.allotment import (
    GivenMinutes,
    given_minutes,
    minutes_dealt_out,
    verdict,
)
from editor.manuscript.outline.sections import Section, SectionKind
from editor.ui.look.clock import clock
from editor.ui.look.palette import Colours
from editor.ui.tree.outline_model import OutlineModel, OutlineNode

GAP: Final = 6  # px between what stands at the right of a row
CHIP: Final = 20  # px of a chip of blanks at least
SIZE: Final = 8  # px of a sign
ROOM: Final = 14  # px that a sign takes of its row
NEEDED: Final = 2  # px, height of the bar
OVER: Final = 3  # px, height of what is over


class PartTiming(NamedTuple):
    """A part's ``needed`` and ``target`` minutes; ``own`` where the writer set the target."""

    needed: float
    target: float
    own: bool

    @property
    def verdict(self) -> int:
        """1 over, -1 time left, 0 about right."""
        return verdict(self.needed, self.target)

    def words(self) -> str:
        """As a tooltip says it."""
        share = "定了" if self.own else "按长短分到"
        left = self.target - self.needed
        state = f"超 {clock(-left)}" if left < 0 else f"余 {clock(left)}"
        return f"{share} {clock(self.target)}，{state if self.verdict else '正好'}"


class RowBadges:
    """What the rows of one tree show besides their words."""

    def __init__(self, model: OutlineModel) -> None:
        self._model = model
        self._given = GivenMinutes()
        self._timings: dict[int, PartTiming] | None = None
        self._kept: Mapping[OutlineNode, KeptShare] = {}

    def put_given(self, given: GivenMinutes) -> None:
        """Other minutes, another pace or other allotments."""
        self._given, self._timings = given, None

    def put_kept(self, rows: Sequence[KeptShare]) -> None:
        """What is still the template's by section; nothing switches the discs off.

        They stay with their rows while the text goes on changing.
        """
        there = {
            (row.section.start, row.section.level): row for row in rows if row.section and row.kept
        }
        self._kept = {
            node: there[place]
            for node in (self._model.walk() if there else ())
            if node.section
            and node.section.kind is not SectionKind.SALUTATION
            and (place := (node.section.start, node.section.level)) in there
        }

    def forget_timings(self) -> None:
        """The text has changed."""
        self._timings = None

    def timing(self, node: OutlineNode) -> PartTiming | None:
        """The time of a part; None for a row that is none, and where no time is given."""
        if not self._given.minutes:
            return None
        if self._timings is None:
            self._timings = self._reckoned()
        return self._timings.get(id(node))

    def kept(self, node: OutlineNode) -> KeptShare | None:
        """What of a row is still the template's, where anything is."""
        return self._kept.get(node) if self._kept else None

    def words(self, node: OutlineNode) -> str:
        """What a tooltip adds about a row."""
        timing, kept = self.timing(node), self.kept(node)
        time = f"\n{timing.words()}" if timing else ""
        return time + (f"\n{kept.kept}/{kept.total} 句还是范文原样" if kept else "")

    def _reckoned(self) -> dict[int, PartTiming]:
        minutes, pace, own, speech = self._given
        nodes = self._model.nodes()
        total = self._model.total()
        if speech.number >= 0:  # of several speeches, the one that the minutes are for
            titled = [n for n in nodes if n.section and n.section.kind is SectionKind.TITLE]
            nodes = titled[speech.number : speech.number + 1]
            total = sum(node.figure.spoken for node in nodes)
        parts = [node for node in _parts(nodes) if node.section]
        needed = [node.figure.spoken / pace for node in parts]
        sections: list[Section] = [node.section for node in parts if node.section]
        set_ = given_minutes(own, sections)
        rest = max(0.0, total / pace - sum(needed))
        targets = minutes_dealt_out(needed, max(0.0, minutes - rest), set_)
        return {
            id(node): PartTiming(needed[n], targets[n], n in set_) for n, node in enumerate(parts)
        }


def _parts(nodes: Sequence[OutlineNode]) -> list[OutlineNode]:
    found: list[OutlineNode] = []
    for node in nodes:
        kind = node.section.kind if node.section else None
        found += node.children if kind is SectionKind.TITLE else [node]
    return [n for n in found if n.section and n.section.kind is not SectionKind.SALUTATION]


def draw_tint(painter: QPainter, box: QRect, colours: Colours) -> None:
    """The ground of a chosen row, with a bar at the left of the window."""
    painter.fillRect(box, QColor(colours.accent_soft))
    painter.fillRect(QRect(0, box.top(), 3, box.height()), QColor(colours.accent))


def draw_chip(painter: QPainter, box: QRect, words: str, colours: Colours) -> QRect:
    """How many blanks are open, at the right of a box; what is left of the box."""
    metrics = QFontMetrics(painter.font())
    width = max(CHIP, metrics.horizontalAdvance(words) + 12)
    height = metrics.height() + 2
    chip = QRect(box.right() - width, box.center().y() - height // 2 + 1, width, height)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colours.blank_ground))
    painter.drawRoundedRect(chip, height / 2, height / 2)
    painter.setPen(QColor(colours.blank))
    painter.drawText(chip, Qt.AlignmentFlag.AlignCenter, words)
    return box.adjusted(0, 0, -width - GAP, 0)


def draw_time_badge(painter: QPainter, box: QRect, timing: PartTiming, colours: Colours) -> None:
    """▲ filled: over; ▽ hollow: time left; nothing where it is about right."""
    if not timing.verdict:
        return
    x, y, half = box.center().x(), box.center().y() + 1, SIZE / 2
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if timing.verdict > 0:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours.must))
        tip, foot = y - half, y + half
    else:
        painter.setPen(QPen(QColor(colours.good), 1.4))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        tip, foot = y + half - 1, y - half + 1
    corners = [QPointF(x - half, foot), QPointF(x + half, foot), QPointF(x, tip)]
    painter.drawPolygon(QPolygonF(corners))


def draw_template_disc(painter: QPainter, box: QRect, kept: KeptShare, colours: Colours) -> None:
    """A disc that is as full as the section is still the template's."""
    disc = QRectF(0, 0, SIZE, SIZE)
    disc.moveCenter(QPointF(box.center().x(), box.center().y() + 1))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(colours.dim), 1.2))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawEllipse(disc)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colours.dim))
    painter.drawPie(disc, 90 * 16, round(-360 * 16 * kept.share))


def draw_time_bar(
    painter: QPainter, box: QRect, timing: PartTiming, whole: float, colours: Colours
) -> None:
    """The bar of a part: what it needs, higher where it is over, a tick at its allotment.

    ``whole`` minutes are the width of the row.
    """
    room = box.right() - 4
    needed = round(room * min(1.0, timing.needed / whole))
    target = min(room, round(room * timing.target / whole))
    painter.fillRect(QRect(4, box.bottom() - 1, min(needed, target), NEEDED), QColor(colours.line))
    if timing.verdict > 0:
        over = QRect(4 + target, box.bottom() - 2, max(2, needed - target), OVER)
        painter.fillRect(over, QColor(colours.must))
    painter.fillRect(QRect(4 + target, box.bottom() - 5, 1, 6), QColor(colours.dim))
