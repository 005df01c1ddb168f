"""In the whole window: a command that raises leaves the text, and every open speech is kept."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QInputDialog

from editor.files.recovery.journal import Journal
from editor.files.versions.version_store import VersionStore
from editor.ui.drafts.version_history import FAULT
from editor.ui.guard.log_commands import LogCommands
from editor.ui.guard.report_window import ReportWindow
from editor.ui.shell.open_speeches import keep_texts
from editor.ui.shell.window import Window
from tests.ui.guard.test_top_guard import until as shown
from tests.ui.shell.windows import parts_of, put_caret, run, text_of, type_into

WORDS = "关于张三同志的话"


class FaultError(Exception):
    """A fault of the program."""


def fall() -> None:
    raise FaultError


def test_a_command_that_raises_leaves_the_text_as_it_was(
    window: Window, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[type[BaseException]] = []
    monkeypatch.setattr(sys, "excepthook", lambda kind, *_: told.append(kind))
    parts = parts_of(window)
    type_into(parts.page, WORDS)
    put_caret(window, "一、把准")
    before, steps = text_of(window), [s.name for s in parts.controller.step_names.done()]
    monkeypatch.setattr(parts.controller, "show_structure", fall)
    run(window, "outline.down")
    assert FaultError in told and text_of(window) == before
    assert [s.name for s in parts.controller.step_names.done()] == steps
    run(window, "edit.undo")
    assert WORDS not in text_of(window)


def test_every_open_speech_is_kept(window: Window) -> None:
    parts = parts_of(window)
    type_into(parts.page, WORDS)
    keep_texts(parts.desks)
    found = [s for s in Journal(parts.autosave.folder).pending() if WORDS in s.manuscript.text]
    assert found


def test_one_speech_that_cannot_be_kept_keeps_no_other_from_it(
    window: Window, monkeypatch: pytest.MonkeyPatch
) -> None:
    parts = parts_of(window)
    first = parts.desk
    run(window, "file.new")
    type_into(parts.page, WORDS)
    monkeypatch.setattr(first.autosave, "keep_now", lambda: 1 // 0)
    keep_texts(parts.desks)
    assert any(WORDS in s.manuscript.text for s in Journal(parts.autosave.folder).pending())


def test_the_log_is_shown_and_the_diagnosis_has_no_words_of_the_speech(window: Window) -> None:
    parts = parts_of(window)
    type_into(parts.page, WORDS)
    run(window, "help.log")
    (shown,) = window.findChildren(ReportWindow)
    assert shown.isVisible() and shown.text()
    run(window, "help.diagnosis")
    told = LogCommands(window.settings, lambda: parts.context).diagnosis()
    assert "Python" in told and "屏幕" in told and "theme=light" in told
    assert WORDS not in told and str(window.settings.folder) not in told


def test_a_version_that_failed_to_be_kept_is_not_called_kept(
    window: Window, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    told: list[type[BaseException]] = []
    monkeypatch.setattr(sys, "excepthook", lambda kind, *_: told.append(kind))
    monkeypatch.setattr(VersionStore, "keep", lambda *_: fall())
    monkeypatch.setattr(
        QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "稿.txt"), "文本 (*.txt)")
    )
    monkeypatch.setattr(QInputDialog, "getText", lambda *_, **__: ("送审稿", True))
    bar, said = parts_of(window).messages, list[str]()
    say = bar.say
    monkeypatch.setattr(bar, "say", lambda words, *rest: (said.append(words), say(words, *rest)))
    for command in ("file.save", "drafts.keep"):
        run(window, command)
        shown(lambda: FAULT in said)
        assert said[-1] == FAULT and not [words for words in said if "已留存" in words]
        said.clear()
    assert FaultError in told
