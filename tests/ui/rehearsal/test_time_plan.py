"""The minutes of a speech belong to it, not to the program."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QInputDialog

from editor.manuscript.delivery.rehearsal import SectionLap
from editor.manuscript.delivery.several_speeches import ChosenSpeech
from editor.manuscript.delivery.timing import spoken_parts
from editor.manuscript.outline.reader import outline_of
from editor.settings.speaking_rates import SpeakingRate, SpeakingRates
from editor.settings.store import Settings
from editor.ui.rehearsal.time_plan import TimePlan
from tests.notation import doc
from tests.ui.shell.windows import end_window, open_window, parts_of, run

PARTS = spoken_parts(outline_of(doc("讲话 | 同志们： | 讲两点。 | 一、甲 | 文。 | 二、乙 | 文。")))


@pytest.fixture
def plan(application: object, tmp_path: Path) -> TimePlan:
    settings = Settings(tmp_path)
    made = TimePlan(settings, SpeakingRates(tmp_path), application)  # type: ignore[arg-type]
    made.watch(tmp_path / "甲.txt")
    return made


def test_each_speech_has_its_own_minutes(plan: TimePlan, tmp_path: Path) -> None:
    plan.give(12)
    plan.allot(PARTS, 1, 5.0)
    plan.watch(tmp_path / "乙.txt")
    assert (plan.minutes, plan.own) == (0, ())
    plan.watch(tmp_path / "甲.txt")
    assert plan.minutes == 12 and [a.minutes for a in plan.own] == [5.0]


def test_the_minutes_of_a_text_without_a_file_go_into_its_file(
    plan: TimePlan, tmp_path: Path
) -> None:
    plan.watch(None)
    plan.give(8)
    plan.saved(tmp_path / "丙.txt")
    plan.watch(tmp_path / "丙.txt")
    assert plan.minutes == 8


def test_a_part_goes_back_to_its_share(plan: TimePlan) -> None:
    plan.allot(PARTS, 0, 2.0)
    plan.allot(PARTS, 1, 5.0)
    plan.allot(PARTS, 0, None)
    assert [(a.place, a.minutes) for a in plan.own] == [(1, 5.0)]
    plan.share_out()
    assert plan.own == ()


def test_how_long_each_part_took_is_kept_with_the_speech(plan: TimePlan, tmp_path: Path) -> None:
    plan.rehearsed(
        PARTS, [SectionLap(PARTS[0], 90, 9.0, 30.0), SectionLap(PARTS[1], 36, 9.0, 12.0, False)]
    )
    plan.rehearsed(
        PARTS, [SectionLap(PARTS[1], 270, 9.0, 90.0), SectionLap(PARTS[0], 90, 9.0, 1.0)]
    )
    plan.watch(None)
    plan.watch(tmp_path / "甲.txt")
    assert [(a.place, a.minutes) for a in plan.heard] == [(0, 0.5), (1, 1.5)]
    assert plan.minutes == 0


def test_leader_and_speed_of_one_speech_are_not_those_of_another(
    plan: TimePlan, tmp_path: Path
) -> None:
    plan.leaders.put(SpeakingRate("李主任", 200))
    plan.read_by("李主任")
    assert (plan.leader, plan.pace) == ("李主任", 200)
    plan.watch(tmp_path / "乙.txt")
    assert (plan.leader, plan.pace) == ("", 180)
    plan.read_at(150)
    plan.watch(tmp_path / "甲.txt")
    assert (plan.leader, plan.pace) == ("李主任", 200)
    plan.watch(tmp_path / "乙.txt")
    assert plan.pace == 150


def test_a_new_speech_is_read_as_the_options_say(application: object, tmp_path: Path) -> None:
    settings = Settings(tmp_path)
    settings.set("pace", 210)
    settings.set("leader", "王书记")
    made = TimePlan(settings, SpeakingRates(tmp_path), application)  # type: ignore[arg-type]
    assert (made.leader, made.pace) == ("王书记", 210)
    made.read_by("")
    assert (made.leader, made.pace) == ("", 210)


def test_what_a_rehearsal_teaches_of_a_leader_holds_in_all_his_speeches(plan: TimePlan) -> None:
    plan.leaders.put(SpeakingRate("李主任", 200))
    plan.read_by("李主任")
    plan.leaders.put(SpeakingRate("李主任", 220))
    assert plan.pace == 220


def test_a_broken_file_is_no_plan(plan: TimePlan, tmp_path: Path) -> None:
    plan.give(12)
    (file,) = (tmp_path / "times").glob("*.json")
    file.write_text('[{"slot": -3}, 5, {"kind": 1}]', "utf-8")
    plan.watch(tmp_path / "甲.txt")
    assert (plan.minutes, plan.own) == (0, ())


def test_the_tree_and_the_budget_follow_the_minutes_that_are_asked_for(
    application: object, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "稿.txt"
    path.write_text("讲话\n同志们：\n讲两点。\n一、甲\n" + "文字要多一些。" * 40, "utf-8")
    window = open_window(tmp_path / "home", str(path))
    monkeypatch.setattr(QInputDialog, "getInt", lambda *_: (1, True))
    run(window, "check.slot")
    shop = parts_of(window)
    assert "给定 1 分钟" in shop.budget.accessibleName()
    badges, nodes = shop.outline.badges, window.tree.model().nodes()
    assert any(badges.timing(part) for part in nodes[0].children)
    run(window, "view.template")
    assert any(badges.kept(node) for node in nodes)
    run(window, "view.template")
    assert not any(badges.kept(node) for node in nodes)
    end_window(window)


def test_several_speeches_of_a_file_have_each_their_own_minutes(
    plan: TimePlan, tmp_path: Path
) -> None:
    first, second = (ChosenSpeech(("春训讲话", "秋训讲话"), n) for n in (0, 1))
    plan.give(20)
    plan.turn_to(second)
    plan.give(7)
    plan.allot(PARTS, 1, 5.0)
    plan.turn_to(first)
    assert (plan.minutes, plan.own) == (20, ())
    plan.watch(tmp_path / "甲.txt")
    plan.turn_to(second)
    assert plan.minutes == 7 and [a.minutes for a in plan.own] == [5.0]


def test_minutes_follow_a_title_that_moves_or_is_reworded(plan: TimePlan) -> None:
    plan.turn_to(ChosenSpeech(("春训讲话", "秋训讲话"), 1))
    plan.give(7)
    plan.turn_to(ChosenSpeech(("春训讲话", "在秋训班上的讲话"), 1))
    assert plan.minutes == 7
    plan.turn_to(ChosenSpeech(("秋训讲话", "春训讲话"), 0))
    assert plan.minutes == 7
    plan.turn_to(ChosenSpeech(("秋训讲话", "春训讲话"), 1))
    assert plan.minutes == 0
