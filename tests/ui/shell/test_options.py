"""Every option that is shown governs something: changing it changes what one sees, at once."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from unittest.mock import patch

import pytest
from PySide6.QtCore import QMimeData, QTimer
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QApplication, QComboBox

from editor.editions.composed_pages import Page, Pages
from editor.editions.styles import HEI, KAI, TITLE_SONG, Face
from editor.files.backups.backup_store import BackupStore
from editor.files.versions.kept_version import Occasion
from editor.files.versions.version_store import VersionStore
from editor.manuscript.manuscript import manuscript_of
from editor.settings.options import BY_NAME, SHOWN
from editor.settings.speaking_rates import SpeakingRate
from editor.ui.printing.page_maker import PageMaker, PageWish
from editor.ui.rehearsal.time_sheet import TimeSheet
from editor.ui.shell.desk import Desk
from editor.ui.shell.window import Window
from tests.ui.shell.windows import end_window, open_window, parts_of, run
from tests.ui.until import until

MESSY = "第一页\n本文来源：某某网 www.example.com\n同志们：\n- 1 -\n今天开会。\n责任编辑：小王"


def desk(window: Window) -> Desk:
    return parts_of(window).desk


def face(of: Face, window: Window) -> object:
    return desk(window).page.decorations.faces.font(of, 16).families()[0]


def paper_colour(window: Window) -> object:
    window.settings.set("theme", "dark")
    return desk(window).page.page_colours().page


def first_page(window: Window) -> Page:
    made: list[Pages] = []
    PageMaker(desk(window).context).make(PageWish(False), lambda pages: pages, made.append)
    return made[0].pages[0]


def left(window: Window) -> object:
    return round(min(line.x for line in first_page(window).lines if len(line.text) > 20))


def right(window: Window) -> object:
    return round(max(line.x + line.width for line in first_page(window).lines))


def tree(window: Window) -> object:
    return desk(window).tree.viewport().grab().toImage()


def timer(part: str, window: Window) -> object:
    return getattr(desk(window), part).findChild(QTimer).interval()


def continued(window: Window) -> object:
    hits = parts_of(window).phrase_bank.get().search("", limit=40)
    starts = [hit.phrase.text[:8] for hit in hits]
    return [desk(window).phrase_commands.continuation(start, "") for start in starts]


def pasted(window: Window) -> object:
    words = QMimeData()
    words.setText(MESSY)
    desk(window).messages.withdraw()
    desk(window).page.insertFromMimeData(words)
    return desk(window).messages.offers()


def kept(tell: Callable[[Desk], object], window: Window) -> object:
    desk(window).controller.insert("新写的。")
    before = len(desk(window).drafts.history.versions())
    tell(desk(window))
    return len(desk(window).drafts.history.versions()) > before


def saved_states(window: Window) -> object:
    history, before = desk(window).drafts.history, len(desk(window).drafts.history.states())
    desk(window).files.saving.replaced(window.settings.folder / "稿.txt", b"%d" % before)
    return len(history.states()) > before


def cards(window: Window) -> object:
    parts_of(window).desk.tabs.bring(desk(window).tabs.findings)
    QApplication.processEvents()
    return desk(window).tabs.findings.grab().toImage()


def leader(window: Window) -> object:
    run(window, "time.sheet")
    [sheet] = window.findChildren(TimeSheet)
    sheet.show_leaders([SpeakingRate("李主任")], window.settings.text("leader"))
    return [box.currentText() for box in sheet.findChildren(QComboBox)]


def recent(window: Window) -> object:
    folder = parts_of(window).window.settings.folder
    for name in "甲乙丙":
        (folder / name).write_text(name, "utf-8")
        parts_of(window).recent.remember(folder / name)
    return len(parts_of(window).recent.paths())


OBSERVED: dict[str, tuple[object, Callable[[Window], object]]] = {
    "page_face_title": ("family", partial(face, TITLE_SONG)),
    "page_face_heading": ("family", partial(face, HEI)),
    "page_face_subheading": ("family", partial(face, KAI)),
    "page_face_body": ("family", lambda w: desk(w).page.document().defaultFont().families()[0]),
    "zoom": (150, lambda w: desk(w).page.decorations.faces.cell),
    "page_pitch": (150, lambda w: desk(w).page.decorations.faces.pitch),
    "page_colours": ("theme", paper_colour),
    "theme": ("dark", lambda w: w.palette().window().color().name()),
    "interface_family": ("family", lambda w: w.menuBar().font().families()[0]),
    "interface_size": (19, lambda w: w.menuBar().font().pixelSize()),
    "tree_minutes": (False, tree),
    "tree_blanks": (False, tree),
    "completion": (False, continued),
    "completion_pause": (1000, partial(timer, "completion")),
    "paste_cleaning": ("leave", pasted),
    "autosave_seconds": (5, partial(timer, "autosave")),
    "keep_sent": (False, partial(kept, lambda d: d.text.left_house.emit("打印", Occasion.PRINTED))),
    "keep_before": (False, partial(kept, lambda d: d.text.about_to_change.emit("清理范文"))),
    "states_kept": (0, saved_states),
    "checks_shown": ("must", cards),
    "margin_top": (20, lambda w: round(first_page(w).lines[0].y)),
    "margin_bottom": (60, lambda w: len(first_page(w).lines)),
    "margin_left": (40, left),
    "margin_right": (50, right),
    "page_numbers": (False, lambda w: first_page(w).folio.runs),
    "pace": (200, lambda w: parts_of(w).status.words("minutes")),
    "leader": ("李主任", leader),
    "given_minutes": (7, lambda w: parts_of(w).budget.accessibleName()),
    "recent_kept": (2, recent),
    "author": ("张三", lambda w: str(desk(w).proofs.report())),
}
# Seen when the program begins or ends, or with another one: tests of their own.
ELSEWHERE = {"start", "unfiled_days", "states_days", "page_colours"}
ELSEWHERE |= {"final_properties", "final_title"}  # printing/test_final_properties.py


def test_every_option_shown_has_something_to_observe() -> None:
    assert {option.name for option in SHOWN} == {*OBSERVED, *ELSEWHERE}


@pytest.mark.parametrize("name", OBSERVED)
def test_an_option_changes_what_one_sees_and_back(window: Window, name: str) -> None:
    value, observe = OBSERVED[name]
    if value == "family":
        value = QFontDatabase.families()[0]
    before = observe(window)
    window.settings.set(name, value)  # type: ignore[arg-type]
    QApplication.processEvents()
    after = observe(window)
    assert after != before, BY_NAME[name].label
    window.settings.reset(name)
    QApplication.processEvents()
    assert observe(window) == before


def test_one_begins_on_the_start_page_where_one_wants_to(tmp_path: Path) -> None:
    file = tmp_path / "稿.txt"
    file.write_text("同志们：", "utf-8")
    end_window(open_window(tmp_path, str(file)))
    again = open_window(tmp_path)
    assert desk(again).text.path == file
    again.settings.set("start", "page")
    end_window(again)
    once_more = open_window(tmp_path)
    assert desk(once_more).text.opened is None
    end_window(once_more)


@pytest.mark.parametrize(("days", "there"), [(60, True), (7, False)])
def test_versions_of_what_was_never_saved_stay_so_many_days(
    tmp_path: Path, days: int, there: bool
) -> None:
    store = VersionStore(tmp_path / "versions")
    store.keep(document := store.document(None), manuscript_of("旧稿"), "", Occasion.COMMAND)
    log = next((tmp_path / "versions").glob("*.versions"))
    long_ago = time.time() - 30 * 86_400
    os.utime(log, (long_ago, long_ago))
    window = open_window(tmp_path)
    window.settings.set("unfiled_days", days)
    end_window(window)
    assert bool(VersionStore(tmp_path / "versions").list(document)) is there


@pytest.mark.parametrize(("days", "there"), [(90, True), (7, False)])
def test_saved_states_stay_so_many_days(tmp_path: Path, days: int, there: bool) -> None:
    long_ago = time.time() - 30 * 86_400
    with patch("editor.files.backups.backup_store.time.time", lambda: long_ago):
        BackupStore(tmp_path / "backups").keep("a", tmp_path / "稿.txt", b"x", 3)
    window = open_window(tmp_path)
    window.settings.set("states_days", days)
    end_window(window)
    assert bool(BackupStore(tmp_path / "backups").states()) is there


def test_a_change_is_on_the_disk_before_the_program_ends(window: Window) -> None:
    window.settings.set("author", "张三")
    file = window.settings.folder / "settings.json"
    until(lambda: file.exists() and "张三" in file.read_text("utf-8"))
