"""The file itself as it was saved: kept at every save of the window, also what it writes over."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest

pytest.importorskip("PySide6")

from editor.files.opened import stamp_of
from editor.files.save import SaveOptions
from editor.manuscript.paragraph import Position
from editor.ui.drafts.version_history import UNREAD
from editor.ui.files import save_flow
from editor.ui.kept.kept_words import cells
from editor.ui.shell.desk import Desk
from editor.ui.shell.window import Window
from tests.ui.shell.conftest import the_dictionary_is_not_read as the_dictionary_is_not_read
from tests.ui.shell.windows import end_window, open_window, parts_of, run
from tests.ui.until import until

FIRST = "在会上的讲话\n同志们：\n今天开会。\n"


@pytest.fixture
def window(application: object, tmp_path: Path) -> object:
    (tmp_path / "稿.txt").write_text(FIRST, "utf-8")
    made = open_window(tmp_path / "home", str(tmp_path / "稿.txt"))
    yield made
    end_window(made)


def desk(window: Window) -> Desk:
    return parts_of(window).desk


def save_with(window: Window, *words: str) -> None:
    for one in words:
        desk(window).controller.go_to(Position(2, 0))
        desk(window).controller.insert(one)
        run(window, "file.save")


def states(window: Window) -> list[str]:
    history = desk(window).drafts.history
    return [history.backups.data(state).decode() for state in history.states()]


def test_opening_alone_keeps_nothing(window: Window) -> None:
    assert states(window) == []


def test_a_save_keeps_what_it_writes_and_what_it_writes_over(window: Window) -> None:
    save_with(window, "一")
    assert states(window) == [FIRST.replace("今天", "一今天"), FIRST]


def test_the_last_three_stay(window: Window) -> None:
    save_with(window, *"一二三四")
    assert [text.split("\n")[2][:4] for text in states(window)] == [
        "四三二一",
        "三二一今",
        "二一今天",
    ]


def test_what_somebody_else_wrote_is_kept_when_it_is_written_over(
    window: Window, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    save_with(window, "一")
    (tmp_path / "稿.txt").write_text("别人写的\n", "utf-8")
    saving = desk(window).files.saving

    def over(trouble: object, target: Path, how: object) -> bool:
        return saving._save(target, SaveOptions(over=stamp_of(target, target.read_bytes())))

    monkeypatch.setattr(saving, "_ask_overwrite", over)
    save_with(window, "二")
    save_with(window, *"三四五六")
    history = desk(window).drafts.history
    [his] = [s for s in history.states() if history.backups.data(s).decode() == "别人写的\n"]
    assert cells(his)[0] == "别人存的，被覆盖以前的"
    assert [cells(s)[0] for s in history.states()[:3]] == ["我存的"] * 3


def test_what_was_written_over_is_a_version_with_a_name(
    window: Window, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (file := tmp_path / "稿.txt").write_text("别人写的\n", "utf-8")
    saved = time.mktime((2026, 3, 5, 19, 6, 0, 0, 0, -1))
    os.utime(file, (saved, saved))
    monkeypatch.setattr(save_flow, "ask_changed", lambda *_, **__: "over")
    save_with(window, *"二三四五")
    history = desk(window).drafts.history
    [his] = [v for v in history.versions() if v.name]
    assert his.name == "被覆盖的：别人存的，3月5日 19:06"
    assert history.store().text(his).text == "别人写的\n"
    first = history.original()
    assert first is not None and first.text == FIRST


def test_what_cannot_be_read_as_words_is_told_to_be_kept_as_a_file(
    window: Window, tmp_path: Path
) -> None:
    history = desk(window).drafts.history
    told: list[str] = []
    history.failed.connect(told.append)
    history.overwritten(tmp_path / "稿.txt", b"PK\x03\x04 no more", 0.0)
    assert [cells(s)[0] for s in history.states()] == ["别人存的，被覆盖以前的"]
    until(lambda: told == [UNREAD])


def test_a_state_is_put_back_and_what_was_there_is_kept(window: Window, tmp_path: Path) -> None:
    save_with(window, "一", "二")
    assert desk(window).files.put_back(FIRST.encode())
    assert (tmp_path / "稿.txt").read_text("utf-8") == FIRST
    assert desk(window).controller.manuscript().text.startswith("在会上的讲话")
    assert "二一" in states(window)[0]
    assert not desk(window).text.modified


def test_a_state_that_cannot_be_put_back_leaves_the_file_alone(
    window: Window, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from editor.ui.files import file_flow

    told: list[str] = []
    monkeypatch.setattr(file_flow, "show_trouble", lambda parent, title, why: told.append(title))
    save_with(window, "一")
    (tmp_path / "稿.txt").chmod(0o400)
    monkeypatch.setattr("os.access", lambda path, mode: False)
    assert not desk(window).files.put_back(FIRST.encode())
    assert told == ["没有换回去"]
    assert "一今天" in (tmp_path / "稿.txt").read_text("utf-8")
