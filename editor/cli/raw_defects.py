"""Defects that cleaning takes away before the text is checked: what `analyse` tells of the raw.

A page mark inside a word goes, a text without paragraphs is divided, and the words by
which a site says that there is more ('共2页，当前第1页') go as noise: for who judges the
template they are its defects all the same.
"""

from __future__ import annotations

import re

from editor.checks.rules.rule import Rule
from editor.intake.receipt import Receipt
from editor.manuscript.manuscript import Manuscript
from editor.manuscript.paragraph import Position, Span

_OF_RAW = frozenset({"page-mark-in-word", "missing-paragraphs"})
_MORE = re.compile(
    r"未完|[试预][读览](?:已)?(?:结束|完)|(?:还剩|剩余)\s*\d+\s*[页%％字]|当前仅显示|展开(?:阅读)?全文|阅读全文|"
    r"完整(?:阅读|全文|版)"
)
_PAGES = re.compile(
    r"共\s*(?P<all>\d+)\s*页[，, ]*当前第\s*(?P<now>\d+?)\s*页"
    r"|第\s*(?P<at>\d+)\s*页\s*[/／，, ]?\s*共\s*(?P<of>\d+)\s*页"
)


def is_of_raw(rule: Rule) -> bool:
    """Whether a rule is for the text as it was before cleaning."""
    return rule.defect in _OF_RAW


def cut_end(receipt: Receipt, clean: Manuscript) -> Span | None:
    """The last character of a text whose site says behind it that there is more."""
    last = next((i for i, p in reversed([*enumerate(clean.paragraphs)]) if p.text.strip()), 0)
    end = len(clean.paragraphs[last].text.rstrip())
    if end == 0:
        return None
    place = receipt.raw_position(Position(last, end - 1))
    behind = (item.before for item in receipt.items if item.start > place)
    if not any(_tells_of_more(words) for words in behind):
        return None
    return Span(last, end - 1, end)


def _tells_of_more(words: str) -> bool:
    if _MORE.search(words):
        return True
    for match in _PAGES.finditer(words):
        now, pages = match["now"] or match["at"], match["all"] or match["of"]
        if int(now) < int(pages):
            return True
    return False
