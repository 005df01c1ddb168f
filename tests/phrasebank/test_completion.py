"""A sentence that has been begun goes on as the bank has it, or is left alone."""

from __future__ import annotations

import pytest

from phrasebank.bank import PhraseBank, load_phrase_bank
from phrasebank.completion import Completer, Completion
from phrasebank.initials import Initials
from phrasebank.ranking import PhraseRanking
from phrasebank.values import Phrase

FIXED = "增强“四个意识”、坚定“四个自信”、做到“两个维护”"
OURS = (
    "把竞赛的擂台搭到车间，让每一个岗位都有人叫好。",
    "把竞赛的成果用到生产上，才算没有白忙一场。",
    "把竞赛的规矩立在前头，谁来都一样。",
    "安全这根弦一刻也不能松，出了事谁都担不起。",
)


def completer(*own: str) -> Completer:
    phrases = [Phrase(f"动员会/要求/{n}", text, (), "要求") for n, text in enumerate(OURS)]
    phrases += [Phrase(f"我的/{n}", text, (), "要求", own=True) for n, text in enumerate(own)]
    phrases.append(Phrase("固定/1", FIXED, (), "固定提法", fixed=True))
    return Completer(PhraseBank(phrases, PhraseRanking({}, {}), Initials()))


def words(before: str, behind: str = "", *, own: str = "") -> str:
    found = completer(*([own] if own else [])).after(before, behind)
    return found.text if found else ""


def test_four_characters_of_a_phrase_are_gone_on_with_to_the_end_of_the_clause() -> None:
    assert words("各车间要记住，安全这根弦") == "一刻也不能松"


def test_words_from_the_middle_of_a_clause_must_be_more() -> None:
    assert words("他守住了一刻也不") == ""
    assert words("他那根弦一刻也不") == "能松"


def test_an_official_formulation_is_offered_whole() -> None:
    assert words("要增强“四个意识") == "”、坚定“四个自信”、做到“两个维护”"


def test_nothing_is_offered_where_many_ways_lead_on() -> None:
    assert words("要把竞赛的") == ""
    assert words("要把竞赛的擂台") == "搭到车间"


def test_the_writers_own_phrase_wins_over_a_bundled_one() -> None:
    own = "把竞赛的名次看轻些。"
    assert words("要把竞赛的", own=own) == "名次看轻些"


@pytest.mark.parametrize("behind", ["也要绷紧", "X", "的"])
def test_nothing_is_offered_inside_a_sentence(behind: str) -> None:
    assert words("安全这根弦", behind) == ""
    assert words("安全这根弦", "。下一句") == "一刻也不能松"


@pytest.mark.parametrize("before", ["", "安", "安全", "abcd", "安全 这根", "20xx", "，。；！"])
def test_too_little_or_latin_words_ask_for_nothing(before: str) -> None:
    assert completer().after(before) is None


def test_a_phrase_that_is_there_whole_is_not_offered_again() -> None:
    assert words(FIXED) == ""
    assert words("安全这根弦一刻也不能松") == ""


def test_what_is_added_makes_the_phrase() -> None:
    bank = load_phrase_bank()
    asked, wrong = 0, []
    for phrase in bank.phrases:
        before = phrase.text[:9].split("\n")[0]
        found: Completion | None = Completer(bank).after(before)
        asked += found is not None
        if found and before[-found.matched :] + found.text not in found.phrase.text:
            wrong.append(before)
    assert asked > len(bank.phrases) // 3 and not wrong
