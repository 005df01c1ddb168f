"""Traces of elsewhere: with a profile, and by what disagrees inside a speech."""

from pathlib import Path

import pytest

from editor.checks.engine.checker import Checker
from editor.checks.engine.rule_set import bundled_rules
from editor.checks.perspective import NOBODY, Perspective
from editor.checks.report.finding_groups import group
from editor.checks.traces.gazetteer import load_places
from editor.manuscript.manuscript import manuscript_of
from editor.manuscript.outline.reader import outline_of
from editor.profile.profile_store import read_profile
from editor.profile.unit_profile import Profile, UnitLeader
from tests.checks.rule_lab import rules
from tests.notation import doc

TRACES = ("elsewhere", "era")
HERE = Path(__file__).parent.parent
# Invented speeches, each with the profile of its unit beside it where it has one.
CLEAN = sorted((HERE / "home").glob("*.txt"))
CITY = Profile(
    "云川市总工会", "市总工会", "市", "工会", "浙江省", "云川市",
    leaders=(UnitLeader("郑明远", "市总工会主席"),),
)  # fmt: skip
COUNTY = Profile("青石县人民政府", "县政府", "县", "政府", "", "云川市", "青石县")
DISTRICT = Profile("临江区教育局", "区教育局", "区", "机关", "", "云川市", "临江区")
TOWN = Profile("柳树镇党委", "", "镇", "党委", "", "云川市", "青石县", "柳树镇")
FIRM = Profile("云川重工集团有限公司", "云川重工", "企业", "企业", "浙江省", "云川市")


def traces(line: str, profile: Profile = NOBODY) -> list[tuple[str, str]]:
    checker = Checker(bundled_rules())
    checker.perspective = Perspective(profile)
    m = doc(line)
    found = checker.check(m, outline_of(m))
    return [
        (f.rule.removeprefix("elsewhere/"), f.excerpt)
        for f in found
        if f.rule.startswith("elsewhere/")
    ]


LEFT_OVER = [
    ("近年来，我县大力发展特色产业。", CITY, [("level", "我县")]),
    ("要按照县委、县政府要求，抓好落实。", CITY, [("committee", "县委、县政府")]),
    ("推动漯河经济社会高质量发展。", CITY, [("place", "漯河")]),
    ("漯河市委高度重视。漯河人民勤劳。", CITY, [("place", "漯河市"), ("place", "漯河")]),
    ("近年来，我市大力发展特色产业。", COUNTY, [("level", "我市")]),
    ("在红岩县委、县政府的坚强领导下，推动我县发展。", COUNTY, [("place", "红岩县")]),
    ("全县教育系统要行动起来，落实好县委、县政府部署。", DISTRICT,
     [("level", "全县"), ("committee", "县委、县政府")]),
    ("按照街道党工委要求，各村要行动起来。", TOWN, [("committee", "街道党工委")]),
    ("希望全体职工为我校的明天再立新功。", FIRM, [("unit", "我校")]),
    ("市总工会主席李志强同志出席会议。", CITY, [("leader", "李志强")]),
    ("我局全体民警要行动起来。", FIRM, [("unit", "我局")]),
]  # fmt: skip


@pytest.mark.parametrize(("line", "profile", "found"), LEFT_OVER)
def test_what_was_left_of_another_unit_is_found(
    line: str, profile: Profile, found: list[tuple[str, str]]
):
    assert traces(line, profile) == found


LEFT_ALONE = [
    ("在省委、省政府和市委、市政府的坚强领导下，全市工会工作再上台阶。", CITY),
    ("各县（市、区）总工会要结合实际，各县委、县政府要支持。", CITY),
    ("今年赴漯河考察学习，借鉴漯河发展经验，对标苏州、宁波等市。", CITY),
    ("青石县总工会、临江区总工会作了交流发言。", CITY),
    ("我省是经济大省，我市是我省的工业重镇，云川人民勤劳勇敢。", CITY),
    ("我县是我市的农业大县，总量居我市前列。按照市委、市政府部署抓好落实。", COUNTY),
    ("欢迎漯河市委、市政府考察团莅临指导，感谢上海、杭州的朋友。", COUNTY),
    ("延安精神永放光芒，遵义会议是生死攸关的转折点，确保社会长治久安。", CITY),
    ("市总工会主席郑明远同志出席会议，原市总工会主席李志强同志也来了。", CITY),
    ("我会努力工作，我所说的都是实话，我区别对待两类问题。", CITY),
    ("老师们说：“我校的明天会更好。”", FIRM),
    ("西藏发展、新疆稳定事关全局，四川人民战胜了地震灾害。", CITY),
    ("各县（区）工会主席张三丰、李四光同志作了发言。", CITY),
    ("推动京津冀协同发展，深圳速度、浦东开发给我们启示。", CITY),
    ("我公司的产品卖到了德州、烟台，我集团要为云川高质量发展作贡献。", FIRM),
]


@pytest.mark.parametrize(("line", "profile"), LEFT_ALONE)
def test_visits_guests_upper_levels_and_history_are_left_alone(line: str, profile: Profile):
    assert traces(line, profile) == []


@pytest.mark.parametrize("told", [True, False])
@pytest.mark.parametrize("path", CLEAN, ids=lambda p: p.stem)
def test_a_clean_speech_has_no_trace_of_place_or_time(path: Path, told: bool):
    profile = read_profile(path.with_suffix(".toml")) if told else NOBODY
    checker = Checker(bundled_rules())
    checker.perspective = Perspective(profile, 2026)
    m = manuscript_of(path.read_text("utf-8"))
    found = checker.check(m, outline_of(m))
    assert [(f.rule, f.context) for f in found if f.rule.split("/")[0] in TRACES] == []


def test_without_a_profile_only_a_disagreement_is_found():
    ours = "全县上下团结一心，我县经济稳中有进，全县各级要抓好落实。"
    assert traces(ours) == []
    assert traces("为漯河高质量发展作贡献，漯河人民勤劳勇敢。") == []
    assert traces(f"{ours} | 近年来，我市大力发展特色产业。") == [("level", "我市")]


def test_each_foreign_name_is_one_group_with_all_its_places():
    checker = Checker(bundled_rules())
    checker.perspective = Perspective(CITY)
    m = doc("推动漯河发展，漯河人民勤劳。 | 建设邯郸新篇章。 | 谱写漯河篇章。")
    found = [f for f in checker.check(m, outline_of(m)) if f.rule == "elsewhere/place"]
    sizes = {g.findings[0].excerpt: len(g.findings) for g in group(found, rules())}
    assert sizes == {"漯河": 3, "邯郸": 1}


def test_places_know_what_they_lie_in():
    places = load_places()
    assert places.chain("舞阳县") == ("河南省", "漯河市")
    assert places.chain("海淀区") == ("北京市",)
    assert "安康" not in places.by_words and "安康市" in places.by_words
    assert len(places.by_name) > 900
