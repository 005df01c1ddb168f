"""Traces in lists of the settings: recent files, what was open, what was searched, names."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Final, cast

from editor.data_files.json_data import json_of
from editor.traces.trace import ClearableKind, Found, Home


def _path_of_tab(row: str) -> str:
    try:
        found: object = json_of(row)
    except ValueError:
        return ""
    rows = cast("list[object]", found) if isinstance(found, list) else []
    return str(rows[0]) if rows else ""


def _path_of_later(row: str) -> str:
    return row.rpartition("|")[0]


def _same(row: str) -> str:
    return row


_PATHS: Final[Mapping[str, Callable[[str], str]]] = MappingProxyType(
    {"recent": _same, "session_tabs": _path_of_tab, "lost_later": _path_of_later}
)


def _rows(home: Home, option: str) -> list[str]:
    """The rows of a list that go."""
    rows, path_of = home.settings.texts(option), _PATHS.get(option, _same)
    return [row for row in rows if home.is_meant(path_of(row))]


def _find(*options: str) -> Callable[[Home], Found]:
    def find(home: Home) -> Found:
        number = sum(len(_rows(home, option)) for option in options)
        return Found(rows=number + (not number and _last_is_meant(home, options)))

    return find


def _without(
    home: Home, path_of: Callable[[str], str]
) -> Callable[[tuple[str, ...]], tuple[str, ...]]:
    return lambda rows: tuple([row for row in rows if not home.is_meant(path_of(row))])


def _last_is_meant(home: Home, options: tuple[str, ...]) -> int:
    """The file of the last session as an older program kept it."""
    if "session_tabs" not in options:
        return 0
    path = home.settings.text("session_path")
    return int(bool(path) and home.is_meant(path))


def _forget(*options: str) -> Callable[[Home], None]:
    def forget(home: Home) -> None:
        for option in options:
            home.settings.change(option, _without(home, _PATHS.get(option, _same)))
        if _last_is_meant(home, options):
            home.settings.reset("session_path")
            home.settings.reset("session_caret")
        home.settings.save()

    return forget


def _names(home: Home) -> Found:
    return Found(rows=sum(bool(home.settings.text(option)) for option in NAMES))


def _forget_names(home: Home) -> None:
    for option in NAMES:
        home.settings.reset(option)
    home.settings.save()


NAMES: Final = ("author", "leader")
LISTS: Final = (
    ClearableKind(
        "recent", "最近的稿子", "“最近的稿子”和开始页里的文件名", _find("recent"), _forget("recent")
    ),
    ClearableKind(
        "session", "上次开着的稿子", "下次打开笔杆时接着写哪几份，哪些没存盘的先留着",
        _find("session_tabs", "lost_later"), _forget("session_tabs", "lost_later"),
    ),
    ClearableKind(
        "searched", "查找过的词", "查找、替换里记住的词", _find("found_words", "replaced_words"),
        _forget("found_words", "replaced_words"), of_one=False,
    ),
    ClearableKind(
        "names", "设置里的人名", "起草人、讲话人", _names, _forget_names, ticked=False, of_one=False
    ),
)  # fmt: skip
