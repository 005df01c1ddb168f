"""Which platform Qt will run on, in Qt's own order (tried on 6.11, see docs/input-methods.md)."""

from __future__ import annotations

import os
import stat
from collections.abc import Collection, Mapping
from pathlib import Path

X11, WAYLAND = "xcb", "wayland"


def expected_platform(environment: Mapping[str, str], plugins: Collection[str]) -> str:
    """'xcb', 'wayland', another platform's name, or '' where none can start.

    ``plugins``: the platforms this Qt has. A desktop that sets ``dxcb;xcb`` gets xcb.
    """
    named = environment.get("QT_QPA_PLATFORM", "")
    wayland = [WAYLAND] if _wished_wayland(environment) else []
    wished = named.split(";") if named else [*wayland, X11]
    for name in (one.split(":")[0].strip() for one in wished):
        family = WAYLAND if name.startswith(WAYLAND) else name
        if family in plugins and _can_start(family, environment):
            return family
    return ""


def platforms_in(folder: Path) -> frozenset[str]:
    """The platforms among the files of Qt's folder ``platforms``."""
    names = {name for path in folder.glob("libq*.so") for name in [path.stem[4:].split("-")[0]]}
    return frozenset(names)


def input_contexts_in(folder: Path) -> frozenset[str]:
    """The input methods that Qt has a plugin for, by the files of ``platforminputcontexts``."""
    names = (path.stem.removeprefix("lib") for path in folder.glob("lib*.so"))
    return frozenset(n.partition("platforminputcontext")[0].removesuffix("plugin") for n in names)


def _wished_wayland(environment: Mapping[str, str]) -> bool:
    session = environment.get("XDG_SESSION_TYPE", "")
    return bool(environment.get("WAYLAND_DISPLAY")) or session == WAYLAND


def _can_start(platform: str, environment: Mapping[str, str]) -> bool:
    if platform == X11:
        return bool(environment.get("DISPLAY"))
    return platform != WAYLAND or _is_socket(wayland_socket(environment))


def wayland_socket(environment: Mapping[str, str]) -> Path:
    """Where the compositor listens; ``wayland-0`` is what libwayland takes where none is named."""
    folder = environment.get("XDG_RUNTIME_DIR", "")
    return Path(folder) / (environment.get("WAYLAND_DISPLAY") or "wayland-0")


def _is_socket(path: Path) -> bool:
    try:
        return stat.S_ISSOCK(os.stat(path).st_mode)  # noqa: PTH116
    except OSError:
        return False
