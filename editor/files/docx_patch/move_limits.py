"""What forbids a paragraph to go or to move: sections, fields across paragraphs, marks."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from editor.files.docx.xml_tree import attribute, local_name
from editor.files.docx_patch.byte_map import XmlNode
from editor.files.docx_patch.paragraph_patch import own_child

_PAIRS = {
    "bookmarkStart": "bookmarkEnd",
    "commentRangeStart": "commentRangeEnd",
    "permStart": "permEnd",
    "moveFromRangeStart": "moveFromRangeEnd",
    "moveToRangeStart": "moveToRangeEnd",
}
_ENDS = {end: start for start, end in _PAIRS.items()}
_WORDLESS = {"fldChar", "fldSimple", "delText", "delInstrText"}


class MoveLimits(NamedTuple):
    """Of one paragraph: its section's properties, whether a field runs through its end,
    the halves of range marks whose other halves stand elsewhere, all of its range marks, and
    whether it holds what has no letters: a field without a result, tracked deletions."""

    section: XmlNode | None
    crossed: bool
    marks: tuple[XmlNode, ...]
    ranges: tuple[XmlNode, ...]
    wordless: bool


def limits_of(node: XmlNode) -> MoveLimits:
    """The limits of a w:p."""
    section = own_child(own_child(node, "pPr"), "sectPr")
    marks = tuple(n for n in _below(node) if local_name(n.tag) in (*_PAIRS, *_ENDS))
    wordless = any(local_name(n.tag) in _WORDLESS for n in _below(node))
    return MoveLimits(section, _crossed(node), _lone_marks(marks), marks, wordless)


def _crossed(node: XmlNode) -> bool:
    depth = 0
    for one in _below(node):
        if local_name(one.tag) == "fldChar":
            kind = attribute(one, "fldCharType")
            depth += {"begin": 1, "end": -1}.get(kind or "", 0)
            if depth < 0:
                return True
    return depth != 0


def _lone_marks(marks: tuple[XmlNode, ...]) -> tuple[XmlNode, ...]:
    met = [(local_name(n.tag), attribute(n, "id")) for n in marks]
    there = set(met)
    lone: list[XmlNode] = []
    for mark, (name, identity) in zip(marks, met, strict=True):
        other = _PAIRS.get(name) or _ENDS[name]
        if (other, identity) not in there:
            lone.append(mark)
    return tuple(lone)


def _below(node: XmlNode) -> Iterator[XmlNode]:
    for child in node:
        yield child
        yield from _below(child)
