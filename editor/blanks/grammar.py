"""The grammar of blanks: small recognisers, one for each kind, composed over a paragraph.

Two ways lead to a recogniser. A rare character (X, ×, *, _, a bracket) calls those of
that character, in order, and the first answer wins. What begins with an everyday
character is called by a whole word (此处, “”, 下略), because finding a word is far
cheaper in Chinese text than stopping at each 此 or “. Clean text costs these searches.
"""

from __future__ import annotations

import re
from bisect import bisect_left

from editor.blanks.recognisers import (
    brackets,
    doubts,
    elided,
    gaps,
    impossible_dates,
    instructions,
    letter_masks,
    mark_runs,
    masks,
    merge_fields,
    prompts,
    rooms,
    someone,
)
from editor.blanks.recognisers.eaten import eaten
from editor.blanks.recognisers.found import SPACES, FoundBlank, Recogniser
from editor.blanks.recognisers.lookalikes import is_rule_line
from editor.blanks.recognisers.vanished import vanished
from editor.language.script import even_width

__all__ = ["FoundBlank", "scan"]

_INDENT = "".join(SPACES)
_NESTING = "（([【〔{"


# In the order of asking: what is only asked about comes last.
_KINDS = (
    elided,
    mark_runs,
    someone,
    letter_masks,
    masks,
    gaps,
    rooms,
    merge_fields,
    brackets,
    impossible_dates,
    doubts,
)


def _table() -> dict[str, tuple[Recogniser, ...]]:
    table: dict[str, tuple[Recogniser, ...]] = {}
    for kind in _KINDS:
        for alphabet, recogniser in kind.RECOGNISERS:
            for char in alphabet:
                table[char] = (*table.get(char, ()), recogniser)
    return table


_RECOGNISERS = _table()
_TRIGGER = re.compile("[" + "".join(re.escape(c) for c in sorted(_RECOGNISERS)) + "]")
_WORDS = (
    *elided.WORDS,
    *prompts.WORDS,
    *instructions.WORDS,
    *brackets.WORDS,
    *letter_masks.WORDS,
    *impossible_dates.WORDS,
    *doubts.WORDS,
)
_HEADS = '此这以下中未隐击触请选待。TFCEI“‘《〈「『"YyMmDdＹｙＭｍＤｄ0０12１２口'
# The class in front lets the search run over the text at the speed of one class.
_SPOKEN = re.compile(f"(?=[{_HEADS}])(?:" + "|".join(pattern for pattern, _ in _WORDS) + ")")
_BY_HEAD = {
    head: tuple(recogniser for pattern, recogniser in _WORDS if head in pattern) for head in _HEADS
}


def scan(text: str) -> tuple[FoundBlank, ...]:
    """The blanks of one paragraph in order, without overlaps; pure, so cache it by text.

    A blank that needs the paragraph before or behind is `blank_reader.find_blanks`' business.
    """
    if is_rule_line(text):
        return ()
    text = even_width(text)
    found = _marked(text)
    if spoken := _spoken(text):
        found = _merged(spoken, found)
    if gone := [*vanished(text), *eaten(text), *rooms.stripped(text)]:
        found = _merged(found, gone)
    return tuple(found)


def _marked(text: str) -> list[FoundBlank]:
    found: list[FoundBlank] = []
    floor = 0
    trigger = _TRIGGER.search(text, len(text) - len(text.lstrip(_INDENT)))
    while trigger is not None:
        at = trigger.start()
        answer = _ask(text, at, floor)
        floor = answer.end if answer else floor
        found += [answer] if answer else []
        trigger = _TRIGGER.search(text, max(floor, _after_run(text, at)))
    return found


def _after_run(text: str, at: int) -> int:
    """Behind the marks equal to the one at ``at``: a run is judged once, as a whole."""
    end = at + 1
    while end < len(text) and text[end] == text[at] and text[at] not in _NESTING:
        end += 1
    return end


def _ask(text: str, at: int, floor: int) -> FoundBlank | None:
    for recogniser in _RECOGNISERS[text[at]]:
        answer = recogniser(text, at)
        if answer is not None and answer.start >= floor and answer.end > at:
            return answer
    return None


def _spoken(text: str) -> list[FoundBlank]:
    """What begins with a word: an order to the drafter, a cut, an empty pair."""
    found: list[FoundBlank] = []
    for match in _SPOKEN.finditer(text):
        for recogniser in _BY_HEAD[match[0]]:
            answer = recogniser(text, match.start())
            if answer and (not found or answer.start >= found[-1].end):
                found.append(answer)
    return found


def _merged(first: list[FoundBlank], second: list[FoundBlank]) -> list[FoundBlank]:
    """Both lists in order; where they overlap the one that holds the other wins."""
    kept: list[FoundBlank] = []  # in order and apart, so that only two neighbours can overlap
    for one in sorted([*first, *second], key=lambda f: (f.start - f.end, f.start)):
        place = bisect_left(kept, one)
        free = place == len(kept) or one.end <= kept[place].start
        if free and (place == 0 or kept[place - 1].end <= one.start):
            kept.insert(place, one)
    return kept
