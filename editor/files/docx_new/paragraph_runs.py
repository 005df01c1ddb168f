"""The runs of one paragraph of a final docx: its words in the edition's faces, things between."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from editor.editions.styles import Face
from editor.files.docx.text_runs import SOFT_BREAK
from editor.files.docx_final.emphasis import PLAIN, Emphasis
from editor.files.docx_final.inline_items import InlineText, Thing, Words
from editor.files.docx_new.new_package import clean
from editor.files.docx_new.new_styles import fonts
from editor.files.docx_parts.xml_escape import escape
from editor.manuscript.paragraph import Span

_PIECES = re.compile(f"\t|{SOFT_BREAK}|[^\t{SOFT_BREAK}]+")
_HIGHLIGHT = '<w:highlight w:val="yellow"/>'


class RunSetting(NamedTuple):
    """How a paragraph's words are set.

    ``faces`` cover the text; ``base`` is the face of its style; ``breaks`` are where a title is
    broken; ``marks`` the blanks a draft shows; ``firm`` stretches whose weight the edition
    says. ``size``: the style's in half points where the source's own sizes count, up to
    ``largest``; else 0. ``trimmed``: blanks at the ends are left out.
    """

    faces: Sequence[tuple[int, int, Face]]
    base: Face
    breaks: frozenset[int] = frozenset()
    marks: Sequence[Span] = ()
    firm: Sequence[tuple[int, int]] = ()
    size: int = 0
    largest: int = 0
    trimmed: bool = True


def plain_inline(text: str) -> InlineText:
    """A text with nothing between its letters."""
    return InlineText(text, [Words(0, len(text), PLAIN)] if text else [])


def label_run(label: str, setting: RunSetting) -> str:
    """The run of an automatic number, in the face of the words behind it."""
    first = setting.faces[0][2] if setting.faces else setting.base
    return _run(label, first, setting, PLAIN, marked=False)


def runs_xml(inline: InlineText, setting: RunSetting) -> str:
    """All runs of a paragraph; nothing hidden is among them."""
    first, last = seen_words(inline) if setting.trimmed else (0, len(inline.text))
    out: list[str] = []
    for item in inline.items:
        if isinstance(item, Thing):
            out.append(item.xml)
        elif not item.look.hidden:
            out += _words(inline.text, item, setting, (first, last))
    return "".join(out)


def seen_words(inline: InlineText) -> tuple[int, int]:
    """The first and the last place of what is seen and is no blank; equal where nothing is."""
    ends: list[int] = []
    for item in inline.items:
        if isinstance(item, Words) and not item.look.hidden:
            piece = inline.text[item.start : item.end]
            if bare := piece.strip():
                head = item.start + len(piece) - len(piece.lstrip())
                ends += [head, head + len(bare)]
    return (ends[0], ends[-1]) if ends else (0, 0)


def seen_text(inline: InlineText) -> str:
    """The words without those that are hidden."""
    words = [w for w in inline.items if isinstance(w, Words) and not w.look.hidden]
    return "".join([inline.text[w.start : w.end] for w in words])


def _words(text: str, words: Words, setting: RunSetting, ends: tuple[int, int]) -> Iterator[str]:
    for start, end in _cut(words, setting, ends):
        face = next((face for a, b, face in setting.faces if a <= start < b), setting.base)
        marked = any(mark.start <= start < mark.end for mark in setting.marks)
        firm = any(a <= start < b for a, b in setting.firm)
        if start in setting.breaks:
            yield "<w:r><w:br/></w:r>"
        look = words.look.unbold() if firm else words.look
        yield _run(text[start:end], face, setting, look, marked=marked)


def _cut(words: Words, setting: RunSetting, ends: tuple[int, int]) -> Iterator[tuple[int, int]]:
    """The stretches of words with one look each, white space at the paragraph's ends left out."""
    first, last = max(words.start, ends[0]), min(words.end, ends[1])
    borders = {first, last, *setting.breaks}
    borders.update(at for start, end, _ in setting.faces for at in (start, end))
    borders.update(at for mark in setting.marks for at in (mark.start, mark.end))
    borders.update(at for stretch in setting.firm for at in stretch)
    return pairwise(sorted(at for at in borders if first <= at <= last))


def _run(text: str, face: Face, setting: RunSetting, look: Emphasis, *, marked: bool) -> str:
    """A run; its face is named only where it is not that of the paragraph's style."""
    named = fonts(face) if face != setting.base else '<w:rFonts w:hint="eastAsia"/>'
    highlight = _HIGHLIGHT if marked else ""
    size, own = "", min(look.size, setting.largest)
    if setting.size and own and own != setting.size:
        size = f'<w:sz w:val="{own}"/><w:szCs w:val="{own}"/>'
    properties = f"{named}{look.before}{size}{highlight}{look.behind}"
    return f"<w:r><w:rPr>{properties}</w:rPr>{''.join(_contents(clean(text)))}</w:r>"


def _contents(text: str) -> Iterator[str]:
    for piece in _PIECES.findall(text):
        if piece == "\t":
            yield "<w:tab/>"
        elif piece == SOFT_BREAK:
            yield "<w:br/>"
        else:
            yield f'<w:t xml:space="preserve">{escape(piece)}</w:t>'
