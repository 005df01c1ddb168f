"""What was cleaned away can come back, item by item, even later."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.intake.receipt import Receipt, ReceiptItem
from editor.intake.take_back import take_back, take_out_too
from editor.intake.tidy import tidy
from editor.manuscript.edits import Replace, apply, apply_all
from editor.manuscript.manuscript import Manuscript, manuscript_of
from editor.manuscript.paragraph import Paragraph, Position
from tests.manuscript.marked import letter_by_letter

MESSY = (
    "下面是小编为大家整理的动员会讲话稿，供大家参考。\n在全市动员会上的讲话\n同志们：\n"
    "今天召开动员会，主要任务是部署全年工作，动员大家把心思和力气都用到项目建设\n- 2 -\n上来，"
    "一件一件抓出结果。\n一、统一思想\n要学习，要讨论，要对照。\n二、抓好落实\n要行动。\n"
    "版权声明：本文来自网络，如有侵权请联系删除。"
)


@pytest.fixture(scope="module")
def receipt() -> Receipt:
    m = manuscript_of(MESSY)
    keyed = Manuscript(0, tuple(Paragraph(p.text, key=n + 1) for n, p in enumerate(m.paragraphs)))
    found = tidy(keyed)
    assert len(found.items) >= 3
    return found


def test_all_taken_back_is_the_raw_text_with_the_marks_of_every_letter() -> None:
    receipt = tidy(letter_by_letter(manuscript_of(MESSY)))
    clean = receipt.clean()
    back = take_back(receipt, receipt.items, receipt.items, clean)
    assert apply_all(clean, back.edits).paragraphs == receipt.raw.paragraphs


def test_all_taken_back_is_the_raw_text_with_its_keys(receipt: Receipt) -> None:
    clean = receipt.clean()
    back = take_back(receipt, receipt.items, receipt.items, clean)
    assert not back.lost
    assert apply_all(clean, back.edits).paragraphs == receipt.raw.paragraphs


@given(st.data())
def test_some_taken_back_is_as_if_they_had_never_gone(
    receipt: Receipt, data: st.DataObject
) -> None:
    chosen = data.draw(st.sets(st.sampled_from(receipt.items)))
    clean = receipt.clean()
    back = take_back(receipt, receipt.items, chosen, clean)
    left = [item for item in receipt.items if item not in chosen]
    assert apply_all(clean, back.edits).text == receipt.clean(left).text


def test_an_item_finds_its_place_after_more_was_written(receipt: Receipt) -> None:
    start = Position(0, 0)
    later = apply(receipt.clean(), Replace(start, start, "（送审稿）"))
    last = receipt.items[-1]
    back = take_back(receipt, receipt.items, [last], later)
    assert last.before.strip() in apply_all(later, back.edits).text


def test_an_item_whose_place_is_gone_is_named(receipt: Receipt) -> None:
    back = take_back(receipt, receipt.items, receipt.items, manuscript_of("全都重写了"))
    assert len(back.lost) == len(receipt.items) and not back.edits


def test_what_was_not_done_can_be_done_later() -> None:
    raw = manuscript_of("首段在此。\n杂项一\n中段在此。\n杂项二\n尾段在此。")
    lines = [
        ReceiptItem(
            "site", Position(n, 0), Position(n + 1, 0), f"{raw.paragraphs[n].text}\n", "", ""
        )
        for n in (1, 3)
    ]
    receipt = Receipt(raw, tuple(lines))
    clean = receipt.clean(lines[:1])
    more = take_out_too(receipt, lines[:1], lines[1:], clean)
    assert apply_all(clean, more.edits).text == "首段在此。\n中段在此。\n尾段在此。"
    later = manuscript_of("新写的。\n" + clean.text)
    more = take_out_too(receipt, lines[:1], lines[1:], later)
    assert apply_all(later, more.edits).text == "新写的。\n首段在此。\n中段在此。\n尾段在此。"
    assert take_out_too(receipt, lines[:1], lines[1:], manuscript_of("全重写")).lost == (lines[1],)


def test_a_receipt_after_it_was_made_has_what_was_done_and_what_still_stands() -> None:
    asked = ReceiptItem("site", Position(0, 0), Position(1, 0), "甲\n", "", "", sure=False)
    gone = ReceiptItem("site", Position(1, 0), Position(2, 0), "乙\n", "", "")
    receipt = Receipt(manuscript_of("甲\n乙\n丙"), (asked, gone))
    assert [item.sure for item in receipt.after([gone]).items] == [False, True]
    assert [item.sure for item in receipt.after([asked, gone]).items] == [True, True]
