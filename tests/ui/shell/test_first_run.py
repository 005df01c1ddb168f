"""The first run: the unit is asked once, the tour runs on the sample, the clipboard is a speech."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from editor.profile.profile_store import ProfileStore
from editor.settings.store import Settings
from editor.ui.help.tour import TourCard
from editor.ui.shell.first_run import NOTHING_COPIED
from editor.ui.shell.window import Window
from tests.ui.parts import button, words_of
from tests.ui.shell.windows import end_window, open_window, parts_of, run, text_of, type_into
from tests.ui.until import until

WEB = (
    "首页 > 范文 > 正文\n来源：某某范文网 www.example.com\n在动员会上的讲话\n同志们：\n要抓好落实。"
)


@pytest.fixture
def window(application: object, tmp_path: Path) -> Iterator[Window]:
    made = open_window(tmp_path / "home")
    yield made
    end_window(made)


def copy(words: str) -> None:
    mime = QMimeData()
    mime.setText(words)
    QGuiApplication.clipboard().setMimeData(mime)


def test_the_unit_is_asked_once_and_its_name_tells_the_rest(window: Window, tmp_path: Path) -> None:
    card = parts_of(window).start.first_use
    assert card.isVisible()
    type_into(card.unit, "云川市青石县总工会", enter=True)
    kept = ProfileStore(tmp_path / "home").chosen()
    assert kept is not None and (kept.city, kept.county) == ("云川市", "青石县")
    assert not card.unit.isVisible() and card.isVisible()  # the tour is still offered
    other = open_window(tmp_path / "home")
    assert parts_of(other).start.first_use.isHidden()
    end_window(other)


def test_it_can_be_passed_over_and_is_not_asked_again(window: Window, tmp_path: Path) -> None:
    button(parts_of(window).start.first_use, "以后再说").click()
    until(lambda: Settings(tmp_path / "home").flag("first_use_over"))
    other = open_window(tmp_path / "home")
    assert parts_of(other).start.first_use.isHidden()
    end_window(other)


def test_the_tour_has_four_cards_on_the_sample(window: Window) -> None:
    run(window, "help.tour")
    [card] = window.findChildren(TourCard)
    assert parts_of(window).text.name() == "样例讲话稿"
    for number in range(1, 5):
        assert f"{number}／4" in words_of(card)
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    QApplication.processEvents()
    assert not parts_of(window).text.modified
    assert parts_of(window).text.opened is not None
    run(window, "help.tour")  # once more is possible
    assert any(card.isVisible() for card in window.findChildren(TourCard))


def test_what_was_copied_from_a_web_page_is_a_new_speech_without_the_sites_words(
    window: Window,
) -> None:
    copy(WEB)
    parts_of(window).start.setFocus()
    QTest.keyClick(parts_of(window).start, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert text_of(window) == "在动员会上的讲话\n同志们：\n要抓好落实。"
    parts = parts_of(window)
    assert parts.messages.offers() == ["看清单"] and parts.text.modified
    run(window, "edit.undo")
    assert text_of(window) == WEB


def test_with_nothing_copied_it_says_what_to_do(window: Window) -> None:
    copy("  ")
    run(window, "file.paste_new")
    assert parts_of(window).messages.words() == NOTHING_COPIED
    assert parts_of(window).text.opened is None
