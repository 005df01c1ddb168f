"""Parts that go over into a new package as they are, with all they relate to."""

from __future__ import annotations

import posixpath
import re
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from editor.files.docx.xml_tree import parse_xml
from editor.files.docx_final.carry_source import CarrySource, PartRelation, transitional
from editor.files.docx_final.word_xml import RELATIONS, foreign_xml
from editor.files.trouble import Trouble

# What a type is where the file's own list has forgotten it (ECMA-376 Part 2, 10.1.2).
_TYPES = {
    "png": "image/png", "jpg": "image/jpeg", "jpeg": "image/jpeg", "gif": "image/gif",
    "bmp": "image/bmp", "tif": "image/tiff", "tiff": "image/tiff", "emf": "image/x-emf",
    "wmf": "image/x-wmf", "svg": "image/svg+xml", "xml": "application/xml",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "bin": "application/vnd.openxmlformats-officedocument.oleObject",
}  # fmt: skip
_DRAWN = re.compile(rb'(dataModelExt\b[^>]*\brelId=")([^"]+)')
# Deeper than any object reaches; a chain of parts longer than this runs in a circle of names.
_DEEPEST = 40


class NewRelation(NamedTuple):
    """A relation of the new package; ``target`` is a member's name, or an address outside."""

    id: str
    type: str
    target: str
    external: bool = False


@dataclass(slots=True)
class CarriedParts:
    """Members to add: bytes by name, their content types, the relations of each part."""

    members: dict[str, bytes] = field(default_factory=dict[str, bytes])
    types: dict[str, str] = field(default_factory=dict[str, str])
    relations: dict[str, list[NewRelation]] = field(default_factory=dict[str, list[NewRelation]])


class PartCopies:
    """Copies parts of one source; each comes once, whoever asks."""

    def __init__(self, source: CarrySource) -> None:
        self._source = source
        self._names: dict[str, str] = {}
        self._ids: dict[tuple[str, str, str], str] = {}
        self.parts = CarriedParts()

    def related(self, old: str, part: str, into: str) -> str | None:
        """The id in the new part ``into`` for an id of the source's ``part``.

        None where it leads nowhere in the package: an address outside it, a missing member.
        """
        relation = self._source.relations(part).get(old)
        if relation is None or relation.member is None:
            return None
        known = (into, relation.member, relation.type)
        if known not in self._ids:
            name = self._copied(relation.member, 0)
            if name is None:
                return None
            self._ids[known] = self._added(into, relation.type, name)
            self._relate_drawing(name, part, into)
        return self._ids[known]

    def _relate_drawing(self, name: str, part: str, into: str) -> None:
        """Of SmartArt the data names its drawing by an id of the part that shows it."""
        data = self.parts.members[name]
        if b"dataModelExt" in data:
            self.parts.members[name] = _DRAWN.sub(
                lambda m: m[1] + (self.related(m[2].decode(), part, into) or "").encode(), data
            )

    def related_of(self, kind: str, part: str, into: str) -> None:
        """Copy what the source's ``part`` relates to by a kind, if it is there."""
        for old, relation in self._source.relations(part).items():
            if relation.kind == kind:
                self.related(old, part, into)
                return

    def linked(self, address: str, into: str) -> str:
        """The id of a link to an address outside."""
        known = (into, address, "hyperlink")
        if known not in self._ids:
            self._ids[known] = self._added(into, f"{RELATIONS}/hyperlink", address, external=True)
        return self._ids[known]

    def address_of(self, old: str, part: str) -> str:
        """Where a link of the source's part leads to, '' for nowhere."""
        relation = self._source.relations(part).get(old)
        return relation.address if relation else ""

    def _added(self, into: str, kind: str, target: str, *, external: bool = False) -> str:
        row = self.parts.relations.setdefault(into, [])
        made = NewRelation(f"rId{len(row) + 1}", kind, target, external)
        row.append(made)
        return made.id

    def _copied(self, member: str, depth: int) -> str | None:
        """The new name of a member, copied with all it leads to; None where it cannot be."""
        if member in self._names:
            return self._names[member]
        try:
            data = self._source.data(member)
        except (KeyError, Trouble):
            return None
        ending = posixpath.splitext(member)[1].lower().lstrip(".")
        name = _new_name(member, ending, len(self._names) + 1)
        self._names[member] = name
        said = self._source.content_type(member)
        self.parts.types[name] = said or _TYPES.get(ending, "application/octet-stream")
        lost = self._relate(member, name, depth) if depth < _DEEPEST else set[str]()
        if said.endswith("xml") or ending == "xml":
            data = _without(transitional(data), lost)
        self.parts.members[name] = data
        return name

    def _relate(self, member: str, name: str, depth: int) -> set[str]:
        """Give a copied part its relations under their own ids; the ids that lead nowhere."""
        lost: set[str] = set()
        for old, relation in self._source.relations(member).items():
            target, external = self._target(relation, depth), bool(relation.address)
            if target is None:
                lost.add(old)
                continue
            row = self.parts.relations.setdefault(name, [])
            row.append(NewRelation(old, relation.type, target, external))
        return lost

    def _target(self, relation: PartRelation, depth: int) -> str | None:
        if relation.member is not None:
            return self._copied(relation.member, depth + 1)
        return relation.address or None


def _new_name(member: str, ending: str, number: int) -> str:
    folder = posixpath.basename(posixpath.dirname(member.replace("\\", "/")))
    folder = folder if folder.isascii() and folder.isalpha() and folder != "word" else "carried"
    ending = ending if ending.isascii() and ending.isalnum() else "bin"
    return f"word/{folder}/carried{number}.{ending}"


def _without(data: bytes, ids: set[str]) -> bytes:
    """A part without the elements that ask for relations which lead nowhere."""
    if not ids:
        return data
    try:
        root: Any = parse_xml(data, "")
    except Trouble:
        return data
    for one in list(root.iter()):
        asked = {v for k, v in one.attrib.items() if k.startswith("{" + RELATIONS)}
        if asked & ids and one.getparent() is not None:
            one.getparent().remove(one)
    return foreign_xml(root, {}).encode("utf-8")
