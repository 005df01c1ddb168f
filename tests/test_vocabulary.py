"""One word for one thing: a class name stands for one class, a module name for one subject."""

import ast
from collections import defaultdict
from collections.abc import Iterable

from tests.sources import module_of, nodes_of, source_files, told

# Names that still stand for several classes, or for two modules. Both lists may only shrink.
SHARED_CLASSES: set[str] = set()
SHARED_MODULES: set[str] = set()


def several(names: Iterable[tuple[str, str]]) -> dict[str, list[str]]:
    """The names that more than one place gives, with those places."""
    places: dict[str, list[str]] = defaultdict(list)
    for name, place in names:
        places[name].append(place)
    return {name: found for name, found in places.items() if len(found) > 1}


def class_names() -> list[tuple[str, str]]:
    """Every class of the program and its module; ``_Run`` and ``Run`` are one name."""
    return [
        (node.name.lstrip("_"), module_of(path))
        for path in source_files()
        for node in nodes_of(path)
        if isinstance(node, ast.ClassDef)
    ]


def module_names() -> list[tuple[str, str]]:
    """Every module and where it is, by its name without an s at the end."""
    names = {module_of(path) for path in source_files() if path.stem != "__init__"}
    return [(name.rpartition(".")[2].removesuffix("s"), name) for name in names]


def test_a_class_name_stands_for_one_thing() -> None:
    shared = several(class_names())
    assert not (
        wrong := [f"{n}: {', '.join(shared[n])}" for n in shared.keys() - SHARED_CLASSES]
    ), told(wrong)


def test_no_two_modules_differ_by_an_s() -> None:
    alike = {
        name: found
        for name, found in several(module_names()).items()
        if len({place.rpartition(".")[2] for place in found}) > 1
    }
    assert not (wrong := [f"{n}: {', '.join(alike[n])}" for n in alike.keys() - SHARED_MODULES]), (
        told(wrong)
    )
