"""`tidy`: what is not the speech goes, what was broken is mended; the receipt says what.

The recognisers remove in turn on one buffer of lines, from the surest to those that need to know
what the others have removed; then the changes become receipt items.
"""

from __future__ import annotations

from editor.intake.edges.attached_captions import remove_attached_captions
from editor.intake.edges.outer_lines import remove_outer_lines
from editor.intake.edges.site_titles import remove_site_titles
from editor.intake.edges.surroundings import remove_surroundings
from editor.intake.grounds import settle
from editor.intake.line_buffer import LineBuffer
from editor.intake.lines.caption_lines import remove_caption_lines
from editor.intake.lines.contents import remove_contents, remove_paged_contents
from editor.intake.lines.editor_essays import remove_editor_essays
from editor.intake.lines.introductions import remove_introductions
from editor.intake.lines.member_notices import remove_member_notices
from editor.intake.lines.page_previews import remove_previews
from editor.intake.lines.site_lines import remove_site_lines
from editor.intake.lines.site_tips import remove_site_tips
from editor.intake.marks.inline_boilerplate import remove_inline_boilerplate
from editor.intake.marks.interspersed import remove_interspersed
from editor.intake.marks.library_indices import remove_library_indices
from editor.intake.marks.markdown import remove_markdown
from editor.intake.marks.notices import remove_notices, remove_page_sentences
from editor.intake.marks.obfuscation import remove_obfuscation
from editor.intake.marks.page_numbers import remove_page_numbers
from editor.intake.marks.sown_addresses import remove_sown_addresses
from editor.intake.marks.watermarks import remove_running_heads, remove_watermarks
from editor.intake.receipt import Receipt, ReceiptItem
from editor.intake.receipt_items import receipt_items
from editor.intake.unfolded import LONGEST, read_unfolded
from editor.intake.unseen import with_unseen
from editor.manuscript.in_part import read_in_part
from editor.manuscript.manuscript import Manuscript
from editor.manuscript.paragraph import Position
from editor.manuscript.seen import SeenManuscript

__all__ = ["Receipt", "ReceiptItem", "tidy"]

_RECOGNISERS = (
    remove_markdown,
    remove_obfuscation,
    remove_member_notices,
    remove_caption_lines,
    remove_site_lines,
    remove_paged_contents,
    remove_page_numbers,
    remove_running_heads,
    remove_notices,
    remove_watermarks,
    remove_inline_boilerplate,
    remove_introductions,
    remove_attached_captions,
    remove_editor_essays,
    remove_site_tips,
    remove_outer_lines,
    remove_library_indices,
    remove_previews,
    remove_surroundings,
    remove_site_titles,
    remove_contents,
    remove_interspersed,
    remove_page_sentences,
)


def tidy(manuscript: Manuscript, *, docx: bool | None = None, of_page: bool = False) -> Receipt:
    """What to take out of a text and what to mend in it, as a receipt; changes nothing.

    ``docx`` says that paragraphs and blank lines are their author's, so that only clear
    breaks are joined; None: judged by what the paragraphs know (styles, tables …).
    ``of_page``: known to come from a web page, also where nothing of the site came along.
    """
    part = read_in_part(manuscript, LONGEST)
    seen = SeenManuscript(part)
    buffer = LineBuffer(seen.manuscript, docx)
    buffer.of_page = of_page
    items = _found(buffer)
    items = with_unseen(part, seen, items) if seen.hidden else items
    return Receipt(manuscript, items if part is manuscript else _apart(items, manuscript))


def _apart(items: tuple[ReceiptItem, ...], raw: Manuscript) -> tuple[ReceiptItem, ...]:
    """Without what touches where a paragraph was read to: nothing is known of what follows."""
    ends = [Position(n, LONGEST) for n, p in enumerate(raw.paragraphs) if len(p.text) > LONGEST]
    return tuple([i for i in items if not any(i.start <= end <= i.end for end in ends)])


def _found(buffer: LineBuffer) -> tuple[ReceiptItem, ...]:
    """What goes and what is mended of the text as it is seen."""
    every = (*_RECOGNISERS, settle, remove_sown_addresses)
    read_unfolded(buffer, every)
    for remove in every:
        remove(buffer)
    if next(buffer.remaining(), None) is None:
        # Nothing that could be a speech: then it is not for us to say what is noise.
        return ()
    return receipt_items(buffer)
