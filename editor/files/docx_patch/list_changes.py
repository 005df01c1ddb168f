"""Which paragraphs of a docx got another place in its lists, and what that is in bytes.

Between `document_patch` (which knows the paragraphs) and `list_patch` (which knows one).
The styles and lists of the file are read only where a place has changed.
"""

from __future__ import annotations

from functools import cached_property

from editor.files.docx.open_docx import styling_of
from editor.files.docx.package import Package
from editor.files.docx.paragraph_reader import DocxStyling
from editor.files.docx.xml_tree import value_of
from editor.files.docx_patch.byte_map import ByteMap, XmlNode
from editor.files.docx_patch.list_patch import Listing, changed_list
from editor.files.docx_patch.paragraph_patch import ByteSplice, own_child
from editor.files.opened import DocxSource
from editor.manuscript.lists import UNLISTED
from editor.manuscript.paragraph import Paragraph


class ListChanges:
    """The changes of places from a source to the paragraphs to be saved.

    ``changed`` are their keys; ``keys`` those whose nodes are needed for them.
    """

    def __init__(self, source: DocxSource, paragraphs: tuple[Paragraph, ...]) -> None:
        self._source = source
        self._old = {p.key: p for p in source.shown}
        self._new = {p.key: p for p in paragraphs if p.key and self._moved(p)}
        self.changed = sorted(self._new)
        self._plain = self._plain_before(paragraphs)
        self.keys = set(self._new) | set(self._plain.values()) - {0}

    def splices(self, byte_map: ByteMap, prefix: str, key: int) -> list[ByteSplice]:
        """What changes in the bytes of a paragraph. Raises ValueError where nothing can."""
        how = self._how(byte_map, prefix, self._plain.get(key, 0))
        return changed_list(how, byte_map.nodes[key], self._old[key], self._new[key])

    def of_new(
        self, byte_map: ByteMap, prefix: str, model: int, made: Paragraph
    ) -> list[ByteSplice]:
        """What changes in a copy of the paragraph ``model`` that becomes a new one."""
        like = self._old.get(model)
        if like is None or model not in byte_map.nodes or like.listed == made.listed:
            return []
        if not made.listed and made.label:
            return []  # a copy of before lists were known: as its model
        wanted = made if made.listed else Paragraph(made.text, style=made.style, listed=UNLISTED)
        return changed_list(self._how(byte_map, prefix, 0), byte_map.nodes[model], like, wanted)

    def _moved(self, paragraph: Paragraph) -> bool:
        old = self._old.get(paragraph.key)
        if old is None or paragraph.listed in ("", old.listed):
            return False
        return bool(old.listed) or paragraph.listed != UNLISTED

    def _plain_before(self, paragraphs: tuple[Paragraph, ...]) -> dict[int, int]:
        """For each paragraph that loses its number the plain one above it; 0 where none is."""
        found: dict[int, int] = {}
        above = 0
        for p in paragraphs:
            old = self._old.get(p.key)
            if p.key in self._new and p.listed == UNLISTED:
                found[p.key] = above
            elif old and not (old.style or old.listed or old.frame) and p.text.strip():
                above = p.key
        return found

    def _how(self, byte_map: ByteMap, prefix: str, plain: int) -> Listing:
        style = _style_of(byte_map.nodes.get(plain))
        return Listing(byte_map.data, prefix, self._styling, style)

    @cached_property
    def _styling(self) -> DocxStyling:
        return styling_of(Package(self._source.data), self._source.part, [])


def _style_of(node: XmlNode | None) -> str:
    properties = own_child(node, "pPr")
    return (value_of(properties, "pStyle") or "") if properties is not None else ""
