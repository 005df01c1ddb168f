"""The benches can be run: each imports, one is run whole, and a figure knows whether it is met."""

from __future__ import annotations

import importlib
import importlib.util
import json
import subprocess
import sys

import pytest

from tests.bench.__main__ import benches
from tests.bench.measure import ROOT, Figure, clean_environment, closing, p99, ratio, row
from tests.bench.prose import FAULTY, speech

needs_qt = pytest.mark.skipif(importlib.util.find_spec("PySide6") is None, reason="no PySide6")


@needs_qt
@pytest.mark.parametrize("name", sorted(benches()))
def test_every_bench_finds_what_it_measures(name: str) -> None:
    module = importlib.import_module(benches()[name])
    assert callable(module.bench)


def child(*words: str) -> str:
    """What a Python of its own prints; it must not fail."""
    command = [sys.executable, *words]
    done = subprocess.run(
        command, cwd=ROOT, env=clean_environment(), capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


@needs_qt
def test_a_window_bench_reaches_the_program_from_outside() -> None:
    told = child("-m", "tests.bench.window.bench_open", "2000", "--json")
    figures = [Figure(*json.loads(line)) for line in told.splitlines()]
    assert len(figures) == 8 and all(figure.aim for figure in figures)


PARTS = """
from tests.bench.program import an_application, bare_editor, page_alone, page_and_tree, split_view
app = an_application()
parts = bare_editor("字"), split_view(page_alone("字")), page_and_tree("字")
print(len(parts))
"""


@needs_qt
def test_the_parts_that_are_measured_alone_can_be_made() -> None:
    assert child("-c", PARTS).strip() == "3"


def test_a_figure_is_met_up_to_its_aim() -> None:
    assert Figure("key", 2.0, "×", 2.0).met
    assert Figure("key", 2.01, "×", 2.0).met is False
    assert Figure("key", 9.0, "×").met is None
    assert closing([Figure("a", 1, "ms", 2), Figure("b", 3, "ms", 2)]) == (
        "1 of 2 aims met; not met: b"
    )


def test_a_row_tells_value_floor_aim_and_verdict() -> None:
    figure = ratio("key", 0.006, ("bare editor", 0.003), 1.5)
    told = " ".join(row(figure).split())
    assert told == "key × 2.00 ≤ 1.5 NOT MET 6.00 ms, bare editor 3.00 ms"


def test_p99_is_what_one_in_a_hundred_is_above() -> None:
    assert p99([float(n) for n in range(200)]) == 198.0


def test_prose_repeats_no_line_and_is_the_same_for_a_seed() -> None:
    text = speech(20_000)
    lines = [line for line in text.split("\n") if len(line) > 25]
    assert len(set(lines)) == len(lines)
    assert speech(20_000) == text != speech(20_000, seed=2)
    assert speech(20_000, share=FAULTY) != text


def test_a_child_may_write_and_use_compiled_files(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHONDONTWRITEBYTECODE", "1")
    assert "PYTHONDONTWRITEBYTECODE" not in clean_environment()
