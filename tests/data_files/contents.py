"""Writes the list of the program's files of data anew: `python -m tests.data_files.contents`."""

from __future__ import annotations

from editor.data_files.contents import CONTENTS, present_files
from editor.data_files.problem import ROOT


def main() -> None:
    """After a file was added or removed."""
    (ROOT / CONTENTS).write_text("\n".join(present_files()) + "\n", "utf-8")


if __name__ == "__main__":
    main()
