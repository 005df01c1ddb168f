"""Changes of a text: pieces put in, lines moved, marks swapped, runs made long."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

from tests.fuzz.mutate.pieces import ALL, ROWS

Change = Callable[[str, Random], str]
LONG = (50, 300, 2_000, 6_000)  # times that a piece is written again


def changed_text(data: bytes, chance: Random) -> bytes:
    """Some changes of a text in UTF-8, half pairs and all."""
    text = text_of(data)
    for _ in range(chance.choice((1, 1, 1, 2, 3, 6))):
        text = chance.choice(CHANGES)(text, chance)
    return text.encode("utf-8", "surrogatepass")


def text_of(data: bytes) -> str:
    """The text in an input; what is no UTF-8 is read as something else, whatever it be."""
    try:
        return data.decode("utf-8", "surrogatepass")
    except UnicodeDecodeError:
        return data.decode("utf-8", "replace")


def a_piece(chance: Random) -> str:
    """A piece of one sort, each sort as often as any other."""
    return chance.choice(chance.choice(ALL))


def put_in(text: str, chance: Random) -> str:
    """A piece anywhere."""
    at = chance.randint(0, len(text))
    return text[:at] + a_piece(chance) + text[at:]


def put_ahead(text: str, chance: Random) -> str:
    """A piece at the beginning of a line."""
    lines = text.split("\n")
    at = chance.randrange(len(lines))
    lines[at] = a_piece(chance) + lines[at]
    return "\n".join(lines)


def cut_out(text: str, chance: Random) -> str:
    """A stretch less."""
    at = chance.randint(0, len(text))
    return text[:at] + text[at + chance.choice((1, 1, 2, 5, 20, 200)) :]


def swapped(text: str, chance: Random) -> str:
    """One character another."""
    if not text:
        return a_piece(chance)
    at = chance.randrange(len(text))
    return text[:at] + a_piece(chance)[:1] + text[at + 1 :]


def line_moved(text: str, chance: Random) -> str:
    """A line that stands elsewhere, or twice, or no more."""
    lines = text.split("\n")
    line = lines[chance.randrange(len(lines))]
    if chance.random() < 0.6 and len(lines) > 1:
        lines.remove(line)
    if chance.random() < 0.8:
        lines.insert(chance.randint(0, len(lines)), line)
    return "\n".join(lines)


def lines_joined(text: str, chance: Random) -> str:
    """A line end less, or one more."""
    ends = [n for n, char in enumerate(text) if char == "\n"]
    if ends and chance.random() < 0.5:
        at = chance.choice(ends)
        return text[:at] + text[at + 1 :]
    at = chance.randint(0, len(text))
    return text[:at] + "\n" + text[at:]


def again(text: str, chance: Random) -> str:
    """A stretch several times."""
    at = chance.randint(0, len(text))
    size = chance.choice((1, 2, 5, 12, 40))
    times = chance.choice(LONG) if chance.random() < 0.05 else chance.randint(1, 12)
    return text[:at] + (text[at : at + size] or a_piece(chance)) * times + text[at:]


def brought(text: str, chance: Random) -> str:
    """A stretch copied from one place to another."""
    at, to = chance.randint(0, len(text)), chance.randint(0, len(text))
    return text[:to] + text[at : at + chance.randint(1, 60)] + text[to:]


def with_row(text: str, chance: Random) -> str:
    """A paragraph of which a Word file says more (`manuscripts.read`)."""
    lines = text.split("\n")
    at = chance.randrange(len(lines))
    bare = lines[at].rpartition("\x01")[2]
    lines[at] = f"\x01{chance.choice(ROWS)}\x01{bare}" if chance.random() < 0.8 else bare
    return "\n".join(lines)


def other_case(text: str, chance: Random) -> str:
    """A character of another code: the next one, or one far away."""
    if not text:
        return text
    at = chance.randrange(len(text))
    code = ord(text[at]) + chance.choice((-1, 1, 0xFEE0, -0xFEE0, chance.randrange(0x3000)))
    return text[:at] + chr(max(0, min(code, 0x10FFFF))) + text[at + 1 :]


CHANGES: tuple[Change, ...] = (
    put_in,
    put_in,
    put_ahead,
    cut_out,
    swapped,
    line_moved,
    lines_joined,
    again,
    brought,
    with_row,
    other_case,
)
