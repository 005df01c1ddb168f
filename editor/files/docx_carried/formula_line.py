"""A formula as one line of words, where a line says exactly the same; else nothing.

Office Math (ECMA-376 Part 1, 22.1). What needs two storeys, a sign over a letter or a sum with
its borders has no exact line: it is refused rather than guessed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import pairwise
from typing import Any, NamedTuple

from editor.editions.carried import NoteWords
from editor.manuscript.marks import LOWERED, RAISED, Mark

# One number or one letter: what may stand on either side of a stroke without brackets.
_ATOM = re.compile(r"[0-9]+(?:[.,][0-9]+)*[%％‰]?|[^\W\d_]")
_SCRIPTS = {
    "sSup": (("sup", RAISED),),
    "sSub": (("sub", LOWERED),),
    "sSubSup": (("sub", LOWERED), ("sup", RAISED)),
}
_THROUGH = ("oMath", "oMathPara", "e", "num", "den", "box", "ins", "sub", "sup", "hyperlink")


class _FormulaPiece(NamedTuple):
    """``alone``: next to a letter or a digit it would be read otherwise."""

    text: str
    look: str = ""
    alone: bool = False


def line_of(formula: Any) -> NoteWords | None:
    """The words of an m:oMath or m:oMathPara with what is raised or lowered; None: no line."""
    pieces = _pieces(formula)
    if pieces is None or not _apart(pieces):
        return None
    text = ""
    marks: list[Mark] = []
    for piece in pieces:
        if piece.look:
            marks.append(Mark(len(text), len(text) + len(piece.text), piece.look))
        text += piece.text
    return NoteWords(text, tuple(marks))


def _pieces(element: Any) -> list[_FormulaPiece] | None:
    found: list[_FormulaPiece] = []
    for one in element:
        name = _name(one)
        if name.endswith("Pr") or name in ("", "del", "moveFrom"):
            continue
        more = _read(name, one)
        if more is None:
            return None
        found += more
    return found


def _read(name: str, element: Any) -> list[_FormulaPiece] | None:
    if name in ("r", "t"):
        return _words(element)
    if name in _THROUGH:
        return _pieces(element)
    if name in _SCRIPTS:
        return _scripts(element, _SCRIPTS[name])
    if name == "d":
        return _bracketed(element)
    if name == "f":
        return _fraction(element)
    if name == "rad":
        return _root(element)
    return [] if name in ("bookmarkStart", "bookmarkEnd", "proofErr") else None


def _words(run: Any) -> list[_FormulaPiece]:
    whole = [run] if _name(run) == "t" else run
    return [_FormulaPiece("".join(one.text or "" for one in whole if _name(one) == "t"))]


def _scripts(element: Any, parts: Iterable[tuple[str, str]]) -> list[_FormulaPiece] | None:
    base = _pieces(_part(element, "e"))
    if base is None or any(piece.look for piece in base):
        return None
    if not _ATOM.fullmatch(_text(base)) and not _text(base).endswith((")", "）", "]")):
        return None  # ab² would raise the b alone
    for name, look in parts:
        script = _pieces(_part(element, name))
        if script is None or any(piece.look or piece.alone for piece in script):
            return None
        base.append(_FormulaPiece(_text(script), look))
    return base


def _bracketed(element: Any) -> list[_FormulaPiece] | None:
    properties = _part(element, "dPr")
    inner: list[_FormulaPiece] = []
    for part in [one for one in element if _name(one) == "e"]:
        more = _pieces(part)
        if more is None:
            return None
        inner += [_FormulaPiece(_said(properties, "sepChr", "|")), *more] if inner else more
    first, last = _said(properties, "begChr", "("), _said(properties, "endChr", ")")
    return [_FormulaPiece(first), *inner, _FormulaPiece(last)]


def _fraction(element: Any) -> list[_FormulaPiece] | None:
    if _said(_part(element, "fPr"), "type", "bar") == "noBar":
        return None
    sides = [_pieces(_part(element, name)) for name in ("num", "den")]
    texts = [_text(side) for side in sides if side is not None]
    plain = not any(piece.look for side in sides for piece in side or ())
    if not plain or len(texts) < 2 or not all(map(_ATOM.fullmatch, texts)):
        return None
    return [_FormulaPiece("/".join(texts), alone=True)]


def _root(element: Any) -> list[_FormulaPiece] | None:
    degree, inner = _pieces(_part(element, "deg")), _pieces(_part(element, "e"))
    if degree is None or _text(degree) or inner is None or any(piece.look for piece in inner):
        return None
    return (
        [_FormulaPiece("√" + _text(inner), alone=True)] if _ATOM.fullmatch(_text(inner)) else None
    )


def _apart(pieces: list[_FormulaPiece]) -> bool:
    """Whether no fraction or root would be read together with its neighbour."""
    for before, behind in pairwise(pieces):
        if before.alone and (behind.look or _sticks(behind.text[:1], "(（[√.%")):
            return False
        if behind.alone and behind.text[:1] != "√" and _sticks(before.text[-1:], ")）].%"):
            return False
    return True


def _sticks(letter: str, signs: str) -> bool:
    return letter.isalnum() or (bool(letter) and letter in signs)


def _text(pieces: Iterable[_FormulaPiece]) -> str:
    return "".join(piece.text for piece in pieces)


def _part(element: Any, name: str) -> Any:
    return next((one for one in element if _name(one) == name), ())


def _said(properties: Any, name: str, default: str) -> str:
    found = _part(properties, name)
    if found == ():
        return default
    values = [value for key, value in found.attrib.items() if key.endswith("}val")]
    return values[0] if values else ""


def _name(element: Any) -> str:
    """The name without its space: mathematics may hold runs of Word's own."""
    return str(element.tag).rpartition("}")[2]
