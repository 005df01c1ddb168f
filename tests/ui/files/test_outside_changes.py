"""What another has done to the file of the open speech is said where nobody is interrupted."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QMessageBox

from editor.files.open import open_document
from editor.ui.files import save_flow
from editor.ui.files.outside_changes import COMPARE, READ_AGAIN, SAVE_AS, OutsideChanges
from editor.ui.files.recent_files import RecentFiles
from editor.ui.files.save_flow import SaveFlow
from tests.ui.parts import Parts, button, parts_on
from tests.ui.until import rest, until


@pytest.fixture
def path(tmp_path: Path) -> Path:
    made = tmp_path / "讲话.txt"
    made.write_text("同志们：\n大家好。", "utf-8")
    return made


@pytest.fixture
def parts(application: object, path: Path, tmp_path: Path) -> Iterator[Parts]:
    made = parts_on("", tmp_path / "home")
    yield made
    made.close()


@pytest.fixture
def outside(parts: Parts, path: Path) -> OutsideChanges:
    made = OutsideChanges(parts.context)
    parts.context.text.load(open_document(path))
    return made


def looked(parts: Parts, outside: OutsideChanges) -> list[str]:
    outside.look()
    until(lambda: not outside.is_looking)
    return parts.context.messages.offers()


def test_a_text_that_nothing_was_typed_into_may_be_read_again(
    parts: Parts, outside: OutsideChanges, path: Path
) -> None:
    assert looked(parts, outside) == []
    path.write_text("别人的", "utf-8")
    assert looked(parts, outside) == [READ_AGAIN]
    assert "“讲话.txt”今天" in parts.context.messages.words()
    parts.context.messages.withdraw()
    assert looked(parts, outside) == []  # one is told once
    path.write_text("第三个人的", "utf-8")
    assert looked(parts, outside) == [READ_AGAIN]


def test_with_words_of_ones_own_one_looks_first(
    parts: Parts, outside: OutsideChanges, path: Path
) -> None:
    parts.controller.insert("我的")
    path.write_text("别人的", "utf-8")
    assert looked(parts, outside) == [COMPARE]
    path.write_text("同志们：\n大家好。", "utf-8")
    assert looked(parts, outside) == []  # it is as it was


def test_a_file_that_was_taken_away_is_told(
    parts: Parts, outside: OutsideChanges, path: Path
) -> None:
    path.unlink()
    assert looked(parts, outside) == [SAVE_AS]
    assert "不在原来的地方" in parts.context.messages.words()


def test_one_looks_when_the_window_has_the_keys_again(
    parts: Parts, outside: OutsideChanges, path: Path, application: QApplication
) -> None:
    path.write_text("别人的", "utf-8")
    application.applicationStateChanged.emit(Qt.ApplicationState.ApplicationActive)
    until(lambda: parts.context.messages.offers() == [READ_AGAIN])


def test_what_is_asked_of_the_bar_is_passed_on(
    parts: Parts, outside: OutsideChanges, path: Path
) -> None:
    asked: list[object] = []
    outside.compare_asked.connect(asked.append)
    outside.read_again_asked.connect(lambda: asked.append("again"))
    for words in (READ_AGAIN, COMPARE):
        path.write_text(words, "utf-8")
        looked(parts, outside)
        button(parts.context.messages, words).click()
    assert asked == ["again", path]


def test_whoever_has_the_file_open_is_named_when_it_is_opened(
    parts: Parts, outside: OutsideChanges, path: Path
) -> None:
    path.with_name(".~lock.讲话.txt#").write_text("王芳,wf,PC-3,,;", "utf-8")
    parts.context.text.load(open_document(path))
    until(lambda: "王芳" in parts.context.messages.words())
    assert "正用 LibreOffice 开着它（今天" in parts.context.messages.words()
    parts.context.messages.say("别的话")
    rest(parts.context.messages)
    parts.context.messages.say("")
    assert "王芳" in parts.context.messages.words()


def test_after_looking_one_may_write_over_what_one_has_seen(
    parts: Parts, outside: OutsideChanges, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    flow = SaveFlow(parts.context, RecentFiles(parts.context.settings))
    shown: list[Path] = []
    compared: list[bool] = []
    flow.compare = shown.append

    def answer(*_: object, **known: bool) -> str:
        compared.append(known["compared"])
        return "over" if known["compared"] else "compare"

    monkeypatch.setattr(save_flow, "ask_changed", answer)
    parts.controller.insert("我的")
    path.write_text("别人的", "utf-8")
    assert not flow.save() and shown == [path] and path.read_text("utf-8") == "别人的"
    assert flow.save() and compared == [False, True]
    assert path.read_text("utf-8").startswith("我的")


def test_what_comes_while_the_question_stands_is_asked_about_too(
    parts: Parts, outside: OutsideChanges, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def third(*_: object, **__: object) -> str:
        asked.append(path.read_text("utf-8"))
        path.write_text("第三个人的", "utf-8")
        return "over" if len(asked) == 1 else "stay"

    monkeypatch.setattr(save_flow, "ask_changed", third)
    path.write_text("别人的", "utf-8")
    assert not SaveFlow(parts.context, RecentFiles(parts.context.settings)).save()
    assert asked == ["别人的", "第三个人的"] and path.read_text("utf-8") == "第三个人的"


def test_the_question_leads_to_looking_first(
    parts: Parts, outside: OutsideChanges, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[QMessageBox] = []
    monkeypatch.setattr(QMessageBox, "exec", lambda box: asked.append(box))
    monkeypatch.setattr(QMessageBox, "clickedButton", lambda box: box.defaultButton())
    flow = SaveFlow(parts.context, RecentFiles(parts.context.settings))
    path.write_text("别人的", "utf-8")
    assert not flow.save() and asked[0].defaultButton().text() == "看改了什么"
    assert "那边是今天" in asked[0].informativeText()
    assert flow.save() and asked[1].defaultButton().text() == "覆盖它"


def test_whoever_has_it_open_is_named_after_a_save_and_before_another_file_is_replaced(
    parts: Parts, outside: OutsideChanges, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (other := path.with_name("旧稿.txt")).write_text("别人的", "utf-8")
    for name in (path.name, other.name):
        path.with_name(f".~lock.{name}#").write_text("王芳,wf,PC-3,,;", "utf-8")
    flow = SaveFlow(parts.context, RecentFiles(parts.context.settings))
    assert flow.save() and "“王芳”正用 LibreOffice 开着它" in parts.context.messages.words()
    asked: list[str] = []
    no = QMessageBox.StandardButton.No
    monkeypatch.setattr(QMessageBox, "question", lambda *words: asked.append(words[2]) or no)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(other), ""))
    assert not flow.save_as() and "王芳" in asked[0] and other.read_text("utf-8") == "别人的"
