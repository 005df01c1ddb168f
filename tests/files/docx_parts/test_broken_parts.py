"""A file from which something is missing is read as far as it goes, and never ends in an error."""

import io
import zipfile
from collections.abc import Iterator

import pytest
from lxml import etree

from editor.files.trouble import Trouble
from tests.files.made import opened, zipped
from tests.files.word_objects import everywhere, full

PARTS = ["word/document.xml", "word/footnotes.xml", "word/comments.xml", "word/settings.xml"]


def without_each(data: bytes, name: str) -> Iterator[bytes]:
    """The file without one element of a part, for each element of it; then without the part."""
    with zipfile.ZipFile(io.BytesIO(data)) as kept:
        parts: dict[str, bytes | str] = {n: kept.read(n) for n in kept.namelist()}
    whole = parts[name]
    for number in range(1, len(list(etree.fromstring(whole).iter()))):
        root = etree.fromstring(whole)
        element = list(root.iter())[number]
        element.getparent().remove(element)
        yield zipped({**parts, name: etree.tostring(root)})
    yield zipped({n: part for n, part in parts.items() if n != name})


OBJECTS, TEXTS = full(), everywhere("X工会")
CASES = [pytest.param(OBJECTS, name, id=f"objects {name}") for name in PARTS]
CASES += [pytest.param(TEXTS, name, id=f"texts {name}") for name in PARTS[:3]]  # it has no settings


@pytest.mark.parametrize(("data", "name"), CASES)
def test_whatever_is_missing_the_rest_is_read(data: bytes, name: str) -> None:
    read = 0
    for broken in without_each(data, name):
        try:
            file = opened(broken)
        except Trouble:
            continue  # it was the text itself, and that is said
        read += 1
        number = len(file.manuscript.paragraphs)
        assert file.objects and all(0 <= one.paragraph < number for one in file.objects)
    assert read > 2
