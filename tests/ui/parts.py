"""What a part of the window is given, for a test of that part alone; and what is seen of it."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple, TypeVar

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget

from editor.analysis.analyzer import SpeechAnalyzer
from editor.checks.engine.checker import Checker
from editor.checks.engine.rule_set import bundled_rules
from editor.checks.rules.rule import Rule
from editor.files.save import new_document
from editor.settings.store import Settings
from editor.ui.context import Context
from editor.ui.document.controller import DocumentController
from editor.ui.look.palette import LIGHT
from editor.ui.look.theme import Theme
from editor.ui.message_bar import MessageBar
from editor.ui.open_text import OpenText
from editor.ui.page.page_view import PageView
from tests.notation import doc

Child = TypeVar("Child", bound=QWidget)


def rules() -> tuple[Rule, ...]:
    """The bundled rules."""
    return bundled_rules().rules


def light(parent: QObject) -> Theme:
    """The light colours."""
    return Theme(LIGHT, parent)


class Parts(NamedTuple):
    """A text that is open, without a window around it."""

    context: Context
    theme: Theme
    analyzer: SpeechAnalyzer

    @property
    def controller(self) -> DocumentController:
        return self.context.controller

    def close(self) -> None:
        """The page goes, and what is made above it."""
        self.context.controller.close()
        self.context.parent.deleteLater()
        self.context.controller.view.deleteLater()


def parts_on(line: str, home: Path) -> Parts:
    """A text without a file is open; ``home`` is the user's folder."""
    analyzer = SpeechAnalyzer(Checker(bundled_rules()))
    controller = DocumentController(PageView(), analyzer)
    parent = QWidget()
    text = OpenText(controller)
    context = Context(controller, text, MessageBar(parent), Settings(home), parent)
    text.load(new_document(doc(line), "docx"))
    parent.show()
    return Parts(context, light(parent), analyzer)


def named(parent: QWidget, kind: type[Child], name: str) -> Child:
    """The widget that a screen reader calls so."""
    (found,) = [w for w in parent.findChildren(kind) if w.accessibleName() == name]
    return found


def button(parent: QWidget, words: str) -> QAbstractButton:
    """The button with these words."""
    (found,) = [b for b in parent.findChildren(QAbstractButton) if b.text() == words]
    return found


def words_of(parent: QWidget) -> str:
    """All that its labels say."""
    return "\n".join(label.text() for label in parent.findChildren(QLabel))
