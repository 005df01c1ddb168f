"""Settings of earlier and later versions: renamed options keep their value, nothing is lost."""

import json
from pathlib import Path

import pytest

from editor.settings import options, store
from editor.settings.earlier_options import brought_over
from editor.settings.option_declaration import Earlier, Option
from editor.settings.store import Settings

# Two versions ago the minutes were counted in seconds under another name.
PACE = Option("pace", 180, "语速", low=120, high=260, was=(Earlier("speed"),))
GIVEN = Option(
    "given_minutes",
    0,
    low=0,
    high=600,
    was=(Earlier("given"), Earlier("slot", lambda s: s // 60)),  # type: ignore[operator]
)
NAMES = Option("recent", (), was=(Earlier("files"),))


@pytest.mark.parametrize(
    ("file", "option", "value"),
    [
        ({"speed": 200}, PACE, 200),
        ({"speed": 200, "pace": 150}, PACE, 150),
        ({"given": 12, "slot": 600}, GIVEN, 12),
        ({"slot": 600}, GIVEN, 10),
        ({"files": ["甲.txt"]}, NAMES, ("甲.txt",)),
    ],
)
def test_a_renamed_option_keeps_its_value(
    file: dict[str, object], option: Option, value: object
) -> None:
    assert brought_over(file, [option])[option.name] == value


@pytest.mark.parametrize(
    "file", [{"slot": "十分钟"}, {"slot": 60 * 9999}, {"given": "快", "slot": 60}]
)
def test_a_value_that_cannot_be_one_of_now_is_left_where_it_is(file: dict[str, object]) -> None:
    assert brought_over(file, [GIVEN]) == file


def test_the_file_of_an_earlier_version_is_read_and_its_own_names_stay(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(store, "OPTIONS", (PACE,))
    (tmp_path / "settings.json").write_text('{"speed": 200, "hyphens": true}', "utf-8")
    settings = Settings(tmp_path)
    assert settings.number("pace") == 200
    settings.set("author", "张三")
    settings.save()
    kept = json.loads((tmp_path / "settings.json").read_text("utf-8"))
    assert kept == {"speed": 200, "hyphens": True, "author": "张三"}
    settings.set("pace", 150)
    settings.save()
    assert Settings(tmp_path).number("pace") == 150


def test_an_option_set_back_does_not_get_its_earlier_value_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(store, "OPTIONS", (PACE,))
    monkeypatch.setitem(options.BY_NAME, "pace", PACE)
    (tmp_path / "settings.json").write_text('{"speed": 200}', "utf-8")
    settings = Settings(tmp_path)
    settings.reset("pace")
    settings.save()
    assert settings.number("pace") == Settings(tmp_path).number("pace") == 180


def test_the_file_of_a_later_version_is_read_without_loss(tmp_path: Path) -> None:
    later = {"theme": "sepia", "pace": {"李主任": 200}, "future": [1, {"a": None}], "gone": None}
    (tmp_path / "settings.json").write_text(json.dumps(later), "utf-8")
    settings = Settings(tmp_path)
    assert (settings.text("theme"), settings.number("pace")) == ("system", 180)
    settings.set("author", "张三")
    settings.save()
    kept = json.loads((tmp_path / "settings.json").read_text("utf-8"))
    assert kept == {**later, "author": "张三"}
