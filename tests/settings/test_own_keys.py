"""Own keys: what holds, and that no two commands share one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.settings.own_keys import kept_own, normal, read_own, resolved

DEFAULTS = {"find": "Ctrl+F", "next": "F8", "split": "Ctrl+Return", "bare": ""}


def test_without_own_keys_the_defaults_hold() -> None:
    assert resolved(DEFAULTS, {}) == DEFAULTS


def test_own_keys_come_before_a_default_that_is_alike() -> None:
    held = resolved(DEFAULTS, {"bare": "ctrl+f"})
    assert held == {**DEFAULTS, "bare": "ctrl+f", "find": ""}


def test_of_two_that_are_alike_the_last_given_holds() -> None:
    held = resolved(DEFAULTS, {"find": "Ctrl+K", "bare": "Ctrl+K"})
    assert (held["find"], held["bare"]) == ("", "Ctrl+K")


def test_a_command_of_another_version_takes_no_key_and_is_kept() -> None:
    own = {"future": "Ctrl+F", "bare": "Ctrl+K"}
    assert resolved(DEFAULTS, own)["find"] == "Ctrl+F"
    assert read_own(kept_own(own)) == own


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Shift+Ctrl+K", "Ctrl+Shift+K"),
        ("Ctrl+Enter", "Ctrl+Return"),
        ("ctrl+k", "Ctrl+K"),
        ("Ctrl++", "ctrl++"),
    ],
)
def test_keys_are_the_same_however_they_are_written(one: str, other: str) -> None:
    assert normal(one) == normal(other)


def test_keys_with_an_equals_sign_are_kept() -> None:
    assert read_own(kept_own({"bare": "Ctrl+="})) == {"bare": "Ctrl+="}
    assert normal("Ctrl++") != normal("Ctrl+=")


@given(
    st.dictionaries(
        st.sampled_from([*DEFAULTS, "future"]),
        st.sampled_from(["", "Ctrl+F", "F8", "Ctrl+K", "ctrl+k", "Shift+Ctrl+F"]),
    )
)
def test_no_two_commands_ever_have_one_key(own: dict[str, str]) -> None:
    held = [normal(keys) for keys in resolved(DEFAULTS, own).values() if keys]
    assert len(held) == len(set(held))
    wanted = {normal(keys) for command, keys in own.items() if keys and command in DEFAULTS}
    assert wanted <= set(held)
