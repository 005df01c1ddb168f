"""Twenty thousand random outline commands, half on the bare text, half in the window's parts.

Run: python -m tests.bench.trials.outline_storm [steps]. The same machines as in the normal test run
(`tests/manuscript/structure/test_structure_storm.py`, `tests/ui/tree/test_outline_panel_storm.py`),
with other random numbers each time; what fails is printed with the steps that led to it.
"""

from __future__ import annotations

import os
import sys
from time import perf_counter

from hypothesis import settings
from hypothesis.stateful import RuleBasedStateMachine, run_state_machine_as_test

LONG = 50  # steps of one story


def run(machine: type[RuleBasedStateMachine], steps: int) -> float:
    """Seconds that so many steps took; raises what the machine finds."""
    began = perf_counter()
    wanted = settings(
        machine.TestCase.settings,
        max_examples=max(1, steps // LONG),
        stateful_step_count=LONG,
        database=None,
        deadline=None,
        derandomize=False,
    )
    run_state_machine_as_test(machine, settings=wanted)
    return perf_counter() - began


def main() -> int:
    """Run both machines; any loss or doubling raises."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtWidgets import QApplication

    from tests.manuscript.structure.test_structure_storm import Storm
    from tests.ui.tree.test_outline_panel_storm import OutlinePanelStorm

    steps = int(sys.argv[1]) if len(sys.argv) > 1 else 20_000
    app = QApplication.instance() or QApplication(["storm"])
    for machine in (Storm, OutlinePanelStorm):
        seconds = run(machine, steps // 2)
        print(f"{machine.__name__:12} {steps // 2:,} steps in {seconds:.0f} s, nothing lost")
    del app
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
