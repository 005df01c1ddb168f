"""The paragraphs of a main part, in order: one quick pass, the careful reading where needed.

The quick pass sees only tags that matter (lxml filters them in C). A paragraph in which
anything but plain runs occurs is 'odd' and is read again by `text_runs`, the same reading
that saving uses. Measured: the pass costs about half of lxml's own parse.
"""

from __future__ import annotations

import re
from typing import Any, NamedTuple

from editor.files.docx.frames import FrameNames
from editor.files.docx.paragraph_reader import ODD_NAMES, DocxStyling, ParagraphReader
from editor.files.docx.text_runs import shown
from editor.files.docx.xml_tree import (
    COMPATIBILITY,
    SPACE,
    WORD_SPACES,
    child,
    local_name,
)
from editor.manuscript.paragraph import Paragraph

# What may stand between paragraphs; most documents have the first few only.
_BLOCKS = (
    "p", "tbl", "sectPr", "sdt", "bookmarkStart", "bookmarkEnd", "proofErr", "permStart",
    "permEnd", "commentRangeStart", "commentRangeEnd",
)  # fmt: skip
_MATH = (
    "{http://schemas.openxmlformats.org/officeDocument/2006/math}",
    "{http://purl.oclc.org/ooxml/officeDocument/math}",
)


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


def paragraphs_of(root: Any, styling: DocxStyling) -> tuple[Paragraph, ...]:
    """Every shown paragraph of a main part."""
    body = body_of(root)
    reading = ParagraphReader(styling, keeps_blanks(root), FrameNames(body))
    _pass(body, reading, keeps_blanks(root))
    return reading.done()


def _pass(body: Any, reading: ParagraphReader, preserve: bool) -> None:
    # One loop over some hundred thousand elements: names are bound outside it on purpose.
    tags = _tags_of(body)
    is_p, is_t, is_style, val = tags.paragraph, tags.text, tags.style, tags.value
    broken = re.compile("[\n\r\u2029]").search
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
                if text[0] <= " " or text[-1] <= " " or broken(text):
                    text = shown(text, element, preserve)
                texts.append(text)
        elif tag == is_p:
            free = element.getparent() is body
            nested = not free and next(element.iterancestors(is_p), None) is not None
            if current is not None:
                plain = not (odd or nested) and len(texts) < 2
                reading.add("".join(texts) if plain else None, current, style)
            texts.clear()
            current, style, odd = element, None, strange or not free
        elif tag == is_style:
            style = element.get(val) if style is None else style
        else:
            odd = True
    if current is not None:
        reading.add(None if odd or len(texts) > 1 else "".join(texts), current, style)


def _strangers(body: Any) -> bool:
    # Text outside any paragraph, as only broken files have it, would be taken for the
    # paragraph's before it.
    w = body.tag[1 : body.tag.index("}")]
    known = " or ".join([f"self::w:{name}" for name in _BLOCKS])
    return bool(body.xpath(f"boolean(*[not({known})])", namespaces={"w": w}))


def _tags_of(body: Any) -> _Tags:
    w = body.tag[: body.tag.index("}") + 1]
    odd = [f"{w}{name}" for name in ODD_NAMES]
    other = next(f"{{{s}}}" for s in WORD_SPACES if f"{{{s}}}" != w)
    math = [f"{m}{name}" for m in _MATH for name in ("oMath", "oMathPara")]
    every = (f"{w}p", f"{w}t", f"{w}pStyle", *odd, *math, f"{{{COMPATIBILITY}}}AlternateContent")
    strange = (f"{other}t", f"{other}r", f"{other}pPr")
    return _Tags(f"{w}p", f"{w}t", f"{w}pStyle", f"{w}val", (*every, *strange))
