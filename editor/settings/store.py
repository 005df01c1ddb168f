"""Where the options are kept: one JSON file in the user's folder, saved whole or not at all.

A broken file is set aside, never overwritten unseen; unknown names are carried along,
so that an older program does not lose a newer one's options. A save writes only what was
changed here into what the file holds by then: two running programs keep each other's. A list that
every program adds to is changed entry by entry (`change`).
"""

from __future__ import annotations

import contextlib
import json
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final, NamedTuple, cast

from editor.data_files.json_data import read_json
from editor.settings.earlier_options import brought_over
from editor.settings.option_declaration import Value
from editor.settings.options import BY_NAME, OPTIONS
from editor.storage.storage import Storage
from editor.storage.user_folder import user_folder

_GONE: Final = object()  # in place of a value: the option has its default again
Entries = tuple[str, ...]


class _Steps(NamedTuple):
    """In place of a value: what makes another list of the one that is there."""

    steps: tuple[Callable[[Entries], Entries], ...]

    def applied(self, value: Entries) -> Entries:
        for step in self.steps:
            value = step(value)
        return value


class Settings:
    """The options of one user. Reading never fails; a value that is not valid is ignored."""

    def __init__(self, folder: Path | None = None, storage: Storage | None = None) -> None:
        self.folder = folder or user_folder()
        self.told: Callable[[str], object] = lambda _name: None  # which option has changed
        self.set_aside = ""  # the name of a broken file's copy, where there was one
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

    def change(self, name: str, made: Callable[[Entries], Entries]) -> None:
        """Make another list of an option's; the file gets it made of what it holds by then.

        So what another running program has put there meanwhile stays.
        """
        before = self.texts(name)
        with self._lock:
            self._values[name] = after = made(before)
            self._changed[name] = _followed(self._changed.get(name), _Steps((made,)))
        if after != before:
            self.told(name)

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
                    later = {n: _followed(changed.get(n), v) for n, v in self._changed.items()}
                    self._changed = {**changed, **later}

    def _merge(self, changed: dict[str, Any]) -> None:
        there = self._read()
        merged = dict(self._values if there is None else there)
        now = brought_over(merged, OPTIONS)
        made = {n: _made(n, change, now) for n, change in changed.items()}
        if there is None:  # what is here has been changed already
            made |= {n: now.get(n) for n, change in changed.items() if isinstance(change, _Steps)}
        merged.update(made)
        kept = {name: value for name, value in merged.items() if value is not _GONE}
        data = json.dumps(kept, ensure_ascii=False, indent=1)
        # A name may be no Unicode.
        self._storage.write(self._path, data.encode("utf-8", "surrogatepass"), private=True)
        with self._lock:  # what others have added is here too now
            lists = {n for n, change in changed.items() if isinstance(change, _Steps)}
            self._values.update({n: made[n] for n in lists - self._changed.keys()})

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
            aside = self._path.with_suffix(".json.broken")
            self._storage.move(self._path, aside)
            self.set_aside = aside.name
        return None


def _followed(earlier: object, later: object) -> object:
    """What both changes are together; None: there was none before."""
    if not isinstance(later, _Steps) or earlier is None:
        return later
    if isinstance(earlier, _Steps):
        return _Steps((*earlier.steps, *later.steps))
    return later.applied(() if earlier is _GONE else cast(Entries, earlier))


def _made(name: str, change: object, now: dict[str, Any]) -> object:
    """The value that a change makes of what the file holds now."""
    if not isinstance(change, _Steps):
        return change
    there = now.get(name)
    value = tuple(cast("list[str]", there)) if isinstance(there, list | tuple) else ()
    return change.applied(value if BY_NAME[name].accepts(value) else ())
