"""The commands on time: the sheet of minutes, the rehearsal, the leaders' speeds."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from editor.analysis.values import Analysis
from editor.files.opened import Opened
from editor.manuscript.delivery.allotment import GivenMinutes
from editor.manuscript.delivery.rehearsal import SectionLap
from editor.manuscript.delivery.several_speeches import ChosenSpeech, one_speech, speech_at
from editor.manuscript.delivery.timing import timing, words_before
from editor.manuscript.outline.sections import Section
from editor.manuscript.paragraph import Position
from editor.settings.speaking_rates import SpeakingRate, SpeakingRates
from editor.ui.context import Context
from editor.ui.look.palette import Colours
from editor.ui.look.theme import Theme
from editor.ui.rehearsal.time_plan import TimePlan

if TYPE_CHECKING:
    from editor.ui.rehearsal.rehearsal_window import RehearsalWindow
    from editor.ui.rehearsal.time_sheet import TimeSheet


class TimeCommands(QObject):
    """Whose speed it is, how long each section takes, and how long it really took."""

    given_changed = Signal(GivenMinutes)  # minutes, speed or what the writer gives to parts
    pace_changed = Signal(int)  # 字 a minute

    def __init__(self, context: Context, theme: Theme) -> None:
        super().__init__(context.parent)
        self._controller, self._messages = context.controller, context.messages
        self._settings, self._parent, self._theme = context.settings, context.parent, theme
        self.leaders = SpeakingRates(self._settings.folder)
        self._sheet: TimeSheet | None = None
        self._window: RehearsalWindow | None = None
        self.plan = TimePlan(self._settings, self.leaders, self)
        self.plan.changed.connect(self._tell_given)
        context.text.about_to_load.connect(self._take_text)
        context.text.saved.connect(self._take_name)
        self._controller.analysis_changed.connect(self._show_analysis)
        self._controller.caret_moved.connect(self._turn)
        theme.changed.connect(self._recolour)

    def handlers(self) -> dict[str, Callable[[], object]]:
        """Command ids and what runs them."""
        return {
            "time.sheet": self.sheet,
            "time.rehearse": self.rehearse,
            "time.leader": self.choices,
        }

    def sheet(self) -> None:
        """Minutes by section, and what could go."""
        from editor.ui.rehearsal.time_sheet import TimeSheet

        if self._sheet is None:
            self._sheet = TimeSheet(self._parent, self._theme.colours)
            self._join(self._sheet)
        self._controller.refresh()
        self._sheet.show()
        self._sheet.activateWindow()
        self._show_leaders()
        self._refresh()

    def use_options(self) -> None:
        """The options have changed: what the speech has not of its own is as they say."""
        self._tell_given()

    def _join(self, sheet: TimeSheet) -> None:
        sheet.go_asked.connect(self._go)
        sheet.allotted.connect(self.plan.allot)
        sheet.share_asked.connect(self.plan.share_out)
        sheet.minutes_changed.connect(self.plan.give)
        sheet.pace_changed.connect(self.plan.read_at)
        sheet.leader_chosen.connect(self._use)
        sheet.leader_kept.connect(self._keep_leader)
        sheet.leader_dropped.connect(self._drop_leader)

    def _go(self, paragraph: int) -> None:
        self._controller.go_to(Position(paragraph, 0))

    def _keep_leader(self, name: str) -> None:
        self.leaders.put(replace(self.leaders.get(name), pace=self.plan.pace))
        self._use(name)

    def _drop_leader(self, name: str) -> None:
        pace = self.plan.pace
        self.leaders.remove(name)
        self.plan.read_by("")
        self.plan.read_at(pace)
        self._show_leaders()

    def _known(self) -> list[SpeakingRate]:
        return sorted(self.leaders.all.values(), key=lambda leader: leader.name)

    def _show_leaders(self) -> None:
        if self._sheet is not None:
            self._sheet.show_leaders(self._known(), self.plan.leader)

    def rehearse(self) -> None:
        """The clock; its result comes when it ends."""
        from editor.ui.rehearsal.rehearsal_window import RehearsalWindow

        self._controller.refresh()
        analysis = self._controller.analysis()
        minutes, pace, own, speech = self._given()
        text, outline = one_speech(analysis.manuscript, analysis.outline, speech)
        parts = timing(text, outline, pace, minutes, own)
        parts = (*words_before(text, outline, parts, pace), *parts)
        if not any(part.spoken for part in parts):
            self._messages.say("稿子里还没有可以讲的内容。")
            return
        self._window = RehearsalWindow(self._parent, parts, minutes)
        self._window.reading.connect(self._show_section)
        sections = [part.section for part in parts]
        self._window.ended.connect(partial(self._ended, speech, sections))
        self._window.show()

    def choices(self) -> list[tuple[str, str, Callable[[], object]]]:
        """The leaders with their speeds; choosing one makes it the speed of the speech."""
        tip = "试讲后记下来的语速"
        return [
            (f"{x.name}（{x.pace} 字/分）", tip, partial(self._use, x.name)) for x in self._known()
        ]

    def _ended(
        self, speech: ChosenSpeech, parts: Sequence[Section], laps: tuple[SectionLap, ...]
    ) -> None:
        from editor.ui.rehearsal.rehearsal_result import RehearsalResult

        self.plan.turn_to(speech)
        self.plan.rehearsed(parts, laps)
        sheet = RehearsalResult(self._parent, laps, self.leaders, self.plan.leader)
        if sheet.exec() and sheet.leader().name:
            self._use(sheet.leader().name)

    def _use(self, name: str) -> None:
        self.plan.read_by(name)
        if name:
            self._messages.say(f"这份稿子按{name}的语速 {self.plan.pace} 字/分估算时长。")
        self._show_leaders()

    def _show_section(self, section: Section) -> None:
        self._controller.show(section.start)

    def _take_text(self, opened: Opened) -> None:
        self.plan.watch(opened.path)

    def _take_name(self, opened: Opened) -> None:
        if opened.path:
            self.plan.saved(opened.path)

    def _recolour(self, colours: Colours) -> None:
        if self._sheet is not None:
            self._sheet.put_colours(colours)
            self._refresh()

    def _show_analysis(self, analysis: Analysis) -> None:
        self.plan.turn_to(speech_at(analysis.outline, self._controller.caret()))
        self._refresh()

    def _turn(self, caret: Position) -> None:
        """The caret may be in another speech of the file now."""
        self.plan.turn_to(speech_at(self._controller.analysis().outline, caret))

    def _refresh(self) -> None:
        if self._sheet is not None and self._sheet.isVisible():
            self._sheet.show_analysis(self._controller.analysis(), self._given(), self.plan.heard)

    def _given(self) -> GivenMinutes:
        return GivenMinutes(self.plan.minutes, self.plan.pace, self.plan.own, self.plan.speech)

    def _tell_given(self) -> None:
        self.pace_changed.emit(self.plan.pace)
        self.given_changed.emit(self._given())
        self._refresh()
