"""The files opened last: kept in the settings, offered in the menu and on the start page."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from editor.files.presence import is_there
from editor.settings.store import Settings

if TYPE_CHECKING:
    from editor.ui.shell.actions import Entries

KEPT = 20


def remember(settings: Settings, path: Path | None) -> None:
    """Put a file on top of the recent ones."""
    if path is None:
        return
    others = [p for p in settings.texts("recent") if p != str(path.absolute())]
    settings.set("recent", (str(path.absolute()), *others[: KEPT - 1]))
    settings.save()


def recent_paths(settings: Settings) -> list[Path]:
    """Those that are still there, the last one first."""
    return [Path(p) for p in settings.texts("recent") if is_there(Path(p))]


def recent_entries(settings: Settings, open_path: Callable[[str], None]) -> Entries:
    """For the menu: name and folder of each file."""
    return [
        (f"{path.name}　{_short(path.parent)}", str(path), lambda path=path: open_path(str(path)))
        for path in recent_paths(settings)
    ]


def _short(folder: Path) -> str:
    words = str(folder)
    return words if len(words) <= 36 else "…" + words[-35:]
