"""Over and under in the tree, and what is still the template's."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QColor, QFont, QImage, QPainter
from PySide6.QtWidgets import QStyleOptionViewItem

from editor.analysis.analyzer import SpeechAnalyzer
from editor.checks.engine.checker import Checker
from editor.checks.engine.rule_set import RuleSet
from editor.manuscript.comparison.provenance import kept_shares
from editor.manuscript.delivery.allotment import Allotment, GivenMinutes
from editor.manuscript.delivery.several_speeches import ChosenSpeech
from editor.manuscript.manuscript import Manuscript
from editor.ui.look.palette import DARK, LIGHT, Colours
from editor.ui.tree import row_badges
from editor.ui.tree.outline_delegate import OutlineDelegate
from editor.ui.tree.outline_model import OutlineModel, OutlineNode, words_of
from editor.ui.tree.row_badges import RowBadges
from editor.ui.tree.text_layouts import TextLayouts
from tests.notation import doc
from tests.ui.contrast import contrast

BODY = "各单位要逐条对照，逐项整改，确保件件有着落。" * 6
SPEECH = doc(f"讲话 | 同志们： | 讲两点。 | 一、甲事 | {BODY} | 二、丁事 | {BODY} | {BODY}")


class Rows:
    """A model with its signs."""

    def __init__(self, text: Manuscript = SPEECH) -> None:
        self.model = OutlineModel()
        self.analysis = SpeechAnalyzer(Checker(RuleSet(()))).analyze(text)
        self.model.show(self.analysis)
        self.badges = RowBadges(self.model)

    def row(self, words: str) -> OutlineNode:
        title = self.model.nodes()[0]
        return next(n for n in (title, *title.children) if words in words_of(n))

    def painted(self, words: str, colours: Colours = LIGHT) -> set[str]:
        """The colours of a row as it is drawn."""
        delegate = OutlineDelegate(colours, 180, self.badges)
        delegate.whole = self.model.total()
        image = QImage(320, 30, QImage.Format.Format_RGB32)
        image.fill(QColor(colours.panel))
        painter, option = QPainter(image), QStyleOptionViewItem()
        option.rect = image.rect()  # type: ignore[attr-defined]
        delegate.paint(painter, option, self.model.index_of(self.row(words)))
        painter.end()
        return {image.pixelColor(x, y).name() for x in range(320) for y in range(30)}


@pytest.fixture
def rows(application: object) -> Rows:
    return Rows()


def test_without_minutes_nothing_is_said_and_nothing_worked_out(
    rows: Rows, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(row_badges, "minutes_dealt_out", None)  # nobody calls it
    assert rows.badges.timing(rows.row("甲事")) is None
    assert rows.badges.words(rows.row("甲事")) == ""
    assert LIGHT.must not in rows.painted("甲事")


def test_a_part_over_its_share_says_so_in_colour_and_words(rows: Rows) -> None:
    rows.badges.put_given(GivenMinutes(1.0, 180))
    timing = rows.badges.timing(rows.row("甲事"))
    assert timing and timing.verdict == 1 and "超" in rows.badges.words(rows.row("甲事"))
    assert LIGHT.must in rows.painted("甲事")
    assert LIGHT.must not in rows.painted("同志们") and not rows.badges.timing(rows.row("同志们"))


def test_what_the_writer_gave_to_a_part_is_what_it_is_held_to(rows: Rows) -> None:
    rows.badges.put_given(GivenMinutes(3.3, 180, (Allotment("section", "丁事", 2, 3.0),)))
    timing = rows.badges.timing(rows.row("丁事"))
    assert timing and (timing.own, timing.target, timing.verdict) == (True, 3.0, -1)
    other = rows.badges.timing(rows.row("甲事"))
    assert other and other.target < 0.4
    assert LIGHT.must in rows.painted("甲事")
    greens = [c for c in map(QColor, rows.painted("丁事")) if c.green() > c.red() + 60]
    assert greens and LIGHT.must not in rows.painted("丁事")


def test_the_parts_and_what_stands_outside_share_the_whole_time(rows: Rows) -> None:
    rows.badges.put_given(GivenMinutes(9.0, 150))
    timings = [rows.badges.timing(n) for n in rows.model.nodes()[0].children]
    outside = rows.model.total() / 150 - sum(d.needed for d in timings if d)
    assert sum(d.target for d in timings if d) + outside == pytest.approx(9.0)


def test_of_several_speeches_the_minutes_are_those_of_the_one_that_is_meant(
    application: object,
) -> None:
    other = f"在秋训会上的讲话 | 同志们： | 一、戊事 | {BODY}"
    rows = Rows(doc(f"{' | '.join(p.text for p in SPEECH.paragraphs)} | 谢谢大家！ | {other}"))
    rows.badges.put_given(GivenMinutes(5.0, 180, (), ChosenSpeech(("讲话", "在秋训会上的讲话"), 1)))
    timings = [rows.badges.timing(n) for n in rows.model.walk()]
    assert [t.verdict for t in timings if t] == [-1]
    assert rows.badges.timing(rows.model.nodes()[1].children[-1])


def test_the_discs_stay_with_their_rows_and_go_when_switched_off(rows: Rows) -> None:
    rows.badges.put_kept(kept_shares(SPEECH, rows.analysis.manuscript, rows.analysis.outline))
    assert "7/7 句" in rows.badges.words(rows.row("甲事"))
    assert rows.badges.kept(rows.row("同志们")) is None
    longer = doc(f"新加的一段 | {' | '.join(p.text for p in SPEECH.paragraphs)}")
    rows.model.show(SpeechAnalyzer(Checker(RuleSet(()))).analyze(longer))
    assert rows.badges.kept(rows.row("甲事"))
    rows.badges.put_kept(())
    assert rows.badges.kept(rows.row("甲事")) is None


@pytest.mark.parametrize("colours", [LIGHT, DARK])
def test_the_minutes_of_a_late_part_can_be_read_on_every_ground(colours: Colours) -> None:
    assert contrast(colours.must, colours.panel) >= 4.5
    assert contrast(colours.must, colours.accent_soft) >= 4.5
    assert contrast(colours.good, colours.panel) >= 3  # a shape (WCAG 1.4.11)


@pytest.mark.parametrize("words", ["9′05″", "103′20″", "1003′20″"])
def test_minutes_take_the_room_they_need(rows: Rows, words: str) -> None:
    delegate = OutlineDelegate(LIGHT, 180, rows.badges)
    image = QImage(320, 30, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    type_ = TextLayouts(painter.font())
    node = rows.row("甲事")
    minutes, seconds = words[:-1].split("′")
    spoken = round((int(minutes) + int(seconds) / 60) * 180)
    node.figure = node.figure._replace(spoken=spoken)
    left = delegate._minutes(painter, image.rect(), node, type_)
    painter.end()
    assert image.rect().right() - left.right() >= type_.metrics.horizontalAdvance(words)


def test_a_narrow_tree_writes_titles_in_two_lines(rows: Rows) -> None:
    delegate, font = OutlineDelegate(LIGHT, 180, rows.badges), QFont()
    font.setPixelSize(24)
    option = QStyleOptionViewItem()
    option.font = font  # type: ignore[attr-defined]
    index = rows.model.index_of(rows.row("甲事"))
    one = delegate.sizeHint(option, index).height()
    assert delegate.take_width(300, font) and not delegate.take_width(300, font)
    assert delegate.sizeHint(option, index).height() > 1.5 * one
    assert delegate.take_width(700, font)
    assert delegate.sizeHint(option, index).height() == one
