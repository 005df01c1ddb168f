"""What a file from strangers declares is never followed, wherever in it that stands."""

from pathlib import Path

import pytest

from editor.files.docx.xml_tree import DEEPEST, parse_xml
from editor.files.trouble import Trouble

FAR = b"<?xml version='1.0'?>" + b" " * 5000  # behind what is looked through for a declaration


@pytest.mark.parametrize("before", [b"", FAR])
def test_a_document_type_is_refused_by_name(before: bytes) -> None:
    with pytest.raises(Trouble, match="DTD"):
        parse_xml(before + b"<!DOCTYPE w><w/>", "正文")


def test_a_file_that_an_entity_names_is_not_asked_for(tmp_path: Path) -> None:
    # A parser that followed it would find no such file, and call the document damaged.
    named = b"<!DOCTYPE w [<!ENTITY x SYSTEM '" + (tmp_path / "none").as_uri().encode() + b"'>]>"
    with pytest.raises(Trouble, match="DTD"):
        parse_xml(FAR + named + b"<w>&x;</w>", "正文")


def test_entities_in_entities_are_refused_before_they_grow() -> None:
    grown = b"".join(b"<!ENTITY a%d '%s'>" % (n, b"&a%d;" % (n - 1) * 10) for n in range(1, 10))
    declared = b"<!DOCTYPE w [<!ENTITY a0 'aaaaaaaaaa'>" + grown + b"]>"
    with pytest.raises(Trouble, match=r"DTD|损坏"):
        parse_xml(FAR + declared + b"<w>&a9;</w>", "正文")


def test_what_is_too_deep_for_the_readers_is_refused() -> None:
    deepest = b"<a>" * DEEPEST + b"</a>" * DEEPEST
    assert parse_xml(deepest, "正文") is not None
    with pytest.raises(Trouble, match="层以上"):
        parse_xml(b"<a>" + deepest + b"</a>", "正文")
