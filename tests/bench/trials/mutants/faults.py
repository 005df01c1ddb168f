"""Small faults of a kind that a hand makes, from the source of a module.

Each is one place replaced: a comparison turned, a `not` left out, a step dropped, a number one
off, a lock not taken, an error not raised. What only words or types say is left alone.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from typing import NamedTuple

TURNED = {
    ast.Eq: "!=", ast.NotEq: "==", ast.Lt: "<=", ast.LtE: "<", ast.Gt: ">=", ast.GtE: ">",
    ast.In: "not in", ast.NotIn: "in", ast.Is: "is not", ast.IsNot: "is",
}  # fmt: skip
NO_LOCK = "__import__('contextlib').nullcontext()"


class Fault(NamedTuple):
    """One fault: its kind, the line it is in (from 1), that line's words, the whole new source.

    ``number`` counts the faults of one kind in lines of the same words.
    """

    kind: str
    line: int
    words: str
    number: int
    source: str

    @property
    def name(self) -> str:
        """What stays the same when lines are put in above."""
        return f"{self.kind} | {self.words} | {self.number}"


class _Place(NamedTuple):
    kind: str
    node: ast.expr | ast.stmt
    words: str


def faults_of(source: str) -> list[Fault]:
    """All faults of a module, in the order of its lines."""
    lines = source.splitlines(keepends=True)
    starts = [0]
    for line in lines:
        starts.append(starts[-1] + len(line.encode()))
    raw, seen, found = source.encode(), dict[tuple[str, str], int](), list[Fault]()
    for kind, node, words in sorted(_places(ast.parse(source)), key=_order):
        assert node.end_lineno is not None and node.end_col_offset is not None
        start = starts[node.lineno - 1] + node.col_offset
        end = starts[node.end_lineno - 1] + node.end_col_offset
        line = lines[node.lineno - 1].strip()
        number = seen[kind, line] = seen.get((kind, line), -1) + 1
        new = raw[:start] + words.encode() + raw[end:]
        found.append(Fault(kind, node.lineno, line, number, new.decode()))
    return [fault for fault in found if _is_code(fault.source)]


def _order(place: _Place) -> tuple[int, int, str]:
    return place.node.lineno, place.node.col_offset, place.kind


def _is_code(source: str) -> bool:
    try:
        compile(source, "", "exec")
    except SyntaxError:
        return False
    return True


def _places(tree: ast.Module) -> Iterator[_Place]:
    skipped = {id(inside) for node in _types(tree) for inside in ast.walk(node)}
    for node in ast.walk(tree):
        if id(node) not in skipped:
            yield from _of_steps(node)
            yield from _of_values(node)


def _types(tree: ast.Module) -> Iterator[ast.AST]:
    """What says types, or is for who writes the code alone."""
    for node in ast.walk(tree):
        match node:
            case ast.arg(annotation=ast.AST() as said) | ast.AnnAssign(annotation=said):
                yield said
            case ast.FunctionDef(returns=ast.AST() as said):
                yield said
            case ast.ClassDef():
                yield from node.decorator_list  # frozen, slots: for who writes the code
            case ast.If(test=ast.Name(id="TYPE_CHECKING")) | ast.ImportFrom() | ast.Import():
                yield node
            case _:
                pass


def _of_steps(node: ast.AST) -> Iterator[_Place]:
    match node:
        case ast.Expr(value=ast.Call()):
            yield _Place("step dropped", node, "pass")
        case ast.Raise(exc=ast.expr()):
            yield _Place("error not raised", node, "pass")
        case ast.Return(value=ast.expr() as value) if not isinstance(value, ast.Constant):
            yield _Place("nothing given back", value, "None")
        case ast.With(items=[ast.withitem(context_expr=held, optional_vars=None)]):
            yield _Place("not held", held, NO_LOCK)
        case ast.Continue() | ast.Break():
            yield _Place("goes on", node, "pass")
        case _:
            pass


def _of_values(node: ast.AST) -> Iterator[_Place]:
    match node:
        case ast.Compare(left=left, ops=[op], comparators=[right]) if type(op) in TURNED:
            words = f"({ast.unparse(left)}) {TURNED[type(op)]} ({ast.unparse(right)})"
            yield _Place("comparison turned", node, f"({words})")
        case ast.BoolOp(op=op, values=values):
            word = " or " if isinstance(op, ast.And) else " and "
            yield _Place("and for or", node, f"({word.join(ast.unparse(v) for v in values)})")
        case ast.UnaryOp(op=ast.Not(), operand=operand):
            yield _Place("not left out", node, f"({ast.unparse(operand)})")
        case ast.If(test=test) | ast.While(test=test) | ast.IfExp(test=test):
            if not isinstance(test, ast.Compare | ast.BoolOp | ast.UnaryOp):
                yield _Place("condition turned", test, f"(not ({ast.unparse(test)}))")
        case ast.Constant(value=bool() as value):
            yield _Place("yes for no", node, str(not value))
        case ast.Constant(value=int() as value):
            yield _Place("one off", node, str(value + 1))
        case ast.AugAssign(target=target, op=ast.Add(), value=value):
            words = f"{ast.unparse(target)} -= {ast.unparse(value)}"
            yield _Place("minus for plus", node, words)
        case _:
            pass
