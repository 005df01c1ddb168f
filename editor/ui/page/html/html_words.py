"""Words with looks as HTML for other programs, in the words Word itself uses."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from html import escape
from typing import Final

from editor.manuscript.marks import (
    BOLD,
    COLOUR,
    DOTTED,
    FACE,
    HIDDEN,
    HIGHLIGHT,
    ITALIC,
    LINK,
    LOWERED,
    RAISED,
    RUBY,
    SIZE,
    STRIKE,
    UNDERLINE,
    loose,
    stretches,
)  # fmt: skip
from editor.manuscript.paragraph import Paragraph
from editor.ui.page.html.html_styles import HIGHLIGHTS

_HEAD: Final = '<html><head><meta charset="utf-8"><meta name="Generator" content="Bigan"></head>'
_BEHIND: Final = {name: f"#{colour}" for colour, name in HIGHLIGHTS.items()}
_CSS: Final[Mapping[str, Callable[[str], str]]] = {
    BOLD: lambda _: "font-weight:bold",
    ITALIC: lambda _: "font-style:italic",
    HIDDEN: lambda _: "display:none;mso-hide:all",
    DOTTED: lambda _: "text-emphasis:dot;-webkit-text-emphasis:dot;text-emphasis-position:under",
    RAISED: lambda _: "vertical-align:super",
    LOWERED: lambda _: "vertical-align:sub",
    FACE: lambda value: f"font-family:'{value}'",
    SIZE: lambda value: f"font-size:{int(value) / 2:g}pt" if value.isdecimal() else "",
    COLOUR: lambda value: f"color:#{value}",
    HIGHLIGHT: lambda value: f"background:{_BEHIND[value]}" if value in _BEHIND else "",
}


def html_of(run: Sequence[Paragraph]) -> str:
    """The paragraphs as HTML; '' where no letter of them looks like anything."""
    if not any(loose(paragraph.marks) for paragraph in run):
        return ""
    rows = [f"<p>{''.join(_pieces(paragraph))}</p>" for paragraph in run]
    return f"{_HEAD}<body>{''.join(rows)}</body></html>"


def _pieces(paragraph: Paragraph) -> Iterator[str]:
    for start, end, look in stretches(loose(paragraph.marks), len(paragraph.text)):
        words = escape(paragraph.text[start:end]).replace("\u2028", "<br>")
        yield _dressed(words, dict(look))


def _dressed(words: str, looks: dict[str, str]) -> str:
    css = [_CSS[kind](value) for kind, value in sorted(looks.items()) if kind in _CSS]
    lines = [w for k, w in ((UNDERLINE, "underline"), (STRIKE, "line-through")) if k in looks]
    css += [f"text-decoration:{' '.join(lines)}"] if lines else []
    said = ";".join([one for one in css if one])
    words = f'<span style="{escape(said)}">{words}</span>' if said else words
    if over := looks.get(RUBY):
        words = f"<ruby>{words}<rt>{escape(over)}</rt></ruby>"
    if target := looks.get(LINK):
        words = f'<a href="{escape(target)}">{words}</a>'
    return words
