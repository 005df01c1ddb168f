"""What the open Word file holds beside its words, as it would be saved now.

As first read the file has told it at opening; after edits it is read from the bytes that a save
would write, in another thread.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject

from editor.files.opened import Opened
from editor.files.trouble import Trouble
from editor.manuscript.file_objects import FileObject, ObjectKind
from editor.manuscript.manuscript import Manuscript
from editor.ui.context import Context
from editor.ui.errands import Errands

Objects = tuple[FileObject, ...]


class CurrentObjects(QObject):
    """Answers ``ask``; what it last read is kept until the text is another.

    ``draws`` says of a picture's bytes whether pages can show it; it is asked in another thread.
    """

    def __init__(self, context: Context, draws: Callable[[bytes], bool]) -> None:
        super().__init__(context.parent)
        self._draws = draws
        self._text, self._controller = context.text, context.controller
        self._known: tuple[Opened, Manuscript, Objects] | None = None
        self._waiting: list[tuple[Manuscript, Callable[[Objects], object]]] = []
        self._errands = Errands(self)

    def known(self, on_paper: bool = True) -> Objects | None:
        """The objects of the text as it is now; None where they must be read first.

        ``on_paper``: those that pages cannot draw must be marked (`FileObject.undrawn`).
        """
        opened, now = self._text.opened, self._controller.manuscript()
        if opened is None or opened.kind != "docx" or opened.source is None:
            return ()
        if self._known and self._known[0] is opened and self._known[1] is now:
            return self._known[2]
        from editor.editions.carried_layout.undrawn import COUNTED

        counted = on_paper and any(one.kind in COUNTED for one in opened.objects)
        if not counted and _words(now) == _words(opened.manuscript):
            return opened.objects
        return None

    def ask(self, then: Callable[[Objects], object], on_paper: bool = True) -> None:
        """Call ``then`` with the objects of the text as it is now: at once, or when they are read.

        A text that cannot be saved says so as an object that could not be read.
        """
        known, opened = self.known(on_paper), self._text.opened
        if known is not None or opened is None:
            then(known or ())
            return
        now = self._controller.manuscript()
        self._waiting.append((now, then))
        asked = (opened, now)
        self._errands.send(partial(_read, *asked, self._draws), partial(self._take, asked))

    def _take(self, asked: tuple[Opened, Manuscript], found: Objects | Exception) -> None:
        if isinstance(found, Exception):
            unsaid = FileObject(ObjectKind.UNREAD, "整份文稿", 0, "文稿里有什么没有看成")
            self._tell(asked[1], (unsaid,))
            raise found
        self._known = (*asked, found)
        self._tell(asked[1], found)

    def _tell(self, manuscript: Manuscript, objects: Objects) -> None:
        told = [then for m, then in self._waiting if m is manuscript]
        self._waiting = [row for row in self._waiting if row[0] is not manuscript]
        for then in told:
            then(objects)


def _read(
    opened: Opened, manuscript: Manuscript, draws: Callable[[bytes], bool]
) -> Objects | Exception:
    from editor.editions.carried_layout.undrawn import COUNTED, drawable, with_undrawn
    from editor.files.current_docx import current_docx
    from editor.files.docx_carried.carried_reader import carried_of
    from editor.files.docx_parts.file_objects_reader import objects_of_docx

    try:
        now = current_docx(opened, manuscript)
        objects = objects_of_docx(*now) if now else ()
        if now is None or not any(one.kind in COUNTED for one in objects):
            return objects
        return with_undrawn(objects, drawable(carried_of(now, manuscript), draws))
    except Trouble as trouble:
        return (FileObject(ObjectKind.UNREAD, "整份文稿", 0, trouble.what),)
    except Exception as error:  # told on the interface thread
        return error


def _words(manuscript: Manuscript) -> list[tuple[int, str]]:
    return [(p.key, p.text) for p in manuscript.paragraphs]
