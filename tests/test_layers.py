"""The table of rooms: who may import whom, checked from the imports themselves.

Lazy imports and those for types only count as any other: what a function imports when it runs
it depends on, and what a type names it knows.
"""

import ast
from collections.abc import Iterator
from functools import cache

from tests.sources import module_of, nodes_of, source_files, told

ROOMS = {
    "editor.data_files": set(),
    "editor.storage": {"editor.data_files"},
    "editor.language": {"editor.data_files"},
    "editor.manuscript": {"editor.language"},
    "editor.blanks": {"editor.manuscript", "editor.language"},
    "editor.profile": {
        "editor.manuscript", "editor.language", "editor.storage", "editor.data_files",
    },
    "editor.intake": {"editor.manuscript", "editor.blanks", "editor.language"},
    "editor.garbage": set(),
    "editor.checks": {
        "editor.manuscript", "editor.blanks", "editor.language", "editor.garbage",
        "editor.profile", "editor.data_files",
    },
    "editor.words": {"editor.manuscript"},
    "editor.editions": {"editor.manuscript", "editor.blanks"},
    "editor.files": {
        "editor.manuscript", "editor.blanks", "editor.editions", "editor.storage",
        "editor.data_files",
    },
    "editor.settings": {"editor.storage", "editor.data_files"},
    "phrasebank": {"editor.manuscript", "editor.blanks", "editor.language", "editor.storage"},
    "editor.analysis": {
        "editor.manuscript", "editor.blanks", "editor.checks", "editor.garbage",
        "editor.data_files",
    },
    "editor.proof_report": {"editor.checks", "editor.editions"},
    "editor.speech_edition": {"editor.editions", "editor.settings"},
    "editor.cli": {
        "editor.manuscript", "editor.blanks", "editor.intake", "editor.checks", "editor.words",
        "editor.editions", "editor.files", "editor.settings", "editor.analysis", "phrasebank",
        "editor.startup", "editor.profile", "editor.proof_report", "editor.speech_edition",
        "editor.storage", "editor.data_files", "editor.language",
    },
    "editor.run_log": {"editor.storage", "editor.data_files"},
    "editor.traces": {
        "editor.settings", "editor.files", "editor.storage", "editor.data_files",
    },
    "editor.startup": set(),
    "editor.input_method": set(),
}  # fmt: skip
# The parts of a room among themselves; who may import the room may import all of them.
PARTS = {
    "editor.manuscript.outline": set(),
    "editor.manuscript.structure": {"editor.manuscript.outline"},
    "editor.manuscript.enumeration": {"editor.manuscript.outline"},
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
# The rooms of the window among themselves; each may import the rooms without Qt as well. `shell`
# composes them all and is imported by none but `launch`.
PARTS_OF_A_WINDOW = {"autosave", "background_task", "context", "document", "errands",
                     "input_method", "look", "menu_entries", "message_bar", "open_text",
                     "trouble_box"}  # fmt: skip
WINDOW = {
    "look": set(),
    "menu_entries": set(),
    "message_bar": {"look"},
    "input_method": {"message_bar"},
    "trouble_box": {"look"},
    "errands": set(),
    "background_task": {"errands", "message_bar"},
    "folder_lock": set(),
    "document": {"errands", "look"},
    "open_text": {"document"},
    "context": {"document", "open_text", "message_bar"},
    "autosave": {"document", "errands", "folder_lock", "open_text"},
    "layout": {"document", "look"},
    "page": PARTS_OF_A_WINDOW | {"layout"},
    "find": PARTS_OF_A_WINDOW | {"page"},
    "paper": {"look", "message_bar"},
    "files": PARTS_OF_A_WINDOW,
    "drafts": PARTS_OF_A_WINDOW | {"files"},
    "session": PARTS_OF_A_WINDOW | {"files", "folder_lock", "drafts"},
    "kept": PARTS_OF_A_WINDOW | {"files", "drafts"},
    "traces": PARTS_OF_A_WINDOW | {"folder_lock"},
    "panels": PARTS_OF_A_WINDOW,
    "marked_words": PARTS_OF_A_WINDOW | {"layout", "page", "panels"},
    "printing": PARTS_OF_A_WINDOW | {"files", "paper"},
    "proof": PARTS_OF_A_WINDOW | {"files", "paper"},
    "profile": PARTS_OF_A_WINDOW,
    "receipt": PARTS_OF_A_WINDOW,
    "guard": {"errands", "look", "context"},
    "help": {"look", "settings"},
    "rehearsal": PARTS_OF_A_WINDOW,
    "settings": PARTS_OF_A_WINDOW,
    "repair": PARTS_OF_A_WINDOW | {"receipt"},
    "tree": PARTS_OF_A_WINDOW | {"page"},
    "outline_views": PARTS_OF_A_WINDOW | {"page", "tree"},
    "tabs": {"look"},
    "tool_bar": {"look"},
    "garbage_timer": {"page"},
}
WINDOW["shell"] = set(WINDOW) - {"garbage_timer"}
WINDOW["launch"] = {*WINDOW}
WITHOUT_QT = set(ROOMS) - {"editor.cli"}
ROOMS |= {
    f"editor.ui.{room}": {f"editor.ui.{other}" for other in allowed} | WITHOUT_QT
    for room, allowed in WINDOW.items()
}
ROOMS["editor.ui"] = set()
ROOMS["editor.app"] = WITHOUT_QT | {"editor.ui.launch", "editor.ui.paper"}
ROOMS["main"] = {"editor.app", "editor.cli"}
ROOMS["editor"] = set()
OUTSIDE = {
    "PySide6": {"editor.ui", "editor.app"},
    "shiboken6": {"editor.ui"},
    "jieba": {"editor.words"},
    "docx": set(),  # python-docx is the tests' second opinion; the program writes its own files
    "lxml": {"editor.files"},
    "platformdirs": {"editor.storage"},
    "pypdfium2": {"editor.files"},
}
NETWORK = {"socket", "ssl", "http", "urllib", "ftplib", "smtplib", "requests", "asyncio"}


def room_of(module: str) -> str:
    """The longest room name that the module lies in."""
    fits = [r for r in ROOMS if module == r or module.startswith(r + ".")]
    return max(fits, key=len)


@cache
def imports() -> dict[str, set[str]]:
    """What each module imports, wherever in it; ``from package import module`` is the module."""
    paths = {module_of(path): path for path in source_files()}
    return {
        name: {found for node in nodes_of(path) for found in imported(node, set(paths))}
        for name, path in paths.items()
    }


def imported(node: ast.AST, modules: set[str]) -> Iterator[str]:
    if isinstance(node, ast.Import):
        yield from (alias.name for alias in node.names)
    elif isinstance(node, ast.ImportFrom):
        package = "." * node.level + (node.module or "")
        whole = [f"{package}.{alias.name}" for alias in node.names]
        yield from (one if one in modules else package for one in whole)


def ours() -> dict[str, set[str]]:
    """The imports of one another."""
    graph = imports()
    return {name: {t for t in targets if t in graph} - {name} for name, targets in graph.items()}


def test_a_module_imports_only_what_its_room_may() -> None:
    wrong = [
        f"{name} ({room_of(name)}) imports {target}"
        for name, targets in ours().items()
        for target in targets
        if room_of(target) not in {room_of(name), "editor", *ROOMS[room_of(name)]}
    ]
    assert not wrong, told(wrong)


def test_packages_of_others_are_imported_where_the_table_says() -> None:
    wrong = [
        f"{name} imports {target}"
        for name, targets in imports().items()
        for target in targets
        for top in [target.split(".")[0]]
        if top in OUTSIDE
        and not any(name == room or name.startswith(room + ".") for room in OUTSIDE[top])
    ]
    assert not wrong, told(wrong)


def test_no_module_reaches_for_the_network_or_imports_relatively() -> None:
    wrong = [
        f"{name} imports {target}"
        for name, targets in imports().items()
        for target in targets
        if target.startswith(".")
        or target.split(".")[0] in NETWORK
        or target == "PySide6.QtNetwork"
    ]
    assert not wrong, told(wrong)


def in_circles(graph: dict[str, set[str]]) -> list[str]:
    """What is left when all that imports nothing of the rest is taken away, again and again."""
    graph = dict(graph)
    while leaves := [name for name, targets in graph.items() if not targets & graph.keys()]:
        for name in leaves:
            del graph[name]
    return sorted(graph)


def test_modules_import_each_other_in_no_circle() -> None:
    assert not (left := in_circles(ours())), told(left)


def test_rooms_import_each_other_in_no_circle() -> None:
    rooms: dict[str, set[str]] = {room: set() for room in ROOMS}
    for name, targets in ours().items():
        rooms[room_of(name)] |= {room_of(target) for target in targets} - {room_of(name)}
    assert not (left := in_circles(rooms)), told(left)


def test_a_circle_is_seen_through_a_lazy_import() -> None:
    lazy = ast.parse("def f():\n    from editor.a import b\n")
    assert {t for n in ast.walk(lazy) for t in imported(n, {"editor.a.b"})} == {"editor.a.b"}
    assert in_circles({"a": {"b"}, "b": {"c"}, "c": {"b"}, "d": {"a"}}) == ["a", "b", "c", "d"]


def test_every_folder_of_the_window_is_a_room() -> None:
    folders = {m.split(".")[2] for m in imports() if m.startswith("editor.ui.")}
    assert folders == set(WINDOW)


def test_the_rooms_without_qt_start_without_qt() -> None:
    assert not [
        room for room in WITHOUT_QT if any(other.startswith("editor.ui") for other in ROOMS[room])
    ]
