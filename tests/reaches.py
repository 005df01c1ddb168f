"""Counts how far the code of `editor/ui` reaches through the project's own objects.

A reach is one step of an attribute chain (calls and subscripts are walked through) that is taken
on an object of the project that can change: `shop.window.page.setFocus()` reaches three times.
A chain begins at a name; where that is `self`, the own field it begins with is the start and no
reach, and where it is a local name that stands for a chain, that one's reaches count too (to
give a chain a name does not shorten it). No reach is a step on a value (frozen dataclass,
NamedTuple, Enum), since nothing lies behind it but what it was made with, nor one on what Qt or
Python made. What a name, a field or the answer of a call is comes from the annotations, and
where there is none from the constructor or the name that was assigned; class names stand for one
thing in the whole tree, so a name is enough to find the class.

As a script it counts another checkout: `python -m tests.reaches /path/to/it 3`.
"""

import ast
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

VALUES = {"NamedTuple", "Enum", "IntEnum", "StrEnum", "Flag", "TypedDict"}


class Known(NamedTuple):
    """What a name is, as an annotation, and by how many reaches it was come by."""

    kind: ast.expr | None
    reaches: int = 0


Scope = dict[str, Known]
NOTHING = Known(None)


@dataclass(frozen=True, slots=True)
class Chain:
    """One attribute chain as it is written, and how many of its steps are reaches."""

    line: int
    text: str
    reaches: int


@dataclass
class _Class:
    value: bool
    bases: list[str]
    members: dict[str, ast.expr] = field(default_factory=dict[str, ast.expr])
    methods: dict[str, ast.expr | None] = field(default_factory=dict[str, ast.expr | None])


class Reaches:
    """The classes of the given files, and the chains through their objects."""

    def __init__(self, trees: list[ast.Module]) -> None:
        self._classes: dict[str, _Class] = {}
        self._functions: dict[str, ast.expr | None] = {}
        nodes = [node for tree in trees for node in tree.body]
        for node in nodes:
            if isinstance(node, ast.ClassDef):
                self._classes[node.name] = _class_of(node)
            elif isinstance(node, ast.FunctionDef):
                self._functions[node.name] = node.returns
        for _ in range(3):  # a field may be made from a field that is found out in the same round
            for node in nodes:
                if isinstance(node, ast.ClassDef):
                    self._find_fields(node)

    def chains(self, tree: ast.Module) -> Iterator[Chain]:
        """Every chain of a file that is not part of a longer one."""
        for node in tree.body:
            if isinstance(node, ast.ClassDef):
                scope = {"self": Known(ast.Name(node.name))}
                for inner in node.body:
                    yield from self._chains_in(inner, scope)
            else:
                yield from self._chains_in(node, {})

    # -- what things are

    def _find_fields(self, node: ast.ClassDef) -> None:
        members = self._classes[node.name].members
        for method in (n for n in node.body if isinstance(n, ast.FunctionDef)):
            scope = self._scope_of(method, {"self": Known(ast.Name(node.name))})
            for target, value, annotation in _bindings(method):
                kind = annotation or self._type_of(value, scope)
                if kind and isinstance(target, ast.Attribute) and _is_self(target.value):
                    members.setdefault(target.attr, kind)

    def _scope_of(self, function: ast.FunctionDef | ast.Lambda, outer: Scope) -> Scope:
        given, scope = function.args, dict(outer)
        for param in [*given.posonlyargs, *given.args, *given.kwonlyargs]:
            if param.arg != "self":
                scope[param.arg] = Known(param.annotation)
        if isinstance(function, ast.FunctionDef):
            for target, value, annotation in _bindings(function):
                if isinstance(target, ast.Name):
                    kind = annotation or self._type_of(value, scope)
                    scope[target.id] = Known(kind, self._walk(value, scope)[0])
        return scope

    def _type_of(self, node: ast.expr, scope: Scope) -> ast.expr | None:
        match node:
            case ast.Name(id=name):
                return scope.get(name, NOTHING).kind
            case ast.Attribute(value=value, attr=attr):
                return self._member(self._class(self._type_of(value, scope)), attr)
            case ast.Subscript(value=value):
                return _element(self._type_of(value, scope))
            case ast.IfExp(body=one, orelse=other) | ast.BoolOp(values=[one, other]):
                return self._type_of(one, scope) or self._type_of(other, scope)
            case ast.Call(func=ast.Name(id=name)):
                if name in self._classes:
                    return ast.Name(name)
                return self._functions.get(name) or _answer(scope.get(name, NOTHING).kind)
            case ast.Call(func=ast.Attribute(value=value, attr=attr) as called):
                found = self._method(self._class(self._type_of(value, scope)), attr)
                return found or _answer(self._type_of(called, scope))
        return None

    def _class(self, annotation: ast.expr | None) -> str | None:
        """The project's class an annotation names, whether or not it may be None."""
        match annotation:
            case ast.Constant(value=str() as text):
                return self._class(ast.parse(text, mode="eval").body)
            case ast.BinOp(left=left, right=right):
                return self._class(left) or self._class(right)
            case ast.Name(id=name) | ast.Attribute(attr=name):
                return name if name in self._classes else None
        return None

    def _member(self, name: str | None, attr: str) -> ast.expr | None:
        for owner in self._with_bases(name):
            if attr in owner.members:
                return owner.members[attr]
        return None

    def _method(self, name: str | None, attr: str) -> ast.expr | None:
        for owner in self._with_bases(name):
            if attr in owner.methods:
                return owner.methods[attr]
        return None

    def _with_bases(self, name: str | None) -> Iterator[_Class]:
        if name in self._classes:
            owner = self._classes[name]
            yield owner
            for base in owner.bases:
                yield from self._with_bases(base)

    # -- what is reached through

    def _chains_in(self, node: ast.AST, scope: Scope) -> Iterator[Chain]:
        if isinstance(node, ast.FunctionDef | ast.Lambda):
            scope = self._scope_of(node, scope)
        if isinstance(node, ast.Attribute):
            reaches, beside = self._walk(node, scope)
            yield Chain(node.lineno, ast.unparse(node), reaches)
            for other in beside:
                yield from self._chains_in(other, scope)
            return
        for child in ast.iter_child_nodes(node):
            yield from self._chains_in(child, scope)

    def _walk(self, node: ast.expr, scope: Scope) -> tuple[int, list[ast.expr]]:
        """The reaches of a chain, and what else is written in it (arguments, subscripts)."""
        reaches, beside = 0, list[ast.expr]()
        while True:
            match node:
                case ast.Attribute(value=value):
                    reaches += self._is_reach(value, scope)
                    node = value
                case ast.Call(func=func, args=args, keywords=keywords):
                    beside += [*args, *(k.value for k in keywords)]
                    node = func
                case ast.Subscript(value=value, slice=index):
                    beside.append(index)
                    node = value
                case ast.Name(id=name):
                    return reaches + scope.get(name, NOTHING).reaches, beside
                case _:
                    return reaches, [*beside, node]

    def _is_reach(self, through: ast.expr, scope: Scope) -> bool:
        name = self._class(self._type_of(through, scope))
        return name is not None and not self._classes[name].value and not _is_self(through)


