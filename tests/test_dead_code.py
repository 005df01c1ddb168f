"""Nothing is kept alive by its own tests: what no code of the program reaches is taken out.

From what runs when `main.py` is called, names are followed: a name of a module to what it stands
for there, an attribute to every member called so, a string that is a name (a field that is asked
for by name, a command's module) to members and modules. Tests and benches do not count.
"""

import ast
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from tests.sources import module_of, source_files, told, tree_of

# What is called from outside in a way that no source shows. This list may only shrink.
CALLED_FROM_OUTSIDE = {
    "editor.cli.chinese_parser.ChineseParser.format_usage": "argparse, when a call is wrong",
    "editor.cli.chinese_parser.ChineseParser.format_help": "argparse, for --help",
}
# What a cache tells of itself, so that its tests need not look into it. Counters and no more.
COUNTED_BY_TESTS = {
    "editor.ui.layout.paint_cache.PaintCache.looks",
    "editor.ui.layout.paint_cache.PaintCache.pixels",
    "editor.blanks.blank_reader.BlankReader.remembered",
    "phrasebank.search.PhraseIndex.indexed",
}
FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)
VIRTUALS = {"paint", "event", "data", "flags", "index", "parent"}  # of Qt, in small letters


@dataclass(eq=False)
class Unit:
    """A definition (function, class, constant, method, field) and the code that is its own."""

    name: str
    module: "Module"
    owner: "Unit | None" = None
    code: list[ast.AST] = field(default_factory=list)
    bases: list[ast.expr] = field(default_factory=list)
    members: dict[str, "Unit"] = field(default_factory=dict)

    @property
    def dotted(self) -> str:
        return f"{self.owner.dotted if self.owner else self.module.name}.{self.name}"

    @property
    def is_special(self) -> bool:
        """Whether it lives with its class whatever that is: ``__eq__``, and the exceptions."""
        dunder = self.name.startswith("__") and self.name.endswith("__")
        return dunder or self.dotted in CALLED_FROM_OUTSIDE

    @property
    def may_be_virtual(self) -> bool:
        """Whether it is called as Qt calls what a subclass may override."""
        camel = self.name[0].islower() and self.name != self.name.lower()
        return camel or self.name in VIRTUALS

    @property
    def is_tuple(self) -> bool:
        """Whether it is a class whose fields can be read without being named."""
        return any(isinstance(base, ast.Name) and base.id == "NamedTuple" for base in self.bases)


@dataclass(eq=False)
class Module:
    """What a module defines, what its imports are called in it, and what runs at import."""

    name: str
    units: dict[str, Unit] = field(default_factory=dict)
    imported: dict[str, tuple[str, str]] = field(default_factory=dict)
    imports: set[str] = field(default_factory=set)
    held: set[str] = field(default_factory=set)  # modules, among other things, it has as values
    running: list[ast.AST] = field(default_factory=list)


def names_given(statement: ast.AST) -> list[str]:
    """The names that an assignment binds; none for any other statement."""
    targets: list[ast.expr] = []
    if isinstance(statement, ast.AnnAssign):
        targets = [statement.target]
    elif isinstance(statement, ast.Assign):
        targets = statement.targets
    return [n.id for t in targets for n in ast.walk(t) if isinstance(n, ast.Name)]


def class_unit(node: ast.ClassDef, module: Module) -> Unit:
    unit = Unit(node.name, module, bases=node.bases)
    unit.code = [*node.bases, *node.keywords, *node.decorator_list]
    for statement in node.body:
        if isinstance(statement, FUNCTIONS):
            member = unit.members.setdefault(statement.name, Unit(statement.name, module, unit))
            member.code.append(statement)
            continue
        unit.code.append(statement)
        for name in names_given(statement):
            unit.members[name] = Unit(name, module, unit)
    return unit


def module_read(name: str, tree: ast.Module) -> Module:
    module = Module(name)
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom):
            for alias in node.names:
                module.imported[alias.asname or alias.name] = (node.module or "", alias.name)
                module.imports.add(node.module or "")
                module.held.add(f"{node.module}.{alias.name}")
        elif isinstance(node, ast.Import):
            module.held |= {alias.name for alias in node.names}
        elif isinstance(node, ast.Constant) and isinstance(node.value, str):
            module.held.add(node.value)  # a module may be imported by its name
    for statement in tree.body:
        if isinstance(statement, FUNCTIONS):
            module.units[statement.name] = Unit(statement.name, module, code=[statement])
        elif isinstance(statement, ast.ClassDef):
            module.units[statement.name] = class_unit(statement, module)
        elif names := names_given(statement):
            for bound in set(names) - {"__all__"}:
                module.units[bound] = Unit(bound, module, code=[statement])
        else:
            module.running.append(statement)
    return module


