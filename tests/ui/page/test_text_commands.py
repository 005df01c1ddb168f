"""The commands at the caret: nothing happens without a word."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QInputDialog

from editor.manuscript.paragraph import Position
from editor.ui.page.text_commands import TextCommands
from tests.notation import lines
from tests.ui.parts import Parts, parts_on


@pytest.fixture
def parts(application: object, tmp_path: Path) -> Iterator[Parts]:
    made = parts_on("甲 | 乙 | 丙", tmp_path)
    yield made
    made.close()


@pytest.fixture
def commands(parts: Parts) -> TextCommands:
    return TextCommands(parts.context)


def test_where_nothing_can_be_undone_it_says_so(parts: Parts, commands: TextCommands) -> None:
    commands.undo()
    assert parts.context.messages.words() == "没有可以撤销的了。"
    commands.redo()
    assert parts.context.messages.words() == "没有可以重做的。"


def test_the_date_is_written_in_one_step(parts: Parts, commands: TextCommands) -> None:
    commands.insert_date()
    assert "月" in lines(parts.controller.manuscript())
    commands.undo()
    assert lines(parts.controller.manuscript()) == "甲 | 乙 | 丙"
    commands.redo()
    assert "月" in lines(parts.controller.manuscript())


def test_a_paragraph_is_gone_to_by_its_number(
    parts: Parts, commands: TextCommands, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[tuple[object, ...]] = []
    monkeypatch.setattr(QInputDialog, "getInt", lambda *told: (asked.append(told), (3, True))[1])
    commands.ask_where()
    assert parts.controller.caret() == Position(2, 0)
    assert asked[0][-3:] == (1, 1, 3)
