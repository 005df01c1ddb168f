"""The fuzzing itself: it finds what is planted, tells one fault once, and makes it small."""

import os
import time
from pathlib import Path
from random import Random

import pytest

from tests.fuzz.__main__ import main
from tests.fuzz.bounds import TooSlowError, bounded
from tests.fuzz.child import Run, planted, under_way
from tests.fuzz.engine import by_chance
from tests.fuzz.finds import FindFolder, find_of
from tests.fuzz.mutate.raw import changed_bytes
from tests.fuzz.replay import found_by, smallest
from tests.fuzz.target import Target, law
from tests.fuzz.watch import Standstill


def hates_b(data: bytes) -> None:
    law(b"b" not in data, "no b")
    law(b"c" not in data, "no c")


def toy(run=hates_b) -> Target:
    return Target("toy", run, lambda: [b"aaaa", b"aaca"], changed_bytes)


def test_what_breaks_a_law_is_kept_once_for_each_place(tmp_path: Path) -> None:
    run = Run(toy(), tmp_path)
    for data in (b"aba", b"a", b"abbbba", b"c", b"b"):
        run(data)
    kept = {path.read_bytes() for path in FindFolder(tmp_path / "finds").inputs()}
    assert kept == {b"b", b"c"}
    assert under_way(tmp_path) == (5, b"b")
    run.over()
    assert under_way(tmp_path) == (5, b"")


def test_a_process_ends_when_its_time_is_over(tmp_path: Path, monkeypatch) -> None:
    monkeypatch.setattr(os, "_exit", lambda code: (_ for _ in ()).throw(SystemExit(code)))
    with pytest.raises(SystemExit) as ended:
        Run(toy(), tmp_path, until=1.0)(b"b")
    assert ended.value.code == 0 and under_way(tmp_path) == (0, b"")


def test_chance_alone_finds_what_is_planted(tmp_path: Path, monkeypatch) -> None:
    rounds = iter(range(400))
    monkeypatch.setattr(time, "monotonic", lambda: 0 if next(rounds, None) is not None else 9)
    target = toy(lambda data: law(data.count(b"c") < 2, "one c"))
    planted(target, tmp_path / "corpus")
    by_chance(target, Run(target, tmp_path), tmp_path / "corpus", 5)
    assert FindFolder(tmp_path / "finds").inputs()


def test_a_find_becomes_as_small_as_it_can() -> None:
    find = found_by(hates_b, b"aaaaaaabaaaaaaa" * 9)
    assert find and smallest(hates_b, find, float("inf")).data == b"b"


def test_too_much_time_and_too_much_memory_are_finds() -> None:
    def slow(_: bytes) -> None:
        while True:
            try:
                sum(range(1_000))
            except Exception:  # what fuzzing raises must get through here
                continue

    with pytest.raises(TooSlowError), bounded(0.05):
        slow(b"")
    with pytest.raises(MemoryError), bounded(megabytes=50):
        bytearray(200 << 20)
    with bounded(megabytes=300):
        bytearray(200 << 20)


def test_what_is_too_deep_is_one_find_wherever_it_stops() -> None:
    def deep(data: bytes) -> None:
        def go(n: int) -> int:
            return go(n + 1) + (len(data) if n % 2 else hash(data))

        go(0)

    finds = [found_by(deep, data) for data in (b"", b"a")]
    assert finds[0] and finds[1] and finds[0].signature == finds[1].signature


def test_a_find_tells_kind_and_place() -> None:
    try:
        hates_b(b"b")
    except AssertionError as error:
        find = find_of(error, b"b")
    assert find.signature.startswith("LawBrokenError tests/fuzz")
    assert find.name.startswith("lawbrokenerror-") and "no b" in find.trace


def test_a_process_stands_still_by_its_own_time_not_by_that_of_others(monkeypatch) -> None:
    spent, now = iter((0, 1, 2, 70)), iter((0, 800, 850, 900))
    monkeypatch.setattr(Standstill, "_spent", lambda _: next(spent))
    monkeypatch.setattr(time, "monotonic", lambda: next(now))
    stands = Standstill(0)
    assert [stands.at(one) for one in ("a", "a", "b", "b")] == [False, False, False, True]


def test_an_unknown_target_is_refused_with_the_names(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["nothing"])
    assert "no such target: nothing" in capsys.readouterr().err


def test_bytes_are_changed_the_same_for_the_same_chance() -> None:
    assert changed_bytes(b"abcdef", Random(5)) == changed_bytes(b"abcdef", Random(5))
