"""The forms of blanks: each has its lines, which the program reads as the file says."""

from pathlib import Path

import pytest

from editor.blanks.grammar import scan
from editor.blanks.recognisers.vanished import suspected
from editor.language.blank_forms import BlankForm, RoomForm, blank_form, blank_forms, room_forms
from editor.language.gone_words import GoneFrame, gone_frames
from editor.language.lists import LanguageListError

FORMS = [*blank_forms().values(), *room_forms()]


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.name)
def test_a_form_finds_its_bad_lines_and_none_of_its_good_ones(form: BlankForm | RoomForm) -> None:
    assert all(scan(line) for line in form.bad)
    assert [line for line in form.good if scan(line)] == []
    assert form.bad or form.good


@pytest.mark.parametrize("frame", gone_frames(), ids=lambda frame: frame.name)
def test_a_frame_finds_its_bad_lines_and_none_of_its_good_ones(frame: GoneFrame) -> None:
    look = suspected if frame.doubtful else scan
    assert [line for line in frame.bad if not look(line)] == []
    assert [line for line in frame.good if look(line)] == []
    assert frame.bad and frame.good


def test_a_form_that_is_not_there_is_named() -> None:
    with pytest.raises(LanguageListError, match="no-such-form"):
        blank_form("no-such-form")


def test_a_broken_file_of_forms_is_named(tmp_path: Path) -> None:
    (tmp_path / "blank-forms.toml").write_text("[fragments]\n[forms.a]\nshapes = ['(']\n", "utf-8")
    with pytest.raises(LanguageListError, match="blank-forms"):
        blank_forms(tmp_path)
