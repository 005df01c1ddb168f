"""The tour: four cards beside what they tell of, in the window, over at any time."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget

from editor.ui.help.tour import Tour, TourStep
from tests.ui.parts import button, words_of
from tests.ui.until import until


@pytest.fixture
def room(application: object) -> Iterator[QWidget]:
    window = QWidget()
    window.resize(900, 600)
    for box in (QRect(0, 0, 200, 600), QRect(200, 0, 300, 600), QRect(820, 0, 60, 40)):
        part = QPushButton("x", window)
        part.setGeometry(box)
    window.show()
    window.activateWindow()
    assert QTest.qWaitForWindowActive(window)
    yield window
    window.deleteLater()


def tour_of(window: QWidget, done: list[str]) -> Tour:
    parts = [p for p in window.children() if isinstance(p, QPushButton)]
    steps = [
        TourStep(f"第{n}处", "话。" * 40, lambda part=part: part, lambda n=n: done.append(str(n)))
        for n, part in enumerate(parts)
    ]
    return Tour(window, steps)


def box_of(part: QWidget, window: QWidget) -> QRect:
    return QRect(part.mapTo(window, QPoint(0, 0)), part.size())


def test_each_card_stands_beside_its_part_and_inside_the_window(room: QWidget) -> None:
    done: list[str] = []
    tour = tour_of(room, done)
    parts = [p for p in room.children() if isinstance(p, QPushButton)]
    for number, part in enumerate(parts):
        QApplication.processEvents()
        card = box_of(tour.card, room)
        assert f"{number + 1}／3　第{number}处" in words_of(tour.card)
        words = tour.card.findChildren(QLabel)
        assert all(w.heightForWidth(w.width()) <= w.height() for w in words)
        assert room.rect().contains(card) and not card.intersects(box_of(part, room))
        tour.card.on.click()
    assert done == ["0", "1", "2"]
    until(lambda: not room.findChildren(Tour))


def test_it_can_be_skipped_and_the_last_one_is_done_with(room: QWidget) -> None:
    tour = tour_of(room, [])
    ended: list[bool] = []
    tour.ended.connect(lambda: ended.append(True))
    button(tour.card, "跳过").click()
    assert ended == [True] and not tour.card.isVisible()
    other = tour_of(room, [])
    QTest.keyClick(other.card.on, Qt.Key.Key_Escape)
    assert not other.card.isVisible()


def test_a_part_that_fills_the_window_has_its_card_inside(room: QWidget) -> None:
    tour = Tour(room, [TourStep("全部", "话。", lambda: room)])
    assert room.rect().contains(box_of(tour.card, room))
    room.resize(500, 400)
    until(lambda: room.rect().contains(box_of(tour.card, room)))
    tour.end()
