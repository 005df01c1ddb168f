"""What is typed gets onto the disk soon, and the window says so at once where it does not."""

from __future__ import annotations

import errno
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QToolButton

from editor.files.opened import digest_of
from editor.files.recovery.journal import Journal
from editor.manuscript.manuscript import manuscript_of
from editor.storage.log_file import LogFile
from editor.storage.storage import Storage
from editor.storage.storage_error import StorageError
from editor.ui.shell.window import Window
from tests.ui.shell.conftest import the_dictionary_is_not_read as the_dictionary_is_not_read
from tests.ui.shell.windows import end_window, open_window, parts_of, run, text_of
from tests.ui.until import until


@pytest.fixture
def window(application: object, tmp_path: Path) -> Iterator[Window]:
    path = tmp_path / "稿.txt"
    path.write_text("在会上的讲话\n同志们：\n", "utf-8")
    made = open_window(tmp_path / "home", str(path))
    yield made
    end_window(made)


class Refusing:
    """A disk that takes nothing for the journal while ``error`` is set."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.error: Exception | None = None
        for whose, name in ((Storage, "write"), (LogFile, "append")):
            self._stand_before(monkeypatch, whose, name)

    def _stand_before(self, monkeypatch: pytest.MonkeyPatch, whose: type, name: str) -> None:
        act = getattr(whose, name)

        def call(part: Any, where: Any, *args: Any, **how: Any) -> Any:
            journal = name == "append" or str(where).endswith(".journal")
            if self.error is not None and journal:
                raise self.error
            return act(part, where, *args, **how)

        monkeypatch.setattr(whose, name, call)


@pytest.fixture
def disk(monkeypatch: pytest.MonkeyPatch) -> Refusing:
    return Refusing(monkeypatch)


def cell(window: Window) -> str:
    """What the status bar says of the danger; '' while there is none."""
    found = window.statusBar().findChild(QToolButton, "status.unkept")
    assert isinstance(found, QToolButton)
    return found.text() if found.isVisible() else ""


def try_again(window: Window) -> None:
    """What the program does by itself after two seconds."""
    timers = parts_of(window).autosave.findChildren(QTimer)
    waiting = [t for t in timers if t.isActive() and t.interval() == 2_000]
    assert waiting, "nothing is tried again"
    waiting[0].timeout.emit()


def kept(window: Window) -> str:
    """The text that the next program would find."""
    found = Journal(parts_of(window).autosave.folder).pending()
    return found[0].manuscript.text if found else ""


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (errno.ENOSPC, "自动保存失败：磁盘满了"),
        (errno.EROFS, "自动保存失败：这个盘是只读的（写保护）"),
        (errno.EDQUOT, "自动保存失败：您在这个盘上的空间用完了（配额已满）"),
    ],
)
def test_a_failing_disk_is_told_with_its_reason_till_it_works_again(
    window: Window, disk: Refusing, number: int, words: str
) -> None:
    disk.error = StorageError(number, "played", "there")
    parts_of(window).controller.insert("新写的。")
    until(lambda: cell(window) == words)
    assert "稿.txt" in window.statusBar().findChild(QToolButton, "status.unkept").toolTip()  # type: ignore[union-attr]
    parts_of(window).controller.insert("又写的。")
    try_again(window)
    assert cell(window)
    disk.error = None
    try_again(window)
    until(lambda: not cell(window))
    assert kept(window) == text_of(window) == "新写的。又写的。在会上的讲话\n同志们：\n"


def test_a_failure_after_the_first_record_is_told_too(window: Window, disk: Refusing) -> None:
    controller = parts_of(window).controller
    controller.insert("甲")
    until(lambda: kept(window).startswith("甲"))
    disk.error = StorageError(errno.ENOSPC, "played", "there")
    controller.insert("乙")
    until(lambda: cell(window))
    assert kept(window).startswith("甲在")


def test_what_is_saved_is_in_no_danger(window: Window, disk: Refusing) -> None:
    disk.error = StorageError(errno.EIO, "played", "there")
    parts_of(window).controller.insert("新写的。")
    until(lambda: cell(window))
    button = window.statusBar().findChild(QToolButton, "status.unkept")
    assert isinstance(button, QToolButton)
    button.click()  # it saves
    assert not cell(window) and not parts_of(window).text.modified


def test_a_speech_behind_the_one_in_front_is_in_danger_too(window: Window, disk: Refusing) -> None:
    disk.error = StorageError(errno.ENOSPC, "played", "there")
    parts_of(window).controller.insert("新写的。")
    run(window, "file.new")
    until(lambda: cell(window))
    disk.error = None
    run(window, "tabs.next")
    try_again(window)
    until(lambda: not cell(window))


def test_a_fault_of_the_program_is_told_as_one_and_in_the_bar(
    window: Window, disk: Refusing, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    monkeypatch.setattr("sys.excepthook", lambda kind, error, trace: told.append(str(error)))
    disk.error = KeyError("a fault")
    parts_of(window).controller.insert("新写的。")
    until(lambda: cell(window) == "自动保存失败：程序出了差错")
    assert told == ["'a fault'"]
    disk.error = None


def test_the_second_counts_from_the_first_key(window: Window) -> None:
    autosave = parts_of(window).autosave
    timer = autosave.findChild(QTimer)
    assert isinstance(timer, QTimer) and timer.interval() < 500
    parts_of(window).controller.insert("一")
    begun = timer.remainingTime()
    until(lambda: timer.remainingTime() < begun)
    left = timer.remainingTime()
    parts_of(window).controller.insert("二")
    assert timer.remainingTime() <= left


def test_on_a_slow_disk_one_text_waits_and_it_is_the_last(
    window: Window, monkeypatch: pytest.MonkeyPatch
) -> None:
    autosave, sent = parts_of(window).autosave, list[str]()
    write = Journal.write

    def slow(journal: Journal, *args: Any) -> None:
        sent.append(args[1].text)
        write(journal, *args)

    monkeypatch.setattr(Journal, "write", slow)
    for words in "一二三四五":
        parts_of(window).controller.insert(words)
        autosave.findChild(QTimer).timeout.emit()
    until(lambda: kept(window) == text_of(window))
    assert len(sent) == 2 and sent[-1].startswith("一二三四五")


def test_an_old_journal_stays_till_the_text_is_in_a_new_one(
    application: object, tmp_path: Path, disk: Refusing
) -> None:
    lost = tmp_path / "home" / "recovery" / "1-1"
    Journal(lost).write("未命名-1", manuscript_of("断电前打的话。"), None)
    window = open_window(tmp_path / "home")
    disk.error = StorageError(errno.ENOSPC, "played", "there")
    recovery = parts_of(window).recovery
    assert recovery.recover(recovery.pending()[0])
    assert text_of(window) == "断电前打的话。" and len(recovery.pending()) == 1
    disk.error = None
    end_window(window)


def test_nothing_lies_there_when_the_program_has_ended(application: object, tmp_path: Path) -> None:
    path = tmp_path / "稿.txt"
    path.write_text("在会上的讲话", "utf-8")
    window = open_window(tmp_path / "home", str(path))
    parts_of(window).controller.insert("甲")
    parts_of(window).autosave.keep_now()
    run(window, "file.save")
    end_window(window)
    assert list((tmp_path / "home" / "recovery").iterdir()) == []


def test_the_journal_knows_the_file_as_it_was_saved_last(window: Window, tmp_path: Path) -> None:
    parts_of(window).controller.insert("存了的。")
    run(window, "file.save")
    parts_of(window).controller.insert("没存的。")
    parts_of(window).autosave.keep_now()
    (found,) = Journal(parts_of(window).autosave.folder).pending()
    assert found.stamp == digest_of((tmp_path / "稿.txt").read_bytes())
