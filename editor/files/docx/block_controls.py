"""Content controls around whole paragraphs and cells, where they still show their own prompt.

Controls inside a paragraph are read with its runs (`text_runs`); one around it is seen only from
outside. ECMA-376 Part 1, 17.5.2.32 (block), 17.5.2.33 (cell), 17.5.2.39 (showingPlcHdr).
"""

from __future__ import annotations

from typing import Any, Final

from editor.files.docx.text_runs import around_of
from editor.files.docx.xml_tree import local_name
from editor.manuscript.marks import PLACEHOLDER, Mark, Marks, explicit

# What may stand between a paragraph and a control that holds nothing but it or its cell.
_THROUGH: Final = frozenset({"sdtContent", "sdt", "tc", "customXml"})


def with_prompt(marks: Marks, paragraph: Any, key: int, text: str) -> Marks:
    """The marks of a w:p, with those of a control around it that shows its prompt."""
    if not text:
        return marks
    one = paragraph.getparent()
    while one is not None and (name := local_name(one.tag)) in _THROUGH:
        around = around_of(name, one) if name == "sdt" else ()
        if any(kind == PLACEHOLDER for kind, _ in around):
            size = len(text)
            own = [Mark(0, size, k, text if k == PLACEHOLDER else v) for k, v in around]
            return tuple(sorted([*explicit(key, size, marks), *own]))
        one = one.getparent()
    return marks
