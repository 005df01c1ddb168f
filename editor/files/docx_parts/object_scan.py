"""What one part holds that is no plain letter: its objects as kind, element and words.

One pass in the order of the document, over tags that lxml filters in C. A branch of
mc:AlternateContent that is not read has no objects; what a tracked change deleted is a deletion
and nothing else.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, Final, NamedTuple

from editor.files.docx.text_runs import chosen
from editor.files.docx.xml_tree import attribute, child, local_name, value_of, word_tags
from editor.files.docx_parts.concealed import Concealment
from editor.files.docx_parts.field_codes import field_codes
from editor.files.docx_parts.paragraph_numbers import paragraph_of
from editor.manuscript.file_objects import LONGEST, ObjectKind, excerpt

MATH: Final = (
    "{http://schemas.openxmlformats.org/officeDocument/2006/math}oMath",
    "{http://purl.oclc.org/ooxml/officeDocument/math}oMath",
)
_NAMES: Final = (
    "ins", "del", "moveTo", "moveFrom", "cellIns", "cellDel", "rPrChange", "pPrChange",
    "tblPrChange", "trPrChange", "tcPrChange", "sectPrChange", "numberingChange", "drawing",
    "pict", "object", "contentPart", "subDoc", "altChunk", "tbl", "br", "pageBreakBefore", "sdt",
    "footnoteReference", "endnoteReference", "ruby", "framePr",
)  # fmt: skip
_TAGS: Final = (*MATH, *word_tags(*_NAMES))


# What a main part read without a tree is searched for: nothing of it, nothing to tell.
def _notable(*known: str) -> re.Pattern[bytes]:
    names = "|".join(name for name in _NAMES if name not in known)
    return re.compile(
        rb"<(?:w:(?:vanish|specVanish|d?strike|fldChar|fldSimple|commentRangeStart|"
        rb"commentReference|" + names.encode() + rb")[\s/>]|w:br\s[^>]*type=|\w+:oMath[\s>])"
    )


NOTABLE: Final = _notable("br")
BESIDE_TABLES: Final = _notable("br", "tbl")
_ALONE: Final = {
    "object": ObjectKind.EMBEDDED, "contentPart": ObjectKind.INK, "altChunk": ObjectKind.CHUNK,
    "subDoc": ObjectKind.SUBDOCUMENT, "footnoteReference": ObjectKind.FOOTNOTE,
    "endnoteReference": ObjectKind.ENDNOTE,
}  # fmt: skip
# By how a program calls itself.
_PROGRAMS: Final = {
    "Equation": "公式编辑器的公式", "Excel": "Excel 表格", "Word": "Word 文档", "Package": "附件",
    "PowerPoint": "PowerPoint 演示稿", "Visio": "Visio 图", "MSGraph": "图表", "PBrush": "图画",
    "WPS": "WPS 文档", "ET.": "WPS 表格", "ETS": "WPS 表格",
}  # fmt: skip
_CHANGES: Final = {
    "ins": ObjectKind.INSERTION, "cellIns": ObjectKind.INSERTION, "del": ObjectKind.DELETION,
    "cellDel": ObjectKind.DELETION, "moveTo": ObjectKind.MOVE, "moveFrom": ObjectKind.MOVE,
    "rPrChange": ObjectKind.FORMATTING, "pPrChange": ObjectKind.FORMATTING,
    "tblPrChange": ObjectKind.FORMATTING, "trPrChange": ObjectKind.FORMATTING,
    "tcPrChange": ObjectKind.FORMATTING, "sectPrChange": ObjectKind.FORMATTING,
    "numberingChange": ObjectKind.FORMATTING,
}  # fmt: skip
_BREAKS: Final = {"page": ObjectKind.PAGE_BREAK, "column": ObjectKind.COLUMN_BREAK}
_GONE: Final = ("del", "moveFrom")
# Between two halves of one change these may stand.
_UNSEEN: Final = (
    "bookmarkStart",
    "bookmarkEnd",
    "proofErr",
    "commentRangeStart",
    "commentRangeEnd",
)
_LETTERS: Final = ("t", "delText")
_APART: Final = ("p", "tab", "br", "cr", "pt")
# Fields whose words are the writer's own, or that only mark a place.
_STILL: Final = frozenset(
    {
        "HYPERLINK", "ADDIN", "TC", "XE", "TA", "RD", "PRIVATE", "SYMBOL", "ADVANCE", "QUOTE",
        "SHAPE", "EMBED", "LINK", "INCLUDEPICTURE", "SET", "ASK",
    }
)  # fmt: skip
_CONTROLS: Final = ("FORMTEXT", "FORMCHECKBOX", "FORMDROPDOWN")


class FoundObject(NamedTuple):
    """One object of a part: ``element`` is where it stands."""

    kind: ObjectKind
    element: Any
    words: str = ""


def objects_in(root: Any, concealment: Concealment) -> Iterator[FoundObject]:
    """Every object below an element: elements first, then fields, then hidden and struck runs."""
    moved = any(True for _ in root.iter(*word_tags("moveTo")))
    formatted: set[Any] = set()
    for element in root.iter(*_TAGS):
        found = _object_of(element)
        if not found or (moved and local_name(element.tag) == "moveFrom"):
            continue
        if found.kind is ObjectKind.FORMATTING:
            paragraph = paragraph_of(element)
            paragraph = _table_of(element) if paragraph is None else paragraph
            if paragraph in formatted:
                continue
            formatted.add(paragraph)
            found = found._replace(words=words_of(paragraph))
        yield found
    yield from _fields(root)
    yield from _concealed(root, concealment)


def _object_of(element: Any) -> FoundObject | None:
    name = local_name(element.tag)
    outer = list(element.iterancestors())
    if _unread(element, outer):
        return None
    if name in _CHANGES:
        return _change(name, element)
    if _deleted(outer):
        return None
    if not name:
        nested = any(one.tag == element.tag for one in outer)
        return None if nested else FoundObject(ObjectKind.FORMULA, element, words_of(element))
    if name in _ALONE:
        return FoundObject(_ALONE[name], element, _program(element) if name == "object" else "")
    if name in ("drawing", "pict"):
        inside = any(local_name(one.tag) == "object" for one in outer)
        return None if inside else drawn(element)
    if name == "tbl":
        nested = any(local_name(one.tag) == "tbl" for one in outer)
        if nested or _rows_deleted(element):
            return None
        return FoundObject(ObjectKind.TABLE, element, words_of(element))
    if name == "ruby":
        return FoundObject(ObjectKind.RUBY, element, _annotated(element))
    if name == "br":
        kind = _BREAKS.get(attribute(element, "type") or "")
        return FoundObject(kind, element) if kind else None
    if name == "pageBreakBefore":
        direct = local_name(outer[0].tag) == "pPr" and local_name(outer[1].tag) == "p"
        off = attribute(element, "val") in ("0", "false", "off")
        return FoundObject(ObjectKind.PAGE_BREAK, element) if direct and not off else None
    if name == "framePr":
        return _framed(element, outer)
    return _control(element)


def _framed(element: Any, outer: list[Any]) -> FoundObject | None:
    """The first paragraph of a frame of the older sort, or a first letter that stands large."""
    if [local_name(one.tag) for one in outer[:2]] != ["pPr", "p"]:
        return None
    before = outer[1].getprevious()
    properties = None if before is None else child(before, "pPr")
    other = None if properties is None else child(properties, "framePr")
    if other is not None and dict(other.attrib) == dict(element.attrib):
        return None
    words = words_of(outer[1])
    return FoundObject(ObjectKind.FRAME, element, words) if words.strip() else None


def stands(element: Any) -> bool:
    """Whether an element is read at all: in no other branch, in nothing that was deleted."""
    outer = list(element.iterancestors())
    return not _unread(element, outer) and not _deleted(outer)


def _deleted(outer: list[Any]) -> bool:
    return any(local_name(one.tag) in _GONE for one in outer)


def _unread(element: Any, outer: list[Any]) -> bool:
    """Whether it stands in a branch of mc:AlternateContent that is not read."""
    inner = element
    for one in outer:
        if local_name(one.tag) == "AlternateContent" and chosen(one) is not inner:
            return True
        inner = one
    return False


def _change(name: str, element: Any) -> FoundObject | None:
    kind = _CHANGES[name]
    parent = element.getparent()
    around = local_name(parent.tag)
    if around == "rPr" and name in _CHANGES and kind is not ObjectKind.FORMATTING:
        # Of a paragraph's mark: deleted it joins, inserted it splits.
        if local_name(parent.getparent().tag) != "pPr":
            return None
        if name == "del":
            return FoundObject(ObjectKind.JOINING, element)
        alone = name == "ins" and not _has_insertion(paragraph_of(element))
        return FoundObject(kind, element, "（分段）") if alone else None
    if kind is ObjectKind.FORMATTING:
        return FoundObject(kind, element)
    if around in ("trPr", "tcPr"):
        return FoundObject(kind, element, "（表格的行或格）")
    if around == "numPr" or _goes_on(element):
        return None
    words = words_of(element)
    return FoundObject(kind, element, words) if words else None


def _rows_deleted(table: Any) -> bool:
    """Whether a tracked change took every row of a table away."""
    rows = [one for one in table if local_name(one.tag) == "tr"]
    marks = [child(row, "trPr") for row in rows]
    return bool(rows) and all(m is not None and child(m, "del") is not None for m in marks)


def _has_insertion(paragraph: Any) -> bool:
    inside = () if paragraph is None else paragraph
    return any(local_name(one.tag) == "ins" for one in inside)


def _table_of(element: Any) -> Any:
    return next((o for o in element.iterancestors() if local_name(o.tag) == "tbl"), None)


def _goes_on(element: Any) -> bool:
    """Whether the change before it is of the same sort and hand, so that both are one."""
    before = element.getprevious()
    while before is not None and local_name(before.tag) in _UNSEEN:
        before = before.getprevious()
    if before is None or before.tag != element.tag:
        return False
    return attribute(before, "author") == attribute(element, "author")


def _annotated(ruby: Any) -> str:
    """'桥（qiáo）': letters with what stands over them."""
    base, above = child(ruby, "rubyBase"), child(ruby, "rt")
    return excerpt(f"{words_of(base)}（{words_of(above)}）")


def _program(element: Any) -> str:
    """What an embedded object was made with, in an office's words; '' where it is not known."""
    made = next((str(one.get("ProgID") or "") for one in element.iter("{*}OLEObject")), "")
    return next((words for start, words in _PROGRAMS.items() if made.startswith(start)), made)


