"""The main job by keys alone: no pointer is moved.

``python -m tests.ui.screen.keys_alone FOLDER``, on an X screen of its own.
"""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtWidgets import QFileDialog

from editor.ui.paper.preview import Preview
from editor.ui.printing.gate_sheet import GateSheet
from editor.ui.receipt.receipt_dialog import ReceiptDialog
from editor.ui.tree.renumber_dialog import RenumberDialog
from tests.ui.screen.work import Job, Wait, Work, do

MOVED, BELOW, WRONG = "压实责任", "备足物资", "，，"


def job(work: Work, folder: Path) -> Job:
    """From a file with a site's words to a saved docx and a PDF."""
    yield from opened(work, folder / "speech.txt")
    yield from cleaned(work)
    yield from moved_and_renumbered(work)
    yield from filled(work)
    yield from mended(work)
    yield from saved(work, folder / "speech.docx")
    yield from previewed(work, folder / "speech.pdf")
    work.seen["text"] = work.text().split("\n")


def opened(work: Work, path: Path) -> Job:
    """Ctrl+O, the name, Enter."""
    yield Wait("the start page", work.back)
    work.hand.press("ctrl+o")
    yield from named(work, path)
    yield Wait("the speech", lambda: work.parts.text.opened and work.has_keys(work.parts.page)())


def named(work: Work, path: Path) -> Job:
    """A file's name in the file dialog, and Enter."""
    yield Wait("the file dialog", work.dialog(QFileDialog))
    work.hand.press("ctrl+a")
    work.hand.type(str(path))
    yield Wait("the name", lambda: getattr(work.focus(), "text", str)() == str(path))
    field = work.focus()
    work.hand.press("Tab")  # out of the field: the list of names that begin so goes
    yield Wait("no list", lambda: work.hand_is_free() and work.focus() is not field)
    work.hand.press("Return")
    yield Wait("the dialog gone", lambda: not isinstance(work.top(), QFileDialog))


def cleaned(work: Work) -> Job:
    """Ctrl+Shift+L, and Enter in the receipt."""
    work.hand.press("ctrl+shift+l")
    yield Wait("the receipt", work.dialog(ReceiptDialog))
    work.hand.press("Return")
    yield Wait("the site's words gone", lambda: work.back() and "文秘网" not in work.text())


def moved_and_renumbered(work: Work) -> Job:
    """F6 to the tree, down to the section, Enter; Alt+Shift+Down; then Ctrl+Shift+N and Enter."""
    tree = work.window.tree
    yield Wait("the rows", lambda: work.row(MOVED).isValid())
    while not work.has_keys(tree)():
        work.hand.press("F6")
        before = work.focus()
        yield Wait("another part", lambda was=before: work.focus() is not was)
    work.hand.press("Home")
    yield Wait("the first row", lambda: tree.currentIndex().row() == 0)
    while MOVED not in str(tree.currentIndex().data()):
        row = tree.currentIndex().data()
        work.hand.press("Down")
        yield Wait("the next row", lambda was=row: tree.currentIndex().data() != was)
    work.hand.press("Return")
    yield Wait("the page", work.has_keys(work.parts.page))
    work.hand.press("alt+shift+Down")
    yield Wait("the section moved", lambda: work.number(BELOW) < work.number(MOVED))
    if f"一、{BELOW}" not in work.text():
        work.hand.press("ctrl+shift+n")
        yield Wait("the numbers", work.dialog(RenumberDialog))
        work.hand.press("Return")
    yield Wait("numbers in order", lambda: work.back() and f"一、{BELOW}" in work.text())


def filled(work: Work) -> Job:
    """Ctrl+J to each blank, and what is typed stands in its place."""
    for value in ("500", "3"):
        work.hand.press("ctrl+j")
        yield Wait("a blank", lambda: "_" in work.parts.controller.selected_text())
        work.hand.type(value)
        yield Wait("the value", lambda words=value: f"{words}" in work.text())


def mended(work: Work) -> Job:
    """F8 to what is wrong, Alt+Enter to take the fix."""
    work.hand.press("F8")
    yield Wait("a finding", lambda: work.parts.controller.selected_text() != "")
    while WRONG in work.text():
        word, before = work.parts.controller.selected_text(), work.text()
        work.hand.press("alt+Return")
        yield Wait(f"{word} mended", lambda was=before: work.text() != was)


def saved(work: Work, path: Path) -> Job:
    """F12, the name, Enter."""
    work.hand.press("F12")
    yield from named(work, path)
    yield Wait("a docx", lambda: work.back() and path.is_file() and not work.parts.text.modified)


def previewed(work: Work, path: Path) -> Job:
    """Ctrl+Shift+P, Alt+E for the PDF, Enter at the gate; Esc."""
    work.hand.press("ctrl+shift+p")
    yield Wait("the preview", work.dialog(Preview))
    work.hand.press("alt+e")
    sheet = work.dialog(GateSheet)
    yield Wait("the gate open", lambda: (s := sheet()) and work.button_of(s, "导出定稿"))
    work.hand.press("Return")
    yield from named(work, path)
    yield Wait("a PDF", lambda: path.is_file() and work.dialog(Preview)())
    work.hand.press("Escape")
    yield Wait("the page", work.back)


if __name__ == "__main__":
    do(Path(sys.argv[1]), job)
