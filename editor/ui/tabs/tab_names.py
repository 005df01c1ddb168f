"""What tabs are called: the file's name, and as much of its folder as tells two alike apart.

Free of Qt.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path


def told_apart(names: Sequence[str], paths: Sequence[Path | None]) -> list[str]:
    """The names, those of files called alike with the end of their folders behind them."""
    return [
        _with_folder(name, path, _rivals(n, names, paths))
        for n, (name, path) in enumerate(zip(names, paths, strict=True))
    ]


def _rivals(n: int, names: Sequence[str], paths: Sequence[Path | None]) -> list[Path]:
    pairs = enumerate(zip(names, paths, strict=True))
    return [path for m, (name, path) in pairs if path and m != n and name == names[n]]


def _with_folder(name: str, path: Path | None, rivals: Sequence[Path]) -> str:
    if path is None or not rivals:
        return name
    folders = path.parent.parts
    for count in range(1, len(folders) + 1):
        end = folders[-count:]
        if not any(rival.parent.parts[-count:] == end for rival in rivals):
            return f"{name}（{'/'.join(end)}）"
    return f"{name}（{path.parent}）"
