"""Options keep their declarations, and a broken file costs nothing."""

from pathlib import Path

import pytest

from editor.settings.options import OPTIONS
from editor.settings.store import Settings


def test_every_default_is_valid() -> None:
    assert all(option.accepts(option.default) for option in OPTIONS)


def test_a_value_comes_back_after_saving(tmp_path: Path) -> None:
    settings = Settings(tmp_path)
    settings.set("pace", 160)
    settings.set("recent", ("甲.docx", "乙.txt"))
    settings.save()
    again = Settings(tmp_path)
    assert (again.number("pace"), again.texts("recent")) == (160, ("甲.docx", "乙.txt"))


@pytest.mark.parametrize(("name", "value"), [("pace", 5), ("theme", "pink"), ("pace", "快")])
def test_a_value_that_is_not_allowed_is_refused(tmp_path: Path, name: str, value: object) -> None:
    with pytest.raises(ValueError, match=name):
        Settings(tmp_path).set(name, value)  # type: ignore[arg-type]


def test_a_broken_file_is_set_aside(tmp_path: Path) -> None:
    (tmp_path / "settings.json").write_text("{半截", "utf-8")
    assert Settings(tmp_path).number("pace") == 180
    assert (tmp_path / "settings.json.broken").read_text("utf-8") == "{半截"


def test_options_of_a_newer_program_are_carried_along(tmp_path: Path) -> None:
    (tmp_path / "settings.json").write_text('{"future": 1, "pace": 9999}', "utf-8")
    settings = Settings(tmp_path)
    assert settings.number("pace") == 180
    settings.save()
    assert '"future": 1' in (tmp_path / "settings.json").read_text("utf-8")


def test_the_folder_can_be_chosen_by_the_environment(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BIGAN_HOME", str(tmp_path / "家"))
    assert Settings().folder == tmp_path / "家"
