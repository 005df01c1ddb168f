"""Memory of the window: with nothing open, with 100,000 characters, with a million.

Run: python -m tests.bench.window.bench_memory. What is resident (Linux: /proc), the highest
till then in brackets, each in a process of its own, against a bare window of PySide6. Aims:
nothing open 3.6 bare windows; 100,000 characters 40 MB more, a million 120 MB more (reached).
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from tests.bench.measure import ROOT, Figure, clean_environment, report
from tests.bench.program import Program, an_application, with_program
from tests.bench.prose import speech

EMPTY = 3.6
TEXTS = ((100_000, 40.0), (1_000_000, 120.0))


def resident() -> tuple[float, float]:
    """Megabytes resident now, and the highest so far."""
    lines = Path("/proc/self/status").read_text().splitlines()
    found = dict(line.split(":", 1) for line in lines)
    now, most = (int(found[name].split()[0]) / 1024 for name in ("VmRSS", "VmHWM"))
    return now, most


def alone(words: str) -> None:
    """What a child does: a bare window, or ours with so many characters; then it tells."""
    if words == "bare":
        from PySide6.QtWidgets import QMainWindow, QTextEdit

        app = an_application()
        window = QMainWindow()
        window.setCentralWidget(QTextEdit())
        window.show()
        app.processEvents()
        print(*resident())
        return

    def script(program: Program) -> None:
        if size := int(words):
            path = Path(sys.argv[2])
            path.write_text(speech(size), "utf-8")
            program.open(path)
        program.settle()
        print(*resident(), flush=True)

    with_program(script)


def asked(words: str, path: Path) -> tuple[float, float]:
    """The megabytes that a child tells of."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.bench.window.bench_memory", words, str(path)],
        cwd=ROOT,
        env=clean_environment(),
        capture_output=True,
        text=True,
        check=True,
    )
    now, most = done.stdout.split()
    return float(now), float(most)


def bench(words: list[str]) -> Iterator[Figure]:
    """A figure a size."""
    import tempfile

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "speech.txt"
        bare, _ = asked("bare", path)
        empty, most = asked("0", path)
        told = f"{empty:.0f} MB (highest {most:.0f}), bare window {bare:.0f} MB"
        yield Figure("nothing open", empty / bare, "×", EMPTY, told)
        for size, aim in TEXTS:
            now, most = asked(str(size), path)
            told = f"{now:.0f} MB (highest {most:.0f})"
            yield Figure(f"{size:,} characters more than nothing", now - empty, "MB", aim, told)


if __name__ == "__main__":
    if len(sys.argv) > 2:
        alone(sys.argv[1])
    else:
        report(bench)
