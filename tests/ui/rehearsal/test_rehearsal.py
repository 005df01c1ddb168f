"""The rehearsal window, its result, and the sheet of minutes."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from editor.checks.engine import Checker
from editor.manuscript.outline import outline_of
from editor.manuscript.rehearsal import Lap
from editor.manuscript.timing import timing
from editor.reading import Reader
from editor.settings.leaders import Leaders
from editor.ui.rehearsal.result import ResultSheet
from editor.ui.rehearsal.time_sheet import TimeSheet
from editor.ui.rehearsal.window import RehearsalWindow
from tests.notation import doc

LONG = "我们要进一步提高认识，切实增强责任感和紧迫感，不断开创工作新局面。" * 20
SPEECH = doc(
    f"云川讲话 | 同志们： | 讲两点。 | 一、认识 | 先说。 | {LONG} | "
    f"二、实干 | 再说。 | {LONG} | 谢谢！"
)


def test_the_space_bar_goes_from_section_to_section(application: object) -> None:
    now = [0.0]
    parent = QWidget()
    parts = timing(SPEECH, outline_of(SPEECH), 180)
    window = RehearsalWindow(parent, parts, lambda: now[0])
    got: list[tuple[Lap, ...]] = []
    window.ended.connect(got.append)
    window.show()
    for _ in range(len(parts) + 1):
        QTest.keyClick(window, Qt.Key.Key_Space)
        now[0] += 30
    assert [round(lap.seconds) for lap in got[0]] == [30] * len(parts)
    parent.deleteLater()


def test_the_result_teaches_the_leaders_speed(application: object, tmp_path: Path) -> None:
    parent = QWidget()
    part = timing(SPEECH, outline_of(SPEECH), 180)[1]
    lap = Lap(part.section, 1000, 300.0, 300.0)
    sheet = ResultSheet(parent, (lap,), Leaders(tmp_path), "李主任")
    sheet.accept()
    assert Leaders(tmp_path).get("李主任").pace == 200
    parent.deleteLater()


def test_the_sheet_tells_what_is_over_and_what_could_go(application: object) -> None:
    parent = QWidget()
    sheet = TimeSheet(parent)
    reading = Reader(Checker(())).read(SPEECH)
    asked: list[int] = []
    sheet.go_asked.connect(asked.append)
    sheet.show_reading(reading, 180, 5)
    assert "超" in sheet._head.text()
    sheet._cuts.itemClicked.emit(sheet._cuts.item(0))
    assert asked == [5] or asked == [8]
    sheet.show_reading(reading, 180, 60)
    assert sheet._cuts.count() == 0
    parent.deleteLater()
