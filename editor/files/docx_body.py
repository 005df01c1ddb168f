"""The paragraphs of a main part, in order: one quick pass, the careful reading where needed.

The quick pass sees only tags that matter (lxml filters them in C). A paragraph in which
anything but plain runs occurs is 'odd' and is read again by `pieces`, the same reading
that saving uses. Measured: the pass costs about half of lxml's own parse.
"""

from __future__ import annotations

from typing import Any, NamedTuple

from editor.files.docx_frames import Frames
from editor.files.docx_numbering import Numbering
from editor.files.docx_styles import Styles, role_of_outline
from editor.files.pieces import held_by, pieces_of, shown, text_of
from editor.files.xml_tree import (
    COMPATIBILITY,
    SPACE,
    WORD_SPACES,
    child,
    local_name,
    value_of,
)
from editor.manuscript.paragraph import Paragraph

# A paragraph with one of these is odd. m:oMath stands in both editions' math spaces.
_ODD = (
    "tab", "br", "cr", "sym", "noBreakHyphen", "softHyphen", "ptab", "del", "moveFrom", "ruby",
    "drawing", "pict", "object", "control", "contentPart", "subDoc", "footnoteReference",
    "endnoteReference", "commentReference", "fldChar", "txbxContent", "pPrChange", "numPr",
    "outlineLvl", "sdtPr", "instrText",
)  # fmt: skip
# What may stand between paragraphs; most documents have the first few only.
_BLOCKS = (
    "p", "tbl", "sectPr", "sdt", "bookmarkStart", "bookmarkEnd", "proofErr", "permStart",
    "permEnd", "commentRangeStart", "commentRangeEnd",
)  # fmt: skip
_MATH = (
    "{http://schemas.openxmlformats.org/officeDocument/2006/math}",
    "{http://purl.oclc.org/ooxml/officeDocument/math}",
)


class Facts(NamedTuple):
    """What the other parts of the package say about the text."""

    styles: Styles
    numbering: Numbering


class _Tags(NamedTuple):
    paragraph: str
    text: str
    style: str
    value: str
    every: tuple[str, ...]


def body_of(root: Any) -> Any:
    """The w:body, or None."""
    if local_name(root.tag) != "document":
        return None
    return child(root, "body")


def keeps_blanks(root: Any) -> bool:
    """Whether the whole document says xml:space='preserve'."""
    return root.get(SPACE) == "preserve"


def paragraphs_of(root: Any, facts: Facts) -> tuple[Paragraph, ...]:
    """Every shown paragraph of a main part."""
    body = body_of(root)
    reading = _Reading(body, facts, keeps_blanks(root))
    _pass(body, reading, keeps_blanks(root))
    return reading.done()


def _pass(body: Any, reading: _Reading, preserve: bool) -> None:
    # One loop over some hundred thousand elements: names are bound outside it on purpose.
    tags = _tags_of(body)
    is_p, is_t, is_style, val = tags.paragraph, tags.text, tags.style, tags.value
    strange = _strangers(body)
    texts: list[str] = []
    current: Any = None
    style: str | None = None
    odd = False
    for element in body.iter(*tags.every):
        tag = element.tag
        if tag == is_t:
            text = element.text
            if text:
                if text[0] <= " " or text[-1] <= " ":
                    text = shown(text, element, preserve)
                texts.append(text)
        elif tag == is_p:
            free = element.getparent() is body
            nested = not free and next(element.iterancestors(is_p), None) is not None
            if current is not None:
                reading.add(None if odd or nested else "".join(texts), current, style)
            texts.clear()
            current, style, odd = element, None, strange or not free
        elif tag == is_style:
            style = element.get(val) if style is None else style
        else:
            odd = True
    if current is not None:
        reading.add(None if odd else "".join(texts), current, style)


