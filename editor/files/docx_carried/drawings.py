"""The pictures of a drawing with their sizes; what has none is named.

Sizes come from the drawing (EMU, 36,000 a mm; VML in lengths of CSS), the bytes from the
member that the part's relation names. A relation that leads nowhere is tolerated.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from editor.editions.carried import (
    WHOLE_PICTURE,
    CarriedPicture,
    CarriedThing,
    Crop,
    Undrawable,
)
from editor.files.docx.package import Package
from editor.files.docx.xml_tree import COMPATIBILITY, local_name
from editor.files.docx_parts.object_scan import drawn
from editor.files.trouble import Trouble
from editor.manuscript.file_objects import ObjectKind

_EMU = 36_000  # a mm
_LENGTHS = {"pt": 25.4 / 72, "in": 25.4, "cm": 10.0, "mm": 1.0, "px": 25.4 / 96, "pc": 25.4 / 6}
_LENGTH = re.compile(r"(?:^|;)\s*(width|height)\s*:\s*([0-9.]+)(pt|in|cm|mm|px|pc)")
_FALLBACK = f"{{{COMPATIBILITY}}}Fallback"
_OWN = (ObjectKind.PICTURE, ObjectKind.TEXT_BOX)  # whose pictures stand for themselves
_SQUARE = (60.0, 45.0)  # mm, where the file gives no size


class Drawings:
    """Reads the drawings of the main part of a package."""

    def __init__(self, package: Package, targets: Mapping[str, str]) -> None:
        """``targets``: the members that the part's relations lead to."""
        self._package = package
        self._targets = targets
        self._known: dict[str, bytes | None] = {}

    def things(self, element: Any) -> list[CarriedThing]:
        """What stands for a w:drawing, w:pict or w:object.

        Nothing for a text box without pictures: its words are paragraphs.
        """
        embedded = local_name(element.tag) == "object"
        kind = ObjectKind.EMBEDDED if embedded else drawn(element).kind
        found = list(self._modern(element)) or list(self._old(element))
        if not found and kind not in _OWN:
            found = list(self._fallback(element))
        if found:
            beside = _floats(element)
            return [_named(one, kind, beside) for one in found]
        return [] if kind is ObjectKind.TEXT_BOX else [Undrawable(kind)]

    def _modern(self, element: Any) -> Iterator[CarriedThing]:
        pictures = [one for one in _below(element) if _name(one) == "pic"]
        outer = next((one for one in _below(element) if _name(one) == "extent"), None)
        whole = _extent(outer)
        inner = [_extent(_first(one, "ext", "cx")) for one in pictures]
        widest = max((width for width, _ in inner), default=0.0)
        for picture, size in zip(pictures, inner, strict=True):
            if len(pictures) == 1 and whole[0] and whole[1]:
                size = whole
            elif whole[0] and widest > whole[0]:  # of a group drawn smaller than its parts
                size = (size[0] * whole[0] / widest, size[1] * whole[0] / widest)
            yield self._picture(picture, size)

    def _picture(self, picture: Any, size: tuple[float, float]) -> CarriedThing:
        blips = [one for one in _below(picture) if _name(one) in ("blip", "svgBlip")]
        names = [value for one in blips for key, value in one.items() if key.endswith("}embed")]
        data = next((d for d in map(self._bytes, names) if d is not None), None)
        if data is None:
            return Undrawable(ObjectKind.PICTURE)
        crop = next((one for one in _below(picture) if _name(one) == "srcRect"), None)
        width, height = size if size[0] and size[1] else _SQUARE
        quarters = _quarters(next((one for one in _below(picture) if _name(one) == "xfrm"), None))
        if quarters % 2:
            width, height = height, width
        return CarriedPicture(data, width, height, crop=_crop(crop), quarters=quarters)

    def _old(self, element: Any) -> Iterator[CarriedThing]:
        size = (0.0, 0.0)
        for one in _below(element):
            size = _css_size(one.get("style") or "") or size
            if _name(one) != "imagedata":
                continue
            names = [v for k, v in one.items() if k.endswith(("}id", "}relid", "}pict"))]
            data = next((d for d in map(self._bytes, names) if d is not None), None)
            width, height = size if size[0] and size[1] else _SQUARE
            yield (
                Undrawable(ObjectKind.PICTURE)
                if data is None
                else CarriedPicture(data, width, height)
            )

    def _fallback(self, element: Any) -> Iterator[CarriedThing]:
        """The picture that the file keeps for programs that cannot draw the thing itself."""
        above = element.getparent()
        while above is not None and _name(above) != "AlternateContent":
            if _name(above) == "p":
                return
            above = above.getparent()
        for branch in above if above is not None else ():
            if branch.tag == _FALLBACK:
                pictures = list(self._modern(branch)) or list(self._old(branch))
                yield from [one for one in pictures if isinstance(one, CarriedPicture)]

    def _bytes(self, relation: str) -> bytes | None:
        if relation not in self._known:
            self._known[relation] = self._read(self._targets.get(relation))
        return self._known[relation]

    def _read(self, member: str | None) -> bytes | None:
        try:
            return self._package.read(member) if member else None
        except (Trouble, KeyError):
            return None


def _below(element: Any) -> Iterator[Any]:
    """All elements below in order, but for those in text boxes, which are paragraphs' own."""
    for one in element:
        if isinstance(one.tag, str) and _name(one) != "txbxContent":
            yield one
            yield from _below(one)


def _first(element: Any, name: str, attribute: str) -> Any:
    return next((one for one in _below(element) if _name(one) == name and one.get(attribute)), None)


def _extent(element: Any) -> tuple[float, float]:
    if element is None:
        return 0.0, 0.0
    return _number(element.get("cx")) / _EMU, _number(element.get("cy")) / _EMU


def _crop(element: Any) -> Crop:
    if element is None:
        return WHOLE_PICTURE
    sides = [_number(element.get(side)) / 100_000 for side in ("l", "t", "r", "b")]
    left, top, right, bottom = [min(max(0.0, side), 1.0) for side in sides]
    return (
        Crop(left, top, right, bottom) if left + right < 1 and top + bottom < 1 else WHOLE_PICTURE
    )


def _quarters(element: Any) -> int:
    """Turns by 90 degrees clockwise, the nearest to what it says in 60,000ths of a degree."""
    angle = 0.0 if element is None else _number(element.get("rot"))
    return round(angle / (90 * 60_000)) % 4


def _css_size(style: str) -> tuple[float, float] | None:
    found = {n: float(v) * _LENGTHS[unit] for n, v, unit in _LENGTH.findall(style) if _is_one(v)}
    return (found["width"], found["height"]) if len(found) == 2 else None


def _is_one(value: str) -> bool:
    return value.count(".") < 2 and value != "."


def _number(value: str | None) -> float:
    try:
        return float(value or 0)
    except ValueError:
        return 0.0


def _named(thing: CarriedThing, kind: ObjectKind, floating: bool) -> CarriedThing:
    if not isinstance(thing, CarriedPicture):
        return thing
    return replace(thing, kind=thing.kind if kind in _OWN else kind, floating=floating)


def _floats(element: Any) -> bool:
    """Whether a drawing has a place of its own on the page."""
    anchored = any(_name(one) == "anchor" for one in element)
    return anchored or any("position:absolute" in (one.get("style") or "") for one in element)


def _name(element: Any) -> str:
    return str(element.tag).rpartition("}")[2]
