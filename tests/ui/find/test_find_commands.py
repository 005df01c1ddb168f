"""What the bar finds, counts and replaces, by the keys and clicks of a writer."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from editor.settings.store import Settings
from tests.ui.find.hands import Hands
from tests.ui.until import until

KEY, MOD = Qt.Key, Qt.KeyboardModifier
On = Callable[[str], Hands]


def test_hits_are_counted_while_typing_and_gone_through_in_a_ring(hands_on: On) -> None:
    hands = hands_on("工会甲 | 乙工会 | 工会")
    hands.command("edit.find")
    hands.write("工会")
    assert hands.told() == "共 3 处"
    said = []
    for _ in range(4):
        hands.key(KEY.Key_Return)
        said.append((hands.told(), tuple(hands.controller.selection()[0])))
    assert said[:3] == [
        ("第 1 处，共 3 处", (0, 0)), ("第 2 处，共 3 处", (1, 1)), ("第 3 处，共 3 处", (2, 0)),
    ]  # fmt: skip
    assert said[3] == ("从头接着找，第 1 处，共 3 处", (0, 0))
    hands.key(KEY.Key_Return, MOD.ShiftModifier)
    assert hands.told() == "从末尾接着找，第 3 处，共 3 处"
    assert hands.bar.words.line.hasFocus()


def test_the_count_follows_the_caret(hands_on: On) -> None:
    hands = hands_on("甲工会 | 工会")
    hands.command("edit.find")
    hands.write("工会")
    hands.select((1, 0), (1, 2))
    assert hands.told() == "第 2 处，共 2 处"
    hands.select((0, 0), (0, 0))
    assert hands.told() == "共 2 处"


@pytest.mark.parametrize("where", ["words", "other", "page", "list"])
def test_escape_closes_from_anywhere(hands_on: On, where: str) -> None:
    hands = hands_on("甲工会 | 工会")
    hands.command("edit.replace")
    hands.write("工会")
    hands.click("列出整句")
    hands.key(KEY.Key_Return)
    bar = hands.bar
    places = {
        "words": bar.words.line,
        "other": bar.other.line,
        "page": hands.page,
        "list": bar.list,
    }
    places[where].setFocus()
    QTest.keyClick(places[where], KEY.Key_Escape)
    assert bar.isHidden() and hands.page.hasFocus()
    assert hands.selected() == "工会" and not hands.page.decorations.hits.of(1)


def test_all_are_replaced_in_one_step_and_it_is_said_how_many(hands_on: On) -> None:
    hands = hands_on("X工会的X | 请X来")
    hands.command("edit.replace")
    hands.write("x", "青石县")
    hands.click("全部替换")
    assert hands.text() == "青石县工会的青石县 | 请青石县来"
    assert hands.told() == "已替换 3 处"
    QTest.keyClick(hands.page, KEY.Key_A)
    until(lambda: hands.bar.told() == "已替换 3 处")
    hands.controller.undo()
    hands.controller.undo()
    assert hands.text() == "X工会的X | 请X来"
    until(lambda: hands.told() == "共 3 处")
    hands.write("没有的")
    assert hands.told() == "没有找到"


def test_one_is_replaced_and_the_next_selected(hands_on: On) -> None:
    hands = hands_on("XX办 | X")
    hands.command("edit.replace")
    hands.write("X", "XX")
    hands.click("替换")
    hands.click("替换")
    assert hands.text() == "XXX办 | X"
    assert hands.controller.selection() == ((0, 2), (0, 3))


def test_case_and_width_matter_when_asked(hands_on: On) -> None:
    hands = hands_on("A，a,Ａ")
    hands.command("edit.find")
    hands.write("a")
    hands.click("区分全半角")
    assert hands.told() == "共 2 处"
    hands.click("区分大小写")
    assert hands.told() == "共 1 处"


def test_a_changed_text_is_searched_again(hands_on: On) -> None:
    hands = hands_on("甲")
    hands.command("edit.find")
    hands.write("a")
    assert hands.told() == "没有找到"
    QTest.keyClicks(hands.page, "aa")
    until(lambda: hands.told() == "共 2 处")


@pytest.mark.parametrize(
    ("how", "words", "told"),
    [
        ("通配符", "第?章", "共 2 处"),
        ("正则式", r"第[一二]章", "共 2 处"),
        ("正则式", "第(一", "第 2 个字：“(”没有和它配对的“)”；要找括号本身，写成 \\(。"),
        ("通配符", "[一", "第 1 个字：“[”没有和它配对的“]”；要找“[”本身，写成 \\[。"),
    ],
)
def test_words_are_meant_as_is_chosen(hands_on: On, how: str, words: str, told: str) -> None:
    hands = hands_on("第一章 | 第二章")
    hands.command("edit.find")
    hands.write(words)
    hands.bar.options.notation.setCurrentText(how)
    assert hands.told() == told


def test_groups_come_into_the_replacement(hands_on: On) -> None:
    hands = hands_on("2026年3月 | 2025年11月")
    hands.command("edit.replace")
    hands.bar.options.notation.setCurrentText("正则式")
    hands.write(r"(\d+)年(\d+)月", r"\2月（\1）")
    hands.click("全部替换")
    assert hands.text() == "3月（2026） | 11月（2025）"
    hands.controller.undo()
    hands.bar.other.line.setText(r"\3")
    hands.click("全部替换")
    assert hands.told() == r"要找的内容里没有第 3 对括号，“替换为”里的 \3 用不上。"
    assert hands.text() == "2026年3月 | 2025年11月"


def test_a_long_search_does_not_hold_up_the_keys_and_is_given_up(hands_on: On) -> None:
    hands = hands_on("a" * 60_000)
    hands.command("edit.find")
    hands.bar.options.notation.setCurrentText("正则式")
    hands.write("a(.*b)?")
    assert hands.told() == "正在查找…"
    hands.write("b")
    assert hands.told() == "没有找到"


def test_a_long_search_ends_with_all_its_hits(hands_on: On) -> None:
    hands = hands_on("ab" * 20_000)
    hands.command("edit.find")
    hands.bar.options.notation.setCurrentText("正则式")
    hands.write("[ab]b?")
    assert hands.told() == "正在查找…"
    until(lambda: hands.told() == "共 20000 处")


def test_only_the_selected_stretch_is_searched_and_follows_edits(hands_on: On) -> None:
    hands = hands_on("工会 | 甲工会 | 工会乙 | 工会")
    hands.select((1, 0), (2, 3))
    hands.command("edit.replace")
    assert hands.bar.options.inside.isChecked()
    hands.write("工会", "总工会")
    assert hands.told() == "共 2 处"
    assert hands.page.decorations.hits.under(1) and not hands.page.decorations.hits.under(0)
    hands.click("全部替换")
    assert hands.text() == "工会 | 甲总工会 | 总工会乙 | 工会"
    hands.select((0, 0), (0, 0))
    QTest.keyClick(hands.page, KEY.Key_Return)
    hands.write("工会")
    assert hands.told() == "共 2 处"
    hands.click("只在选中处")
    assert hands.told() == "共 4 处"


def test_without_a_selection_it_says_what_to_do(hands_on: On) -> None:
    hands = hands_on("工会")
    hands.command("edit.find")
    hands.click("只在选中处")
    assert not hands.bar.options.inside.isChecked()
    assert hands.parts.context.messages.words() == "先选中一段文字，再勾“只在选中处”。"


def test_whole_sentences_are_gone_to_replaced_and_deleted(hands_on: On) -> None:
    hands = hands_on("一是工会。二是团委。 | 三是工会和工会！")
    hands.command("edit.replace")
    hands.write("工会", "")
    hands.click("整句")
    hands.key(KEY.Key_Return)
    assert hands.selected() == "一是工会。" and hands.told() == "第 1 句，共 2 句"
    hands.click("全部替换")
    assert hands.text() == "二是团委。 | " and hands.told() == "已删去 2 句"


def test_the_list_shows_whole_sentences_and_a_click_goes_there(hands_on: On) -> None:
    hands = hands_on("一是工会。二是团委。 | 三是好，工会也好。")
    hands.command("edit.find")
    hands.write("工会")
    hands.click("列出整句")
    listed = hands.bar.list
    assert listed.isVisible()
    rows = listed.rows
    assert [rows.index(n).data() for n in (0, 1)] == ["一是工会。", "三是好，工会也好。"]
    spot = listed.visualRect(rows.index(1)).center()
    QTest.mouseClick(listed.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert hands.controller.selection() == ((1, 4), (1, 6)) and hands.page.hasFocus()


def test_f3_with_the_bar_closed_takes_selected_or_last_words(hands_on: On) -> None:
    hands = hands_on("工会团委 | 团委工会 | 团委")
    hands.select((0, 2), (0, 4))
    hands.command("edit.find_next")
    assert hands.bar.isHidden() and hands.controller.selection() == ((1, 0), (1, 2))
    hands.command("edit.find_next")
    assert hands.controller.selection() == ((2, 0), (2, 2))
    hands.command("edit.find_next")
    assert hands.parts.context.messages.words() == "从头接着找，第 1 处，共 3 处。"
    hands.select((1, 4), (1, 4))
    hands.command("edit.find_previous")
    assert hands.controller.selection() == ((1, 0), (1, 2))
    assert not hands.page.decorations.hits.of(1)


def test_past_words_are_kept_between_runs(hands_on: On) -> None:
    hands = hands_on("甲乙")
    hands.command("edit.replace")
    for words, other in (("甲", "丙"), ("乙", "丁"), ("甲", "戊")):
        hands.write(words, other)
        hands.click("全部替换")
        hands.controller.undo()
    hands.parts.context.settings.save()
    again = Settings(hands.parts.context.settings.folder)
    assert again.texts("found_words") == ("甲", "乙")
    assert again.texts("replaced_words") == ("戊", "丁", "丙")
    other = hands_on("甲甲")
    other.command("edit.find_next")
    assert other.selected() == "甲"
    other.command("edit.find")
    assert [other.bar.words.itemText(n) for n in range(2)] == ["甲", "乙"]


def test_marks_of_hits_move_with_the_words_before_it_is_searched_again(hands_on: On) -> None:
    hands = hands_on("甲 | 乙工会")
    hands.command("edit.find")
    hands.write("工会")
    hands.select((1, 0), (1, 0))
    QTest.keyClicks(hands.page, "ab")
    (mark,) = hands.page.decorations.hits.of(1)
    assert (mark.start, mark.end) == (3, 5)
    hands.select((0, 0), (0, 0))
    QTest.keyClick(hands.page, KEY.Key_Return)
    (mark,) = hands.page.decorations.hits.of(2)
    assert (mark.start, mark.end) == (3, 5)
