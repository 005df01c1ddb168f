"""Pictures, shapes, charts, embedded objects and formulas as XML of the new package.

They stay as they are but for three things: ids of relations are those of the new package, ids
of drawings are unique, and the words of text boxes are written anew like any others.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from itertools import count
from typing import Any, NamedTuple

from editor.files.docx.xml_tree import COMPATIBILITY, TRANSITIONAL, child, local_name
from editor.files.docx_final.part_copies import PartCopies
from editor.files.docx_final.word_xml import RELATIONS, foreign_xml, word_xml
from editor.manuscript.whole_number import whole_number

_W, _R = f"{{{TRANSITIONAL}}}", f"{{{RELATIONS}}}"
_BOX = f"{_W}txbxContent"
_FALLBACK = f"{{{COMPATIBILITY}}}Fallback"
_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_V = "{urn:schemas-microsoft-com:vml}"
_WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
# Without these the picture stays a picture: a click, a vector twin, effects, the live object.
_SPARE = {
    "hlinkClick", "hlinkHover", "hlinkMouseOver", "svgBlip", "imgLayer", "imgProps", "OLEObject",
    "control", "externalData", "fill", "stroke", "movie", "wavAudioFile",
}  # fmt: skip
# Inside a formula these point to what is not carried.
_POINTERS = {
    "commentRangeStart", "commentRangeEnd", "commentReference", "bookmarkStart", "bookmarkEnd",
    "permStart", "permEnd", "footnoteReference", "endnoteReference", "del", "moveFrom",
}  # fmt: skip
_DECLARED_SPACE = f' xmlns:w="{TRANSITIONAL}" xmlns:r="{RELATIONS}"'
_BLOCK = re.compile(r"<w:(p|tbl)(?=[ />])")
_SIDES = ("width", "height")
_SIZES = re.compile(r"(?<![\w-])(width|height):([0-9.]+)pt")
EMU_PER_TWIP = 635


class Surround(NamedTuple):
    """Where something stands: the source's member, the new one, and what kind of place.

    ``kind``: 'body', 'cell', 'box', 'note' or 'margin'. ``spaces`` are the prefixes the new
    member declares. ``width`` is the room for a line in twips; ``scale`` that of the table.
    ``counts``: what counts pages goes on counting, as in a header.
    """

    part: str
    into: str
    kind: str
    spaces: Mapping[str, str]
    width: int
    height: int
    scale: float = 1.0
    counts: bool = False


class ObjectWriter:
    """Writes the objects of one document. ``blocks`` writes what a text box holds.

    ``dangling`` gathers the objects that could not be carried, or not whole.
    """

    def __init__(self, copies: PartCopies, blocks: Callable[[Any, Surround], str]) -> None:
        self._copies, self._blocks = copies, blocks
        self._numbers, self._boxes = count(1), count(1)
        self.dangling: list[Any] = []
        self.used = False

    def run_of(self, element: Any, run: Any, surround: Surround) -> str:
        """An object in its run, or a formula; '' where what it shows is not in the file."""
        name = local_name(element.tag)
        self.used = True
        if not name:  # m:oMath, m:oMathPara
            return foreign_xml(_accepted(element), surround.spaces)
        self._without_controls(element)
        inner = {self._token(): box for box in _outer_boxes(element)}
        words = {token: self._inner(box, surround) for token, box in inner.items()}
        for token, box in inner.items():
            for one in list(box):
                box.remove(one)
            box.text = token
        if name in ("control", "subDoc") or not self._related(element, surround, bool(inner)):
            self.dangling.append(element)
            return ""
        self._number(element, surround)
        text = foreign_xml(element, surround.spaces)
        for token, xml in words.items():
            text = text.replace(token, xml, 1)
        return f"<w:r>{_raised(run)}{text}</w:r>"

    def _token(self) -> str:
        return f"\ue000{next(self._boxes)}\ue001"

    def _without_controls(self, element: Any) -> None:
        """Of a form's live control its picture stays: a final runs nothing."""
        for one in list(element.iter(f"{_W}control")):
            if one is not element:
                one.getparent().remove(one)
                self.dangling.append(element)

    def _inner(self, box: Any, surround: Surround) -> str:
        xml = self._blocks(box, surround._replace(kind="box", scale=1.0)) or "<w:p/>"
        odd = box.nsmap.get("w", TRANSITIONAL) != TRANSITIONAL or box.nsmap.get("r") not in (
            None,
            RELATIONS,
        )
        return _BLOCK.sub(rf"<w:\1{_DECLARED_SPACE}", xml) if odd else xml

    def _related(self, element: Any, surround: Surround, worded: bool) -> bool:
        """Give every relation its new id; False where something that shows leads nowhere.

        Of an object with words the words stay, without what is missing.
        """
        for one in list(element.iter()):
            for key in [k for k in one.attrib if k.startswith(_R) or k.endswith("}relid")]:
                if self._renamed(one, key, surround):
                    continue
                fallback = next(one.iterancestors(_FALLBACK), None)
                if fallback is not None:
                    if fallback.getparent() is not None:
                        fallback.getparent().remove(fallback)
                elif worded:
                    del one.attrib[key]
                    self.dangling.append(element)
                else:
                    return False
        return True

    def _renamed(self, one: Any, key: str, surround: Surround) -> bool:
        old = str(one.get(key))
        new = self._copies.related(old, surround.part, surround.into) if old else ""
        if new is not None:
            one.set(key, new)
            return True
        address = self._copies.address_of(old, surround.part)
        name = one.tag.rpartition("}")[2]
        if name.startswith("hlink") and address:
            one.set(key, self._copies.linked(address, surround.into))
        elif name in _SPARE and one.getparent() is not None:
            one.getparent().remove(one)
            if name == "OLEObject":  # its picture is all that is there
                self.dangling.append(one)
        elif key == f"{_R}link" and one.get(f"{_R}embed"):
            del one.attrib[key]  # the picture itself is in the file
        else:
            return False
        return True

    def _number(self, element: Any, surround: Surround) -> None:
        for one in element.iter(f"{_V}shape"):
            _fit_old(one, surround)
        for one in element.iter(f"{_WP}docPr"):
            one.set("id", str(next(self._numbers)))
            if one.getparent().tag == f"{_WP}inline":
                _fit(one.getparent(), surround)


