"""The bar can be read and reached whatever the size of its type and the width of the page."""

from __future__ import annotations

from collections.abc import Callable
from itertools import combinations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLineEdit, QWidget

from tests.notation import lines
from tests.ui.find.hands import Hands
from tests.ui.parts import button


@pytest.mark.parametrize(("size", "width"), [(13, 738), (13, 480), (19, 600), (24, 546)])
def test_nothing_is_cut_off_or_covered(
    hands_on: Callable[[str], Hands], size: int, width: int
) -> None:
    hands = hands_on("工会")
    window = hands.parts.context.parent
    window.setStyleSheet(f"* {{ font-size: {size}px; }}")
    window.resize(width, 700)
    hands.command("edit.replace")
    hands.click("选项")
    hands.write("工会")
    hands.app_settles()
    bar = hands.bar
    seen = [w for w in bar.findChildren(QWidget) if w.isVisible() and is_used(w)]
    assert len(seen) > 10
    boxes = [(w, w.rect().translated(w.mapTo(bar, w.rect().topLeft()))) for w in seen]
    assert all(bar.rect().contains(box) for _, box in boxes)
    assert all(w.visibleRegion().boundingRect() == w.rect() for w in seen)
    assert all(w.width() >= w.minimumSizeHint().width() for w in seen)
    assert not [(a, b) for (_, a), (_, b) in combinations(boxes, 2) if a.intersects(b)]


def test_a_field_shows_fifteen_characters(hands_on: Callable[[str], Hands]) -> None:
    hands = hands_on("工会")
    hands.parts.context.parent.resize(738, 700)
    hands.command("edit.replace")
    for field in (hands.bar.words, hands.bar.other):
        room = field.line.width() - 40  # the button that clears
        assert room >= 15 * field.fontMetrics().horizontalAdvance("字")


def test_choices_are_shown_when_asked_for_and_when_one_is_made(
    hands_on: Callable[[str], Hands],
) -> None:
    hands = hands_on("工会 | 团委")
    hands.command("edit.find")
    assert not hands.bar.options.isVisible()
    hands.click("选项")
    assert hands.bar.options.isVisible()
    hands.parts.context.settings.save()
    other = hands_on("工会")
    other.command("edit.find")
    assert other.bar.options.isVisible()
    hands.click("选项")
    hands.finding.close()
    hands.select((0, 0), (1, 1))
    hands.command("edit.find")
    assert hands.bar.options.isVisible() and hands.bar.options.inside.isChecked()


def is_used(widget: QWidget) -> bool:
    """Whether it is pressed or typed into by itself."""
    of_its_own = not isinstance(widget.parent(), QLineEdit)  # the cross that clears a line
    return isinstance(widget, QAbstractButton | QComboBox) and of_its_own


def test_tab_goes_from_field_to_field_and_enter_presses_a_button(
    hands_on: Callable[[str], Hands],
) -> None:
    hands = hands_on("工会和工会")
    hands.command("edit.replace")
    hands.write("工会", "团委")
    hands.bar.words.setFocus()
    QTest.keyClick(hands.bar.words, Qt.Key.Key_Tab)
    assert hands.bar.other.hasFocus()
    every = button(hands.bar, "全部替换")
    every.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(every, Qt.Key.Key_Return)
    assert lines(hands.controller.manuscript()) == "团委和团委"
