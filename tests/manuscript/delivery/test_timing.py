"""Minutes against a slot, what could be cut, and a rehearsal's laps."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.manuscript.delivery.allotment import (
    Allotment,
    allotment_of,
    allotments_from_json,
    allotments_to_json,
    given_minutes,
    minutes_of,
    verdict,
)
from editor.manuscript.delivery.rehearsal import Rehearsal
from editor.manuscript.delivery.spoken import syllables
from editor.manuscript.delivery.timing import (
    specificity,
    spoken_outside,
    timing,
    what_to_cut,
    words_before,
)
from editor.manuscript.outline.reader import outline_of
from tests.notation import doc

AIR = "我们要进一步提高认识，切实增强责任感和紧迫感，不断开创各项工作新局面，" * 4
FACTS = "去年全县修通12条路、86公里，老王村的王建国书记带着42户种了300亩桃，“桃花节”来了3万人。" * 2
SPEECH = doc(
    f"云川讲话 | 同志们： | 今天讲两点。 | 一、认识 | 先说几句。 | {AIR} | "
    f"二、实干 | 再说几句。 | {FACTS} | 谢谢大家！"
)


def test_the_shares_of_a_slot_and_what_stands_outside_the_parts_add_up_to_it() -> None:
    times = timing(SPEECH, outline_of(SPEECH), 180, 2)
    assert [t.section.title for t in times if t.section.title] == ["认识", "实干"]
    whole = sum(syllables(p.text) for p in SPEECH.paragraphs) / 180
    rest = spoken_outside(SPEECH, [t.spoken for t in times]) / 180
    assert rest > 0
    assert abs(sum(t.target for t in times) + rest - 2) < 1e-9
    assert abs(sum(t.over for t in times) - (whole - 2)) < 1e-9


@pytest.mark.parametrize("text", ["讲话 | 同志们： | 一、甲 | 好。", "没有标题的话。"])
def test_with_title_and_salutation_the_parts_are_the_whole_speech(text: str) -> None:
    speech = doc(text)
    parts = timing(speech, outline_of(speech), 180)
    before = words_before(speech, outline_of(speech), parts, 180)
    whole = sum(syllables(p.text) for p in speech.paragraphs)
    assert sum(part.spoken for part in (*before, *parts)) == whole
    assert len(before) == ("同志们" in text)


def test_what_the_writer_gives_is_given_and_the_rest_shared_by_length() -> None:
    outline = outline_of(SPEECH)
    parts = [t.section for t in timing(SPEECH, outline, 180, 10)]
    own = (allotment_of(parts[1], 1, 4.0),)
    times = timing(SPEECH, outline, 180, 10, own)
    assert [(t.own, round(t.target, 6)) for t in times if t.own] == [(True, 4.0)]
    free = [t for t in times if not t.own]
    assert len({round(t.target / t.minutes, 6) for t in free}) == 1
    over = timing(SPEECH, outline, 180, 3, own)
    assert {t.target for t in over if not t.own} == {0.0}


def test_a_reworded_heading_keeps_its_minutes_by_its_place() -> None:
    parts = list(outline_of(SPEECH).sections[0].children)
    own = (Allotment("section", "实干", 9, 5.0), Allotment("section", "旧题目", 2, 3.0))
    named = {parts[n].title: m for n, m in given_minutes(own, parts).items()}
    assert named == {"实干": 5.0, "认识": 3.0}
    assert allotments_from_json([*allotments_to_json(own), {"kind": "section"}, 7]) == own


@pytest.mark.parametrize(
    ("needed", "target", "told"), [(1.0, 1.02, 0), (1.2, 1.0, 1), (0.5, 1.0, -1), (10.4, 10.0, 0)]
)
def test_over_is_told_where_somebody_would_notice(needed: float, target: float, told: int) -> None:
    assert verdict(needed, target) == told


def test_without_a_slot_nothing_is_over() -> None:
    assert {t.over for t in timing(SPEECH, outline_of(SPEECH), 180)} == {0.0}
    assert len(timing(doc("随便一段话。"), outline_of(doc("随便一段话。")), 180)) == 1


def test_a_slower_leader_needs_longer() -> None:
    slow, fast = (timing(SPEECH, outline_of(SPEECH), pace)[1].minutes for pace in (120, 240))
    assert slow == 2 * fast


def test_words_without_facts_go_first() -> None:
    cuts = what_to_cut(SPEECH, outline_of(SPEECH), 180, 1)
    assert next(c.paragraph for c in cuts) == 5
    assert specificity(FACTS, 100) > specificity(AIR, 100) == 0
    assert what_to_cut(SPEECH, outline_of(SPEECH), 180, 60) == ()


def test_headings_greetings_and_last_words_are_never_cut() -> None:
    cuts = {c.paragraph for c in what_to_cut(SPEECH, outline_of(SPEECH), 180, 0.01)}
    assert cuts <= {5, 8}


def test_what_all_of_a_section_is_can_be_shortened_but_not_go() -> None:
    speech = doc(f"讲话 | 同志们： | 一、认识 | {AIR} | （一）抓学习。{AIR} | （二）抓作风。{AIR}")
    cuts = what_to_cut(speech, outline_of(speech), 180, 0.1)
    assert [(c.paragraph, c.whole) for c in cuts] == [(3, True), (4, False), (5, False)]
    alone = doc(f"讲话 | 同志们： | 讲两点。 | 一、认识 | {AIR} | 二、实干 | {AIR} | {FACTS}")
    cuts = what_to_cut(alone, outline_of(alone), 180, 0.1)
    assert {c.paragraph: c.whole for c in cuts} == {6: True, 7: True, 4: False}
    halved = next(c for c in cuts if not c.whole)
    assert halved.saves == halved.spoken / 180 / 2


@pytest.mark.parametrize(
    ("typed", "minutes"),
    [("2", 2), ("1.5", 1.5), ("1:30", 1.5), ("1′30″", 1.5), ("１分３０秒", 1.5), ("90秒", 1.5),
     ("0", 0), ("", None), ("快点", None), ("-1", None), ("700", None)],
)  # fmt: skip
def test_minutes_are_read_as_people_type_them(typed: str, minutes: float | None) -> None:
    assert minutes_of(typed) == minutes


def test_a_rehearsal_keeps_the_time_of_each_section_without_its_pauses() -> None:
    run = Rehearsal(timing(SPEECH, outline_of(SPEECH), 180)).go(100.0)
    run = run.next(110.0).pause(130.0).go(500.0).next(530.0).next(531.0)
    assert run.seconds(540.0)[:3] == (10.0, 50.0, 1.0)
    done = run.end(541.0)
    assert done.over and not done.running
    assert [round(lap.seconds) for lap in done.laps()] == [10, 50, 1, 10]


def test_a_section_broken_off_tells_no_speed() -> None:
    run = Rehearsal(timing(SPEECH, outline_of(SPEECH), 180)).go(0.0).next(20.0).end(25.0)
    assert [(lap.whole, lap.pace > 0) for lap in run.laps()] == [(True, True), (False, False)]
    done = Rehearsal(timing(SPEECH, outline_of(SPEECH), 180)).go(0.0)
    for second in range(4):
        done = done.next(second + 1.0)
    assert done.over and all(lap.whole for lap in done.laps())


def test_where_it_will_end_follows_the_speed_that_is_heard() -> None:
    parts = timing(SPEECH, outline_of(SPEECH), 180)
    planned = [60 * part.minutes for part in parts]
    run = Rehearsal(parts).go(0.0)
    assert abs(run.expected(0.0) - sum(planned)) < 1e-9
    assert run.expected(planned[0] + 9) > sum(planned)
    slow = run.next(2 * planned[0]).next(2 * planned[0] + 2 * planned[1])
    assert abs(slow.expected(2 * sum(planned[:2])) - 2 * sum(planned)) < 1e-6


def test_going_back_reads_a_section_again() -> None:
    run = Rehearsal(timing(SPEECH, outline_of(SPEECH), 180)).go(0.0).next(20.0).back(25.0)
    assert run.at == 0 and run.seconds(30.0)[:2] == (5.0, 0.0)


@given(st.lists(st.tuples(st.sampled_from(["go", "pause", "next", "back"]), st.floats(0, 9))))
def test_time_never_runs_backwards(steps: list[tuple[str, float]]) -> None:
    run, now, total = Rehearsal(timing(SPEECH, outline_of(SPEECH), 180)), 0.0, 0.0
    for step, later in steps:
        total += later if run.running else 0
        now += later
        run = getattr(run, step)(now)
        assert all(s >= 0 for s in run.seconds(now))
    assert sum(run.seconds(now)) <= total + 1e-6
