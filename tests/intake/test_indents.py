"""Blanks that a web page put before its paragraphs go; those of one's own text stay.

Labelled before anything was run.
"""

from dataclasses import replace

import pytest

from editor.intake.tidy import tidy
from editor.manuscript.manuscript import Manuscript, manuscript_of

SAID = "今年以来，全镇上下拧成一股绳，重点工作一件一件往前推，群众看在眼里。"
BESIDE = "渠要修到田头，路要通到门口，灯要亮到巷尾，一样一样都要有人管。"
PAGE = "来源：云林范文网 点击数：3562\n%s\n版权所有 云林范文网 www.yunlin.example.com\n"
TAKEN = (
    f"    {SAID}",
    f"　　{SAID}",
    f"\u00a0\u00a0\u00a0\u00a0{SAID}",
    f" 　 {SAID}",
    f"\t{SAID}",
    "　　一、认清形势",
    "    （一）把路修通",
    "  同志们：",
    "                在全镇推进会上的讲话",
    "　　谢谢大家！",
    f"            {SAID}",
    "    第一，要快。",
)
STAYS = (
    "                              云川镇党委",
    "                              2024年5月6日",
    f"{SAID}",
    "姓名　　郑明　　单位　　机修车间",
    "                  主讲人　　郑明",
    "要快。    要实。    要严。",
    "一、认清形势　　二、明确任务",
    f"{SAID}　　",
)


def indents(text: Manuscript, *, docx: bool | None = None) -> list[str]:
    items = [i for i in tidy(text, docx=docx).items if i.kind == "indent"]
    assert all(item.sure and not item.after and not item.start.offset for item in items)
    return [item.before for item in items]


def page(line: str) -> str:
    return PAGE % f"{BESIDE}\n{line}\n完了。"


@pytest.mark.parametrize("line", TAKEN)
def test_the_blanks_of_a_pages_paragraph_go(line: str) -> None:
    text = manuscript_of(page(line))
    assert indents(text) == [line[: len(line) - len(line.lstrip())]]
    assert f"\n{line.lstrip()}\n" in tidy(text).clean().text and tidy(text).balanced()


@pytest.mark.parametrize("line", STAYS)
def test_what_stands_so_to_be_seen_so_stays(line: str) -> None:
    assert indents(manuscript_of(page(line))) == []


@pytest.mark.parametrize("line", TAKEN)
def test_in_ones_own_text_they_stay(line: str) -> None:
    own = f"{BESIDE}\n{line}\n完了。"
    assert tidy(manuscript_of(own)).clean().text == own
    assert indents(manuscript_of(page(line)), docx=True) == []


def test_a_paragraph_in_a_table_keeps_them() -> None:
    text = manuscript_of(page(f"　　{SAID}"))
    framed = tuple(
        replace(p, frame="表1·1行1列") if p.text[:1] == "　" else p for p in text.paragraphs
    )
    assert indents(Manuscript(0, framed)) == []