def drawn(element: Any) -> FoundObject:
    """What a w:drawing or w:pict is."""
    names: set[str] = set()
    told = string = identity = ""
    for one in element.iter("*"):
        name = one.tag.rpartition("}")[2]
        names.add(name)
        if name == "textpath":
            string = one.get("string") or ""
        elif name == "docPr":
            told = told or one.get("descr") or ""
        identity += (one.get("id") or "") if name == "shape" else ""
        identity += (one.get("name") or "") if name == "docPr" else ""
    kind = _kind_of_drawing(element, names, "watermark" in identity.lower())
    words = string or (words_of(element) if kind is ObjectKind.TEXT_BOX else told)
    return FoundObject(kind, element, excerpt(words))


def _kind_of_drawing(element: Any, names: set[str], watermark: bool) -> ObjectKind:
    in_header = local_name(element.getroottree().getroot().tag) in ("hdr", "ftr")
    if watermark or ("textpath" in names and in_header):
        return ObjectKind.WATERMARK
    if "txbxContent" in names and words_of(element):
        return ObjectKind.TEXT_BOX
    if "chart" in names:
        return ObjectKind.CHART
    if "relIds" in names:
        return ObjectKind.SMART_ART
    if "contentPart" in names:
        return ObjectKind.INK
    return ObjectKind.PICTURE if names & {"pic", "imagedata", "blip"} else ObjectKind.SHAPE


