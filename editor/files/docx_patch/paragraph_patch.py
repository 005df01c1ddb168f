"""The difference between a paragraph's old and new text, as splices of its bytes.

Typed text goes into the run whose text it replaces or follows; what is not text is never
touched. Only the w:t, w:tab, w:br … whose characters change are written anew.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable
from itertools import groupby
from typing import NamedTuple

from editor.files.docx.text_runs import SOFT_BREAK, RunContent, text_of
from editor.files.docx.xml_tree import local_name
from editor.files.docx_parts.xml_escape import escape
from editor.files.docx_patch.byte_map import XmlNode, start_tag
from editor.files.docx_patch.text_operations import operations

_SIGNS = {"\t": "tab", SOFT_BREAK: "br", "\u2011": "noBreakHyphen", "\u00ad": "softHyphen"}
_SIGN = re.compile("([\t\u2028\u2011\u00ad])")
# What XML 1.0 has no place for, and what would end a paragraph.
_LINES = re.compile("\r\n|[\n\r\x0b\u2029]")
_BARRED = re.compile("[\x00-\x08\x0e-\x1f\x0c\ufffe\uffff]")
_HALVES = re.compile("[\ud800-\udfff]")
_DROPPED = {"rPrChange", "ins", "del", "moveFrom", "moveTo"}


class ByteSplice(NamedTuple):
    """Bytes to stand in place of ``[start, end)``; splices of one list never overlap."""

    start: int
    end: int
    data: bytes


def storable(text: str) -> str:
    """The text as a docx can hold it: no control characters, no half surrogates."""
    text = _LINES.sub(SOFT_BREAK, text)
    return _HALVES.sub("\ufffd", _BARRED.sub("", text))


def changed_text(
    data: bytes,
    node: XmlNode,
    contents: list[RunContent],
    new: str,
    texts: list[str] | None = None,
) -> list[ByteSplice]:
    """The splices that give a paragraph its new text (already `storable`).

    ``texts`` are those of its run contents where marks tell them; else the words must.
    """
    texts = texts or _new_texts(contents, new)
    if texts is None:
        return [_first_run(data, node, new)]
    splices: list[ByteSplice] = []
    for content, after in zip(contents, texts, strict=True):
        if content.text != after:
            splices.append(_rewritten(data, content, after))
    return _whole_rubies(splices, contents, texts)


def text_xml(prefix: str, text: str) -> str:
    """The inside of a run for a text: w:t with its blanks kept, w:tab, w:br …"""
    parts: list[str] = []
    for part in _SIGN.split(text):
        if part in _SIGNS:
            parts.append(f"<{prefix}{_SIGNS[part]}/>")
        elif part:
            parts.append(f'<{prefix}t xml:space="preserve">{escape(part)}</{prefix}t>')
    return "".join(parts)


def prefix_of(data: bytes, start: int) -> str:
    """The name space prefix of the tag at an offset, with its colon ('w:' or '')."""
    name = re.match(rb"<([^\s/>]+)", data[start : start + 200])
    before, colon, _ = name[1].rpartition(b":") if name else (b"w", b":", b"")
    return (before + colon).decode("utf-8")


def properties_xml(data: bytes, node: XmlNode | None) -> bytes:
    """The bytes of a w:rPr without marks of tracked changes; b'' for none."""
    if node is None:
        return b""
    splices = [ByteSplice(c.start, c.end, b"") for c in node if local_name(c.tag) in _DROPPED]
    return spliced(data, node.start, node.end, splices)


def spliced(data: bytes, start: int, end: int, splices: list[ByteSplice]) -> bytes:
    """The bytes ``[start, end)`` with the splices that lie in them applied."""
    out: list[bytes] = []
    at = start
    for splice in sorted(splices):
        out += (data[at : splice.start], splice.data)
        at = splice.end
    out.append(data[at:end])
    return b"".join(out)


def outside(splices: Iterable[ByteSplice], others: Iterable[ByteSplice]) -> list[ByteSplice]:
    """Those of the splices that lie in none of the others (which do not overlap)."""
    around = sorted(others)
    starts = [one.start for one in around]

    def covered(splice: ByteSplice) -> bool:
        before = bisect_right(starts, splice.start) - 1
        return before >= 0 and splice.end <= around[before].end

    return [splice for splice in splices if not covered(splice)]


def own_child(node: XmlNode | None, name: str) -> XmlNode | None:
    """The first child of that name, or None."""
    for child in node or ():
        if local_name(child.tag) == name:
            return child
    return None


def _new_texts(contents: list[RunContent], new: str) -> list[str] | None:
    # The new text of every run content; None where none can take the text.
    owners = [n for n, content in enumerate(contents) for _ in content.text]
    old = text_of(contents)
    texts = [""] * len(contents)
    if len(set(owners)) == 1 and contents[owners[0]].name == "t":
        texts[owners[0]] = new  # one piece has it all: nothing to ask
        return texts
    for tag, a1, a2, b1, b2 in operations(old, new):
        if tag == "equal":
            at = a1
            for owner, group in groupby(owners[a1:a2]):
                size = len(list(group))
                texts[owner] += old[at : at + size]
                at += size
        elif b2 > b1:
            owner = _taker(contents, owners, a1, a2)
            if owner is None:
                return None
            texts[owner] += new[b1:b2]
    return texts


def _taker(contents: list[RunContent], owners: list[int], start: int, end: int) -> int | None:
    # The run content that takes text put in place of [start, end): the replaced text's own,
    # else the one before, else the one behind; a link or field only where nothing else is.
    if end > start and contents[owners[start]].name == "t":
        return owners[start]
    sides = [owners[n] for n in (start - 1, end) if 0 <= n < len(owners)]
    if len(sides) == 2 and sides[0] == sides[1]:
        return sides[0]
    for strict in (True, False):
        for owner in sides:
            if contents[owner].name == "t" and not (strict and contents[owner].linked):
                return owner
    if sides or end > start:
        return (sides or owners[start:end])[0]
    return _empty_taker(contents)


def _empty_taker(contents: list[RunContent]) -> int | None:
    for number, content in enumerate(contents):
        if content.name == "t" and content.run is not None and not content.linked:
            return number
    return None


def _rewritten(data: bytes, content: RunContent, after: str) -> ByteSplice:
    element: XmlNode = content.element
    prefix = prefix_of(data, element.start)
    if content.name == "t" or not after:
        return ByteSplice(element.start, element.end, text_xml(prefix, after).encode("utf-8"))
    # A tab or break that takes text beside it: it stays, the text goes before or behind.
    raw = data[element.start : element.end]
    before, found, behind = after.partition(content.text)
    if not found:
        return ByteSplice(element.start, element.end, text_xml(prefix, after).encode("utf-8"))
    head, tail = text_xml(prefix, before), text_xml(prefix, behind)
    return ByteSplice(element.start, element.end, head.encode() + raw + tail.encode())


def _whole_rubies(
    splices: list[ByteSplice], contents: list[RunContent], texts: list[str]
) -> list[ByteSplice]:
    # A ruby whose words are gone goes with its pronunciation.
    rubies: dict[int, tuple[XmlNode, bool]] = {}
    for content, after in zip(contents, texts, strict=True):
        if content.ruby is not None:
            left = rubies.get(id(content.ruby), (content.ruby, False))[1]
            rubies[id(content.ruby)] = (content.ruby, left or bool(after) or not content.text)
    gone = sorted((ruby.start, ruby.end) for ruby, left in rubies.values() if not left)
    starts = [start for start, _ in gone]

    def stays(splice: ByteSplice) -> bool:
        before = bisect_right(starts, splice.start) - 1
        return before < 0 or splice.start >= gone[before][1]

    cuts = [ByteSplice(start, end, b"") for start, end in gone]
    return [*filter(stays, splices), *cuts] if cuts else splices


def _first_run(data: bytes, node: XmlNode, new: str) -> ByteSplice:
    # No text yet: a run at the end, in the look of the paragraph mark.
    prefix = prefix_of(data, node.start)
    mark = own_child(own_child(node, "pPr"), "rPr")
    run = f"<{prefix}r>".encode() + properties_xml(data, mark)
    run += f"{text_xml(prefix, new)}</{prefix}r>".encode()
    opening = start_tag(data, node.start)
    if opening.endswith(b"/>"):
        whole = opening[:-2].rstrip() + b">" + run + f"</{prefix}p>".encode()
        return ByteSplice(node.start, node.end, whole)
    return ByteSplice(node.close, node.close, run)
