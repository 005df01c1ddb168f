"""A formula as it is printed: without the runs that are hidden (ECMA-376 Part 1, 17.3.2.41)."""

from __future__ import annotations

from copy import deepcopy
from typing import Any, Final

from editor.files.docx_parts.concealed import Concealment, is_run
from editor.manuscript.file_objects import ObjectKind

# What holds a place in a structure: it stays, empty, while the structure does.
_PLACES: Final = ("e", "num", "den", "sub", "sup", "deg", "lim", "fName", "mr")


def shown_formula(formula: Any, concealment: Concealment) -> Any:
    """An m:oMath or m:oMathPara, a copy where something in it is hidden; None: all of it is."""
    hidden = [
        number
        for number, one in enumerate(formula.iter())
        if is_run(one) and ObjectKind.HIDDEN in concealment.kinds(one)
    ]
    if not hidden:
        return formula
    shown = deepcopy(formula)
    elements = list(shown.iter())
    for number in hidden:
        _removed(elements[number], shown)
    return shown if _worded(shown) else None


def _removed(run: Any, formula: Any) -> None:
    """Take a run away, and every structure around it that has nothing left to show."""
    gone, around = run, run.getparent()
    run.getparent().remove(run)
    while around is not formula and not _worded(around):
        gone = gone if _name(around) in _PLACES else around
        around = around.getparent()
    if gone is not run:
        gone.getparent().remove(gone)


def _worded(element: Any) -> bool:
    return any(_name(one) == "t" and one.text for one in element.iter())


def _name(element: Any) -> str:
    return str(element.tag).rpartition("}")[2]
