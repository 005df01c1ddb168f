"""The findings: one card a rule, one fix for all its places, ignored and brought back."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFrame, QLabel, QPushButton

from editor.checks.finding import Finding
from editor.manuscript.paragraph import Position
from editor.ui.document.controller import DocumentController
from editor.ui.panels.card_list import CardList, PressLabel
from editor.ui.panels.findings_panel import FindingsPanel
from tests.notation import lines
from tests.ui.panels.controllers import controller_of, press, shown
from tests.ui.parts import light, rules, words_of
from tests.ui.until import rest

TEXT = "今天,我们开会.大家都来了. | 会上,X同志讲话。"


@pytest.fixture
def controller(application: object) -> Iterator[DocumentController]:
    made = controller_of(TEXT)
    yield made
    made.close()


@pytest.fixture
def panel(controller: DocumentController) -> Iterator[FindingsPanel]:
    made = FindingsPanel(controller, rules(), light(controller))
    shown(made)
    yield made
    made.close()


def panel_of(line: str) -> FindingsPanel:
    """A panel on a text of its own."""
    controller = controller_of(line)
    return FindingsPanel(controller, rules(), light(controller))


def cards(panel: FindingsPanel) -> list[QFrame]:
    """The cards that are built: frames of the list that are no labels."""
    body = panel.findChild(CardList).widget()
    direct = Qt.FindChildOption.FindDirectChildrenOnly
    frames = body.findChildren(QFrame, options=direct)
    return [frame for frame in frames if not isinstance(frame, QLabel)]


def test_a_rule_is_one_card_however_often_it_speaks(
    controller: DocumentController, panel: FindingsPanel
) -> None:
    kinds = {f.rule for f in controller.analysis().findings}
    assert len(cards(panel)) == len(kinds)


def test_what_is_said_of_one_place_does_not_stand_over_others(application: object) -> None:
    panel = panel_of("同志们: | 今天,我们开会。")
    shown(panel)
    (card,) = [c for c in cards(panel) if "半角标点" in c.accessibleName()]
    words = [label.text() for label in card.findChildren(QLabel)]
    assert not any("不用半角" in text for text in words)


def test_one_fix_for_all_places_is_one_undo_step(
    controller: DocumentController, panel: FindingsPanel
) -> None:
    press(panel, "全部改正")
    assert "今天，我们开会" in lines(controller.manuscript())
    assert "会上，" in lines(controller.manuscript())
    controller.undo()
    assert lines(controller.manuscript()) == TEXT


def test_one_place_can_be_mended_alone(
    controller: DocumentController, panel: FindingsPanel
) -> None:
    press(panel, "改为“，”")
    assert lines(controller.manuscript()).count("，") == 1


def test_an_old_fix_is_not_done(controller: DocumentController, panel: FindingsPanel) -> None:
    said: list[str] = []
    panel.said.connect(said.append)
    cursor = controller.view.textCursor()
    cursor.insertText("先")
    press(panel, "改为“，”")
    assert said == ["文字刚改过，检查结果已更新，请再点一次。"]
    assert lines(controller.manuscript()) == "先" + TEXT


def test_the_reason_unfolds_and_folds(controller: DocumentController, panel: FindingsPanel) -> None:
    press(panel, "为什么")
    assert words_of(panel).count("依据：") == 1
    press(panel, "为什么")
    assert "依据：" not in words_of(panel)


def test_ignoring_is_asked_for_with_the_findings_of_the_card(
    controller: DocumentController, panel: FindingsPanel
) -> None:
    asked: list[object] = []
    panel.ignore_asked.connect(asked.append)
    press(panel, "忽略")
    assert len(asked) == 1


def test_going_from_finding_to_finding_and_round(
    controller: DocumentController, panel: FindingsPanel
) -> None:
    controller.go_to(Position(0, 0), Position(0, 0))
    panel.step(True)
    first = controller.selection()[0]
    panel.step(False)
    last = controller.selection()[0]
    assert first < last
    panel.step(True)
    assert controller.selection()[0] == first


def test_one_place_of_many_can_be_ignored_alone(
    controller: DocumentController, panel: FindingsPanel
) -> None:
    asked: list[tuple[Finding, ...]] = []
    panel.ignore_asked.connect(asked.append)
    press(panel, "忽略")
    assert len(asked[0]) == 1
    press(panel, "全部忽略")
    assert len(asked[1]) > 1


def test_a_click_on_the_words_goes_there(
    controller: DocumentController, panel: FindingsPanel
) -> None:
    words = panel.findChildren(PressLabel)[1]
    QTest.mouseClick(words, Qt.MouseButton.LeftButton)
    assert controller.selection() == (Position(1, 2), Position(1, 3))


def test_a_walk_selects_the_row_of_what_it_has_come_to(
    controller: DocumentController, panel: FindingsPanel
) -> None:
    told: list[Finding] = []
    panel.stepped.connect(told.append)
    panel.step(True)
    panel.step(True)
    assert controller.selection() == (told[1].span.head, told[1].span.tail)
    rest(panel)
    (row,) = [f for f in panel.findChildren(QFrame) if f.property("chosen") and is_row(f)]
    (words,) = row.findChildren(PressLabel)
    assert f">{told[1].excerpt}</span>" in words.text()


def test_a_walk_shows_the_place_that_the_card_did_not(application: object) -> None:
    panel = panel_of("同志们," + "大家好," * 60)
    shown(panel)
    panel.controller.go_to(Position(0, 130))
    panel.step(True)
    rest(panel)
    (row,) = [f for f in panel.findChildren(QFrame) if f.property("chosen") and is_row(f)]
    assert row.isVisible() and not row.visibleRegion().isEmpty()
    assert len([f for f in panel.findChildren(QFrame) if is_row(f) and f.isVisible()]) < 12


def test_of_many_places_more_are_shown_on_demand_behind_and_before(application: object) -> None:
    panel = panel_of("同志们," + "大家好," * 60)
    shown(panel)
    few = len(rows_of(panel))
    press(panel, "后面还有 55 处")
    assert len(rows_of(panel)) == few + 30
    panel.controller.go_to(Position(0, 180))
    panel.step(True)
    rest(panel)
    assert len(rows_of(panel)) == few
    press(panel, "前面还有")
    assert len(rows_of(panel)) == few + 30


def rows_of(panel: FindingsPanel) -> list[QFrame]:
    return [f for f in panel.findChildren(QFrame) if is_row(f) and f.isVisible()]


def is_row(frame: QFrame) -> bool:
    return frame.property("role") == "place"


def test_a_broken_sentence_is_joined(application: object) -> None:
    controller = controller_of(
        "全县各级工会要认真学习会议精神，切实提高引导的针 | 对性和有效性，打开新局面。"
    )
    panel = FindingsPanel(controller, rules(), light(controller))
    shown(panel)
    press(panel, "接上")
    assert "引导的针对性和有效性" in lines(controller.manuscript())
    controller.undo()
    assert len(controller.manuscript().paragraphs) == 2


def test_numbers_out_of_order_offer_to_be_renumbered(application: object) -> None:
    body = "各级工会要认真学习贯彻会议精神，结合实际抓好落实。"
    panel = panel_of(f"一、学习 | {body} | 二、调研 | {body} | 四、巩固 | {body}")
    shown(panel)
    asked: list[bool] = []
    panel.renumber_asked.connect(lambda: asked.append(True))
    press(panel, "重排序号")
    assert asked == [True]


def test_where_nothing_mends_it_the_card_says_what_to_do(
    controller: DocumentController, panel: FindingsPanel
) -> None:
    (blank,) = [c for c in cards(panel) if "未填" in c.accessibleName()]
    (fixed,) = [c for c in cards(panel) if "半角" in c.accessibleName()]
    assert "打上要填的字，或在填空单里填" in words_of(blank)
    assert "打上" not in words_of(fixed)


def test_what_there_is_none_of_is_not_counted(
    controller: DocumentController, panel: FindingsPanel
) -> None:
    (head,) = [words for words in words_of(panel).splitlines() if "类）" in words]
    assert "提示" not in head and "必改" in head


def test_the_way_back_stands_in_line_with_the_words_above_it(
    controller: DocumentController, panel: FindingsPanel
) -> None:
    (aside,) = [b for b in panel.findChildren(QPushButton) if b.text().startswith("已忽略")]
    (head,) = [label for label in panel.findChildren(QLabel) if "类）" in label.text()]
    aside.setVisible(True)
    QApplication.processEvents()
    assert aside.mapTo(panel, QPoint(0, 0)).x() >= head.contentsMargins().left()
