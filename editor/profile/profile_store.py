"""Where the profiles are kept: one TOML file each in the user's folder, one of them chosen.

Files that a user may read, copy to a colleague, and hand to `check --profile`. A file
that cannot be read is left where it is and told, never overwritten. Of a profile that two
running programs change, each one's fields stay.
"""

from __future__ import annotations

import contextlib
import re
from dataclasses import fields, replace
from pathlib import Path

from editor.data_files.toml_data import toml_of
from editor.data_files.unreadable import UnreadableError
from editor.profile.unit_profile import Profile, ProfileError, profile_of
from editor.storage.causes import reading_cause_of
from editor.storage.shared_file import held_folder
from editor.storage.storage import Storage

_UNFIT = re.compile(r'[\\/:*?"<>|\s.]+')  # what a file's name cannot hold on Windows


def read_profile(path: Path) -> Profile:
    """A profile from its TOML file. Raises ProfileError in words for the user."""
    try:
        data = toml_of(path.read_bytes())
    except OSError as error:
        raise ProfileError(f"单位档案打不开：{path}。{reading_cause_of(error)}") from error
    except UnreadableError as error:
        raise ProfileError(f"单位档案{error.place}写法不对：{path}（{error}）") from error
    return profile_of(data)


class ProfileStore:
    """The profiles of one user, by name. Nothing is read before it is asked for."""

    def __init__(self, folder: Path, storage: Storage | None = None) -> None:
        self._folder = folder / "profiles"
        self._storage = storage or Storage()
        self._choice = self._folder / "chosen.txt"
        self._known: dict[str, Profile] = {}  # by name, as it was when last asked for

    def names(self) -> tuple[str, ...]:
        """The names of the profiles, in the order of the files."""
        return tuple(self._read())

    def get(self, name: str) -> Profile | None:
        """One profile, None where there is none of this name."""
        found = self._read().get(name)
        if found:
            self._known[name] = found
        return found

    def chosen(self) -> Profile | None:
        """The profile in use, None where none is chosen."""
        with contextlib.suppress(OSError, UnicodeDecodeError):
            return self.get(self._choice.read_text("utf-8").strip())
        return None

    def choose(self, name: str) -> None:
        """Use this profile from now on; '' uses none. Raises OSError."""
        self._storage.make_folder(self._folder)
        self._write(self._choice, name)

    def put(self, profile: Profile, instead_of: str = "") -> str:
        """Keep a profile, in place of the one of the same name or ``instead_of``; its name then.

        Raises OSError where the folder cannot be written.
        """
        with held_folder(self._folder, self._storage):
            kept = self._files()
            path = kept.get(instead_of) or kept.get(profile.name) or self._free(profile.name)
            if path.exists():
                before = self._known.get(instead_of or profile.name)
                profile = merged(before, profile, read_profile(path))
            self._write(path, profile.to_toml())
            for name in {instead_of, profile.name} & kept.keys():
                if kept[name] != path:
                    self._storage.remove(kept[name])
        self._known[profile.name] = profile
        return profile.name

    def remove(self, name: str) -> None:
        """Forget a profile. Raises OSError."""
        path = self._files().get(name)
        if path:
            self._storage.remove(path)

    def problems(self) -> tuple[str, ...]:
        """What is wrong with files that are no profile, in words for the user."""
        found: list[str] = []
        for path in sorted(self._folder.glob("*.toml")):
            try:
                read_profile(path)
            except ProfileError as error:
                found.append(str(error))
        return tuple(found)

    def _read(self) -> dict[str, Profile]:
        found: dict[str, Profile] = {}
        for path in sorted(self._folder.glob("*.toml")):
            with contextlib.suppress(ProfileError):
                profile = read_profile(path)
                found.setdefault(profile.name, profile)
        return found

    def _files(self) -> dict[str, Path]:
        found: dict[str, Path] = {}
        for path in sorted(self._folder.glob("*.toml")):
            with contextlib.suppress(ProfileError):
                found.setdefault(read_profile(path).name, path)
        return found

    def _free(self, name: str) -> Path:
        stem = _UNFIT.sub("_", name)[:60] or "profile"
        path, number = self._folder / f"{stem}.toml", 2
        while path.exists():
            path, number = self._folder / f"{stem}-{number}.toml", number + 1
        return path

    def _write(self, path: Path, text: str) -> None:
        self._storage.write(path, text.encode("utf-8"), private=True)


def merged(before: Profile | None, mine: Profile, theirs: Profile) -> Profile:
    """Theirs with the fields that were changed here; mine where nobody knows what was before."""
    if before is None:
        return mine
    names = [field.name for field in fields(Profile)]
    changed = {n: getattr(mine, n) for n in names if getattr(mine, n) != getattr(before, n)}
    return replace(theirs, **changed)
