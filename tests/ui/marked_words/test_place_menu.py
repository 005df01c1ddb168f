"""The context menu on a marked word mends it, sets it aside, says why; by mouse and by key."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QGuiApplication

from editor.manuscript.paragraph import Position
from tests.ui.marked_words.pages import MarkedPage, marked_page
from tests.ui.parts import words_of
from tests.ui.until import until

TEXT = "今天,我们开会,其它单位也来,X工会讲话，X工会总结。"


@pytest.fixture
def marked(application: object, tmp_path: Path) -> Iterator[MarkedPage]:
    made = marked_page(TEXT, tmp_path)
    yield made
    made.parts.close()


def test_the_fix_stands_on_top_and_mends_only_this_place(marked: MarkedPage) -> None:
    told = marked.menu(marked.at(","), "改为")
    assert told[0].startswith("■ 必改") and told[1] == "改为“，”"
    assert marked.text() == TEXT.replace(",", "，", 1)
    marked.controller.undo()
    assert marked.text() == TEXT


def test_the_usual_rows_follow(marked: MarkedPage) -> None:
    told = marked.menu(marked.at(","))
    assert [told.index(w) > 2 for w in ("剪切", "复制", "粘贴", "全选")] == [True] * 4
    assert marked.menu(marked.at("开会"))[0] == "撤销"


def test_the_right_button_takes_the_caret_along_and_what_is_pasted_goes_there(
    marked: MarkedPage,
) -> None:
    QGuiApplication.clipboard().setText("贴")
    marked.caret("开会")
    marked.menu(marked.at("总结") - QPoint(4, 0), "只粘贴文字")
    assert marked.text() == TEXT.replace("总结", "贴总结")


def test_the_right_button_inside_the_selection_leaves_it(marked: MarkedPage) -> None:
    at = marked.text().index("总结")
    marked.controller.go_to(Position(0, at - 1), Position(0, at + 3))
    marked.menu(marked.at("总结"))
    assert marked.controller.selected_text() == TEXT[at - 1 : at + 3]


def test_the_menu_key_asks_at_the_caret_without_the_mouse(marked: MarkedPage) -> None:
    marked.caret("其它")
    assert "改为“其他”" in marked.menu()
    marked.controller.go_to(Position(0, 8), Position(0, 10))  # the caret stands at its end
    assert "改为“其他”" in marked.menu()


def test_one_place_is_set_aside_or_all_of_its_words(marked: MarkedPage) -> None:
    marked.menu(marked.at(","), "忽略这一处")
    left = [f.span.start for f in marked.controller.analysis().findings if f.excerpt == ","]
    assert left == [7, 14]
    marked.menu(marked.at(",其它"), "全文忽略“,”")
    assert "," not in [f.excerpt for f in marked.controller.analysis().findings]


def test_the_reason_comes_at_the_word_and_the_keys_stay_in_the_page(marked: MarkedPage) -> None:
    marked.menu(marked.at("其它"), "为什么")
    until(marked.card.isVisible)
    assert "依据：" in words_of(marked.card)
    assert marked.parts.context.parent.focusWidget() is marked.page


def test_what_was_filled_is_known_at_the_next_place(marked: MarkedPage) -> None:
    marked.tabs.blanks.offers = lambda slot: ("云川市总工会",)
    told = marked.menu(marked.at("X工会总结"), "填“云川市总工会”")
    assert "不是空" in told
    marked.tabs.blanks.offers = lambda slot: ()
    assert marked.text().endswith("X工会讲话，云川市总工会总结。")
    assert "填“云川市总工会”" in marked.menu(marked.at("X工会讲话"))


def test_the_same_blanks_are_filled_together(marked: MarkedPage) -> None:
    marked.tabs.blanks.offers = lambda slot: ("云川市总工会",)
    told = marked.menu(marked.at("X工会总结"), "都填“云川市总工会”")
    assert "填同样的 2 处" in told and marked.text().count("云川市总工会") == 2


def test_the_sheet_opens_at_the_blank(marked: MarkedPage) -> None:
    marked.menu(marked.at("X工会总结"), "打开填空单")
    assert marked.tabs.currentWidget() is marked.tabs.blanks
    field = marked.tabs.blanks.field("unit:X工会")
    assert marked.parts.context.parent.focusWidget() is field


def test_of_several_findings_at_one_place_each_can_be_mended(
    application: object, tmp_path: Path
) -> None:
    marked = marked_page("其它,单位的的人再接再励,X工会来了.", tmp_path)
    for words in ("其它", "再接再励", "X工会"):
        told = marked.menu(marked.at(words))
        assert told[0][0] in "■●" and "剪切" in told
    marked.parts.close()
