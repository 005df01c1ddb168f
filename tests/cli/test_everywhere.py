"""A blank is found wherever it stands in a Word file, and said to be where it is."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.command import bigan
from tests.files.made import W
from tests.files.word_objects import everywhere, rewritten

PLACES = {
    "第 1 段", "表1·1行1列", "表1·1行2列·表2·1行1列", "文本框1", "页眉", "页脚", "脚注1",
    "尾注1·表1·1行1列", "批注 李明", "公式1",
}  # fmt: skip


@pytest.mark.parametrize(
    "change",
    [
        lambda part: part,
        lambda part: part.replace(W, "http://purl.oclc.org/ooxml/wordprocessingml/main"),
        lambda part: part.replace("w:", "wps0:").replace("xmlns:w=", "xmlns:wps0="),
    ],
    ids=["as Word writes it", "strict", "other prefixes"],
)
def test_a_blank_is_named_with_its_place(
    change: Callable[[str], str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "稿.docx"
    path.write_bytes(rewritten(everywhere("X工会"), change))
    assert bigan("check", str(path), "--json") == 1
    found = json.loads(capsys.readouterr().out)
    must = [f for f in found["findings"] if f["severity"] == "必改" and f["excerpt"] == "X"]
    assert {f["place"] for f in must} >= PLACES
    assert len(must) == len(PLACES) + 5  # insertion, control, merge field, hidden, struck
    assert {b["place"] for b in found["blanks"]} >= PLACES
