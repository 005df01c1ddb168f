"""What changes inside the paragraphs of a part: words patched in place, or glued anew."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from editor.files.docx.text_runs import run_contents, text_of
from editor.files.docx.xml_tree import attribute, local_name
from editor.files.docx_glue.glued_paragraphs import GluedParagraphs, GlueInput, with_inside
from editor.files.docx_glue.leaves import PROMPT_STYLES
from editor.files.docx_glue.stretches import Origins, content_texts
from editor.files.docx_patch.byte_map import ByteMap, XmlNode
from editor.files.docx_patch.new_paragraph import cloned
from editor.files.docx_patch.paragraph_patch import (
    ByteSplice,
    changed_text,
    outside,
    own_child,
    prefix_of,
    storable,
)
from editor.files.opened import DocxSource
from editor.manuscript.paragraph import Paragraph


class ParagraphEdits:
    """The splices of one save by block (-1: outside any), and the paragraphs that are new."""

    def __init__(
        self,
        source: DocxSource,
        byte_map: ByteMap,
        paragraphs: Sequence[Paragraph],
        origins: Origins,
    ) -> None:
        self._preserve = source.preserve
        self._old = {p.key: p for p in source.shown}
        self.byte_map = byte_map
        self.paragraphs = paragraphs
        self._origins = origins
        self.prefix = prefix_of(byte_map.data, byte_map.body)
        self._splices: dict[int, list[ByteSplice]] = {}
        self._glued: GluedParagraphs | None = None
        self._numbers = {p.key: n for n, p in enumerate(paragraphs) if p.key}

    def rewrite(self, changed: set[int], gone: set[int]) -> None:
        """Give the paragraphs of the source their new words; those in ``gone`` lose them all."""
        glued = {self.paragraphs[n].key for n in self._origins.glued} - {0}
        for key in sorted((changed | gone) - glued - self._origins.torn):
            self._patch(key)
        for key in sorted(changed | gone | glued | self._origins.torn):
            self._clear_prompts(key)
        self._glued = GluedParagraphs(
            GlueInput(self.byte_map, self._preserve, self.paragraphs, self._origins, self.prefix)
        )
        self._empty(self._origins.torn & gone)
        for key in sorted(glued):
            self._patch_twin(key, told=False)
        self._glued.write([one for made in self._splices.values() for one in made])
        for numbers in self._glued.levels:
            self._replace_inside([n for n in numbers if self.paragraphs[n].key], self._glued)

    def _empty(self, keys: Iterable[int]) -> None:
        """Paragraphs that gave up letters and are gone: what of them stays has no words."""
        absorbed = self.absorbed()
        for key in sorted(keys):
            if key not in absorbed:
                self._patch(key)
            elif not self._is_block(key) and (node := self.byte_map.nodes.get(key)):
                self.add(key, [with_inside(self.byte_map.data, node, b"")])
                self._patch_twin(key, told=False)

    def _is_block(self, key: int) -> bool:
        """Whether it is a paragraph of the body, which can go as a whole."""
        number = self.byte_map.block_of.get(key, -1)
        block = self.byte_map.blocks[number] if number >= 0 else None
        return block is not None and not block.table and block.keys[0] == key

    def absorbed(self) -> set[int]:
        """The keys that are gone, and all that was in them is in other paragraphs."""
        return self._glued.absorbed() if self._glued else set()

    def notes(self) -> list[str]:
        """What could not be kept, for the user."""
        changed = self._glued.changed_looks() if self._glued else 0
        return [f"有 {changed} 个字的字体格式没有保住，请在 Word 里核对。"] if changed else []

    def had_words(self, key: int) -> bool:
        """Whether a paragraph of the source had any."""
        return key in self._old and bool(self._old[key].text)

    def add(self, key: int, splices: Sequence[ByteSplice]) -> None:
        """More splices of a paragraph."""
        self._splices.setdefault(self.byte_map.block_of.get(key, -1), []).extend(splices)

    def of(self, block: int) -> list[ByteSplice]:
        """The splices of a block."""
        return self._splices.get(block, [])

    def fresh(self, number: int, model: int, listing: Sequence[ByteSplice]) -> bytes:
        """A paragraph of the text that the source does not have."""
        if self._glued and number in self._origins.glued:
            return self._glued.fresh(number, model, listing)
        text = storable(self.paragraphs[number].text)
        node = self.byte_map.nodes.get(model)
        return cloned(self.byte_map.data, node, self.prefix, text, listing)

    def lines_of(self, number: int) -> list[str]:
        """What a paragraph of the text shows, and the text boxes it took along."""
        glued = self._glued if number in self._origins.glued else None
        inner = glued.inner_keys(number) if glued else []
        return [storable(self.paragraphs[number].text), *self._texts(inner)]

    def lines_in(self, block: int) -> list[str]:
        """What a block that is there still shows."""
        keys = self.byte_map.blocks[block].keys
        first = -1 if self.byte_map.blocks[block].table else self._numbers.get(keys[0], -1)
        if first in self._origins.glued:
            return self.lines_of(first)
        return self._texts(keys)

    def _texts(self, keys: Sequence[int]) -> list[str]:
        found = [self._numbers.get(key, -1) for key in keys if key in self._old]
        return [storable(self.paragraphs[n].text) if n >= 0 else "" for n in found]

    def _patch(self, key: int) -> None:
        self._patch_one(key, self.byte_map.nodes.get(key), told=True)
        self._patch_twin(key, told=True)

    def _patch_twin(self, key: int, *, told: bool) -> None:
        """What stands twice, for old and new readers, says the same twice."""
        if twin := self.byte_map.twins.get(key):
            self._patch_one(key, self.byte_map.nodes.get(twin), told=told)

    def _patch_one(self, key: int, node: XmlNode | None, *, told: bool) -> None:
        """``told``: marks tell where its letters are from, and all are its own."""
        number = self._numbers.get(key, -1)
        new = storable(self.paragraphs[number].text) if number >= 0 else ""
        contents = run_contents(node, self._preserve) if node else []
        if node and text_of(contents) != new:
            told = told and bool(new) and bool(self.paragraphs[number].marks)
            texts = content_texts(self._origins.runs[number], contents) if told else None
            self.add(key, changed_text(self.byte_map.data, node, contents, new, texts))

    def _replace_inside(self, numbers: Sequence[int], glued: GluedParagraphs) -> None:
        made: dict[int, list[ByteSplice]] = {}
        for number in numbers:
            block = self.byte_map.block_of.get(self.paragraphs[number].key, -1)
            made.setdefault(block, []).append(glued.splice(number))
        for block, splices in made.items():
            self._splices[block] = [*outside(self.of(block), splices), *splices]

    def _block_around(self, key: int, start: int) -> int:
        """The block of a paragraph where it holds that byte (a text box), else -1."""
        number = self.byte_map.block_of.get(key, -1)
        block = self.byte_map.blocks[number] if number >= 0 else None
        return number if block and block.start <= start < block.end else -1

    def _clear_prompts(self, key: int) -> None:
        """A control that is filled no longer shows its prompt (w:showingPlcHdr)."""
        number = self._numbers.get(key, -1)
        now = self.paragraphs[number].text if number >= 0 else ""
        before = self._old[key]
        if before.text == now:
            return
        if around := self.byte_map.prompts.get(key):
            self._splices.setdefault(self._block_around(key, around[0]), []).append(
                ByteSplice(*around, b"")
            )
            self.byte_map.prompts = {k: v for k, v in self.byte_map.prompts.items() if v != around}
        node = self.byte_map.nodes.get(key)
        if around and node:
            self.add(key, list(_prompt_looks(node)))
        for control in _controls(node) if node else ():
            words = text_of(run_contents(control, self._preserve))
            if words and words not in now:
                self.add(key, list(_prompt_splices(control)))


def _controls(node: XmlNode) -> Iterator[XmlNode]:
    for one in node:
        if local_name(one.tag) == "sdt" and _flag_of(one) is not None:
            yield one
        yield from _controls(one)


def _flag_of(control: XmlNode) -> XmlNode | None:
    return own_child(own_child(control, "sdtPr"), "showingPlcHdr")


def _prompt_splices(control: XmlNode) -> Iterator[ByteSplice]:
    flag = _flag_of(control)
    if flag is not None:
        yield ByteSplice(flag.start, flag.end, b"")
    if content := own_child(control, "sdtContent"):
        yield from _prompt_looks(content)


def _prompt_looks(node: XmlNode) -> Iterator[ByteSplice]:
    for style in _styles_below(node):
        if attribute(style, "val") in PROMPT_STYLES:
            yield ByteSplice(style.start, style.end, b"")


def _styles_below(node: XmlNode) -> Iterator[XmlNode]:
    for one in node:
        if local_name(one.tag) == "rStyle":
            yield one
        else:
            yield from _styles_below(one)
