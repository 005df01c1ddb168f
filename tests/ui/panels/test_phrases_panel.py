"""The phrase bank beside the page: what it finds, and where a kept sentence goes."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLineEdit, QListView

from editor.manuscript.paragraph import Position
from editor.ui.document.controller import DocumentController
from editor.ui.panels.keep_phrase_dialog import KeepPhraseDialog
from editor.ui.panels.phrase_bank_source import PhraseBankSource
from editor.ui.panels.phrases_panel import PhrasesPanel
from tests.ui.panels.controllers import controller_of
from tests.ui.parts import light, named, words_of
from tests.ui.until import rest, until

TEXT = (
    "在全县职工技能竞赛动员大会上的讲话 | 同志们： | 今天开会，练兵正当时。 | 一、抓落实 | 要抓好。"
)


@pytest.fixture
def controller(application: object) -> Iterator[DocumentController]:
    made = controller_of(TEXT)
    yield made
    made.close()


@pytest.fixture
def phrase_bank(tmp_path: Path) -> PhraseBankSource:
    made = PhraseBankSource(tmp_path / "phrases.txt")
    made.get()
    return made


@pytest.fixture
def panel(controller: DocumentController, phrase_bank: PhraseBankSource) -> Iterator[PhrasesPanel]:
    made = PhrasesPanel(controller, phrase_bank, light(controller))
    made.show()
    yield made
    made.close()


def test_a_kept_sentence_goes_where_it_stands(
    controller: DocumentController,
    panel: PhrasesPanel,
    phrase_bank: PhraseBankSource,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(KeepPhraseDialog, "exec", lambda _: 1)
    controller.go_to(Position(2, 5), Position(2, 11))
    panel.keep(controller.selected_text())
    kept = phrase_bank.get().search("练兵正当时")[0].phrase
    assert (kept.own, kept.part, kept.occasions) == (True, "开场", ("竞赛",))


def test_where_no_phrase_has_all_the_words_some_are_shown(panel: PhrasesPanel) -> None:
    named(panel, QLineEdit, "查语料库").setText("工匠 没有这样的词")
    assert panel.current() is not None and "工匠" in panel.current().text
    assert "有其中一些的" in words_of(panel)


def test_a_narrower_panel_gives_its_cards_more_lines(panel: PhrasesPanel) -> None:
    panel.refresh()
    phrases = named(panel, QListView, "语料")
    panel.resize(460, 500)
    rest(panel)
    wide = phrases.verticalScrollBar().maximum()
    panel.resize(300, 500)
    until(lambda: phrases.verticalScrollBar().maximum() > wide)
    rest(panel)
    shown = phrases.verticalScrollBar().maximum()
    phrases.doItemsLayout()
    assert wide < shown == phrases.verticalScrollBar().maximum()
