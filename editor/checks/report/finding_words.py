"""What is said of a finding wherever it is shown: at the word, in the panel, by the keys.

One source of words, so that menu, card and panel cannot differ. Marked stretches of an example
stay places: whoever shows it sets them off as his page can, never by signs among the words.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import Final, NamedTuple

from editor.checks.finding import IN_WORD, PART, Finding, Fix, Severity
from editor.checks.report.finding_fixes import HARD_BREAK, NUMBERS
from editor.checks.rules.explain import explain
from editor.checks.rules.rule import Example, Rule
from editor.manuscript.manuscript import Manuscript

SIGNS: Final = MappingProxyType({Severity.MUST: "■", Severity.LOOK: "●", Severity.HINT: "○"})
LEAVE = "忽略这一处"
WHY = "为什么"
_FIRM = ("blanks/", "reading/")
_NEAR = 6  # characters either side of the seam of two lines that are joined
_LONGEST = 16  # characters of an excerpt that is named in a choice


class RuleReason(NamedTuple):
    """Why a rule speaks; an example where it is wrong and one where it is right."""

    why: str
    source: str
    bad: Example | None
    good: Example | None


def reason_of(rule: Rule) -> RuleReason:
    """The reason of a rule, with the first of its examples."""
    told = explain(rule)
    return RuleReason(told.why, told.source, *(next(iter(x), None) for x in (told.bad, told.good)))


def may_be_ignored(finding: Finding) -> bool:
    """Not what could not be checked, nor open blanks: the fill sheet asks of each."""
    return finding.severity is not Severity.MUST or not finding.rule.startswith(_FIRM)


def fix_words(fix: Fix, finding: Finding, manuscript: Manuscript) -> str:
    """What a fix does, with the words that will stand there: '改为“，”', '接上：……针对性……'."""
    if not fix.edits:
        return fix.label
    edit = fix.edits[0]
    if finding.rule == HARD_BREAK:
        left = manuscript.paragraphs[edit.start.paragraph].text[: edit.start.offset]
        right = manuscript.paragraphs[edit.end.paragraph].text[edit.end.offset :]
        return f"{fix.label}：……{left[-_NEAR:]}{right[:_NEAR]}……"
    seen = not edit.text.strip() or edit.text in fix.label
    return fix.label if seen else f"{fix.label}“{edit.text}”"


def everywhere_words(finding: Finding) -> str:
    """'全文忽略“其它”'; '' where the words are none that could come again."""
    words = finding.excerpt
    whole = words.strip() and "\u2028" not in words and len(words) <= _LONGEST
    return f"全文忽略“{words}”" if whole else ""


def how_to_fill(mark: str) -> str:
    """What to do on the page at a blank: what is typed into a mark leaves the rest of it there."""
    room_only = not mark.strip(" 　\u2028_＿")
    return "在这里打上要填的字" if room_only else "选中它（双击），打上要填的字"


def advice(finding: Finding) -> str:
    """What to do about a finding that no fix mends."""
    if finding.side:
        return f"在{finding.place}里，{IN_WORD}。"
    family = finding.rule.partition("/")[0]
    if family == "blanks":
        return f"{how_to_fill(finding.excerpt)}，或在填空单里填。"
    if finding.rule in NUMBERS:
        return "用“提纲”菜单里的“重排序号”改，或在这里改。"
    if family == "spun":
        return "用“检查”菜单里的“逐对修复伪原创”改，或在这里改。"
    if finding.rule == PART:
        return "在句末按回车分成几段，分开的接着就看。网页上复制来没有分段的，先用“清理范文”。"
    if finding.severity is Severity.HINT or not may_be_ignored(finding):
        return "请看一眼这里。"
    return "没有现成的改法：在这里改；不必改的，忽略这一处。"
