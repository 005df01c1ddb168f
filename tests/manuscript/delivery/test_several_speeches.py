"""A file with several speeches: each has its own words, minutes and parts."""

from editor.manuscript.delivery.several_speeches import (
    ChosenSpeech,
    one_speech,
    several_speeches,
    speech_at,
    speech_counts,
)
from editor.manuscript.delivery.statistics import count
from editor.manuscript.delivery.timing import spoken_outside, timing, what_to_cut
from editor.manuscript.outline.reader import outline_of
from editor.manuscript.paragraph import Position
from tests.notation import doc

BODY = "各级各部门要认清形势，主动作为，把各项任务落到实处，确保取得实实在在的成效。" * 3
TWO = doc(
    f"在春训会上的讲话 | 同志们： | 一、甲 | {BODY} | 二、乙 | {BODY} | 谢谢大家！ | "
    f"在全县秋收 | 工作会议上的讲话 | 同志们： | 一、丙 | {BODY}"
)
ONE = doc(f"在春训会上的讲话 | 同志们： | 一、甲 | {BODY}")
OUTLINE = outline_of(TWO)
SECOND = ChosenSpeech(("在春训会上的讲话", "在全县秋收工作会议上的讲话"), 1)


def test_a_place_is_in_the_speech_that_begins_before_it() -> None:
    assert [speech_at(OUTLINE, Position(n, 0)).number for n in (0, 6, 7, 8, 11)] == [0, 0, 1, 1, 1]
    assert speech_at(OUTLINE, Position(9, 0)) == SECOND


def test_a_file_with_one_speech_is_taken_whole() -> None:
    outline = outline_of(ONE)
    chosen = speech_at(outline, Position(2, 0))
    assert chosen.number == -1 and not several_speeches(outline)
    assert one_speech(ONE, outline, chosen) == (ONE, outline)
    assert speech_counts(ONE, outline, chosen) is None


def test_a_speech_alone_stands_where_it_stood() -> None:
    text, outline = one_speech(TWO, OUTLINE, SECOND)
    assert [p.text for p in text.paragraphs[7:]] == [p.text for p in TWO.paragraphs[7:]]
    assert not any(p.text for p in text.paragraphs[:7])
    assert outline.sections == OUTLINE.sections[1:]


def test_minutes_and_words_are_those_of_the_speech() -> None:
    text, outline = one_speech(TWO, OUTLINE, SECOND)
    rows = timing(text, outline, 180, 10)
    assert [row.section.title for row in rows] == ["丙"]
    rest = spoken_outside(text, [rows[0].spoken]) / 180
    assert abs(rows[0].target + rest - 10) < 1e-6
    sizes = [speech_counts(TWO, OUTLINE, SECOND._replace(number=n)) for n in (0, 1)]
    assert sum(s.words for s in sizes if s) == count(TWO.text).words


def test_what_could_go_is_of_the_speech_that_is_too_long() -> None:
    cuts = what_to_cut(*one_speech(TWO, OUTLINE, SECOND), 180, 0.1)
    assert [cut.paragraph for cut in cuts] == [11]
