"""A comparison that stays true while one writes: compared anew after every change.

Separate from its window: the window shows, this decides. "Mine" is the open text, which
changes can be taken into; without a controller both texts are fixed and nothing can be taken.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, QTimer, Signal

from editor.manuscript.comparison.accept_changes import accept_changes
from editor.manuscript.comparison.compare import ChangeTally, Comparison, TextChange, compare
from editor.manuscript.comparison.section_pairs import path_words
from editor.manuscript.comparison.wording import Cutter
from editor.manuscript.manuscript import Manuscript
from editor.manuscript.outline.reader import outline_of
from editor.ui.document.controller import DocumentController
from editor.ui.drafts.comparison_rows import BACKWARDS, GLYPHS

REST_MS = 250  # after the last key

ChangeIdentity = tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class ComparedTexts:
    """What is compared and how it is called.

    ``mine`` is the open text (or the earlier of two versions), ``other`` what it is laid
    beside. ``earlier``: the other one is the earlier text and stands left. ``verb`` is
    the word for taking a change: 采用 a colleague's, 恢复 a version's.
    """

    mine: Manuscript
    other: Manuscript
    my_name: str
    other_name: str
    earlier: bool = False
    verb: str = "采用"


class ComparisonSession(QObject):
    """The present comparison, the changes not set aside, and the way to take them."""

    changed = Signal()
    said = Signal(str)
    about_to_take = Signal(str)  # for the first time: what that is called; a version is kept then

    def __init__(
        self,
        texts: ComparedTexts,
        controller: DocumentController | None,
        cut: Cutter | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.texts = texts
        self._controller, self._cut = controller, cut
        self._aside: set[ChangeIdentity] = set()
        self._latest: list[ChangeIdentity] = []  # set aside since the text last changed
        self.taken = 0
        self.comparison = compare(texts.mine, texts.other, cut)
        self._timer = QTimer(self, singleShot=True, interval=REST_MS)
        self._timer.timeout.connect(self.refresh)
        if controller is not None:
            controller.edited.connect(self._on_edit)

    @property
    def same(self) -> bool:
        """Whether both texts say the same."""
        return not self.comparison.changes

    def blocked(self, number: int) -> str:
        """Why a change cannot be taken, or ''."""
        return self.comparison.changes[number].blocked

    def tally(self) -> ChangeTally:
        """What changed, counted from the text on the left to the one on the right."""
        tally = self.comparison.tally()
        if not self.texts.earlier:
            return tally
        return replace(
            tally,
            added=tally.removed,
            removed=tally.added,
            put_in=tally.taken_out,
            taken_out=tally.put_in,
            split=tally.joined,
            joined=tally.split,
        )

    @property
    def can_take(self) -> bool:
        """Whether there is a text that changes can be taken into."""
        return self._controller is not None

    def open(self) -> list[int]:
        """The indexes of the changes that were not set aside."""
        found = self.comparison
        return [
            n
            for n, change in enumerate(found.changes)
            if _identity(found, change) not in self._aside
        ]

    def aside(self) -> int:
        """How many changes were set aside."""
        return len(self.comparison.changes) - len(self.open())

    def refresh(self) -> None:
        """Compare with the text as it is now."""
        self._timer.stop()
        if (
            self._controller is not None
            and self._controller.manuscript() is not self.comparison.old
        ):
            self.comparison = compare(self._controller.manuscript(), self.texts.other, self._cut)
            self.changed.emit()

    def take(self, number: int) -> bool:
        """Take one change into the open text, one undo step; False where it cannot be."""
        change = self.comparison.changes[number]
        wanted = _identity(self.comparison, change)
        self.refresh()
        same = [c for c in self.comparison.changes if _identity(self.comparison, c) == wanted]
        if not same:
            self.said.emit("这一处的文字刚才改过了，请再看一眼。")
            return False
        return self._apply(same[:1])

    def take_rest(self) -> int:
        """Take all that was not set aside, one undo step; how many."""
        self.refresh()
        changes = [self.comparison.changes[n] for n in self.open()]
        able = [change for change in changes if not change.blocked]
        return len(able) if able and self._apply(able) else 0

    def set_aside(self, number: int) -> None:
        """This change is not wanted; it is not shown again."""
        identity = _identity(self.comparison, self.comparison.changes[number])
        self._aside.add(identity)
        self._latest.append(identity)
        self.changed.emit()

    def undo(self) -> None:
        """Back by one: what was just set aside is shown again, else the text's last step."""
        if self._latest:
            self._aside.discard(self._latest.pop())
            self.changed.emit()
        elif self._controller is not None:
            self._controller.undo()
            self.refresh()

    def redo(self) -> None:
        """Do the text's step again."""
        if self._controller is not None:
            self._controller.redo()
            self.refresh()

    def bring_back(self) -> None:
        """Show what was set aside again."""
        self._aside.clear()
        self._latest.clear()
        self.changed.emit()

    def place(self, number: int) -> str:
        """The section that a change stands in."""
        change = self.comparison.changes[number]
        if change.new[0] < change.new[1]:
            return path_words(outline_of(self.comparison.new), change.new[0])
        return path_words(outline_of(self.comparison.old), change.old[0])

    def words(self, number: int) -> str:
        """A change told in a line."""
        change = self.comparison.changes[number]
        kind = change.kind.value
        if self.texts.earlier:
            kind = BACKWARDS.get(kind, kind)
        place = self.place(number)
        return f"{GLYPHS[kind]}　{place}" if place else GLYPHS[kind]

    def _on_edit(self) -> None:
        self._latest.clear()
        self._timer.start()

    def _apply(self, changes: Sequence[TextChange]) -> bool:
        if self._controller is None:
            return False
        if len(changes) == 1 and changes[0].blocked:
            self.said.emit(changes[0].blocked)
            return False
        edits = accept_changes(self.comparison, changes)
        if not self.taken:
            self.about_to_take.emit(f"{self.texts.verb}“{self.texts.other_name}”的改动")
        mine = self._controller.manuscript()
        self._controller.apply(edits, name=f"{self.texts.verb}改动 {len(changes)} 处")
        if self._controller.manuscript() is mine:  # refused, and the window has said why
            self.said.emit("没有改动：那里的段落由原文件定位。")
            return False
        self.taken += len(changes)
        self.refresh()
        return True


def _identity(comparison: Comparison, change: TextChange) -> ChangeIdentity:
    return (change.kind.value, *comparison.words(change))
