"""逐对修复: ticked pairs go in one step, doubtful ones wait, what is left is shown."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QDialog, QLabel, QPushButton, QTextBrowser, QTreeWidget

from editor.ui.panels.card_list import CardList
from editor.ui.repair.repair_dialog import RepairDialog
from editor.ui.shell.window import Window
from tests.checks.report.test_spun_repair import SPUN
from tests.notation import doc
from tests.ui.shell.windows import answer, end_window, open_window, parts_of, run, text_of

TEXT = SPUN.replace(" | ", "\n")


@pytest.fixture
def window(application: object, tmp_path: Path) -> Iterator[Window]:
    path = tmp_path / "稿.txt"
    path.write_bytes(TEXT.encode("utf-8"))
    made = open_window(tmp_path / "home", str(path))
    yield made
    end_window(made)


def words(dialog: QDialog) -> str:
    return "\n".join(label.text() for label in dialog.findChildren(QLabel))


def rows(dialog: QDialog) -> list[str]:
    tree = dialog.findChild(QTreeWidget)
    assert tree
    return [tree.topLevelItem(n).text(0) for n in range(tree.topLevelItemCount())]


def test_the_sure_are_put_back_in_one_undo_step_and_the_rest_is_shown(
    window: Window, monkeypatch: pytest.MonkeyPatch
) -> None:
    def mend(dialog: QDialog) -> None:
        assert isinstance(dialog, RepairDialog)
        assert rows(dialog)[0].startswith("次要 → 主要")
        ticked = len(dialog.chosen())
        dialog.mend()
        assert len(rows(dialog)) == 1 and rows(dialog)[0].startswith("缺乏 → 不足")
        assert f"换回了 {ticked} 处" in words(dialog)

    answer(monkeypatch, RepairDialog, mend)
    run(window, "spun.repair")
    assert "主要领导要亲自抓，共同开展宣传" in text_of(window) and "缺乏" in text_of(window)
    run(window, "edit.undo")
    assert text_of(window) == TEXT


def test_what_is_left_can_be_mended_too_and_then_the_dialog_closes(
    window: Window, monkeypatch: pytest.MonkeyPatch
) -> None:
    def mend_all(dialog: QDialog) -> None:
        assert isinstance(dialog, RepairDialog)
        dialog.mend()
        dialog.tick("缺乏", True)
        dialog.mend()
        assert dialog.result() == QDialog.DialogCode.Accepted

    answer(monkeypatch, RepairDialog, mend_all)
    run(window, "spun.repair")
    assert "创新能力不足" in text_of(window)
    assert "换回了" in parts_of(window).messages.words()


def test_an_unticked_pair_is_left_alone(window: Window, monkeypatch: pytest.MonkeyPatch) -> None:
    def keep_one(dialog: QDialog) -> None:
        assert isinstance(dialog, RepairDialog)
        dialog.tick("效劳", False)
        dialog.mend()
        assert any(row.startswith("效劳 → 服务") for row in rows(dialog))

    answer(monkeypatch, RepairDialog, keep_one)
    run(window, "spun.repair")
    assert "公共效劳" in text_of(window) and "广大职工" in text_of(window)


def test_the_pane_shows_the_place_before_and_after(
    window: Window, monkeypatch: pytest.MonkeyPatch
) -> None:
    def look(dialog: QDialog) -> None:
        pane = dialog.findChild(QTextBrowser)
        assert pane
        told = pane.toPlainText()
        assert "现在：次要领导" in told and "换回：主要领导" in told

    answer(monkeypatch, RepairDialog, look)
    run(window, "spun.repair")
    assert text_of(window) == TEXT


def test_the_card_of_the_verdict_has_the_way_in(
    window: Window, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown: list[QDialog] = []
    answer(monkeypatch, RepairDialog, shown.append)
    run(window, "check.all")
    panel = parts_of(window).tabs.findings
    cards = panel.findChild(CardList)
    assert cards
    buttons = [b for b in cards.widget().findChildren(QPushButton) if b.text() == "逐对修复…"]
    assert len(buttons) == 1
    buttons[0].click()
    assert len(shown) == 1


def test_a_text_that_nobody_spun_is_told_so(window: Window) -> None:
    parts_of(window).controller.load(doc("同志们： | 今天，我们召开动员大会。"))
    run(window, "spun.repair")
    assert "没有发现" in parts_of(window).messages.words()


def test_a_chosen_pair_is_told_with_its_first_place(
    window: Window, monkeypatch: pytest.MonkeyPatch
) -> None:
    def look(dialog: QDialog) -> None:
        tree, pane = dialog.findChild(QTreeWidget), dialog.findChild(QTextBrowser)
        for n in range(tree.topLevelItemCount()):
            tree.setCurrentItem(tree.topLevelItem(n))
            head = tree.topLevelItem(n).text(0).replace("\u3000", " ")
            assert pane.toPlainText().replace("\u3000", " ").startswith(head)
            assert "换回：" in pane.toPlainText()
        dialog.reject()

    answer(monkeypatch, RepairDialog, look)
    run(window, "spun.repair")
