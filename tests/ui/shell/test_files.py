"""Opening, saving, closing and what was lost: no word goes without the user's."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QFileDialog, QMessageBox

from editor.files.open import open_document
from editor.files.recovery.journal import Journal
from editor.manuscript.manuscript import manuscript_of
from editor.manuscript.paragraph import Position
from editor.manuscript.structure.structure_commands import ChangeLevel
from editor.settings.store import Settings
from editor.ui.background_task import WAIT_MS, BackgroundTask
from editor.ui.drafts.comparison_window import ComparisonWindow
from editor.ui.files import file_flow
from editor.ui.files.export_path import ask_export_path
from editor.ui.receipt.tidy_commands import OFFER
from editor.ui.shell.window import Window
from tests.files.docx_patch.test_docx_lists import BODY, PLAIN, ordered
from tests.files.made import docx, part
from tests.ui.parts import button
from tests.ui.shell.windows import end_window, open_window, parts_of, run, text_of
from tests.ui.until import meanwhile, until


@pytest.fixture
def troubles(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The messages of what could not be opened."""
    said: list[str] = []
    monkeypatch.setattr(QMessageBox, "warning", lambda *words: said.append(words[2]))
    return said


@pytest.mark.parametrize("ending", [".docx", ".txt"])
def test_saved_and_opened_again_it_is_the_same(
    window: Window, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, ending: str
) -> None:
    target = tmp_path / f"讲话{ending}"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    parts_of(window).controller.insert("新的一句。")
    assert window.isWindowModified()
    run(window, "file.save")
    assert window.windowTitle().startswith(target.name) and not window.isWindowModified()
    assert open_document(target).manuscript.text == text_of(window)


def test_a_new_docx_names_the_writer_of_the_settings(
    window: Window, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "讲话.docx"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    parts_of(window).controller.insert("新的一句。")
    run(window, "file.save")
    assert "creator" not in part(target.read_bytes(), "docProps/core.xml")
    window.settings.set("author", "林致远")
    run(window, "file.save")
    assert "<dc:creator>林致远<" in part(target.read_bytes(), "docProps/core.xml")


@pytest.mark.parametrize("command", ["file.save", "file.export_docx"])
def test_a_name_completed_by_us_replaces_no_other_file_unasked(
    window: Window, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: str
) -> None:
    other = tmp_path / "报告.docx"
    other.write_bytes(b"somebody's work")
    asked: list[str] = []

    def refuse(*words: object) -> QMessageBox.StandardButton:
        asked.append(str(words[2]))
        return QMessageBox.StandardButton.No

    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "报告"), ""))
    monkeypatch.setattr(QMessageBox, "question", refuse)
    if command == "file.save":
        assert not parts_of(window).files.saving.save_as()
    else:
        assert ask_export_path(parts_of(window).context, "导出", "讲话.docx") is None
    assert other.read_bytes() == b"somebody's work" and "报告.docx" in asked[0]


def test_an_export_never_lands_on_the_manuscript(
    window: Window, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "报告.docx"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    assert parts_of(window).files.saving.save_as()
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "报告"), ""))
    assert ask_export_path(parts_of(window).context, "导出", "讲话.docx") is None


def test_an_export_never_lands_on_a_speech_that_is_open_in_another_tab(
    window: Window, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (other := tmp_path / "旧稿.docx").write_bytes(docx("<w:p/>"))
    parts = parts_of(window)
    parts.openings.open_path(other)
    parts.openings.new_from("")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(other), ""))
    assert ask_export_path(parts.context, "导出", "讲话.docx") is None
    assert "另一个标签" in parts.messages.words()


def test_what_another_has_written_is_read_again_or_laid_beside_and_the_place_stays(
    window: Window, tmp_path: Path
) -> None:
    path = tmp_path / "讲话.txt"
    path.write_text("同志们：\n大家好。", "utf-8")
    parts = parts_of(window)
    parts.openings.open_path(path)
    parts.controller.go_to(Position(1, 2))
    path.write_text("同志们：\n大家早上好。", "utf-8")
    parts.files.read_again()
    assert text_of(window) == "同志们：\n大家早上好。"
    assert parts.controller.caret() == Position(1, 2) and not window.isWindowModified()
    kept = [parts.drafts.history.text(v).text for v in parts.drafts.history.versions()]
    assert kept == ["同志们：\n大家好。"]
    path.write_text("同志们：\n大家晚上好。", "utf-8")
    parts.files.saving.compare_with(path)
    (shown,) = parts.context.parent.findChildren(ComparisonWindow)
    shown.take()
    assert text_of(window) == "同志们：\n大家晚上好。"


