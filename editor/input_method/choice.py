"""How Qt is told of the input method: a pure function of the environment and of what runs.

The wheel of PySide6 has plugins for ibus and compose only. fcitx 5 answers as ibus does
(by the portal's name, which needs no address file); fcitx 4 does not, and has a bridge of ours
(`ui/input_method`), which speaks its D-Bus. The table is in docs/input-methods.md.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum
from types import MappingProxyType
from typing import NamedTuple

from editor.input_method.qt_platform import WAYLAND, X11
from editor.input_method.running import Running

OURS = frozenset(("compose", "ibus", WAYLAND))  # what the wheel of PySide6 knows by itself


class Why(Enum):
    """What a choice rests on."""

    NOT_OURS = "the platform has an input method of its own"
    WORKS = "what was set works"
    OFF = "QT_IM_MODULE=compose: the user wants none"
    PLUGIN = "Qt has a plugin for the one that runs"
    IBUS = "ibus runs"
    FCITX5 = "fcitx 5 runs and answers as ibus does"
    BRIDGE = "fcitx runs and is spoken to by the bridge"
    COMPOSITOR = "the compositor brings it"
    NOTHING = "no input method runs"


class Surroundings(NamedTuple):
    """What the choice is made of; ``contexts``: the input methods Qt has plugins for."""

    environment: Mapping[str, str]
    platform: str
    contexts: frozenset[str]
    running: Running


class InputChoice(NamedTuple):
    """Variables to set before Qt starts, and whether the bridge to fcitx is wanted."""

    why: Why
    variables: Mapping[str, str] = MappingProxyType({})
    bridge: bool = False


def asked_modules(environment: Mapping[str, str]) -> list[str]:
    """What Qt reads: the list where there is one, else the one; in lower case."""
    listed = environment.get("QT_IM_MODULES", "") or environment.get("QT_IM_MODULE", "")
    return [one.partition(":")[0].strip().lower() for one in listed.split(";") if one.strip()]


def wished_family(environment: Mapping[str, str]) -> str:
    """'fcitx', 'ibus' or '': the first variable that names one of them."""
    named = [
        *asked_modules(environment),
        environment.get("QT_IM_MODULE", ""),
        environment.get("XMODIFIERS", "").partition("@im=")[2],
        environment.get("GTK_IM_MODULE", ""),
    ]
    families = (next((f for f in ("fcitx", "ibus") if f in n.lower()), "") for n in named)
    return next(filter(None, families), "")


def choose(at: Surroundings) -> InputChoice:
    """What to set, and why."""
    asked = asked_modules(at.environment)
    if at.platform not in (X11, WAYLAND):
        return InputChoice(Why.NOT_OURS)
    if asked == ["compose"]:
        return InputChoice(Why.OFF)
    # The first that Qt can load is what Qt takes: 'fcitx' without a plugin is passed over.
    taken = next((one for one in asked if one in at.contexts - {"ibus"}), "")
    if taken and taken not in OURS:
        return InputChoice(Why.WORKS)
    if at.platform == WAYLAND and (not asked or asked[0] == WAYLAND):
        return _beside_the_compositor(at)
    return _by_family(at)


def _by_family(at: Surroundings) -> InputChoice:
    runs, wish = at.running, wished_family(at.environment)
    fcitx = runs.fcitx4 or runs.fcitx5
    if runs.ibus and (wish == "ibus" or not fcitx):
        return _ibus(at)
    if fcitx and (plugin := next((c for c in ("fcitx5", "fcitx") if c in at.contexts), "")):
        return InputChoice(Why.PLUGIN, {"QT_IM_MODULES": "fcitx" if runs.fcitx4 else plugin})
    # Where ibus runs as well, its portal may be the one that answers: the bridge names fcitx.
    if runs.fcitx5 and not runs.ibus:
        return InputChoice(Why.FCITX5, {"QT_IM_MODULES": "ibus", "IBUS_USE_PORTAL": "1"})
    if fcitx:
        return InputChoice(Why.BRIDGE, {"QT_IM_MODULES": "compose"}, bridge=True)
    # fcitx may start after us at the login; the bridge waits for its name.
    return InputChoice(Why.NOTHING, {"QT_IM_MODULES": "compose"}, bridge=True)


def _ibus(at: Surroundings) -> InputChoice:
    variables = dict(_way_to_ibus(at.running))
    asked = asked_modules(at.environment)
    if next((one for one in asked if one in at.contexts), "") == "ibus":
        return InputChoice(Why.IBUS if variables else Why.WORKS, variables)
    return InputChoice(Why.IBUS, {"QT_IM_MODULES": "ibus", **variables})


def _way_to_ibus(runs: Running) -> Mapping[str, str]:
    """Nothing where Qt finds the daemon; else its file, or the portal where there is none."""
    if runs.ibus_found:
        return {}
    if runs.ibus_file and runs.ibus_installed:
        return {"IBUS_ADDRESS_FILE": runs.ibus_file}
    return {"IBUS_USE_PORTAL": "1"}


def _beside_the_compositor(at: Surroundings) -> InputChoice:
    """Wayland's own way first; the bus where the compositor has none to offer."""
    runs, both = at.running, {"QT_IM_MODULES": "wayland;ibus"}
    if runs.ibus:
        return InputChoice(Why.COMPOSITOR, {**both, **_way_to_ibus(runs)})
    if runs.fcitx5:
        return InputChoice(Why.COMPOSITOR, {**both, "IBUS_USE_PORTAL": "1"})
    if runs.fcitx4:  # it knows nothing of Wayland
        return InputChoice(Why.BRIDGE, {"QT_IM_MODULES": "compose"}, bridge=True)
    return InputChoice(Why.COMPOSITOR)
