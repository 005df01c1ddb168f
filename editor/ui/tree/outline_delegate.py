"""How a row of the tree is drawn: number, title, chip of blanks, minutes, bar of time."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from editor.manuscript.outline.sections import SectionKind
from editor.ui.look.clock import clock
from editor.ui.look.palette import Colours
from editor.ui.look.section_numbers import shown_number
from editor.ui.tree.outline_model import NODE, OutlineNode
from editor.ui.tree.row_badges import (
    CHIP,
    GAP,
    ROOM,
    RowBadges,
    draw_chip,
    draw_template_disc,
    draw_time_badge,
    draw_time_bar,
    draw_tint,
)
from editor.ui.tree.row_cache import DrawnRow, RowCache
from editor.ui.tree.text_layouts import TextLayouts

ROW = 30  # px at 13 px type
INDENT, EDGE = 18, 12  # px before a row of the first level, and around its words
SELECTED = QStyle.StateFlag.State_Selected.value
LETTERS = 9  # of a title that are to be read; with less room a row has two lines


class OutlineDelegate(QStyledItemDelegate):
    """Paints with the palette's colours only."""

    def __init__(self, colours: Colours, pace: int, badges: RowBadges) -> None:
        super().__init__()
        self.badges = badges
        self.colours = colours
        self.pace = pace  # 字 a minute
        self.whole = 1  # 字 of the whole text
        self.minutes = self.blanks = True  # whether they are shown
        self._base: QFont | None = None
        self._types: dict[tuple[bool, bool], TextLayouts] = {}
        self._row_cache = RowCache()
        self._font = QFont()
        self._narrow = False  # rows have two lines

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Room for a row."""
        line = QFontMetrics(option.font).height()
        return QSize(120, max(ROW, line * (2 if self._narrow else 1) + 12))

    def take_width(self, width: int, base: QFont) -> bool:
        """Rows will be ``width`` px wide; whether they are of another height then."""
        type_ = self._type(base, bold=False)
        left = width - 2 * INDENT - EDGE - self._beside(type_)
        before = self._narrow
        self._narrow = left < LETTERS * type_.metrics.horizontalAdvance("字")
        return self._narrow != before

    def _beside(self, type_: TextLayouts) -> int:
        """px that chip and minutes take of a row."""
        beside = (type_.column if self.minutes else 0) + (3 * CHIP if self.blanks else 0)
        return beside + 2 * GAP

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Draw a row."""
        node = index.data(NODE)
        if isinstance(node, OutlineNode) and node.section is not None:
            chosen = bool(option.state.value & SELECTED)
            self._row(painter, option.rect, node, chosen, option.font)

    def about_to_draw(self, on: QWidget, base: QFont) -> None:
        """Rows will be drawn on a widget."""
        self._font = base
        ground, ratio = on.palette().base(), on.devicePixelRatioF()
        self._row_cache.use(ground, ratio, (self.colours, base, self.minutes, self.blanks))

    def draw_row(self, painter: QPainter, row: DrawnRow, node: OutlineNode) -> None:
        """Draw a whole row, what stands left of it included; after `about_to_draw`."""
        section = node.section
        if section is None:
            return
        box, figure = row.box, node.figure
        timing, kept = self.badges.timing(node), self.badges.kept(node)
        look = (
            *section[:3],
            section.shown,
            node.title,
            clock(figure.spoken / self.pace),
            figure.blanks,
            (timing, self.whole / self.pace) if timing else self._length(box.right(), node),
            (kept.kept, kept.total) if kept else None,
        )

        def paint(on: QPainter, place: QRect) -> None:
            branch = QRect(place.left(), place.top(), row.indent, place.height())
            self.draw_branch(on, branch, row.unfolded, row.chosen)
            inside = place.adjusted(row.indent, 0, 0, 0)
            self._row(on, inside, node, row.chosen, self._font)

        self._row_cache.draw(painter, row, look, paint)

    def _row(
        self, painter: QPainter, box: QRect, node: OutlineNode, chosen: bool, base: QFont
    ) -> None:
        assert node.section is not None
        painter.save()
        if chosen:
            draw_tint(painter, box, self.colours)
        title = node.section.kind is SectionKind.TITLE
        type_ = self._type(base, bold=title)
        painter.setFont(type_.font)
        inside = box.adjusted(2, 0, -10, 0)
        lines: tuple[QRect, ...] = ()
        words = type_.metrics.horizontalAdvance(shown_number(node.section) + node.title) + GAP
        short = words + self._beside(type_) <= inside.width()
        if not short and box.height() >= 2 * type_.metrics.height():
            half = inside.height() // 2
            lines, inside = (inside.adjusted(0, 4, 0, -half),), inside.adjusted(0, half, 0, -4)
        inside = self._disc(painter, self._minutes(painter, inside, node, type_), node)
        if node.figure.blanks and self.blanks:
            inside = draw_chip(painter, inside, str(node.figure.blanks), self.colours)
        self._words(painter, (*lines, inside), node, type_)
        self._bar(painter, box, node)
        painter.restore()

    def draw_branch(
        self, painter: QPainter, box: QRect, unfolded: bool | None, chosen: bool
    ) -> None:
        """What stands left of a row: its tint, and an arrow where it has rows under it."""
        if chosen:
            draw_tint(painter, box, self.colours)
        if unfolded is None:
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(QColor(self.colours.dim), 1.6)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        x, y = box.right() - 7, box.center().y() + 1
        corners = ((-4, -2), (0, 2), (4, -2)) if unfolded else ((-2, -4), (2, 0), (-2, 4))
        painter.drawPolyline([QPoint(x + dx, y + dy) for dx, dy in corners])
        painter.restore()

    def _type(self, base: QFont, *, bold: bool, slanted: bool = False) -> TextLayouts:
        if base != self._base:
            self._base, self._types = QFont(base), {}
        made = self._types.get((bold, slanted))
        if made is None:
            font = QFont(base)
            font.setBold(bold)
            font.setItalic(slanted)
            made = self._types[bold, slanted] = TextLayouts(font)
        return made

    def _minutes(
        self, painter: QPainter, box: QRect, node: OutlineNode, type_: TextLayouts
    ) -> QRect:
        if not self.minutes or (node.section and node.section.kind is SectionKind.SALUTATION):
            return box
        words = clock(node.figure.spoken / self.pace)
        timing = self.badges.timing(node)
        painter.setPen(
            QColor(self.colours.must if timing and timing.verdict > 0 else self.colours.dim)
        )
        width = type_.draw(painter, box, words, right=True)
        taken = max(type_.column, width) + GAP
        if timing and timing.verdict:
            taken = max(taken, width + ROOM)
            place = QRect(box.right() + 1 - taken, box.top(), ROOM, box.height())
            draw_time_badge(painter, place, timing, self.colours)
        return box.adjusted(0, 0, -taken, 0)

    def _disc(self, painter: QPainter, box: QRect, node: OutlineNode) -> QRect:
        kept = self.badges.kept(node)
        if kept is None:
            return box
        place = QRect(box.right() - ROOM, box.top(), ROOM, box.height())
        draw_template_disc(painter, place, kept, self.colours)
        return box.adjusted(0, 0, -ROOM - 2, 0)

    def _words(
        self, painter: QPainter, lines: Sequence[QRect], node: OutlineNode, type_: TextLayouts
    ) -> None:
        """Number and title; what of the title has no room goes on in the next line."""
        box = lines[0]
        section = node.section
        assert section is not None
        number = shown_number(section)
        if number:
            painter.setPen(QColor(self.colours.dim))
            width = type_.draw(painter, box, number)
            # 、 and ） bring their own room to the right.
            gap = 0 if number[-1] in "、）" else GAP
            box = box.adjusted(width + gap, 0, 0, 0)
        painter.setPen(QColor(self.colours.dim if section.shown else self.colours.ink))
        if section.shown:
            type_ = self._type(self._base or painter.font(), bold=False, slanted=True)
            painter.setFont(type_.font)
        title = node.title
        for below in lines[1:]:
            fits = type_.fitting(title, box.width())
            type_.draw(painter, box, title[:fits])
            title, box = title[fits:].lstrip(), below
        if title:
            type_.draw(painter, box, type_.shortened(title, box.width()))

    def _bar(self, painter: QPainter, box: QRect, node: OutlineNode) -> None:
        if node.section is None or node.section.kind in (SectionKind.TITLE, SectionKind.SALUTATION):
            return
        timing = self.badges.timing(node)
        if timing is not None:
            draw_time_bar(painter, box, timing, self.whole / self.pace, self.colours)
            return
        bar = QRect(4, box.bottom() - 1, self._length(box.right(), node), 2)
        painter.fillRect(bar, QColor(self.colours.line))

    def _length(self, right: int, node: OutlineNode) -> int:
        """Of the bar of a row without an allotment, px."""
        return max(0, round((right - 4) * node.figure.spoken / self.whole))
