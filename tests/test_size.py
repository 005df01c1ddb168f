"""Limits of size and naming; the exempt list may only shrink."""

import ast
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
EXEMPT: set[str] = set()
DRAWERS = {"utils", "misc", "common", "helpers", "util", "helper"}
DRAWER_ENDINGS = ("manager", "handler")


def sources() -> list[Path]:
    folders = ("editor", "phrasebank", "tests")
    return [ROOT / "main.py", *(p for f in folders for p in sorted((ROOT / f).rglob("*.py")))]


def length(node: ast.AST) -> int:
    return node.end_lineno - node.lineno + 1  # type: ignore[attr-defined]


def parameters(node: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    names = [a.arg for a in (*node.args.posonlyargs, *node.args.args, *node.args.kwonlyargs)]
    return len([n for n in names if n not in ("self", "cls")])


@pytest.mark.parametrize("path", sources(), ids=lambda p: str(p.relative_to(ROOT)))
def test_a_file_keeps_the_limits(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    where = str(path.relative_to(ROOT))
    if where in EXEMPT:
        return
    assert len(text.splitlines()) <= 400, where
    assert path.stem not in DRAWERS and not path.stem.endswith(DRAWER_ENDINGS), where
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            assert length(node) <= 50, f"{where}: {node.name}"
            assert where.startswith("tests") or parameters(node) <= 5, f"{where}: {node.name}"
        elif isinstance(node, ast.ClassDef):
            assert length(node) <= 200, f"{where}: {node.name}"
        elif isinstance(node, ast.Global):
            raise AssertionError(f"{where}: global")


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
