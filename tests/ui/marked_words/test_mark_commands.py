"""F8 and Ctrl+J keep page and panels together; one key mends and goes on, one sets aside."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFrame

from editor.manuscript.paragraph import Position
from tests.ui.marked_words.pages import MarkedPage, marked_page
from tests.ui.parts import words_of
from tests.ui.until import rest, until

TEXT = "今天,我们开会,其它单位也来,X工会讲话，X工会总结。"


@pytest.fixture
def marked(application: object, tmp_path: Path) -> Iterator[MarkedPage]:
    made = marked_page(TEXT, tmp_path)
    yield made
    made.parts.close()


def chosen(marked: MarkedPage) -> str:
    """What the selected row of the panel in front says, when the hand rests."""
    rest(marked.tabs)
    frames = marked.tabs.currentWidget().findChildren(QFrame)
    return "".join(words_of(f) for f in frames if f.property("chosen") and f.isVisible())


def do(marked: MarkedPage, command: str) -> None:
    marked.marks.handlers()[command]()


def test_a_walk_raises_the_findings_and_the_keys_stay_in_the_page(marked: MarkedPage) -> None:
    do(marked, "check.next")
    assert marked.tabs.currentWidget() is marked.tabs.findings
    assert "半角" in chosen(marked) and marked.page.hasFocus()
    assert not marked.card.isVisible()


def test_where_the_panel_is_hidden_the_card_comes_at_the_word(
    application: object, tmp_path: Path
) -> None:
    marked = marked_page(TEXT, tmp_path, panels=False)
    do(marked, "check.next")
    assert marked.card.isVisible() and "必改" in words_of(marked.card)
    assert marked.page.hasFocus() and marked.controller.selected_text() == ","
    do(marked, "blanks.next")
    assert "单位或地名" in words_of(marked.card)
    marked.parts.close()


def test_one_key_mends_and_goes_on(marked: MarkedPage) -> None:
    for _ in range(3):
        do(marked, "check.accept")
    assert marked.text() == TEXT.replace(",", "，", 2)
    assert marked.controller.selected_text() == "其它"


def test_one_key_sets_aside_and_goes_on(marked: MarkedPage) -> None:
    do(marked, "check.next")
    do(marked, "check.leave")
    assert marked.text() == TEXT and marked.controller.selection()[0] == Position(0, 7)
    assert len(marked.controller.analysis().aside) == 1


def test_where_nothing_mends_it_the_key_says_what_to_do(marked: MarkedPage) -> None:
    marked.caret("X工会讲话")
    do(marked, "check.accept")
    assert "填" in marked.parts.context.messages.words() and marked.text() == TEXT
    do(marked, "check.leave")
    assert "不能忽略" in marked.parts.context.messages.words()


def test_the_caret_in_a_mark_selects_its_row_and_nothing_else(marked: MarkedPage) -> None:
    marked.tabs.setCurrentWidget(marked.tabs.findings)
    marked.caret("其它")
    until(lambda: "其它" in chosen(marked))
    assert marked.page.hasFocus() and marked.controller.selected_text() == ""


def test_the_walk_over_blanks_shows_each_in_the_sheet(marked: MarkedPage) -> None:
    do(marked, "blanks.next")
    assert marked.tabs.currentWidget() is marked.tabs.blanks
    assert "X工会" in chosen(marked) and marked.page.hasFocus()


def test_typing_moves_no_panel(marked: MarkedPage) -> None:
    do(marked, "check.next")
    marked.tabs.setCurrentWidget(marked.tabs.phrases)
    marked.controller.insert("，")
    rest(marked.marks)
    assert marked.tabs.currentWidget() is marked.tabs.phrases