def _outer_boxes(element: Any) -> list[Any]:
    return [box for box in element.iter(_BOX) if not _nested(box, element)]


def _nested(box: Any, element: Any) -> bool:
    """Whether a text box stands in another of the same object."""
    for outer in box.iterancestors():
        if outer is element:
            return False
        if outer.tag == _BOX:
            return True
    return False


def _fit(inline: Any, surround: Surround) -> None:
    """Make a drawing in the line no wider and no higher than the room there is."""
    extent: Any = inline.find(f"{_WP}extent")
    sizes: list[Any] = [] if extent is None else [extent]
    frame: Any = next(inline.iter(f"{_A}xfrm"), None)
    if frame is not None and (own := frame.find(f"{_A}ext")) is not None:
        sizes.append(own)
    try:
        wide, high = (float(sizes[0].get(n)) * surround.scale for n in ("cx", "cy"))
    except (IndexError, TypeError, ValueError):
        return
    room = (surround.width * EMU_PER_TWIP, surround.height * EMU_PER_TWIP)
    factor = min(1.0, room[0] / max(wide, 1), room[1] / max(high, 1)) * surround.scale
    if factor < 1:
        for size in sizes:
            for name in ("cx", "cy"):
                if long := whole_number(size.get(name)):
                    size.set(name, str(round(long * factor)))


def _fit_old(shape: Any, surround: Surround) -> None:
    """The same for a picture of the older sort, whose size stands in its style in points."""
    style = str(shape.get("style") or "")
    said = dict(_SIZES.findall(style))
    if "position:absolute" in style.replace(" ", "") or len(said) != len(_SIDES):
        return
    room = {"width": surround.width / 20, "height": surround.height / 20}
    sizes = {side: float(said[side]) * surround.scale for side in _SIDES}
    factor = min(1.0, *(room[side] / max(sizes[side], 1) for side in _SIDES)) * surround.scale
    if factor < 1:
        fitted = _SIZES.sub(lambda m: f"{m[1]}:{float(m[2]) * factor:.2f}pt", style)
        shape.set("style", fitted)


def _accepted(formula: Any) -> Any:
    """A formula with its tracked changes accepted and nothing that points out of it."""
    for one in list(formula.iter()):
        name = local_name(one.tag)
        parent = one.getparent()
        if parent is None or one is formula:
            continue
        if name in _POINTERS:
            parent.remove(one)
        elif name in ("ins", "moveTo"):
            at = parent.index(one)
            parent[at : at + 1] = list(one)
    return formula


def _raised(run: Any) -> str:
    """Of an object's run its height on the line: a formula of an equation editor needs it."""
    properties = None if run is None else child(run, "rPr")
    raised = None if properties is None else child(properties, "position")
    return "" if raised is None else f"<w:rPr>{word_xml(raised)}</w:rPr>"