class Walk:
    """Follows names from `main.py` on; what it has come to is alive."""

    def __init__(self, modules: Iterable[Module]) -> None:
        self.modules = {m.name: m for m in modules}
        self.alive: set[Unit] = set()
        self._run: set[Module] = set()
        self._waiting: list[tuple[Module, ast.AST]] = []
        self._members: dict[str, list[Unit]] = defaultdict(list)
        for unit in self.classes():
            for member in unit.members.values():
                self._members[member.name].append(member)

    def classes(self) -> list[Unit]:
        return [u for m in self.modules.values() for u in m.units.values() if u.members]

    def everything(self) -> list[Unit]:
        tops = [u for m in self.modules.values() for u in m.units.values()]
        return [*tops, *(member for u in tops for member in u.members.values())]

    def started_at(self, name: str) -> "Walk":
        self._import(name)
        while self._waiting:
            module, code = self._waiting.pop()
            for node in ast.walk(code):
                self._mention(module, node)
        return self

    def _import(self, name: str) -> None:
        module = self.modules.get(name)
        if module and module not in self._run:
            self._run.add(module)
            self._waiting += [(module, statement) for statement in module.running]
            for target in module.imports | module.held:
                self._import(target)

    def _mention(self, module: Module, node: ast.AST) -> None:
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load):
            self._keep_named(module, node.id)
        elif isinstance(node, ast.Attribute):
            self._keep_members(node.attr)
            for name in module.held & self.modules.keys():
                self._keep_named(self.modules[name], node.attr)
        elif isinstance(node, ast.Constant) and isinstance(node.value, str):
            self._keep_members(node.value)
            self._keep_named(module, node.value)
        elif isinstance(node, ast.MatchClass):
            for member in self._pattern_members(module, node):
                self._keep(member)

    def _pattern_members(self, module: Module, node: ast.MatchClass) -> list[Unit]:
        """The fields that a pattern ``Move(first, last, before)`` reads."""
        unit = self.resolved(module, node.cls.id) if isinstance(node.cls, ast.Name) else None
        fields = list(unit.members.values()) if unit else []
        return fields[: len(node.patterns)]

    def resolved(self, module: Module, name: str) -> Unit | None:
        """What a name of a module stands for, through any re-export."""
        while name not in module.units and name in module.imported:
            there, name = module.imported[name]
            if there not in self.modules:
                return None
            module = self.modules[there]
        return module.units.get(name)

    def _keep_named(self, module: Module, name: str) -> None:
        if unit := self.resolved(module, name):
            self._keep(unit)

    def _keep_members(self, name: str) -> None:
        for member in self._members.get(name, ()):
            self._keep(member)

    def _keep(self, unit: Unit) -> None:
        if unit in self.alive:
            return
        self.alive.add(unit)
        self._waiting += [(unit.module, code) for code in unit.code]
        foreign = self._foreign(unit)
        for member in unit.members.values():
            unnamed = (foreign and member.may_be_virtual) or (unit.is_tuple and not member.code)
            if unnamed or member.is_special:
                self._keep(member)

    def _foreign(self, unit: Unit) -> bool:
        """Whether a class has a base that is not ours, which may call what it overrides."""
        for base in unit.bases:
            name = base.id if isinstance(base, ast.Name) else ""
            ours = self.resolved(unit.module, name)
            if ours is None or self._foreign(ours):
                return True
        return False


def test_everything_is_reached_by_the_program() -> None:
    modules = [module_read(module_of(path), tree_of(path)) for path in source_files()]
    walk = Walk(modules).started_at("main")
    dead = {unit.dotted for unit in walk.everything() if unit not in walk.alive}
    assert not (dead := sorted(dead - COUNTED_BY_TESTS)), told(dead)


def test_the_list_of_exceptions_names_what_there_is() -> None:
    modules = [module_read(module_of(path), tree_of(path)) for path in source_files()]
    listed = CALLED_FROM_OUTSIDE.keys() | COUNTED_BY_TESTS
    assert listed <= {unit.dotted for unit in Walk(modules).everything()}
