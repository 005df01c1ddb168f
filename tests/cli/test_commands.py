"""The command line on small files: what it prints and how it ends."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from editor.cli.entry import COMMANDS, run
from editor.cli.services import CommandServices
from tests.cli.command import bigan, no_pdf
from tests.files.docx_patch.test_docx_lists import BODY, PLAIN
from tests.files.made import docx

CLEAN = (
    "在全市动员会上的讲话\n同志们：\n今天开会。\n一、统一思想\n要学习。\n"
    "二、抓好落实\n要行动。\n谢谢大家！\n"
)
OPEN = "在X工会会议上的讲话\n同志们：\n去年X工会办了____件实事。\n"


@pytest.fixture
def speech(tmp_path: Path) -> Callable[[str], str]:
    def write(text: str) -> str:
        path = tmp_path / "稿.txt"
        path.write_bytes(text.encode("utf-8"))
        return str(path)

    return write


def test_a_clean_speech_ends_with_zero(speech: Callable[[str], str]) -> None:
    assert bigan("check", speech(CLEAN)) == 0


def test_the_rules_are_read_where_nobody_brings_them(speech: Callable[[str], str]) -> None:
    assert run(["check", speech(OPEN)], CommandServices(no_pdf)) == 1


def test_an_open_blank_ends_with_one(
    speech: Callable[[str], str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert bigan("check", speech(OPEN), "--json") == 1
    found = json.loads(capsys.readouterr().out)
    assert [b["text"] for b in found["blanks"]] == ["X", "X", "____"]


def test_a_missing_file_ends_with_two_and_words(capsys: pytest.CaptureFixture[str]) -> None:
    assert bigan("check", "没有这份.txt") == 2
    assert "没有这份.txt" in capsys.readouterr().err


def test_the_outline_names_the_sections(
    speech: Callable[[str], str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert bigan("outline", speech(CLEAN), "--json") == 0
    [title] = json.loads(capsys.readouterr().out)
    titles = [c["title"] for c in title["children"] if c["kind"] == "section"]
    assert titles == ["统一思想", "抓好落实"]


def test_the_outline_tells_words_and_minutes_of_each_of_several_speeches(
    speech: Callable[[str], str], capsys: pytest.CaptureFixture[str]
) -> None:
    two = f"{CLEAN}\n谢谢大家！\n在全县秋收\n工作会议上的讲话\n同志们：\n讲两点。\n谢谢大家！\n"
    assert bigan("outline", speech(two)) == 0
    lines = [line for line in capsys.readouterr().out.splitlines() if line[:2] != "  "]
    assert "字，" in lines[0] and "分" in lines[0]
    assert lines[1].split() == ["在全县秋收工作会议上的讲话", "26", "字，0.1", "分"]


def test_fill_puts_values_in_and_says_what_is_left(
    speech: Callable[[str], str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    values = tmp_path / "值.toml"
    values.write_text('"X工会" = "云川市总"\n"Y" = "1"\n', "utf-8")
    out = tmp_path / "出.txt"
    code = bigan("fill", speech(OPEN), "--values", str(values), "-o", str(out))
    assert code == 1
    assert out.read_text("utf-8").count("云川市总工会") == 2
    said = capsys.readouterr().out
    assert "没有用上的值：Y" in said and "还有 1 处没填" in said


def test_a_final_with_a_blank_is_refused_and_a_draft_is_not(
    speech: Callable[[str], str], tmp_path: Path
) -> None:
    source, out = speech(OPEN), tmp_path / "出.docx"
    assert bigan("export", source, "-o", str(out)) == 1
    assert not out.exists()
    assert bigan("export", source, "-o", str(out), "--draft") == 0
    assert out.read_bytes()[:2] == b"PK"


def test_an_export_to_text_says_the_numbers_word_gives(tmp_path: Path) -> None:
    path, out = tmp_path / "稿.docx", tmp_path / "印.txt"
    path.write_bytes(docx(BODY, numbering=PLAIN))
    assert bigan("export", str(path), "-o", str(out), "--draft") == 0
    assert out.read_text("utf-8").startswith("一、甲事\n甲文很长。\n二、乙事\n")


def test_an_export_never_writes_over_its_source(speech: Callable[[str], str]) -> None:
    source = speech(CLEAN)
    assert bigan("export", source, "-o", source) == 2
    assert Path(source).read_text("utf-8") == CLEAN


def test_tidy_writes_a_receipt_for_all_it_took(
    speech: Callable[[str], str], tmp_path: Path
) -> None:
    messy = "下面是小编为大家整理的动员会讲话稿，供大家参考。\n" + CLEAN
    out, receipt = tmp_path / "净.txt", tmp_path / "清单.json"
    assert bigan("tidy", speech(messy), "-o", str(out), "--receipt", str(receipt)) == 0
    items = json.loads(receipt.read_text("utf-8"))
    assert [i["kind"] for i in items if i["before"].strip()] == ["site-intro"]
    assert out.read_text("utf-8").strip() == CLEAN.strip()


@pytest.mark.parametrize("command", [["tidy"], ["fill", "--values", "无.toml"]])
def test_no_command_writes_over_its_source(
    speech: Callable[[str], str], command: list[str]
) -> None:
    source = speech(CLEAN)
    assert bigan(command[0], source, *command[1:], "-o", source) == 2
    assert Path(source).read_text("utf-8") == CLEAN


def test_phrases_are_found_by_words(capsys: pytest.CaptureFixture[str]) -> None:
    assert bigan("phrases", "search", "竞赛", "--json") == 0
    assert all("竞赛" in p["text"] for p in json.loads(capsys.readouterr().out))


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help_with_an_example(
    command: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert bigan(command, "--help") == 0
    if command != "phrases":
        assert "例：" in capsys.readouterr().out


@pytest.mark.parametrize("wrong", [["check"], ["fill", "a.txt"], ["nonsense"]])
def test_wrong_words_end_with_two(wrong: list[str]) -> None:
    assert bigan(*wrong) == 2


@pytest.mark.parametrize(
    "words", [["check"], ["check", "稿.txt", "--year", "x"], ["check", "稿.txt", "多的"]]
)
def test_wrong_arguments_are_told_in_chinese_only(
    words: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert bigan(*words) == 2
    said = capsys.readouterr().err
    assert "参数不对：" in said and "用法：" in said
    assert not any(english in said for english in ("usage", "argument", "required", "invalid"))
