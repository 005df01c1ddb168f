"""Whole sections copied, cut, pasted and dragged between speeches, each one undo step."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import cast

from PySide6.QtCore import QMimeData, QObject, Signal
from PySide6.QtGui import QGuiApplication

from editor.manuscript.outline.sections import Section
from editor.manuscript.structure.section_copies import (
    Place,
    SectionCopy,
    place_at_end,
    place_behind,
    sections_copied,
)
from editor.manuscript.structure.section_extent import Refused
from editor.manuscript.structure.structure_commands import DeleteSections, PasteSections
from editor.ui.tree.outline_editor import DropPreview, OutlineEditor, drop_words, quoted_title
from editor.ui.tree.section_mime import (
    Arriving,
    Landing,
    arriving,
    for_everybody,
    put_on,
    put_refusal_on,
)

NOTHING = "剪贴板里没有文字。先在提纲里按 Ctrl+C 复制一节。"
GONE = "{}已移到另一份稿子，按 Ctrl+Z 恢复。"
MOVED = "已把{}移到这里。要撤销，在两份稿子里各按一次 Ctrl+Z。"
COPIED = "已把{}复制到这里，按 Ctrl+Z 撤销。"


class SectionTransfers(QObject):
    """What goes out of one tree and comes into it; refusals are said by the editor."""

    told = Signal(str)  # what has come here: stays to be read beside what is offered then

    def __init__(self, editor: OutlineEditor) -> None:
        super().__init__(editor)
        self._editor = editor
        self.keeps_looks: Callable[[], bool] = lambda: True  # a plain text file keeps words only

    def copy(self, sections: Sequence[Section]) -> bool:
        """To the clipboard, for trees, pages and other programs."""
        mime = self._mime(sections)
        if mime is not None:
            QGuiApplication.clipboard().setMimeData(mime)
            self._editor.said.emit(f"已复制{_names(sections)}，可以粘贴到别的节后面、别的稿子里。")
        return mime is not None

    def cut(self, sections: Sequence[Section]) -> None:
        """To the clipboard, and out of the text; nothing is in the clipboard if it may not go."""
        mime = self._mime(sections)
        if mime is not None and self._editor.apply(DeleteSections(tuple(sections))):
            QGuiApplication.clipboard().setMimeData(mime)
            self._editor.said.emit(f"已剪切{_names(sections)}，按 Ctrl+Z 恢复。")

    def paste(self, rows: Sequence[Section]) -> None:
        """Behind the last of the chosen sections, or at the end of the speech."""
        kept = cast("QMimeData | None", QGuiApplication.clipboard().mimeData())
        come = self.arriving(kept or QMimeData())  # none in a clipboard that was emptied
        if come.why or not come.copy.paragraphs:
            self._editor.said.emit(come.why or NOTHING)
            return
        _, outline = self._editor.read()
        heads = come.copy.heads
        place = place_behind(outline, rows[-1], heads) if rows else place_at_end(outline, heads)
        if self._editor.apply(PasteSections(come.copy, place)):
            self.told.emit(f"已粘贴{come.name}，按 Ctrl+Z 撤销。")

    def take_along(self, mime: QMimeData, sections: Sequence[Section]) -> None:
        """What rows that are dragged need in another speech."""
        try:
            copy = self._copied(sections)
        except Refused as refused:
            put_refusal_on(mime, refused.why)
        else:
            put_on(mime, copy, self._editor.text_id(), _names(sections))

    def arriving(self, mime: QMimeData) -> Arriving:
        """What would come in of something dragged, or of the clipboard."""
        manuscript, _ = self._editor.read()
        return arriving(mime, Landing(manuscript, self._editor.text_id(), self.keeps_looks()))

    def at_end(self, come: Arriving) -> Place | None:
        """Where it goes that is let go on the tab of the speech."""
        return place_at_end(self._editor.read()[1], come.copy.heads)

    def preview(self, come: Arriving, place: Place | None, *, moves: bool) -> DropPreview:
        """What letting go of sections of another speech would do."""
        if come.why:
            return DropPreview(False, come.why)
        tried = self._editor.preview(PasteSections(come.copy, place), _words(place))
        verb = "移" if moves else "复制"
        return DropPreview(True, verb + tried.words[1:]) if tried.possible else tried

    def take(self, come: Arriving, place: Place | None, leave: Callable[[], bool] | None) -> None:
        """Sections of another speech come in; then they ``leave`` there, if they are moved."""
        if self._editor.apply(PasteSections(come.copy, place)):
            moved = leave is not None and leave()
            self.told.emit((MOVED if moved else COPIED).format(come.name))

    def leave(self, sections: Sequence[Section]) -> bool:
        """Sections that another speech has taken go from here."""
        gone = self._editor.apply(DeleteSections(tuple(sections)))
        if gone:
            self._editor.said.emit(GONE.format(_names(sections)))
        return gone

    def _copied(self, sections: Sequence[Section]) -> SectionCopy:
        return sections_copied(*self._editor.read(), sections)

    def _mime(self, sections: Sequence[Section]) -> QMimeData | None:
        if not sections:
            return None
        try:
            copy = self._copied(sections)
        except Refused as refused:
            self._editor.said.emit(refused.why)
            return None
        return for_everybody(copy, self._editor.text_id(), _names(sections))


def _names(sections: Sequence[Section]) -> str:
    first = quoted_title(sections[0])
    return first if len(sections) == 1 else f"{first}等 {len(sections)} 节"


def _words(place: Place | None) -> str:
    return drop_words(*place) if place else "放到稿子末尾"
