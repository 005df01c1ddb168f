"""The unit's profile on the command line: a TOML file, or the name of one kept."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from editor.checks.perspective import Perspective
from editor.files.trouble import Trouble
from editor.profile.profile_store import ProfileStore, read_profile
from editor.profile.unit_profile import Profile, ProfileError
from editor.storage.user_folder import user_folder

_ADVICE = '写法：每行一项，如 "全称" = "云川市总工会"、"市" = "云川市"、"领导" = ["主席 李明远"]。'


def profile_named(words: str) -> Profile:
    """The profile of a file or of a name. Raises Trouble where there is none."""
    path = Path(words)
    try:
        if path.suffix == ".toml" or path.exists():
            return read_profile(path)
    except ProfileError as error:
        raise Trouble(str(error), _ADVICE) from error
    store = ProfileStore(user_folder())
    found = store.get(words)
    if found is None:
        kept = "、".join(store.names()) or "还没有"
        raise Trouble(f"没有这个单位档案：{words}", f"存过的单位档案：{kept}。")
    return found


def perspective_of(profile: str | None, year: int | None) -> Perspective:
    """From where a text is judged; the year is the present one where none is told."""
    ours = profile_named(profile) if profile else Profile()
    return Perspective(ours, year or ours.year or date.today().year)
