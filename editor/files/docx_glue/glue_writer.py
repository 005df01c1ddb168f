"""Writes pieces of source paragraphs one after the other, opening and closing what is around."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from editor.files.docx.xml_tree import local_name
from editor.files.docx_glue.brought_looks import link_tags, look_xml, ruby_xml
from editor.files.docx_glue.leaves import PROPERTIES, UNITS, Source
from editor.files.docx_patch.byte_map import XmlNode, start_tag
from editor.files.docx_patch.paragraph_patch import (
    ByteSplice,
    outside,
    own_child,
    prefix_of,
    properties_xml,
    spliced,
    text_xml,
)
from editor.manuscript.marks import LINK, RUBY

# Opened again for the second part they would be two: these stay with the first part.
_ONCE = {"sdt", "sdtContent", "fldSimple", "customXml"}
# Words written among somebody's tracked letters are not his.
_CLOSED = {"ins", "moveTo"}
_LINKS = {"hyperlink", "fldSimple"}
_ID = re.compile(rb"""((?:[\w.-]+:)?\bid\s*=\s*["'])[^"']*""")
_ANY_ID = re.compile(rb"""(?:[\w.-]+:)?\bid="(\d{1,9})\"""")


@dataclass(frozen=True, slots=True)
class Piece:
    """A leaf as it is, or (``changed``) other words in its place, or words written here.

    ``node`` None: written here, in the look of the words beside it, with ``looks`` on top.
    """

    chain: tuple[XmlNode, ...]
    node: XmlNode | None
    source: Source | None
    text: str = ""
    changed: bool = False
    looks: tuple[tuple[str, str], ...] = ()
    plain: bool = False  # of the words beside it takes face and size only
    like: XmlNode | None = None  # the leaf whose run's properties it takes


class _Wrapper(NamedTuple):
    ident: int
    opening: bytes
    closing: bytes


class Written(NamedTuple):
    """The content of a paragraph, and what is no letter in it: its source's key and range."""

    data: bytes
    held: tuple[tuple[int, int, int], ...]


class PatchedBytes:
    """The bytes of the source, with splices inside what is moved as a whole (a text box)."""

    def __init__(self, data: bytes) -> None:
        self.data = data
        self._splices: list[ByteSplice] = []
        self._starts: list[int] = []

    def put(self, splices: Sequence[ByteSplice]) -> None:
        """More splices; those there were that lie in one of them are made up for by it."""
        self._splices = sorted([*outside(self._splices, splices), *splices])
        self._starts = [s.start for s in self._splices]

    def add(self, made: ByteSplice) -> None:
        """One more, in place of what is spliced inside it."""
        outside = [s for s in self._splices if not made.start <= s.start <= s.end <= made.end]
        self._splices = sorted([*outside, made])
        self._starts = [s.start for s in self._splices]

    def between(self, start: int, end: int) -> bytes:
        """The bytes ``[start, end)`` with the splices that lie in them."""
        first, last = bisect_left(self._starts, start), bisect_left(self._starts, end)
        # What begins here and goes on beyond is of the paragraph around, glued before.
        inside = [s for s in self._splices[first:last] if s.end <= end]
        return spliced(self.data, start, end, inside)


class GlueWriter:
    """Writes the glued paragraphs of one part, in order; knows what was closed already."""

    def __init__(self, patched: PatchedBytes, prefix: str) -> None:
        self._data, self._patched, self._prefix = patched.data, patched, prefix
        self._closed: set[int] = set()
        self._fresh = 0

    def written(self, pieces: Sequence[Piece], target: int, model: Source | None) -> Written:
        """The content of the paragraph with the key ``target`` (0: a new one).

        ``model`` gives words their look where no letter of the source stands beside them.
        """
        out: list[bytes] = []
        stack: list[_Wrapper] = []
        for piece in _placed(pieces):
            wrappers, inner = self._of(piece, target, model)
            kept = 0
            while kept < min(len(stack), len(wrappers)) and stack[kept][0] == wrappers[kept][0]:
                kept += 1
            out += self._close(stack, kept)
            out += [w.opening for w in wrappers[kept:]]
            stack += wrappers[kept:]
            out.append(inner)
        out += self._close(stack, 0)
        whole = [
            (p.source.key, p.node.start, p.node.end)
            for p in pieces
            if p.source is not None and p.node is not None and not p.text
        ]
        return Written(b"".join(out), tuple(whole))

    def _close(self, stack: list[_Wrapper], kept: int) -> list[bytes]:
        out: list[bytes] = []
        while len(stack) > kept:
            wrapper = stack.pop()
            self._closed.add(wrapper.ident)
            out.append(wrapper.closing)
        return out

    def _of(self, piece: Piece, target: int, model: Source | None) -> tuple[list[_Wrapper], bytes]:
        wrappers = [w for e in piece.chain if (w := self._wrapper(e)) is not None]
        look = b""
        in_run = any(local_name(e.tag) == "r" for e in piece.chain)
        if piece.text and (piece.node is None or piece.changed) and not in_run:
            look = self._look(piece, model)
            opening = f"<{self._prefix}r>".encode() + look
            run = _Wrapper(id(piece), opening, f"</{self._prefix}r>".encode())
            wrappers += [*self._link(piece), run]
        inner = self._inner(piece, look)
        if piece.source is not None and piece.source.key != target and piece.source.spaces:
            if wrappers:
                first = wrappers[0]
                wrappers[0] = first._replace(opening=_declaring(first.opening, piece.source.spaces))
            else:
                inner = _declaring(inner, piece.source.spaces)
        return wrappers, inner

    def _link(self, piece: Piece) -> list[_Wrapper]:
        """The link that words bring along, where they come into no other."""
        address = dict(piece.looks).get(LINK)
        if not address or any(local_name(e.tag) in _LINKS for e in piece.chain):
            return []
        return [_Wrapper(hash((LINK, address)), *link_tags(address, self._prefix))]

    def _inner(self, piece: Piece, look: bytes) -> bytes:
        if piece.node is None:
            words = text_xml(self._prefix, piece.text).encode("utf-8")
            over = dict(piece.looks).get(RUBY)
            return ruby_xml(words, over, look, self._prefix) if over else words
        if not piece.changed:
            return self._patched.between(piece.node.start, piece.node.end)
        unit = local_name(piece.node.tag) in UNITS
        prefix = self._prefix if unit else prefix_of(self._data, piece.node.start)
        return text_xml(prefix, piece.text).encode("utf-8")

    def _wrapper(self, element: XmlNode) -> _Wrapper | None:
        name = local_name(element.tag)
        if name in _ONCE and id(element) in self._closed:
            return None
        tag = start_tag(self._data, element.start)
        if name in _CLOSED and id(element) in self._closed:
            tag = _ID.sub(rb"\g<1>" + self._new_id(), tag, count=1)
        kept = [c for c in element if local_name(c.tag) in PROPERTIES]
        opening = tag + b"".join([self._patched.between(c.start, c.end) for c in kept])
        closing = b"</" + re.split(rb"[\s/>]", tag[1:], maxsplit=1)[0] + b">"
        return _Wrapper(id(element), opening, closing)

    def _look(self, piece: Piece, model: Source | None) -> bytes:
        run = _run_of(piece, model)
        properties = own_child(run, "rPr")
        if run is None and model is not None:
            properties = own_child(own_child(model.node, "pPr"), "rPr")
        look = properties_xml(self._data, properties)
        return look_xml(look, piece.looks, self._prefix) if piece.looks or piece.plain else look

    def _new_id(self) -> bytes:
        if not self._fresh:
            self._fresh = max([int(n) for n in _ANY_ID.findall(self._data)], default=0)
        self._fresh += 1
        return str(self._fresh).encode()


def _run_of(piece: Piece, model: Source | None) -> XmlNode | None:
    """The run whose look words without a run of their own take."""
    contents = piece.source.contents if piece.source else model.contents if model else []
    wanted = piece.like or piece.node
    for content in contents:
        if wanted is not None and content.element is wanted:
            return content.run
    worded = [c for c in contents if c.text and c.run is not None]
    free = [c for c in worded if not c.linked] or worded
    return free[-1].run if free else None


def _placed(pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces, those written here between their neighbours: inside what is around both."""
    behind: list[Piece | None] = []
    follows: Piece | None = None
    for piece in reversed(pieces):
        behind.append(follows)
        follows = piece if _is_word(piece) else follows
    done: list[Piece] = []
    before: Piece | None = None
    for piece, follows in zip(pieces, reversed(behind), strict=True):
        if piece.node is not None:
            done.append(piece)
            before = piece if _is_word(piece) else before
            continue
        beside = [one for one in (before, follows) if one is not None]
        near = next(
            (one for one in beside if not _is_somebodys(one)), beside[0] if beside else None
        )
        like, source = (near.node, near.source) if near else (None, None)
        done.append(replace(piece, chain=_shared(before, follows), like=like, source=source))
    return done


def _is_word(piece: Piece) -> bool:
    return piece.node is not None and bool(piece.text)


def _is_somebodys(piece: Piece) -> bool:
    contents = piece.source.contents if piece.source else ()
    return any(c.linked for c in contents if c.element is piece.node)


def _shared(before: Piece | None, follows: Piece | None) -> tuple[XmlNode, ...]:
    if before is None or follows is None:
        return ()
    found: list[XmlNode] = []
    for one, two in zip(before.chain, follows.chain, strict=False):
        if one is not two or local_name(one.tag) == "r":
            break
        if local_name(one.tag) not in _CLOSED:
            found.append(one)
    return tuple(found)


def _declaring(data: bytes, spaces: bytes) -> bytes:
    """The bytes of an element with declarations of name spaces in its first tag."""
    tag = start_tag(data, 0)
    name = re.match(rb"<[^\s/>]+", tag)
    if name is None:
        return data
    fresh = [
        one
        for one in re.findall(rb"""\sxmlns(?::[\w.-]+)?=(?:"[^"]*"|'[^']*')""", spaces)
        if re.split(rb"=", one, maxsplit=1)[0] + b"=" not in tag
    ]
    return data[: name.end()] + b"".join(fresh) + data[name.end() :]
