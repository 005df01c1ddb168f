from pathlib import Path

import pytest

from editor.manuscript.outline.sections import Outline, Section, SectionKind
from editor.manuscript.paragraph import Position
from phrasebank.bank import DATA, load_phrase_bank
from phrasebank.ranking import PhraseContext, PhraseRanking
from phrasebank.values import Phrase

BANK = load_phrase_bank()
RANKING = PhraseRanking.load(DATA / "occasions.txt")


def node(kind: SectionKind, title: str, first: int, last: int, *children: Section) -> Section:
    start = Position(first, 0)
    return Section(kind, 0, "", title, start, start, Position(last, 0), children)


SPEECH = Outline(
    (
        node(
            SectionKind.TITLE,
            "在全市安全生产工作会议上的讲话",
            0,
            9,
            node(SectionKind.SALUTATION, "同志们", 1, 2),
            node(SectionKind.OPENING, "", 2, 3),
            node(SectionKind.SECTION, "认清形势", 3, 5),
            node(SectionKind.CLOSING, "", 7, 9),
        ),
    )
)


def ranked(place: PhraseContext, limit: int = 20) -> list[Phrase]:
    return RANKING.rank(BANK.phrases, place)[:limit]


@pytest.mark.parametrize(
    ("title", "occasion"),
    [
        ("在百日攻坚大会战誓师大会上的讲话", "动员会"),
        ("在年终总结大会上的讲话", "总结会"),
        ("在安全生产工作会议上的讲话", "安全生产"),
        ("在2026届毕业典礼上的致辞", "开学毕业"),
        ("在工会第三次代表大会上的报告", "代表大会"),
        ("在警示教育大会上的讲话", "廉政"),
        ("在职工技能大赛开幕式上的致辞", "竞赛"),
        ("七一党课讲稿", "党建主题"),
        ("任职表态发言", "换届表态"),
    ],
)
def test_the_title_tells_the_occasion(title: str, occasion: str) -> None:
    assert RANKING.occasions_of(title)[0] == occasion
    assert occasion in ranked(PhraseContext(title, ("开场",)))[0].occasions


@pytest.mark.parametrize(
    ("line", "part"), [(0, "开场"), (1, "称谓"), (2, "开场"), (3, "形势"), (8, "结尾")]
)
def test_the_tree_tells_the_part(line: int, part: str) -> None:
    place = RANKING.context_at(SPEECH, Position(line, 0))
    assert place.parts[0] == part
    first = BANK.ranked_at(SPEECH, Position(line, 0))[0]
    assert (first.part, first.occasions) == (part, ("安全生产",))


def test_only_the_part_asked_for_is_given() -> None:
    assert {p.part for p in ranked(PhraseContext("动员会讲话", ("祝词",)))} == {"祝词"}


def test_words_of_the_heading_bring_their_phrases_forward() -> None:
    first = ranked(PhraseContext("", ("要求",), "责任到人、时限到天"))[0]
    assert "责任要到人" in first.text


def test_other_occasions_stay_away() -> None:
    for phrase in ranked(PhraseContext("在年终总结大会上的讲话", ("开场",)), 99):
        assert not phrase.occasions or "总结会" in phrase.occasions


def test_without_a_tree_something_is_suggested_all_the_same() -> None:
    assert BANK.ranked_at(Outline(), Position(0, 0))


def test_every_occasion_and_part_of_the_table_exists() -> None:
    assert set(RANKING.occasions) == set(BANK.occasions())
    assert set(RANKING.parts) <= set(BANK.parts())


def test_a_missing_table_guesses_nothing(tmp_path: Path) -> None:
    empty = PhraseRanking.load(tmp_path / "none.txt")
    assert empty.occasions_of("动员会") == ()
    assert empty.rank(BANK.phrases, PhraseContext())
