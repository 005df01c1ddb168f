"""Clean sentences, last paragraphs and lists with the words of sites: nothing is ticked."""

from __future__ import annotations

import pytest

from editor.intake.tidy import tidy
from editor.manuscript.manuscript import manuscript_of
from tests.intake.clean.frames import CLOSING, FOOT, HEAD, SECOND, lines_of, lists, on_site, speech

SENTENCES, ENDINGS, LISTS = lines_of("sentences"), lines_of("endings"), lists()
LAST_WORDS = ("以上就是我汇报的全部内容，不当之处，请批评指正。",)


def gone(lines: list[str]) -> list[str]:
    """The lines that the sure items take out or change, a site's own aside."""
    raw = manuscript_of("\n".join(lines))
    clean = tidy(raw).clean().text
    kept = clean.split("\n")
    return [line for line in lines if line not in kept and line not in (*HEAD, *FOOT)]


def test_there_are_enough_of_each() -> None:
    assert len(set(SENTENCES)) >= 100 and len(set(ENDINGS)) >= 100 and len(LISTS) >= 50


@pytest.mark.parametrize("sentence", SENTENCES)
def test_a_sentence_of_the_speech_stays(sentence: str) -> None:
    assert gone(speech(sentence)) == []
    assert gone(on_site(speech(sentence))) == []
    assert gone(speech("在这个问题上，" + sentence)) == []


@pytest.mark.parametrize("ending", ENDINGS)
def test_a_last_paragraph_stays(ending: str) -> None:
    assert gone(speech(closing=(ending,))) == []
    assert gone(speech(closing=(*CLOSING, ending))) == []
    assert gone(on_site(speech(closing=(ending,)))) == []


@pytest.mark.parametrize("items", LISTS, ids=lambda items: items[0][:8])
def test_a_list_stays(items: list[str]) -> None:
    assert gone(speech("今年要办好这几件实事。", *items)) == []
    assert gone(on_site(speech(*items, closing=LAST_WORDS))) == []
    assert gone(["在全市重点工作推进会上的讲话", "同志们：", "概括起来是几件实事。", *items,
                 *LAST_WORDS]) == []  # fmt: skip
    assert gone([*speech(), *SECOND, *items]) == []


@pytest.mark.parametrize("line", lines_of("heads"))
def test_what_an_office_writes_below_a_title_stays(line: str) -> None:
    title, *rest = speech()
    assert gone([title, line, *rest]) == []
    assert gone(on_site([title, line, *rest])) == []


@pytest.mark.parametrize("line", lines_of("tails"))
def test_what_an_office_writes_below_the_last_words_stays(line: str) -> None:
    assert gone([*speech(), line]) == []
    assert gone(on_site([*speech(), line])) == []
