"""The 填空单 of the command line: a TOML file of values, made for a text to be filled in, and read.

A row is a slot; its key is what the fill sheet calls it. What is left empty is not filled.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import cast

from editor.blanks.blank import BlankKind
from editor.blanks.slots import Slot
from editor.cli.excerpt import excerpt_of
from editor.data_files.toml_data import toml_of
from editor.data_files.unreadable import UnreadableError
from editor.files.trouble import Trouble
from editor.manuscript.manuscript import Manuscript
from editor.profile.suggestions import suggest, sure
from editor.profile.unit_profile import Profile
from editor.storage.causes import reading_cause_of

_HEAD = """# 填空单：在引号里填上，留空的不填。填好以后：
#   python main.py fill 讲话稿 --values 这一份.toml -o 初稿
"""
_GUESSES = "\n# 下面的可能不是空，看过原文，是空的去掉行首的 # 再填\n"
_CUT = "补上原来的话"
_EACH = "逐处填写"


def values_form(manuscript: Manuscript, slots: Sequence[Slot], profile: Profile) -> str:
    """A 填空单 with a row for each slot, those the profile is sure of filled in.

    What may be no blank is commented out.
    """
    keys = _keys(slots)
    rows = [_row(manuscript, slot, keys[slot.key], profile) for slot in slots if slot.sure]
    guesses = [_row(manuscript, s, keys[s.key], profile) for s in slots if not s.sure]
    below = [_GUESSES, *map(_commented, guesses)] if guesses else []
    return "\n".join([_HEAD, *rows, *below])


def _row(manuscript: Manuscript, slot: Slot, key: str, profile: Profile) -> str:
    offers = "、".join(suggest(slot, profile))
    several = (slot.alone or slot.one_person) and len(slot.blanks) > 1
    hint = _CUT if slot.kind is BlankKind.ELIDED else _EACH if several else slot.hint
    about = [hint] * bool(hint) + [f"可填：{offers}"] * bool(offers)
    lines = [f"# {_printable('；'.join(about))}"] if about else []
    places = [_printable(excerpt_of(manuscript, b.span) + b.note) for b in slot.blanks]
    if several:
        lines += [f"{key} = [", *(f'    "",  # {place}' for place in places), "]"]
    else:
        lines.append(f"{key} = {_quoted(sure(slot, profile) or '')}")
        lines += [f"    # {place}" for place in places]
    return "".join(f"{line}\n" for line in lines)


def _commented(row: str) -> str:
    return "".join(f"# {line}" for line in row.splitlines(keepends=True))


def _keys(slots: Sequence[Slot]) -> dict[str, str]:
    """For each slot its label where no other is called so, else its key."""
    heads = {s.label.partition("（")[0] for s in slots}
    labels = Counter(s.label for s in slots)
    own = {s.key for s in slots if labels[s.label] == 1 and s.label not in heads}
    return {s.key: _quoted(s.label if s.key in own else s.key) for s in slots}


def _quoted(words: str) -> str:
    return json.dumps(words, ensure_ascii=False).replace("\x7f", "\\u007f")


def _printable(words: str) -> str:
    return "".join(char if char.isprintable() or char == "\u3000" else " " for char in words)


def read_values(path: Path) -> dict[str, str | list[str]]:
    """The values of a TOML file. Raises Trouble where it cannot be used."""
    try:
        raw = toml_of(path.read_bytes())
    except OSError as error:
        raise Trouble(f"填空单打不开：{path}。", str(reading_cause_of(error))) from error
    except UnreadableError as error:
        raise Trouble(
            f"填空单{error.place}写法不对：{error}。", '每行一条：“"X工会" = "云川市总工会"”。'
        ) from error
    return dict(_values(raw))


def _values(raw: dict[str, object]) -> Iterator[tuple[str, str | list[str]]]:
    for key, value in raw.items():
        if isinstance(value, list):
            yield key, [str(one) for one in cast("list[object]", value)]
        else:
            yield key, str(value)
