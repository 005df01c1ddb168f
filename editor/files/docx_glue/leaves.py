"""The inside of a w:p as a row of leaves: letters, and what is no letter, with what is around.

Gluing takes leaves out of one paragraph and puts them into another; their bytes stay the
source's own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from editor.files.docx.text_runs import RunContent, run_contents
from editor.files.docx.xml_tree import attribute, local_name
from editor.files.docx_patch.byte_map import XmlNode, start_tag

# They say something of what they stand in, and go where it goes.
PROPERTIES = {
    "pPr", "rPr", "sdtPr", "sdtEndPr", "rubyPr", "customXmlPr", "smartTagPr",
}  # fmt: skip
# What stands before letters and belongs to them; all else belongs to the letters before it.
_AHEAD = {
    "bookmarkStart", "commentRangeStart", "permStart", "moveFromRangeStart", "moveToRangeStart",
    "instrText",
}  # fmt: skip
_AHEAD_IN_FIELD = {"begin", "separate"}
# The look of Word's own prompts; what is filled in has none of it.
PROMPT_STYLES = {"PlaceholderText", "PlaceholderText1"}
# With their letters cut apart they are no longer what they were.
UNITS = {"ruby", "AlternateContent"}
_DECLARED = re.compile(rb"""\sxmlns(?::[\w.-]+)?=(?:"[^"]*"|'[^']*')""")


class Leaf(NamedTuple):
    """An element that is not taken apart; ``chain`` are the elements around, outermost first.

    ``content`` to ``last`` are the numbers of the run contents in it, -1 for what is no letter,
    and ``text`` the letters. ``ahead``: it belongs to what comes behind it.
    """

    node: XmlNode
    chain: tuple[XmlNode, ...]
    content: int = -1
    last: int = -1
    text: str = ""
    ahead: bool = False


@dataclass(frozen=True, slots=True)
class Source:
    """One w:p of the source with its leaves, the stretches of them that are fields, and the
    name spaces its own tag declares. ``boxes``: text boxes hang on it."""

    key: int
    node: XmlNode
    contents: list[RunContent]
    leaves: list[Leaf]
    places: Mapping[int, int]
    fields: tuple[range, ...]
    spaces: bytes
    boxes: bool

    def leaf_of(self, content: int) -> int:
        """The place among the leaves of a run content (-1: the first with letters), or -1."""
        return self.places.get(content, -1)


def source_of(data: bytes, key: int, node: XmlNode, preserve: bool) -> Source:
    """The leaves of a paragraph's node."""
    contents = run_contents(node, preserve)
    numbers = {id(c.element): n for n, c in enumerate(contents) if c.text}
    leaves = list(_below(node, (), numbers, contents))
    spaces = b"".join(_DECLARED.findall(start_tag(data, node.start)))
    places: dict[int, int] = {}
    for place, leaf in enumerate(leaves):
        if leaf.text:
            places.setdefault(-1, place)
            places.update(dict.fromkeys(range(leaf.content, leaf.last + 1), place))
    boxes = any(local_name(one.tag) == "txbxContent" for one in _all_below(node))
    return Source(key, node, contents, leaves, places, tuple(_fields(leaves)), spaces, boxes)


def _fields(leaves: Sequence[Leaf]) -> Iterator[range]:
    """The places among the leaves of each field that holds no other, codes and result."""
    begin = -1
    for place, leaf in enumerate(leaves):
        if leaf.text:
            continue
        for one in _all_below(leaf.node):
            kind = attribute(one, "fldCharType") if local_name(one.tag) == "fldChar" else ""
            if kind == "begin":
                begin = place
            elif kind == "end" and begin >= 0:
                yield range(begin, place + 1)
                begin = -1


def _below(
    parent: XmlNode,
    chain: tuple[XmlNode, ...],
    numbers: Mapping[int, int],
    contents: list[RunContent],
) -> Iterator[Leaf]:
    for one in parent:
        name = local_name(one.tag)
        if name in PROPERTIES:
            continue
        if id(one) in numbers:
            number = numbers[id(one)]
            yield Leaf(one, chain, number, number, contents[number].text)
            continue
        inner = [numbers[id(n)] for n in _all_below(one) if id(n) in numbers]
        if not inner:
            yield Leaf(one, chain, ahead=_is_ahead(one))
        elif name in UNITS:
            words = "".join([contents[n].text for n in inner])
            yield Leaf(one, chain, inner[0], inner[-1], words)
        else:
            yield from _below(one, (*chain, one), numbers, contents)


def _all_below(node: XmlNode) -> Iterator[XmlNode]:
    waiting = [node]
    while waiting:
        one = waiting.pop()
        yield one
        waiting += reversed(one.children)


def _is_ahead(node: XmlNode) -> bool:
    for one in _all_below(node):
        name = local_name(one.tag)
        if name in _AHEAD or (
            name == "fldChar" and attribute(one, "fldCharType") in _AHEAD_IN_FIELD
        ):
            return True
    return False
