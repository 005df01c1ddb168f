"""Where the options are kept: one JSON file in the user's folder, saved whole or not at all.

A broken file is set aside, never overwritten unseen; unknown names are carried along,
so that an older program does not lose a newer one's options. A save writes only what was
changed here into what the file holds by then: two running programs keep each other's.
"""

from __future__ import annotations

import contextlib
import json
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final, cast

from editor.data_files.json_data import read_json
from editor.settings.earlier_options import brought_over
from editor.settings.option_declaration import Value
from editor.settings.options import BY_NAME, OPTIONS
from editor.storage.storage import Storage
from editor.storage.user_folder import user_folder

_GONE: Final = object()  # in place of a value: the option has its default again


class Settings:
    """The options of one user. Reading never fails; a value that is not valid is ignored."""

    def __init__(self, folder: Path | None = None, storage: Storage | None = None) -> None:
        self.folder = folder or user_folder()
        self.told: Callable[[str], object] = lambda _name: None  # which option has changed
        self._storage = storage or Storage()
        self._path = self.folder / "settings.json"
        self._values: dict[str, Any] = brought_over(self._read() or {}, OPTIONS)
        self._changed: dict[str, Any] = {}  # here, since it was written
        self._lock = threading.Lock()  # of the two above
        self._writing = threading.Lock()

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
        before = self.get(name)
        with self._lock:
            self._values[name] = self._changed[name] = value
        if value != before:
            self.told(name)

    def reset(self, name: str) -> None:
        """Give an option its default again, also where a later version has another."""
        before = self.get(name)
        with self._lock:
            for known in (name, *[earlier.name for earlier in BY_NAME[name].was]):
                self._values.pop(known, None)
                self._changed[known] = _GONE
        if self.get(name) != before:
            self.told(name)

    def read_again(self, name: str) -> None:
        """Take what another running program has put into an option since, if this one has not."""
        there = brought_over(self._read() or {}, OPTIONS)
        with self._lock:
            if name in there and name not in self._changed:
                self._values[name] = there[name]

    def save(self) -> None:
        """Write what was changed; a folder that cannot be written is no reason to stop working.

        May be called from any thread.
        """
        with self._writing:
            with self._lock:
                changed, self._changed = self._changed, {}
            try:
                if changed:
                    self._storage.make_folder(self.folder)
                    with self._storage.log(self.folder / "settings.lock"):
                        self._merge(changed)
            except OSError:
                with self._lock:
                    self._changed = {**changed, **self._changed}

    def _merge(self, changed: dict[str, Any]) -> None:
        there = self._read()
        merged = dict(self._values if there is None else there)
        merged.update(changed)
        kept = {name: value for name, value in merged.items() if value is not _GONE}
        data = json.dumps(kept, ensure_ascii=False, indent=1)
        # A name may be no Unicode.
        self._storage.write(self._path, data.encode("utf-8", "surrogatepass"))

    def _read(self) -> dict[str, Any] | None:
        """What the file holds; None where there is none, or it is broken and was set aside."""
        try:
            found = read_json(self._path)
        except FileNotFoundError:
            return None
        except (OSError, ValueError):
            found = None
        if isinstance(found, dict):
            return cast("dict[str, Any]", found)
        with contextlib.suppress(OSError):
            self._storage.move(self._path, self._path.with_suffix(".json.broken"))
        return None
