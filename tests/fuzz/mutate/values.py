"""Changes of JSON: a value of another type, a key gone or twice, what nobody would write."""

from __future__ import annotations

import json
from copy import deepcopy
from random import Random
from typing import Any

from tests.fuzz.mutate.raw import changed_bytes
from tests.fuzz.mutate.text import a_piece, changed_text

RAW = (
    "[" * 100_000,
    "[" * 2_000 + "]" * 2_000,
    '{"a":' * 3_000,
    "9" * 5_000,
    "-" + "9" * 400,
    "1e400",
    "NaN",
    "-Infinity",
    '"\\ud800"',
    '"\\u0000"',
    "1e-999",
    "[[[]]]",
    "{}",
    "[]",
    "null",
    "true",
    '""',
    "0",
    "-1",
    "0.5",
    "18446744073709551616",
    '"' + "长" * 3_000 + '"',
    '"../../../evil"',
    '"C:\\\\x"',
    '"a\\u0000b"',
)
MARK = "\x02here\x02"


def changed_json(data: bytes, chance: Random) -> bytes:
    """One or two changes of the values in a JSON file; now and then of its bytes."""
    if chance.random() < 0.15:
        return (changed_bytes if chance.random() < 0.5 else changed_text)(data, chance)
    try:
        value = json.loads(data.decode("utf-8", "surrogatepass"))
    except (ValueError, RecursionError):
        return changed_bytes(data, chance)
    text = changed_value(value, chance)
    return text.encode("utf-8", "surrogatepass")


def changed_value(value: Any, chance: Random) -> str:
    """The JSON of a value in which something is another."""
    holder = [value]
    for _ in range(chance.choice((1, 1, 2))):
        _change(holder, chance)
    text = json.dumps(holder[0], ensure_ascii=chance.random() < 0.2)
    while json.dumps(MARK) in text:
        text = text.replace(json.dumps(MARK), chance.choice(RAW), 1)
    return text


def _change(holder: list[Any], chance: Random) -> None:
    """Change one place below the only entry of ``holder``."""
    places = list(_places(holder))
    box, key = chance.choice(places)
    match chance.randrange(8):
        case 0 | 1:
            box[key] = MARK
        case 2 if box is not holder:
            del box[key]
        case 3:
            box[key] = [box[key]] if chance.random() < 0.5 else {"a": box[key]}
        case 4:
            other, there = chance.choice(places)
            box[key] = deepcopy(other[there])
        case 5 if isinstance(box[key], str):
            box[key] = changed_text(box[key].encode("utf-8", "surrogatepass"), chance).decode(
                "utf-8", "surrogatepass"
            )
        case 6 if isinstance(box[key], int):
            box[key] += chance.choice((-1, 1, 1 << 31, -(1 << 63)))
        case 6 if isinstance(box[key], float):
            box[key] = chance.choice((-box[key], box[key] / 3, float("nan"), 1e308, int(1e300)))
        case _:
            _put_beside(box, key, chance)


def _put_beside(box: Any, key: Any, chance: Random) -> None:
    value = chance.choice((MARK, deepcopy(box[key]), a_piece(chance)))
    if isinstance(box, list):
        box.insert(key, value)
    else:
        box[a_piece(chance)] = value


def _places(holder: Any) -> list[tuple[Any, Any]]:
    found: list[tuple[Any, Any]] = []
    waiting = [holder]
    while waiting and len(found) < 3_000:
        box = waiting.pop()
        keys = list(box) if isinstance(box, dict) else list(range(len(box)))
        for key in keys:
            found.append((box, key))
            if isinstance(box[key], (dict, list)):
                waiting.append(box[key])
    return found
