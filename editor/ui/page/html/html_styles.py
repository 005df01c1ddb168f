"""What the style attribute of HTML says of letters, as kinds and values of marks.

CSS as Word and WPS write it (``mso-`` properties are Word's own), which is also what browsers
put on a clipboard. Sizes in half points; colours as RRGGBB; highlights by Word's names.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Final

from editor.manuscript.marks import (
    BOLD,
    COLOUR,
    DOTTED,
    FACE,
    HIGHLIGHT,
    ITALIC,
    LOWERED,
    RAISED,
    SIZE,
    STRIKE,
    UNDERLINE,
)
from editor.manuscript.whole_number import whole_number

Looks = tuple[tuple[str, str], ...]
UNSEEN: Final = ""  # no kind of mark: letters that are not shown
# The names of HTML 4.01, 6.5, with their values; Word writes highlights by these (17.18.40 of
# ECMA-376 has the names of the file).
_COLOURS: Final[Mapping[str, str]] = {
    "black": "000000", "silver": "C0C0C0", "gray": "808080", "white": "FFFFFF", "maroon": "800000",
    "red": "FF0000", "purple": "800080", "fuchsia": "FF00FF", "green": "008000", "lime": "00FF00",
    "olive": "808000", "yellow": "FFFF00", "navy": "000080", "blue": "0000FF", "teal": "008080",
    "aqua": "00FFFF", "magenta": "FF00FF", "cyan": "00FFFF",
}  # fmt: skip
HIGHLIGHTS: Final[Mapping[str, str]] = {
    "000000": "black", "0000FF": "blue", "00FFFF": "cyan", "000080": "darkBlue",
    "008080": "darkCyan", "808080": "darkGray", "008000": "darkGreen", "800080": "darkMagenta",
    "800000": "darkRed", "808000": "darkYellow", "00FF00": "green", "C0C0C0": "lightGray",
    "FF00FF": "magenta", "FF0000": "red", "FFFFFF": "white", "FFFF00": "yellow",
}  # fmt: skip
_CHINESE = re.compile(
    "[\u4e00-\u9fff]|^(?:nsim|sim|kaiti|fangsong|st(?:song|kai|hei|fang|zhong)|deng|.*yahei)",
    re.IGNORECASE,
)

_SIZE = re.compile(r"(\d+(?:\.\d+)?)\s*(pt|px)")
_LARGEST = 1638  # pt, the most that Word takes
_RGB = re.compile(r"rgba?\(\s*(\d{1,3})[,\s]+(\d{1,3})[,\s]+(\d{1,3})")


def style_looks(style: str) -> dict[str, str | None]:
    """What a style says: kinds with their values, None for what it takes away."""
    said: dict[str, str] = {}
    for declaration in style.split(";"):
        name, _, value = declaration.partition(":")
        said[name.strip().lower()] = value.strip()
    return dict(_said(said))


def _said(said: Mapping[str, str]) -> Iterator[tuple[str, str | None]]:
    lower = {name: value.lower() for name, value in said.items()}
    if lower.get("display") == "none":
        yield UNSEEN, ""
    if weight := lower.get("font-weight"):
        heavy = weight.startswith("bold") or whole_number(weight) >= 600
        yield BOLD, "" if heavy else None
    if slant := lower.get("font-style"):
        yield ITALIC, "" if slant in ("italic", "oblique") else None
    line = lower.get("text-decoration", "") + lower.get("text-decoration-line", "")
    if "underline" in line or "text-underline" in lower:
        yield UNDERLINE, "double" if "double" in lower.get("text-underline", "") else "single"
    if "line-through" in line:
        yield STRIKE, ""
    for kind, word in ((RAISED, "super"), (LOWERED, "sub")):
        if (height := lower.get("vertical-align")) in ("super", "sub", "baseline"):
            yield kind, "" if height == word else None
    if any(name.endswith("text-emphasis") or "emphasis-style" in name for name in lower):
        yield DOTTED, ""
    yield from _type(said, lower)


def _type(said: Mapping[str, str], lower: Mapping[str, str]) -> Iterator[tuple[str, str | None]]:
    families = said.get("mso-fareast-font-family") or said.get("font-family") or ""
    face = families.split(",")[0].strip(" \"'")
    # A face by the theme is the default of its document, nobody's choice.
    if _CHINESE.search(face) and "mso-fareast-theme-font" not in lower:
        yield FACE, face
    if size := _SIZE.match(lower.get("font-size", "")):
        points = float(size[1]) * (1 if size[2] == "pt" else 0.75)
        yield SIZE, str(round(points * 2)) if 1 <= points <= _LARGEST else None
    colour = _colour(lower.get("color", ""))
    if colour is not None:
        yield COLOUR, colour if colour != "000000" else None
    behind = lower.get("mso-highlight") or lower.get("background") or lower.get("background-color")
    if behind and (found := _colour(behind)) is not None:
        yield HIGHLIGHT, HIGHLIGHTS.get(found) if found != "FFFFFF" else None


def _colour(value: str) -> str | None:
    value = value.strip()
    if value in _COLOURS:
        return _COLOURS[value]
    if value == "windowtext":
        return "000000"
    if re.fullmatch("#[0-9a-f]{6}", value):
        return value[1:].upper()
    if re.fullmatch("#[0-9a-f]{3}", value):
        return "".join([c * 2 for c in value[1:]]).upper()
    if parts := _RGB.match(value):
        return "".join([f"{min(255, int(part)):02X}" for part in parts.groups()])
    return None
