"""A paragraph's place in the lists, changed in its bytes: w:ilvl, or the style that brings it.

Only what says the number is written anew; the order of w:pPr's children is that of
ECMA-376 Part 1, 17.3.1.26.
"""

from __future__ import annotations

from typing import NamedTuple

from editor.files.docx.paragraph_reader import DocxStyling
from editor.files.docx.xml_tree import attribute, local_name, value_of
from editor.files.docx_parts.xml_escape import escape
from editor.files.docx_patch.byte_map import XmlNode
from editor.files.docx_patch.paragraph_patch import ByteSplice, own_child
from editor.manuscript.lists import UNLISTED, place_of
from editor.manuscript.paragraph import Paragraph

# Children of w:pPr that stand before w:numPr.
_BEFORE = ("pStyle", "keepNext", "keepLines", "pageBreakBefore", "framePr", "widowControl")


class Listing(NamedTuple):
    """What writing a place needs: the bytes, the prefix of the part, styles and lists, and
    the style id of plain text ('' where it has none)."""

    data: bytes
    prefix: str
    styling: DocxStyling
    plain: str = ""


def changed_list(how: Listing, node: XmlNode, old: Paragraph, new: Paragraph) -> list[ByteSplice]:
    """The splices that give a w:p the place in the lists that ``new`` has.

    ``new.listed`` '' changes nothing. Raises ValueError where there is nowhere to say it.
    """
    if new.listed in ("", old.listed) or (new.listed == UNLISTED and not old.listed):
        return []
    properties = own_child(node, "pPr")
    style = _style_of(properties)
    outline = own_child(properties, "outlineLvl")
    wanted = _style_for(how, style, (old, new), outline)
    splices = _styled(how, node, properties, wanted) if wanted != style else []
    by_style = _brought(how.styling, wanted)
    own = own_child(properties, "numPr")
    if outline is not None and new.style.startswith("heading") and old.style != new.style:
        level = int(new.style[7:]) - 1
        splices += [s for s in (_attribute(how, outline, level),) if s is not None]
    if new.listed == UNLISTED:
        if own is not None:
            splices.append(ByteSplice(own.start, own.end, b""))
        splices += _outline_gone(properties) if old.style != new.style else []
        if by_style:
            splices += _inserted(how, node, properties, _number(how.prefix, UNLISTED), own)
    elif own is not None:
        splices += _levelled(how, own, new.listed, by_style)
    elif by_style != new.listed:
        splices += _inserted(how, node, properties, _number(how.prefix, new.listed), None)
    return in_one_place(splices, how.prefix)


def _style_of(properties: XmlNode | None) -> str:
    return (value_of(properties, "pStyle") or "") if properties is not None else ""


def _style_for(
    how: Listing, style: str, change: tuple[Paragraph, Paragraph], own_outline: XmlNode | None
) -> str:
    """The style a paragraph has then: the one that goes with the level, where one does."""
    old, new = change
    if new.listed == UNLISTED:
        numbering = _brought(how.styling, style)
        return how.plain if numbering or (old.style and not new.style) else style
    lists = how.styling.numbering.lists
    before, after = lists.level(old.listed), lists.level(new.listed)
    if before and after and before.style and before.style == style and after.style:
        return after.style
    said = own_outline is not None  # then that says the level, not the style
    return style if old.style == new.style or said else lists.headings.get(new.style, style)


def _brought(styling: DocxStyling, style: str) -> str:
    """The place that a style alone numbers its paragraphs at."""
    found = styling.styles.resolved(style or None)
    if not found.list_id:
        return ""
    level = styling.numbering.level_of_style(found.list_id, style, found.level)
    return styling.numbering.listed(found.list_id, level)


def _styled(
    how: Listing, node: XmlNode, properties: XmlNode | None, style: str
) -> list[ByteSplice]:
    said = own_child(properties, "pStyle")
    name = escape(style, {'"': "&quot;"})
    fresh = f'<{how.prefix}pStyle {how.prefix}val="{name}"/>'.encode() if style else b""
    if said is not None:
        return [ByteSplice(said.start, said.end, fresh)]
    return _inserted(how, node, properties, fresh, None) if fresh else []


