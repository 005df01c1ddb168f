"""The final as plain text: what is read aloud, nothing else."""

from __future__ import annotations

from editor.manuscript.manuscript import Manuscript

_SOFT_BREAK = "\u2028"


def write_final_text(m: Manuscript) -> str:
    """One line a paragraph, automatic numbers written out, a line feed at the end."""
    lines = [(p.label + p.text).replace(_SOFT_BREAK, "\n").rstrip() for p in m.paragraphs]
    return "\n".join(lines).rstrip("\n") + "\n"
