"""Fields of merge letters and templates that were never merged: «姓名», {{姓名}}, ${name}.

Guillemets and double angles also stand for book marks (<<出师表>>), braces for sets and code, so
that the words inside must be the name of a field or of a variable. What a Word file itself
marks as a merge field is `file_marks`' business.
"""

from __future__ import annotations

import re
from typing import Final

from editor.blanks.blank import BlankKind, BlankOrigin
from editor.blanks.recognisers.found import FoundBlank, before, behind, is_han
from editor.language.field_labels import bare_label, is_field

_VARIABLE: Final = r"[A-Za-z_][A-Za-z0-9_]*(?:[.\-][A-Za-z_][A-Za-z0-9_]*)*"
_NAME: Final = rf"(?P<name>[\u4e00-\u9fff][\w（）()、/]{{0,15}}|{_VARIABLE})"
# Braces in twos or behind a sign are no marks of prose: any name will do.
_SURE: Final = re.compile(
    rf"\{{\{{\s*{_NAME}\s*\}}\}}|[$#]\{{\s*{_NAME.replace('?P<name>', '?P<dollar>')}\s*\}}"
    rf"|\[\[\s*{_NAME.replace('?P<name>', '?P<square>')}\s*\]\]"
    rf"|<%=?\s*{_NAME.replace('?P<name>', '?P<percent>')}\s*%>"
)
_ANGLED: Final = re.compile(
    rf"(?:<<|«|＜＜|《《)\s*{_NAME}\s*(?:>>|»|＞＞|》》)"
    rf"|\{{\s*{_NAME.replace('name', 'inner')}\s*\}}"
)
_CASED: Final = re.compile(r"[a-z][A-Z]|[_\d]|^[A-Z][a-z]*(?:Name|Date|Title|Phone|Unit)$")


def merge_field(text: str, at: int) -> FoundBlank | None:
    """The merge field that begins at ``at``, with its signs."""
    if match := _SURE.match(text, at):
        name = next(filter(None, match.groups()), "")
        return FoundBlank(at, match.end(), BlankKind.BLANK, BlankOrigin.MERGE, name)
    match = _ANGLED.match(text, at)
    if match is None:
        return None
    name = match["name"] or match["inner"]
    touched = is_han(before(text, at)) or is_han(behind(text, match.end()))
    if is_field(bare_label(name)) or (
        name.isascii() and len(name) > 1 and _is_variable(name, touched)
    ):
        return FoundBlank(at, match.end(), BlankKind.BLANK, BlankOrigin.MERGE, name)
    return None


def _is_variable(name: str, touched: bool) -> bool:
    """Whether Latin letters name a variable: written as one, or put among Chinese words."""
    return _CASED.search(name) is not None or touched


RECOGNISERS = ((frozenset("«<＜《{$#["), merge_field),)
