"""The paragraphs of one save that are glued: their bytes, and the lines they will show."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from editor.files.docx_glue.glue import Glue
from editor.files.docx_glue.glue_writer import GlueWriter, PatchedBytes, Written
from editor.files.docx_glue.kept import LookComparison
from editor.files.docx_glue.leaves import Source, source_of
from editor.files.docx_glue.stretches import Origins
from editor.files.docx_patch.byte_map import ByteMap, XmlNode
from editor.files.docx_patch.new_paragraph import filled
from editor.files.docx_patch.paragraph_patch import ByteSplice, own_child, prefix_of
from editor.manuscript.paragraph import Paragraph


@dataclass(frozen=True, slots=True)
class GlueInput:
    """What gluing starts from: the map, the text, where its letters came from."""

    byte_map: ByteMap
    preserve: bool
    paragraphs: Sequence[Paragraph]
    origins: Origins
    prefix: str


class GluedParagraphs:
    """Glues all at once: it deals at first, so that `absorbed` can be asked, then it can `write`.

    ``levels`` are the places of the glued paragraphs; what stands in a text box comes before
    the paragraph that the box hangs on, among whose bytes it is.
    """

    def __init__(self, given: GlueInput) -> None:
        self._given = given
        byte_map, origins = given.byte_map, given.origins
        self._sources = {
            key: source_of(byte_map.data, key, byte_map.nodes[key], given.preserve)
            for key in origins.keys
            if key in byte_map.nodes
        }
        self._patched = PatchedBytes(byte_map.data)
        writer = GlueWriter(self._patched, given.prefix)
        self._glue = Glue(writer, origins, self._sources, given.paragraphs)
        self._made: dict[int, Written] = {}
        depths = self._depths()
        order = sorted(origins.glued, key=lambda n: (-depths[n], n))
        self.levels = tuple(tuple(level) for _, level in groupby(order, key=depths.__getitem__))

    def write(self, splices: Sequence[ByteSplice]) -> None:
        """Glue; ``splices`` are those inside what is no letter (the words of a text box)."""
        self._patched.put(splices)
        for level in self.levels:
            self._made.update({n: self._glue.inside(n, self._model(n)) for n in level})
            there = [n for n in level if self._given.paragraphs[n].key]
            self._patched.put([self.splice(n) for n in there])
        self._check_held()

    def _depths(self) -> dict[int, int]:
        """In how many other paragraphs that are taken apart one of the source stands, if in any."""
        nodes = {key: source.node for key, source in self._sources.items()}
        around: list[int] = []  # ends
        found: dict[int, int] = {}
        for key, node in sorted(nodes.items(), key=lambda one: one[1].start):
            while around and around[-1] <= node.start:
                around.pop()
            if around:
                found[key] = len(around)
            around.append(node.end)
        return {n: found.get(self._given.paragraphs[n].key, 0) for n in self._given.origins.glued}

    @property
    def numbers(self) -> Mapping[int, int]:
        """The places in the text of glued paragraphs by their keys."""
        return {k: n for n in self._made if (k := self._given.paragraphs[n].key)}

    def absorbed(self) -> set[int]:
        """The keys whose letters, and all that stood by them, went to other paragraphs."""
        there = {p.key for p in self._given.paragraphs}
        return {k for k in self._given.origins.torn - there if self._glue.keeps(k)}

    def changed_looks(self) -> int:
        """How many letters do not look as they did: read back from what was made."""
        given = self._given
        comparison = LookComparison(given.byte_map.data, self._sources, given.preserve)
        changed = 0
        for number, made in self._made.items():
            own = self._sources.get(given.paragraphs[number].key)
            spaces = own.spaces if own else b""
            changed += comparison.changed(made.data, given.origins.runs[number], spaces)
        return changed

    def splice(self, number: int) -> ByteSplice:
        """A paragraph of the source with its new content, properties as they are."""
        node = self._given.byte_map.nodes[self._given.paragraphs[number].key]
        return with_inside(self._given.byte_map.data, node, self._made[number].data)

    def fresh(self, number: int, model: int, listing: Sequence[ByteSplice]) -> bytes:
        """A paragraph that the source does not have, with the properties of another."""
        byte_map = self._given.byte_map
        node = byte_map.nodes.get(model)
        inside = self._made[number].data
        return filled(byte_map.data, node, self._given.prefix, inside, listing)

    def inner_keys(self, number: int) -> list[int]:
        """The keys of the paragraphs inside what it took along (text boxes), in order."""
        byte_map = self._given.byte_map
        found: list[int] = []
        for key, start, end in self._made[number].held:
            block = byte_map.block_of.get(key, -1)
            inner = byte_map.blocks[block].keys[1:] if block >= 0 else []
            found += [
                k for k in inner if k in byte_map.nodes and start < byte_map.nodes[k].start < end
            ]
        return found

    def _check_held(self) -> None:
        """What is no letter is in one of the paragraphs, and once. Raises ValueError."""
        given = self._given
        there = {p.key for p in given.paragraphs}
        held = sorted(one for made in self._made.values() for one in made.held)
        wanted = sorted(
            (key, leaf.node.start, leaf.node.end)
            for key, source in self._sources.items()
            if key in given.origins.torn and (key in there or self._glue.keeps(key))
            for place, leaf in enumerate(source.leaves)
            if not leaf.text and (key, place) not in self._glue.gone
        )
        if held != wanted:
            raise ValueError("something that is no letter would be lost or doubled")

    def _model(self, number: int) -> Source | None:
        key = self._given.paragraphs[number].key
        return self._sources.get(key or self._given.origins.first_key(number))


def with_inside(data: bytes, node: XmlNode, inside: bytes) -> ByteSplice:
    """A w:p with another content, properties as they are."""
    opening = data[node.start : node.inner]
    if opening.endswith(b"/>"):
        closing = f"</{prefix_of(data, node.start)}p>".encode()
        return ByteSplice(node.start, node.end, opening[:-2].rstrip() + b">" + inside + closing)
    properties = own_child(node, "pPr")
    if properties is not None and properties is not node.children[0]:
        # Broken files have them behind words; here they come first, as they must.
        return ByteSplice(node.inner, node.close, data[properties.start : properties.end] + inside)
    return ByteSplice(properties.end if properties else node.inner, node.close, inside)
