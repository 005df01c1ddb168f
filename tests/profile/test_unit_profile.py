"""The unit's profile: plain data both ways, kept as files, offered to the blanks."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.blanks.blank_reader import find_blanks
from editor.blanks.fill import fill_values
from editor.blanks.slots import slots_of
from editor.manuscript.edits import apply_all
from editor.profile.profile_store import ProfileStore, read_profile
from editor.profile.suggestions import suggest, sure
from editor.profile.unit_profile import Profile, ProfileError, UnitLeader, leader_of, profile_of
from tests.notation import doc, lines

OURS = Profile(
    "云川市总工会", "市总工会", "市", "工会", "浙江省", "云川市",
    leaders=(UnitLeader("郑明远", "市总工会主席"), UnitLeader("何丽", "副主席")),
    session="第十一届", year=2026,
)  # fmt: skip
WORDS = st.text(
    st.characters(exclude_categories=("C", "Z"), exclude_characters="\u3000"), max_size=12
)


def offers(text: str, profile: Profile = OURS) -> dict[str, tuple[str, ...]]:
    m = doc(text)
    return {slot.key: suggest(slot, profile) for slot in slots_of(m, find_blanks(m))}


@given(WORDS, WORDS, st.lists(st.tuples(WORDS.filter(bool), WORDS), max_size=3))
def test_a_profile_survives_its_file(unit: str, city: str, leaders: list[tuple[str, str]]):
    import tomllib

    people = tuple(UnitLeader(name, title) for name, title in leaders)
    profile = Profile(unit, city=city, leaders=people, year=2026)
    assert profile_of(tomllib.loads(profile.to_toml())) == profile


def test_keys_may_be_chinese_or_the_names_of_the_fields():
    assert profile_of({"全称": "云川市总工会", "city": "云川市"}).place == "云川市"


@pytest.mark.parametrize("data", [{"单位": "x"}, {"年份": "今年"}, {"领导": "王"}, {"市": 3}])
def test_what_cannot_be_read_is_said_in_chinese(data: dict[str, object]):
    with pytest.raises(ProfileError, match=r"[\u4e00-\u9fff]"):
        profile_of(data)


def test_a_leader_is_title_and_name():
    assert leader_of("市总工会 党组书记　郑明远") == UnitLeader("郑明远", "市总工会 党组书记")


def test_what_does_not_print_is_a_blank_from_the_first_reading_on(tmp_path: Path):
    store, read = ProfileStore(tmp_path), profile_of({"全称": "云川市\u3000总工会\x00"})
    store.put(read)
    assert store.get("云川市 总工会") == read


def test_several_profiles_are_kept_and_one_is_chosen(tmp_path: Path):
    store = ProfileStore(tmp_path)
    assert store.chosen() is None and store.names() == ()
    store.put(OURS)
    store.put(Profile("青石县总工会"))
    store.choose("青石县总工会")
    again = ProfileStore(tmp_path)
    assert set(again.names()) == {"云川市总工会", "青石县总工会"}
    assert again.chosen() == Profile("青石县总工会")
    assert again.get("云川市总工会") == OURS


def test_a_renamed_profile_takes_the_place_of_the_old_one(tmp_path: Path):
    store = ProfileStore(tmp_path)
    store.put(OURS)
    store.put(Profile("云川市工会"), instead_of="云川市总工会")
    assert store.names() == ("云川市工会",)
    store.remove("云川市工会")
    assert store.names() == ()


def test_a_broken_file_is_left_alone_and_the_others_are_read(tmp_path: Path):
    store = ProfileStore(tmp_path)
    store.put(OURS)
    broken = tmp_path / "profiles" / "x.toml"
    broken.write_text("全称 = ", "utf-8")
    assert store.names() == ("云川市总工会",) and broken.exists()
    with pytest.raises(ProfileError, match="写法不对"):
        read_profile(broken)


def test_the_profile_offers_unit_place_person_year_and_session():
    found = offers("主席X同志 | X工会 | X市 | 请X同志 | 20xx年 | 第X届 | X委 | X名 | 【单位名称】")
    assert found["unit:X工会"] == ("云川市总工会", "市总工会")
    assert found["unit:X市"] == ("云川市",)
    assert found["name:同志"] == ("郑明远", "何丽")
    assert found["person:主席"] == ("郑明远",)
    assert found["year"] == ("2026", "2025", "2027")
    assert found["number:第届"][0] == "十一"
    assert found["unit:X委"] == ("云川市委",)
    assert found["number:名"] == ()
    assert found["field:单位名称"][0] == "云川市总工会"


def test_what_is_not_ours_is_not_offered():
    assert offers("X县 | X公司")["unit:X县"] == () == offers("X公司")["unit:X公司"]
    assert set(offers("X工会 | 20xx年", Profile()).values()) == {()}


def test_only_what_needs_no_choice_is_sure():
    m = doc("X工会 | X副主席 | X同志 | 20xx年 | X市")
    found = {slot.key: sure(slot, OURS) for slot in slots_of(m, find_blanks(m))}
    assert found["unit:X工会"] == "云川市总工会" and found["unit:X市"] == "云川市"
    assert found["name:同志"] == "" and found["year"] == ""


def test_the_whole_name_is_filled_in_once():
    m = doc("X工会和X市")
    values: dict[str, str | list[str]] = {"X工会": "云川市总工会", "X市": "云川市"}
    assert lines(apply_all(m, fill_values(m, values).edits)) == "云川市总工会和云川市"
