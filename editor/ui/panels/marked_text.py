"""Text with marked stretches as rich text for labels."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from editor.ui.look.palette import Colours


def with_marks(text: str, spans: Sequence[tuple[int, int]], style: str) -> str:
    """HTML of ``text`` with ``[start, end)`` stretches in a span of CSS ``style``."""
    parts: list[str] = []
    done = 0
    for start, end in spans:
        if start < done:
            continue
        parts.append(escape(text[done:start]))
        parts.append(f'<span style="{style}">{escape(text[start:end])}</span>')
        done = end
    parts.append(escape(text[done:]))
    return "".join(parts)


def blank_style(colours: Colours, *, sure: bool = True) -> str:
    """The look of a blank, as on the page; what may be none has no ground."""
    if not sure:
        return f"color:{colours.blank};text-decoration:underline"
    return f"background:{colours.blank_ground};color:{colours.blank};font-weight:600"
