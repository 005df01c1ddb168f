"""Fields of templates that were never filled: «姓名», {{姓名}}, ${name}, #单位#, 〖单位〗.

Guillemets and double angles also stand for book marks (<<出师表>>), braces for sets and code,
number signs for topics, corner brackets for quotations, so that the words inside must be the name
of a field or of a variable. What a Word file itself marks as a merge field is for `file_marks`.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Final

from editor.blanks.blank import BlankKind, BlankOrigin
from editor.blanks.recognisers.found import DIGITS, FoundBlank, before, behind, is_han
from editor.blanks.recognisers.instructions import is_order
from editor.language.blank_forms import blank_form
from editor.language.field_labels import bare_label, is_field

_LETTER: Final = "A-Za-zＡ-Ｚａ-ｚ_＿"
_VARIABLE: Final = rf"[{_LETTER}][{_LETTER}0-9０-９]*(?:[.．\-][{_LETTER}][{_LETTER}0-9０-９]*)*"
_NAME: Final = rf"\s*([\u4e00-\u9fff][\w（）()、/]{{0,15}}|{_VARIABLE})\s*"
# Braces in twos or behind a sign are no marks of prose: any name will do.
_SURE: Final = tuple(
    re.compile(f"{opened}{_NAME}{closed}")
    for opened, closed in (
        ("[{｛]{2}", "[}｝]{2}"),
        ("[$＄#＃][{｛]", "[}｝]"),
        (r"[\[［]{2}", r"[\]］]{2}"),
        ("[<＜][%％][=＝]?", "[%％][>＞]"),
    )
)
_ANGLED: Final = re.compile(
    f"(?:<<|＜＜|《《|«|[<＜]‹|‹){_NAME}(?:>>|＞＞|》》|»|›[>＞]|›)|[{{｛]{_NAME}[}}｝]"
)
_SIGNED: Final = re.compile(f"([#＃%％@＠$＄]){_NAME}\\1")
_CORNERED: Final = re.compile("〖([^〖〗]{1,40})〗|「([^「」]{1,12})」|『([^『』]{1,12})』")
_CASED: Final = re.compile(r"[a-z][A-Z]|[_\d]|^[A-Z]+$|^[A-Z][a-z]*(?:Name|Date|Title|Phone|Unit)$")


def merge_field(text: str, at: int) -> FoundBlank | None:
    """The field in braces, angles or signs that begins at ``at``, with its signs."""
    for sure in _SURE:
        if match := sure.match(text, at):
            return _field(match, match[1])
    if match := _ANGLED.match(text, at):
        return _field(match, match[1] or match[2]) if _is_named(text, match) else None
    match = _SIGNED.match(text, at)
    if match and before(text, at) not in DIGITS - {""} and _is_named(text, match):
        return _field(match, match[2])
    return None


def corner(text: str, at: int) -> FoundBlank | None:
    """〖单位名称〗, 由「姓名」同志主持; a quotation or a label is none."""
    match = _CORNERED.match(text, at)
    if match is None:
        return None
    inner = next(filter(None, match.groups())).strip()
    if is_order(inner):
        return _field(match, "")
    place = text[at] == "〖" and blank_form("place").search(inner)
    if not place and not blank_form("field-alone").search(inner):
        return None
    if blank_form("in-type").match(text, match.end()):
        return _field(match, inner)
    wanted = at == 0 or blank_form("wanting").search(text, at - 1, at)
    spoken = blank_form("spoken-of").match(text, match.end())
    return _field(match, inner)._replace(sure=text[at] == "〖") if wanted and not spoken else None


def _field(match: re.Match[str], name: str) -> FoundBlank:
    name = unicodedata.normalize("NFKC", name)
    return FoundBlank(*match.span(), BlankKind.BLANK, BlankOrigin.MERGE, name)


def _is_named(text: str, match: re.Match[str]) -> bool:
    """Whether what is between the signs is the name of a field or of a variable."""
    name = unicodedata.normalize("NFKC", match[match.lastindex or 0])
    if is_field(bare_label(name)) or blank_form("field-alone").search(name):
        return True
    if blank_form("place").search(name):
        return True
    free = _is_free(before(text, match.start())) and _is_free(behind(text, match.end()))
    return name.isascii() and len(name) > 1 and (_CASED.search(name) is not None or free)


def _is_free(char: str) -> bool:
    """Whether a neighbour is of Chinese prose, and not of code: a word, a mark, an edge."""
    return char == "" or is_han(char) or char in "，。、；：！？（）“”《》\u3000"


RECOGNISERS = ((frozenset("«<＜‹《{｛$＄#＃%％@＠[［"), merge_field), (frozenset("〖「『"), corner))
