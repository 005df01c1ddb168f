"""Where the options are kept: one JSON file in the user's folder, saved whole or not at all.

A broken file is set aside, never overwritten unseen; unknown names are carried along,
so that an older program does not lose a newer one's options.
"""

from __future__ import annotations

import contextlib
import json
from pathlib import Path
from typing import Any, cast

from editor.settings.options import BY_NAME, Value
from editor.storage.storage import Storage
from editor.storage.user_folder import user_folder


class Settings:
    """The options of one user. Reading never fails; a value that is not valid is ignored."""

    def __init__(self, folder: Path | None = None, storage: Storage | None = None) -> None:
        self.folder = folder or user_folder()
        self._storage = storage or Storage()
        self._path = self.folder / "settings.json"
        self._values: dict[str, Any] = self._read()

    def get(self, name: str) -> Value:
        """The value of an option, or its default. Raises KeyError for an unknown name."""
        option = BY_NAME[name]
        value = self._values.get(name, option.default)
        if isinstance(option.default, tuple) and isinstance(value, list):
            value = tuple(cast("list[str]", value))
        return value if option.accepts(value) else option.default

    def text(self, name: str) -> str:
        """The value of a str option."""
        return cast(str, self.get(name))

    def number(self, name: str) -> int:
        """The value of an int option."""
        return cast(int, self.get(name))

    def flag(self, name: str) -> bool:
        """The value of a bool option."""
        return cast(bool, self.get(name))

    def texts(self, name: str) -> tuple[str, ...]:
        """The value of an option that is a list of strings."""
        return cast("tuple[str, ...]", self.get(name))

    def set(self, name: str, value: Value) -> None:
        """Set an option. Raises ValueError where the declaration forbids the value."""
        if not BY_NAME[name].accepts(value):
            raise ValueError(f"{name}: {value!r}")
        self._values[name] = value

    def save(self) -> None:
        """Write the file; a folder that cannot be written is no reason to stop working."""
        with contextlib.suppress(OSError):
            data = json.dumps(self._values, ensure_ascii=False, indent=1)
            self._storage.make_folder(self.folder)
            # A name may be no Unicode.
            self._storage.write(self._path, data.encode("utf-8", "surrogatepass"))

    def _read(self) -> dict[str, Any]:
        try:
            found: object = json.loads(self._path.read_text("utf-8", "surrogatepass"))
        except FileNotFoundError:
            return {}
        except (OSError, ValueError):
            found = None
        if isinstance(found, dict):
            return cast("dict[str, Any]", found)
        with contextlib.suppress(OSError):
            self._storage.move(self._path, self._path.with_suffix(".json.broken"))
        return {}
