"""The forms of lines: each has its lines, and lines that only look like them."""

from pathlib import Path

import pytest

from editor.language.line_forms import LineForm, line_form, line_forms
from editor.language.lists import LanguageListError


@pytest.mark.parametrize("form", line_forms().values(), ids=lambda form: form.name)
def test_a_form_is_in_its_lines_and_in_none_of_the_others(form: LineForm) -> None:
    assert [line for line in form.has if not form.pattern.search(line)] == []
    assert [line for line in form.others if form.pattern.search(line)] == []
    assert form.has
    assert form.others


def test_a_form_that_is_not_there_is_named() -> None:
    with pytest.raises(LanguageListError, match="no-such-form"):
        line_form("no-such-form")


def test_a_broken_file_of_lines_is_named(tmp_path: Path) -> None:
    (tmp_path / "line-forms.toml").write_text("[fragments]\n[forms.a]\nshapes = ['(']\n", "utf-8")
    with pytest.raises(LanguageListError, match="line-forms"):
        line_forms(tmp_path)
