"""Each habit of the table is tried with real keys and a real mouse.

What only a screen shows, a drag and the middle button, is tried in `tests/ui/screen`.
"""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication

from editor.manuscript.manuscript import Manuscript
from editor.manuscript.marks import BOLD, Mark
from editor.manuscript.paragraph import Paragraph, Position
from editor.ui.help.habits import HABITS
from tests.notation import doc
from tests.ui.page.mouse import Mouse
from tests.ui.until import until

KEY, MOD = Qt.Key, Qt.KeyboardModifier
CONTROL, SHIFT = MOD.ControlModifier, MOD.ShiftModifier
TEXT = "甲乙丙丁。戊己庚！ | 子丑。寅卯辰巳。 | 结尾"


def by_word(hand: Mouse) -> None:
    hand.caret(0, 2)
    hand.key(KEY.Key_Right, CONTROL)
    assert hand.place() == (0, 4)
    hand.key(KEY.Key_Left, CONTROL)
    hand.key(KEY.Key_Left, CONTROL)
    assert hand.place() == (0, 0)


def by_paragraph(hand: Mouse) -> None:
    hand.caret(1, 3)
    hand.key(KEY.Key_Up, CONTROL)
    assert hand.place() == (1, 0)
    hand.key(KEY.Key_Up, CONTROL)
    assert hand.place() == (0, 0)
    for _ in range(3):
        hand.key(KEY.Key_Down, CONTROL)
    assert hand.place() == (2, 2)


def by_line(hand: Mouse) -> None:
    long = Mouse(doc("字" * 90))
    long.caret(0, 40)
    long.key(KEY.Key_Home)
    start = long.place()[1]
    long.key(KEY.Key_End)
    assert 20 < start <= 40 < long.place()[1] < 60


def by_text(hand: Mouse) -> None:
    hand.caret(1, 3)
    hand.key(KEY.Key_Home, CONTROL)
    assert hand.place() == (0, 0)
    hand.key(KEY.Key_End, CONTROL)
    assert hand.place() == (2, 2)


def with_shift(hand: Mouse) -> None:
    for key, held, selected in (
        (KEY.Key_Right, CONTROL, "丑"),
        (KEY.Key_Up, CONTROL, "子"),
        (KEY.Key_Down, CONTROL, "丑。寅卯辰巳。\n"),
        (KEY.Key_End, MOD.NoModifier, "丑。寅卯辰巳。"),
        (KEY.Key_Home, CONTROL, "甲乙丙丁。戊己庚！\n子"),
    ):
        hand.caret(1, 1)
        hand.key(key, held | SHIFT)
        assert hand.selected() == selected


def delete_words(hand: Mouse) -> None:
    hand.caret(0, 4)
    hand.key(KEY.Key_Backspace, CONTROL)
    assert hand.text().startswith("甲乙。戊")
    hand.key(KEY.Key_Delete, CONTROL)
    assert hand.text().startswith("甲乙己庚！")
    hand.controller.undo()
    hand.controller.undo()
    assert hand.text() == TEXT


def soft_break(hand: Mouse) -> None:
    hand.caret(2, 1)
    hand.key(KEY.Key_Return, SHIFT)
    assert hand.text().endswith("结\u2028尾")


def double_click(hand: Mouse) -> None:
    hand.double(0, 3)
    assert hand.selected() == "丙丁"
    hand.double(1, 4, hold=True)
    hand.drag_to(1, 7)
    assert hand.selected() == "卯辰巳。"
    hand.drag_to(1, 0)
    assert hand.selected() == "子丑。寅卯辰"
    hand.let_go(1, 0)


def triple_click(hand: Mouse) -> None:
    hand.double(1, 3)
    hand.click(1, 3)
    assert hand.selected().strip("\n") == "子丑。寅卯辰巳。"


def control_click(hand: Mouse) -> None:
    hand.click(0, 6, CONTROL)
    assert hand.selected() == "戊己庚！"
    hand.click(0, 6, CONTROL)  # on what is selected
    assert hand.selected() == "戊己庚！"
    hand.press(1, 1, CONTROL)
    hand.drag_to(1, 5)
    assert hand.selected() == "子丑。寅卯辰巳。"
    hand.drag_to(0, 1)
    assert hand.selected() == "甲乙丙丁。戊己庚！\n子丑。"
    hand.let_go(0, 1)


