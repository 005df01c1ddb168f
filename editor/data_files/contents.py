"""The files of data that belong to the program, by name: what is missing says nothing of itself."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from editor.data_files.problem import ROOT, DataProblem

CONTENTS: Final = "resources/contents.txt"
FOLDERS: Final = ("resources", "phrasebank/data")


def missing_files(below: str = "", root: Path = ROOT) -> tuple[DataProblem, ...]:
    """A problem for each file below a folder ('resources/rules/') that is not there."""
    try:
        names = (root / CONTENTS).read_text("utf-8").splitlines()
    except (OSError, UnicodeError):
        return (DataProblem(CONTENTS, "文件不在，或读不出来"),)
    wanted = [name for name in names if name.startswith(below or FOLDERS)]
    return tuple([DataProblem(n, "文件不在") for n in wanted if not (root / n).is_file()])