def _levelled(how: Listing, own: XmlNode, listed: str, by_style: str) -> list[ByteSplice]:
    """The level written into a w:numPr; its list too where that is another."""
    list_id, level = place_of(listed)
    said, name = own_child(own, "ilvl"), own_child(own, "numId")
    fresh = f'<{how.prefix}ilvl {how.prefix}val="{level}"/>'.encode()
    if own.inner >= own.end:
        return [ByteSplice(own.start, own.end, _number(how.prefix, listed))]
    splices = [ByteSplice(own.inner, own.inner, fresh)] if said is None else []
    if said is not None and attribute(said, "val") != str(level):
        splices.append(_attribute(how, said, level) or ByteSplice(said.start, said.end, fresh))
    known = attribute(name, "val") if name is not None else place_of(by_style)[0]
    if known != list_id:
        number = f'<{how.prefix}numId {how.prefix}val="{list_id}"/>'.encode()
        at = (name.start, name.end) if name is not None else (own.close, own.close)
        splices.append(ByteSplice(*at, number))
    return splices


def _attribute(how: Listing, node: XmlNode, value: int) -> ByteSplice | None:
    """The value alone, where the tag is written plainly."""
    tag = how.data[node.start : node.inner]
    start = tag.find(f'{how.prefix}val="'.encode())
    if start < 0:
        return None
    start += len(how.prefix) + len('val="')
    end = tag.index(b'"', start)
    return ByteSplice(node.start + start, node.start + end, str(value).encode())


def _number(prefix: str, listed: str) -> bytes:
    list_id, level = place_of(listed)
    said = f'<{prefix}ilvl {prefix}val="{level}"/><{prefix}numId {prefix}val="{list_id}"/>'
    return f"<{prefix}numPr>{said}</{prefix}numPr>".encode()


def _outline_gone(properties: XmlNode | None) -> list[ByteSplice]:
    level = own_child(properties, "outlineLvl")
    return [] if level is None else [ByteSplice(level.start, level.end, b"")]


def _inserted(
    how: Listing, node: XmlNode, properties: XmlNode | None, made: bytes, own: XmlNode | None
) -> list[ByteSplice]:
    """A w:numPr put where it belongs (in place of ``own``); a w:pStyle comes before it."""
    if own is not None:
        return [ByteSplice(own.start, own.end, made)]
    around = f"<{how.prefix}pPr>".encode() + made + f"</{how.prefix}pPr>".encode()
    if properties is None:
        if node.inner >= node.end:
            raise ValueError("an empty paragraph has nowhere to say its number")
        return [ByteSplice(node.inner, node.inner, around)]
    if properties.inner >= properties.end:
        return [ByteSplice(properties.start, properties.end, around)]
    style = made.startswith(f"<{how.prefix}pStyle".encode())
    ahead = [one.end for one in properties if local_name(one.tag) in _BEFORE and not style]
    at = max(ahead, default=properties.inner)
    return [ByteSplice(at, at, made)]


def in_one_place(splices: list[ByteSplice], prefix: str) -> list[ByteSplice]:
    """Of two that replace the same bytes the last holds; two put in at one place are one.

    Two w:pPr at one place are one too: a paragraph has but one, style first.
    """
    head, tail = f"<{prefix}pPr>".encode(), f"</{prefix}pPr>".encode()
    found: dict[tuple[int, int], ByteSplice] = {}
    for splice in splices:
        place, data = (splice.start, splice.end), splice.data
        before = found[place].data if place in found else b""
        if before.startswith(head) and data.startswith(head):
            data = before.removesuffix(tail) + data.removeprefix(head)
        elif splice.start == splice.end:
            data = before + data
        found[place] = splice._replace(data=data)
    return list(found.values())
