"""Words as they stand in XML, between tags and in attributes.

As `xml.sax.saxutils` writes them, which brings 42 modules with it, those of the network among
them: a third of what importing all that reads a Word file took.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

_BREAKS: Final = MappingProxyType({"\n": "&#10;", "\r": "&#13;", "\t": "&#9;"})


def escape(words: str, others: Mapping[str, str] | None = None) -> str:
    """``words`` between two tags; ``others`` are characters that are written otherwise, too."""
    words = words.replace("&", "&amp;").replace(">", "&gt;").replace("<", "&lt;")
    for letter, written in (others or {}).items():
        words = words.replace(letter, written)
    return words


def quoteattr(words: str) -> str:
    """``words`` as the value of an attribute, in the quotes that fit."""
    value = escape(words, _BREAKS)
    if '"' not in value:
        return f'"{value}"'
    return '"' + value.replace('"', "&quot;") + '"' if "'" in value else f"'{value}'"
