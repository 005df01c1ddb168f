"""Opens the windows of the program one after the other and asks what of them is not whole.

The commands open them, as a writer does; what asks and waits for an answer is looked at and
closed without one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any
from unittest.mock import patch

from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QInputDialog,
    QMessageBox,
    QTabWidget,
    QWidget,
)

from editor.settings.store import Settings
from editor.ui.files.encoding_dialog import EncodingDialog
from editor.ui.files.unsaved_question import ask_unsaved
from editor.ui.launch import (
    complete,
    let_the_clipboard_go,
    make_application,
    make_window,
    speak_chinese,
)
from editor.ui.message_bar import MessageBar
from editor.ui.page.page_view import PageView
from editor.ui.panels.reason_box import ReasonBox
from editor.ui.panels.side_tabs import SideTabs
from editor.ui.rehearsal.rehearsal_window import RehearsalWindow
from editor.ui.shell.command_table import COMMANDS
from editor.words.segmenter import Segmenter
from tests.ui.look.all_windows import messy_speech
from tests.ui.look.fitting import faults
from tests.ui.until import rest, until

MESSAGE = "这份稿子和文件里的不一样：上次没来得及存盘，改动还在。" * 3
NAME = "在全县优化营商环境动员部署大会上的讲话（征求意见稿）.docx"
# Commands that open a window and do not say so by "…"; others that say so and edit in place.
ALSO = {"help.guide", "help.keys", "help.rules", "help.about", "help.log", "tidy.run"}
IN_PLACE = {"outline.rename", "edit.find", "edit.replace"}
FILES = {"file.open", "file.save_as"}  # Qt's own dialog, or the desktop's


Ask = Callable[[QWidget], Iterable[str]]


class Walk:
    """One run through all windows."""

    def __init__(self, home: Path, size: int, theme: str, pictures: str, ask: Ask = faults) -> None:
        """``ask``: what is wrong with a window that is shown."""
        self._home, self._pictures, self._ask = home, pictures, ask
        self._found: list[str] = []
        self._looked = 0
        self.speech, self.other = home / "讲话稿.txt", home / "去年的稿子.txt"
        self.skipped = IN_PLACE | FILES
        self.answer = ""  # to a question for words; without one it is left
        self.write()
        self._app = make_application()
        speak_chinese(self._app)
        settings = Settings(home / "settings")
        settings.set("interface_size", size)
        settings.set("theme", theme)
        settings.set("page_colours", "theme")
        settings.set("given_minutes", 10)

        self.window = make_window(self._app, settings)
        room = self.window.screen().availableGeometry()
        self.window.setGeometry(room)
        self.window.show()

    def faults(self) -> list[str]:
        """What is not whole, window by window."""
        with ExitStack() as stack:
            for change in self._answers():
                stack.enter_context(change)
            complete(self.window, "")
            self.look(self.window, "start")
            self._open()
            self._main_window()
            self._dialogs()
            self.questions()
            let_the_clipboard_go()
        return self._found

    def found(self, faults: Iterable[str]) -> None:
        """Note what is wrong."""
        self._found += faults

    def look(self, window: QWidget, name: str) -> None:
        """Note the faults of a window, and take its picture."""
        window.show()
        for _ in range(3):
            self._app.processEvents()
            self._app.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        self._looked += 1
        self._found += [f"{name}: {fault}" for fault in self._ask(window)]
        if self._pictures:
            window.grab().save(f"{self._pictures}/{self._looked:02d}-{name}.png")

    def _main_window(self) -> None:
        tabs, bar = self._part(SideTabs), self._part(MessageBar)
        bar.say(MESSAGE, "看差别", lambda: None)
        for number in range(tabs.count()):
            tabs.setCurrentIndex(number)
            self.look(self.window, f"tab{number}")
        bar.withdraw()
        for command in ("edit.replace", "view.second", "view.template"):
            self._run(command)
        self._run("outline.down")
        tabs.setCurrentIndex(1)
        rest(self._part(SideTabs))
        self.look(self.window, "find-second-moved")
        self._run("view.second")
        self._run("file.save")  # keeps a version
        rest(self._part(SideTabs))

    def questions(self) -> None:
        """What no command opens by itself."""
        self._name = "unsaved"
        ask_unsaved(self.window, self.answer or NAME)
        reason = ReasonBox(self.window, MESSAGE, False, lambda _words: None)
        self.look(reason, "reason")
        reason.close()
        asked = EncodingDialog(self.window, MESSAGE.encode("big5", "replace"), "big5hkscs", MESSAGE)
        self.look(asked, "encoding")
        asked.close()

    def _dialogs(self) -> None:
        asking = [c.id for c in COMMANDS if c.text.endswith("…") and c.kind != "menu"]
        opening = [c.id for c in COMMANDS if c.id in ALSO.union(asking)]
        for command in opening:
            if command not in self.skipped:
                self._command(command)

    def _command(self, command: str) -> None:
        self._name, before, seen = command, set(self._windows()), self._looked
        QTest.keyClick(self._part(PageView), Qt.Key.Key_End, Qt.KeyboardModifier.ShiftModifier)
        self._run(command)
        try:
            until(lambda: self._looked > seen or self._new(before))
        except AssertionError:
            self._found.append(f"{command}: nothing opened: {self._part(MessageBar).words()}")
        for window in self._new(before):
            rest(window)
            self._every_tab(window)
            if isinstance(window, RehearsalWindow):  # its end shows the result
                for key in (Qt.Key.Key_Space, Qt.Key.Key_Space, Qt.Key.Key_Escape):
                    QTest.keyClick(window, key)
            window.close()
        self._app.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)

    def _every_tab(self, window: QWidget) -> None:
        tabs = window.findChild(QTabWidget)
        for number in range(tabs.count() if tabs else 1):
            if tabs:
                tabs.setCurrentIndex(number)
            self.look(window, f"{self._name}{number or ''}")

    def _windows(self) -> list[QWidget]:
        tops = self._app.topLevelWidgets()
        return [w for w in tops if w.isVisible() and isinstance(w, QDialog)]

    def _new(self, before: set[QWidget]) -> list[QWidget]:
        return [w for w in self._windows() if w not in before]

    def _part(self, kind: type[Any]) -> Any:
        return self.window.findChild(kind)

    def _run(self, command: str) -> None:
        self.window.actions_.by_id[command].trigger()
        self._app.processEvents()

    def write(self) -> None:
        """The speech, another to compare it with, and what else a writer has."""
        self.speech.write_text(messy_speech(), encoding="utf-8")
        self.other.write_text(messy_speech().replace("X县", "云川县"), encoding="utf-8")

    def _open(self) -> None:
        self._name = "open"
        self._run("file.open")
        until(lambda: self._part(SideTabs).isEnabled())
        rest(self._part(SideTabs))

    def _answers(self) -> Iterator[Any]:
        """What stands for Qt's waiting questions."""

        def asked(dialog: QDialog) -> int:
            self._every_tab(dialog)
            dialog.hide()
            if self._name == "tidy.run":
                dialog.accept()
            return dialog.result()

        def number(
            parent: QWidget, title: str, asks: str, *rest: object, **_: object
        ) -> tuple[object, bool]:
            dialog = QInputDialog(parent)
            dialog.setWindowTitle(title)
            dialog.setLabelText(asks)
            asked(dialog)
            return (rest[0] if rest else "", False)

        def words(parent: QWidget, title: str, asks: str, **_: object) -> tuple[object, bool]:
            number(parent, title, asks)
            return self.answer, bool(self.answer)

        def box(parent: QWidget, title: str, words: str, *_: object) -> QMessageBox.StandardButton:
            asked(QMessageBox(QMessageBox.Icon.Question, title, words, parent=parent))
            return QMessageBox.StandardButton.No

        def opened(*_: object) -> tuple[str, str]:
            return str(self.speech if self._name == "open" else self.other), ""

        yield patch.object(Segmenter, "load_in_background", lambda words: None)
        yield patch.object(QDialog, "exec", asked)
        yield patch.object(QMessageBox, "exec", asked)
        yield patch.object(QInputDialog, "getText", words)
        for name in ("getInt", "getItem"):
            yield patch.object(QInputDialog, name, number)
        for name in ("question", "warning", "information"):
            yield patch.object(QMessageBox, name, box)
        yield patch.object(QFileDialog, "getOpenFileName", opened)
        yield patch.object(QFileDialog, "getOpenFileNames", lambda *_: ([opened()[0]], ""))
        yield patch.object(QFileDialog, "getSaveFileName", lambda *_: ("", ""))