def _control(element: Any) -> FoundObject | None:
    properties = child(element, "sdtPr")
    if properties is None or child(properties, "docPartObj") is not None:
        return None
    title = value_of(properties, "alias") or value_of(properties, "tag") or ""
    return FoundObject(ObjectKind.CONTROL, element, excerpt(title) or words_of(element))


def _fields(root: Any) -> Iterator[FoundObject]:
    for field in field_codes(root):
        name = field.name
        if field.sign and stands(field.element):
            yield FoundObject(ObjectKind.SIGN, field.element, field.sign.named())
        if not name or name in _STILL or (name == "PAGEREF" and "_Toc" in field.code):
            continue
        if not stands(field.element):
            continue
        if name == "EQ":
            yield FoundObject(ObjectKind.FORMULA, field.element, excerpt(field.code[2:]))
        elif name == "MERGEFIELD":
            words = excerpt(field.shows or field.code)
            yield FoundObject(ObjectKind.MERGE_FIELD, field.element, words)
        elif field.button:
            yield FoundObject(ObjectKind.BUTTON, field.element, excerpt(field.button))
        elif field.form:
            yield FoundObject(ObjectKind.FORM, field.element, excerpt(field.form))
        elif name in _CONTROLS:
            yield FoundObject(ObjectKind.CONTROL, field.element, excerpt(field.shows))
        else:
            words = excerpt(f"{name} {field.shows}")
            yield FoundObject(ObjectKind.FIELD, field.element, words)


def _concealed(root: Any, concealment: Concealment) -> Iterator[FoundObject]:
    last: dict[ObjectKind, tuple[Any, list[str]]] = {}
    done: list[tuple[ObjectKind, Any, list[str]]] = []
    for kind, run in concealment.runs(root):
        words = raw_words(run)
        if not words.strip() or not stands(run):
            continue
        before, told = last.get(kind, (None, []))
        if before is not None and _next_run(before) is run:
            told.append(words)
        else:
            told = [words]
            done.append((kind, run, told))
        last[kind] = (run, told)
    for kind, run, told in done:
        yield FoundObject(kind, run, excerpt("".join(told)))


def _next_run(run: Any) -> Any:
    one = run.getnext()
    while one is not None and local_name(one.tag) in _UNSEEN:
        one = one.getnext()
    return one


def words_of(element: Any) -> str:
    """How the text in an element begins, on one line."""
    return excerpt(raw_words(element)) if element is not None else ""


def raw_words(element: Any, most: int = 2 * LONGEST) -> str:
    """The text in an element as it is read, paragraphs apart by a blank, until it is too long.

    ``most`` code points or a little more are enough. What a tracked change deleted inside it is
    left out.
    """
    found: list[str] = []
    size = 0
    waiting = [element]
    while waiting and size <= most:
        one = waiting.pop()
        if not isinstance(one.tag, str):
            continue
        name = one.tag.rpartition("}")[2]
        if name in _LETTERS:
            found.append(one.text or "")
            size += len(found[-1])
        elif name == "AlternateContent":
            waiting += reversed(list(chosen(one)))
        elif one is element or name not in _GONE:
            found.append(" " if name in _APART else "")
            waiting += reversed(list(one))
    return "".join(found)
