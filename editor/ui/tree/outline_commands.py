"""Commands on sections: move, part, join, make, name, take away, renumber.

What goes through all numbers is imported when it is first needed: starting does without.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QInputDialog

from editor.analysis.values import Analysis
from editor.manuscript.outline.sections import SectionKind
from editor.manuscript.paragraph import Span
from editor.manuscript.structure.drop_rules import DropPosition
from editor.manuscript.structure.structure_commands import (
    DeleteSections,
    DuplicateSection,
    InsertSection,
    MergeSections,
    RenameSection,
    SplitSection,
)
from editor.ui.context import Context
from editor.ui.document.bookmark import Bookmark
from editor.ui.look.first_size import fit
from editor.ui.look.section_numbers import shown_number
from editor.ui.tree.outline_editor import quoted_title
from editor.ui.tree.outline_panel import OutlinePanel

if TYPE_CHECKING:
    from editor.manuscript.enumeration.renumber import Renumbering

Command = Callable[[], object]
OFFER = "重排序号…"
TITLE_WIDTH = 520  # px: a heading of thirty characters
OFFER_MS = 150  # after a move; an analysis follows it sooner


class OutlineCommands:
    """What the menu 提纲 does; the tree calls the same panel methods."""

    def __init__(self, context: Context, panel: OutlinePanel) -> None:
        self._controller, self._text = context.controller, context.text
        self._messages, self._parent = context.messages, context.parent
        self._panel, self._editor = panel, panel.editor
        self._moved = False
        self._told = ""  # what came from another place: said together with what is offered
        self._of_order = False  # whether numbers, not only a count, were offered to be mended
        # All numbers are gone through: that waits until the moved text is painted and read.
        self._soon = QTimer(context.parent, singleShot=True, interval=OFFER_MS)
        self._soon.timeout.connect(self.offer_renumbering)
        panel.moved.connect(self._take_move)
        panel.transfers.told.connect(self._tell)
        context.controller.analysis_changed.connect(self._withdraw)

    def handlers(self) -> dict[str, Callable[[], object]]:
        """Command ids and what runs them."""
        panel = self._panel
        return {
            "outline.up": lambda: panel.shift(-1),
            "outline.down": lambda: panel.shift(1),
            "outline.promote": lambda: panel.change_level(-1),
            "outline.demote": lambda: panel.change_level(1),
            "outline.split": self.split,
            "outline.merge": lambda: panel.apply_to_chosen(lambda s: MergeSections(s[-1])),
            "outline.after": lambda: panel.apply_to_chosen(
                lambda s: InsertSection(s[-1], DropPosition.AFTER)
            ),
            "outline.before": lambda: panel.apply_to_chosen(
                lambda s: InsertSection(s[0], DropPosition.BEFORE)
            ),
            "outline.inside": lambda: panel.apply_to_chosen(
                lambda s: InsertSection(s[-1], DropPosition.INSIDE)
            ),
            "outline.rename": self.rename,
            "outline.duplicate": lambda: panel.apply_to_chosen(lambda s: DuplicateSection(s[-1])),
            "outline.delete": self.delete,
            "outline.copy": lambda: panel.transfers.copy(panel.sections()),
            "outline.cut": lambda: panel.transfers.cut(panel.sections()),
            "outline.paste": self.paste,
            "outline.collect": self.places,
            "outline.renumber": self.renumber,
            "outline.level1": lambda: panel.set_level(1),
            "outline.level2": lambda: panel.set_level(2),
            "outline.level3": lambda: panel.set_level(3),
            "outline.level4": lambda: panel.set_level(4),
            "outline.body": lambda: panel.set_level(0),
        }

    def in_tree(self, handlers: Mapping[str, Callable[[], object]]) -> dict[str, Command]:
        """Copy, cut and paste: of rows while the tree has the keys, else of the page's words."""
        return {
            f"edit.{name}": self._either(handlers[f"outline.{name}"], handlers[f"edit.{name}"])
            for name in ("copy", "cut", "paste")
        }

    def _either(self, of_rows: Command, of_words: Command) -> Command:
        return lambda: of_rows() if self._panel.keys.are_here() else of_words()

    def paste(self) -> None:
        """What is in the clipboard, behind the chosen rows; in a text without rows at its end."""
        _, outline = self._editor.read()
        rows = self._panel.sections() if outline.sections else ()
        if rows or not outline.sections:
            self._panel.transfers.paste(rows)

    def split(self) -> None:
        """A new section from the caret on."""
        self._editor.apply(SplitSection(self._controller.caret()))

    def delete(self) -> None:
        """Take the sections out; one undo step brings them back."""
        sections = self._panel.sections()
        if not sections:
            return
        names = "、".join(quoted_title(s) for s in sections[:3]) + (
            "等" if len(sections) > 3 else ""
        )
        if self._editor.apply(DeleteSections(sections)):
            self._messages.say(f"已删除{names}，连同里面的内容。按 Ctrl+Z 恢复。")

    def rename(self) -> None:
        """Ask for other words for a heading."""
        sections = self._panel.sections()
        if not sections:
            return
        section = sections[-1]
        if section.shown:
            self._messages.say("看不出这个标题到哪个字为止，先在稿纸上给标题加上句号。")
            return
        dialog = QInputDialog(self._parent)
        dialog.setWindowTitle("改标题")
        dialog.setLabelText("标题（序号和标点不动）：")
        dialog.setTextValue(section.title)
        fit(dialog, TITLE_WIDTH, 0)  # a whole heading can be seen
        if dialog.exec():
            self._editor.apply(RenameSection(section, dialog.textValue()))

    def places(self) -> list[tuple[str, str, Callable[[], object]]]:
        """The sections to whose end the selected words can go."""
        _, outline = self._editor.read()
        if not self._controller.selected_text():
            return []
        collect = self._panel.collect
        return [
            ("　" * max(0, s.level - 1) + shown_number(s) + s.called, "", partial(collect, s))
            for s in outline.walk()
            if s.kind is SectionKind.SECTION
        ]

    def offer_renumbering(self) -> None:
        """After a move: the numbers stay as typed until the user says so."""
        changes, told = self._changes(), self._told
        self._told = ""
        self._of_order = not all(change.announced for change in changes)
        if changes and not self._of_order:
            # Word counts its own numbers anew; “三点” is typed.
            self._messages.say(
                f"{told}项数变了，稿子里说的“几点”还是原来的。", OFFER, self.renumber
            )
        elif changes:
            self._messages.say(f"{told}顺序变了，序号还是原来的。", OFFER, self.renumber)
        else:
            self._messages.withdraw(OFFER)

    def _take_move(self) -> None:
        self._moved = True
        self._soon.start()

    def _tell(self, words: str) -> None:
        self._messages.say(words)
        self._told = words

    def _withdraw(self, analysis: Analysis) -> None:
        """The move was undone, or the numbers mended by hand: nothing is offered any more."""
        if OFFER in self._messages.offers():
            from editor.manuscript.enumeration.renumber import renumber

            left = renumber(analysis.manuscript, analysis.outline, moved=self._moved)
            # A template's own wrong count (“五个方面” over six) was there before the move.
            if all(change.announced and self._of_order for change in left):
                self._messages.withdraw(OFFER)

    def renumber(self) -> None:
        """Show every number that would change, and change the ticked ones."""
        from editor.ui.tree.renumber_dialog import RenumberDialog

        changes = self._changes()
        if not changes:
            self._messages.say("序号都对，不用重排。")
            return
        dialog = RenumberDialog(self._parent, self._controller.manuscript(), changes)
        dialog.looked_at.connect(self._show_number)
        before = Bookmark(self._controller.active_view)
        done = dialog.exec()
        before.come_back()
        if done:
            edits = dialog.edits()
            if edits:  # also from the message bar, where no command is watched
                self._text.about_to_change.emit("重排序号")
            self._controller.apply(edits, name=f"重排序号 {len(edits)} 处")
            self._moved = False
            self._messages.say(f"改了 {len(edits)} 处序号，按 Ctrl+Z 可以撤销。")

    def _show_number(self, span: Span) -> None:
        self._controller.show(span.head, span.tail)

    def _changes(self) -> Sequence[Renumbering]:
        from editor.manuscript.enumeration.renumber import renumber

        self._controller.catch_up()
        analysis = self._controller.analysis()
        return renumber(analysis.manuscript, analysis.outline, moved=self._moved)
