"""Changes of an append-only file of records: their heads, bodies and order, checksums put right."""

from __future__ import annotations

import zlib
from random import Random

from editor.files.versions.log_records import packed, scan
from tests.fuzz.mutate.raw import changed_bytes
from tests.fuzz.mutate.values import changed_json

CODE = "utf-16-le"  # what is packed in the body of a version


def changed_records(data: bytes, chance: Random) -> bytes:
    """One record another, gone, twice or elsewhere; now and then bytes, or a torn end."""
    records = [(record.head, record.body) for record in scan(data).records]
    kind = chance.random()
    if not records or kind < 0.15:
        return changed_bytes(data, chance)
    if kind < 0.2:
        return data[: chance.randint(0, len(data))]
    at = chance.randrange(len(records))
    head, body = records[at]
    match chance.randrange(6):
        case 0 | 1:
            records[at] = (changed_json(head, chance), body)
        case 2 | 3:
            records[at] = (head, changed_body(body, chance))
        case 4:
            del records[at]
        case _:
            records.insert(chance.randint(0, len(records)), (head, body))
    return b"".join(packed(*record) for record in records)


def changed_body(body: bytes, chance: Random) -> bytes:
    """JSON by lines, or JSON that is packed, or bytes."""
    if body[:1] == b"[":
        lines = body.split(b"\n")
        at = chance.randrange(len(lines))
        lines[at] = changed_json(lines[at], chance)
        return b"\n".join(lines)
    try:
        text = zlib.decompress(body).decode(CODE, "surrogatepass")
    except (zlib.error, UnicodeDecodeError):
        return changed_bytes(body, chance)
    made = changed_json(text.encode("utf-8", "surrogatepass"), chance)
    return zlib.compress(made.decode("utf-8", "replace").encode(CODE, "surrogatepass"))
