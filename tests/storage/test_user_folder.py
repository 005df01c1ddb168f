"""Where the user's data lies can be chosen."""

from pathlib import Path

import pytest

from editor.storage.user_folder import user_folder


def test_the_folder_can_be_chosen_by_the_environment(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BIGAN_HOME", str(tmp_path / "家"))
    assert user_folder() == tmp_path / "家"


def test_without_a_choice_it_is_the_systems(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("BIGAN_HOME", raising=False)
    assert user_folder().name == "bigan"
