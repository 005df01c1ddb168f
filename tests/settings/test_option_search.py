"""An option is found by what a writer calls it."""

from pathlib import Path

import pytest

from editor.settings.option_search import rank, sought
from editor.settings.options import GROUPS, SHOWN
from phrasebank.initials import Initials

LETTERS = Initials.load(Path("phrasebank/data/initials.txt")).of


def found(words: str) -> list[str]:
    """The names of what the words find, the best first."""
    ranked = [(rank(words, sought(option), LETTERS), option.name) for option in SHOWN]
    return [name for one, name in sorted(row for row in ranked if row[0] is not None)]


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("语速", "pace"),
        ("页边距", "margin_left"),
        ("断电", "autosave_seconds"),
        ("深色", "theme"),
        ("仿宋", "page_face_body"),
        ("上边", "margin_top"),
        ("页边距 装订", "margin_left"),
        ("ybj", "margin_top"),
        ("YBJ 订口", "margin_left"),
    ],
)
def test_an_option_is_found_by_label_help_keywords_and_initials(words: str, name: str) -> None:
    assert name in found(words)


def test_what_is_called_so_comes_before_what_only_tells_of_it() -> None:
    assert found("语速")[0] == "pace"
    assert found("讲话人")[0] == "leader"


def test_every_option_shown_is_found_by_its_own_label_and_by_nothing_else() -> None:
    assert all(option.name in found(option.label) for option in SHOWN)
    assert found("浪淘沙") == []


def test_every_option_shown_says_what_it_does_and_stands_in_a_group() -> None:
    assert {option.group for option in SHOWN} == set(GROUPS)
    assert all(option.help and option.keywords for option in SHOWN)
    assert len({option.label for option in SHOWN}) == len(SHOWN)
