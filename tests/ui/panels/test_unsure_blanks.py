"""What may be a blank, in the window: told apart on the page, in the sheet and in the figures."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QLabel, QStatusBar

from editor.checks.report.gate import gate
from editor.ui.document.controller import DocumentController
from editor.ui.layout.paragraph_style import UnderlineKind, marks
from editor.ui.panels.blanks_panel import BlanksPanel
from editor.ui.printing.gate_sheet import GateSheet
from editor.ui.shell.status_bar import StatusBar
from tests.notation import lines
from tests.ui.panels.controllers import controller_of, press, shown
from tests.ui.parts import light


@pytest.fixture
def controller(application: object) -> Iterator[DocumentController]:
    made = controller_of("X工会来了。 | 泵站建成于202 年。")
    yield made
    made.close()


def test_the_page_marks_a_guess_otherwise(controller: DocumentController) -> None:
    found = marks(controller.analysis())
    assert UnderlineKind.BLANK in {mark.kind for mark in found[0]}
    assert {mark.kind for mark in found[1]} == {UnderlineKind.GUESS, UnderlineKind.LOOK}


def test_the_sheet_has_guesses_last_and_fills_one_where_chosen(
    controller: DocumentController,
) -> None:
    panel = BlanksPanel(controller, light(controller))
    shown(panel)
    told = [label.text() for label in panel.findChildren(QLabel)]
    assert "还有 1 处没填，归成 1 项。另有 1 处拿不准，排在最后" in told
    keys = panel.keys()
    assert [key.split(":")[0] for key in keys] == ["unit", "unsure"]
    panel.field(keys[1]).setText("2024")
    press(panel, "填上", 1)
    assert lines(controller.manuscript()) == "X工会来了。 | 泵站建成于2024年。"
    panel.close()


def test_the_figures_and_the_gate_tell_guesses_from_blanks(
    controller: DocumentController,
) -> None:
    bar, analysis = QStatusBar(), controller.analysis()
    status = StatusBar(bar)
    status.show_analysis(analysis, 180)
    assert status.words("blanks") == "未填 1 处，另 1 处拿不准"
    held = gate(analysis.manuscript, analysis.findings, (*analysis.blanks, *analysis.unsure))
    assert len(held.blanks) == 1 and [f.rule for f in held.look] == ["blanks/unsure"]


def test_a_gate_that_guesses_alone_do_not_shut_names_them(application: object) -> None:
    controller = controller_of("泵站建成于202 年。")
    analysis = controller.analysis()
    held = gate(analysis.manuscript, analysis.findings, analysis.blanks)
    sheet = GateSheet(controller.view, controller, held, "打印")
    sheet.take([])
    heads = [label.text() for label in sheet.findChildren(QLabel)]
    assert "可以付印：没有必改的地方。有 1 处像是没填的空，请看一眼。" in heads
    assert any("202 " in line for line in sheet.lines())
    controller.close()
