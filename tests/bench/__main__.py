"""All benches, each in a process of its own, as one table: ``python -m tests.bench [name …]``.

``--json`` prints a line of JSON a figure instead. Names choose benches: `start`, `open`.
What asks for a folder of files or plays at random for minutes is not among them: see
docs/performance.md.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryFile

from tests.bench.measure import ROOT, Figure, clean_environment, closing, row

HERE = Path(__file__).parent


def benches() -> dict[str, str]:
    """The name of each bench and its module."""
    found = sorted(HERE.rglob("bench_*.py"))
    parts = {
        path.stem.removeprefix("bench_"): path.relative_to(ROOT).with_suffix("") for path in found
    }
    return {name: ".".join(path.parts) for name, path in parts.items()}


def figures_of(name: str, module: str) -> Iterator[Figure]:
    """What a bench prints, read back; a bench that fails is a figure that is not met."""
    command = [sys.executable, "-m", module, "--json"]
    with TemporaryFile("w+", encoding="utf-8", errors="replace") as errors:
        child = subprocess.Popen(
            command,
            cwd=ROOT,
            env=clean_environment(PYTHONIOENCODING="utf-8"),
            stdout=subprocess.PIPE,
            stderr=errors,
            encoding="utf-8",
        )
        assert child.stdout is not None
        with child.stdout as out:
            for line in out:
                if line.startswith("["):
                    yield Figure(*json.loads(line))
        if child.wait():
            errors.seek(0)
            reason = (errors.read().strip().splitlines() or ["no word"])[-1]
            yield Figure(f"{name} ended with {child.returncode}", 1.0, "", 0.0, reason)


def main(words: list[str]) -> None:
    """Print the table."""
    modules = benches()
    chosen = [word for word in words if word != "--json"] or list(modules)
    made: list[Figure] = []
    for name in chosen:
        if "--json" not in words:
            print(f"\n{name}", flush=True)
        for figure in figures_of(name, modules[name]):
            made.append(figure)
            told = json.dumps([name, *figure], ensure_ascii=False)
            print(told if "--json" in words else row(figure), flush=True)
    if "--json" not in words:
        print(f"\n{closing(made)}")


if __name__ == "__main__":
    main(sys.argv[1:])
