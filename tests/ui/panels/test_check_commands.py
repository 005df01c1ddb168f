"""The commands of checking: what is set aside belongs to the document, and to its file."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QPushButton

from editor.files.opened import Opened
from editor.files.save import new_document
from editor.manuscript.paragraph import Position
from editor.ui.panels.check_commands import CheckCommands
from editor.ui.panels.phrase_bank_source import PhraseBankSource
from editor.ui.panels.reason_box import ReasonBox
from editor.ui.panels.side_tabs import SideTabs
from tests.notation import doc
from tests.ui.parts import Parts, button, parts_on, rules

TEXT = "其它单位也要参加，其它行业要再接再励。"


@pytest.fixture
def parts(application: object, tmp_path: Path) -> Iterator[Parts]:
    made = parts_on(TEXT, tmp_path)
    yield made
    made.close()


@pytest.fixture
def tabs(parts: Parts) -> SideTabs:
    bank = PhraseBankSource(parts.context.settings.folder / "phrases.txt")
    made = SideTabs(parts.context, parts.theme, bank, rules())
    made.setParent(parts.context.parent)
    return made


@pytest.fixture
def commands(parts: Parts, tabs: SideTabs) -> CheckCommands:
    return CheckCommands(parts.context, parts.analyzer, tabs)


def file_of(path: Path) -> Opened:
    return replace(new_document(doc(TEXT), "txt"), path=path)


def left(parts: Parts) -> int:
    """How many findings of the word still count."""
    parts.controller.refresh()
    return sum(f.excerpt == "其它" for f in parts.controller.analysis().findings)


def ignore_one(parts: Parts, commands: CheckCommands) -> None:
    found = [f for f in parts.controller.analysis().findings if f.excerpt == "其它"]
    commands.ignore((found[0],))


def test_what_is_set_aside_goes_into_the_file_that_the_text_gets(
    parts: Parts, commands: CheckCommands, tmp_path: Path
) -> None:
    text = parts.context.text
    ignore_one(parts, commands)
    text.note_saved(file_of(tmp_path / "甲.txt"))
    text.load(file_of(tmp_path / "乙.txt"))
    assert left(parts) == 2
    text.load(file_of(tmp_path / "甲.txt"))
    assert left(parts) == 1


def test_all_of_it_can_be_brought_back(parts: Parts, commands: CheckCommands) -> None:
    ignore_one(parts, commands)
    assert left(parts) == 1
    commands.restore()
    assert left(parts) == 2 and parts.context.messages.offers() == []


def test_an_ignoring_is_taken_back_while_nothing_was_written_since(
    parts: Parts, commands: CheckCommands
) -> None:
    ignore_one(parts, commands)
    ignore_one(parts, commands)
    assert left(parts) == 0
    assert commands.take_back() and left(parts) == 1
    parts.controller.insert("新写的")
    assert not commands.take_back()
    parts.controller.undo()
    assert not commands.take_back()


def test_a_reason_is_written_to_what_was_set_aside(parts: Parts, commands: CheckCommands) -> None:
    ignore_one(parts, commands)
    parts.context.messages.findChildren(QPushButton)[0].click()
    (box,) = parts.context.parent.findChildren(ReasonBox)
    button(box, "领导审定").click()
    button(box, "写上").click()
    (item,) = parts.analyzer.ignored.items
    assert item.why == "领导审定"


def test_words_set_aside_everywhere_are_found_nowhere_and_come_back(
    parts: Parts, commands: CheckCommands
) -> None:
    found = [f for f in parts.controller.analysis().findings if f.excerpt == "其它"]
    commands.ignore_everywhere(found[0])
    parts.controller.insert("其它同志、")
    assert left(parts) == 0
    commands.restore()
    assert left(parts) == 3


def test_the_fill_sheet_takes_the_keys_at_the_next_blank(
    parts: Parts, tabs: SideTabs, commands: CheckCommands
) -> None:
    parts.controller.insert("X工会来了X名，")
    parts.controller.show(Position(0, 1))
    tabs.show()
    commands.fill_sheet()
    assert parts.context.parent.focusWidget() is tabs.blanks.field("number:名#0")


def test_the_fill_sheet_and_the_findings_come_to_the_front(
    tabs: SideTabs, commands: CheckCommands
) -> None:
    commands.fill_sheet()
    assert tabs.currentWidget() is tabs.blanks
    commands.check_all()
    assert tabs.currentWidget() is tabs.findings
