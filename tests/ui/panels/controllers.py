"""A controller with the bundled rules, and a panel of its own, for tests of the panels."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from editor.analysis.analyzer import SpeechAnalyzer
from editor.checks.engine.checker import Checker
from editor.checks.engine.rule_set import bundled_rules
from editor.ui.document.controller import DocumentController
from editor.ui.page.page_view import PageView
from editor.ui.panels.side_panel import SidePanel
from tests.notation import doc


def controller_of(line: str) -> DocumentController:
    """A controller on this text."""
    controller = DocumentController(PageView(), SpeechAnalyzer(Checker(bundled_rules())))
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
