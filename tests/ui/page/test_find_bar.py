from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from editor.manuscript.paragraph import Position
from editor.ui.page.find_bar import FindBar
from tests.notation import doc, lines
from tests.ui.page.pages import controller_of
from tests.ui.until import until


def bar_on(line: str) -> FindBar:
    controller = controller_of(doc(line))
    controller.view.show()
    bar = FindBar(controller, controller.view)
    bar.controller = controller
    bar.open_replace()
    return bar


def test_hits_are_counted_and_gone_through_in_a_ring() -> None:
    bar = bar_on("工会甲 | 乙工会 | 工会")
    QTest.keyClicks(bar.other, "")
    bar.words.setText("工会")
    assert bar.count.text() == "共 3 处"
    seen = []
    for _ in range(4):
        bar.find_next()
        seen.append((bar.count.text(), bar.controller.selection()[0]))
    assert seen == [("1/3", (0, 0)), ("2/3", (1, 1)), ("3/3", (2, 0)), ("1/3", (0, 0))]
    bar.find_previous()
    assert bar.count.text() == "3/3"


def test_enter_goes_on_and_escape_closes_with_the_hit_selected() -> None:
    bar = bar_on("甲工会 | 工会")
    bar.words.setText("工会")
    QTest.keyClick(bar.words, Qt.Key.Key_Return)
    QTest.keyClick(bar.words, Qt.Key.Key_Return)
    QTest.keyClick(bar.words, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert bar.controller.selection() == (Position(0, 1), Position(0, 3))
    QTest.keyClick(bar.words, Qt.Key.Key_Escape)
    assert bar.isHidden()
    assert bar.controller.selected_text() == "工会"


def test_the_selection_is_what_is_searched() -> None:
    bar = bar_on("甲乙 | 乙")
    bar.controller.go_to(Position(0, 1), Position(0, 2))
    bar.open_find()
    assert bar.words.text() == "乙"
    assert bar.count.text() == "1/2"


def test_all_are_replaced_in_one_step() -> None:
    bar = bar_on("X工会的X | 请X来")
    bar.words.setText("x")
    bar.other.setText("青石县")
    bar.replace_all()
    assert lines(bar.controller.manuscript()) == "青石县工会的青石县 | 请青石县来"
    assert bar.count.text() == "已替换 3 处"
    bar.controller.undo()
    assert lines(bar.controller.manuscript()) == "X工会的X | 请X来"


def test_one_is_replaced_and_the_next_selected() -> None:
    bar = bar_on("XX办 | X")
    bar.words.setText("X")
    bar.other.setText("XX")
    bar.replace_one()
    bar.replace_one()
    assert lines(bar.controller.manuscript()) == "XXX办 | X"
    assert bar.controller.selection() == (Position(0, 2), Position(0, 3))


def test_case_and_width_matter_when_asked() -> None:
    bar = bar_on("A，a,Ａ")
    bar.words.setText("a")
    assert bar.count.text() == "共 3 处"
    bar.width_matters.setChecked(True)
    assert bar.count.text() == "共 2 处"
    bar.case.setChecked(True)
    assert bar.count.text() == "共 1 处"


def test_a_changed_text_is_searched_again() -> None:
    bar = bar_on("甲")
    bar.words.setText("a")
    assert bar.count.text() == "没有找到"
    QTest.keyClicks(bar.controller.view, "aa")
    until(lambda: bar.count.text() == "共 2 处")
