"""Each environment of docs/input-methods.md has its choice, without any input method here."""

import pytest

from editor.input_method.choice import InputChoice, Surroundings, Why, choose
from editor.input_method.running import Running

WHEEL = frozenset(("compose", "ibus", "qtvirtualkeyboard"))
NONE = Running(ibus_installed=True)
IBUS = Running(ibus=True, ibus_file="/f", ibus_found=True, ibus_installed=True)
FCITX5, FCITX4 = Running(fcitx5=True), Running(fcitx4=True)
BOTH = Running(ibus=True, fcitx5=True, ibus_file="/f", ibus_found=True, ibus_installed=True)
BY_PORTAL = {"QT_IM_MODULES": "ibus", "IBUS_USE_PORTAL": "1"}
BRIDGED = InputChoice(Why.BRIDGE, {"QT_IM_MODULES": "compose"}, bridge=True)
BY_IBUS = InputChoice(Why.IBUS, {"QT_IM_MODULES": "ibus"})
BY_FCITX5 = InputChoice(Why.FCITX5, BY_PORTAL)
NOTHING = InputChoice(Why.NOTHING, {"QT_IM_MODULES": "compose"}, bridge=True)

ENVIRONMENTS: list[dict[str, str]] = [
    {},
    {"QT_IM_MODULE": "xim"},
    {"QT_IM_MODULE": "wayland"},
    {"QT_IM_MODULE": "fcitx"},
    {"QT_IM_MODULE": "fcitx5"},
    {"QT_IM_MODULE": "fcitx", "XMODIFIERS": "@im=fcitx"},
    {"QT_IM_MODULES": "wayland;fcitx"},
    {"QT_IM_MODULES": "wayland;fcitx", "QT_IM_MODULE": "ibus"},
    {"XMODIFIERS": "@im=fcitx"},
    {"XMODIFIERS": "@im=ibus"},
    {"QT_IM_MODULE": "fcitx", "WAYLAND_DISPLAY": "wayland-0"},
    {"QT_IM_MODULE": "simple", "GTK_IM_MODULE": "fcitx"},
]


def chosen(environment: dict[str, str], runs: Running, platform: str = "xcb") -> InputChoice:
    return choose(Surroundings(environment, platform, WHEEL, runs))


@pytest.mark.parametrize("environment", ENVIRONMENTS)
def test_whatever_is_set_the_one_that_runs_is_spoken_to(environment: dict[str, str]) -> None:
    assert chosen(environment, IBUS) == BY_IBUS
    assert chosen(environment, FCITX5) == BY_FCITX5
    assert chosen(environment, FCITX4) == BRIDGED
    assert chosen(environment, NONE) == NOTHING


@pytest.mark.parametrize("runs", [FCITX4, FCITX5])
def test_ibus_is_asked_for_where_only_fcitx_answers(runs: Running) -> None:
    for environment in ({"QT_IM_MODULE": "ibus"}, {"QT_IM_MODULES": "wayland;fcitx;ibus"}):
        assert chosen(environment, runs) == (BRIDGED if runs.fcitx4 else BY_FCITX5)


@pytest.mark.parametrize("modules", ["ibus", "wayland;fcitx;ibus", "IBUS"])
def test_what_works_is_left_alone(modules: str) -> None:
    assert chosen({"QT_IM_MODULES": modules}, IBUS) == InputChoice(Why.WORKS)


def test_the_list_wins_over_the_single_variable() -> None:
    environment = {"QT_IM_MODULES": "wayland;fcitx", "QT_IM_MODULE": "ibus"}
    assert chosen(environment, BOTH) == BRIDGED
    assert chosen({"QT_IM_MODULE": "ibus"}, BOTH) == InputChoice(Why.WORKS)


def test_where_both_run_the_users_sign_is_followed() -> None:
    assert chosen({"XMODIFIERS": "@im=ibus"}, BOTH) == BY_IBUS
    assert chosen({"XMODIFIERS": "@im=fcitx"}, BOTH) == BRIDGED
    assert chosen({}, BOTH) == BRIDGED  # a desktop starts ibus unasked, nobody starts fcitx so


def test_an_ibus_that_qt_would_not_find_is_shown_to_it() -> None:
    named = Running(ibus=True, ibus_file="/there", ibus_installed=True)
    expected = {"QT_IM_MODULES": "ibus", "IBUS_ADDRESS_FILE": "/there"}
    assert chosen({}, named).variables == expected
    assert chosen({"QT_IM_MODULE": "ibus"}, named).variables == {"IBUS_ADDRESS_FILE": "/there"}
    assert chosen({}, Running(ibus=True)).variables == BY_PORTAL


def test_a_plugin_that_this_qt_has_is_used() -> None:
    contexts = WHEEL | {"fcitx5"}
    asked = Surroundings({"QT_IM_MODULE": "fcitx5"}, "xcb", contexts, FCITX5)
    assert choose(asked) == InputChoice(Why.WORKS)
    unasked = choose(Surroundings({}, "xcb", contexts, FCITX5))
    assert unasked == InputChoice(Why.PLUGIN, {"QT_IM_MODULES": "fcitx5"})


def test_who_wants_none_has_none() -> None:
    assert chosen({"QT_IM_MODULE": "compose"}, FCITX5) == InputChoice(Why.OFF)


@pytest.mark.parametrize("platform", ["windows", "cocoa", "offscreen", "vnc", ""])
def test_other_platforms_are_left_alone(platform: str) -> None:
    assert chosen({"QT_IM_MODULE": "fcitx"}, FCITX5, platform) == InputChoice(Why.NOT_OURS)


@pytest.mark.parametrize("environment", [{}, {"QT_IM_MODULES": "wayland;fcitx"}])
def test_on_wayland_the_compositor_is_first_and_the_bus_second(environment: dict[str, str]) -> None:
    both = {"QT_IM_MODULES": "wayland;ibus"}
    assert chosen(environment, IBUS, "wayland") == InputChoice(Why.COMPOSITOR, both)
    by_bus = chosen(environment, FCITX5, "wayland")
    assert by_bus == InputChoice(Why.COMPOSITOR, both | {"IBUS_USE_PORTAL": "1"})
    assert chosen(environment, FCITX4, "wayland") == BRIDGED
    assert chosen(environment, NONE, "wayland") == InputChoice(Why.COMPOSITOR)


def test_on_wayland_a_named_input_method_is_spoken_to_by_the_bus() -> None:
    assert chosen({"QT_IM_MODULE": "fcitx"}, FCITX5, "wayland") == BY_FCITX5
    assert chosen({"QT_IM_MODULE": "ibus"}, IBUS, "wayland") == InputChoice(Why.WORKS)
