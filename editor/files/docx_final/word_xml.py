"""Elements of a Word file as text: those of Word's own space, and whole foreign objects."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from importlib import import_module
from typing import Any

from editor.files.docx.xml_tree import COMPATIBILITY, TRANSITIONAL, local_name
from editor.files.docx_parts.xml_escape import escape

RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_DECLARATION = re.compile(r'\sxmlns:([\w.-]+)="([^"]*)"')
_FIRST_TAG = re.compile(r"<[^<>]*>")
_WORD = f"{{{TRANSITIONAL}}}"
_WORDED = ("t", "instrText")
_IGNORABLE = f"{{{COMPATIBILITY}}}Ignorable"
_QUOTES = {'"': "&quot;", "\n": "&#10;", "\t": "&#9;", "\r": "&#13;"}


def word_xml(element: Any, keeps: Callable[[str, Any], bool] | None = None) -> str:
    """An element of Word's space with its like below it, under the prefix w.

    ``keeps`` is asked of each element by its name; what it refuses goes with all it holds.
    """
    name = local_name(element.tag)
    if not name or (keeps is not None and not keeps(name, element)):
        return ""
    head = name + "".join(
        [
            f' w:{key[len(_WORD) :]}="{quoted(str(value))}"'
            for key, value in element.attrib.items()
            if key.startswith(_WORD) and "heme" not in key  # there is no theme to look up
        ]
    )
    inner = "".join([word_xml(one, keeps) for one in element])
    if name in _WORDED:
        inner = escape(element.text or "")
    return f"<w:{head}>{inner}</w:{name}>" if inner else f"<w:{head}/>"


def quoted(value: str) -> str:
    """A value as it stands between double quotes in XML."""
    return escape(value, _QUOTES)


def foreign_xml(element: Any, known: Mapping[str, str]) -> str:
    """An element of any space with all it holds; what ``known`` declares is not said again."""
    tostring: Any = import_module("lxml.etree").tostring
    text: str = tostring(element, encoding="unicode", with_tail=False)
    head = _FIRST_TAG.match(text)
    if head is None:
        return text

    def said(found: re.Match[str]) -> str:
        return "" if known.get(found[1]) == found[2] else found[0]

    return _DECLARATION.sub(said, head[0]) + text[head.end() :]


def spaces_of(root: Any) -> dict[str, str]:
    """The prefixes a part declares at its root, those that a new part keeps."""
    own = {"w": TRANSITIONAL, "r": RELATIONS}
    found = {p: str(uri) for p, uri in root.nsmap.items() if p and p not in own}
    return {**own, **found}


def declared(spaces: Mapping[str, str], root: Any) -> str:
    """The declarations for a new part's root; what may be ignored stays ignorable."""
    said = "".join([f' xmlns:{p}="{quoted(uri)}"' for p, uri in spaces.items()])
    names = [p for p in str(root.get(_IGNORABLE, "")).split() if p in spaces]
    prefix = next((p for p, uri in spaces.items() if uri == COMPATIBILITY), None)
    return f'{said} {prefix}:Ignorable="{" ".join(names)}"' if names and prefix else said
