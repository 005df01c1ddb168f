"""The folders of the checks stand one upon another."""

import ast
from pathlib import Path

import pytest

CHECKS = Path(__file__).resolve().parents[2] / "editor" / "checks"
BELOW = {
    "": set[str](),
    "rules": {""},
    "scanning": {"", "rules"},
    "traces": {"", "rules", "scanning"},
    "programs": {"", "rules", "scanning", "traces"},
    "engine": {"", "rules", "scanning", "traces", "programs"},
    "report": {"", "rules"},
}


def folder_of(module: str) -> str:
    """The folder that a module of the checks lies in; '' for the values that all know."""
    parts = module.split(".")[2:]
    return parts[0] if len(parts) > 1 else ""


@pytest.mark.parametrize("folder", BELOW)
def test_a_folder_knows_only_those_below_it(folder: str):
    known = BELOW[folder] | {folder}
    for path in (CHECKS / folder).glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("editor.checks"):
                assert folder_of(node.module or "") in known, f"{path.name}: {node.module}"


def test_no_folder_is_forgotten():
    there = {path.name for path in CHECKS.iterdir() if (path / "__init__.py").exists()}
    assert there | {""} == set(BELOW)
