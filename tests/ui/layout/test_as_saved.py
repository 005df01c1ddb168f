"""The page and a new docx set every paragraph alike."""

from __future__ import annotations

import io
from typing import Any

import docx
import pytest
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn

from editor.analysis.values import Structure
from editor.editions.styles import OFFICIAL, PT_PER_MM
from editor.files.authorship import Authorship
from editor.files.docx_new.new_docx import new_docx
from editor.manuscript.manuscript import manuscript_of
from editor.manuscript.outline.reader import outline_of
from editor.ui.layout.paragraph_style import BODY, ParagraphStyle
from editor.ui.layout.style_cache import all_styles
from tests.samples.markup import Sample
from tests.samples.shelf import all_samples


@pytest.mark.parametrize("sample", all_samples(), ids=lambda sample: sample.name)
def test_what_is_saved_looks_as_the_page_does(sample: Sample) -> None:
    m = manuscript_of(sample.text)
    outline = outline_of(m)
    made: Any = docx.Document(io.BytesIO(new_docx(m, outline, Authorship())))
    shown = all_styles(Structure(m, outline, ()))
    for saved, style in zip(made.paragraphs, shown, strict=True):
        centred = saved.style.paragraph_format.alignment == WD_ALIGN_PARAGRAPH.CENTER
        assert (centred, saved.style.font.size.pt) == (style.centred, style.size)
        after = saved.paragraph_format.space_after
        assert (after.pt if after else 0) == pytest.approx(style.after * OFFICIAL.cell, abs=0.1)
        if not saved.text[:1].isspace():
            assert indent(saved) == style.indent
        if saved.text:
            assert faces(saved) == told(style, len(saved.text))


def indent(paragraph: Any) -> int:
    """The first line's indent in characters."""
    found = paragraph.style.paragraph_format.first_line_indent
    return round(found.mm * PT_PER_MM / OFFICIAL.cell) if found else 0


def faces(paragraph: Any) -> list[str]:
    """The face of every character."""
    own = face_in(paragraph.style.element)
    return [face_in(run._element) or own for run in paragraph.runs for _ in run.text]


def face_in(element: Any) -> str:
    found = element.find(f".//{qn('w:rFonts')}")
    return found.get(qn("w:eastAsia")) or "" if found is not None else ""


def told(style: ParagraphStyle, size: int) -> list[str]:
    """The face of every character on the page."""
    found = [BODY.face.official] * size
    for start, end, face in style.face_runs:
        found[start:end] = [face.official] * (end - start)
    return found
