"""Word lists in plain text: one entry a line, read when a list is first asked for.

A line that begins with ``#`` is a comment, ``[name]`` begins a part of the list, blank lines
say nothing. Every room that judges words may ask.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Final

from editor.data_files.plain_text import text_in
from editor.data_files.problem import problem_in

FOLDER: Final = Path(__file__).resolve().parents[2] / "resources" / "language"
# Never an entry: those are words, or patterns that end behind a bracket.
_PART: Final = re.compile(r"^[ \t]*\[([a-z][a-z0-9 .-]*)\][ \t]*$", re.MULTILINE)


class LanguageListError(RuntimeError):
    """A list that belongs to the program is missing, damaged or lacks a part."""

    def __init__(self, path: Path, why: object) -> None:
        of_text = why if isinstance(why, Exception) else str(why)
        self.problem = problem_in(path, of_text)
        super().__init__(f"词表读不出来，程序文件不完整：{self.problem}")


def words(name: str, part: str = "") -> tuple[str, ...]:
    """The entries of a list, or of one of its parts, in the order of the file."""
    parts = parts_of(name)
    if part not in parts:
        raise LanguageListError(_path(name), f"缺少 [{part}] 一节")
    return parts[part]


@cache
def parts_of(name: str) -> MappingProxyType[str, tuple[str, ...]]:
    """All parts of a list by name; '' is what stands before the first part, if anything does."""
    path = _path(name)
    try:
        text = text_in(path)
    except (OSError, ValueError) as error:
        raise LanguageListError(path, error) from error
    first, *rest = _PART.split(text)
    found = {"": _entries(first)}
    for part, body in zip(rest[::2], rest[1::2], strict=True):
        found.setdefault(part, []).extend(_entries(body))
    if not any(found.values()):
        raise LanguageListError(path, "没有词条")
    return MappingProxyType({part: tuple(held) for part, held in found.items() if part or held})


def _entries(body: str) -> list[str]:
    return [line for line in map(str.strip, body.splitlines()) if line and line[0] != "#"]


def _path(name: str) -> Path:
    return FOLDER / f"{name}.txt"
