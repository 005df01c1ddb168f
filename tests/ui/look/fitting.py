"""What of a window is not shown whole: words wider or taller than their place, parts beyond
the edge that no scrolling reaches, parts over each other.

Words may be shortened only where the whole is told on hover.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations
from types import BuiltinMethodType

from PySide6.QtCore import QEvent, QModelIndex, QPoint, QRect, Qt
from PySide6.QtGui import QFontMetrics, QHelpEvent, QTextDocumentFragment
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPushButton,
    QSplitterHandle,
    QStyle,
    QStyleOptionComboBox,
    QStyleOptionViewItem,
    QTabBar,
    QTableView,
    QToolButton,
    QToolTip,
    QTreeView,
    QWidget,
)

from editor.ui.paper.paper_view import PaperView

OFF = Qt.ScrollBarPolicy.ScrollBarAlwaysOff
ROUNDING = 2  # px
LEAVING = {"取消", "关闭", "关闭(&C)", "回去改", "不写", "不记语速", "先不保存"}


def faults(window: QWidget) -> Iterator[str]:
    """A sentence for each fault of a window that is shown."""
    room = window.screen().availableGeometry()
    if window.width() > room.width() or window.height() > room.height():
        yield f"larger than the screen: {window.width()} × {window.height()}"
    yield from _order(window)
    for widget in window.findChildren(QWidget):
        if not widget.isVisible() or widget.window() is not window:
            continue
        named = f"{type(widget).__name__} {_words_of(widget)[:24]!r}"
        yield from (f"{named}: {fault}" for fault in _of_words(widget))
        if _matters(widget) and not _reachable(widget, window):
            yield f"{named}: beyond the edge, and nothing scrolls to it"
        yield from (f"{named}: {fault}" for fault in _overlaps(widget))
        if isinstance(widget, QAbstractScrollArea) and not isinstance(widget, PaperView):
            bar = widget.horizontalScrollBar()
            if bar.isVisible() and bar.maximum() > bar.minimum():
                yield f"{named}: scrolls to the side"


def _order(window: QWidget) -> Iterator[str]:
    """What leaves is the last of its row, and nothing is before what Enter does."""
    shown = [b for b in window.findChildren(QPushButton) if b.isVisible() and b.window() is window]
    for one in (b for b in shown if b.property("role") not in ("link", "chip")):
        at = one.mapTo(window, QPoint(0, 0))
        row = [b for b in shown if b is not one and b.parentWidget() is one.parentWidget()]
        row = [b for b in row if b.mapTo(window, QPoint(0, 0)).y() == at.y()]
        if one.text() in LEAVING and any(b.mapTo(window, QPoint(0, 0)).x() > at.x() for b in row):
            yield f"{one.text()!r} is not the last button of its row"
        before = [b.text() for b in row if b.mapTo(window, QPoint(0, 0)).x() < at.x()]
        if one.isDefault() and before and one.text() not in LEAVING:
            yield f"{before} before {one.text()!r}, which is what Enter does"


def _words_of(widget: QWidget) -> str:
    for ask in ("text", "currentText", "placeholderText", "title"):
        told = getattr(widget, ask, None)
        said = told() if isinstance(told, BuiltinMethodType) else ""
        if isinstance(said, str) and said:
            return QTextDocumentFragment.fromHtml(said).toPlainText()
    return widget.accessibleName() or widget.objectName()


def _matters(widget: QWidget) -> bool:
    kinds = (QLabel, QAbstractButton, QLineEdit, QComboBox, QTabBar, QAbstractScrollArea)
    return isinstance(widget, kinds) and widget.objectName()[:3] != "qt_"


def _of_words(widget: QWidget) -> Iterator[str]:
    if isinstance(widget, QLabel) and widget.text():
        yield from _label(widget)
    elif isinstance(widget, QAbstractButton) and widget.text():
        least = widget.sizeHint()
        need = least.width()
        if isinstance(widget, QToolButton):  # the style sheet gives tools more than their words
            need = min(need, widget.fontMetrics().horizontalAdvance(widget.text()) + 8)
        if widget.width() + ROUNDING < need and not _told(widget, widget.text()):
            yield f"{need} px wide, has {widget.width()}"
        if widget.height() + ROUNDING < min(least.height(), widget.fontMetrics().height()):
            yield f"{least.height()} px high, has {widget.height()}"
    elif isinstance(widget, QTabBar):
        yield from _tabs(widget)
    elif isinstance(widget, QComboBox) and not widget.isEditable():
        yield from _combo(widget)
    elif isinstance(widget, QAbstractSpinBox):
        need = widget.fontMetrics().horizontalAdvance(widget.text())
        if need > widget.lineEdit().contentsRect().width():
            yield f"{widget.text()!r} {need} px wide"
    elif isinstance(widget, QLineEdit) and widget.placeholderText() and not widget.text():
        need = widget.fontMetrics().horizontalAdvance(widget.placeholderText())
        if need > widget.contentsRect().width() and not _told(widget, widget.placeholderText()):
            yield f"hint {need} px wide, has {widget.contentsRect().width()}"
    elif isinstance(widget, QHeaderView):
        yield from _heads(widget)
    elif isinstance(widget, QAbstractItemView):
        yield from _rows(widget)


def _label(label: QLabel) -> Iterator[str]:
    need = label.sizeHint()
    if label.wordWrap():
        height = label.heightForWidth(label.width())
        if height > label.height() + ROUNDING:
            yield f"{height} px high in its width, has {label.height()}"
        one = label.fontMetrics().height()
        if label.width() < 2 * one < need.width():
            yield f"words in a column of {label.width()} px"
        return
    if need.width() > label.width() + ROUNDING and not _told(label, _words_of(label)):
        yield f"{need.width()} px wide, has {label.width()}"
    if need.height() > label.height() + ROUNDING:
        yield f"{need.height()} px high, has {label.height()}"


def _tabs(bar: QTabBar) -> Iterator[str]:
    for number in range(bar.count()):
        words, place = bar.tabText(number), bar.tabRect(number)
        need = bar.fontMetrics().horizontalAdvance(words)
        cut = need + 2 > place.width() and words not in bar.tabToolTip(number)
        if cut or (place.right() > bar.width() and not bar.usesScrollButtons()):
            yield f"tab {words!r} {need} px wide, has {place.width()} up to {place.right()}"


def _combo(box: QComboBox) -> Iterator[str]:
    option = QStyleOptionComboBox()
    box.initStyleOption(option)
    part = QStyle.SubControl.SC_ComboBoxEditField
    room = box.style().subControlRect(QStyle.ComplexControl.CC_ComboBox, option, part, box)
    need = box.fontMetrics().horizontalAdvance(box.currentText())
    if need > room.width() + ROUNDING and not _told(box, box.currentText()):
        yield f"{need} px wide, has {room.width()}"


def _heads(head: QHeaderView) -> Iterator[str]:
    if head.orientation() is not Qt.Orientation.Horizontal:
        return
    for number in range(head.count()):
        words = head.model().headerData(number, head.orientation()) if head.model() else ""
        room = head.sectionSize(number)
        if not words or head.isSectionHidden(number):
            continue
        if head.fontMetrics().horizontalAdvance(str(words)) > room:
            yield f"head {words!r} has {room} px"


def _rows(view: QAbstractItemView) -> Iterator[str]:
    port = view.viewport().rect()
    at = view.indexAt(QPoint(port.width() // 2, 4))
    seen = 0
    while at.isValid() and seen < 40 and (place := view.visualRect(at)).top() < port.bottom():
        for column in range(columns(view)):
            yield from _cell(view, at.siblingAtColumn(column), port)
        below = view.indexAt(QPoint(port.width() // 2, place.bottom() + 3))
        at, seen = below if below != at else QModelIndex(), seen + 1


def columns(view: QAbstractItemView) -> int:
    """How many a view has; a model of a list does not say."""
    if isinstance(view, QTableView):
        return view.horizontalHeader().count()
    return view.header().count() if isinstance(view, QTreeView) else 1


def _cell(view: QAbstractItemView, index: QModelIndex, port: QRect) -> Iterator[str]:
    words, place = str(index.data() or ""), view.visualRect(index)
    if not words or not place.isValid():
        return
    option = QStyleOptionViewItem()
    view.initViewItemOption(option)
    option.rect = place  # type: ignore[attr-defined]
    delegate = view.itemDelegateForIndex(index)
    delegate.initStyleOption(option, index)  # type: ignore[attr-defined]
    need = delegate.sizeHint(option, index)
    if need.height() > place.height() + ROUNDING:
        yield f"row {words[:24]!r} {need.height()} px high, has {place.height()}"
    inside = place.intersected(port)
    metrics = QFontMetrics(option.font)  # type: ignore[attr-defined]
    wraps = getattr(view, "wordWrap", bool)() and place.height() > 1.8 * metrics.height()
    wide = need.width() > inside.width() + ROUNDING and not wraps
    if wide and words not in _hovered(view, inside.center()):
        yield f"row {words[:24]!r} {need.width()} px wide, has {inside.width()}"


def _told(widget: QWidget, words: str) -> bool:
    return words.replace("&", "") in _hovered(widget, widget.rect().center())


def _hovered(widget: QWidget, at: QPoint) -> str:
    """What is told when the mouse rests there."""
    over = widget.viewport() if isinstance(widget, QAbstractScrollArea) else widget
    QToolTip.hideText()
    event = QHelpEvent(QEvent.Type.ToolTip, at, over.mapToGlobal(at))
    QApplication.sendEvent(over, event)
    return QTextDocumentFragment.fromHtml(QToolTip.text()).toPlainText()


def _reachable(widget: QWidget, window: QWidget) -> bool:
    """Whether all of it is in the window, or what scrolls can bring it there."""
    box = QRect(widget.mapTo(window, QPoint(0, 0)), widget.size())
    inner: QWidget = widget
    while inner is not window and (outer := inner.parentWidget()) is not None:
        area = outer.parentWidget()
        if isinstance(area, QAbstractScrollArea) and area.viewport() is outer:
            frame = QRect(outer.mapTo(window, QPoint(0, 0)), outer.size())
            if area.verticalScrollBarPolicy() != OFF:
                box.setTop(max(box.top(), frame.top()))
                box.setBottom(min(box.bottom(), frame.bottom()))
            if area.horizontalScrollBarPolicy() != OFF:
                box.setLeft(max(box.left(), frame.left()))
                box.setRight(min(box.right(), frame.right()))
        frame = QRect(outer.mapTo(window, QPoint(0, 0)), outer.size())
        if not frame.adjusted(-1, -1, 1, 1).contains(box):
            return box.isEmpty()
        inner = outer
    return True


def _overlaps(parent: QWidget) -> Iterator[str]:
    layout = parent.layout()
    if layout is None or isinstance(parent, QAbstractScrollArea):
        return
    children = [
        child
        for child in parent.children()
        if isinstance(child, QWidget)
        and child.isVisible()
        and not child.isWindow()
        and not isinstance(child, QSplitterHandle)
        and layout.indexOf(child) >= 0
    ]
    for one, other in combinations(children, 2):
        over = one.geometry().intersected(other.geometry())
        if over.width() > ROUNDING and over.height() > ROUNDING:
            yield f"{_words_of(one)[:16]!r} stands over {_words_of(other)[:16]!r}"
