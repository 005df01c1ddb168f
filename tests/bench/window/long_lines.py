"""One line of one character, again and again: what each step of the window costs, in a child each.

Run: python -m tests.bench.window.long_lines [--size 20000] [--seconds 120] [CHARACTERS ...]. Told
are the processor's seconds, the longest time no event was served, and how much memory came on top;
a step that is not done in its time is told as HUNG, and the next character goes on.
"""

from __future__ import annotations

import argparse
import json
import resource
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

from tests.bench.measure import Figure
from tests.bench.program import Program, pressing, worked

CHARACTERS = ("x", "1", "的", " ", "。", "—", "《", "（", "×", "…", "X，", "（一）", "-1-", "|")


def steps(program: Program, folder: Path, unit: str, size: int) -> Iterator[None]:
    """A row of JSON for each step, as soon as it is done."""
    from PySide6.QtTest import QTest

    def say(name: str, act: Callable[[], object]) -> None:
        print(json.dumps({"step": name}), flush=True)
        before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        spent = program.spend(act)
        longest = max(spent.block, program.settle())
        more = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) // 1024
        row = {"step": name, "cpu": spent.process, "ms": longest * 1000, "mb": more}
        print(json.dumps(row), flush=True)

    path = folder / "line.txt"
    path.write_text(f"同志们：\n{(unit * size)[:size]}\n谢谢大家。", "utf-8")
    program.settle()
    say("open", lambda: program.drop(path))
    say("go to the middle", lambda: program.caret(0.5))
    for number in (1, 2):
        say(f"key {number}", lambda: QTest.keyClick(program.page, "a"))
    for name in ("撤销", "检查全文", "填空单", "清理范文", "打印预览"):
        with pressing("清理", "关闭", "取消", "好", "知道了"):  # also what opens when it is read
            say(name, lambda name=name: program.choose(name))
    yield


def child(unit: str, size: int) -> None:
    """Work one program with one line."""

    def script(program: Program, folder: Path) -> Iterator[Figure]:
        for _ in steps(program, folder, unit, size):
            yield from ()

    list(worked(script))


def told(unit: str, size: int, limit: float) -> Iterator[str]:
    """The rows of one character."""
    command = [sys.executable, "-m", __spec__.name, "--child", unit, "--size", str(size)]
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=limit)
        out, hung = done.stdout, bool(done.returncode)
    except subprocess.TimeoutExpired as late:
        out, hung = (late.stdout or b"").decode(), True
    rows = [json.loads(line) for line in out.splitlines() if line.startswith("{")]
    for row in rows:
        if "cpu" in row:
            yield (
                f"{unit!r:10} {row['step']:18} {row['cpu']:7.2f} s"
                f"  block {row['ms']:7.0f} ms  + {row['mb']} MB"
            )
    if hung:
        yield f"{unit!r:10} HUNG or broken in {rows[-1]['step'] if rows else 'the start'}"


def main() -> None:
    """A child for each character."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("characters", nargs="*", default=CHARACTERS)
    parser.add_argument("--size", type=int, default=20_000)
    parser.add_argument("--seconds", type=float, default=120)
    parser.add_argument("--child", default="")
    args = parser.parse_args()
    if args.child:
        child(args.child, args.size)
        return
    for unit in args.characters:
        for row in told(unit, args.size, args.seconds):
            print(row, flush=True)


if __name__ == "__main__":
    main()