def shift_click(hand: Mouse) -> None:
    hand.caret(0, 1)
    hand.click(1, 1, SHIFT)
    assert hand.selected().startswith("乙丙丁。戊己庚！\n子")


def cells(hand: Mouse) -> None:
    frames = [Paragraph(t, n, frame=f"表1·1行{n}列") for n, t in enumerate("甲乙丙", 1)]
    table = Mouse(Manuscript(0, (Paragraph("前"), *frames)))
    table.caret(1, 0)
    table.key(KEY.Key_Tab)
    assert table.selected() == "乙"
    table.key(KEY.Key_Tab)
    table.key(KEY.Key_Tab)
    assert table.selected() == "丙" and "最后一格" in table.said[0]
    table.key(KEY.Key_Backtab, SHIFT)
    assert table.selected() == "乙" and table.text() == "前 | 甲 | 乙 | 丙"


ON_A_SCREEN = {"拖动选中的文字", "中键单击"}
ELSEWHERE = {"Ctrl+滚轮"}  # `test_wheel`
TRIALS: dict[str, Callable[[Mouse], None]] = {
    "Ctrl+←、Ctrl+→": by_word,
    "Ctrl+↑、Ctrl+↓": by_paragraph,
    "Home、End": by_line,
    "Ctrl+Home、Ctrl+End": by_text,
    "上面这些加 Shift": with_shift,
    "Ctrl+Backspace、Ctrl+Delete": delete_words,
    "Shift+Enter": soft_break,
    "双击": double_click,
    "三击": triple_click,
    "Ctrl+单击": control_click,
    "Shift+单击": shift_click,
    "表格里按 Tab、Shift+Tab": cells,
}


@pytest.mark.parametrize("hand", TRIALS)
def test_a_habit_does_what_the_sheet_says(hand: str) -> None:
    TRIALS[hand](Mouse(doc(TEXT)))


def test_every_habit_of_the_sheet_is_tried() -> None:
    assert {habit.hand for habit in HABITS} == TRIALS.keys() | ON_A_SCREEN | ELSEWHERE


def test_a_tab_at_the_start_of_a_paragraph_does_nothing_and_says_why_once() -> None:
    hand = Mouse(doc(TEXT))
    for offset in (0, 0):
        hand.caret(0, offset)
        hand.key(KEY.Key_Tab)
    assert hand.text() == TEXT and len(hand.said) == 1 and "缩进" in hand.said[0]
    hand.caret(0, 3)
    hand.key(KEY.Key_Tab)
    assert hand.text().startswith("甲乙丙\t丁")


@pytest.mark.parametrize("key", [KEY.Key_B, KEY.Key_I, KEY.Key_U])
def test_keys_of_looks_change_nothing_and_say_why(key: Qt.Key) -> None:
    hand = Mouse(doc(TEXT))
    hand.page.selectAll()
    hand.key(key, CONTROL)
    assert (hand.text() == TEXT and "版式" in hand.said[0]) or "统一排" in hand.said[0]
    assert not hand.controller.can_undo()


def test_insert_never_writes_over_letters() -> None:
    hand = Mouse(doc(TEXT))
    hand.caret(0, 0)
    hand.key(KEY.Key_Insert)
    hand.key(KEY.Key_A)
    assert hand.text() == "a" + TEXT


def test_plain_paste_leaves_looks_behind() -> None:
    rich = Paragraph("粗字", marks=(Mark(0, 2, BOLD),))
    hand = Mouse(Manuscript(0, (rich, Paragraph("平常"))))
    hand.controller.go_to(Position(0, 0), Position(0, 2))
    hand.page.copy()
    hand.caret(1, 2)
    hand.page.paste_plain()
    assert hand.controller.manuscript().paragraphs[1] == Paragraph("平常粗字")
    mime = QMimeData()
    mime.setHtml("<b>网页</b>")
    QGuiApplication.clipboard().setMimeData(mime)
    hand.page.paste_plain()
    assert hand.controller.manuscript().paragraphs[1] == Paragraph("平常粗字网页")


def test_selecting_beyond_the_edge_scrolls() -> None:
    hand = Mouse(doc(" | ".join(["一段话。"] * 80)))
    hand.press(2, 1, CONTROL)
    bar = hand.page.verticalScrollBar()
    hand.drag_below()
    until(lambda: bar.value() > 60 and hand.selected().count("。") > 20)
    hand.let_go(10, 1)
