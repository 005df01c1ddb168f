"""Two programs that run at once and keep something each: both keep it.

Each pair here has read what was there before either of them wrote.
"""

from dataclasses import replace
from pathlib import Path

from editor.files.document_values import DocumentValues
from editor.files.speech_times import SpeechTime, from_rows, merged_times, to_rows
from editor.files.versions.version_store import VersionStore
from editor.profile.profile_store import ProfileStore
from editor.profile.unit_profile import Profile
from editor.settings.speaking_rates import SpeakingRate, SpeakingRates
from phrasebank.bank import load_phrase_bank
from tests.notation import doc


def test_leaders_are_those_of_both(tmp_path: Path) -> None:
    SpeakingRates(tmp_path).put(SpeakingRate("张书记", 150))
    one, other = SpeakingRates(tmp_path), SpeakingRates(tmp_path)
    one.put(SpeakingRate("李主任", 200))
    other.put(SpeakingRate("王局长", 170))
    one.remove("张书记")
    assert set(SpeakingRates(tmp_path).all) == set(one.all) == {"李主任", "王局长"}


def test_a_leader_heard_by_both_was_heard_twice(tmp_path: Path) -> None:
    one, other = SpeakingRates(tmp_path), SpeakingRates(tmp_path)
    one.learn("李主任", 2000, 600)
    other.learn("李主任", 1800, 600)
    assert SpeakingRates(tmp_path).get("李主任") == SpeakingRate("李主任", 190, 20.0)


def test_documents_noted_by_both_are_found(tmp_path: Path) -> None:
    one, other = VersionStore(tmp_path), VersionStore(tmp_path)
    one.link("a1", tmp_path / "甲.txt", doc("甲"))
    other.link("b2", tmp_path / "乙.txt", doc("乙"))
    one.link("c3", tmp_path / "丙.txt", doc("丙"))
    names = [VersionStore(tmp_path).document(tmp_path / f"{name}.txt") for name in "甲乙丙"]
    assert names == ["a1", "b2", "c3"]


def test_decisions_of_both_count_and_what_one_takes_back_is_gone(tmp_path: Path) -> None:
    path, rows = tmp_path / "稿.txt", [{"rule": "其它"}, {"rule": "法制"}]
    DocumentValues(tmp_path).keep(path, rows)
    one, other = DocumentValues(tmp_path), DocumentValues(tmp_path)
    assert one.of(path) == other.of(path) == rows
    one.keep(path, [*rows, {"rule": "甲"}])
    other.keep(path, [rows[1], {"rule": "乙"}])
    one.keep(path, [*rows, {"rule": "甲"}, {"rule": "甲"}])
    there = DocumentValues(tmp_path).of(path)
    assert there == [rows[1], {"rule": "甲"}, {"rule": "乙"}, {"rule": "甲"}]


def test_what_was_kept_for_another_text_of_the_name_does_not_come_back(tmp_path: Path) -> None:
    path = tmp_path / "稿.txt"
    DocumentValues(tmp_path).keep(path, ["of the text that stood there before"])
    DocumentValues(tmp_path).keep(path, ["mine"])
    assert DocumentValues(tmp_path).of(path) == ["mine"]


def test_minutes_and_leader_given_by_two_programs_are_both_given(tmp_path: Path) -> None:
    path = tmp_path / "稿.txt"
    spring, autumn = SpeechTime("春训讲话", 0, 12), SpeechTime("秋训讲话", 1, 7)
    DocumentValues(tmp_path).keep(path, to_rows((spring, autumn)))
    one, other = (DocumentValues(tmp_path, merge=merged_times) for _ in range(2))
    assert one.of(path) == other.of(path)
    one.keep(path, to_rows((replace(spring, minutes=15), autumn)))
    other.keep(path, to_rows((replace(spring, leader="李主任"),)))
    found = [time for time in from_rows(other.of(path)) if time.place >= 0]
    assert found == [SpeechTime("春训讲话", 0, 15, "李主任")]


def test_fields_of_a_profile_that_both_have_open_are_both_kept(tmp_path: Path) -> None:
    ProfileStore(tmp_path).put(Profile(unit="云川市总工会", year=2025))
    one, other = ProfileStore(tmp_path), ProfileStore(tmp_path)
    read = one.get("云川市总工会")
    assert read is not None and read == other.get("云川市总工会")
    one.put(replace(read, short="市总"), "云川市总工会")
    name = other.put(replace(read, unit="云川市工会", year=2026), "云川市总工会")
    assert name == "云川市工会" and ProfileStore(tmp_path).names() == (name,)
    assert ProfileStore(tmp_path).get(name) == Profile(unit=name, short="市总", year=2026)


def test_phrases_put_in_by_both_are_found_and_one_alone_is_taken_out(tmp_path: Path) -> None:
    banks = [load_phrase_bank(own=tmp_path / "语料.txt") for _ in range(2)]
    first = banks[0].add("一步一个脚印往前走。", "开场")
    banks[1].add("今年的账要一笔一笔算清。", "结尾")
    banks[0].add("话要说到，事要办到。", "结尾")
    banks[1].remove(first)
    own = [p.text for p in load_phrase_bank(own=tmp_path / "语料.txt").phrases if p.own]
    assert own == ["今年的账要一笔一笔算清。", "话要说到，事要办到。"]
