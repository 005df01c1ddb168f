"""The outline as an item model: right through any change, and quiet where nothing changed."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester

from editor.analysis.analyzer import SpeechAnalyzer
from editor.checks.engine.checker import Checker
from editor.checks.engine.rule_set import RuleSet
from editor.manuscript.paragraph import Position
from editor.ui.tree.outline_model import NODE, OutlineModel, words_of
from tests.notation import doc

LINES = (
    "在云川市大会上的讲话", "同志们：", "今天开会，我讲两点。", "一、抓落实", "二、看成效",
    "（一）强队伍", "（二）建机制。一是带头。二是管人。",
    "1.定责任", "谢谢大家！", "X名", "",
)  # fmt: skip
ANALYZER = SpeechAnalyzer(Checker(RuleSet(())))
SPEECH = doc("在云川市大会上的讲话 | 同志们： | 开头。 | 一、甲 | （一）乙 | 文字 | 二、丙 | 文字")


def rows(model: OutlineModel, parent: QModelIndex | None = None) -> list[str]:
    """All rows from top to bottom."""
    found: list[str] = []
    parent = parent or QModelIndex()
    for row in range(model.rowCount(parent)):
        index = model.index(row, 0, parent)
        found += [words_of(index.data(NODE)), *rows(model, index)]
    return found


@settings(max_examples=60)
@given(st.lists(st.lists(st.sampled_from(LINES), min_size=1, max_size=12), max_size=8))
def test_the_model_keeps_the_rules_of_models_through_any_outlines(texts: list[list[str]]) -> None:
    model = OutlineModel()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning)
    for text in texts:
        analysis = ANALYZER.analyze(doc(" | ".join(text)))
        model.show(analysis)
        numbers = [s.number for s in analysis.outline.walk()]
        assert len(rows(model)) == len(numbers)
    del tester


def test_a_model_shows_the_same_after_a_change_as_a_fresh_one() -> None:
    model, fresh = OutlineModel(), OutlineModel()
    model.show(ANALYZER.analyze(SPEECH))
    other = ANALYZER.analyze(
        doc("在云川市大会上的讲话 | 同志们： | 一、丁 | 二、丙 | 文字 | 三、甲")
    )
    model.show(other)
    fresh.show(other)
    assert rows(model) == rows(fresh)


def test_a_row_keeps_its_index_while_text_grows_before_it() -> None:
    model = OutlineModel()
    model.show(ANALYZER.analyze(SPEECH))
    kept = QPersistentModelIndex(model.at(Position(6, 0)))
    longer = SPEECH.text.replace("开头。", "开头。再说一句，又写一段。\n又一段。")
    model.show(ANALYZER.analyze(doc(longer.replace("\n", " | "))))
    assert kept.isValid() and words_of(kept.data(NODE)) == "二、 丙"


def test_nothing_is_announced_where_nothing_changed() -> None:
    model = OutlineModel()
    model.show(ANALYZER.analyze(SPEECH))
    told: list[object] = []
    model.dataChanged.connect(lambda *_: told.append(1))
    model.rowsInserted.connect(lambda *_: told.append(2))
    model.show(ANALYZER.analyze(SPEECH))
    assert told == []


def test_the_row_of_a_place_is_the_innermost() -> None:
    model = OutlineModel()
    model.show(ANALYZER.analyze(SPEECH))
    assert words_of(model.at(Position(5, 1)).data(NODE)) == "（一） 乙"


def test_a_screen_reader_is_told_number_title_minutes_and_blanks_of_a_row() -> None:
    model = OutlineModel()
    model.pace = 100
    speech = doc(
        "在会上的讲话 | 同志们： | 一、抓防汛 | " + "把事情办好" * 30 + "由____负责 | 二、抓落实"
    )
    model.show(ANALYZER.analyze(speech))
    told = model.at(Position(2, 0)).data(Qt.ItemDataRole.AccessibleTextRole)
    assert told == "一、 抓防汛（157 字，1 分 34 秒，未填 1 处）"
