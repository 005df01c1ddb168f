"""The profile in use: the checks know whose speech it is, and who shows it is told of another."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from editor.blanks.slots import slots_of
from editor.profile.profile_store import ProfileStore
from editor.profile.unit_profile import Profile
from editor.ui.profile.profile_commands import ProfileCommands
from editor.ui.profile.profile_dialog import ProfileDialog
from tests.ui.parts import Parts, parts_on

OURS = Profile("云川市总工会", level="市", city="云川市")


@pytest.fixture
def parts(application: object, tmp_path: Path) -> Iterator[Parts]:
    made = parts_on("X工会来了。 | 推动漯河经济社会发展，我县要走在前列。", tmp_path)
    yield made
    made.close()


@pytest.mark.parametrize("kept", [True, False])
def test_a_profile_that_is_taken_into_use_counts_at_once(
    kept: bool, parts: Parts, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    commands = ProfileCommands(parts.context, parts.analyzer)
    changed: list[bool] = []
    commands.changed.connect(lambda: changed.append(True))
    store = ProfileStore(tmp_path)
    store.put(OURS)
    store.choose(OURS.name)
    monkeypatch.setattr(ProfileDialog, "exec", lambda _: kept)
    commands.edit()
    analysis = parts.controller.analysis()
    (slot,) = slots_of(analysis.manuscript, analysis.blanks)
    assert ("云川市总工会" in commands.offers(slot)) is kept
    assert any(f.rule == "elsewhere/place" for f in analysis.findings) is kept
    assert changed == [True] * kept
