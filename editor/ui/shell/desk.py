"""A desk: everything that belongs to one open speech, in every column of the window.

What the window has once is given as `Shared`; what an open speech has to tell the window it
tells by signals, or is asked when it comes to the front. Desks know nothing of each other.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from pathlib import Path

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication, QWidget

from editor.files.opened import Opened
from editor.manuscript.paragraph import Position
from editor.ui.drafts.unfiled_page import UnfiledPage
from editor.ui.files.arrival import Arrival
from editor.ui.look.explained import explain
from editor.ui.look.palette import Colours
from editor.ui.look.theme import page_palette
from editor.ui.receipt.tidy_commands import looks_messy
from editor.ui.shell.desk_options import DeskOptions, GovernedParts
from editor.ui.shell.desk_parts import DeskParts, Shared
from editor.ui.tree.outline_view import NO_HEADINGS, NOTHING_OPEN, OutlineView


class Desk(DeskParts):
    """The parts of one open speech."""

    def __init__(self, shared: Shared, tree: OutlineView) -> None:
        super().__init__(shared, tree)
        self._front = False
        self._focus: QWidget | None = None  # what had the keys when another speech came in front
        self._ticks: dict[str, bool] = {}
        self._join_text()
        self._join_window()
        self._join_panels()
        self._join_outline()
        self._put_options_on()
        _explain_parts(self)
        self.presenter.bring(False)
        self.drafts.badges.tick()

    def handlers(self) -> dict[str, Callable[[], object]]:
        """What each command of the table does to this speech."""
        return self._handlers

    def run(self, command: str) -> object:
        """Do a command to this speech, whether it is in front or not."""
        with self.controller.all_or_nothing():
            return self._handlers[command]()

    def file(self) -> tuple[Path, Position] | None:
        """Its file and the place of the caret; None for a text without one."""
        path = self.text.path
        return (path.absolute(), self.controller.caret()) if path else None

    def save(self) -> bool:
        """Save in place; a text without a file asks for a name."""
        return self.files.saving.save()

    def keep(self) -> None:
        """Into its journal, now."""
        self.autosave.keep_now()

    def refuse_names(self, taken: Callable[[Path], bool]) -> None:
        """The text is neither saved nor exported under a name that is ``taken``."""
        self.text.is_open_elsewhere = taken

    def finish_keeping(self) -> None:
        """What was noted of its text for a crash is on the disk, or gone."""
        self.autosave.finish()

    def use_profile(self) -> None:
        """Another profile is in use."""
        self.profiles.use_chosen()

    def bring(self, front: bool) -> None:
        """To the front of the window, or from there."""
        if not front:
            self._focus = self._own_focus()
        self._front = front
        if front:
            self._window.show_desk(self.columns)
            for command, on in self._ticks.items():
                self._window.tick(command, on)
            self._shared.draft.follow(self.draft_state)
        self.presenter.bring(front)
        self.figures.bring(front)
        if front:
            self._show_zoom()
            (self._focus or self.page).setFocus()

    def take(self, arrival: Arrival) -> None:
        """A speech comes to this desk, with what is known of it."""
        self.files.take(arrival.opened, arrival.unsaved)
        self.drafts.history.resume(arrival.history)
        if arrival.unfiled:
            self.text.set_modified(True)
        if arrival.unsaved is not None or arrival.unfiled:
            self.autosave.keep_now()

    def put_caret(self, place: Position) -> None:
        """The caret where it was in an earlier session, as far as the text still has it."""
        there = self.controller.manuscript().paragraphs
        if place.paragraph < len(there):
            inside = min(place.offset, len(there[place.paragraph].text))
            self.controller.go_to(Position(place.paragraph, inside))

    def end(self) -> None:
        """The program ends, or the speech is closed: its windows go, its words are on the disk."""
        for widget in self.context.parent.findChildren(QWidget):
            if widget.isWindow() and widget.isVisible():
                widget.close()
        self.drafts.end()
        self.autosave.end()
        self.controller.close()

    def go(self) -> None:
        """The speech is closed: all that belongs to it is let go."""
        self.end()
        self.page.taken_back_beside = lambda: False
        self.text.close()  # what Qt may keep of the page holds no words any more
        self._window.drop_desk(self.columns)
        self.deleteLater()

    def _own_focus(self) -> QWidget | None:
        has = QApplication.focusWidget()
        return has if has and any(part.isAncestorOf(has) for part in self.columns) else None

    def join_unsaved(
        self, join: Callable[[UnfiledPage], object], documents: Callable[[], Collection[str]]
    ) -> None:
        """Who does what the page of never saved texts asks for, and which of them are open."""
        self.drafts.presenter.join_unfiled = join
        self.drafts.history.all_open = documents

    def document(self) -> str:
        """The id under which its versions are kept."""
        return self.drafts.history.document

    # -- joining

    def _put_options_on(self) -> None:
        parts = GovernedParts(
            self.page, self.autosave, self.completion, self.outline, self.tabs.findings, self.times
        )
        self.options = DeskOptions(self._settings, self._shared.live, parts)

    def _join_text(self) -> None:
        self.text.about_to_load.connect(self._make_ready)
        self.text.loaded.connect(self._focus_page)
        self.controller.refused.connect(self.messages.say)
        self.controller.told.connect(self.messages.say)
        self.controller.walked.connect(self.messages.put_away_told)
        self.presenter.shown.connect(self._show_parts)
        self.files.read_anew.connect(self.put_caret)
        self.page.messy, self.page.keeps_looks = looks_messy, self.text.keeps_looks
        self.page.paste_is_messy.connect(self.tidying.take_paste)

    def _focus_page(self) -> None:
        self.page.setFocus()

    def _make_ready(self, _opened: Opened) -> None:
        self.outline.forget_expanded()
        self.analyzer.forget()
        self.health.forget()

    def _show_parts(self, shown: bool) -> None:
        self.tabs.show_text(shown)
        self.outline.setEnabled(shown)
        self.tree.words_when_empty = NO_HEADINGS if shown else NOTHING_OPEN
        if shown:
            self.stack.setCurrentWidget(self.places)
        else:
            self.finding.close()

    def _join_window(self) -> None:
        self._theme.changed.connect(self._put_colours)
        self.page.zoom_changed.connect(self._show_zoom)
        self.text.loaded.connect(self._show_zoom)
        for part in (self.drafts.badges, self.outline_views):
            part.ticked.connect(self._tick)

    def _tick(self, command: str, on: bool) -> None:
        self._ticks[command] = on
        if self._front:
            self._window.tick(command, on)

    def _show_zoom(self) -> None:
        if self._front and self.text.opened is not None:
            self._shared.status.show_zoom(self.page.zoom())

    def _put_colours(self, colours: Colours) -> None:
        self.outline.put_colours(colours)
        self.figures.show_figures()
        palette = page_palette(colours, self._settings.text("page_colours"))
        self.page.set_palette(palette)
        self.outline_views.put_page_colours(palette)

    def _join_panels(self) -> None:
        self.tabs.raised.connect(self._window.right.show)
        self.tabs.blanks.offers = self.profiles.offers
        self.page.taken_back_beside = self.checks.take_back
        self.tabs.findings.repair_asked.connect(self.repairs.repair)
        self.tabs.findings.renumber_asked.connect(self.outline_commands.renumber)
        self.profiles.used.connect(self.tabs.show_afresh)
        self.outline_views.opened.connect(self.marks.watch)
        self.gate.fill_asked.connect(self.checks.fill_sheet)
        self.gate.check_asked.connect(self.checks.check_all)
        self.gate.proof_sheet_asked.connect(self.proofs.show)

    def _join_outline(self) -> None:
        outline = self.outline
        self.outline_views.run_own = self.run
        outline.said.connect(self.messages.say)
        outline.transfers.keeps_looks = self.text.keeps_looks
        outline.moved.connect(self.drafts.keep_before_move)
        self.drafts.badges.kept_changed.connect(outline.put_kept)
        self.tree.menu_asked.connect(self._show_outline_menu)
        self.times.pace_changed.connect(outline.put_pace)
        self.times.given_changed.connect(outline.put_given)
        self.times.given_changed.connect(self.figures.show_figures)

    def _show_outline_menu(self, at: QPoint) -> None:
        self._window.popup_menu("提纲", at, ("outline.copy", "outline.cut", "outline.paste"))


def _explain_parts(desk: Desk) -> None:
    tabs = desk.tabs
    for part, page in (
        (desk.page, "page"), (desk.columns.left, "outline"), (desk.finding.bar, "find"),
        (tabs.phrases, "phrases"), (tabs.findings, "check"), (tabs.blanks, "blanks"),
    ):  # fmt: skip
        explain(part, page)
