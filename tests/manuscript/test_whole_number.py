"""Numbers that others wrote are read in one way, whatever they wrote."""

import ast

import pytest

from editor.manuscript.whole_number import whole_number
from tests.sources import nodes_of, source_files, told, where


@pytest.mark.parametrize(
    ("words", "number"), [("12", 12), ("-3", -3), ("+3", 3), (" 7 ", 7), ("１２", 12), ("٣", 3)]
)
def test_digits_of_any_script_are_a_number(words: str, number: int) -> None:
    assert whole_number(words, -1) == number


@pytest.mark.parametrize("words", [None, "", "²", "①", "1.5", "一", "0x1", "1_0", "9" * 5_000, "-"])
def test_what_is_no_number_is_what_the_caller_says(words: str | None) -> None:
    assert whole_number(words, 8) == 8


def calls(node: ast.AST) -> set[str]:
    inside = (one.func for one in ast.walk(node) if isinstance(one, ast.Call))
    return {f.attr if isinstance(f, ast.Attribute) else getattr(f, "id", "") for f in inside}


def test_nobody_asks_for_digits_and_then_trusts_them() -> None:
    wrong = [
        f"{where(path)}:{node.lineno} {node.name}"
        for path in source_files()
        for node in nodes_of(path)
        if isinstance(node, ast.FunctionDef)
        and {"isdigit", "isdecimal", "isnumeric"} & calls(node)
        and "int" in calls(node)
    ]
    assert not wrong, told(wrong)
