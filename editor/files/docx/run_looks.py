"""The look of a run as kinds and values of marks, and the marks of a whole paragraph.

ECMA-376 Part 1, 17.3.2: a toggle is on without w:val and with '1', 'true', 'on'.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from editor.files.docx.styles_part import Styles
from editor.files.docx.text_runs import RunContent
from editor.files.docx.xml_tree import attribute, child, local_name
from editor.manuscript.marks import (
    BOLD,
    COLOUR,
    DOTTED,
    FACE,
    FIELD,
    HIDDEN,
    HIGHLIGHT,
    ITALIC,
    LINK,
    LOWERED,
    PLACEHOLDER,
    RAISED,
    RUN,
    SIZE,
    STRIKE,
    UNDERLINE,
    Mark,
    Marks,
    merged,
)

Looks = tuple[tuple[str, str], ...]
_ADDRESS = re.compile(r'HYPERLINK\s+"([^"]+)"', re.IGNORECASE)
_TOGGLES = {
    "b": BOLD, "i": ITALIC, "strike": STRIKE, "dstrike": STRIKE, "vanish": HIDDEN,
    "webHidden": "",
}  # fmt: skip
# What makes a run worth a mark of its own even where the whole paragraph has it.
EMPHASIS = (
    "b", "i", "u", "strike", "dstrike", "vanish", "em", "vertAlign", "highlight", "rStyle", "color",
)  # fmt: skip
_NO_PLACE = ("pPr", "proofErr")
_OFF = ("0", "false", "off", "none")
_RAISED = {"superscript": RAISED, "subscript": LOWERED}


def looks_of(run: Any, styles: Styles) -> Looks:
    """What the properties of a w:r say, its character style first; () for a plain run."""
    if run is None:
        return ()
    for one in run:
        if local_name(one.tag) == "rPr":
            return tuple(looks_in(one, styles).items())
    return ()


def switched_off(run: Any) -> set[str]:
    """The kinds of marks that a w:r says it has not, whatever its styles say."""
    properties = None if run is None else child(run, "rPr")
    return {
        kind
        for one in (() if properties is None else properties)
        for kind, _, on in _said(local_name(one.tag), attribute(one, "val"), one)
        if not on
    }


def looks_in(properties: Any, styles: Styles | None) -> dict[str, str]:
    """What a w:rPr says: kinds of marks with their values."""
    found: dict[str, str] = {}
    for one in properties:
        if styles is not None and local_name(one.tag) == "rStyle":
            for properties_of_style in styles.character(attribute(one, "val")):
                found = {**found, **looks_in(properties_of_style, None)}
    for one in properties:
        name = local_name(one.tag)
        value = attribute(one, "val")
        for kind, said, on in _said(name, value, one):
            if on:
                found[kind] = said
            else:
                found.pop(kind, None)
    return found


def _said(name: str, value: str | None, element: Any) -> Iterator[tuple[str, str, bool]]:
    if name in _TOGGLES:
        if _TOGGLES[name]:
            yield _TOGGLES[name], "", value not in _OFF
    elif name == "u":
        yield UNDERLINE, value or "single", value not in _OFF
    elif name == "em":
        yield DOTTED, "", value not in _OFF
    elif name == "vertAlign":
        for kind in (RAISED, LOWERED):
            yield kind, "", _RAISED.get(value or "") == kind
    elif name == "sz" and value:
        yield SIZE, value, True
    elif name == "color" and value:
        yield COLOUR, value, value != "auto"
    elif name == "highlight":
        yield HIGHLIGHT, value or "", value not in _OFF
    elif name == "rFonts":
        face = attribute(element, "eastAsia")
        if face:
            yield FACE, face, True


def marks_of(paragraph: Any, contents: list[RunContent], key: int, styles: Styles) -> Marks:
    """The marks of a w:p (an lxml element) with its contents.

    () where all of it has one look and nothing in it has a place to keep: `explicit` of the
    marks then says all there is to say.
    """
    if not any(content.text for content in contents) or _alike(paragraph, contents):
        return ()
    found: list[Mark] = []
    known: dict[int, Looks] = {}
    controls: dict[Any, int] = {}
    at = 0
    for number, content in enumerate(contents):
        if not content.text:
            continue
        end = at + len(content.text)
        found.append(Mark(at, end, RUN, f"{key}.{number}"))
        run = id(content.run)
        if run not in known:
            known[run] = looks_of(content.run, styles)
        for kind, value in (*known[run], *content.around):
            # Two controls beside each other show two prompts, be they of the same words.
            own = _control_around(content.element, controls) if kind == PLACEHOLDER else value
            found.append(Mark(at, end, kind, own))
        at = end
    return _told_prompts(merged(found), "".join([content.text for content in contents]))


def addressed(marks: Marks, addresses: Mapping[str, str]) -> Marks:
    """The marks with links told by where they lead, not by a name that only their part knows."""
    if not any(mark.kind in (LINK, FIELD) for mark in marks):
        return marks
    told: list[Mark] = []
    for mark in marks:
        if mark.kind == LINK:
            told.append(mark._replace(value=addresses.get(mark.value, mark.value)))
            continue
        told.append(mark)
        if mark.kind == FIELD and (address := _ADDRESS.match(mark.value)):
            told.append(mark._replace(kind=LINK, value=address[1]))
    return merged(told)


def _control_around(element: Any, known: dict[Any, int]) -> str:
    one = element
    while one is not None and local_name(one.tag) != "sdt":
        one = one.getparent()
    return str(known.setdefault(one, len(known)))


def _told_prompts(marks: Marks, text: str) -> Marks:
    return tuple(
        [m._replace(value=text[m.start : m.end]) if m.kind == PLACEHOLDER else m for m in marks]
    )


def _alike(paragraph: Any, contents: list[RunContent]) -> bool:
    worded = [content for content in contents if content.text]
    if any(content.holds or content.around for content in contents):
        return False
    looks = {_look_key(content.run) for content in worded}
    return len(looks) == 1 and looks != {None} and (len(worded) == 1 or _runs_only(paragraph))


def _look_key(run: Any) -> tuple[object, ...] | None:
    """The properties of a run so that equal ones are equal; None for a run with emphasis."""
    for one in run if run is not None else ():
        if local_name(one.tag) == "rPr":
            if any(local_name(two.tag) in EMPHASIS for two in one):
                return None
            return tuple([(two.tag, tuple(two.attrib.items())) for two in one])
    return ()


def _runs_only(paragraph: Any) -> bool:
    # Bookmarks at the ends stay at the ends whatever is done between them.
    names = [local_name(one.tag) for one in paragraph]
    names = [name for name in names if name not in _NO_PLACE]
    while names and names[0] == "bookmarkStart":
        names.pop(0)
    while names and names[-1] == "bookmarkEnd":
        names.pop()
    return all(name == "r" for name in names)
