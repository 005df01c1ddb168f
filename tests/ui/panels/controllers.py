"""A controller with the bundled rules, and a panel of its own, for tests of the panels."""

from __future__ import annotations

from functools import cache

from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from editor.analysis.analyzer import SpeechAnalyzer, make_analyzer
from editor.checks.rules.rule import Rule
from editor.checks.rules.rule_files import load_rules
from editor.ui.document.controller import DocumentController
from editor.ui.page.page_view import PageView
from editor.ui.panels.side_panel import SidePanel
from tests.notation import doc


@cache
def rules() -> tuple[Rule, ...]:
    """The bundled rules, read once."""
    return load_rules()


def controller_of(line: str) -> DocumentController:
    """A controller on this text."""
    analyzer: SpeechAnalyzer = make_analyzer()
    controller = DocumentController(PageView(), analyzer)
    controller.view.resize(600, 400)
    controller.view.show()
    controller.load(doc(line))
    return controller


def shown(panel: SidePanel) -> SidePanel:
    """The panel, as it is when its tab is in front."""
    panel.resize(340, 700)
    panel.show()
    panel.update_now()
    QApplication.processEvents()
    return panel


def press(parent: QWidget, words: str, number: int = 0) -> None:
    """Press the button with these words."""
    found = [b for b in parent.findChildren(QPushButton) if words in b.text() and b.isVisible()]
    found[number].click()
    QApplication.processEvents()
