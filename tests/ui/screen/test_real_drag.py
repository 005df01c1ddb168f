"""Headings and words dragged with the mouse: X carries the drag, so Qt does all that it does
for a writer.

Offscreen no drag begins at all, and the tree's tests can only hand it the events of one.
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.ui.screen.screens import NEEDED, on_screen

SPEECH = (
    "在云川市大会上的讲话\n同志们：\n今天开会，我讲三点。\n一、甲事\n（一）子事\n甲文，抓紧办好。再说一句。\n"
    "二、乙事\n乙文。\n三、丙事\n丙文。\n同志们，让我们一起努力！"
)
pytestmark = NEEDED


def dragged(script: str, screen: str, folder: Path) -> dict[str, list[str]]:
    """What a script of this folder saw of its drags."""
    (folder / "稿.txt").write_text(SPEECH, "utf-8")
    ran = on_screen(script, screen, folder)
    assert ran.returncode == 0, ran.stderr
    return json.loads(ran.stdout)


@pytest.fixture(scope="module")
def seen(screen: str, tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[str]]:
    """Text, rows and message before a heading is dragged, after it, after Ctrl+Z …"""
    return dragged("drag_a_heading", screen, tmp_path_factory.mktemp("heading"))


@pytest.fixture(scope="module")
def words(screen: str, tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[str]]:
    """The same of words of the page."""
    return dragged("drag_words", screen, tmp_path_factory.mktemp("words"))


@pytest.fixture(scope="module")
def page(screen: str, tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[str]]:
    """The same of words that stay on the page."""
    return dragged("drag_on_the_page", screen, tmp_path_factory.mktemp("page"))


@pytest.fixture(scope="module")
def tabs(screen: str, tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[str]]:
    """The same of headings dragged to another speech."""
    return dragged("drag_onto_a_tab", screen, tmp_path_factory.mktemp("tabs"))


def test_a_heading_dragged_below_another_takes_its_section_along(
    seen: dict[str, list[str]],
) -> None:
    before = SPEECH.split("\n")
    assert seen["text before"] == before
    words = [line.split("、")[-1] for line in seen["text after"]]
    assert words == [
        line.split("、")[-1] for line in (*before[:3], *before[6:10], *before[3:6], before[10])
    ]


def test_the_tree_keeps_every_row(seen: dict[str, list[str]]) -> None:
    assert sorted(map(bare, seen["rows after"])) == sorted(map(bare, seen["rows before"]))
    order = [
        bare(row) for row in seen["rows after"] if bare(row) in ("甲事", "子事", "乙事", "丙事")
    ]
    assert order == ["乙事", "丙事", "甲事", "子事"]


def test_one_step_back_gives_text_and_rows_as_they_were(seen: dict[str, list[str]]) -> None:
    assert seen["text undone"] == seen["text before"]
    assert seen["rows undone"] == seen["rows before"]


def test_a_heading_let_go_on_the_page_stays_and_is_told_where_it_could_go(
    seen: dict[str, list[str]],
) -> None:
    assert seen["text on the page"] == seen["text before"]
    assert seen["said on the page"] == ["要移动这一节，放到提纲的另一行上。"]


def test_words_dragged_onto_a_row_go_to_the_end_of_its_section(
    words: dict[str, list[str]],
) -> None:
    before, after = words["text before"], words["text after"]
    assert after == [
        *before[:5], "甲文。再说一句。", *before[6:10], "，抓紧办好", before[10]
    ]  # fmt: skip
    assert words["text undone"] == before


def test_words_let_go_where_no_row_is_stay_and_the_reason_is_told(
    words: dict[str, list[str]],
) -> None:
    assert words["text refused"] == words["text before"]
    assert words["said refused"] == ["放到提纲的某一行上，才能移动。"]


@pytest.mark.parametrize("how", ["moved", "copied", "pasted"])
def test_words_are_dragged_copied_and_pasted_on_the_page_in_one_step(
    page: dict[str, list[str]], how: str
) -> None:
    left = "甲文，。再说一句。" if how == "moved" else "甲文，抓紧办好。再说一句。"
    after = [
        {"甲": left, "丙": "丙文抓紧办好。"}.get(line[0], line) for line in page["text before"]
    ]
    assert page[f"text {how}"] == after
    assert page["text undone"] == page["text undone at last"] == page["text before"]


def test_the_middle_button_pastes_the_word_that_a_double_click_took(
    page: dict[str, list[str]],
) -> None:
    pasted = page["text word pasted"]
    assert [line for line in pasted if line not in page["text before"]] in (
        ["丙文办好。"], ["丙文抓紧办好。"],
    )  # fmt: skip


@pytest.mark.parametrize(("how", "above"), [("in the tree", "春文。"), ("on the tab", "防文。")])
def test_a_heading_held_over_a_tab_is_copied_to_that_speech(
    tabs: dict[str, list[str]], how: str, above: str
) -> None:
    before, after = tabs["other undone"], tabs[f"other {how}"]
    at = before.index(above) + 1
    assert after == [*before[:at], "二、乙事", "乙文。", *before[at:]]
    assert tabs[f"own {how}"] == SPEECH.split("\n")
    assert tabs[f"said {how}"][0].startswith("已把“乙事”复制到这里，按 Ctrl+Z 撤销。")
    assert tabs[f"front {how}"][0].startswith("另稿.txt")


def bare(row: str) -> str:
    """The words of a row without its number."""
    return row.split("、")[-1].split("）")[-1].strip()
