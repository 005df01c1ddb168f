"""`renumber`: what the tree's 重排序号 does, each change told; counts only where asked."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.command import bigan
from tests.files.docx.test_open_docx import numbered
from tests.files.docx_patch.test_docx_lists import PLAIN
from tests.files.made import docx, p

HEAD = "在全市动员会上的讲话\n同志们：\n今天开会，我讲三点意见。\n"
POINTS = "一、抓学习\n要学。\n三、抓落实\n要干。\n"
END = "谢谢大家！\n"
Renumber = Callable[..., tuple[int, str, dict[str, list[dict[str, object]]]]]


@pytest.fixture
def renumber(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Renumber:
    """Runs the command on a text: (exit code, the text it made, JSON)."""
    path, out = tmp_path / "稿.txt", tmp_path / "出.txt"

    def run(text: str, *options: str) -> tuple[int, str, dict[str, list[dict[str, object]]]]:
        path.write_bytes(text.encode("utf-8"))
        code = bigan("renumber", str(path), "-o", str(out), "--json", *options)
        return code, out.read_text("utf-8"), json.loads(capsys.readouterr().out)

    return run


def test_numbers_are_put_in_order_and_a_count_is_offered(renumber: Renumber) -> None:
    code, made, told = renumber(HEAD + POINTS + END)
    assert made == HEAD + POINTS.replace("三、", "二、") + END
    assert [(c["before"], c["after"]) for c in told["changes"]] == [("三、", "二、")]
    assert [(c["before"], c["after"]) for c in told["counts"]] == [("三", "两")]
    assert code == 0


def test_a_count_is_changed_where_asked(renumber: Renumber) -> None:
    _, made, told = renumber(HEAD + POINTS + END, "--counts")
    assert made.startswith(HEAD.replace("三点", "两点")) and not told["counts"]
    assert not told["findings"]


def test_a_text_in_order_stays_as_it_is(renumber: Renumber) -> None:
    text = HEAD + POINTS.replace("三、", "二、") + "三、抓作风\n要严。\n" + END
    assert renumber(text, "--counts") == (0, text, {"changes": [], "counts": [], "findings": []})


@pytest.mark.parametrize(("cut", "told"), [("……（省略863字）……", True), ("", False)])
def test_where_words_were_cut_off_the_missing_number_may_be_there(
    cut: str, told: bool, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "稿.txt"
    path.write_text(HEAD + POINTS.replace("要学。", f"要学。{cut}") + END, "utf-8")
    assert bigan("renumber", str(path), "-o", str(tmp_path / "出.txt")) == 0
    assert ("有被截去的地方" in capsys.readouterr().out) is told


def test_automatic_numbers_are_words_own_and_their_count_is_offered(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path, out = tmp_path / "稿.docx", tmp_path / "出.docx"
    body = p("在全市动员会上的讲话") + p("同志们：") + p("今天开会，我讲三点意见。")
    body += numbered("抓学习", 0) + p("要学。") + numbered("抓落实", 0) + p("要干。")
    path.write_bytes(docx(body, numbering=PLAIN))
    assert bigan("renumber", str(path), "-o", str(out)) == 0
    assert "我讲〔三 → 两〕点意见" in capsys.readouterr().out
    assert out.read_bytes() == path.read_bytes()


def test_the_source_is_never_written_over(tmp_path: Path) -> None:
    path = tmp_path / "稿.txt"
    path.write_text(HEAD + POINTS, "utf-8")
    assert bigan("renumber", str(path), "-o", str(path)) == 2
    assert path.read_text("utf-8") == HEAD + POINTS
