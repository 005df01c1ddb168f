"""时间安排: whose speed, how long, each part against its minutes, and what could go.

Beside the speech, and it follows it. It asks by signals and changes nothing itself.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QHBoxLayout,
    QPushButton,
    QSpinBox,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from editor.analysis.values import Analysis
from editor.manuscript.delivery.allotment import Allotment, GivenMinutes, given_minutes
from editor.manuscript.delivery.several_speeches import ChosenSpeech, one_speech
from editor.manuscript.delivery.timing import SectionTime, spoken_outside, timing, what_to_cut
from editor.manuscript.outline.sections import Section
from editor.settings.speaking_rates import FASTEST, SLOWEST, SpeakingRate
from editor.ui.look.clock import clock
from editor.ui.look.explained import explain
from editor.ui.look.first_size import fit
from editor.ui.look.flow_layout import FlowLayout
from editor.ui.look.palette import Colours
from editor.ui.look.plain_words import PlainLabel, RichLabel
from editor.ui.look.spoken_name import say_what_for
from editor.ui.rehearsal.cut_list import CutList
from editor.ui.rehearsal.time_table import TimeTable

NOBODY = "（不指定）"
GO_THERE = "点节名到那里。"
HINT = "点节名到那里；双击“分给”自己定（2、1.5、1:30），清空就按长短分。"


class TimeSheet(QDialog):
    """Not modal; ``go_asked`` with a paragraph's number."""

    go_asked = Signal(int)
    allotted = Signal(tuple, int, object)  # the Sections, which of them, minutes or None
    share_asked = Signal()
    minutes_changed = Signal(int)
    pace_changed = Signal(int)
    leader_chosen = Signal(str)
    leader_kept = Signal(str)  # this name speaks at the present pace
    leader_dropped = Signal(str)

    def __init__(self, parent: QWidget, colours: Colours) -> None:
        super().__init__(parent)
        explain(self, "time")
        self.setWindowTitle("时间安排")
        self.setModal(False)
        fit(self, 640, 640)
        self._colours = colours
        self._rows: tuple[SectionTime, ...] = ()
        self._speech, self._head, self._said = PlainLabel(), RichLabel(), PlainLabel(HINT)
        self._who, self._pace, self._minutes = QComboBox(), QSpinBox(), QSpinBox()
        self._keep, self._drop = QPushButton("记下语速"), QPushButton("忘掉")
        self._share = QPushButton("都按长短分")
        self.table, self.cuts = TimeTable(colours), CutList()
        self._lay_out()
        self._join()

    def show_analysis(
        self, analysis: Analysis, given: GivenMinutes, heard: Sequence[Allotment] = ()
    ) -> None:
        """The times of an analysis against the minutes it is given.

        ``heard``: how long parts took when they were last read aloud.
        """
        minutes, pace, own, speech = given
        text, outline = one_speech(analysis.manuscript, analysis.outline, speech)
        self._rows = timing(text, outline, pace, minutes, own)
        rest = spoken_outside(text, [row.spoken for row in self._rows]) / pace
        needed = sum(row.minutes for row in self._rows) + rest
        for box, value in ((self._pace, pace), (self._minutes, round(minutes))):
            if not box.hasFocus():
                box.blockSignals(True)
                box.setValue(value)
                box.blockSignals(False)
        self._head.setText(_head_words(needed, minutes, self._colours))
        self._speech.setText(_speech_words(speech))
        self._speech.setVisible(speech.number >= 0)
        took = given_minutes(heard, [row.section for row in self._rows])
        self.table.show_rows(self._rows, rest, minutes, took)
        self._share.setEnabled(any(row.own for row in self._rows))
        self._share.setVisible(bool(minutes))
        if self._said.text() in (HINT, GO_THERE):  # minutes are dealt out where some are given
            self._said.setText(HINT if minutes else GO_THERE)
        self._show_cuts(analysis, given, needed - minutes)

    def show_leaders(self, leaders: Sequence[SpeakingRate], name: str) -> None:
        """Whom one can choose, and who it is now."""
        self._who.blockSignals(True)
        self._who.clear()
        self._who.addItem(NOBODY)
        self._who.addItems([leader.name for leader in leaders])
        self._who.setCurrentText(name or NOBODY)
        self._who.blockSignals(False)
        self._drop.setEnabled(name in [leader.name for leader in leaders])

    def say(self, words: str) -> None:
        """A word about what was typed."""
        self._said.setText(words)

    def put_colours(self, colours: Colours) -> None:
        """Other colours."""
        self._colours = self.table.colours = colours

    def _show_cuts(self, analysis: Analysis, given: GivenMinutes, over: float) -> None:
        text, outline = one_speech(analysis.manuscript, analysis.outline, given.speech)
        cuts = what_to_cut(text, outline, given.pace, given.minutes)
        self.cuts.show_cuts(analysis.manuscript, cuts, over)
        if not given.minutes:
            self.cuts.say("上面填了给定时间，这里会说超了多少、先看哪里。")
        elif over <= 0:
            self.cuts.say("不超时，不用删。")
        elif not cuts:
            self.cuts.say("超了，但没有又长又空的段落，请从各节里匀着压。")
        else:
            left = over - sum(cut.saves for cut in cuts)
            more = (
                f"都改了还超 {clock(left)}，其余段落短，或者有具体的人和数。" if left > 0.05 else ""
            )
            self.cuts.say(f"先看这 {len(cuts)} 段，又长、又少有具体的人和数。只是建议。{more}")

    def _join(self) -> None:
        self.table.go_asked.connect(self._go)
        self.table.allotted.connect(self._allot)
        self.table.refused.connect(self.say)
        self.cuts.go_asked.connect(self.go_asked)
        self._share.clicked.connect(self.share_asked)
        self._minutes.valueChanged.connect(self.minutes_changed)
        self._pace.valueChanged.connect(self.pace_changed)
        self._who.activated.connect(self._choose)
        self._keep.clicked.connect(lambda: self._named(self.leader_kept))
        self._drop.clicked.connect(lambda: self._named(self.leader_dropped))

    def _go(self, section: Section) -> None:
        self.go_asked.emit(section.start.paragraph)

    def _allot(self, number: int, minutes: object) -> None:
        if 0 <= number < len(self._rows):
            self.say(HINT)
            self.allotted.emit(tuple(row.section for row in self._rows), number, minutes)

    def _choose(self) -> None:
        name = self._who.currentText().strip()
        self.leader_chosen.emit("" if name == NOBODY else name)

    def _named(self, signal: SignalInstance) -> None:
        name = self._who.currentText().strip()
        if name and name != NOBODY:
            signal.emit(name)
        else:
            self.say("先在“讲话人”里写上名字，如“李主任”。")

    def _lay_out(self) -> None:
        self._who.setEditable(True)
        self._who.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self._pace.setRange(SLOWEST, FASTEST)
        self._pace.setSuffix(" 字/分")
        self._pace.setSingleStep(5)
        self._pace.setAccessibleName("语速")
        self._minutes.setRange(0, 600)
        self._minutes.setSuffix(" 分钟")
        self._minutes.setSpecialValueText("没有限定")
        self._minutes.setAccessibleName("给定时间")
        room = self.fontMetrics().horizontalAdvance("没有限定") + 48  # px, for frame and arrows
        self._minutes.setFixedWidth(room)
        self._pace.setFixedWidth(room)
        self._who.setMinimumWidth(room)
        top = FlowLayout()
        for words, box in (("给定", self._minutes), ("讲话人", self._who), ("语速", self._pace)):
            label = PlainLabel(words)
            label.setBuddy(box)
            top.addWidget(label)
            if isinstance(box, QComboBox):
                top.add_wide(box, 8)
                say_what_for(self._who, words, label)
            else:
                top.addWidget(box)
        for button in (self._keep, self._drop):
            top.addWidget(button)
        for button in (self._keep, self._drop, self._share):
            button.setAutoDefault(False)
        self._head.setProperty("role", "title")
        self._said.setProperty("role", "dim")
        self._said.setWordWrap(True)
        self._speech.setWordWrap(True)
        foot = QHBoxLayout()
        foot.addWidget(self._said, 1)
        foot.addWidget(self._share)
        split = self._table_over_cuts(foot)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(12)
        column.addLayout(top)
        column.addWidget(self._speech)
        column.addWidget(self._head)
        column.addWidget(split, 1)

    def _table_over_cuts(self, foot: QHBoxLayout) -> QSplitter:
        upper = QWidget()
        above = QVBoxLayout(upper)
        above.setContentsMargins(0, 0, 0, 0)
        above.addWidget(self.table, 1)
        above.addLayout(foot)
        split = QSplitter(Qt.Orientation.Vertical)
        split.addWidget(upper)
        split.addWidget(self.cuts)
        split.setSizes([340, 200])
        split.setChildrenCollapsible(False)
        return split


def _speech_words(speech: ChosenSpeech) -> str:
    """Which speech of a file with several is shown."""
    if speech.number < 0:
        return ""
    return f"第 {speech.number + 1} 篇（共 {len(speech.titles)} 篇）：{speech.title}"[:80]


def _head_words(needed: float, minutes: float, colours: Colours) -> str:
    if not minutes:
        return f"要讲 {clock(needed)}，没有限定时间"
    left = minutes - needed
    colour = colours.good if left >= 0 else colours.must
    words = f"▽ 余 {clock(left)}" if left >= 0 else f"▲ 超 {clock(-left)}"
    state = f'<span style="color:{colour}">{words}</span>'
    return f"要讲 {clock(needed)}，给定 {minutes:g} 分钟，{state}"
