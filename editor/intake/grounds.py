"""What makes a removal sure: a site's own sign in the line, or sure lines around it.

The recognisers look for all that may be a site's. Here each whole line they took out is asked
for its grounds, together with the run of such lines it stands in. It **proves itself** by an
address, or a form or caption that only sites have. It is **of a page** when it speaks of the
text, the page or its reader, or is one of a page's short labels; several of these prove a run.
A line of other words (an office uses them too) goes only where such lines, or the end of the
text, stand on both sides. What has no grounds is put back, and asked about where it may be a
site's all the same.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Final

from editor.intake.line_buffer import LineBuffer
from editor.intake.line_shapes import is_heading, is_prose, is_salutation, is_title
from editor.intake.lines.caption_lines import button_kind
from editor.intake.lines.introductions import calls, introduces
from editor.intake.lines.site_lines import is_file_card
from editor.intake.noise_score import ENOUGH, noise_score
from editor.language.sites import (
    edge_forms,
    grounds,
    hint_forms,
    matching,
    site_notices,
    sure_forms,
)
from editor.language.speech import genre_choice

# Found by counting, by place or by letters that nobody writes: each is sure by itself.
_COUNTED: Final = frozenset(
    ("page-number", "page-split", "toc", "toc-mark", "jammer", "pinyin", "emoji", "markdown")
)
# Of these a text has none unless a site had it.
_OF_SITES: Final = frozenset(("watermark", "url", "jammer"))
# Inside a paragraph a form has told them.
_INSIDE: Final = _OF_SITES | {"site-note", "copyright"}
_ADDRESS = re.compile(
    r"(?:https?://|www\.)[\w.\-]+|(?<![@\w.\-])[\w\-]+\.(?:com|net|org|cc)(?:\.cn)?(?![\w.])",
    re.IGNORECASE,
)
_OFFICIAL = re.compile(r"\.(?:gov|edu|mil)\b", re.IGNORECASE)
_SPOKEN = re.compile(r"请(?!勿|您|联系|记住|牢记)|各[位单组部]|大家|同志|我们|职工|群众")
# Who calls on his units speaks as an office, whatever he calls on them to read.
_CALLED = re.compile(r"(?:请|望|由|要求)各(?!位|种|类|界)[一-龥]{1,8}")
_ASKED: Final = "像网页上的话，没有确证"
_BESIDE: Final = "挨着网页内容，也可能是讲话"
_LONG: Final = 120
_SHORT: Final = 40
# What a line of each sort weighs, and what a run of them must weigh.
_SURE, _PAGE, _LABELLED, _WORDS = 4, 3, 2, 1
_PROVEN: Final = 4
# From so much on a run is asked about in a text without a site's sign.
_MANY: Final = 3
# What all of a text's lines must weigh where no run is proven, and so many of a page's.
_SITED, _PAGES = 6, 2
# So many lines of the speech may stand above its salutation.
_HEAD: Final = 3
# A page's caption: the title, and behind a stroke what the page adds. Looked for in so many lines.
_CAPTIONED = re.compile(
    r"[\s　]*(?P<title>[^_|｜>＞»:：\s]{2,40}?(?:[ 　][^_|｜>＞»:：\s]{2,40}?)?)[\s　]*"
    r"(?:[_|｜].*|\s[-–—]+\s.*|[（(【\[].*|[\d ]*$)"
)
_REACH: Final = 12


def settle(buffer: LineBuffer) -> None:
    """Put back every removed line that has no grounds, and ask about those that may go."""
    _settle_lines(buffer)
    _leave_a_title(buffer)


def _settle_lines(buffer: LineBuffer) -> None:
    rows = [n for n, line in enumerate(buffer.lines) if line.strip()]
    marked = False
    runs: list[list[int]] = [[]]
    for number in rows:
        if _goes_whole(buffer, number):
            runs[-1].append(number)
            continue
        marked = marked or any(c.kind in _INSIDE for c in buffer.changes.get(number, ()))
        runs.append([])
    runs = [run for run in runs if run]
    weights = {n: _weight(buffer, n) for run in runs for n in run}
    certain = [_is_proven([weights[n] for n in run]) for run in runs]
    sited = marked or any(certain) or _is_proven_by_all(list(weights.values()))
    places = list(_places(buffer, rows, runs))
    for run, proven, place in zip(runs, certain, places, strict=True):
        firm = [n for n in run if weights[n] >= _LABELLED]
        many = sum(weights[n] for n in run) >= _MANY
        proven = proven or (bool(firm) and sited and (place.head or place.end))
        for number in run:
            if number not in buffer.suspects and (sited or weights[number] >= _SURE):
                continue
            above = place.top or (bool(firm) and firm[0] < number)
            below = place.end or place.titled or (bool(firm) and number < firm[-1])
            if proven and ((above and below) or weights[number] >= _LABELLED):
                continue
            if not _stays_out(buffer, number, weights[number], proven or sited):
                why = _BESIDE if proven else _ASKED
                told = weights[number] >= _LABELLED or _may_be(buffer.lines[number])
                if told or many or sited or number not in buffer.suspects:
                    buffer.doubt(number, why)
                else:
                    buffer.restore(number)


def _stays_out(buffer: LineBuffer, number: int, weight: int, sited: bool) -> bool:
    """Whether a line goes by itself, wherever it stands."""
    if weight >= _SURE or buffer.changes[number][0].kind in _COUNTED:
        return True
    text = buffer.lines[number].strip()
    if not sited:
        return False
    bare = not any(map(str.isalnum, text))
    return bare or (weight >= _LABELLED and not _is_sentence(text))


@dataclass(frozen=True, slots=True)
class _RunPlace:
    """Where a run stands: at the top of the file, above or right below the title, at the end."""

    top: bool
    head: bool
    titled: bool
    end: bool


def _places(buffer: LineBuffer, rows: list[int], runs: list[list[int]]) -> Iterator[_RunPlace]:
    """The place of each run among the rows with text."""
    kept = [n for n in rows if not buffer.is_removed(n)]
    begins = -1  # where the speech has begun: below that nothing is its head
    for number in kept[: _HEAD + 1]:
        begins = number
        if is_prose(text := buffer.kept_text(number)) or is_salutation(text):
            break
    for run in runs:
        head = begins < 0 or run[0] < begins
        at = bisect_left(kept, run[-1])
        titled = head and at < len(kept) and is_title(buffer.kept_text(kept[at]))
        yield _RunPlace(run[0] == rows[0], head, titled, run[-1] == rows[-1])


def _leave_a_title(buffer: LineBuffer) -> None:
    """Where the page's caption took the speech's only title with it, only the site's words go."""
    head: list[int] = []
    for number, line in enumerate(buffer.lines):
        if not line.strip():
            continue
        if not buffer.is_removed(number):
            text = buffer.kept_text(number)
            if is_title(text) or is_prose(text) or is_salutation(text) or len(head) > _REACH:
                break
        head.append(number)
    else:
        return
    if not is_salutation(buffer.kept_text(number)):
        return
    for number in reversed(head):
        line = buffer.lines[number]
        hits = (
            (_CAPTIONED.match(line), _placed().search(line)) if _goes_whole(buffer, number) else ()
        )
        if hit := next((h for h in hits if h and is_title(h["title"])), None):
            whole = buffer.restore(number)
            for around in ((hit.end("title"), len(line)), (0, hit.start("title"))):
                buffer.remove_kept(number, around, whole.kind, whole.why)
            return


