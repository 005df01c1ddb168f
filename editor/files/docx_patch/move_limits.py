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


class MoveLimits(NamedTuple):
    """Of one paragraph: its section's properties, whether a field runs through its end,
    and the halves of range marks whose other halves stand elsewhere."""

    section: XmlNode | None
    crossed: bool
    marks: tuple[XmlNode, ...]


def limits_of(node: XmlNode) -> MoveLimits:
    """The limits of a w:p."""
    section = own_child(own_child(node, "pPr"), "sectPr")
    return MoveLimits(section, _crossed(node), _lone_marks(node))


def _crossed(node: XmlNode) -> bool:
    depth = 0
    for one in _below(node):
        if local_name(one.tag) == "fldChar":
            kind = attribute(one, "fldCharType")
            depth += {"begin": 1, "end": -1}.get(kind or "", 0)
            if depth < 0:
                return True
    return depth != 0


def _lone_marks(node: XmlNode) -> tuple[XmlNode, ...]:
    marks = [n for n in _below(node) if local_name(n.tag) in _PAIRS or local_name(n.tag) in _ENDS]
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
