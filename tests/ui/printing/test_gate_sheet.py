"""The sheet before printing names what a Word file holds, and waits for a tick."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QFileDialog, QLabel, QListWidget, QMessageBox, QPushButton

from editor.checks.report.fates import Output
from editor.ui.printing.gate_list import KIND
from editor.ui.printing.gate_sheet import GateSheet
from editor.ui.shell.window import Window
from tests.files.docx_final.rich_file import PICTURE, rich
from tests.files.made import p, part
from tests.files.word_objects import docx_with_header, full, par
from tests.files.word_objects import run as word_run
from tests.ui.shell.windows import (
    answer,
    end_window,
    open_window,
    parts_of,
    put_caret,
    run,
    type_into,
)
from tests.ui.until import until


@pytest.fixture
def window(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Window]:
    monkeypatch.setenv("BIGAN_HOME", str(tmp_path / "home"))
    path = tmp_path / "稿.docx"
    path.write_bytes(full())
    made = open_window(tmp_path / "home", str(path))
    yield made
    end_window(made)


def shown(window: Window) -> GateSheet:
    run(window, "gate.sheet")
    return looked_through(window.findChildren(GateSheet)[-1])


def looked_through(sheet: GateSheet, kind: str = "批注") -> GateSheet:
    """The sheet when the file has been looked through for what pages draw."""
    until(lambda: kind in "\n".join(sheet.lines()))
    return sheet


def final_of(sheet: GateSheet) -> QPushButton:
    return next(b for b in sheet.findChildren(QPushButton) if b.text().endswith("定稿"))


def everything_of(sheet: GateSheet) -> QCheckBox:
    return sheet.findChildren(QCheckBox)[0]


def test_what_the_page_does_not_show_is_on_the_sheet(window: Window) -> None:
    told = "\n".join(shown(window).lines())
    assert "批注 1 条：不印" in told and "第 5 段，批注 李明　这里再核" in told
    assert "没有检查：" in told


def test_a_place_is_a_jump(window: Window) -> None:
    sheet = shown(window)
    (rows,) = sheet.findChildren(QListWidget)
    (item,) = [rows.item(n) for n in range(rows.count()) if "这里再核" in rows.item(n).text()]
    rows.itemClicked.emit(item)
    assert not sheet.isVisible()
    assert parts_of(window).controller.caret().paragraph == 4


def test_the_final_is_free_when_each_kind_is_ticked(
    window: Window, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[bool] = []

    def tick_one_by_one(sheet: GateSheet) -> None:
        (rows,) = sheet.findChildren(QListWidget)
        asked = [rows.item(n) for n in range(rows.count()) if rows.item(n).data(KIND)]
        for item in asked:
            seen.append(final_of(sheet).isEnabled())
            item.setCheckState(Qt.CheckState.Checked)
        seen.append(final_of(sheet).isEnabled())

    answer(monkeypatch, GateSheet, tick_one_by_one)
    parts_of(window).gate.pass_through("导出", Output.DOCX)
    assert len(seen) > 5 and not any(seen[:-1]) and seen[-1]


def test_one_tick_says_it_of_all(
    window: Window, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "定稿.docx"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    answer(monkeypatch, GateSheet, lambda sheet: sheet.choose("final"))
    run(window, "print.docx")
    assert not target.exists()

    def know_and_go(sheet: GateSheet) -> None:
        everything_of(sheet).click()
        final_of(sheet).click()

    answer(monkeypatch, GateSheet, know_and_go)
    run(window, "print.docx")
    until(target.exists)


def test_after_typing_the_file_is_read_again_before_anything_goes(window: Window) -> None:
    put_caret(window, "开头")
    type_into(parts_of(window).page, "新")
    sheet = shown(window)
    until(lambda: "这里再核" in "\n".join(sheet.lines()))


def test_opening_says_what_the_page_does_not_show(window: Window) -> None:
    assert "修订 2 处" in parts_of(window).messages.words()


def test_a_blank_in_a_footer_holds_the_final_and_is_named_in_the_panel(
    tmp_path: Path, window: Window
) -> None:
    path = tmp_path / "带页脚.docx"
    path.write_bytes(docx_with_header(footer=p("X工会印")))
    parts_of(window).openings.open_path(path)
    run(window, "gate.sheet")
    told = "\n".join(looked_through(window.findChildren(GateSheet)[-1], "页脚").lines())
    assert "页脚　X工会印\n　“X”还没有填" in told and "请在 Word 里改" in told
    assert not parts_of(window).gate.verdict().clean
    run(window, "check.all")
    panel = parts_of(window).tabs.findings
    assert "页脚" in [b.text() for b in panel.findChildren(QPushButton)]
    assert any("在页脚里，请在 Word 里改。" in label.text() for label in panel.findChildren(QLabel))


def test_what_was_ticked_is_ticked_when_one_comes_back_and_what_is_new_is_not(
    window: Window, monkeypatch: pytest.MonkeyPatch
) -> None:
    free: list[bool] = []
    gate = parts_of(window).gate

    def look(sheet: GateSheet) -> None:
        free.append(final_of(looked_through(sheet)).isEnabled())
        everything_of(sheet).setChecked(False)

    def tick(sheet: GateSheet) -> None:
        everything_of(looked_through(sheet)).click()

    answer(monkeypatch, GateSheet, tick)
    gate.pass_through("打印", Output.PAPER)
    answer(monkeypatch, GateSheet, look)
    gate.pass_through("打印", Output.PAPER)
    gate.pass_through("导出", Output.DOCX)  # other things become of it there
    assert free == [True, False]


def test_headers_come_along_where_the_tick_says_so(
    tmp_path: Path, window: Window, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, target = tmp_path / "带页眉.docx", tmp_path / "定稿.docx"
    path.write_bytes(docx_with_header(default=p("内部资料")))
    parts_of(window).openings.open_path(path)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))

    def wish_and_go(sheet: GateSheet) -> None:
        assert not final_of(sheet).isEnabled()
        next(b for b in sheet.findChildren(QCheckBox) if "页眉" in b.text()).click()
        assert "页眉 1 处：照原样带上" in "\n".join(sheet.lines())
        final_of(sheet).click()

    answer(monkeypatch, GateSheet, wish_and_go)
    run(window, "print.docx")
    until(lambda: target.exists() and "内部资料" in part(target.read_bytes(), "word/margin1.xml"))


def test_what_cannot_be_carried_is_asked_about_before_it_is_written(
    tmp_path: Path, window: Window, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, target = tmp_path / "缺图.docx", tmp_path / "定稿.docx"
    picture = PICTURE.format(id="gone", wide=9)
    path.write_bytes(rich(par(f"<w:r>{picture}</w:r>", word_run("开会。"))))
    parts_of(window).openings.open_path(path)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    answer(monkeypatch, GateSheet, lambda sheet: sheet.choose("final"))
    asked: list[str] = []
    answer(monkeypatch, QMessageBox, lambda box: asked.append(box.text()))
    run(window, "print.docx")
    until(lambda: bool(asked))
    assert "图片 1 张（第 1 段）" in asked[0] and not target.exists()
