"""Forms, features, captions and labels of sites: what the data files must keep."""

from __future__ import annotations

import shutil
import tomllib
from pathlib import Path

import pytest

from editor.intake.receipt_kinds import label_of
from editor.language import lists
from editor.language.lists import FOLDER, LanguageListError
from editor.language.script import holds_traditional, simplified
from editor.language.sites import (
    edge_forms,
    forms_of,
    matching,
    site_features,
    site_notices,
    sure_captions,
    sure_forms,
    weak_captions,
)


def test_a_form_has_a_kind_that_the_receipt_can_name_and_a_reason() -> None:
    for form in (*sure_forms(), *edge_forms()):
        assert label_of(form.kind) != form.kind
        assert form.why


def test_a_form_that_goes_anywhere_names_the_words_it_is_looked_for_by() -> None:
    assert all(form.words for form in sure_forms())


def test_a_line_of_a_site_is_told_by_its_form() -> None:
    assert matching(sure_forms(), "当前位置：首页 > 范文 > 讲话稿")
    assert not matching(sure_forms(), "我们要把群众的事放在首页上。")


def test_two_words_of_a_feature_weigh_no_less_than_one() -> None:
    assert all(0 < feature.one <= feature.more for feature in site_features())


def test_no_caption_is_both_sure_and_weak() -> None:
    assert not set(sure_captions()) & set(weak_captions())


def test_a_broken_file_of_forms_is_named(tmp_path: Path) -> None:
    shutil.copytree(FOLDER, tmp_path, dirs_exist_ok=True)
    path = tmp_path / "site-forms.toml"
    path.write_text(path.read_text("utf-8").replace("«lead»", "«nothing»"), "utf-8")
    with pytest.raises(LanguageListError, match="site-forms"):
        forms_of(tmp_path, "always")
    with pytest.raises(LanguageListError, match="site-forms"):
        forms_of(tmp_path / "none", "edges")


def test_simplified_text_is_left_alone_and_keeps_its_places() -> None:
    assert not holds_traditional("谢谢各位领导")
    assert simplified("謝謝各位領導，ABC") == "谢谢各位领导，ABC"


def test_a_traditional_character_has_one_simplified_one() -> None:
    pairs = lists.words("traditional")
    assert all(len(pair) == 2 and pair[0] != pair[1] for pair in pairs)
    assert len({pair[0] for pair in pairs}) == len(pairs)


NOTICES = tomllib.loads((FOLDER / "site-notices.toml").read_text("utf-8"))


@pytest.mark.parametrize("part", ["sure", "asked"])
def test_a_notice_finds_what_its_lines_mark_and_nothing_in_what_speakers_say(part: str) -> None:
    forms = [form for form in site_notices() if form.sure is (part == "sure")]
    for entry, form in zip(NOTICES[part], forms, strict=True):
        for line in entry["bad"]:
            words = line.replace("‹", "").replace("›", "")
            assert form.gate.search(words)
            found = [hit.group() for hit in form.pattern.finditer(words)]
            assert found == [line.partition("‹")[2].partition("›")[0]]
        for line in entry["good"]:
            assert not any(form.pattern.search(line) for form in site_notices()), line
