"""The comparisons that are open, without a window around them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication, QMessageBox, QPushButton

from editor.ui.drafts.comparison_window import ComparisonWindow
from editor.ui.drafts.open_comparisons import OpenComparisons
from editor.ui.drafts.version_history import VersionHistory
from editor.ui.look.palette import DARK
from editor.words.segmenter import Segmenter
from tests.notation import doc
from tests.ui.parts import Parts, parts_on

MINE = "讲话 | 同志们： | 要抓好安全工作。 | 要改进工作作风，少开会。"
HIS = "讲话\n同志们：\n要抓实安全工作。\n要转变工作作风，少开会。"


@pytest.fixture
def parts(application: object, tmp_path: Path) -> Iterator[Parts]:
    made = parts_on(MINE, tmp_path / "home")
    (tmp_path / "他.txt").write_text(HIS, "utf-8")
    yield made
    made.close()


@pytest.fixture
def comparisons(parts: Parts, tmp_path: Path) -> OpenComparisons:
    history = VersionHistory(tmp_path / "versions", parts.context.parent)
    return OpenComparisons(parts.context, parts.theme, Segmenter(), history)


def test_before_the_first_change_is_taken_it_is_told_once(
    parts: Parts, comparisons: OpenComparisons, tmp_path: Path
) -> None:
    told: list[str] = []
    parts.context.text.about_to_change.connect(told.append)
    shown = comparisons.with_file(tmp_path / "他.txt")
    assert shown is not None and told == []
    shown.take()
    shown.take()
    assert told == ["采用“他.txt”的改动"]
    assert parts.controller.manuscript().text == HIS


def test_no_button_moves_under_the_mouse(
    parts: Parts, comparisons: OpenComparisons, tmp_path: Path
) -> None:
    shown = comparisons.with_file(tmp_path / "他.txt")
    assert shown is not None

    def places() -> dict[str, QPoint]:
        QApplication.sendPostedEvents()
        QApplication.processEvents()
        buttons = [b for b in shown.findChildren(QPushButton) if b.isVisible()]
        return {b.text(): b.mapTo(shown, QPoint(0, 0)) for b in buttons}

    shown.show()
    before = places()
    assert before
    for act in (shown.let_be, shown.take, shown.session.bring_back):
        act()
        assert places() == before


def test_two_texts_that_are_not_open_are_only_looked_at(comparisons: OpenComparisons) -> None:
    shown = comparisons.look(doc("甲乙丙丁"), doc("甲乙丙戊"), "前", "后")
    assert shown.windowTitle() == "比较：前 与 后"
    assert not shown.session.can_take and not shown.session.same


def test_a_file_that_cannot_be_read_opens_no_window(
    parts: Parts,
    comparisons: OpenComparisons,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    said: list[str] = []
    monkeypatch.setattr(QMessageBox, "warning", lambda *words: said.append(words[1]))
    assert comparisons.with_file(tmp_path / "没有.txt") is None
    assert said == ["打不开"] and not parts.context.parent.findChildren(ComparisonWindow)


def test_open_windows_take_other_colours_and_close_together(
    parts: Parts, comparisons: OpenComparisons, tmp_path: Path
) -> None:
    shown = comparisons.with_file(tmp_path / "他.txt")
    assert shown is not None
    before = shown.view.viewport().grab().toImage().pixelColor(3, 200)
    parts.theme.changed.emit(DARK)
    assert shown.view.viewport().grab().toImage().pixelColor(3, 200) != before
    comparisons.close()
    assert not shown.isVisible()
