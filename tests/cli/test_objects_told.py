"""`check` and `export` on a Word file that holds more than its words."""

import json
from pathlib import Path

import pytest

from tests.cli.command import bigan
from tests.files.docx_final.rich_file import PICTURE, rich
from tests.files.made import docx, p, part
from tests.files.word_objects import docx_with_header, everywhere, full, par, run


@pytest.fixture
def speech(tmp_path: Path) -> str:
    path = tmp_path / "稿.docx"
    path.write_bytes(full())
    return str(path)


def test_check_names_what_is_there_and_never_calls_it_clean(
    speech: str, capsys: pytest.CaptureFixture[str]
) -> None:
    code = bigan("check", speech)
    told = capsys.readouterr().out
    assert code == 0 and "没有要改的地方" not in told
    for words in ("批注 1 条", "第 5 段，批注 李明：这里再核", "隐藏文字 1 处", "没有检查："):
        assert words in told


def test_the_data_has_every_object_with_what_becomes_of_it(
    speech: str, capsys: pytest.CaptureFixture[str]
) -> None:
    bigan("check", speech, "--json")
    objects = json.loads(capsys.readouterr().out)["objects"]
    (comment,) = [o for o in objects if o["kind"] == "批注"]
    assert (comment["place"], comment["paragraph"], comment["words"]) == (
        "批注 李明",
        4,
        "这里再核",
    )
    assert comment["paper"] == {"fate": "never printed", "says": "不印", "holds": True}


def test_a_final_waits_until_one_says_that_one_knows(
    speech: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "出.docx"
    assert bigan("export", speech, "-o", str(out)) == 1 and not out.exists()
    assert "批注 1 条" in (refusal := capsys.readouterr().err) and "--accept" in refusal
    assert bigan("export", speech, "-o", str(out), "--accept") == 0 and out.exists()
    assert "批注 1 条：不印" in capsys.readouterr().err


def test_a_draft_goes_and_names_them(
    speech: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert bigan("export", speech, "-o", str(tmp_path / "出.docx"), "--draft") == 0
    assert "隐藏文字 1 处" in capsys.readouterr().err


def test_what_must_be_mended_is_not_let_go_by_knowing(tmp_path: Path) -> None:
    path = tmp_path / "稿.docx"
    path.write_bytes(docx(p("X工会开会。")))
    assert bigan("export", str(path), "-o", str(tmp_path / "出.docx"), "--accept") == 1


def test_the_sheet_lists_them_with_their_places(speech: str, tmp_path: Path) -> None:
    out = tmp_path / "单.txt"
    bigan("check", speech, "--sheet", str(out))
    told = out.read_text("utf-8")
    assert "文稿里另有（" in told and "批注 1 条：不印（第 5 段，批注 李明）" in told


def test_hidden_words_are_in_no_plain_text(speech: str, tmp_path: Path) -> None:
    out = tmp_path / "出.txt"
    assert bigan("export", speech, "-o", str(out), "--accept") == 0
    assert "划掉" in (told := out.read_text("utf-8")) and "看不见" not in told


def test_a_plain_file_is_as_it_was(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "稿.docx"
    path.write_bytes(docx(p("今天开会。")))
    assert bigan("export", str(path), "-o", str(tmp_path / "出.docx")) == 0
    assert capsys.readouterr().err == ""


def test_headers_come_along_on_wish_and_hold_nothing_then(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    speech, out = tmp_path / "稿.docx", tmp_path / "出.docx"
    speech.write_bytes(docx_with_header(default=p("内部资料")))
    assert bigan("export", str(speech), "-o", str(out)) == 1
    assert "页眉 1 处：不带" in capsys.readouterr().err
    assert bigan("export", str(speech), "-o", str(out), "--headers") == 0
    assert "页眉 1 处：照原样带上" in capsys.readouterr().err
    assert "内部资料" in part(out.read_bytes(), "word/margin1.xml")


def test_a_picture_that_is_not_in_the_file_holds_the_final(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    speech, out = tmp_path / "稿.docx", tmp_path / "出.docx"
    speech.write_bytes(rich(par(f"<w:r>{PICTURE.format(id='gone', wide=9)}</w:r>", run("开会。"))))
    assert bigan("export", str(speech), "-o", str(out)) == 1
    assert "图片 1 张：带不上" in capsys.readouterr().err
    assert bigan("export", str(speech), "-o", str(out), "--accept") == 0


def test_the_sheet_says_of_a_footer_that_it_is_one(tmp_path: Path) -> None:
    path, out = tmp_path / "稿.docx", tmp_path / "单.txt"
    path.write_bytes(docx_with_header(footer=p("X工会印")))
    assert bigan("check", str(path), "--sheet", str(out)) == 1
    told = out.read_text("utf-8")
    assert "页脚" in told and "第1段" not in told and "未填的空 1 处" in told


@pytest.mark.parametrize("data", [full(), everywhere("县工会")], ids=["full", "words everywhere"])
def test_check_says_what_the_export_then_does(
    data: bytes, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (path := tmp_path / "稿.docx").write_bytes(data)
    bigan("check", str(path), "--json")
    objects = json.loads(capsys.readouterr().out)["objects"]
    said = {(one["kind"], one["docx"]["says"]) for one in objects}

    assert bigan("export", str(path), "-o", str(tmp_path / "出.docx"), "--accept") == 0

    titles = [x[1:-1] for x in capsys.readouterr().err.splitlines() if x.startswith("【")]
    assert {(t.split()[0].split("：")[0], t.partition("：")[2]) for t in titles} == said
