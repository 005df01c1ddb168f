"""A command in the middle of a word: it is done to the text with the word in it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from editor.ui.files import file_flow
from editor.ui.outline_views.split_page import SplitPage
from editor.ui.shell.window import Window
from tests.ui.page.input_methods import compose
from tests.ui.shell.windows import end_window, open_window, parts_of, put_caret, run, text_of


@pytest.fixture
def paper(application: object, tmp_path: Path) -> Iterator[tuple[Window, Path]]:
    path = tmp_path / "稿.txt"
    path.write_text("各位同志：\n今天开会。", "utf-8")
    window = open_window(tmp_path / "home", str(path))
    window.activateWindow()
    put_caret(window, "今天")
    yield window, path
    end_window(window)


def test_what_is_saved_has_the_word(paper: tuple[Window, Path]) -> None:
    window, path = paper
    compose(parts_of(window).desk.page, "j", "就在")
    run(window, "file.save")
    assert "就在今天开会。" in path.read_text("utf-8")


def test_undo_takes_out_the_word_and_no_other(paper: tuple[Window, Path]) -> None:
    window, _ = paper
    page = parts_of(window).desk.page
    compose(page, "j", put_in="就在")
    compose(page, "z", "昨天")
    run(window, "edit.undo")
    assert "\n就在今天开会。" in text_of(window)
    run(window, "edit.redo")
    assert "\n就在昨天今天开会。" in text_of(window)


def test_a_window_that_closes_asks_about_a_text_with_the_word(
    paper: tuple[Window, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    window, _ = paper
    asked: list[str] = []
    monkeypatch.setattr(
        file_flow, "ask_unsaved", lambda *_: asked.append(text_of(window)) or "cancel"
    )
    compose(parts_of(window).desk.page, "就在")
    window.close()
    assert "\n就在今天开会。" in asked[0]


def test_in_the_second_place_too(paper: tuple[Window, Path]) -> None:
    window, path = paper
    run(window, "view.second")
    second = window.findChild(SplitPage)
    assert isinstance(second, SplitPage)
    second.setFocus()
    second.moveCursor(second.textCursor().MoveOperation.End)
    compose(second, "x", "散会")
    QTest.keyClick(window, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    QApplication.processEvents()
    assert "今天开会。散会" in path.read_text("utf-8")
