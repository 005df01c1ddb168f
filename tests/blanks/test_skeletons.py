"""Our own skeletons: whatever they leave to be written holds the gate."""

import re
from pathlib import Path

import pytest

from editor.blanks.blank_reader import find_blanks
from editor.manuscript.manuscript import manuscript_of

SKELETONS = sorted((Path(__file__).parents[2] / "resources" / "skeletons").glob("*.txt"))


@pytest.mark.parametrize("path", SKELETONS, ids=lambda path: path.stem)
def test_all_that_a_skeleton_leaves_open_is_a_sure_blank(path: Path) -> None:
    text = path.read_text("utf-8")
    found = [b.text for b in find_blanks(manuscript_of(text)) if b.sure]
    assert found == re.findall("【[^】]*】|_+", text)
    assert found
