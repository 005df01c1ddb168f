"""The conversation with fcitx: who is asked, whose answers count, what is understood."""

from collections.abc import Iterator

import pytest

from editor.input_method.fcitx_context import (
    Answered,
    Arrived,
    Committed,
    Composing,
    FcitxContext,
    KeyStroke,
    Lost,
)
from editor.input_method.session_bus import SIGNAL, BusMessage
from tests.input_method.little_fcitx import LittleFcitx


@pytest.fixture
def fcitx() -> Iterator[LittleFcitx]:
    little = LittleFcitx()
    yield little
    little.close()


def opened(fcitx: LittleFcitx) -> FcitxContext:
    context = FcitxContext(fcitx, "81")
    while not context.is_open():
        context.take()
    return context


def stroke(letter: str) -> KeyStroke:
    return KeyStroke(ord(letter), 31, 0, False, 1 << 33)


def test_a_fcitx_that_runs_gives_a_context(fcitx: LittleFcitx) -> None:
    context = FcitxContext(fcitx, "81")
    assert context.take() == []
    assert context.take() == [Arrived()]
    assert "SetCapacity" in fcitx.told


def test_nobody_is_asked_where_fcitx_does_not_run(fcitx: LittleFcitx) -> None:
    fcitx.runs = False
    context = FcitxContext(fcitx, "81")
    assert context.take() == [] and context.take() == []
    assert context.key(stroke("a")) == 0


def test_a_fcitx_that_comes_later_is_taken(fcitx: LittleFcitx) -> None:
    fcitx.runs = False
    context = FcitxContext(fcitx, "81")
    context.take()
    fcitx.owner(":1.9")
    context.take()
    assert context.take() == [Arrived()]


def test_keys_are_answered_and_words_come(fcitx: LittleFcitx) -> None:
    context = opened(fcitx)
    first, second = context.key(stroke("n")), context.key(stroke(" "))
    assert context.take() == [
        Answered(first, True),
        Composing((("n", 0),), 1),
        Composing((), 0),
        Committed("你好"),
        Answered(second, True),
    ]


def test_an_end_is_told_once(fcitx: LittleFcitx) -> None:
    context = opened(fcitx)
    fcitx.owner("")
    assert context.take() == [Lost()]
    fcitx.owner("")
    assert context.take() == []


def test_a_bus_that_goes_takes_fcitx_with_it(
    fcitx: LittleFcitx, monkeypatch: pytest.MonkeyPatch
) -> None:
    context = opened(fcitx)
    gone = BusMessage(SIGNAL, 0, "/org/freedesktop/DBus/Local", "Disconnected", ())
    monkeypatch.setattr(fcitx, "take", lambda wait_ms=0: [gone])
    assert context.take() == [Lost(bus_too=True)]
    assert not context.is_open()


def test_late_words_for_a_context_given_up_are_not_put_in(fcitx: LittleFcitx) -> None:
    context = opened(fcitx)
    fcitx.silent = True
    context.key(stroke("n"))
    context.key(stroke(" "))
    context.abandon()
    fcitx.speak()
    events = context.take()
    assert Arrived() in events
    assert not [e for e in events if isinstance(e, (Committed, Composing))]


def test_a_new_context_has_chinese_on_where_the_old_one_had(fcitx: LittleFcitx) -> None:
    context = opened(fcitx)
    context.key(stroke("n"))
    context.take()
    fcitx.owner("")
    fcitx.owner(":1.9")
    context.take()
    context.take()
    assert fcitx.told[-2:] == ["FocusIn", "EnableIC"]


def test_signals_without_sense_are_passed_over(fcitx: LittleFcitx) -> None:
    context = opened(fcitx)
    fcitx.signal("CommitString", 5)
    fcitx.signal("UpdateFormattedPreedit")
    fcitx.signal("CurrentIM", "拼音", "pinyin", "zh")
    assert context.take() == []
