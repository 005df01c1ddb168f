"""Puts the replacement in place of hits: one undo step, whatever their number."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from editor.manuscript.edits import map_position
from editor.manuscript.search.finder import Hit
from editor.manuscript.search.query import PatternError, Query
from editor.manuscript.search.replacing import pieces_of, replacements
from editor.ui.document.controller import DocumentController


class Replaced(NamedTuple):
    """How many hits were replaced, how many a cell or a box kept; or why nothing was done."""

    done: int = 0
    kept: int = 0
    trouble: str = ""

    def told(self, kind: str, *, away: bool) -> str:
        """The same for the writer; ``kind`` is 处 or 句, ``away``: they were deleted."""
        kept = f"，表格、文本框里的 {self.kept} {kind}不能拆段并段，没有动" if self.kept else ""
        return f"已{'删去' if away else '替换'} {self.done} {kind}{kept}"


def put_in_place(
    controller: DocumentController, hits: Sequence[Hit], query: Query, other: str
) -> Replaced:
    """Replace hits by what ``other`` says; the caret goes behind a single one."""
    groups = len(hits[0].groups)
    try:
        pieces = pieces_of(other, query.notation, groups)
    except PatternError as wrong:
        return Replaced(trouble=str(wrong))
    before = controller.manuscript()
    edits, kept = replacements(before, hits, pieces)
    if edits:
        caret = map_position(edits[0], edits[0].end)
        whole = f"全部{'替换' if other else '删去'} {len(edits)} 处" if len(hits) > 1 else ""
        controller.apply(edits, (caret, caret) if len(hits) == 1 else None, whole)
    done = len(edits) if controller.manuscript() is not before else 0
    return Replaced(done, kept)
