import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from phrasebank import search as module
from phrasebank.bank import load_phrase_bank
from phrasebank.initials import Initials
from phrasebank.search import PhraseHit, PhraseIndex, PhraseQuery, folded
from phrasebank.values import Phrase

TABLE = Initials()
BANK = load_phrase_bank()


def phrase(text: str, occasions: tuple[str, ...] = (), part: str = "任务") -> Phrase:
    return Phrase(text, text, occasions, part)


def texts(hits: list[PhraseHit]) -> list[str]:
    return [h.phrase.text for h in hits]


def find(index: PhraseIndex, words: str, occasion: str | None = None) -> list[str]:
    return texts(index.search(PhraseQuery.of(words, occasion), 50))


@pytest.fixture(params=["scan", "index"])
def way(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    if request.param == "index":
        monkeypatch.setattr(module, "INDEX_FROM", 0)
    return request.param


def index_of(way: str, *phrases: Phrase) -> PhraseIndex:
    index = PhraseIndex(phrases, TABLE)
    if way == "index":
        index.prepare()
    return index


def test_all_words_must_be_there_in_any_order(way: str) -> None:
    index = index_of(way, phrase("安全责任到人"), phrase("安全第一"))
    assert find(index, "责任 安全") == ["安全责任到人"]


def test_shorter_phrases_come_first(way: str) -> None:
    index = index_of(way, phrase("安全第一条"), phrase("安全"))
    assert find(index, "安全") == ["安全", "安全第一条"]


def test_the_occasions_own_come_before_those_for_anywhere(way: str) -> None:
    other = phrase("抓落实丙", ("总结会",))
    index = index_of(way, phrase("抓落实"), phrase("动员抓落实", ("动员会",)), other)
    assert find(index, "落实", "动员会") == ["动员抓落实", "抓落实"]


def test_latin_letters_find_initials_and_latin_words(way: str) -> None:
    index = index_of(way, phrase("同志们"), phrase("推进5G建设"))
    assert find(index, "tzm") == ["同志们"]
    assert find(index, "tj ５ｇ") == ["推进5G建设"]
    assert find(index, "zmt") == []


def test_the_places_of_the_words_are_given(way: str) -> None:
    (hit,) = index_of(way, phrase("安全又安全")).search(PhraseQuery.of("安全"), 5)
    assert hit.spans == ((0, 2), (3, 5))


def test_no_words_give_everything_and_the_limit_holds(way: str) -> None:
    index = index_of(way, *(phrase(f"第{n}条") for n in range(9)))
    assert len(index.search(PhraseQuery.of(" "), 50)) == 9
    assert len(index.search(PhraseQuery.of("条"), 4)) == 4
    assert index.search(PhraseQuery.of("条"), 0) == []


WORD = st.sampled_from(
    [p.text[i : i + n] for p in BANK.phrases[::7] for i in (0, 5) for n in (1, 2, 3)]
)
WORDS = st.lists(WORD | st.sampled_from(["d", "gz", "tzm", "落实", "ｘ"]), max_size=3)


@given(WORDS)
def test_every_hit_holds_every_word(words: list[str]) -> None:
    for hit in BANK.search(" ".join(words), limit=1000):
        text = folded(hit.phrase.text)
        spelt = BANK.initials.of(text)
        assert all(w in text or w in spelt for w in folded(" ".join(words)).split())


@given(WORDS, WORD)
def test_one_word_more_never_gives_more(words: list[str], more: str) -> None:
    before = texts(BANK.search(" ".join(words), limit=1000))
    after = texts(BANK.search(" ".join([*words, more]), limit=1000))
    assert set(after) <= set(before)


@given(WORDS, st.sampled_from([None, "动员会"]), st.sampled_from([None, "任务"]))
def test_index_and_scan_agree(words: list[str], occasion: str | None, part: str | None) -> None:
    query = PhraseQuery.of(" ".join(words), occasion, part)
    assert INDEXED.search(query, 30) == SCANNED.search(query, 30)


def large_index() -> PhraseIndex:
    mixed = [*BANK.phrases] * 6  # enough for the index; some grams dense, some rare
    random.Random(1).shuffle(mixed)
    index = PhraseIndex(mixed, TABLE)
    index.prepare()
    assert index.indexed
    return index


INDEXED = large_index()
SCANNED = PhraseIndex(INDEXED.phrases, TABLE)
