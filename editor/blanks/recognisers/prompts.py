"""Prompts that Word, WPS and templates put where words are to go: 单击此处输入文字。, 请输入姓名.

A file's own marks say where a control still shows its prompt (`file_marks`); here prompts are
told by their words, for what was pasted or saved as plain text. A sentence that speaks of
clicking and typing (系统会提示“请输入密码”) is none: a prompt stands by itself, behind a label,
or in brackets.
"""

from __future__ import annotations

import re
from typing import Final

from editor.blanks.blank import BlankKind, BlankOrigin
from editor.blanks.recognisers.found import FoundBlank
from editor.language.blank_forms import blank_form
from editor.language.field_labels import bare_label, is_field, is_prompted

_END: Final = re.compile(r"[。.…]*")
_SPACES: Final = " \u3000\t\u2028"
_LEADS: Final = frozenset("：:（(【[〔、/|│_")
_STOPS: Final = frozenset("）)】]〕、/|│_" + _SPACES)
_LABEL: Final = 8  # characters of a label that a prompt follows without a colon


def prompt(text: str, at: int) -> FoundBlank | None:
    """The prompt that holds the character at ``at``, where it is one and no sentence."""
    for regex in (
        blank_form("prompt-click"),
        blank_form("prompt-here"),
        blank_form("prompt-english"),
        blank_form("prompt-choose"),
        blank_form("prompt-ask"),
    ):
        match = _around(regex, text, at)
        if match is None or not _asks(match):
            continue
        end = _END.match(text, match.end())
        stop = end.end() if end else match.end()
        if _stands(
            text,
            match.start(),
            stop,
            alone=regex in (blank_form("prompt-choose"), blank_form("prompt-ask")),
        ):
            return prompt_found(text, match.start(), stop)
    return None


def prompt_found(text: str, start: int, end: int) -> FoundBlank:
    """The blank of a prompt at ``[start, end)``, its kind and name by its words."""
    words = text[start:end]
    kind = BlankKind.DATE if blank_form("prompt-dated").search(words) else BlankKind.BLANK
    return FoundBlank(start, end, kind, BlankOrigin.PROMPT, wanted(words))


def wanted(words: str) -> str:
    """What a prompt asks for ('姓名'), where it names a field; else ''."""
    for regex in (
        blank_form("prompt-click"),
        blank_form("prompt-here"),
        blank_form("prompt-ask"),
        blank_form("prompt-short"),
    ):
        match = regex.match(words.strip("[]【】（）()〔〕{}" + _SPACES))
        if match and is_field(name := _object(match["what"])):
            return name
    return ""


def is_prompt(inner: str) -> bool:
    """Whether the words of a bracket are a prompt: 键入文字, 在此处键入, Type the title."""
    inner = inner.strip("。.…" + _SPACES)
    for regex in (
        blank_form("prompt-click"),
        blank_form("prompt-here"),
        blank_form("prompt-choose"),
        blank_form("prompt-english"),
        blank_form("prompt-ask"),
        blank_form("prompt-short-english"),
    ):
        match = regex.fullmatch(inner)
        if match and _asks(match):
            return True
    short = blank_form("prompt-short").fullmatch(inner)
    return short is not None and is_prompted(_object(short["what"]))


def _around(regex: re.Pattern[str], text: str, at: int) -> re.Match[str] | None:
    """The match that holds ``at``: prompts have their sign near their beginning."""
    for start in range(max(0, at - 3), at + 1):
        match = regex.match(text, start)
        if match and match.end() > at:
            return match
    return None


def _asks(match: re.Match[str]) -> bool:
    """Whether the words ask for something, and do not go on as those of a sentence."""
    what = match.groupdict().get("what")
    if what is None or is_prompted(name := _object(what.rstrip("…"))):
        return True
    if match.re is blank_form("prompt-ask") and not blank_form("prompt-typed").match(match[0]):
        return False  # 请填写登记表, 请选择座位: said to who holds the form
    return not blank_form("prompt-goes-on").search(name) and not blank_form("prompt-form").search(
        name
    )


def _object(what: str) -> str:
    return bare_label(blank_form("prompt-owner").sub("", what))


def _stands(text: str, start: int, end: int, *, alone: bool) -> bool:
    """Whether a stretch stands by itself: no part of a sentence, not quoted."""
    before, rest = text[:start].rstrip(_SPACES), text[end:]
    labelled = before[-1:] in _LEADS
    if (
        rest
        and rest[0] not in _STOPS
        and not (blank_form("prompt-click").match(rest) or blank_form("prompt-english").match(rest))
    ):
        return False
    if alone and rest.strip(_SPACES) and not (labelled or rest[0] not in _SPACES):
        return False
    if not before or labelled:
        return True
    if before[-1] in "。." and not alone:
        return _before_is_prompt(before)
    label = re.split(rf"[。，；{_SPACES}]", before)[-1]
    return len(label) <= _LABEL and is_field(bare_label(label))


def _before_is_prompt(before: str) -> bool:
    found = [
        *blank_form("prompt-click").finditer(before),
        *blank_form("prompt-english").finditer(before),
    ]
    return bool(found) and found[-1].end() >= len(before) - 1


WORDS = (
    (
        "击(?=此|这|文|方|以|或|/)|请(?=[键输录填选])|触(?=此|以)|选(?=择[一某]|取[一某])|待(?=填)",
        prompt,
    ),
    ("此(?=处|[键输录填添])|这(?=里[键输录填添直])", prompt),
    ("C(?=lick |hoose )|T(?=ap |ype )|E(?=nter )|I(?=nsert )", prompt),
)
