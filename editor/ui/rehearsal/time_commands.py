"""The commands on time: the sheet of minutes, the rehearsal, the leaders' speeds."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from editor.manuscript.delivery.rehearsal import SectionLap
from editor.manuscript.delivery.timing import timing
from editor.manuscript.outline.sections import Section
from editor.manuscript.paragraph import Position
from editor.settings.leaders import Leader, Leaders
from editor.ui.rehearsal.time_plan import TimePlan
from editor.ui.tree.row_badges import GivenMinutes

if TYPE_CHECKING:
    from editor.ui.look.palette import Colours
    from editor.ui.rehearsal.rehearsal_window import RehearsalWindow
    from editor.ui.rehearsal.time_sheet import TimeSheet
    from editor.ui.shell.composition import Workshop

AHEAD = 48  # px above the section that is being read


class TimeCommands:
    """Whose speed it is, how long each section takes, and how long it really took."""

    def __init__(self, shop: Workshop) -> None:
        self._shop = shop
        self._settings = shop.window.settings
        self.leaders = Leaders(self._settings.folder)
        self._sheet: TimeSheet | None = None
        self._window: RehearsalWindow | None = None
        self.plan = TimePlan(self._settings, shop.window)
        self.plan.changed.connect(self.show_given)
        shop.controller.analysis_changed.connect(lambda _: self._refresh())

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
            self._sheet = TimeSheet(self._shop.window, self._shop.window.theme.colours)
            self._join(self._sheet)
        self._shop.controller.refresh()
        self._sheet.show()
        self._sheet.activateWindow()
        self._show_leaders()
        self._refresh()

    def put_colours(self, colours: Colours) -> None:
        """Other colours."""
        if self._sheet is not None:
            self._sheet.put_colours(colours)
            self._refresh()

    def _join(self, sheet: TimeSheet) -> None:
        sheet.go_asked.connect(lambda n: self._shop.controller.go_to(Position(n, 0)))
        sheet.allotted.connect(self.plan.allot)
        sheet.share_asked.connect(self.plan.share_out)
        sheet.slot_changed.connect(self.plan.give)
        sheet.pace_changed.connect(self._use_pace)
        sheet.leader_chosen.connect(lambda name: self._use(self.leaders.get(name)))
        sheet.leader_kept.connect(self._keep_leader)
        sheet.leader_dropped.connect(self._drop_leader)

    def _use_pace(self, pace: int) -> None:
        self._settings.set("pace", pace)
        self._settings.save()
        self._shop.use_pace(pace)

    def _keep_leader(self, name: str) -> None:
        self.leaders.put(replace(self.leaders.get(name), pace=self._pace()))
        self._use(self.leaders.get(name))

    def _drop_leader(self, name: str) -> None:
        self.leaders.remove(name)
        self._settings.set("leader", "")
        self._settings.save()
        self._show_leaders()

    def _known(self) -> list[Leader]:
        return sorted(self.leaders.all.values(), key=lambda leader: leader.name)

    def _show_leaders(self) -> None:
        if self._sheet is not None:
            self._sheet.show_leaders(self._known(), self._settings.text("leader"))

    def rehearse(self) -> None:
        """The clock; its result comes when it ends."""
        from editor.ui.rehearsal.rehearsal_window import RehearsalWindow

        self._shop.controller.refresh()
        analysis = self._shop.analysis()
        parts = timing(
            analysis.manuscript, analysis.outline, self._pace(), self.plan.slot, self.plan.own
        )
        if not any(part.spoken for part in parts):
            self._shop.strip.say("稿子里还没有可以讲的内容。")
            return
        self._window = RehearsalWindow(self._shop.window, parts, self.plan.slot)
        self._window.reading.connect(self._show)
        sections = [part.section for part in parts]
        self._window.ended.connect(lambda laps: self._ended(sections, laps))
        self._window.show()

    def choices(self) -> list[tuple[str, str, Callable[[], object]]]:
        """The leaders with their speeds; choosing one makes it the speed of the speech."""
        tip = "试讲后记下来的语速"
        return [(f"{x.name}（{x.pace} 字/分）", tip, partial(self._use, x)) for x in self._known()]

    def _ended(self, parts: Sequence[Section], laps: tuple[SectionLap, ...]) -> None:
        from editor.ui.rehearsal.rehearsal_result import RehearsalResult

        self.plan.rehearsed(parts, laps)
        name = self._settings.text("leader")
        sheet = RehearsalResult(self._shop.window, laps, self.leaders, name)
        if sheet.exec() and sheet.leader().name:
            self._use(self.leaders.get(sheet.leader().name))

    def _use(self, leader: Leader) -> None:
        self._settings.set("leader", leader.name)
        if leader.name:
            self._shop.strip.say(f"按{leader.name}的语速 {leader.pace} 字/分估算时长。")
        self._use_pace(leader.pace if leader.name else self._pace())
        self._show_leaders()

    def _show(self, section: Section) -> None:
        page = self._shop.window.page
        cursor = page.textCursor()
        cursor.setPosition(page.live.flat(section.start))
        page.show_cursor(cursor)
        bar, top = page.verticalScrollBar(), page.cursorRect(cursor).top()
        bar.setValue(bar.value() + top - AHEAD)

    def _refresh(self) -> None:
        if self._sheet is not None and self._sheet.isVisible():
            analysis, plan = self._shop.analysis(), self.plan
            self._sheet.show_analysis(analysis, self._pace(), plan)

    def _pace(self) -> int:
        return self._settings.number("pace")

    def show_given(self) -> None:
        """Minutes, speed or allotments are others: the tree, the slot and the sheet show it."""
        given = GivenMinutes(self.plan.slot, self._pace(), self.plan.own)
        self._shop.outline.put_given(given)
        self._shop.shown.show_figures()
        self._refresh()
