"""Options keep their declarations, and a broken file costs nothing."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from editor.settings.options import BY_NAME, OPTIONS
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
    settings.set("author", "张三")
    settings.save()
    assert '"future": 1' in (tmp_path / "settings.json").read_text("utf-8")


def test_the_folder_can_be_chosen_by_the_environment(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BIGAN_HOME", str(tmp_path / "家"))
    assert Settings().folder == tmp_path / "家"


def test_two_programs_keep_each_others_options(tmp_path: Path) -> None:
    one, other = Settings(tmp_path), Settings(tmp_path)
    one.set("pace", 160)
    other.set("author", "张三")
    one.save()
    other.save()
    again = Settings(tmp_path)
    assert (again.number("pace"), again.text("author")) == (160, "张三")


def test_many_programs_at_once_lose_nothing(tmp_path: Path) -> None:
    names = [option.name for option in OPTIONS if isinstance(option.default, bool)]

    def turn(name: str) -> None:
        settings = Settings(tmp_path)
        settings.set(name, not BY_NAME[name].default)
        settings.save()

    with ThreadPoolExecutor(len(names)) as pool:
        list(pool.map(turn, names))
    again = Settings(tmp_path)
    assert [again.flag(name) for name in names] == [not BY_NAME[name].default for name in names]


def test_what_could_not_be_written_is_written_by_the_next_save(tmp_path: Path) -> None:
    settings = Settings(tmp_path / "home")
    (tmp_path / "home").write_text("在路上", "utf-8")
    settings.set("pace", 160)
    settings.save()
    (tmp_path / "home").unlink()
    settings.set("author", "张三")
    settings.save()
    again = Settings(tmp_path / "home")
    assert (again.number("pace"), again.text("author")) == (160, "张三")


def test_an_option_set_back_has_its_default_and_no_entry(tmp_path: Path) -> None:
    settings = Settings(tmp_path)
    settings.set("pace", 160)
    settings.save()
    settings.reset("pace")
    settings.save()
    assert settings.number("pace") == 180
    assert "pace" not in (tmp_path / "settings.json").read_text("utf-8")


def test_a_change_is_told_once_and_no_change_is_not(tmp_path: Path) -> None:
    told: list[str] = []
    settings = Settings(tmp_path)
    settings.told = told.append
    settings.set("pace", 160)
    settings.set("pace", 160)
    settings.reset("author")
    settings.reset("pace")
    assert told == ["pace", "pace"]


def first(words: str) -> Callable[[tuple[str, ...]], tuple[str, ...]]:
    return lambda kept: (words, *[other for other in kept if other != words])


def test_two_programs_that_add_to_a_list_keep_each_others_entries(tmp_path: Path) -> None:
    one, other = Settings(tmp_path), Settings(tmp_path)
    one.change("recent", first("甲.txt"))
    other.change("recent", first("乙.txt"))
    other.save()
    one.save()
    assert one.texts("recent") == Settings(tmp_path).texts("recent") == ("甲.txt", "乙.txt")


def test_entries_are_added_to_what_was_set_and_to_what_could_not_be_written(tmp_path: Path) -> None:
    home = tmp_path / "home"
    settings = Settings(home)
    home.write_text("在路上", "utf-8")
    settings.set("recent", ("丙.txt",))
    settings.change("recent", first("乙.txt"))
    settings.save()
    settings.change("recent", first("甲.txt"))
    settings.save()
    home.unlink()
    settings.change("found_words", first("字"))
    settings.save()
    assert Settings(home).texts("recent") == ("甲.txt", "乙.txt", "丙.txt")
    assert Settings(home).texts("found_words") == ("字",)


def test_entries_added_again_and_again_before_a_save_are_all_there(tmp_path: Path) -> None:
    settings, other = Settings(tmp_path), Settings(tmp_path)
    other.set("recent", ("丁.txt",))
    other.save()
    for name in ("丙.txt", "乙.txt", "甲.txt"):
        settings.change("recent", first(name))
    settings.save()
    assert Settings(tmp_path).texts("recent") == ("甲.txt", "乙.txt", "丙.txt", "丁.txt")
