"""The rehearsal window, its result, and the sheet of minutes."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QProgressBar,
    QSpinBox,
    QTreeWidgetItem,
    QWidget,
)

from editor.analysis.analyzer import SpeechAnalyzer
from editor.checks.engine.checker import Checker
from editor.checks.engine.rule_set import RuleSet
from editor.manuscript.delivery.allotment import Allotment, GivenMinutes
from editor.manuscript.delivery.rehearsal import SectionLap
from editor.manuscript.delivery.timing import timing
from editor.manuscript.outline.reader import outline_of
from editor.settings.speaking_rates import SpeakingRates
from editor.ui.look.palette import LIGHT
from editor.ui.rehearsal.rehearsal_result import RehearsalResult
from editor.ui.rehearsal.rehearsal_window import RehearsalWindow
from editor.ui.rehearsal.time_sheet import TimeSheet
from editor.ui.rehearsal.time_table import NAME, NEEDED, OVER, TARGET
from tests.notation import doc
from tests.ui.parts import button, named, words_of
from tests.ui.shell.windows import end_window, open_window, parts_of, run

LONG = "我们要进一步提高认识，切实增强责任感和紧迫感，不断开创工作新局面。" * 20
SPEECH = doc(
    f"云川讲话 | 同志们： | 讲两点。 | 一、认识 | 先说。 | {LONG} | "
    f"二、实干 | 再说。 | {LONG} | 谢谢！"
)


def test_the_space_bar_goes_from_section_to_section(application: object) -> None:
    now = [0.0]
    parent = QWidget()
    parts = timing(SPEECH, outline_of(SPEECH), 180)
    window = RehearsalWindow(parent, parts, 0, lambda: now[0])
    got: list[tuple[SectionLap, ...]] = []
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
    lap = SectionLap(part.section, 1000, 300.0, 300.0)
    sheet = RehearsalResult(parent, (lap,), SpeakingRates(tmp_path), "李主任")
    sheet.accept()
    assert SpeakingRates(tmp_path).get("李主任").pace == 200
    parent.deleteLater()


def test_what_was_too_short_or_broken_off_teaches_nothing(
    application: object, tmp_path: Path
) -> None:
    parent = QWidget()
    part = timing(SPEECH, outline_of(SPEECH), 180)[1]
    laps = (SectionLap(part.section, 1000, 300.0, 300.0, False),)
    sheet = RehearsalResult(parent, laps, SpeakingRates(tmp_path), "李主任")
    assert not button(sheet, "记下语速").isEnabled()
    sheet.accept()
    assert "李主任" not in SpeakingRates(tmp_path).all
    nobody = RehearsalResult(
        parent, (SectionLap(part.section, 1000, 300.0, 300.0),), SpeakingRates(tmp_path), ""
    )
    keep = button(nobody, "记下语速")
    assert not keep.isEnabled() and "200 字/分" in words_of(nobody)
    nobody.findChild(QComboBox).setEditText("王局长")
    assert keep.isEnabled()
    parent.deleteLater()


def test_the_clock_says_where_it_will_end(application: object) -> None:
    now, parent = [0.0], QWidget()
    parts = timing(SPEECH, outline_of(SPEECH), 180, 2)
    window = RehearsalWindow(parent, parts, 2, lambda: now[0])
    window.go_or_pause()
    now[0] = 60.0 * parts[0].target + 20
    window.show_times()
    assert "▲ 超 0′20″" in window.findChild(QProgressBar).format()
    (whole,) = [words for words in words_of(window).splitlines() if "照这样要" in words]
    assert "▲ 超" in whole
    window.close()
    parent.deleteLater()


class Sheet:
    """A sheet of minutes and what it asked for."""

    def __init__(self) -> None:
        self.parent = QWidget()
        self.sheet = TimeSheet(self.parent, LIGHT)
        self.analysis = SpeechAnalyzer(Checker(RuleSet(()))).analyze(SPEECH)
        self.went: list[int] = []
        self.allotted: list[tuple[int, object]] = []
        self.sheet.go_asked.connect(self.went.append)
        self.sheet.allotted.connect(lambda _, *asked: self.allotted.append(asked))
        self.show(5)

    def show(self, minutes: int, own: tuple[Allotment, ...] = ()) -> None:
        self.sheet.show_analysis(self.analysis, GivenMinutes(minutes, 180, own))

    @property
    def words(self) -> str:
        return words_of(self.sheet)

    def item(self, row: int) -> QTreeWidgetItem:
        found = self.sheet.table.topLevelItem(row)
        assert found is not None
        return found

    def type(self, row: int, words: str) -> None:
        self.item(row).setText(TARGET, words)
        QApplication.processEvents()


@pytest.fixture
def made(application: object) -> Iterator[Sheet]:
    sheet = Sheet()
    yield sheet
    sheet.parent.deleteLater()


def test_the_sheet_tells_what_is_over_and_what_could_go(made: Sheet) -> None:
    assert "给定 5 分钟" in made.words and "▲ 超" in made.words
    cuts = made.sheet.cuts.list
    cuts.itemClicked.emit(cuts.item(0))
    assert made.went == [5] or made.went == [8]
    made.show(60)
    assert cuts.count() == 0 and "▽ 余" in made.words


def test_nothing_is_said_of_dealing_out_minutes_where_none_are_given(made: Sheet) -> None:
    for minutes, told in ((5, True), (0, False), (5, True)):
        made.show(minutes)
        (said,) = [words for words in made.words.splitlines() if "点节名" in words]
        assert ("分给" in said) is told


def test_the_parts_and_the_rest_are_the_whole_that_the_window_tells(made: Sheet) -> None:
    rows = [made.item(n) for n in range(made.sheet.table.topLevelItemCount())]
    assert rows[-1].text(NAME) == "标题、称谓等"
    times = [r.text(NEEDED).rstrip("″").split("′") for r in rows]
    whole = sum(60 * int(m) + int(s) for m, s in times)
    assert abs(whole - 60 * made.analysis.counts.spoken / 180) <= len(rows)


def test_minutes_that_are_typed_are_asked_for_and_emptied_they_are_a_share(made: Sheet) -> None:
    made.type(1, "1:30")
    made.type(2, "")
    assert made.allotted == [(1, 1.5), (2, None)]
    made.type(1, "很快")
    assert "不像时间" in made.words and len(made.allotted) == 2
    assert made.item(1).text(TARGET).endswith("″")


def test_what_the_writer_gave_stands_out_and_delete_takes_it_back(made: Sheet) -> None:
    made.show(5, (Allotment("section", "实干", 2, 4.5),))
    assert made.item(2).text(TARGET) == "4′30″" and made.item(2).font(TARGET).bold()
    assert made.item(2).text(OVER).startswith("▽ 余")
    made.sheet.table.setCurrentItem(made.item(2))
    QTest.keyClick(made.sheet.table, Qt.Key.Key_Delete)
    assert made.allotted == [(2, None)]


def test_what_is_ticked_is_added_up(made: Sheet) -> None:
    made.show(5)
    cuts = made.sheet.cuts
    cuts.list.item(0).setCheckState(Qt.CheckState.Checked)
    assert "勾了 1 段" in made.words
    cuts.list.itemClicked.emit(cuts.list.item(0))
    assert made.went == []
    made.show(5)
    assert cuts.list.item(0).checkState() is Qt.CheckState.Checked


def test_a_leader_is_kept_with_the_speed_of_now_and_forgotten(
    application: object, tmp_path: Path
) -> None:
    path = tmp_path / "稿.txt"
    path.write_text(SPEECH.text, "utf-8")
    window = open_window(tmp_path / "home", str(path))
    run(window, "time.sheet")
    times = parts_of(window).times
    sheet = window.findChild(TimeSheet)
    pace, who = named(sheet, QSpinBox, "语速"), named(sheet, QComboBox, "讲话人")
    named(sheet, QSpinBox, "给定时间").setValue(7)
    pace.setValue(200)
    who.setEditText("李主任")
    button(sheet, "记下语速").click()
    assert times.leaders.get("李主任").pace == 200 and times.plan.minutes == 7
    assert "200 字/分" in words_of(parts_of(window).outline)
    pace.setValue(150)
    who.setCurrentText("李主任")
    who.activated.emit(who.currentIndex())
    assert (times.plan.leader, times.plan.pace) == ("李主任", 200)
    assert window.settings.number("pace") == 180
    button(sheet, "忘掉").click()
    assert "李主任" not in times.leaders.all
    assert (times.plan.leader, times.plan.pace) == ("", 200)
    end_window(window)
