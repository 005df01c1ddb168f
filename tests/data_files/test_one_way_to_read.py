"""JSON and TOML come in by `editor.data_files` alone: no other reader bounds what it takes."""

import ast
from collections.abc import Iterator

import pytest

from tests.sources import ROOT, module_of, source_files

READERS = {"json": {"load", "loads", "JSONDecoder"}, "tomllib": {"load", "loads"}}
OURS = ROOT / "editor" / "data_files"


def readings(tree: ast.AST) -> Iterator[int]:
    """The lines that read by Python's own readers, or take them by name."""
    for node in ast.walk(tree):
        match node:
            case ast.Attribute(value=ast.Name(id=module), attr=name, lineno=line):
                if name in READERS.get(module, ()):
                    yield line
            case ast.ImportFrom(module=str(module), names=names, lineno=line):
                if any(one.name in READERS.get(module, ()) for one in names):
                    yield line
            case _:
                pass


def test_only_one_room_reads_json_and_toml() -> None:
    wrong = [
        f"{module_of(path)}:{line}"
        for path in source_files()
        if OURS not in path.parents
        for line in readings(ast.parse(path.read_text("utf-8")))
    ]
    assert not wrong, wrong


@pytest.mark.parametrize(
    "code", ["json.loads(x)", "from tomllib import loads", "read = json.load", "json.JSONDecoder()"]
)
def test_a_reader_is_found(code: str) -> None:
    assert list(readings(ast.parse(code)))