@cache
def _placed() -> re.Pattern[str]:
    """A title that says where it was spoken, among other words."""
    return re.compile(
        rf"(?P<title>在[^。，；：:！!？?>\s]{{4,40}}?上的?{genre_choice()}(?:稿|提纲|要点)?)"
    )


def _is_proven(weights: list[int]) -> bool:
    """Whether lines that stand together are a site's: one for certain, or enough of a page's."""
    return max(weights) >= _LABELLED and sum(weights) >= _PROVEN


def _is_proven_by_all(weights: list[int]) -> bool:
    """Whether a text has enough of a page's lines, though nowhere enough of them together."""
    return sum(weights) >= _SITED and sum(weight >= _LABELLED for weight in weights) >= _PAGES


def _goes_whole(buffer: LineBuffer, number: int) -> bool:
    changes = buffer.changes.get(number, ())
    return len(changes) == 1 and changes[0].start == 0 and buffer.is_removed(number)


def _weight(buffer: LineBuffer, number: int) -> int:
    text = buffer.lines[number].strip()
    if buffer.changes[number][0].kind in _OF_SITES or _proves_itself(text):
        return _SURE
    found = noise_score(text)
    if _OFFICIAL.search(text) or _CALLED.search(text):
        return 0
    if matching(edge_forms(), text) or found.features & grounds("page"):
        return _PAGE
    if _is_sentence(text):
        return 0
    if found.features & grounds("label"):
        return _LABELLED
    if matching(hint_forms(), text):
        return 0
    return _WORDS if found.total >= ENOUGH else 0


def _proves_itself(text: str) -> bool:
    if button_kind(text) not in ("", "weak") or matching(sure_forms(), text) or is_file_card(text):
        return True
    if any(form.sure and form.pattern.fullmatch(text) for form in site_notices()):
        return True
    if introduces(text) and not calls(text):
        return True
    return _has_address(text) and not _is_sentence(text)


def _may_be(text: str) -> bool:
    """Whether a line asks its readers to follow somebody: an office, or a site."""
    found = matching(hint_forms(), text.strip())
    return found is not None and found.kind == "share-bar"


def _is_sentence(text: str) -> bool:
    """Whether a line could be said: it ends as one, is long, is numbered, or calls on somebody."""
    ended = text[-1] in "。！？!?" or text[-2:] in ("。）", "。”", "！”")
    return ended or len(text) > _SHORT or is_heading(text) or bool(_SPOKEN.search(text))


def _has_address(text: str) -> bool:
    return len(text) <= _LONG and bool(_ADDRESS.search(text)) and not _OFFICIAL.search(text)
