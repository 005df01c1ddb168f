"""The rehearsal window: which section is being read, for how long, against its plan.

Not modal, and worked with the space bar alone while reading. What it knows is the pure
`manuscript.rehearsal`; here are a clock, the large figures and the result.
"""

from __future__ import annotations

from collections.abc import Callable
from time import monotonic

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import (
    QDialog,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from editor.manuscript.delivery.rehearsal import Rehearsal, SectionLap
from editor.manuscript.delivery.timing import SectionTime
from editor.manuscript.outline.sections import Section
from editor.ui.look.clock import clock
from editor.ui.look.explained import explain
from editor.ui.look.first_size import fit
from editor.ui.look.flow_layout import FlowLayout, take_room
from editor.ui.look.plain_words import PlainLabel
from editor.ui.look.section_numbers import NAMES, shown_number

TICK_MS = 200
WIDTH = 360  # px at the usual type


class RehearsalWindow(QDialog):
    """Runs one reading aloud; ``ended`` with its laps."""

    ended = Signal(tuple)  # of SectionLap
    reading = Signal(Section)  # that is being read

    def __init__(
        self,
        parent: QWidget,
        parts: tuple[SectionTime, ...],
        given: float = 0,
        now: Callable[[], float] = monotonic,
    ) -> None:
        """``given`` minutes are there for all of it, 0 for no limit."""
        super().__init__(parent)
        explain(self, "time")
        self.setWindowTitle("试讲计时")
        self.setModal(False)
        self.run = Rehearsal(parts)
        self._now, self._given = now, given
        self._title, self._time, self._next = PlainLabel(), PlainLabel(), PlainLabel()
        self._whole = PlainLabel()
        self._bar = QProgressBar()
        self._bar.setAccessibleName("这一节讲了多久")
        self._go, self._step = QPushButton("开始"), QPushButton("下一节（空格）")
        self._back, self._stop = QPushButton("重读上一节（←）"), QPushButton("结束（Esc）")
        self._lay_out()
        self._timer = QTimer(self, interval=TICK_MS)
        self._timer.timeout.connect(self.show_times)
        self._go.clicked.connect(self.go_or_pause)
        self._step.clicked.connect(self.next)
        self._back.clicked.connect(self.back)
        self._stop.clicked.connect(self.end)
        self.show_times()

    def go_or_pause(self) -> None:
        """Begin, rest, or go on."""
        now = self._now()
        self.run = self.run.pause(now) if self.run.running else self.run.go(now)
        self._timer.start()
        self._tell()

    def next(self) -> None:
        """The next section begins; after the last one the result is shown."""
        if not self.run.running:
            self.go_or_pause()
            return
        self.run = self.run.next(self._now())
        if self.run.over:
            self.end()
        else:
            self._tell()

    def back(self) -> None:
        """Read the section before once more."""
        self.run = self.run.back(self._now())
        self._tell()

    def end(self) -> None:
        """Stop and give the laps away."""
        self._timer.stop()
        self.run = self.run.end(self._now())
        laps = self.run.laps()
        self.hide()
        if laps:
            self.ended.emit(laps)
        self.close()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space goes on, P rests, ← goes back, Esc ends."""
        answers = {
            Qt.Key.Key_Space: self.next,
            Qt.Key.Key_P: self.go_or_pause,
            Qt.Key.Key_Left: self.back,
            Qt.Key.Key_Escape: self.end,
        }
        answer = answers.get(Qt.Key(event.key()))
        if answer is None:
            super().keyPressEvent(event)
        else:
            answer()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Closing ends it without a result."""
        self._timer.stop()
        super().closeEvent(event)

    def _tell(self) -> None:
        self.show_times()
        if not self.run.over:
            self.reading.emit(self.run.parts[self.run.at].section)

    def show_times(self) -> None:
        """Which section is read and how its time stands, by the clock of now."""
        run = self.run
        if run.over:
            return
        part = run.parts[run.at]
        now = self._now()
        seconds = run.seconds(now)
        here, total = seconds[run.at], sum(seconds)
        planned = 60 * (part.target or part.minutes)
        self._title.setText(title_of(part.section))
        kind = "分到" if part.target else "估计"
        self._time.setText(f"{clock(here / 60)}　{kind} {clock(planned / 60)}")
        over = here > planned > 0
        self._bar.setMaximum(1000)
        self._bar.setValue(min(1000, round(1000 * here / planned)) if planned else 0)
        self._bar.setFormat(f"▲ 超 {clock((here - planned) / 60)}" if over else "%p%")
        self._whole.setText(self._whole_words(total, run.expected(now)))
        behind = run.parts[run.at + 1 : run.at + 2]
        self._next.setText(f"接下来：{title_of(behind[0].section)}" if behind else "这是最后一节")
        self._go.setText("暂停（P）" if run.running else ("继续（P）" if total else "开始（空格）"))
        self._back.setEnabled(run.at > 0)
        self._fit_words()

    def _whole_words(self, total: float, expected: float) -> str:
        """What is spent, and where it will end at this speed."""
        words = f"共 {clock(total / 60)}，照这样要 {clock(expected / 60)}"
        if not self._given:
            return words
        left = self._given - expected / 60
        state = f"▽ 余 {clock(left)}" if left >= 0 else f"▲ 超 {clock(-left)}"
        return f"{words}，{state}"

    def _fit_words(self) -> None:
        """As wide as the type asks for, and high enough for all words."""
        fit(self, WIDTH, 0)
        layout = self.layout()
        if layout is not None:
            layout.activate()
            self.setFixedSize(self.width(), layout.totalHeightForWidth(self.width()))

    def showEvent(self, event: QShowEvent) -> None:
        """At the right edge, beside the page: what is read must be seen."""
        super().showEvent(event)
        self._fit_words()
        window = self.parentWidget()
        if window is not None:
            box = window.frameGeometry()
            room = self.frameGeometry()
            self.move(box.right() - room.width() - 16, box.bottom() - room.height() - 56)

    def _lay_out(self) -> None:
        self._title.setProperty("role", "title")
        self._title.setWordWrap(True)
        self._time.setProperty("role", "figure")
        self._time.setWordWrap(True)
        self._next.setProperty("role", "dim")
        self._next.setWordWrap(True)
        self._whole.setWordWrap(True)
        rows = FlowLayout()
        for button in (self._go, self._step, self._back, self._stop):
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the space bar is the clock's
            button.setAutoDefault(False)
            take_room(button)
            rows.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(10)
        for widget in (self._title, self._time, self._bar, self._whole, self._next):
            column.addWidget(widget)
        column.addLayout(rows)


def title_of(section: Section) -> str:
    """A section as the leader knows it."""
    return f"{shown_number(section)}{section.called}".strip() or NAMES.get(section.kind, "全文")


def told(laps: tuple[SectionLap, ...]) -> list[tuple[str, str, str, str]]:
    """The rows of the result: section, time, plan, 字 a minute; all of it last."""
    rows: list[tuple[str, str, str, str]] = []
    for lap in laps:
        pace = f"{lap.pace:.0f}" if lap.whole else "没读完"
        rows.append((title_of(lap.section), clock(lap.seconds / 60), clock(lap.planned / 60), pace))
    if len(rows) > 1:
        seconds, planned = sum(x.seconds for x in laps), sum(x.planned for x in laps)
        spoken, read = read_whole(laps)
        pace = f"{60 * spoken / read:.0f}" if read else ""
        rows.append(("合计", clock(seconds / 60), clock(planned / 60), pace))
    return rows


def read_whole(laps: tuple[SectionLap, ...]) -> tuple[int, float]:
    """字 and seconds of the sections that were read to their end: what a speed is told by."""
    whole = [lap for lap in laps if lap.whole]
    return sum(lap.spoken for lap in whole), sum(lap.seconds for lap in whole)
