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
from editor.language.field_labels import bare_label, is_field, is_prompted

_HIT: Final = r"(?:单击|点击|双击|点按|轻触|轻点|点选)"
_WRITE: Final = r"(?:键入|输入|录入|填写|填入|写入|添加|插入|编辑|选择|选取)"
_WHAT: Final = r"(?P<what>[^\s，。；、！？,.;!?：:“”()（）\[\]【】〔〕<>《》|/│]{0,12})"
_CLICK: Final = re.compile(
    rf"(?:请)?{_HIT}(?:(?:或(?:者)?|/){_HIT})?(?:(?:此处|这里|此框|文本框|方框)(?:以|来|即可|可)?|以)"
    rf"{_WRITE}{_WHAT}"
)
_HERE: Final = re.compile(
    rf"(?:请)?在?(?:此处|这里|此|该处|下方|此框内?|括号内)(?:直接)?{_WRITE}{_WHAT}"
)
_ASK: Final = re.compile(rf"请{_WRITE}{_WHAT}")
_CHOOSE: Final = re.compile(
    r"(?:请)?(?:选择|选取)(?:一|某)个?(?:项目?|选项|条目|日期|构建基块)|请选择|待填写?"
)
_ENGLISH: Final = re.compile(
    r"(?:Click|Tap)(?: (?:or|and) (?:tap|click))?(?: here)? to"
    r" (?:enter|add|type|insert|choose|select|edit)"
    r"(?: (?:an?|the|your))?(?: (?!and )[A-Za-z]+){0,4}"
    r"|Choose (?:an item|a building block|a date)"
    r"|(?:Enter|Type|Insert)(?: (?:your|the|an?))? [A-Za-z]+(?: [A-Za-z]+)? here"
)
_SHORT: Final = re.compile(rf"{_WRITE}{_WHAT}")
_SHORT_ENGLISH: Final = re.compile(
    r"(?:Type|Enter|Insert|Pick|Select|Choose)(?: (?:the|your|an?))?(?: [A-Za-z]+){1,4}"
    r"|Your (?:Name|Title|Company|Address|Phone)|Company Name",
    re.IGNORECASE,
)
# What makes of a prompt a clause of a sentence: 点击此处输入姓名后即可查询.
_GOES_ON: Final = re.compile(
    r"[后前并再即就便才则能会将时了的到给于至为]|以便|可以|进行|完整|清楚|齐全|真实|准确|工整|规范|如实|注意|核[对实]|检查|确认|[按从由]"
)
_FORM: Final = re.compile(r"^(?:以下|下列|下面|下表|上述|附|此)|(?:表|单|卡|卷|书|栏|册|簿|密码)$")
_END: Final = re.compile(r"[。.…]*")
_TYPED: Final = re.compile("请(?:键入|输入|录入)")
_SPACES: Final = " \u3000\t\u2028"
_LEADS: Final = frozenset("：:（(【[〔、/|│_")
_STOPS: Final = frozenset("）)】]〕、/|│_" + _SPACES)
_LABEL: Final = 8  # characters of a label that a prompt follows without a colon
_OWNER: Final = re.compile(r"^(?:您的|你的|您|你|贵|本)|(?<=.)(?:文字|文本|内容)$")
_DATED: Final = re.compile(r"日期|年月|\bdate\b", re.IGNORECASE)


def prompt(text: str, at: int) -> FoundBlank | None:
    """The prompt that holds the character at ``at``, where it is one and no sentence."""
    for regex in (_CLICK, _HERE, _ENGLISH, _CHOOSE, _ASK):
        match = _around(regex, text, at)
        if match is None or not _asks(match):
            continue
        end = _END.match(text, match.end())
        stop = end.end() if end else match.end()
        if _stands(text, match.start(), stop, alone=regex in (_CHOOSE, _ASK)):
            return prompt_found(text, match.start(), stop)
    return None


def prompt_found(text: str, start: int, end: int) -> FoundBlank:
    """The blank of a prompt at ``[start, end)``, its kind and name by its words."""
    words = text[start:end]
    kind = BlankKind.DATE if _DATED.search(words) else BlankKind.BLANK
    return FoundBlank(start, end, kind, BlankOrigin.PROMPT, wanted(words))


def wanted(words: str) -> str:
    """What a prompt asks for ('姓名'), where it names a field; else ''."""
    for regex in (_CLICK, _HERE, _ASK, _SHORT):
        match = regex.match(words.strip("[]【】（）()〔〕{}" + _SPACES))
        if match and is_field(name := _object(match["what"])):
            return name
    return ""


def is_prompt(inner: str) -> bool:
    """Whether the words of a bracket are a prompt: 键入文字, 在此处键入, Type the title."""
    inner = inner.strip("。.…" + _SPACES)
    for regex in (_CLICK, _HERE, _CHOOSE, _ENGLISH, _ASK, _SHORT_ENGLISH):
        match = regex.fullmatch(inner)
        if match and _asks(match):
            return True
    short = _SHORT.fullmatch(inner)
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
    if match.re is _ASK and not _TYPED.match(match[0]):
        return False  # 请填写登记表, 请选择座位: said to who holds the form
    return not _GOES_ON.search(name) and not _FORM.search(name)


def _object(what: str) -> str:
    return bare_label(_OWNER.sub("", what))


def _stands(text: str, start: int, end: int, *, alone: bool) -> bool:
    """Whether a stretch stands by itself: no part of a sentence, not quoted."""
    before, rest = text[:start].rstrip(_SPACES), text[end:]
    labelled = before[-1:] in _LEADS
    if rest and rest[0] not in _STOPS and not (_CLICK.match(rest) or _ENGLISH.match(rest)):
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
    found = [*_CLICK.finditer(before), *_ENGLISH.finditer(before)]
    return bool(found) and found[-1].end() >= len(before) - 1


WORDS = (
    (
        "击(?=此|这|文|方|以|或|/)|请(?=[键输录填选])|触(?=此|以)|选(?=择[一某]|取[一某])|待(?=填)",
        prompt,
    ),
    ("此(?=处|[键输录填添])|这(?=里[键输录填添直])", prompt),
    ("C(?=lick |hoose )|T(?=ap |ype )|E(?=nter )|I(?=nsert )", prompt),
)
