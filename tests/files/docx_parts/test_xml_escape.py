"""Words are written into XML as Python's own library writes them."""

from xml.sax import saxutils

import pytest

from editor.files.docx_parts.xml_escape import escape, quoteattr

WORDS = ["", "一二", "<a & b>", '说"好"', "it's", """'一' & "二\"""", "a\tb\r\nc", "&amp;<", ">"]
QUOTES = {'"': "&quot;", "\n": "&#10;"}


@pytest.mark.parametrize("words", WORDS)
def test_words_are_written_as_by_the_library(words: str) -> None:
    assert escape(words) == saxutils.escape(words)
    assert escape(words, QUOTES) == saxutils.escape(words, QUOTES)
    assert quoteattr(words) == saxutils.quoteattr(words)