def test_a_file_changed_elsewhere_and_out_of_its_encoding_is_asked_about_once_each(
    window: Window, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "讲话.txt"
    path.write_bytes("同志们：\n大家好。".encode("gb18030"))
    parts_of(window).openings.open_path(path, encoding="big5hkscs")
    parts_of(window).controller.insert("𠮷们")
    path.write_bytes(b"changed")
    saving = parts_of(window).files.saving
    asked: list[str] = []
    yes = QMessageBox.StandardButton.Yes
    monkeypatch.setattr(QMessageBox, "question", lambda *_: asked.append("utf8") or yes)
    monkeypatch.setattr(QMessageBox, "exec", lambda _: asked.append("overwrite"))
    monkeypatch.setattr(QMessageBox, "clickedButton", lambda box: button(box, "覆盖它"))
    assert saving.save()
    assert asked == ["overwrite", "utf8"]


def test_a_file_named_from_its_folder_is_known_by_its_whole_name(
    window: Window, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "讲话.txt").write_text("同志们：", "utf-8")
    monkeypatch.chdir(tmp_path)
    parts_of(window).openings.open_path("讲话.txt")
    opened = parts_of(window).text.opened
    assert opened and opened.path == tmp_path / "讲话.txt"


def test_a_big_file_does_not_arrive_under_an_open_dialog(
    window: Window, monkeypatch: pytest.MonkeyPatch
) -> None:
    arrived: list[str] = []
    asking = [True]
    dialog = lambda: window if asking[0] else None  # noqa: E731
    monkeypatch.setattr(QApplication, "activeModalWidget", dialog)
    background = BackgroundTask(parts_of(window).messages)
    background.run("正在打开", lambda _: "稿子", arrived.append, lambda _: None)
    meanwhile(WAIT_MS)
    assert arrived == []
    asking[0] = False
    until(lambda: arrived == ["稿子"])


def test_a_file_that_cannot_be_opened_leaves_the_window_as_it_was(
    window: Window, tmp_path: Path, troubles: list[str]
) -> None:
    parts_of(window).controller.insert("还没存的话。")
    before, title = text_of(window), window.windowTitle()
    old = tmp_path / "旧稿.docx"
    old.write_bytes(b"PK\x03\x04" + bytes(600))
    parts_of(window).openings.open_path(old)
    assert len(troubles) == 1 and "不完整" in troubles[0]
    assert (text_of(window), window.windowTitle()) == (before, title)
    assert window.isWindowModified()


@pytest.mark.parametrize(("answer", "stays"), [("stay", True), ("discard", False)])
def test_unsaved_words_are_asked_about(
    window: Window, monkeypatch: pytest.MonkeyPatch, answer: str, stays: bool
) -> None:
    monkeypatch.setattr(file_flow, "ask_unsaved", lambda *_: answer)
    parts_of(window).controller.insert("还没存的话。")
    run(window, "file.close")
    assert ("还没存的话" in text_of(window)) is stays


def test_an_untouched_sample_goes_without_a_question(
    window: Window, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(file_flow, "ask_unsaved", lambda *_: pytest.fail("asked"))
    run(window, "file.close")
    assert text_of(window) == ""


def test_what_is_typed_is_on_the_disk_within_a_second(window: Window) -> None:
    assert parts_of(window).autosave.findChild(QTimer).interval() < 500
    parts_of(window).controller.insert("一秒以内留底。")
    folder = parts_of(window).autosave.folder
    until(lambda: folder.exists() and any(folder.glob("*.journal")))
    assert "一秒以内留底。" in Journal(folder).pending()[0].manuscript.text


def test_words_of_a_program_that_still_runs_are_its_own(window: Window, tmp_path: Path) -> None:
    parts_of(window).controller.insert("第一个窗口的话。")
    parts_of(window).autosave.keep_now()
    other = open_window(tmp_path / "home")
    assert parts_of(other).messages.offers() == []
    end_window(other)


def test_the_next_run_opens_the_last_file_at_its_place(application: object, tmp_path: Path) -> None:
    speech = tmp_path / "讲话.txt"
    speech.write_text("标题\n第一段\n第二段", "utf-8")
    first = open_window(tmp_path / "home", str(speech))
    parts_of(first).controller.go_to(parts_of(first).controller.manuscript().end)
    end_window(first)
    second = open_window(tmp_path / "home")
    assert second.windowTitle().startswith("讲话.txt")
    assert parts_of(second).controller.caret() == parts_of(second).controller.manuscript().end
    assert Settings(tmp_path / "home").texts("recent") == (str(speech),)
    end_window(second)


def test_paths_that_cannot_be_looked_at_keep_no_window_from_opening(
    application: object, tmp_path: Path
) -> None:
    barred = tmp_path / ("长" * 200)  # longer than a name may be: the system will not look
    settings = Settings(tmp_path / "home")
    settings.set("session_path", str(barred))
    settings.set("recent", (str(barred),))
    settings.save()
    Journal(tmp_path / "home" / "recovery" / "1-1").write(
        str(barred), manuscript_of("没存的话"), barred
    )
    window = open_window(tmp_path / "home")
    (lost,) = parts_of(window).recovery.pending()
    assert parts_of(window).recovery.recover(lost) and text_of(window) == "没存的话"
    end_window(window)


def test_a_promoted_heading_of_words_own_numbers_is_not_taken_for_saved(
    application: object, tmp_path: Path
) -> None:
    path = tmp_path / "稿.docx"
    path.write_bytes(docx(BODY, numbering=PLAIN))
    text = ordered(open_document(path), "乙事", lambda section: ChangeLevel((section,), 1))
    Journal(tmp_path / "home" / "recovery" / "1-1").write(str(path), text, path)
    window = open_window(tmp_path / "home")
    (lost,) = parts_of(window).recovery.pending()
    assert lost.snapshot.path == path
    end_window(window)


def test_a_word_text_whose_file_is_gone_comes_back_with_its_numbers_as_words(
    application: object, tmp_path: Path
) -> None:
    path = tmp_path / "稿.docx"
    path.write_bytes(docx(BODY, numbering=PLAIN))
    text = open_document(path).manuscript
    Journal(tmp_path / "home" / "recovery" / "1-1").write(str(path), text, path)
    path.unlink()
    window = open_window(tmp_path / "home")
    (lost,) = parts_of(window).recovery.pending()
    assert parts_of(window).recovery.recover(lost)
    assert text_of(window).startswith("一、甲事\n甲文很长。\n二、乙事")
    parts_of(window).controller.go_to(Position(2, 0))
    run(window, "outline.demote")
    assert text_of(window).startswith("一、甲事\n甲文很长。\n（一）乙事")
    end_window(window)


def test_the_menu_of_recent_files_lists_those_that_are_there(
    window: Window, tmp_path: Path
) -> None:
    window.settings.set("recent", (str(tmp_path / "没有了.txt"), __file__))
    menu = next(
        m
        for m in window.actions_.menus["文件"].findChildren(type(window.actions_.menus["文件"]))
        if m.objectName() == "file.recent"
    )
    menu.aboutToShow.emit()
    assert [a.toolTip() for a in menu.actions()] == [__file__]


def test_the_first_file_is_looked_for_where_files_are_not_where_the_program_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, application: object
) -> None:
    asked: list[Path] = []

    def ask(*words: object) -> tuple[list[str], str]:
        asked.append(Path(str(words[2])))
        return [], ""

    monkeypatch.setattr(QFileDialog, "getOpenFileNames", ask)
    speech = tmp_path / "稿子" / "讲话.txt"
    speech.parent.mkdir()
    speech.write_text("同志们：", "utf-8")
    window = open_window(tmp_path / "home")
    run(window, "file.open")
    parts_of(window).openings.open_path(speech)
    run(window, "file.close")
    run(window, "file.open")
    assert asked[0].is_absolute() and asked[0] != Path.cwd() and asked[1] == speech.parent
    end_window(window)


def test_what_was_cleaned_before_the_crash_is_not_offered_again(
    tmp_path: Path, application: object
) -> None:
    speech = tmp_path / "讲话.txt"
    speech.write_text("首页 > 范文大全 > 正文\n同志们：\n今天开会。\n大家都来了。", "utf-8")
    window = open_window(tmp_path / "home", str(speech))
    shop = parts_of(window)
    assert OFFER in shop.messages.offers()
    shop.files.take(open_document(speech), unsaved=manuscript_of("同志们：\n今天开会。"))
    assert OFFER not in shop.messages.offers()
    end_window(window)


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere every name is Unicode")
def test_a_file_whose_name_is_no_unicode_is_written_on_like_any_other(
    application: object, tmp_path: Path
) -> None:
    path = os.fsdecode(os.fsencode(tmp_path) + b"/\xb8\xe5.txt")  # 稿 in GBK, from an old disk
    Path(path).write_text("在会上的讲话", "utf-8")
    window = open_window(tmp_path / "home", path)
    parts_of(window).controller.insert("甲")
    parts_of(window).autosave.keep_now()
    assert list((tmp_path / "home").rglob("*.journal"))
    run(window, "file.save")
    end_window(window)
    again = open_window(tmp_path / "home")
    assert text_of(again) == Path(path).read_text("utf-8") == "甲在会上的讲话"
    end_window(again)
