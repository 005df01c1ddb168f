"""`fill --list`: a 填空单 with every blank, which `fill --values` takes back."""

import tomllib
from pathlib import Path

import pytest

from editor.blanks.blank_reader import find_blanks
from editor.blanks.fill import fill_values
from editor.blanks.slots import slots_of
from editor.cli.editing.values_file import read_values, values_form
from editor.files.trouble import Trouble
from editor.manuscript.manuscript import manuscript_of
from editor.profile.unit_profile import Profile
from tests.cli.command import bigan
from tests.samples.markup import Sample
from tests.samples.shelf import all_samples

TEXT = (
    "在X工会会议上的讲话\n同志们：\n去年X工会办了____件实事，表彰X名职工、X名干部。\n"
    "某股、某站的教训要记取。\n谢谢大家！\n"
)


def form_of(text: str, profile: Profile | None = None) -> str:
    manuscript = manuscript_of(text)
    slots = slots_of(manuscript, find_blanks(manuscript))
    return values_form(manuscript, slots, profile or Profile())


def test_a_slot_is_a_row_and_numbers_are_a_list() -> None:
    values = tomllib.loads(form_of(TEXT))
    assert values["X工会（单位或地名）"] == "" and values["X名（数字·名）"] == ["", ""]
    assert "# 第3段：，表彰X名职工、〔X〕名干部。" in form_of(TEXT)


def test_two_unnamed_people_are_not_one() -> None:
    values = tomllib.loads(form_of("刚才，XX同志传达了文件，XX同志通报了情况。"))
    assert list(values.values()) == [["", ""]]


def test_what_the_profile_is_sure_of_is_filled_in() -> None:
    profile = Profile(unit="云川市总工会", city="云川市")
    assert tomllib.loads(form_of(TEXT, profile))["X工会（单位或地名）"] == "云川市总工会"


@pytest.mark.parametrize("sample", all_samples(), ids=lambda s: s.name)
def test_a_form_that_is_filled_in_leaves_no_blank(sample: Sample) -> None:
    manuscript = manuscript_of(sample.text.replace("\r\n", "\n"))
    form = values_form(manuscript, slots_of(manuscript, find_blanks(manuscript)), Profile())
    values = tomllib.loads(form.replace('""', '"青石"'))
    result = fill_values(manuscript, values)
    assert not result.left and not result.unused
    untouched = fill_values(manuscript, tomllib.loads(form))
    assert not untouched.edits


def test_a_list_an_office_fills_in_goes_the_whole_way(tmp_path: Path) -> None:
    path, form, out = tmp_path / "稿.txt", tmp_path / "填空.toml", tmp_path / "出.txt"
    path.write_text(TEXT, "utf-8")
    assert bigan("fill", str(path), "--list", str(form)) == 0
    form.write_text(form.read_text("utf-8").replace('""', '"青石"'), "utf-8")
    assert bigan("fill", str(path), "--values", str(form), "-o", str(out)) == 0
    assert "去年青石工会办了青石件实事，表彰青石名职工、青石名干部。" in out.read_text("utf-8")
    assert "某股、某站" in out.read_text("utf-8")


def test_what_is_left_empty_stays_a_blank(tmp_path: Path) -> None:
    path, form, out = tmp_path / "稿.txt", tmp_path / "填空.toml", tmp_path / "出.txt"
    path.write_text(TEXT, "utf-8")
    bigan("fill", str(path), "--list", str(form))
    assert bigan("fill", str(path), "--values", str(form), "-o", str(out)) == 1
    assert out.read_text("utf-8") == TEXT


@pytest.mark.parametrize("words", ['"X工会" = ', "\udc80"])
def test_a_damaged_list_is_told(tmp_path: Path, words: str) -> None:
    path = tmp_path / "填空.toml"
    path.write_bytes(words.encode("utf-8", "surrogateescape"))
    with pytest.raises(Trouble, match="写法不对"):
        read_values(path)


@pytest.mark.parametrize("more", [[], ["--list", "a.toml", "-o", "b.txt"], ["-o", "b.txt"]])
def test_what_is_wanted_must_be_said(tmp_path: Path, more: list[str]) -> None:
    path = tmp_path / "稿.txt"
    path.write_text(TEXT, "utf-8")
    assert bigan("fill", str(path), *more) == 2


def test_the_list_is_never_written_over_the_text(tmp_path: Path) -> None:
    path = tmp_path / "稿.txt"
    path.write_text(TEXT, "utf-8")
    assert bigan("fill", str(path), "--list", str(path)) == 2
    assert path.read_text("utf-8") == TEXT
