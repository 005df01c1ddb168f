"""The commands on sections: what they ask, what they say, what they tell before they change."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QDialog

from editor.manuscript.paragraph import Position
from editor.ui.look.palette import LIGHT
from editor.ui.tree.outline_commands import OFFER, OutlineCommands
from editor.ui.tree.outline_panel import OutlinePanel
from editor.ui.tree.outline_view import OutlineView
from editor.ui.tree.renumber_dialog import RenumberDialog
from tests.notation import lines
from tests.ui.parts import Parts, parts_on
from tests.ui.until import until

SPEECH = "讲话 | 同志们： | 讲两点。 | 一、甲事 | 甲文。 | 二、乙事 | 乙文。"


class Commands:
    """The commands on one tree, in the hands of a test."""

    def __init__(self, parts: Parts) -> None:
        self.parts, self.messages = parts, parts.context.messages
        self.panel = OutlinePanel(parts.controller, OutlineView(), LIGHT, 180)
        self.panel.setParent(parts.context.parent)
        self.all = OutlineCommands(parts.context, self.panel)
        parts.controller.refresh()

    def run(self, command: str, at: int) -> object:
        """A command with the caret in a paragraph."""
        self.parts.controller.go_to(Position(at, 1))
        return self.all.handlers()[command]()

    def text(self) -> str:
        return lines(self.parts.controller.manuscript())


@pytest.fixture
def commands(application: object, tmp_path: Path) -> Iterator[Commands]:
    parts = parts_on(SPEECH, tmp_path)
    yield Commands(parts)
    parts.close()


def test_what_is_deleted_is_named(commands: Commands) -> None:
    commands.run("outline.delete", 4)
    assert commands.text() == "讲话 | 同志们： | 讲两点。 | 二、乙事 | 乙文。"
    assert commands.messages.words() == "已删除“甲事”，连同里面的内容。按 Ctrl+Z 恢复。"


def test_sections_to_collect_in_are_offered_for_selected_words_only(commands: Commands) -> None:
    assert commands.run("outline.collect", 4) == []
    commands.parts.controller.go_to(Position(4, 0), Position(4, 2))
    rows = commands.all.places()
    assert [name.strip() for name, _, _ in rows] == ["一、甲事", "二、乙事"]
    rows[1][2]()
    assert commands.text().endswith("二、乙事 | 乙文。 | 甲文")


def test_after_a_move_renumbering_is_offered_and_told_before_it_is_done(
    commands: Commands, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[tuple[str, str]] = []
    commands.parts.context.text.about_to_change.connect(
        lambda what: told.append((what, commands.text()))
    )
    commands.run("outline.up", 6)
    until(lambda: commands.messages.offers() == [OFFER])
    before = commands.text()
    monkeypatch.setattr(RenumberDialog, "exec", lambda _: QDialog.DialogCode.Accepted)
    commands.all.renumber()
    assert told == [("重排序号", before)]
    assert commands.text().index("一、乙事") < commands.text().index("二、甲事")
