"""The commands on time tell who shows minutes, whichever of speed, limit and parts has changed."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from editor.files.save import new_document
from editor.manuscript.delivery.allotment import GivenMinutes
from editor.manuscript.paragraph import Position
from editor.settings.speaking_rates import SpeakingRate
from editor.ui.rehearsal.rehearsal_window import RehearsalWindow, title_of
from editor.ui.rehearsal.time_commands import TimeCommands
from tests.notation import doc
from tests.ui.parts import Parts, parts_on


@pytest.fixture
def parts(application: object, tmp_path: Path) -> Iterator[Parts]:
    made = parts_on("讲话 | 同志们： | 一、甲 | 文字。 | 二、乙 | 文字。", tmp_path)
    yield made
    made.close()


@pytest.fixture
def commands(parts: Parts) -> TimeCommands:
    return TimeCommands(parts.context, parts.theme)


@pytest.fixture
def told(commands: TimeCommands) -> list[GivenMinutes]:
    given: list[GivenMinutes] = []
    commands.given_changed.connect(given.append)
    return given


def test_minutes_and_speed_are_told(commands: TimeCommands, told: list[GivenMinutes]) -> None:
    commands.plan.give(12)
    assert told == [GivenMinutes(12, 180)]
    paces: list[int] = []
    commands.pace_changed.connect(paces.append)
    commands.plan.read_at(200)
    assert paces == [200] and told[-1] == GivenMinutes(12, 200)


def test_another_text_has_other_minutes(
    parts: Parts, commands: TimeCommands, told: list[GivenMinutes]
) -> None:
    commands.plan.give(12)
    parts.context.text.load(new_document(doc("好。"), "docx"))
    assert [given.minutes for given in told] == [12, 0]


def test_a_leader_that_is_chosen_speaks_the_speech(
    parts: Parts, commands: TimeCommands, told: list[GivenMinutes]
) -> None:
    commands.leaders.put(SpeakingRate("李主任", 200))
    ((words, _tip, choose),) = commands.choices()
    choose()
    assert "李主任" in words and parts.context.settings.number("pace") == 180
    assert told[-1].pace == 200
    assert parts.context.messages.words() == "这份稿子按李主任的语速 200 字/分估算时长。"


def test_a_text_without_words_is_not_rehearsed(parts: Parts, commands: TimeCommands) -> None:
    parts.context.text.load(new_document(doc(""), "docx"))
    commands.rehearse()
    assert parts.context.messages.words() == "稿子里还没有可以讲的内容。"


def test_the_caret_tells_whose_minutes_are_meant(
    parts: Parts, commands: TimeCommands, told: list[GivenMinutes]
) -> None:
    two = (
        "春训讲话 | 同志们： | 一、甲 | 文字。 | 谢谢大家！ | 秋训讲话 | 同志们： | 一、乙 | 文字。"
    )
    parts.context.text.load(new_document(doc(two), "docx"))
    commands.plan.give(15)
    parts.context.controller.go_to(Position(8, 0))
    commands.plan.give(6)
    assert (told[-1].minutes, told[-1].speech.title) == (6, "秋训讲话")
    parts.context.controller.go_to(Position(3, 0))
    assert (told[-1].minutes, told[-1].speech.title) == (15, "春训讲话")


def test_the_sum_of_a_rehearsal_is_the_time_that_the_window_tells(
    parts: Parts, commands: TimeCommands
) -> None:
    commands.rehearse()
    window = parts.context.parent.findChild(RehearsalWindow)
    whole = parts.context.controller.analysis().counts.spoken
    assert sum(part.spoken for part in window.run.parts) == whole
    assert title_of(window.run.parts[0].section) == "标题、称谓等"
    window.end()
    commands.plan.allot([part.section for part in window.run.parts[1:]], 0, 2.0)
    assert commands.plan.own[0].minutes == 2.0
