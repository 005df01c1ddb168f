"""Before a glued paragraph is written: does each letter have the look it came with?

What was written is read back on its own and laid beside the runs its letters came from.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from editor.files.docx.text_runs import run_contents
from editor.files.docx.xml_tree import attribute, local_name
from editor.files.docx_glue.leaves import PROMPT_STYLES, Source
from editor.files.docx_glue.stretches import Stretch
from editor.files.docx_patch.byte_map import XmlNode, map_bytes, start_tag
from editor.files.docx_patch.paragraph_patch import own_child

# A letter with the properties of its run; None where it was written here.
_Letter = tuple[str, bytes | None]


@dataclass(frozen=True, slots=True)
class LookComparison:
    """The source's part with the paragraphs that letters come from; ``preserve`` as it reads."""

    data: bytes
    sources: Mapping[int, Source]
    preserve: bool

    def changed(self, made: bytes, run: Sequence[Stretch], spaces: bytes) -> int:
        """How many letters of a glued paragraph lost the run properties they came with.

        ``made`` is its content; its tag declares ``spaces``. Raises ValueError where the letters
        themselves are not those that were to be written.
        """
        found = list(_written(self, made, spaces))
        wanted = [letter for stretch in run for letter in _meant(self, stretch)]
        changed = 0
        for one, two in zip_longest(wanted, found):
            if one is None or two is None or one[0] != two[0]:
                raise ValueError("a glued paragraph does not show its letters")
            changed += one[1] is not None and one[1] != two[1]
        return changed


def _meant(given: LookComparison, stretch: Stretch) -> Iterator[_Letter]:
    source = given.sources.get(stretch.key)
    leaf = source.leaf_of(stretch.content) if source else -1
    if source is None or leaf < 0:
        yield from ((letter, None) for letter in stretch.text)
        return
    number = source.leaves[leaf].content
    look = _look(given.data, source.contents[number].run)
    yield from ((letter, look) for letter in stretch.text)


def _written(given: LookComparison, made: bytes, spaces: bytes) -> Iterator[_Letter]:
    root = start_tag(given.data, _root_at(given.data))
    name = root[1:].split(None, 1)[0].rstrip(b"/>").decode()
    prefix = name.rpartition(":")[0]
    prefix = f"{prefix}:" if prefix else ""
    head = root + f"<{prefix}body><{prefix}p".encode() + spaces + b">"
    whole = head + made + f"</{prefix}p></{prefix}body></{name}>".encode()
    node = map_bytes(whole, {1}).nodes[1]
    for content in run_contents(node, given.preserve):
        look = _look(whole, content.run)
        yield from ((letter, look) for letter in content.text)


def _root_at(data: bytes) -> int:
    """Where the first element begins: behind a declaration and comments."""
    at = 0
    while True:
        at = data.index(b"<", at)
        if data[at + 1 : at + 2] not in (b"?", b"!"):
            return at
        at = data.index(b"-->" if data.startswith(b"<!--", at) else b">", at)


def _look(data: bytes, run: XmlNode | None) -> bytes:
    properties = own_child(run, "rPr")
    if properties is None or all(local_name(c.tag) in _MARKS for c in properties):
        return b""
    style = own_child(properties, "rStyle")
    if style is not None and attribute(style, "val") in PROMPT_STYLES:
        # What is filled in looks like no prompt any more.
        return b"".join([data[c.start : c.end] for c in properties if c is not style])
    return b"".join([data[c.start : c.end] for c in properties if local_name(c.tag) not in _MARKS])


_MARKS = {"rPrChange", "ins", "del", "moveFrom", "moveTo"}
