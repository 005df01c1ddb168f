"""Changes of TOML: a value of another type, a key that is another's, lines that moved."""

from __future__ import annotations

import re
from random import Random

from tests.fuzz.mutate.raw import changed_bytes
from tests.fuzz.mutate.text import a_piece, changed_text, text_of

VALUES = (
    "1",
    "-1",
    "0",
    "1.5",
    "inf",
    "nan",
    "true",
    "[]",
    "{}",
    '""',
    '"""\n多行\n"""',
    "''",
    "[1, 2]",
    '["甲"]',
    '[["甲"], {a = 1}]',
    "{a = {b = 1}}",
    "1979-05-27",
    "07:32:00",
    "0xff",
    "9" * 5_000,
    "[" * 2_000,
    '"\\u0000"',
    '"\\U0010FFFF"',
    "'(a+)+b'",
    "'[一-龥]{1,9}的'",
    "'(?<=甲)乙'",
    "'('",
    "'[z-a]'",
    "'\\b甲'",
    '"甲"',
    '["甲", "乙"]',
    "'a{99999}'",
    "'(?P<n>甲)(?P=n)'",
    "'\\9'",
    "'(?i)甲'",
    "'x*'",
    "''",
    "'$'",
)
_PAIR = re.compile(r"^([^=\n#]+?)\s*=\s*(.*)$", re.MULTILINE)


def changed_toml(data: bytes, chance: Random) -> bytes:
    """A change of a pair, else of the text or the bytes."""
    text = text_of(data)
    pairs = list(_PAIR.finditer(text))
    kind = chance.random()
    if not pairs or kind < 0.3:
        return (changed_bytes if kind < 0.05 else changed_text)(data, chance)
    one, other = chance.choice(pairs), chance.choice(pairs)
    match chance.randrange(5):
        case 0 | 1:
            text = _put(text, one.span(2), chance.choice(VALUES))
        case 2:
            text = _put(text, one.span(2), other[2])
        case 3:
            text = _put(text, one.span(1), other[1] if chance.random() < 0.7 else a_piece(chance))
        case _:
            text = _put(text, one.span(), f"{one[0]}\n{other[1]} = {chance.choice(VALUES)}")
    return text.encode("utf-8", "surrogatepass")


def _put(text: str, span: tuple[int, int], words: str) -> str:
    return text[: span[0]] + words + text[span[1] :]
