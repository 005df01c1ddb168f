"""The unit's profile in the window: its form, the fill sheet's offers, the checks."""

from __future__ import annotations

from pathlib import Path

from editor.blanks.slots import slots_of
from editor.profile.profile_store import ProfileStore
from editor.profile.unit_profile import Profile, UnitLeader
from editor.ui.profile.profile_dialog import NONE, ProfileDialog
from tests.ui.shell.windows import open_window, parts_of

OURS = Profile("云川市总工会", level="市", city="云川市", leaders=(UnitLeader("郑明远", "主席"),))


def test_the_form_gives_back_what_it_shows(application: object, tmp_path: Path) -> None:
    dialog = ProfileDialog(None, ProfileStore(tmp_path))
    dialog.show_profile(OURS)
    assert dialog.profile() == OURS
    dialog.deleteLater()


def test_a_new_profile_is_kept_and_used(application: object, tmp_path: Path) -> None:
    store = ProfileStore(tmp_path)
    dialog = ProfileDialog(None, store)
    dialog.begin_new()
    dialog.show_profile(OURS)
    dialog.accept()
    assert store.chosen() == OURS


def test_none_can_be_used_and_the_profile_stays(application: object, tmp_path: Path) -> None:
    store = ProfileStore(tmp_path)
    store.put(OURS)
    store.choose(OURS.name)
    dialog = ProfileDialog(None, store)
    assert dialog.choice.currentText() == "云川市总工会"
    dialog.choice.setCurrentText(NONE)
    dialog.accept()
    assert store.chosen() is None and store.names() == ("云川市总工会",)


def test_the_window_offers_and_checks_by_the_profile(application: object, tmp_path: Path) -> None:
    store = ProfileStore(tmp_path)
    store.put(OURS)
    store.choose(OURS.name)
    speech = tmp_path / "讲话稿.txt"
    speech.write_text("X工会来了。\n推动漯河经济社会发展，我县要走在前列。", "utf-8")
    window = open_window(tmp_path, str(speech))
    shop = parts_of(window)
    shop.controller.refresh()
    found = {f.rule for f in shop.controller.analysis().findings}
    assert {"elsewhere/place", "elsewhere/level"} <= found
    analysis = shop.controller.analysis()
    (slot,) = slots_of(analysis.manuscript, analysis.blanks)
    assert shop.tabs.blanks.offers(slot) == ("云川市总工会",)
    window.close()


def test_the_full_name_fills_what_it_says_and_nothing_else(
    application: object, tmp_path: Path
) -> None:
    dialog = ProfileDialog(None, ProfileStore(tmp_path))
    dialog.fields["简称"].setText("我会")
    dialog.fields["全称"].setText("青石县总工会")
    dialog.fields["全称"].editingFinished.emit()
    made = dialog.profile()
    assert (made.county, made.level, made.kind) == ("青石县", "县", "工会")
    assert made.short == "我会"
    dialog.deleteLater()
