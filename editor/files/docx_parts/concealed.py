"""Which runs are hidden or struck, by their own properties or by those of their styles.

A toggle in the styles of a paragraph and of a run is off where both have it, and what the run
itself says wins (ECMA-376 Part 1, 17.7.3). webHidden is for browsers and does not count.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from editor.files.docx.xml_tree import attribute, child, local_name, value_of, word_tags
from editor.manuscript.file_objects import ObjectKind

_KINDS: Final = {
    "vanish": ObjectKind.HIDDEN,
    "specVanish": ObjectKind.HIDDEN,
    "strike": ObjectKind.STRUCK,
    "dstrike": ObjectKind.STRUCK,
}
_OFF: Final = ("0", "false", "off")
_DEEPEST: Final = 50  # styles do not nest deeper unless they run in a circle


class Concealment:
    """The styles that hide or strike, and the runs that are hidden or struck."""

    def __init__(self, styles: Any) -> None:
        """``styles`` is the root of the styles part, or None."""
        self._own: dict[str, dict[str, bool]] = {}
        self._base: dict[str, str] = {}
        self._default = ""
        for style in () if styles is None else styles:
            if local_name(style.tag) != "style":
                continue
            name = attribute(style, "styleId") or ""
            self._own[name] = _said(child(style, "rPr"))
            self._base[name] = value_of(style, "basedOn") or ""
            if attribute(style, "type") == "paragraph" and attribute(style, "default") == "1":
                self._default = name
        self.styles = frozenset(name for name in self._own if any(self._resolved(name).values()))

    def runs(self, root: Any) -> Iterator[tuple[ObjectKind, Any]]:
        """Every run with text below an element that is hidden or struck, in order."""
        for run in self._suspected(root):
            for kind in self.kinds(run):
                yield kind, run

    def boxed(self, root: Any) -> Iterator[Any]:
        """The paragraphs of boxes that hang on hidden runs: Word hides these with them."""
        for box in root.iter(*word_tags("txbxContent")):
            run = next((one for one in box.iterancestors() if local_name(one.tag) == "r"), None)
            if run is not None and ObjectKind.HIDDEN in self.kinds(run):
                yield from box.iter(*word_tags("p"))

    def _suspected(self, root: Any) -> Iterator[Any]:
        """The runs that something speaks of, each once."""
        names = (*_KINDS, *(("rStyle", "pStyle") if self.styles else ()))
        if self._default in self.styles:
            names = ("r",)
        seen: set[Any] = set()
        for element in root.iter(*word_tags(*names)):
            for run in self._runs_of(element):
                if run not in seen:
                    seen.add(run)
                    yield run

    def _runs_of(self, element: Any) -> Iterator[Any]:
        name = local_name(element.tag)
        parent = element.getparent()
        if name == "r":
            yield element
        elif name == "pStyle":
            if attribute(element, "val") in self.styles and parent.getparent() is not None:
                space = element.tag[: element.tag.index("}") + 1]
                yield from parent.getparent().iter(f"{space}r")
        elif name != "rStyle" or attribute(element, "val") in self.styles:
            run = parent.getparent() if local_name(parent.tag) == "rPr" else None
            if run is not None and local_name(run.tag) == "r":
                yield run

    def kinds(self, run: Any) -> Iterator[ObjectKind]:
        """Whether a run is hidden, struck or both."""
        properties = child(run, "rPr")
        said = _said(properties)
        of_run = self._resolved("" if properties is None else value_of(properties, "rStyle") or "")
        of_paragraph = self._resolved(_style_around(run) or self._default)
        found: dict[ObjectKind, None] = {}
        for name, kind in _KINDS.items():
            by_styles = of_run.get(name, False) != of_paragraph.get(name, False)
            if said.get(name, by_styles):
                found[kind] = None
        yield from found

    def _resolved(self, name: str) -> dict[str, bool]:
        found: dict[str, bool] = {}
        for _ in range(_DEEPEST):
            if name not in self._own:
                break
            found = {**self._own[name], **found}
            name = self._base[name]
        return found


def _said(properties: Any) -> dict[str, bool]:
    found: dict[str, bool] = {}
    for one in () if properties is None else properties:
        name = local_name(one.tag)
        if name in _KINDS:
            found[name] = attribute(one, "val") not in _OFF
    return found


def _style_around(run: Any) -> str:
    parent = run.getparent()
    while parent is not None and local_name(parent.tag) != "p":
        parent = parent.getparent()
    first = next(iter(parent), None) if parent is not None else None  # it stands there or nowhere
    named = first is not None and local_name(first.tag) == "pPr"
    return (value_of(first, "pStyle") or "") if named else ""
