"""查看原文 in a complete window: kept through saving and opening, never a stranger's."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QApplication

from editor.ui.receipt.original_dialog import OriginalDialog
from editor.ui.shell.window import Window
from tests.ui.shell.windows import end_window, open_window, parts_of, run

SPEECH = "在云川市会议上的讲话\n同志们：\n今天我们开会，部署今年的重点工作。\n谢谢大家！\n"
MESSY = "本文由小编整理，仅供参考，下载请登录会员\n" + SPEECH
OTHER = "青石县茶叶节欢迎辞\n各位来宾：\n欢迎大家来到青石县做客，品一杯新茶。\n"


def original(window: Window) -> str:
    run(window, "tidy.original")
    found = [d for d in window.findChildren(OriginalDialog) if d.isVisible()]
    text = found[-1].text.toPlainText() if found else ""
    for dialog in found:
        dialog.close()
        dialog.deleteLater()
    QApplication.processEvents()
    return text


def test_a_new_file_under_an_old_name_has_no_original(application: object, tmp_path: Path) -> None:
    path = tmp_path / "稿.txt"
    path.write_text(MESSY, "utf-8")
    window = open_window(tmp_path / "home", str(path))
    tidying = parts_of(window).tidying
    receipt = tidying.receipt()
    tidying.clean(receipt, receipt.items)
    run(window, "file.save")
    run(window, "file.save")
    end_window(window)
    again = open_window(tmp_path / "home", str(path))
    assert original(again).startswith("本文由小编")
    path.write_text(OTHER, "utf-8")
    run(again, "file.close")
    parts_of(again).openings.open_path(path)
    assert original(again) == ""
    end_window(again)
