"""What is kept of each speech comes back; rows of an older program are understood."""

from editor.files.speech_times import SpeechTime, from_rows, time_of, to_rows
from editor.manuscript.delivery.several_speeches import ChosenSpeech

TITLES = ("春训讲话", "秋训讲话")


def test_minutes_leader_and_speed_of_each_speech_come_back() -> None:
    times = (
        SpeechTime(minutes=9),
        SpeechTime("春训讲话", 0, 12, "李主任"),
        SpeechTime("秋训讲话", 1, leader="", pace=150),
    )
    assert from_rows(to_rows(times)) == list(times)


def test_an_older_program_kept_minutes_alone() -> None:
    (time,) = from_rows([{"slot": 12, "heard": []}])
    assert time == SpeechTime(minutes=12)


def test_what_is_no_value_is_as_good_as_none() -> None:
    for broken in ({"leader": 3, "pace": "快"}, {"pace": True, "slot": 1000}, {}):
        (time,) = from_rows([broken])
        assert time == SpeechTime()
    assert from_rows([]) == from_rows(["x"]) == []


def test_a_speech_is_known_by_its_title_and_by_its_place_when_that_is_reworded() -> None:
    times = [SpeechTime("春训讲话", 0, 12), SpeechTime("秋训讲话", 1, 7)]
    assert time_of(times, ChosenSpeech(TITLES[::-1], 0)).minutes == 7
    assert time_of(times, ChosenSpeech(("春训讲话", "冬训讲话"), 1)).minutes == 7
    assert time_of(times, ChosenSpeech()) == SpeechTime("", -1)
