"""A screen reader is told when the caret comes into a heading.

Headings are derived; they are in no format of the document, where Qt would look for what it
tells of a letter (and it tells no heading even then). So it is announced, as a message is.
"""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget

from editor.manuscript.outline.sections import Section, SectionKind
from editor.manuscript.paragraph import Position
from editor.ui.document.controller import DocumentController


class SpokenHeadings(QObject):
    """Announces what begins in the caret's paragraph; silent where nothing listens."""

    def __init__(self, controller: DocumentController, page: QWidget) -> None:
        super().__init__(controller)
        self._controller, self._page = controller, page
        self._paragraph = -1
        controller.caret_moved.connect(self._follow)

    def _follow(self, caret: Position) -> None:
        if not QAccessible.isActive() or caret.paragraph == self._paragraph:
            return
        self._paragraph = caret.paragraph
        path = self._controller.structure().outline.path(caret)
        words = spoken(path[-1]) if path and path[-1].start.paragraph == caret.paragraph else ""
        if words:
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._page, words))


def spoken(section: Section) -> str:
    """What heading a section begins with, in words; '' for none."""
    if section.kind is SectionKind.TITLE:
        return "标题"
    if section.kind in (SectionKind.SECTION, SectionKind.POINT):
        return f"{'一二三四五六七八九'[max(1, section.level) - 1]}级标题"
    return ""
