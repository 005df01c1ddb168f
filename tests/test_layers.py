"""The table of rooms: who may import whom, checked from the imports themselves."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
ROOMS = {
    "editor.storage": set(),
    "editor.language": set(),
    "editor.manuscript": {"editor.language"},
    "editor.blanks": {"editor.manuscript", "editor.language"},
    "editor.profile": {"editor.manuscript", "editor.language", "editor.storage"},
    "editor.intake": {"editor.manuscript", "editor.blanks", "editor.language"},
    "editor.garbage": set(),
    "editor.checks": {
        "editor.manuscript", "editor.blanks", "editor.language", "editor.garbage",
        "editor.profile",
    },
    "editor.words": {"editor.manuscript"},
    "editor.editions": {"editor.manuscript", "editor.blanks"},
    "editor.files": {"editor.manuscript", "editor.blanks", "editor.editions", "editor.storage"},
    "editor.settings": {"editor.storage"},
    "phrasebank": {"editor.manuscript", "editor.blanks", "editor.language", "editor.storage"},
    "editor.analysis": {"editor.manuscript", "editor.blanks", "editor.checks", "editor.garbage"},
    "editor.proof_report": {"editor.checks", "editor.editions"},
    "editor.cli": {
        "editor.manuscript", "editor.blanks", "editor.intake", "editor.checks", "editor.words",
        "editor.editions", "editor.files", "editor.settings", "editor.analysis", "phrasebank",
        "editor.startup", "editor.profile", "editor.proof_report", "editor.storage",
    },
    "editor.startup": set(),
}  # fmt: skip
# The parts of a room among themselves; who may import the room may import all of them.
PARTS = {
    "editor.manuscript.outline": set(),
    "editor.manuscript.structure": {"editor.manuscript.outline"},
    "editor.manuscript.comparison": {"editor.manuscript.outline"},
    "editor.manuscript.delivery": {"editor.manuscript.outline"},
    "editor.checks.rules": set(),
    "editor.checks.scanning": {"editor.checks.rules"},
    "editor.checks.traces": {"editor.checks.rules", "editor.checks.scanning"},
    "editor.checks.programs": {"editor.checks.scanning", "editor.checks.traces"},
    "editor.checks.engine": {
        "editor.checks.rules", "editor.checks.scanning", "editor.checks.traces",
        "editor.checks.programs",
    },
    "editor.checks.report": {"editor.checks.rules"},
}  # fmt: skip
WHOLE = {part: part.rpartition(".")[0] for part in PARTS}
for part, room in WHOLE.items():
    PARTS[part] |= {room} | ROOMS[room]
for room, allowed in [*ROOMS.items(), *PARTS.items()]:
    allowed |= {p for p, whole in WHOLE.items() if whole in allowed and whole != WHOLE.get(room)}
ROOMS |= PARTS
ROOMS["editor.ui"] = set(ROOMS) - {"editor.cli"}
ROOMS["editor.app"] = set(ROOMS)
ROOMS["main"] = {"editor.app", "editor.cli"}
ROOMS["editor"] = set()
OUTSIDE = {
    "PySide6": {"editor.ui", "editor.app"},
    "shiboken6": {"editor.ui"},
    "jieba": {"editor.words"},
    "docx": {"editor.files"},
    "lxml": {"editor.files"},
    "platformdirs": {"editor.storage"},
}


def room_of(module: str) -> str:
    """The longest room name that the module lies in."""
    fits = [r for r in ROOMS if module == r or module.startswith(r + ".")]
    return max(fits, key=len)


def sources() -> list[Path]:
    return [
        ROOT / "main.py",
        *sorted((ROOT / "editor").rglob("*.py")),
        *sorted((ROOT / "phrasebank").rglob("*.py")),
    ]


def imports_of(path: Path) -> set[str]:
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative import"
            found.add(node.module or "")
    return found


@pytest.mark.parametrize("path", sources(), ids=lambda p: str(p.relative_to(ROOT)))
def test_a_module_imports_only_what_its_room_may(path: Path) -> None:
    module = ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")
    room = room_of(module)
    for name in imports_of(path):
        top = name.split(".")[0]
        if top in ("editor", "phrasebank", "main") and name != "editor":
            target = room_of(name)
            assert target == room or target in ROOMS[room], f"{room} must not import {name}"
        if top in OUTSIDE:
            assert room in OUTSIDE[top], f"{room} must not import {top}"


NETWORK = {"socket", "ssl", "http", "urllib", "ftplib", "smtplib", "requests", "asyncio"}


@pytest.mark.parametrize("path", sources(), ids=lambda p: str(p.relative_to(ROOT)))
def test_no_module_reaches_for_the_network(path: Path) -> None:
    names = imports_of(path)
    assert not {name.split(".")[0] for name in names} & NETWORK
    assert "PySide6.QtNetwork" not in names


def module_of(path: Path) -> str:
    return ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")


def top_imports(path: Path) -> set[str]:
    """What a module imports when it is imported itself (not later, not for types only)."""
    body = ast.parse(path.read_text(encoding="utf-8")).body
    found = {n.module or "" for n in body if isinstance(n, ast.ImportFrom)}
    return found | {a.name for n in body if isinstance(n, ast.Import) for a in n.names}


def test_no_two_modules_import_each_other() -> None:
    graph = {module_of(p): top_imports(p) for p in sources()}
    graph = {name: targets & graph.keys() - {name} for name, targets in graph.items()}
    while leaves := [name for name, targets in graph.items() if not targets & graph.keys()]:
        for name in leaves:
            del graph[name]
    assert not graph, f"import cycles among {sorted(graph)}"


def test_the_rooms_without_qt_start_without_qt() -> None:
    assert all(
        "editor.ui" not in allowed for room, allowed in ROOMS.items() if room != "editor.app"
    )
