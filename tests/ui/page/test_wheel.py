"""Ctrl and the wheel zoom in whole steps; a touch pad scrolls by its pixels and does not race."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication

from editor.ui.page import page_pointer
from tests.notation import doc
from tests.ui.page.mouse import Mouse

Phase = Qt.ScrollPhase
CONTROL, PLAIN = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.NoModifier


def turn(
    hand: Mouse,
    angle: int,
    held: Qt.KeyboardModifier = CONTROL,
    phase: Phase = Phase.NoScrollPhase,
    pixels: int = 0,
) -> None:
    """The wheel, by eighths of a degree (120 a notch), or two fingers on a touch pad."""
    spot = QPointF(100, 100)
    event = QWheelEvent(
        spot, spot, QPoint(0, pixels), QPoint(0, angle), Qt.MouseButton.NoButton, held, phase, False
    )
    QApplication.sendEvent(hand.page.viewport(), event)


@pytest.fixture
def hand(application: object) -> Mouse:
    return Mouse(doc(" | ".join(["一段话。"] * 80)))


def test_a_notch_is_a_step(hand: Mouse) -> None:
    for angle, zoom in ((120, 110), (120, 120), (-120, 110), (-240, 90)):
        turn(hand, angle)
        assert hand.page.zoom() == zoom


def test_small_moves_of_a_touch_pad_add_up(hand: Mouse) -> None:
    turn(hand, 0, phase=Phase.ScrollBegin)
    for _ in range(20):
        turn(hand, 15, phase=Phase.ScrollUpdate)
    assert hand.page.zoom() == 120
    turn(hand, -15, phase=Phase.ScrollUpdate)
    assert hand.page.zoom() == 120


def test_what_comes_after_the_fingers_left_does_not_zoom(hand: Mouse) -> None:
    turn(hand, 600, phase=Phase.ScrollMomentum)
    assert hand.page.zoom() == 100


def test_a_touch_pad_scrolls_by_its_pixels(hand: Mouse, monkeypatch: pytest.MonkeyPatch) -> None:
    bar = hand.page.verticalScrollBar()
    turn(hand, -37, PLAIN, Phase.ScrollUpdate, pixels=-7)
    assert bar.value() == 7
    monkeypatch.setattr(page_pointer, "tells_pixels", lambda: False)  # as on X11
    turn(hand, -12, PLAIN, Phase.ScrollUpdate, pixels=-500)
    assert 7 < bar.value() < 20