def _class_of(node: ast.ClassDef) -> _Class:
    bases = [ast.unparse(base).split("[")[0].split(".")[-1] for base in node.bases]
    frozen = any("frozen=True" in ast.unparse(d) for d in node.decorator_list)
    found = _Class(frozen or not VALUES.isdisjoint(bases), bases)
    for inner in node.body:
        if isinstance(inner, ast.AnnAssign) and isinstance(inner.target, ast.Name):
            found.members[inner.target.id] = inner.annotation
        elif isinstance(inner, ast.FunctionDef):
            marks = {ast.unparse(d) for d in inner.decorator_list}
            if marks & {"property", "cached_property"} and inner.returns is not None:
                found.members[inner.name] = inner.returns
            else:
                found.methods[inner.name] = inner.returns
    return found


def _bindings(
    function: ast.FunctionDef,
) -> Iterator[tuple[ast.expr, ast.expr, ast.expr | None]]:
    """What is bound in a function in the order of the text: target, value, annotation."""
    found = list[tuple[ast.expr, ast.expr, ast.expr | None]]()
    for node in ast.walk(function):
        match node:
            case ast.AnnAssign(target=target, value=value, annotation=annotation):
                found.append((target, value or ast.Name(""), annotation))
            case ast.Assign(targets=targets, value=value):
                found += [(*pair, None) for t in targets for pair in _pairs(t, value)]
            case ast.NamedExpr(target=target, value=value):
                found.append((target, value, None))
            case ast.For(target=target, iter=value) | ast.comprehension(target=target, iter=value):
                found.append((target, ast.Subscript(value, ast.Constant(0)), None))
    yield from sorted(found, key=lambda bound: bound[0].lineno)


def _pairs(target: ast.expr, value: ast.expr) -> list[tuple[ast.expr, ast.expr]]:
    if isinstance(target, ast.Tuple) and isinstance(value, ast.Tuple):
        return list(zip(target.elts, value.elts, strict=False))
    return [(target, value)]


def _element(annotation: ast.expr | None) -> ast.expr | None:
    """What lies in a container: of a dictionary the value, of all others the one kind."""
    if isinstance(annotation, ast.Subscript):
        inner = annotation.slice
        kinds = inner.elts if isinstance(inner, ast.Tuple) else [inner]
        kinds = [k for k in kinds if not isinstance(k, ast.Constant)]
        return kinds[-1] if kinds else None
    return None


def _answer(annotation: ast.expr | None) -> ast.expr | None:
    """What a field answers that is called: the last of `Callable[[…], Answer]`."""
    return _element(annotation) if "Callable" in ast.unparse(annotation or ast.Name("")) else None


def _is_self(node: ast.expr) -> bool:
    return isinstance(node, ast.Name) and node.id == "self"


def main(root: Path, least: int) -> None:
    """Print every chain of a checkout with at least so many reaches."""
    files = sorted((root / "editor").rglob("*.py"))
    trees = {path: ast.parse(path.read_text(encoding="utf-8")) for path in files}
    ui = {p: t for p, t in trees.items() if "ui" in p.relative_to(root).parts}
    reaches, found = Reaches(list(trees.values())), 0
    for path, tree in ui.items():
        for chain in reaches.chains(tree):
            if chain.reaches >= least:
                found += 1
                print(f"{path.relative_to(root)}:{chain.line}: {chain.reaches} {chain.text}")
    print(f"{found} found")


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
