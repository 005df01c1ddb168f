"""The files of data that belong to the program, by name: what is missing says nothing of itself."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from editor.data_files.plain_text import text_in
from editor.data_files.problem import ROOT, DataProblem, problem_in

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


def damaged_lists(below: str, root: Path = ROOT) -> tuple[DataProblem, ...]:
    """A problem for each file below a folder that is not there, or that holds no text."""
    gone = missing_files(below, root)
    known = {problem.file for problem in gone}
    if CONTENTS in known:
        return gone
    names = (root / CONTENTS).read_text("utf-8").splitlines()
    there = [name for name in names if name.startswith(below) and name not in known]
    return (*gone, *filter(None, [_damage(root / name) for name in there]))


def _damage(path: Path) -> DataProblem | None:
    try:
        return None if text_in(path).strip() else problem_in(path, "文件是空的")
    except (OSError, ValueError) as error:
        return problem_in(path, error)
