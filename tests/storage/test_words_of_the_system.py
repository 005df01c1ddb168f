"""What a system says of an error reaches no user: it is in another language and names calls."""

import ast
from collections.abc import Iterator

import pytest

from tests.sources import ROOT, nodes_of, source_files, told, where

STORAGE = ROOT / "editor" / "storage"
OF_A_SYSTEM = {"OSError", "StorageError", "EnvironmentError", "PermissionError", "Exception"}


def caught(handler: ast.ExceptHandler) -> set[str]:
    return {node.id for node in ast.walk(handler.type or ast.Pass()) if isinstance(node, ast.Name)}


def shown(handler: ast.ExceptHandler) -> Iterator[int]:
    """The lines in which the caught error itself is made into words."""
    for node in ast.walk(handler):
        match node:
            case ast.FormattedValue(value=ast.Name(id=name)) if name == handler.name:
                yield node.lineno
            case ast.Call(func=ast.Name(id="str"), args=[ast.Name(id=name)]) if (
                name == handler.name
            ):
                yield node.lineno


def told_to_users(tree_nodes: list[ast.AST]) -> Iterator[int]:
    for node in tree_nodes:
        if isinstance(node, ast.Attribute) and node.attr == "strerror":
            yield node.lineno
        if isinstance(node, ast.ExceptHandler) and caught(node) & OF_A_SYSTEM:
            yield from shown(node)


def test_no_word_of_the_system_reaches_a_user() -> None:
    found = [
        f"{where(path)}:{line} (use editor.storage.causes)"
        for path in source_files("editor", "phrasebank")
        if STORAGE not in path.parents
        for line in told_to_users(list(nodes_of(path)))
    ]
    assert not found, told(found)


@pytest.mark.parametrize(
    "words", ["error.strerror", "f'{error}'", "str(error)", "say(f'不行：{error}。')"]
)
def test_such_words_are_known(words: str) -> None:
    tree = ast.parse(f"try:\n    f()\nexcept (ValueError, OSError) as error:\n    {words}\n")
    assert list(told_to_users(list(ast.walk(tree))))


def test_what_says_it_in_its_own_words_is_let_be() -> None:
    tree = ast.parse("try:\n    f()\nexcept Trouble as error:\n    say(str(error))\n")
    assert not list(told_to_users(list(ast.walk(tree))))
