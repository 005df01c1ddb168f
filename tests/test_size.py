"""Limits of size and naming; the lists of exceptions may only shrink."""

import ast
import shutil
import subprocess
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.sources import ROOT, nodes_of, source_files, text_of, told, where

FILE, FUNCTION, CLASS, PARAMETERS, FOLDER = 400, 50, 200, 5, 20
EXEMPT: set[str] = set()
DRAWERS = {"utils", "misc", "common", "helpers", "util", "helper"}
DRAWER_ENDINGS = ("manager", "handler")
FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)


def measured() -> list[Path]:
    """Every source file, those of the tests among them."""
    return [p for p in source_files("editor", "phrasebank", "tests") if where(p) not in EXEMPT]


def definitions(*kinds: type[ast.AST]) -> Iterator[tuple[str, ast.AST]]:
    for path in measured():
        for node in nodes_of(path):
            if isinstance(node, kinds):
                yield f"{where(path)}:{getattr(node, 'lineno', 0)}", node


def length(node: ast.AST) -> int:
    return node.end_lineno - node.lineno + 1  # type: ignore[attr-defined]


def longer_than(limit: int, *kinds: type[ast.AST]) -> list[str]:
    return [
        f"{place} {getattr(node, 'name', '')}: {length(node)} lines, {limit} allowed"
        for place, node in definitions(*kinds)
        if length(node) > limit
    ]


def parameters(node: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    names = [a.arg for a in (*node.args.posonlyargs, *node.args.args, *node.args.kwonlyargs)]
    return len([n for n in names if n not in ("self", "cls")])


def test_no_file_is_longer_than_four_hundred_lines() -> None:
    sizes = {where(p): len(text_of(p).splitlines()) for p in measured()}
    long = [f"{name}: {lines} lines" for name, lines in sizes.items() if lines > FILE]
    assert not long, told(long)


def test_no_function_is_longer_than_fifty_lines() -> None:
    long = longer_than(FUNCTION, *FUNCTIONS)
    assert not long, told(long)


def test_no_class_is_longer_than_two_hundred_lines() -> None:
    long = longer_than(CLASS, ast.ClassDef)
    assert not long, told(long)


def test_no_function_of_the_program_takes_more_than_five_parameters() -> None:
    many = [
        f"{place} {node.name}: {parameters(node)} parameters"
        for place, node in definitions(*FUNCTIONS)
        if isinstance(node, FUNCTIONS)
        and not place.startswith("tests/")
        and parameters(node) > PARAMETERS
    ]
    assert not many, told(many)


def test_no_folder_holds_more_than_twenty_files() -> None:
    files = Counter(where(p.parent) for p in measured() if p.stem != "__init__")
    full = [f"{name}: {n} files" for name, n in files.items() if n > FOLDER]
    assert not full, told(full)


def test_no_module_is_a_drawer_for_whatever_there_is() -> None:
    drawers = [where(p) for p in measured() if p.stem in DRAWERS or p.stem.endswith(DRAWER_ENDINGS)]
    assert not drawers, told(drawers)


def test_no_function_changes_a_name_of_its_module() -> None:
    globals_ = [f"{place} global" for place, _ in definitions(ast.Global)]
    assert not globals_, told(globals_)


@pytest.mark.skipif(shutil.which("git") is None, reason="no git: a bare machine, an unpacked copy")
def test_the_top_level_is_the_one_agreed() -> None:
    allowed = {
        "pyproject.toml", "main.py", "editor", "resources", "phrasebank", "tests", "README.md",
        "README.zh-CN.md", "LICENSE", "CHANGELOG.md", "CONTRIBUTING.md", "docs", ".ci",
        "requirements.lock", ".gitignore", ".gitattributes",
    }  # fmt: skip
    asked = subprocess.run(
        ["git", "-c", "core.quotepath=off", "ls-files"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    ).stdout
    assert {line.split("/")[0] for line in asked.splitlines()} <= allowed


def test_no_exemption_is_left_behind() -> None:
    assert all((ROOT / name).exists() for name in EXEMPT)
