"""What is said to the drafter and never to the hall: （结合本单位特点提出要求）, （不超过200字）.

Only here is the language of orders known; its shapes are data (`blank-forms.toml`).
"""

from __future__ import annotations

from typing import Final

from editor.blanks.blank import BlankKind
from editor.blanks.recognisers.found import FoundBlank, before
from editor.language.blank_forms import blank_form

_SHORTEST, _LONGEST = 4, 120
_ORDERS: Final = ("order-whole", "order-here", "order")


def is_order(inner: str) -> bool:
    """Whether the words of a bracket are an order, or begin with one."""
    return any(blank_form(name).search(inner) for name in _ORDERS)


def is_instruction(inner: str) -> bool:
    """Whether the words of a bracket tell the drafter what to write there."""
    if not _SHORTEST <= len(inner) <= _LONGEST or blank_form("note").search(inner):
        return False
    return any(blank_form(name).search(inner) for name in ("size", "instruction"))


def bare_order(text: str, at: int) -> FoundBlank | None:
    """An order without brackets: 此处插入领导名单; TODO."""
    if before(text, at) == "在":
        return None  # 我在此处添加一点说明: a sentence, or a prompt that has been told
    match = blank_form("bare-order").match(text, at)
    return FoundBlank(at, match.end(), BlankKind.BLANK) if match else None


WORDS = (("此(?=处)|这(?=里[请可应需宜插填补添加列举根结])|T(?=ODO|BD)|F(?=IXME)", bare_order),)
