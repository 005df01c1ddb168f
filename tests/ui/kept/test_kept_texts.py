"""The list of all that is kept, in a complete window: a deleted file comes back from it."""

from __future__ import annotations

from pathlib import Path

import pytest

pytest.importorskip("PySide6")

from PySide6.QtWidgets import QFileDialog, QPushButton, QTabWidget

from editor.manuscript.paragraph import Position
from editor.ui.files.start_page import StartPage
from editor.ui.kept import kept_texts
from editor.ui.kept.kept_page import KeptPage
from editor.ui.shell.desk import Desk
from editor.ui.shell.window import Window
from tests.ui.parts import button
from tests.ui.shell.conftest import the_dictionary_is_not_read as the_dictionary_is_not_read
from tests.ui.shell.windows import end_window, open_window, parts_of, run
from tests.ui.until import until

WORDS = "在会上的讲话\n同志们：\n今天开会。\n"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    (tmp_path / "稿.txt").write_text(WORDS, "utf-8")
    return tmp_path / "稿.txt"


@pytest.fixture
def window(application: object, tmp_path: Path, file: Path) -> object:
    made = open_window(tmp_path / "home", str(file))
    yield made
    end_window(made)


def desk(window: Window) -> Desk:
    return parts_of(window).desk


def save_with(window: Window, words: str) -> None:
    desk(window).controller.go_to(Position(2, 0))
    desk(window).controller.insert(words)
    run(window, "file.save")
    desk(window).drafts.history.settle()


def listed(window: Window) -> KeptPage:
    run(window, "drafts.kept")
    [page] = parts_of(window).keeping.kept.window.findChildren(KeptPage)
    until(lambda: page.list.topLevelItemCount() > 0)
    return page


def row(page: KeptPage) -> list[str]:
    item = page.list.topLevelItem(0)
    return [item.text(column) for column in range(5)]


def test_the_list_tells_where_a_speech_is_and_what_is_kept(window: Window, file: Path) -> None:
    save_with(window, "一")
    name, folder, _, kept, there = row(listed(window))
    assert (name, folder, kept, there) == ("稿.txt", str(file.parent), "2 版，2 个存盘副本", "在")


def test_below_a_speech_stand_its_states_and_versions(window: Window) -> None:
    save_with(window, "一")
    page = listed(window)
    page.list.expandItem(page.list.topLevelItem(0))
    until(lambda: page.list.topLevelItem(0).childCount() == 4)
    page.list.setCurrentItem(page.list.topLevelItem(0).child(1))
    until(lambda: page.text.toPlainText() == WORDS)


def test_a_deleted_file_is_put_back_whole(window: Window, file: Path) -> None:
    save_with(window, "一")
    saved = file.read_bytes()
    run(window, "file.close")
    file.unlink()
    page = listed(window)
    assert row(page)[4] == "文件已不在"
    button(page, "打开").click()
    assert file.read_bytes() == saved
    until(lambda: desk(window).text.path == file)


def test_the_start_page_offers_what_is_gone(window: Window, file: Path) -> None:
    save_with(window, "一")
    run(window, "file.close")
    file.unlink()
    parts_of(window).keeping._look()
    start = parts_of(window).start

    def words() -> list[str]:
        return [one.text() for one in start.findChildren(QPushButton) if one.isVisibleTo(start)]

    until(lambda: "文件已不在，找回：稿.txt" in words())
    assert "留着的文稿 1 份…" in words()
    button(start, "文件已不在，找回：稿.txt").click()
    assert file.exists()


def test_the_start_page_says_nothing_was_opened_only_where_nothing_is_kept() -> None:
    page = StartPage()
    notes = lambda: [w.text() for w in page._recent.children() if hasattr(w, "text")]  # noqa: E731
    assert "还没有打开过稿子" in notes()
    page.show_kept(1, [])
    page.show_recent([])
    live = [page._recent._column.itemAt(n).widget() for n in range(page._recent._column.count())]
    assert "还没有打开过稿子" not in [w.text() for w in live if w is not None]


def test_a_state_of_the_open_speech_goes_back_after_a_question(
    window: Window, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(kept_texts, "_may_go_back", lambda above, state: True)
    save_with(window, "一")
    run(window, "drafts.versions")
    versions = desk(window).drafts.presenter.window
    [tabs] = versions.findChildren(QTabWidget)
    names = [tabs.tabText(n) for n in range(tabs.count())]
    assert names[-2:] == ["存盘的文件", "留着的文稿"]
    page = tabs.widget(names.index("存盘的文件"))
    page.list.setCurrentItem(page.list.topLevelItem(1))
    button(page, "放回原处…").click()
    assert file.read_text("utf-8") == WORDS
    assert desk(window).controller.manuscript().text == WORDS


def test_where_the_folder_is_gone_one_says_where_to(
    window: Window, file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    save_with(window, "一")
    saved, target = file.read_bytes(), tmp_path / "找回.txt"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    monkeypatch.setattr(kept_texts, "is_there", lambda path: False)
    run(window, "file.close")
    page = listed(window)
    button(page, "放回原处…").click()
    assert target.read_bytes() == saved
