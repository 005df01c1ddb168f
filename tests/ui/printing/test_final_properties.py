"""What a final tells beside its words is looked at before it goes, and none goes unasked."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

pytest.importorskip("PySide6")

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

from editor.files.metadata.docx_metadata import docx_metadata
from editor.files.metadata.metadata_item import MetadataKind
from editor.ui.printing.gate_sheet import GateSheet
from editor.ui.printing.properties_sheet import PropertiesSheet
from editor.ui.shell.window import Window
from tests.files.rich import para, picture, png, rich
from tests.ui.shell.conftest import the_dictionary_is_not_read as the_dictionary_is_not_read
from tests.ui.shell.windows import answer, end_window, open_window
from tests.ui.shell.windows import run as command
from tests.ui.until import until

K = MetadataKind
BODY = para("在动员会上的讲话") + para("同志们：") + para("今天开会。", picture("r0", 30, 20))
TOLD = png()[:33] + b"\0\0\0\x09tEXtAuthor\0Li\x00\x00\x00\x00" + png()[33:]


@pytest.fixture
def window(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Window]:
    monkeypatch.setenv("BIGAN_HOME", str(tmp_path / "home"))
    path = tmp_path / "小李改3.docx"
    path.write_bytes(rich(BODY, media=TOLD))
    target = tmp_path / "定稿.docx"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    answer(monkeypatch, GateSheet, lambda sheet: sheet.choose("final"))
    made = open_window(tmp_path / "home", str(path))
    yield made
    end_window(made)


def told(tmp_path: Path) -> set[MetadataKind]:
    return {item.kind for item in docx_metadata((tmp_path / "定稿.docx").read_bytes())}


def export(window: Window, tmp_path: Path) -> None:
    command(window, "print.docx")
    until((tmp_path / "定稿.docx").exists)


def test_what_tells_something_is_listed_and_goes_out_without_it(
    window: Window, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[str] = []

    def look(sheet: PropertiesSheet) -> None:
        rows = [sheet.list.topLevelItem(n) for n in range(sheet.list.topLevelItemCount())]
        seen.extend(row.text(0) for row in rows)
        sheet.accept()

    answer(monkeypatch, PropertiesSheet, look)
    export(window, tmp_path)
    assert "图片里的拍摄信息" in seen
    assert told(tmp_path) == set()


def test_what_one_unticks_goes_along(
    window: Window, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def keep_all(sheet: PropertiesSheet) -> None:
        for number in range(sheet.list.topLevelItemCount()):
            sheet.list.topLevelItem(number).setCheckState(0, Qt.CheckState.Unchecked)
        sheet.accept()

    answer(monkeypatch, PropertiesSheet, keep_all)
    export(window, tmp_path)
    assert {K.PICTURES, K.TITLE} <= told(tmp_path)


def test_one_may_stay(window: Window, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[PropertiesSheet] = []

    def stay(sheet: PropertiesSheet) -> None:
        asked.append(sheet)
        sheet.reject()

    answer(monkeypatch, PropertiesSheet, stay)
    command(window, "print.docx")
    until(lambda: bool(asked))
    assert not (tmp_path / "定稿.docx").exists()


def test_where_one_does_not_want_to_be_asked_all_stays_behind(
    window: Window, tmp_path: Path
) -> None:
    window.settings.set("final_properties", "strip")
    export(window, tmp_path)
    assert told(tmp_path) == set()


def test_a_title_goes_along_where_one_wants_it(window: Window, tmp_path: Path) -> None:
    window.settings.set("final_properties", "strip")
    window.settings.set("final_title", True)
    export(window, tmp_path)
    assert told(tmp_path) == {K.TITLE}
