"""Where in the bytes of a main part its paragraphs stand, for patching in place.

lxml gives no byte offsets; expat does. Elements of the paragraphs asked for are kept as
small nodes with their ranges, in the shape `text_runs` reads.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.parsers import expat

from editor.files.docx.xml_tree import COMPATIBILITY, local_name

_START_TAG = re.compile(rb"""<(?:[^<>"']|"[^"]*"|'[^']*')*>""")
# Paragraphs and tables in these, and in nothing else, are blocks that can be moved.
_THROUGH = {"body", "sdt", "sdtContent", "customXml", "ins", "moveTo"}
_BRANCHES = {"AlternateContent", "Choice", "Fallback"}


class XmlNode:
    """An element with its bytes: ``[start, end)``, the content in ``[inner, close)``."""

    __slots__ = ("_attributes", "children", "close", "end", "inner", "start", "tag", "text")

    def __init__(self, tag: str, attributes: dict[str, str], start: int) -> None:
        self.tag = tag
        self._attributes = attributes
        self.children: list[XmlNode] = []
        self.text: str | None = None
        self.start = start
        self.inner = self.close = self.end = start

    def get(self, key: str, /) -> str | None:
        """An attribute by its Clark name."""
        return self._attributes.get(key.removeprefix("{"))

    def __iter__(self) -> Iterator[XmlNode]:
        return iter(self.children)


@dataclass(slots=True)
class BodyBlock:
    """A movable stretch of the body: one paragraph or one table, and what is in it.

    ``keys`` are the paragraphs inside (the first is the block's own, for a paragraph);
    ``container`` is 0 in the body, else the number of the content control around it.
    """

    start: int
    end: int
    table: bool
    container: int
    keys: list[int] = field(default_factory=list[int])


@dataclass(slots=True)
class ByteMap:
    """The map of one part: ranges of all paragraphs by key, blocks in order, asked nodes."""

    data: bytes
    blocks: list[BodyBlock]
    block_of: dict[int, int]
    nodes: dict[int, XmlNode]
    twins: dict[int, int]
    body: int  # byte offset of the w:body tag
    bound: set[int]  # keys in content controls whose text lives elsewhere in the package
    prompts: dict[int, tuple[int, int]]  # of keys in a control that shows its prompt: that flag


def map_bytes(data: bytes, wanted: set[int]) -> ByteMap:
    """Map UTF-8 XML that lxml has read without trouble; nodes for the keys ``wanted``.

    A paragraph of a text box may stand twice, for old and new readers: ``twins`` gives
    the second one's key, and its node is there too.
    """
    scan = _ByteScan(data, wanted)
    scan.run()
    second = {scan.twins[key] for key in wanted if key in scan.twins}
    if second - wanted:
        scan = _ByteScan(data, wanted | second)
        scan.run()
    return ByteMap(
        data,
        scan.blocks,
        scan.block_of,
        scan.nodes,
        scan.twins,
        scan.body,
        scan.bound,
        scan.prompts,
    )


def start_tag(data: bytes, start: int) -> bytes:
    """The whole start tag (or empty-element tag) at an offset."""
    found = _START_TAG.match(data, start)
    if not found:
        raise ValueError(f"no tag at byte {start}")
    return found[0]


class _Alternate:
    """An open mc:AlternateContent: the keys met in each of its branches."""

    __slots__ = ("branches", "depth")

    def __init__(self, depth: int) -> None:
        self.depth = depth
        self.branches: list[tuple[str, list[int]]] = []


class _ByteScan:
    def __init__(self, data: bytes, wanted: set[int]) -> None:
        self.data = data
        self.blocks: list[BodyBlock] = []
        self.block_of: dict[int, int] = {}
        self.nodes: dict[int, XmlNode] = {}
        self.twins: dict[int, int] = {}
        self.body = 0
        self.bound: set[int] = set()
        self.prompts: dict[int, tuple[int, int]] = {}
        self._prompts: list[tuple[int, int, tuple[int, int]]] = []  # depth, paragraphs before, flag
        self._binding = 0  # depth of the outermost bound w:sdt that is open
        self._wanted = wanted
        self._parser = expat.ParserCreate("utf-8", namespace_separator="}")
        self._names: dict[str, str] = {}
        # One entry an open element: its name, whether paragraphs in it are free, its block.
        self._stack: list[tuple[str, bool, BodyBlock | None]] = []
        self._block: BodyBlock | None = None
        self._containers = 0
        self._container = [0]
        self._paragraphs = 0
        self._open: list[XmlNode] = []
        self._alternates: list[_Alternate] = []
        self._in_body = False

    def run(self) -> None:
        """Parse from end to end."""
        self._parser.StartElementHandler = self._started
        self._parser.EndElementHandler = self._ended
        self._parser.Parse(self.data, True)

    def _started(self, name: str, attributes: dict[str, str]) -> None:
        local = self._names.get(name)
        if local is None:
            local = self._names[name] = _short_name(name)
        stack = self._stack
        free = stack[-1][1] if stack else False
        at = self._parser.CurrentByteIndex
        if local == "body" and len(stack) == 1:
            self._in_body = free = True
            self.body = at
        elif local == "sdtContent" and free:
            self._containers += 1
            self._container.append(self._containers)
        block, key = None, 0
        if local == "p" or local == "tbl":
            block = self._begin_block(local, at) if free else None
            key = self._count(local)
        elif local in _BRANCHES:
            self._branch(local)
        elif local == "dataBinding":
            self._bind()
        elif local == "showingPlcHdr" and stack and stack[-1][0] == "sdtPr":
            flag = at, at + len(start_tag(self.data, at))
            self._prompts.append((len(stack) - 1, self._paragraphs, flag))
        stack.append((local, free and local in _THROUGH, block))
        if self._open or key in self._wanted:
            self._open_node(name, attributes, at, key)

    def _begin_block(self, local: str, at: int) -> BodyBlock:
        self._block = BodyBlock(at, at, local == "tbl", self._container[-1])
        self.blocks.append(self._block)
        return self._block

    def _count(self, local: str) -> int:
        if local != "p" or not self._in_body:
            return 0
        self._paragraphs += 1
        if self._binding:
            self.bound.add(self._paragraphs)
        if self._block is not None:
            self._block.keys.append(self._paragraphs)
            self.block_of[self._paragraphs] = len(self.blocks) - 1
        if self._alternates and self._alternates[-1].branches:
            self._alternates[-1].branches[-1][1].append(self._paragraphs)
        return self._paragraphs

    def _bind(self) -> None:
        # The control is two levels up (w:sdt/w:sdtPr/w:dataBinding); inside a paragraph it
        # binds that paragraph, around paragraphs all of them.
        self._binding = self._binding or max(1, len(self._stack) - 1)
        if any(local == "p" for local, _, _ in self._stack):
            self.bound.add(self._paragraphs)

    def _branch(self, local: str) -> None:
        if local == "AlternateContent":
            self._alternates.append(_Alternate(len(self._stack)))
        elif self._alternates:
            self._alternates[-1].branches.append((local, []))

    def _open_node(self, name: str, attributes: dict[str, str], at: int, key: int) -> None:
        node = XmlNode("{" + name if "}" in name else name, attributes, at)
        node.inner = at + len(start_tag(self.data, at))
        if self._open:
            self._open[-1].children.append(node)
        else:
            self._parser.CharacterDataHandler = self._characters
        if key in self._wanted:
            self.nodes[key] = node
        self._open.append(node)

    def _characters(self, text: str) -> None:
        node = self._open[-1]
        if not node.children:
            node.text = (node.text or "") + text

    def _ended(self, name: str) -> None:
        local, _, block = self._stack.pop()
        if self._prompts and len(self._stack) < self._prompts[-1][0]:
            _, before, flag = self._prompts.pop()
            self.prompts.update(dict.fromkeys(range(before + 1, self._paragraphs + 1), flag))
        if self._binding and len(self._stack) < self._binding:
            self._binding = 0
        if local == "sdtContent" and self._stack[-1][1]:
            self._container.pop()
        elif local == "body" and len(self._stack) == 1:
            self._in_body = False
        elif local == "AlternateContent":
            self._pair(self._alternates.pop())
        if self._open:
            node = self._open.pop()
            node.close, node.end = self._closed(node.start)
            if not self._open:
                self._parser.CharacterDataHandler = None
        if block is not None:
            block.end = self._closed(block.start)[1]
            self._block = None

    def _closed(self, start: int) -> tuple[int, int]:
        # expat stands at the end tag, but behind an element that is one tag.
        tag = start_tag(self.data, start)
        if tag.endswith(b"/>"):
            end = start + len(tag)
            return end, end
        at = self._parser.CurrentByteIndex
        return at, self.data.index(b">", at) + 1

    def _pair(self, alternate: _Alternate) -> None:
        choices = [keys for name, keys in alternate.branches if name == "Choice"]
        others = [keys for name, keys in alternate.branches if name == "Fallback"]
        if choices and others and len(choices[0]) == len(others[0]):
            self.twins.update(zip(choices[0], others[0], strict=True))


def _short_name(name: str) -> str:
    space, _, local = name.rpartition("}")
    if space == COMPATIBILITY and local in _BRANCHES:
        return local
    return local_name("{" + name)
