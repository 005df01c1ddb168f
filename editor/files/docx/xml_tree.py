"""The one door to lxml: parsing XML that nobody vouches for, and the names of OOXML.

No document type, no entities, no network, never ``huge_tree`` (platform notes, docx 3).
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from importlib import import_module
from typing import Any

from editor.files.trouble import Trouble

TRANSITIONAL = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
WORD_SPACES = (TRANSITIONAL, STRICT)
COMPATIBILITY = "http://schemas.openxmlformats.org/markup-compatibility/2006"
SPACE = "{http://www.w3.org/XML/1998/namespace}space"
# Elements inside each other. The deepest of 5,402 parts of real files has 22; libxml2 gives up
# at 256, and what reads a paragraph goes down by calling itself.
DEEPEST = 128
_DOCTYPE = re.compile(rb"<!DOCTYPE|<!ENTITY", re.IGNORECASE)


def parse_xml(data: bytes, what: str) -> Any:
    """The root element. Raises Trouble that names the part (``what``) where it cannot be."""
    head = data[:4096] if data[:2] not in (b"\xff\xfe", b"\xfe\xff") else data[:8192:2]
    if _DOCTYPE.search(head):
        raise with_entities()
    etree = _etree()
    try:
        root: Any = etree.fromstring(data, _parser(etree))
    except (etree.XMLSyntaxError, ValueError, MemoryError) as error:
        if "depth" in str(error):
            raise _too_deep() from error
        raise Trouble(
            f"文稿已经损坏（{what} 读不通）。",
            "请用 Word 打开，选“打开并修复”，另存后再试；或从备份、邮件里重新取一份。",
        ) from error
    if root is None:
        raise Trouble(f"文稿已经损坏（{what} 是空的）。", "请从备份或邮件里重新取一份。")
    tree = root.getroottree()
    if tree.docinfo.internalDTD is not None or tree.docinfo.externalDTD is not None:
        raise with_entities()
    # Whatever is deep has that many end tags.
    if data.count(b"/") > DEEPEST and _is_deep()(root):
        raise _too_deep()
    return root


@cache
def _is_deep() -> Any:
    # Going down by steps costs a tenth of the parse; `count(ancestor::*)` several parses.
    return _etree().XPath(f"boolean({'/*' * (DEEPEST + 1)})")


def _too_deep() -> Trouble:
    return Trouble(
        f"这份文稿不正常：里面的成分套了 {DEEPEST} 层以上，没有打开。",
        "请向发来的人核实；确是自己的文稿，请用 Word 打开后把正文复制到新文档。",
    )


def _etree() -> Any:
    # lxml has no types of its own; imported late, for it is heavy.
    return import_module("lxml.etree")


def _parser(etree: Any) -> Any:
    return etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        collect_ids=False,  # nobody asks by id; saves a third of the time
        remove_comments=True,
        remove_pis=True,
    )


def with_entities() -> Trouble:
    """The refusal of a document that declares entities."""
    return Trouble(
        "文稿里夹带了外部实体声明（DTD），正常的 Word 文档没有，可能有害，没有打开。",
        "请不要用别的软件打开它；需要其中的文字，请让发来的人重新导出一份。",
    )


@lru_cache(maxsize=4096)
def local_name(tag: Any) -> str:
    """The name of a WordprocessingML element without its space; '' for any other thing."""
    if not isinstance(tag, str):
        return ""
    space, _, name = tag[1:].rpartition("}")
    if space in WORD_SPACES:
        return name
    return "AlternateContent" if space == COMPATIBILITY and name == "AlternateContent" else ""


def word_tags(*names: str) -> tuple[str, ...]:
    """The tags of these names in both editions of the standard, for lxml's iter."""
    return tuple([f"{{{space}}}{name}" for space in WORD_SPACES for name in names])


def attribute(element: Any, name: str) -> str | None:
    """An attribute of the Word space of either edition of the standard."""
    for space in WORD_SPACES:
        value: str | None = element.get(f"{{{space}}}{name}")
        if value is not None:
            return value
    return None


def child(element: Any, name: str) -> Any:
    """The first child of that name in the Word space, or None."""
    for one in element:
        if local_name(one.tag) == name:
            return one
    return None


def value_of(element: Any, name: str) -> str | None:
    """The ``w:val`` of a child, or None."""
    found = child(element, name)
    return None if found is None else attribute(found, "val")
