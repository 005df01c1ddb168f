"""The main job by the mouse alone: no key is pressed.

``python -m tests.ui.screen.mouse_alone FOLDER``, on an X screen of its own.
"""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import QModelIndex
from PySide6.QtWidgets import QAbstractItemView, QFileDialog, QPushButton

from editor.profile.profile_store import ProfileStore
from editor.profile.unit_profile import Profile
from editor.ui.marked_words.mark_card import MarkCard
from editor.ui.paper.preview import Preview
from editor.ui.printing.gate_sheet import GateSheet
from editor.ui.receipt.receipt_dialog import ReceiptDialog
from editor.ui.tree.renumber_dialog import RenumberDialog
from tests.ui.screen.hand import RIGHT
from tests.ui.screen.work import Job, Wait, Work, do

MOVED, BELOW, WRONG = "压实责任", "备足物资", "，，"
UNIT, BLANK = "云川市水务局", "XX局"


def job(work: Work, folder: Path) -> Job:
    """From a file with a site's words to a saved file and the final for Word."""
    yield from opened(work, "speech.txt")
    yield from cleaned(work)
    yield from moved(work)
    yield from filled(work)
    yield from mended(work)
    yield from saved(work)
    yield from exported(work)
    yield from previewed(work)
    work.seen["text"] = work.text().split("\n")


def opened(work: Work, name: str) -> Job:
    """打开 in the tool bar, a click on the file, 打开 in the dialog."""
    yield Wait("the start page", work.back)
    work.click_tool("file.open")
    found: list[tuple[QAbstractItemView, QModelIndex]] = []
    yield Wait("the file in the list", lambda: found.extend(listed(work, name)) or found)
    work.click_row(*found[0])
    yield from keep(work)
    yield Wait("the speech", lambda: work.parts.text.opened and work.back())


def listed(work: Work, name: str) -> list[tuple[QAbstractItemView, QModelIndex]]:
    """The list of the file dialog with the row of a file, once both are there."""
    dialog = work.dialog(QFileDialog)()
    views = dialog.findChildren(QAbstractItemView) if dialog else []
    for view in [v for v in views if v.isVisible() and v.objectName() in ("treeView", "listView")]:
        root = view.rootIndex()
        rows = [view.model().index(n, 0, root) for n in range(view.model().rowCount(root))]
        return [(view, row) for row in rows if row.data() == name]
    return []


def cleaned(work: Work) -> Job:
    """清理范文 in the tool bar, 清理勾选的 in the receipt."""
    work.click_tool("tidy.run")
    yield from work.click_button(work.dialog(ReceiptDialog), "清理勾选的")
    yield Wait("the site's words gone", lambda: work.back() and "文秘网" not in work.text())


def moved(work: Work) -> Job:
    """A section dragged below another in the tree, and the numbers put right."""
    tree = work.window.tree
    yield Wait("the rows", lambda: work.row(BELOW).isValid() and tree.isVisible())
    start, end = (tree.visualRect(work.row(words)) for words in (MOVED, BELOW))
    low = end.center()
    low.setY(end.bottom() - 1)
    port = tree.viewport()
    yield from work.drag(port.mapToGlobal(start.center()), port.mapToGlobal(low))
    yield Wait("the section moved", lambda: work.number(BELOW) < work.number(MOVED))
    if f"一、{BELOW}" not in work.text():
        work.click_tool("outline.renumber")
        yield from work.click_button(work.dialog(RenumberDialog), "改正勾选的")
    yield Wait("numbers in order", lambda: work.back() and f"一、{BELOW}" in work.text())


def filled(work: Work) -> Job:
    """填空单, the unit that the profile offers, 填上."""
    work.click_tool("blanks.sheet")
    sheet = work.parts.tabs.blanks
    yield from work.click_button(lambda: sheet, UNIT)
    yield from work.click_button(lambda: sheet, "填上")
    yield Wait("the unit", lambda: UNIT in work.text() and BLANK not in work.text())


def mended(work: Work) -> Job:
    """The pointer rests on a marked word: its card has the fix; the menu there has it too."""
    for fix in (by_card, by_menu):
        before = work.text()
        yield Wait("the word marked", lambda: marked(work))
        spot = work.letter(WRONG)
        work.hand.move(spot.x(), spot.y())
        yield from fix(work)
        yield Wait("mended", lambda was=before: work.text() != was)


def by_card(work: Work) -> Job:
    """A click on the fix in the card that comes by itself."""
    card = work.window.findChild(MarkCard)
    assert card is not None
    yield from work.click_button(lambda: card if card.isVisible() else None, "改为“，”")


def by_menu(work: Work) -> Job:
    """The right button, and the fix in the menu."""
    work.hand.click(RIGHT)
    yield Wait("the menu", lambda: not work.hand_is_free())
    menu = work.menu()
    work.click_action(menu, next(a for a in menu.actions() if "改为" in a.text()))


def marked(work: Work) -> bool:
    """Whether the first wrong place is known."""
    found = work.parts.controller.analysis().findings
    return any(f.excerpt == WRONG and f.span.paragraph == work.number(WRONG) for f in found)


def saved(work: Work) -> Job:
    """保存 in the tool bar."""
    work.click_tool("file.save")
    yield Wait("saved", lambda: not work.parts.text.modified)


def exported(work: Work) -> Job:
    """The menu 文件, 导出定稿, the gate, and the name that is offered."""
    yield from work.from_menu("文件", "print.docx")
    yield from work.click_button(work.dialog(GateSheet), "导出定稿")
    yield Wait("the name offered", lambda: default(work))
    offered = work.dialog(QFileDialog)()
    assert offered is not None
    path = Path(offered.selectedFiles()[0])
    work.seen["exported"] = str(path)
    yield from keep(work)
    yield Wait("the final", lambda: work.back() and path.is_file())


def keep(work: Work) -> Job:
    """The button of the file dialog that takes what is chosen."""
    yield Wait("the button", lambda: default(work))
    button = default(work)
    assert button is not None
    work.click(button)


def default(work: Work) -> QPushButton | None:
    """The button of the file dialog that keeps, once it can be pressed."""
    dialog = work.dialog(QFileDialog)()
    buttons = dialog.findChildren(QPushButton) if dialog else []
    return next((b for b in buttons if b.isDefault() and b.isEnabled()), None)


def previewed(work: Work) -> Job:
    """预览 in the tool bar, and its 关闭."""
    work.click_tool("print.preview")
    yield from work.click_button(work.dialog(Preview), "关闭(C)")
    yield Wait("the page", work.back)


if __name__ == "__main__":
    folder = Path(sys.argv[1])
    store = ProfileStore(folder / "home")
    store.put(Profile(unit=UNIT))
    store.choose(UNIT)
    do(folder, job)
