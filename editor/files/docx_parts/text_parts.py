"""The parts of a docx that carry text beside the main one, whether a relation reaches them or not.

A part is known by its root element, not by its name or relation: what another program forgot
to name is still in the file, and Word may show it once it is repaired.
"""

from __future__ import annotations

import posixpath
import re
from functools import cached_property
from typing import Any, Final, NamedTuple

from editor.files.docx.package import Package
from editor.files.docx.plain_body import PlainBody
from editor.files.docx.xml_tree import parse_xml
from editor.files.trouble import Trouble

# Roots by their local names; a prefix may be any.
_ROOT: Final = re.compile(rb"<(?:[\w.-]+:)?(\w+)[\s>/]")
_SKIPPED: Final = re.compile(rb"^\xef\xbb\xbf|<\?.*?\?>|<!--.*?-->|\s+", re.DOTALL)
_TEXTUAL: Final = frozenset(
    {
        "hdr", "ftr", "footnotes", "endnotes", "comments", "chartSpace", "userShapes",
        "dataModel", "settings",
    }
)  # fmt: skip
_HEAD: Final = 4096  # bytes in which a root element begins
# Building blocks and templates of Word's own, which no page shows.
_UNSEEN: Final = re.compile(r"(^|/)(glossary|customxml|docprops|_rels|theme)/", re.IGNORECASE)


class TextPart(NamedTuple):
    """A part with its member's name and its root; ``kind`` is the root's local name."""

    name: str
    kind: str
    root: Any


class ReadParts(NamedTuple):
    """What was read already: the main part's bytes, its root if there is one, the styles' root.

    Of a main part without a root ``plain`` says what its tags are.
    """

    data: bytes
    main: Any
    styles: Any
    plain: PlainBody | None = None


class WordParts:
    """The parts of one docx, each parsed when first asked for."""

    def __init__(self, package: Package, part: str, read: ReadParts | None = None) -> None:
        """``part`` is the main part's member; ``read`` saves reading it again."""
        self._package = package
        self.part = part
        self._read = read
        self._main = read.main if read else None

    @property
    def main(self) -> Any:
        """The root of the main part. Raises Trouble where it cannot be read."""
        if self._main is None:
            self._main = parse_xml(self._package.read(self.part), self.part)
        return self._main

    @property
    def parsed(self) -> bool:
        """Whether the main part is parsed already, so that looking at it costs little."""
        return self._main is not None

    @cached_property
    def data(self) -> bytes:
        """The main part's bytes."""
        return self._read.data if self._read else self._package.read(self.part)

    @cached_property
    def tags(self) -> bytes:
        """What of the main part tells whether something stands in it: its tags, once each."""
        plain = self.plain
        return plain.tags.encode() if plain else self.data

    @property
    def plain(self) -> PlainBody | None:
        """What was read of a main part without a tree."""
        return self._read.plain if self._read else None

    @cached_property
    def others(self) -> tuple[TextPart, ...]:
        """Every part with text but the main one, in the order of the package."""
        return self._found[0]

    @cached_property
    def broken(self) -> tuple[str, ...]:
        """Members that should have text and cannot be read."""
        return self._found[1]

    def of(self, *kinds: str) -> tuple[TextPart, ...]:
        """Those of some kinds."""
        return tuple(part for part in self.others if part.kind in kinds)

    @cached_property
    def styles(self) -> Any:
        """The root of the styles part, or None where there is none that can be read."""
        if self._read:
            return self._read.styles
        name = self._package.related(self.part, "/styles") or self._package.find("word/styles.xml")
        try:
            return parse_xml(self._package.read(name), name) if name else None
        except Trouble:
            return None

    @cached_property
    def targets(self) -> dict[str, str]:
        """The members that the main part's relations lead to, by relation id."""
        return self.targets_of(self.part)

    def targets_of(self, part: str) -> dict[str, str]:
        """The members that the relations of a part lead to, by relation id; read at each call."""
        folder, name = posixpath.split(part.replace("\\", "/"))
        rels = self._package.find(posixpath.join(folder, "_rels", name + ".rels"))
        try:
            rows = parse_xml(self._package.read(rels), rels) if rels else ()
        except Trouble:
            return {}
        found: dict[str, str] = {}
        for row in rows:
            target = str(row.get("Target") or "")
            path = posixpath.normpath(posixpath.join("/", folder, target))
            member = self._package.find(path)
            if member and row.get("TargetMode") != "External":
                found[str(row.get("Id"))] = member
        return found

    @cached_property
    def _found(self) -> tuple[tuple[TextPart, ...], tuple[str, ...]]:
        found: list[TextPart] = []
        broken: list[str] = []
        for name in dict.fromkeys(self._package.names()):
            if not name.lower().endswith(".xml") or name == self.part or _UNSEEN.search(name):
                continue
            try:
                data = self._package.read(name)
                if (kind := _kind_of(data)) in _TEXTUAL:
                    found.append(TextPart(name, kind, parse_xml(data, name)))
            except Trouble:
                broken.append(name)
        return tuple(found), tuple(broken)


def _kind_of(data: bytes) -> str:
    """The local name of the root element; '' where the bytes do not begin with one."""
    head = data[:_HEAD] if data[:2] not in (b"\xff\xfe", b"\xfe\xff") else data[: 2 * _HEAD : 2]
    if head[:1] == b"\xfe":
        head = data[1 : 2 * _HEAD : 2]
    at = 0
    while skipped := _SKIPPED.match(head, at):
        at = skipped.end()
    root = _ROOT.match(head, at)
    return root[1].decode("ascii", "replace") if root else ""
