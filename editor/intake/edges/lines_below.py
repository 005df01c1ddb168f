"""The lines behind a speech and between two: good-byes, links, votes, notices.

Where a speech closes with its thanks or wishes, hardly anything but a name and a date may
follow: there one sure line of a site's condemns what stands with it.
"""

from __future__ import annotations

from editor.intake.edges.judge import REACH, WITH, EdgeJudge
from editor.intake.line_shapes import ends_paragraph, is_major_heading, is_prose, is_salutation
from editor.intake.noise_score import is_bracketed
from editor.manuscript.speech_lines import is_goodbye

# So many lines between two speeches at most.
_GAP = 15
# Lines behind a closing, none of which has enough against it, may have it together.
_TOGETHER = 4
# More lines than an office features with, a name and a date aside, are no speech's.
_MANY = 3
_LONG = 60
# Among so many sure notices a sentence with any feature is one too; a short line is an entry.
_NOTICES, _LISTED = 2, 30
# What a line right above a site's must have against it.
_BESIDE = 2


def remove_between_speeches(judge: EdgeJudge) -> None:
    """Remove furniture right above the title or the salutation of a speech."""
    kept = judge.remaining()
    for at, number in enumerate(kept):
        text = judge.text(number)
        if len(text) > 60 or not (is_salutation(text) or judge.names(number)):
            continue
        for above in reversed(kept[max(0, at - _GAP) : at]):
            if judge.names(above) or judge.is_issued(above) or not judge.is_sites(above):
                break
            judge.remove(above, "site-footer")


def remove_below(judge: EdgeJudge) -> None:
    """Remove what stands behind the last sentence; below sure furniture everything."""
    block = _behind_closing(judge)
    zone = block or _behind_speech(judge)
    if not zone:
        return
    sites = {n for n in zone if judge.is_sites(n)}
    weights = [judge.noise_score(n).total for n in block]
    others = [n for at, n in enumerate(block) if not judge.signs_off(block[at:])]
    many = len([n for n in others if not is_bracketed(judge.text(n))]) >= _MANY
    condemned = bool(block) and (bool(sites) or sum(max(0, w) for w in weights) > _TOGETHER)
    sure = zone[0] - 1 if judge.holds_notice(zone[0] - 1) else -1
    for at, number in enumerate(zone):
        told = number in sites or (condemned and judge.noise_score(number).total > 0) or many
        told = told or (judge.noise_score(number).total >= _BESIDE and _next(zone, at) in sites)
        if judge.is_issued(number):
            sure = -1
        elif told and not judge.signs_off(zone[at:]):
            sure = sure if sure >= 0 else number
            judge.remove(number, "site-footer")
        elif judge.holds_notice(number):  # a notice in a line whose rest stays
            sure = number
        elif judge.goes_with_sentence(number) or judge.buffer.from_docx:
            continue
        elif 0 <= sure < number and not judge.signs_off(zone[at:]):
            judge.remove(number, "site-footer", WITH)


def _next(zone: list[int], at: int) -> int:
    return zone[at + 1] if at + 1 < len(zone) else -1


def _behind_speech(judge: EdgeJudge) -> list[int]:
    """The lines below the last that is the speech's for certain."""
    zone: list[int] = []
    for number in reversed(judge.remaining()[-REACH:]):
        if judge.speaks(number):
            break
        zone.insert(0, number)
    return zone


def _behind_closing(judge: EdgeJudge) -> list[int]:
    """The lines below the thanks or wishes at the end; none where a speech may go on."""
    found: list[int] = []
    below: list[int] = []
    spoken = written = 0
    rows = [n for n, line in enumerate(judge.buffer.lines) if line.strip()]
    for number in reversed(rows[-REACH:]):
        if judge.buffer.is_removed(number):
            written += judge.holds_notice(number)
            continue
        text = judge.text(number)
        sites = judge.is_sites(number)
        if is_salutation(text) or judge.names(number) or judge.is_issued(number):
            return found
        if is_goodbye(text) and not sites:
            found = below[::-1]
            if len(text) > 12 or "谢" in text:
                return found
        told = written >= _NOTICES and judge.noise_score(number).total > 0
        if not (sites or told) and (is_prose(text) or len(text) > _LONG):
            return found
        listed = len(text) <= _LISTED and not ends_paragraph(text) and not is_major_heading(text)
        spoken += judge.speaks(number) and not listed and not told
        written += sites
        if spoken > max(1, written):
            return found
        below.append(number)
    return found
