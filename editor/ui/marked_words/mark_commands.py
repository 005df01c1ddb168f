"""Mending at the word: menu, card and keys for what is marked, in step with the panels."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QMenu

from editor.analysis.marked_place import marked_at
from editor.blanks.blank import Blank
from editor.checks.finding import Finding
from editor.checks.report.finding_words import LEAVE
from editor.manuscript.paragraph import Position, Span
from editor.ui.context import Context
from editor.ui.layout.mark_boxes import MarkUnder, stretch_boxes
from editor.ui.layout.page_layout import PageLayout
from editor.ui.look.theme import Theme
from editor.ui.marked_words.mark_card import MarkCard
from editor.ui.marked_words.mouse_rest import MouseRest
from editor.ui.marked_words.place_menu import put_notes
from editor.ui.marked_words.place_notes import FILL, PlaceNote, PlaceNotes
from editor.ui.page.page_view import PageView
from editor.ui.panels.check_commands import CheckCommands
from editor.ui.panels.side_tabs import SideTabs

FOLLOW_MS = 350  # after the caret's last move the list follows it
NOT_HERE = "光标不在标出来的字上，先带您到这一处；再按一次才改。"


class MarkCommands(QObject):
    """Joins the page with the panels at the marked words."""

    _typed = Signal()  # no card is wanted now

    def __init__(
        self,
        context: Context,
        theme: Theme,
        page: PageView,
        tabs: SideTabs,
        checks: CheckCommands,
    ) -> None:
        super().__init__(context.parent)
        self._controller, self._messages = context.controller, context.messages
        self._tabs, self._findings, self._blanks = tabs, tabs.findings, tabs.blanks
        self._notes = PlaceNotes(tabs.findings, tabs.blanks, checks)
        self._card = MarkCard(theme, context.parent)
        self._timer = QTimer(self, singleShot=True, interval=FOLLOW_MS)
        self._timer.timeout.connect(self._follow_caret)
        self._findings.stepped.connect(self._show_finding)
        self._blanks.stepped.connect(self._show_blank)
        self._controller.caret_moved.connect(self._caret_moved)
        self._controller.edited.connect(self._put_away)
        page.menu_asked.connect(self.fill_menu)
        self.watch(page)
        context.text.about_to_load.connect(self._put_away)
        context.text.closed.connect(self._put_away)

    def handlers(self) -> dict[str, Callable[[], object]]:
        """Command ids and what runs them."""
        return {
            "check.next": lambda: self._walk(True),
            "check.previous": lambda: self._walk(False),
            "check.accept": self.accept,
            "check.leave": self.leave,
            "blanks.next": lambda: self._walk_blanks(True),
            "blanks.previous": lambda: self._walk_blanks(False),
        }

    def watch(self, page: PageView) -> None:
        """A page on which marked words are mended; it may go when it likes."""
        rest = MouseRest(page)
        rest.rested.connect(partial(self._show_under, page))
        rest.left.connect(self._card.leave_soon)
        rest.disturbed.connect(self._card.hide)
        self._typed.connect(rest.stop)

    def fill_menu(self, menu: QMenu, place: Position) -> None:
        """Put what can be done at a place over the rows of the page's menu."""
        self._put_away()
        self._controller.catch_up()
        start, end = self._controller.selection()
        notes = self._notes_at(start if start <= place <= end else place)
        put_notes(menu, notes or self._notes_at(place), self._tell_why_soon)

    # -- keys

    def accept(self) -> None:
        """Do the fix at the caret and go to the next finding."""
        note = self._note_here()
        if note is None:
            self._walk(True)
            self._messages.say(NOT_HERE)
        elif note.is_blank or not note.mends:  # what is filled in is the writer's to say
            self._messages.say(note.advice or FILL)
        else:
            note.mends[0].run()
            self._walk(True, here=True)

    def leave(self) -> None:
        """Set aside what is found at the caret and go to the next finding."""
        note = self._note_here()
        here = [c for c in note.leaves if c.words == LEAVE] if note else []
        if here:
            here[0].run()
            self._walk(True, here=True)
        elif note is None:
            self._walk(True)
        else:
            self._messages.say("没填的空不能忽略：请填上；本来就这样写的，在填空单里点“不是空”。")

    def _walk(self, forward: bool, *, here: bool = False) -> None:
        if self._tabs.isVisible():
            self._tabs.setCurrentWidget(self._findings)
        self._findings.step(forward, here=here)

    def _walk_blanks(self, forward: bool) -> None:
        if self._tabs.isVisible():
            self._tabs.setCurrentWidget(self._blanks)
        self._blanks.step(forward)

    def _note_here(self) -> PlaceNote | None:
        self._controller.catch_up()
        start, end = self._controller.selection()
        notes = self._notes_at(start)
        whole = Span(start.paragraph, start.offset, end.offset)
        return next((note for note in notes if note.span == whole), next(iter(notes), None))

    def _notes_at(self, place: Position) -> tuple[PlaceNote, ...]:
        return self._notes.at(self._controller.analysis(), place)

    # -- the card

    def _show_under(self, page: PageView, found: MarkUnder) -> None:
        """The mouse rests on a mark: its card, unless the text is being changed."""
        analysis = self._controller.analysis()
        if analysis.manuscript.revision == self._controller.manuscript().revision:
            place = Position(found.paragraph, found.mark.start)
            self._show_card(page, self._notes.at(analysis, place), found.mark.start)

    def _show_finding(self, finding: Finding) -> None:
        """A walk has come there: where the list is not seen, the card says it."""
        if not self._findings.isVisible():
            self._show_at(finding.span)

    def _show_blank(self, blank: Blank) -> None:
        if not self._blanks.isVisible():
            self._show_at(blank.span)

    def _show_at(self, span: Span) -> None:
        page = self._controller.view
        if isinstance(page, PageView):
            notes = self._notes_at(span.head)
            first = [note for note in notes if note.span == span]
            self._show_card(page, (*first, *(n for n in notes if n not in first)), span.start)

    def _tell_why_soon(self, note: PlaceNote) -> None:
        """When the menu is gone, and with it what its going stirs up."""
        QTimer.singleShot(0, self, partial(self._tell_why, note))

    def _tell_why(self, note: PlaceNote) -> None:
        page = self._controller.active_view
        if isinstance(page, PageView):
            self._show_card(page, (note,), note.span.start, why=0)

    def _show_card(
        self, page: PageView, notes: tuple[PlaceNote, ...], start: int, *, why: int = -1
    ) -> None:
        layout = page.document().documentLayout()
        if not notes or not isinstance(layout, PageLayout):
            return
        span = min((n.span for n in notes), key=lambda s: (s.end - s.start, s.start != start))
        scrolled = (-page.horizontalScrollBar().value(), -page.verticalScrollBar().value())
        boxes = [
            box.toAlignedRect().translated(*scrolled)
            for box in stretch_boxes(layout, span.paragraph, span.start, span.end)
        ]
        self._card.show_notes(notes, page, boxes, why=why)

    def _put_away(self, *_what: object) -> None:
        self._typed.emit()
        if self._card.isVisible():
            self._card.hide()

    # -- the list follows the caret

    def _caret_moved(self, _place: object) -> None:
        self._put_away()
        self._timer.start()

    def _follow_caret(self) -> None:
        """The caret rests in a mark: the list selects its row, and nothing else happens."""
        controller = self._controller
        analysis = controller.analysis()
        if not self._findings.isVisible() or analysis.manuscript is not controller.manuscript():
            return
        start, end = controller.selection()
        found = marked_at(analysis, start)
        if found is not None and found.findings:
            whole = (start.paragraph, start.offset, end.offset)
            here = [f for f in found.findings if f.span == whole]
            self._findings.point_at((*here, *found.findings)[0])
