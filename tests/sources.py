"""The program's own source files, each read and parsed once in a run of the tests."""

import ast
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PROGRAM = ("editor", "phrasebank")


def source_files(*folders: str) -> list[Path]:
    """`main.py` and every Python file below these folders (the program's, if none is named)."""
    inside = (p for f in folders or PROGRAM for p in sorted((ROOT / f).rglob("*.py")))
    return [ROOT / "main.py", *inside]


def where(path: Path) -> str:
    """How a file is named in a message: its place below the root."""
    return path.relative_to(ROOT).as_posix()


def module_of(path: Path) -> str:
    """The dotted name that a file is imported by."""
    return ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")


@cache
def text_of(path: Path) -> str:
    return path.read_text(encoding="utf-8")


@cache
def tree_of(path: Path) -> ast.Module:
    return ast.parse(text_of(path), where(path))


@cache
def nodes_of(path: Path) -> tuple[ast.AST, ...]:
    """Every node of a file, in no order of the text (what `ast.walk` gives)."""
    return tuple(ast.walk(tree_of(path)))


def told(offences: list[str]) -> str:
    """What a failing check says: how many there are, then one a line."""
    return "\n".join([f"{len(offences)} found:", *sorted(offences)])
