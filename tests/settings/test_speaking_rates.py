"""SpeakingRates' speeds: learnt, bounded, kept."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.settings.speaking_rates import SpeakingRate, SpeakingRates


def test_the_first_rehearsal_sets_the_pace_and_later_ones_weigh_by_their_minutes() -> None:
    once = SpeakingRate("李主任").learnt(2000, 600)
    assert (once.pace, once.heard) == (200, 10.0)
    assert once.learnt(1800, 600).pace == 190
    assert SpeakingRate("李主任", 200, 500.0).learnt(1600, 600).pace == 190


def test_a_pause_or_a_slip_of_the_hand_teaches_nothing() -> None:
    leader = SpeakingRate("李主任", 200, 10)
    assert leader.learnt(10, 600) == leader.learnt(900, 5) == leader.learnt(5000, 60) == leader


@given(st.lists(st.tuples(st.integers(0, 5000), st.floats(0, 3600))))
def test_the_pace_stays_what_a_person_speaks(heard: list[tuple[int, float]]) -> None:
    leader = SpeakingRate("李主任")
    for spoken, seconds in heard:
        leader = leader.learnt(spoken, seconds)
    assert 120 <= leader.pace <= 260


def test_leaders_are_kept_and_a_broken_file_is_set_aside(tmp_path: Path) -> None:
    SpeakingRates(tmp_path).put(SpeakingRate("李主任", 200, 10))
    assert SpeakingRates(tmp_path).get("李主任") == SpeakingRate("李主任", 200, 10)
    assert SpeakingRates(tmp_path).get("王局长").pace == 180
    (tmp_path / "leaders.json").write_text("{", "utf-8")
    assert not SpeakingRates(tmp_path).all
    assert (tmp_path / "leaders.json.broken").exists()


def test_what_is_no_leader_is_not_kept(tmp_path: Path) -> None:
    with pytest.raises(ValueError):
        SpeakingRates(tmp_path).put(SpeakingRate("李主任", 400))
    with pytest.raises(ValueError):
        SpeakingRates(tmp_path).put(SpeakingRate("  "))
