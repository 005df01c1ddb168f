"""The final as a docx made anew: the look of an edition, the objects of the original file.

The package is written part by part rather than from python-docx's template, whose theme,
Latin fonts and hundred and sixty styles would all have to be taken out again.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from editor.blanks.blank import Blank
from editor.editions.roles import PageParagraph, page_paragraphs
from editor.editions.styles import Edition, Role
from editor.files.authorship import Authorship
from editor.files.current_docx import CurrentDocx
from editor.files.docx_final.carry_source import CarrySource
from editor.files.docx_final.part_copies import CarriedParts
from editor.files.docx_final.plain_source import says_nothing_more
from editor.files.docx_final.word_xml import RELATIONS, declared, spaces_of
from editor.files.docx_new.carried_body import CarriedBody, SpeechParts
from editor.files.docx_new.carried_package import carried_parts
from editor.files.docx_new.final_paragraphs import ParagraphWriter, PlacedText
from editor.files.docx_new.framed_styles import framed_styles_xml
from editor.files.docx_new.new_package import NewParts, clean, package
from editor.files.docx_new.new_styles import W, styles_xml
from editor.files.docx_new.paragraph_runs import plain_inline
from editor.files.docx_new.section_parts import section_xml
from editor.manuscript.file_objects import FileObject, ObjectKind, counted, where
from editor.manuscript.manuscript import Manuscript
from editor.manuscript.outline.framed import text_frames
from editor.manuscript.outline.sections import Outline, SectionKind

_MOST_PLACES = 5
_SPACES = f' xmlns:w="{W}" xmlns:r="{RELATIONS}"'


@dataclass(frozen=True, slots=True)
class FinalOptions:
    """How a final is written.

    ``draft``: 草稿 on each page, and ``blanks`` are marked. ``current`` is the Word file that
    the text stands in now, whose objects are carried; None for a text without one. ``margins``:
    its headers and footers come along.
    """

    draft: bool = False
    blanks: Sequence[Blank] = ()
    current: CurrentDocx | None = None
    margins: bool = False


class FinalDocx(NamedTuple):
    """The bytes of a final, and what of the original could not be carried into it."""

    data: bytes
    left: tuple[FileObject, ...] = ()


class _Body(NamedTuple):
    xml: str
    title: str
    spaces: str = _SPACES
    styles: str = ""
    carried: CarriedParts | None = None
    left: tuple[FileObject, ...] = ()


def write_final_docx(
    m: Manuscript, outline: Outline, edition: Edition, options: FinalOptions | None = None
) -> FinalDocx:
    """The final docx of a text."""
    options = options or FinalOptions()
    # With several speeches in a file their titles are the first level of the tree.
    deeper = int(sum(s.kind is SectionKind.TITLE for s in outline.walk()) > 1)
    blanks = options.blanks if options.draft else ()
    writer = ParagraphWriter(edition, deeper, blanks)
    m = _freed(m)
    parts = page_paragraphs(m, outline)
    speech = SpeechParts(m, parts, edition, options.draft, options.margins)
    current = options.current
    if current is None or (not options.margins and says_nothing_more(current)):
        body = _plain(speech, writer)
    else:
        body = _carried(speech, current, writer)
    document = f"<w:document{body.spaces}><w:body>{body.xml}</w:body></w:document>"
    styles = styles_xml(edition, deeper, more=body.styles)
    # No author is named in what leaves the house: it is not ours to tell.
    made = NewParts(document, styles, clean(body.title.strip()), Authorship())
    data = package(made, edition, draft=options.draft, carried=body.carried)
    return FinalDocx(data, body.left)


def told_left(left: Sequence[FileObject]) -> list[str]:
    """One line that names what could not be carried, none where all was."""
    rows: dict[ObjectKind, list[str]] = {}
    for one in left:
        rows.setdefault(one.kind, []).append(where(one))
    named = "；".join(
        f"{counted(kind, len(places))}（{'、'.join(list(dict.fromkeys(places))[:_MOST_PLACES])}）"
        for kind, places in rows.items()
    )
    return [f"带不进定稿：{named}。请对照原稿，看要不要补上。"] if named else []


def _freed(m: Manuscript) -> Manuscript:
    """The text; where a layout table holds it, its paragraphs are those of a speech, no form's."""
    framed = [at for at, p in enumerate(m.paragraphs) if p.frame]
    frames = text_frames(m.paragraphs, framed) if framed else frozenset[str]()
    if not frames:
        return m
    rows = [replace(p, frame="") if p.frame in frames else p for p in m.paragraphs]
    return Manuscript(m.revision, tuple(rows), m.lists)


def _plain(speech: SpeechParts, writer: ParagraphWriter) -> _Body:
    rows: list[str] = []
    before: PageParagraph | None = None
    for part in speech.parts:
        paragraph = speech.manuscript.paragraphs[part.paragraph]
        rows.append(
            writer.of_page(paragraph, part, before, PlacedText(plain_inline(paragraph.text)))
        )
        before = part
    section = section_xml(speech.edition, draft=speech.draft)
    titles = (p.paragraph for p in speech.parts if p.role is Role.TITLE)
    title = next((speech.manuscript.paragraphs[at].text for at in titles), "")
    return _Body(f"{''.join(rows) or '<w:p/>'}{section}", title)


def _carried(speech: SpeechParts, current: CurrentDocx, writer: ParagraphWriter) -> _Body:
    body = CarriedBody(speech, CarrySource(current), current.rows, writer)
    xml = body.xml()
    if lost := body.missing():  # in a place that no block of the body reaches
        body = CarriedBody(speech, CarrySource(current), current.rows, writer, lost)
        xml = body.xml()
    source = body.source
    spaces = declared(spaces_of(source.root), source.root) if body.items.objects.used else _SPACES
    carried = carried_parts(body)
    framed = body.framed or carried.members
    styles = framed_styles_xml(speech.edition) + body.table_styles.xml() if framed else ""
    return _Body(xml, next(iter(body.titles), ""), spaces, styles, carried, tuple(body.items.left))
