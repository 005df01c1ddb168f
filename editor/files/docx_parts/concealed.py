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
_MATH_RUNS: Final = (
    "{http://schemas.openxmlformats.org/officeDocument/2006/math}r",
    "{http://purl.oclc.org/ooxml/officeDocument/math}r",
)
_RUNS: Final = (*word_tags("r"), *_MATH_RUNS)
_DEEPEST: Final = 50  # styles do not nest deeper unless they run in a circle


class Concealment:
    """The styles that hide or strike, and the runs that are hidden or struck."""

    def __init__(self, styles: Any) -> None:
        """``styles`` is the root of the styles part, or None."""
        self._own: dict[str, dict[str, bool]] = {}
        self._base: dict[str, str] = {}
        self._default = ""
        tables: set[str] = set()
        for style in () if styles is None else styles:
            if local_name(style.tag) != "style":
                continue
            name = attribute(style, "styleId") or ""
            self._own[name] = _said(child(style, "rPr"))
            self._base[name] = value_of(style, "basedOn") or ""
            if attribute(style, "type") == "paragraph" and attribute(style, "default") == "1":
                self._default = name
            if attribute(style, "type") == "table":
                tables.add(name)
        self.styles = frozenset(name for name in self._own if any(self._resolved(name).values()))
        self._tables = self.styles & tables

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

    def tabled(self, element: Any) -> bool:
        """Whether an element stands in a table whose style hides or strikes."""
        return bool(self._table_around(element))

    def _suspected(self, root: Any) -> Iterator[Any]:
        """The runs that something speaks of, each once."""
        names = (*_KINDS, *(("rStyle", "pStyle", "tblStyle") if self.styles else ()))
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
        elif name in ("pStyle", "tblStyle"):
            if attribute(element, "val") in self.styles and parent.getparent() is not None:
                yield from parent.getparent().iter(*_RUNS)
        elif name != "rStyle" or attribute(element, "val") in self.styles:
            run = parent.getparent() if local_name(parent.tag) == "rPr" else None
            if run is not None and is_run(run):
                yield run

    def kinds(self, run: Any) -> Iterator[ObjectKind]:
        """Whether a run is hidden, struck or both."""
        properties = child(run, "rPr")
        said = _said(properties)
        of_run = self._resolved("" if properties is None else value_of(properties, "rStyle") or "")
        of_paragraph = self._resolved(_style_around(run) or self._default)
        of_table = self._resolved(self._table_around(run))
        found: dict[ObjectKind, None] = {}
        for name, kind in _KINDS.items():
            by_styles = sum(one.get(name, False) for one in (of_run, of_paragraph, of_table)) % 2
            if said.get(name, by_styles == 1):
                found[kind] = None
        yield from found

    def _table_around(self, element: Any) -> str:
        """The style of the table an element stands in, where that hides or strikes; else ''."""
        for one in element.iterancestors() if self._tables else ():
            name = local_name(one.tag)
            if name == "txbxContent":
                break
            if name == "tbl":
                properties = child(one, "tblPr")
                style = "" if properties is None else value_of(properties, "tblStyle") or ""
                return style if style in self._tables else ""
        return ""

    def _resolved(self, name: str) -> dict[str, bool]:
        found: dict[str, bool] = {}
        for _ in range(_DEEPEST):
            if name not in self._own:
                break
            found = {**self._own[name], **found}
            name = self._base[name]
        return found


def is_run(element: Any) -> bool:
    """Whether an element is a run, of words or of a formula."""
    return element.tag in _RUNS


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
