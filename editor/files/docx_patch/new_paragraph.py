"""Paragraphs that the source does not have: clones of a neighbour's look, or empty shells."""

from __future__ import annotations

import re
from collections.abc import Sequence

from editor.files.docx.text_runs import run_contents
from editor.files.docx.xml_tree import local_name
from editor.files.docx_patch.byte_map import XmlNode, start_tag
from editor.files.docx_patch.paragraph_patch import (
    ByteSplice,
    own_child,
    properties_xml,
    spliced,
    text_xml,
)
from editor.manuscript.lists import UNLISTED
from editor.manuscript.paragraph import Paragraph

_DECLARED = re.compile(rb"""\sxmlns(?::[\w.-]+)?=(?:"[^"]*"|'[^']*')""")
_NOT_CLONED = {"sectPr", "pPrChange"}


def models(paragraphs: tuple[Paragraph, ...]) -> list[int]:
    """For each paragraph the key of the one it should look like; 0 where none is there.

    A numbered one looks like the nearest at its place in the lists. Others like the
    paragraph before, unless its style or list is another (a heading) and the one behind
    has the new one's; else like the first of that style.
    """
    behind = [0] * len(paragraphs)
    near = 0
    for number in range(len(paragraphs) - 1, -1, -1):
        near = _free_key(paragraphs[number]) or near
        behind[number] = near
    looks = {p.key: (p.style, _place(p)) for p in paragraphs if _free_key(p)}
    first: dict[str, int] = {}
    twins: dict[tuple[str, str], int] = {}
    for key, look in looks.items():
        first.setdefault(look[0], key)
        twins.setdefault(look, key)
    found: list[int] = []
    before = 0
    for number, p in enumerate(paragraphs):
        look = (p.style, _place(p))
        if _free_key(p):
            before, twins[look] = p.key, p.key
        sides = [key for key in (before, behind[number]) if key]
        same = [key for key in sides if looks[key] == look]
        if look[1] and not same:
            same = [twins[look]] if look in twins else []
        same = same or [key for key in sides if looks[key][0] == p.style]
        found.append((same or [first.get(p.style, 0)])[0] or (sides or [0])[0])
    return found


def _place(paragraph: Paragraph) -> str:
    return "" if paragraph.listed == UNLISTED else paragraph.listed


def cloned(
    data: bytes, model: XmlNode | None, prefix: str, text: str, listing: Sequence[ByteSplice] = ()
) -> bytes:
    """A new w:p with a text, in the look of the model's end.

    ``listing`` are the splices of the model that give it another place in the lists.
    """
    content = text_xml(prefix, text).encode("utf-8")
    if model is None:
        run = f"<{prefix}r>".encode() + content + f"</{prefix}r>".encode() if text else b""
        return filled(data, None, prefix, run)
    runs = [p.run for p in run_contents(model) if p.run is not None and p.text and not p.linked]
    look = own_child(runs[-1] if runs else own_child(model, "pPr"), "rPr")
    run = b""
    if text:
        inner = b"".join(_DECLARED.findall(start_tag(data, runs[-1].start))) if runs else b""
        run = f"<{prefix}r".encode() + inner + b">" + properties_xml(data, look)
        run += content + f"</{prefix}r>".encode()
    return filled(data, model, prefix, run, listing)


def filled(
    data: bytes,
    model: XmlNode | None,
    prefix: str,
    inside: bytes,
    listing: Sequence[ByteSplice] = (),
) -> bytes:
    """A new w:p with the properties of the model and a content."""
    closing = f"</{prefix}p>".encode()
    if model is None:
        return f"<{prefix}p>".encode() + inside + closing
    spaces = b"".join(_DECLARED.findall(start_tag(data, model.start)))
    opening = f"<{prefix}p".encode() + spaces + b">"
    return opening + _properties(data, own_child(model, "pPr"), listing) + inside + closing


def section_shell(data: bytes, section: XmlNode | None, prefix: str) -> bytes:
    """An empty paragraph that keeps a section's end where it was; b'' without one."""
    if section is None:
        return b""
    inner = data[section.start : section.end]
    head = f"<{prefix}p><{prefix}pPr>".encode()
    return head + inner + f"</{prefix}pPr></{prefix}p>".encode()


def _free_key(paragraph: Paragraph) -> int:
    return paragraph.key if not paragraph.frame else 0


def _properties(data: bytes, node: XmlNode | None, listing: Sequence[ByteSplice]) -> bytes:
    if node is None:
        return b"".join([splice.data for splice in listing])
    splices = list(listing)
    for child in node:
        name = local_name(child.tag)
        if name in _NOT_CLONED:
            splices.append(ByteSplice(child.start, child.end, b""))
        elif name == "rPr":
            splices.append(ByteSplice(child.start, child.end, properties_xml(data, child)))
    return spliced(data, node.start, node.end, splices)
