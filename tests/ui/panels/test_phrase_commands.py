"""The phrase bank by command: it takes the selected words, and goes on where one is typing."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
from PySide6.QtWidgets import QLineEdit

from editor.manuscript.paragraph import Position
from editor.ui.panels.phrase_bank_source import PhraseBankSource
from editor.ui.panels.phrase_commands import PhraseCommands
from editor.ui.panels.side_tabs import SideTabs
from tests.ui.parts import Parts, named, parts_on, rules


class Bank(NamedTuple):
    """The commands and what they work on."""

    parts: Parts
    tabs: SideTabs
    phrase_bank: PhraseBankSource
    commands: PhraseCommands


@pytest.fixture
def bank(application: object, tmp_path: Path) -> Iterator[Bank]:
    parts = parts_on("同志们： | 今天开会，练兵正当时。", tmp_path)
    phrase_bank = PhraseBankSource(tmp_path / "phrases.txt")
    tabs = SideTabs(parts.context, parts.theme, phrase_bank, rules())
    tabs.setParent(parts.context.parent)
    yield Bank(parts, tabs, phrase_bank, PhraseCommands(parts.context, tabs, phrase_bank))
    parts.close()


def test_the_selected_words_are_searched_for(bank: Bank) -> None:
    bank.parts.controller.go_to(Position(1, 5), Position(1, 7))
    bank.commands.search_phrase()
    assert bank.tabs.currentWidget() is bank.tabs.phrases
    assert named(bank.tabs, QLineEdit, "查语料库").text() == "练兵"


def test_without_a_selection_there_is_nothing_to_keep(bank: Bank) -> None:
    bank.commands.keep_phrase()
    assert bank.parts.context.messages.words().startswith("先选中")


def test_nothing_is_offered_before_the_bank_is_there_or_where_it_is_not_wanted(bank: Bank) -> None:
    assert bank.commands.continuation("让我们", "") == ""
    settings = bank.parts.context.settings
    offered = offered_after(bank)
    settings.set("completion", False)
    assert offered and offered_after(bank) == []


def offered_after(bank: Bank) -> list[str]:
    """What the bank offers behind the beginnings of its own phrases."""
    starts = [hit.phrase.text[:8] for hit in bank.phrase_bank.get().search("", limit=40)]
    return [words for start in starts if (words := bank.commands.continuation(start, ""))]
