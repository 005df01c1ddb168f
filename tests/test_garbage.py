"""The one rule of when garbage is collected."""

import gc
import weakref
from collections.abc import Iterator
from pathlib import Path

import pytest

from editor.garbage import THRESHOLDS, collect_due, collection_paused, due, turn_off

EDITOR = Path(__file__).resolve().parent.parent / "editor"


class Ring:
    """Holds itself: only the collector ends it."""

    def __init__(self) -> None:
        self.me = self


@pytest.fixture(autouse=True)
def as_before() -> Iterator[None]:
    was, limits = gc.isenabled(), gc.get_threshold()
    yield
    gc.set_threshold(*limits)
    (gc.enable if was else gc.disable)()


def test_turned_off_nothing_is_collected_until_it_is_asked_for() -> None:
    turn_off()
    assert not gc.isenabled() and gc.get_threshold() == THRESHOLDS
    dead = weakref.ref(Ring())
    gc.set_threshold(1, 1, 1)
    kept = [[number] for number in range(9)]
    assert dead() is not None and due() >= 0 and kept
    for _ in range(3):  # what was young may have grown older
        kept = [[number] for number in range(9)]
        collect_due()
    assert dead() is None


def test_nothing_is_due_before_enough_has_gathered() -> None:
    gc.collect()
    gc.set_threshold(10**8, 1, 1)
    assert due() == -1


@pytest.mark.parametrize("on", [True, False])
def test_a_pause_ends_as_it_was_before(on: bool) -> None:
    (gc.enable if on else gc.disable)()
    with pytest.raises(ValueError), collection_paused():
        assert not gc.isenabled()
        raise ValueError
    assert gc.isenabled() is on


def test_no_other_module_speaks_to_the_collector() -> None:
    speaking = [p for p in EDITOR.rglob("*.py") if "import gc" in p.read_text(encoding="utf-8")]
    assert speaking == [EDITOR / "garbage.py"]
