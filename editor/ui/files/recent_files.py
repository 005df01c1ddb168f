"""The files opened last: kept in the settings, offered in the menu and on the start page."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from editor.files.presence import is_there
from editor.settings.store import Settings
from editor.ui.menu_entries import MenuEntries


class RecentFiles:
    """The list of one user."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings

    def remember(self, path: Path | None) -> None:
        """Put a file on top; a text without a file is none."""
        if path is None:
            return
        name, most = str(path.absolute()), self._settings.number("recent_kept")
        self._settings.change(
            "recent", lambda kept: (name, *[other for other in kept if other != name])[:most]
        )
        self._settings.save()

    def paths(self) -> list[Path]:
        """Those that are still there, the last one first."""
        kept = self._settings.texts("recent")[: self._settings.number("recent_kept")]
        return [Path(p) for p in kept if is_there(Path(p))]

    def entries(self, open_path: Callable[[str], None]) -> MenuEntries:
        """For the menu: name and folder of each file."""
        return [
            (
                f"{path.name}　{_short(path.parent)}",
                str(path),
                lambda path=path: open_path(str(path)),
            )
            for path in self.paths()
        ]


def _short(folder: Path) -> str:
    words = str(folder)
    return words if len(words) <= 36 else "…" + words[-35:]
