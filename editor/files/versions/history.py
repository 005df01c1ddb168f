"""What a log tells when it is read: versions with their names, texts, the open segment."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from editor.files.versions.kept_version import Version, digest_of_text, read_head, version_of
from editor.files.versions.log_records import scan
from editor.files.versions.segment import Segment
from editor.manuscript.manuscript import Manuscript

SEGMENT = 64  # versions; a segment begins with a whole text, so breakage ends there


@dataclass
class History:
    """One log as read: ``end`` of what is whole, ``size`` of the file, ``broken`` bytes.

    ``segment`` is where the next version goes on, None where it must begin a new one;
    ``last`` is the text of the last version, None where it cannot be read.
    """

    document: str
    versions: dict[int, Version] = field(default_factory=dict[int, Version])
    end: int = 0
    size: int = 0
    broken: int = 0
    segment: Segment | None = None
    inside: int = 0
    last: Manuscript | None = None

    @property
    def newest(self) -> Version | None:
        """The version kept last."""
        return self.versions[max(self.versions)] if self.versions else None


def read_history(document: str, data: bytes) -> History:
    """The history in a log's bytes, ready to go on with."""
    found = scan(data)
    history = History(document, end=found.end, size=len(data), broken=found.broken)
    history.versions = read_versions(document, data)
    for version, text, segment, inside in _replayed(document, data):
        if version.number == max(history.versions):
            history.last = text
            if text and not found.broken and inside < SEGMENT:
                history.segment, history.inside = segment, inside
    return history


def read_versions(document: str, data: bytes) -> dict[int, Version]:
    """The versions by number, each under its latest name."""
    found: dict[int, Version] = {}
    for record in scan(data).records:
        head = read_head(record.head) or {}
        if version := version_of(document, head):
            found[version.number] = version
            continue
        number, name = head.get("v"), head.get("name")
        if isinstance(number, int) and isinstance(name, str) and number in found:
            found[number] = replace(found[number], name=name)
    return found


def text_of_version(version: Version, data: bytes) -> Manuscript | None:
    """The text of a version, or None where its part of the log is broken."""
    for found, text, _, _ in _replayed(version.document, data, version.number):
        if found.number == version.number:
            return text
    return None


def _replayed(
    document: str, data: bytes, wanted: int = 0
) -> Iterator[tuple[Version, Manuscript | None, Segment, int]]:
    """The versions of the segment that holds ``wanted`` (0: the last), each with its text."""
    rows: list[tuple[Version, bytes]] = []
    for record in scan(data).records:
        head = read_head(record.head) or {}
        if version := version_of(document, head):
            if "b" in head:
                if rows and rows[0][0].number <= wanted <= rows[-1][0].number:
                    break
                rows = []
            rows.append((version, record.body))
    segment = Segment()
    for inside, (version, body) in enumerate(rows, 1):
        yield version, _unpacked(segment, version, body), segment, inside


def _unpacked(segment: Segment, version: Version, body: bytes) -> Manuscript | None:
    try:
        text = Manuscript(0, segment.unpack(body))
    except ValueError:
        return None
    return text if digest_of_text(text) == version.digest else None
