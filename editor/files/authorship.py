"""Who writes a new document, and when: what its properties say of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime


def _now() -> datetime:
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True)
class Authorship:
    """The writer's name ('' where it is nobody's business) and the moment of writing.

    ``created`` is None for what is written for the first time.
    """

    author: str = ""
    now: datetime = field(default_factory=_now)
    created: datetime | None = None
