"""Whatever fuzzing has found is asked again, by every run of the tests."""

from pathlib import Path

import pytest

from tests.fuzz.bounds import bounded
from tests.fuzz.roster import NAMES, target_named
from tests.fuzz.watch import FOUND

HANGS = 60  # seconds; how fast the machine is, is not asked here
INPUTS = sorted(FOUND.glob("*/*.bin"))


@pytest.mark.parametrize("path", INPUTS, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_what_was_found_is_found_no_more(path: Path) -> None:
    with bounded(HANGS):
        target_named(path.parent.name).run(path.read_bytes())


def test_what_was_found_belongs_to_a_target() -> None:
    assert {path.parent.name for path in INPUTS} <= set(NAMES)
