"""A blank is found wherever it stands in a Word file, and said to be where it is."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.command import bigan
from tests.files.made import W, p
from tests.files.word_objects import docx_with_header, everywhere, rewritten

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


def test_no_place_beside_the_speech_goes_unnamed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "稿.docx"
    path.write_bytes(everywhere("X工会"))
    bigan("check", str(path))
    told = capsys.readouterr().out.partition("文稿里另有")[0]
    assert all(place in told for place in ("页眉", "页脚", "脚注1", "尾注1", "批注 李明", "公式1"))


def test_filling_says_what_is_left_beside_the_speech(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path, values = tmp_path / "稿.docx", tmp_path / "值.toml"
    path.write_bytes(docx_with_header(footer=p("X工会印")))
    values.write_text('"甲" = "乙"\n', "utf-8")
    fill = ("fill", str(path), "--values", str(values), "-o")
    assert bigan(*fill, str(tmp_path / "出.docx")) == 1
    assert "未填：页脚（请在 Word 里改）：X" in capsys.readouterr().out
    assert bigan(*fill, str(tmp_path / "出.txt")) == 0