def _strangers(body: Any) -> bool:
    # Text outside any paragraph, as only broken files have it, would be taken for the
    # paragraph's before it.
    w = body.tag[1 : body.tag.index("}")]
    known = " or ".join([f"self::w:{name}" for name in _BLOCKS])
    return bool(body.xpath(f"boolean(*[not({known})])", namespaces={"w": w}))


def _tags_of(body: Any) -> _Tags:
    w = body.tag[: body.tag.index("}") + 1]
    odd = [f"{w}{name}" for name in _ODD]
    other = next(f"{{{s}}}" for s in WORD_SPACES if f"{{{s}}}" != w)
    math = [f"{m}{name}" for m in _MATH for name in ("oMath", "oMathPara")]
    every = (f"{w}p", f"{w}t", f"{w}pStyle", *odd, *math, f"{{{COMPATIBILITY}}}AlternateContent")
    strange = (f"{other}t", f"{other}r", f"{other}pPr")
    return _Tags(f"{w}p", f"{w}t", f"{w}pStyle", f"{w}val", (*every, *strange))


class _Reading:
    """Turns what the pass found into paragraphs, with roles, labels and frames."""

    def __init__(self, body: Any, facts: Facts, preserve: bool) -> None:
        self._body = body
        self._facts = facts
        self._preserve = preserve
        self._frames = Frames(body)
        self._roles: dict[str | None, str | None] = {}
        self._paragraphs: list[Paragraph | None] = []
        self._odd: list[tuple[int, Any]] = []

    def add(self, text: str | None, element: Any, style: str | None) -> None:
        """One w:p: its text, or None where it is odd and must be read with care."""
        role = self._plain_role(style) if style not in self._roles else self._roles[style]
        if text is None or role is None or "\n" in text or "\r" in text or "\u2029" in text:
            self._odd.append((len(self._paragraphs), element))
            self._paragraphs.append(None)
        else:
            self._paragraphs.append(Paragraph(text, len(self._paragraphs) + 1, "", role))

    def done(self) -> tuple[Paragraph, ...]:
        """All paragraphs; the odd ones are read now, in order, so that numbers count."""
        for at, element in self._odd:
            free = element.getparent() is self._body
            frame = "" if free else self._frames.of(element)
            if frame is not None:
                self._paragraphs[at] = self._read_odd(element, at + 1, frame)
        return tuple([p for p in self._paragraphs if p is not None])

    def _plain_role(self, style: str | None) -> str | None:
        # None: the style numbers its paragraphs, so each must be counted.
        facts = self._facts.styles.facts(style)
        self._roles[style] = None if facts.list_id else facts.role
        return self._roles[style]

    def _read_odd(self, element: Any, key: int, frame: str) -> Paragraph | None:
        pieces = pieces_of(element, self._preserve)
        text = text_of(pieces)
        properties = child(element, "pPr")
        if not text and properties is not None and _mark_deleted(properties):
            return None
        style = None if properties is None else value_of(properties, "pStyle")
        facts = self._facts.styles.facts(style)
        role, label = facts.role, ""
        if properties is not None and (outline := value_of(properties, "outlineLvl")):
            role = role_of_outline(outline) or ("" if facts.role != "title" else role)
        if self._facts.numbering:
            label = self._label(properties, style)
        return Paragraph(text, key, label, role, frame, held_by(pieces))

    def _label(self, properties: Any, style: str | None) -> str:
        facts = self._facts.styles.facts(style)
        list_id, level = facts.list_id, facts.level
        numbering = self._facts.numbering
        if list_id:
            level = numbering.level_of_style(list_id, style, level)
        own = None if properties is None else child(properties, "numPr")
        if own is not None:
            list_id = value_of(own, "numId") or list_id
            said = value_of(own, "ilvl")
            level = int(said) if said and said.isdigit() else level
        return numbering.label(list_id, level) if list_id and list_id != "0" else ""


def _mark_deleted(properties: Any) -> bool:
    mark = child(properties, "rPr")
    if mark is None:
        return False
    return child(mark, "del") is not None or child(mark, "moveFrom") is not None
