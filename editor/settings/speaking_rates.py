"""How fast each leader speaks: learnt from rehearsals, kept in one small file.

Separate from the options, because it grows by use and belongs to people. Reading never
fails; a file that cannot be read is as good as none, and is set aside.
"""

from __future__ import annotations

import contextlib
import json
import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final, cast

from editor.data_files.json_data import read_json
from editor.storage.shared_file import SharedFile
from editor.storage.storage import Storage

SLOWEST, FASTEST, USUAL = 120, 260, 180  # 字 a minute: what leaders differ by, and advice
_WEIGHT: Final = 30.0  # minutes heard, beyond which older ones count less
_FILE: Final = "leaders.json"


@dataclass(frozen=True, slots=True)
class SpeakingRate:
    """``pace`` in 字 a minute, learnt from ``heard`` minutes of speaking."""

    name: str
    pace: int = USUAL
    heard: float = 0.0

    def learnt(self, spoken: int, seconds: float) -> SpeakingRate:
        """The rate after ``spoken`` 字 in ``seconds`` more; what was heard longer weighs more.

        Less than ten seconds, or a speed nobody speaks at (a pause, a page left out),
        teaches nothing.
        """
        minutes = seconds / 60
        if minutes * 6 < 1 or not SLOWEST / 2 <= spoken / minutes <= FASTEST * 1.5:
            return self
        known = min(self.heard, _WEIGHT)
        pace = (self.pace * known + spoken) / (known + minutes)
        bounded = min(FASTEST, max(SLOWEST, round(pace)))
        return replace(self, pace=bounded, heard=round(self.heard + minutes, 2))


Known = dict[str, SpeakingRate]


class SpeakingRates:
    """The rates of one user's leaders, by name; what another running program keeps stays."""

    def __init__(self, folder: Path, storage: Storage | None = None) -> None:
        self._path = folder / _FILE
        self._storage = storage or Storage()
        self._known = self._read()

    @property
    def all(self) -> Mapping[str, SpeakingRate]:
        """The rate of every leader that is known."""
        return MappingProxyType(self._known)

    def get(self, name: str) -> SpeakingRate:
        """A leader's rate; one that is not known speaks as guides advise."""
        return self._known.get(name, SpeakingRate(name))

    def put(self, rate: SpeakingRate) -> None:
        """Keep a leader's rate. Raises ValueError for a pace out of range or no name."""
        if not SLOWEST <= rate.pace <= FASTEST or not rate.name.strip():
            raise ValueError(f"not a rate: {rate}")
        self._change(lambda known: {**known, rate.name: rate})

    def learn(self, name: str, spoken: int, seconds: float) -> None:
        """A leader was heard (`SpeakingRate.learnt`), after what was heard of him by then."""

        def heard(known: Known) -> Known:
            return {**known, name: known.get(name, SpeakingRate(name)).learnt(spoken, seconds)}

        self._change(heard)

    def remove(self, name: str) -> None:
        """Forget a leader."""
        self._change(lambda known: {n: rate for n, rate in known.items() if n != name})

    def _change(self, made: Callable[[Known], Known]) -> None:
        """Change what the file holds by then; here alone where it takes nothing."""
        after = made(self._known)

        def rewritten() -> bytes:
            nonlocal after
            after = made(self._read())
            rows = [{"name": x.name, "pace": x.pace, "heard": x.heard} for x in after.values()]
            return json.dumps(rows, ensure_ascii=False, indent=1).encode("utf-8")

        with contextlib.suppress(OSError):
            SharedFile(self._path, self._storage).change(rewritten)
        self._known = after

    def _read(self) -> Known:
        try:
            found = read_json(self._path)
        except FileNotFoundError:
            return {}
        except (OSError, ValueError):
            found = None
        if not isinstance(found, list):
            with contextlib.suppress(OSError):
                self._storage.move(self._path, self._path.with_suffix(".json.broken"))
            return {}
        rates = (_rate_in(row) for row in cast("list[Any]", found))
        return {x.name: x for x in rates if x is not None}


def pace_of_speech(leader: str | None, pace: int | None, leaders: SpeakingRates) -> int:
    """The 字 a minute of a speech with these of its own; 0: it has none, the options say."""
    if pace and SLOWEST <= pace <= FASTEST:
        return pace
    known = leaders.all.get(leader or "")
    return known.pace if known else 0


def _rate_in(row: Any) -> SpeakingRate | None:
    try:
        made = SpeakingRate(str(row["name"]), int(row["pace"]), float(row["heard"]))
    except (KeyError, TypeError, ValueError):
        return None
    known = SLOWEST <= made.pace <= FASTEST and 0 <= made.heard < math.inf
    return made if known and made.name.strip() else None
