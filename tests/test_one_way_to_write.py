"""Only `editor.storage` writes: no other module opens a file to write, or moves one."""

import ast
from collections.abc import Iterator

import pytest

from tests.sources import ROOT, module_of, source_files

STORAGE = ROOT / "editor" / "storage"
# What changes a disk whatever it is called on, and the functions of these modules that do.
METHODS = {
    "write_text", "write_bytes", "rename", "mkdir", "rmdir", "unlink", "touch", "chmod",
    "symlink_to", "hardlink_to", "rmtree", "copyfile", "copytree", "mkstemp", "mkdtemp",
    "NamedTemporaryFile", "TemporaryFile", "TemporaryDirectory", "fdopen", "ftruncate", "utime",
    "makedirs", "removedirs", "renames",
}  # fmt: skip
OF_OS = {"open", "replace", "remove", "write", "truncate"}
# Qt's own ways. QPdfWriter is allowed: `ui/paper/pdf.py` lets it write into memory.
OF_QT = {"QSaveFile", "QFile", "QSettings", "QTemporaryFile", "QTemporaryDir"}
# module: names it may still use, with the reason. Only shrinks.
EXCEPTIONS: dict[str, set[str]] = {}


def name_of(call: ast.Call) -> str:
    match call.func:
        case ast.Name(id=name) | ast.Attribute(attr=name):
            return name
        case _:
            return ""


def opens_to_write(call: ast.Call) -> bool:
    """Whether a call of ``open`` has a mode that writes, or one that cannot be read here.

    What a method of this name is given by a variable is a name in an archive.
    """
    method = isinstance(call.func, ast.Attribute)
    told = [k.value for k in call.keywords if k.arg == "mode"]
    placed = call.args[:1] if method else call.args[1:2]
    return any(
        bool(set(str(mode.value)) & set("wax+")) if isinstance(mode, ast.Constant) else sure
        for modes, sure in ((told, True), (placed, not method))
        for mode in modes
    )


def ways_to_write(tree: ast.AST) -> Iterator[str]:
    for call in (node for node in ast.walk(tree) if isinstance(node, ast.Call)):
        name = name_of(call)
        of = call.func.value if isinstance(call.func, ast.Attribute) else None
        writes = (
            of and name in METHODS,
            isinstance(of, ast.Name) and of.id == "os" and name in OF_OS,
            name in OF_QT,
            name == "open" and opens_to_write(call),
            # A path's: a text's takes two words, a value's takes keywords.
            name == "replace" and of and len(call.args) == 1 and not call.keywords,
        )
        if any(writes):
            yield name


def test_nothing_else_writes() -> None:
    rooms = [path for path in source_files() if STORAGE not in path.parents]
    trees = {path: ast.parse(path.read_text("utf-8")) for path in rooms}
    found = {module_of(path): set(ways_to_write(tree)) for path, tree in trees.items()}
    assert {module: ways for module, ways in found.items() if ways} == EXCEPTIONS


@pytest.mark.parametrize(
    "text",
    [
        "path.write_text('')", "open(path, 'wb')", "path.open('a')", "os.replace(a, b)",
        "a.replace(b)", "tempfile.mkstemp()", "open(path, mode=way)", "os.open(path, 0)",
        "QSaveFile(name)", "path.unlink()",
    ],
)  # fmt: skip
def test_what_writes_is_known(text: str) -> None:
    assert list(ways_to_write(ast.parse(text)))


@pytest.mark.parametrize("text", ["open(path)", "path.open('rb')", "'a'.replace('b', 'c')"])
def test_what_only_reads_is_let_be(text: str) -> None:
    assert not list(ways_to_write(ast.parse(text)))
