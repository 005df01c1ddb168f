"""How a run looks besides face, size and colour: what a final keeps of it.

Styles say it first, the run's own properties have the last word. Order of the properties:
ECMA-376 Part 1, 17.3.2.28.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, NamedTuple

from editor.files.docx.styles_part import Styles
from editor.files.docx.xml_tree import attribute, child, local_name, value_of
from editor.files.docx_final.word_xml import quoted
from editor.manuscript.file_objects import ObjectKind
from editor.manuscript.whole_number import whole_number

_TOGGLES = ("b", "i", "caps", "smallCaps", "strike", "dstrike", "vanish")
_VALUED = ("u", "vertAlign", "em", "sz")
KEPT = frozenset((*_TOGGLES, *_VALUED, "eastAsianLayout", "rStyle"))
_OFF = ("0", "false", "off", "none", "baseline")
_COMPLEX = {"b": "<w:bCs/>", "i": "<w:iCs/>"}
_HALF_POINTS = 20  # the size where nothing says one (17.3.2.38)


class Emphasis(NamedTuple):
    """The inside of a w:rPr, what stands before w:sz and what behind w:highlight.

    ``size`` in half points, as w:sz.
    """

    before: str = ""
    behind: str = ""
    hidden: bool = False
    bold: bool = False
    size: int = 0

    def unbold(self) -> Emphasis:
        """Without bold: where the edition says what is bold."""
        return (
            self._replace(before=self.before.replace("<w:b/><w:bCs/>", "")) if self.bold else self
        )

    def concealed(self, *kinds: ObjectKind) -> Emphasis:
        """Hidden and struck as a table's style has it, with what its run and paragraph say."""
        bare = self.before.replace("<w:strike/>", "").replace("<w:dstrike/>", "")
        struck = ObjectKind.STRUCK in kinds
        kept = self.before if struck and bare != self.before else bare
        lined = kept + "<w:strike/>" if struck and kept == bare else kept
        return self._replace(before=lined, hidden=ObjectKind.HIDDEN in kinds)


PLAIN = Emphasis()
Said = dict[str, Any]


class EmphasisReader:
    """Reads runs of one document; equal properties are read once."""

    def __init__(self, styles: Styles, styles_root: Any) -> None:
        self._styles = styles
        self._known: dict[tuple[object, ...], Emphasis] = {}
        self._of_styles: dict[str, Said] = {}
        self._default = _default_size(styles_root)
        self._links = _link_styles(styles_root)

    def of(self, run: Any, style: str) -> Emphasis:
        """The emphasis of a w:r in a paragraph of a style."""
        properties = None if run is None else child(run, "rPr")
        own = () if properties is None else tuple(_kept(properties))
        key = (style, *[(name, one.tag, tuple(one.attrib.items())) for name, one in own])
        if key not in self._known:
            self._known[key] = self._read(own, style)
        return self._known[key]

    def _read(self, own: Iterable[tuple[str, Any]], style: str) -> Emphasis:
        own = tuple(own)
        said = dict(self._of_style(style))
        for name, one in own:
            if name == "rStyle" and attribute(one, "val") not in self._links:
                for properties in self._styles.character(attribute(one, "val")):
                    said.update(_kept(properties))
        said.update([pair for pair in own if pair[0] != "rStyle"])
        return _emphasis(said, self._default)

    def _of_style(self, style: str) -> Said:
        """What the paragraph's style says; the bold of a heading's style is the heading's."""
        if style not in self._of_styles:
            said: Said = {}
            for properties in reversed(self._styles.properties(style or None, "rPr")):
                said.update(_kept(properties))
            if self._styles.resolved(style or None).role:
                said.pop("b", None)
            self._of_styles[style] = said
        return self._of_styles[style]


def _kept(properties: Any) -> list[tuple[str, Any]]:
    return [(name, one) for one in properties if (name := local_name(one.tag)) in KEPT]


def _emphasis(said: Said, default: int) -> Emphasis:
    on = [n for n in _TOGGLES if n in said and attribute(said[n], "val") not in _OFF]
    values = {n: attribute(said[n], "val") or "" for n in _VALUED if n in said}
    before = "".join([f"<w:{n}/>{_COMPLEX.get(n, '')}" for n in on if n != "vanish"])
    behind = ""
    for name in ("u", "vertAlign", "em"):
        value = values.get(name, "none" if name != "u" else "")
        if name in values and value not in _OFF:
            behind += f'<w:{name} w:val="{quoted(value or "single")}"/>'
    if "eastAsianLayout" in said:
        behind += _east_asian(said["eastAsianLayout"])
    size = max(0, whole_number(values.get("sz"), default))
    return Emphasis(before, behind, "vanish" in on, "b" in on, size)


def _east_asian(element: Any) -> str:
    # Two lines in one, or letters lying across: what is written would read otherwise.
    names = ("combine", "combineBrackets", "vert", "vertCompress")
    said = [(n, v) for n in names if (v := attribute(element, n))]
    inner = "".join([f' w:{name}="{quoted(value)}"' for name, value in said])
    return f"<w:eastAsianLayout{inner}/>" if inner else ""


def _link_styles(root: Any) -> set[str | None]:
    # The line under a link says where one can click, not what is stressed.
    return {
        attribute(one, "styleId")
        for one in (() if root is None else root)
        if local_name(one.tag) == "style"
        and (value_of(one, "name") or "").lower() in ("hyperlink", "followedhyperlink", "超链接")
    }


def _default_size(root: Any) -> int:
    defaults = None if root is None else child(root, "docDefaults")
    for name in ("rPrDefault", "rPr"):
        defaults = None if defaults is None else child(defaults, name)
    size = None if defaults is None else value_of(defaults, "sz")
    return max(0, whole_number(size, _HALF_POINTS))
