"""One kept version of a document as a value, and how it is written in its log."""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict, dataclass
from enum import StrEnum
from typing import Any, cast

from editor.data_files.json_data import json_of, moment_of
from editor.manuscript.comparison.compare import ChangeTally
from editor.manuscript.comparison.pairing import text_with_label
from editor.manuscript.manuscript import Manuscript


class Occasion(StrEnum):
    """Why a version was kept; the value is what the log holds."""

    NAMED = "named"
    OPENED = "opened"
    SAVED = "saved"
    PRINTED = "printed"
    EXPORTED = "exported"
    COMMAND = "command"
    OVERWRITTEN = "overwritten"  # somebody else's, and a save here wrote over it


# The same text is worth a version of its own where it went out of the house, or is another's.
AGAIN = (Occasion.PRINTED, Occasion.EXPORTED, Occasion.OVERWRITTEN)


@dataclass(frozen=True, slots=True)
class Version:
    """A text as it was; the text itself is in the store.

    ``number`` counts in its document from 1; ``time`` in seconds since 1970; ``label`` is
    what the program says of the occasion, ``name`` what the user calls it ('第3稿', or '');
    ``tally`` is what changed since the version before; ``characters`` is the
    字数 of the status bar.
    """

    document: str
    number: int
    time: float
    occasion: Occasion
    label: str
    name: str
    tally: ChangeTally
    characters: int
    path: str
    digest: str


def digest_of_text(manuscript: Manuscript) -> str:
    """The fingerprint of the words; keys and styles are no part of it."""
    text = "\n".join([text_with_label(p) for p in manuscript.paragraphs])
    return hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=12).hexdigest()


def version_head(version: Version, *, begins: bool) -> bytes:
    """The head of a version's record; ``begins`` where a segment starts with it."""
    data: dict[str, Any] = {
        "v": version.number,
        "t": round(version.time, 3),
        "o": version.occasion.value,
        "l": version.label,
        "m": version.name,
        "c": [*asdict(version.tally).values()],
        "n": version.characters,
        "p": version.path,
        "d": version.digest,
    }
    if begins:
        data["b"] = 1
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode(
        "utf-8", "surrogatepass"
    )


def name_head(number: int, name: str) -> bytes:
    """The head of a record that names a version."""
    data = {"v": number, "name": name}
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode("utf-8")


def read_head(head: bytes) -> dict[str, Any] | None:
    """A head as it was written, or None."""
    try:
        found = json_of(head)
    except ValueError:
        return None
    return cast("dict[str, Any]", found) if isinstance(found, dict) else None


def version_of(document: str, found: dict[str, Any]) -> Version | None:
    """The version that a head tells of, or None where it tells of none."""
    try:
        return Version(
            document,
            int(found["v"]),
            moment_of(found["t"]),
            Occasion(found["o"]),
            str(found["l"]),
            str(found["m"]),
            ChangeTally(*map(int, found["c"])),
            int(found["n"]),
            str(found["p"]),
            str(found["d"]),
        )
    except (KeyError, TypeError, ValueError):
        return None
