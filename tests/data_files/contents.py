"""Writes the list of the program's files of data anew: `python -m tests.data_files.contents`."""

from __future__ import annotations

from pathlib import Path

from editor.data_files.contents import CONTENTS, FOLDERS
from editor.data_files.problem import ROOT


def present_files(root: Path = ROOT) -> list[str]:
    """What the list has to name: every file of data that is there, but for the list itself."""
    found = [p for folder in FOLDERS for p in (root / folder).rglob("*") if p.is_file()]
    names = [p.relative_to(root).as_posix() for p in found]
    return sorted(name for name in names if name != CONTENTS)


def main() -> None:
    """After a file was added or removed."""
    (ROOT / CONTENTS).write_text("\n".join(present_files()) + "\n", "utf-8")


if __name__ == "__main__":
    main()
