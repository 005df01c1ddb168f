"""某: somebody or some place that is not named, as a blank or as a case is told."""

from __future__ import annotations

from editor.blanks.blank import BlankKind
from editor.blanks.recognisers.found import FoundBlank, before, run_of
from editor.language.blank_forms import blank_form
from editor.language.mask_words import post_behind, someone_behind
from editor.language.surnames import plain_surnames

_SOLE = frozenset("某")


def someone(text: str, at: int) -> FoundBlank | None:
    """某某 for a name, 某市总工会; 某股, 某书记 are asked about; not 某些, 某企业, 王某."""
    start, end = run_of(text, at, _SOLE)
    named = _is_named(text, start)
    if end - start >= 2:
        return None if named and not post_behind(text, end) else _mark(start, end)
    if blank_form("someone-organ").match(text, end):
        return _mark(start, end)
    return None if named or not someone_behind(text, end) else _mark(start, end, sure=False)


def somewhere(text: str, *, wide: bool = False) -> list[FoundBlank]:
    """某 before a place or office: a blank only in a text that has others.

    ``wide``: before things too (某工程), where the text writes its other blanks as 某.
    """
    found: list[FoundBlank] = []
    at = text.find("某")
    while at >= 0:
        elder = blank_form("someone-elder").match(text, at + 1) and not _is_named(text, at)
        thing = wide and blank_form("someone-thing").match(text, at + 1)
        if elder or thing or blank_form("someone-place").match(text, at + 1):
            found.append(_mark(at, at + 1))
        at = text.find("某", at + 1)
    return found


def _is_named(text: str, at: int) -> bool:
    """Whether a surname stands in front: 王某; not 感谢某某."""
    surname = before(text, at) in plain_surnames()
    return surname and not blank_form("no-surname").search(text, max(0, at - 2), at)


def _mark(start: int, end: int, *, sure: bool = True) -> FoundBlank:
    return FoundBlank(start, end, BlankKind.X, sure=sure)


RECOGNISERS = ((_SOLE, someone),)
