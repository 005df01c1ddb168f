"""A speech from raw to its finals by commands alone, and the finals read back by others."""

from collections import Counter
from pathlib import Path

import pytest

from editor.blanks.blank import BlankKind
from editor.blanks.blank_reader import find_blanks
from editor.files.open import open_document
from tests.bench.trials.to_final import (
    Walk,
    walk,
    words_of_docx,
    words_of_pdf,
    words_of_text,
)
from tests.corpus import SPEECHES, needs
from tests.files.made import docx, p

SITE = "本文来自公文之家网 www.gongwenzhijia-moni.com,更多范文请登录下载"
RAW = f"""{SITE}
在X工会劳动竞赛动员会上的讲话
(20xx年5月12日)
同志们:
今天,我们召开劳动竞赛动员会。去年,X工会办了____件实事,表彰先进职工X名,下拨经费20xx0元。2023月,【牵头单位】召开了推进会。下面,我讲三点意见。
一、统一思想,做为职工的"娘家人"站出来
要建立“”工作机制,把责任一级一级压下去。
三、抓好落实,把竞赛办到车间
要再接再励。……（省略863字）……请{{{{姓名}}}}同志牵头,一月一调度。
{SITE}
谢谢大家!
"""
FINAL = (
    "在青石工会劳动竞赛动员会上的讲话（2026年5月12日）同志们：今天，我们召开劳动竞赛动员会。"
    "去年，青石工会办了12件实事，表彰先进职工12名，下拨经费12元。2026年5月12日，青石召开了"
    "推进会。下面，我讲三点意见。一、统一思想，作为职工的“娘家人”站出来要建立“强基础、促发展”"
    "工作机制，把责任一级一级压下去。二、抓好落实，把竞赛办到车间要再接再厉。有关请林致远同志牵头，"
    "一月一调度。谢谢大家！"
)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, application: object) -> Path:
    monkeypatch.setenv("BIGAN_HOME", str(tmp_path / "home"))
    (tmp_path / "way").mkdir()
    return tmp_path / "way"


def commands(way: Walk) -> list[str]:
    return [step.command for step in way.steps if step.command != "check"]


def test_every_kind_of_blank_stands_in_the_raw_text(folder: Path) -> None:
    path = folder / "稿.txt"
    path.write_text(RAW, "utf-8")
    assert {b.kind for b in find_blanks(open_document(path).manuscript)} == set(BlankKind)


def test_a_raw_text_goes_the_whole_way(folder: Path) -> None:
    path = folder / "稿.txt"
    path.write_text(RAW, "utf-8")
    way = walk(path, folder)
    assert commands(way) == ["tidy", "fix", "fill", "fill", "renumber", "export", "export"]
    assert words_of_pdf(way.pdf) == words_of_docx(way.word) == FINAL
    assert path.read_text("utf-8") == RAW


def test_a_word_file_goes_the_whole_way(folder: Path) -> None:
    path = folder / "稿.docx"
    cell = "<w:tc>{}</w:tc>".format
    table = f"<w:tbl><w:tr>{cell(p('联系电话'))}{cell('<w:p/>')}</w:tr></w:tbl>"
    body = "".join(map(p, RAW.splitlines()[1:-2])) + table + p("谢谢大家!")
    path.write_bytes(docx(body))
    way = walk(path, folder)
    assert way.arrived and words_of_docx(way.word) == FINAL
    assert words_of_pdf(way.pdf) == FINAL.replace("谢谢大家！", "联系电话05520000000谢谢大家！")


@needs(SPEECHES)
@pytest.mark.parametrize("name", ["S0", "S1", "S2", "S3", "S4"])
def test_the_speeches_of_the_corpus_go_the_whole_way(name: str, folder: Path) -> None:
    way = walk(SPEECHES / f"{name}.txt", folder)
    assert way.must == Counter() and way.arrived
    wanted = words_of_text(way.last, folder)
    assert words_of_pdf(way.pdf) == words_of_docx(way.word) == wanted
    assert not find_blanks(open_document(way.last).manuscript)
