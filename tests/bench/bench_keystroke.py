"""A keystroke in a speech of 100,000 characters against a bare QTextEdit, in one run.

Run: python -m tests.bench.bench_keystroke [characters]. A keystroke is the key event and
everything the event loop then has to do at once, painting included. The contenders take
turns, so that a busy machine is busy for both. `measure` takes any widgets: the full
window can be passed in. Aim: p99 at most 2 times the bare editor's.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from time import perf_counter, sleep

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFont, QKeyEvent, QTextBlockFormat, QTextCursor
from PySide6.QtWidgets import QApplication, QTextEdit, QWidget

from editor.manuscript.manuscript import Manuscript, manuscript_of
from editor.ui.layout.page_metrics import BODY_PT, PageMetrics

KEYS = 400
AIM = 2.0
_SENTENCE = "要把任务压实到岗位，围绕三项重点工作抓落实，让全年的目标见到实效。"
_WITH_BLANKS = "要把任务压实到岗位，围绕X项重点工作抓落实，让20xx年的目标见到实效。"


def speech(characters: int) -> Manuscript:
    """A long invented speech: a heading, then paragraphs of four sentences."""
    lines = ["在云川市工作会议上的讲话", "同志们："]
    size, number = 20, 0
    while size < characters:
        number += 1
        lines.append(f"（一）第{number}件事要办好。" + _SENTENCE * 2)
        lines.append((_WITH_BLANKS if number % 5 == 0 else _SENTENCE) * 4)
        size += len(lines[-1]) + len(lines[-2])
    return manuscript_of("\n".join(lines))


def bare_editor(manuscript: Manuscript) -> QTextEdit:
    """Qt's own editor with the same words in the same type."""
    edit = QTextEdit()
    edit.setFont(PageMetrics().body)
    edit.setPlainText(manuscript.text)
    cursor = QTextCursor(edit.document())
    cursor.select(QTextCursor.SelectionType.Document)
    look = QTextBlockFormat()
    look.setTextIndent(2 * BODY_PT * 96 / 72)
    look.setLineHeight(180, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
    cursor.mergeBlockFormat(look)
    bold = QFont(PageMetrics().body)
    bold.setBold(True)
    edit.moveCursor(QTextCursor.MoveOperation.Start)
    return edit


def keystroke(target: QWidget, text: str) -> float:
    """Seconds from a key to the end of everything it sets off at once."""
    began = perf_counter()
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        event = QKeyEvent(kind, Qt.Key.Key_unknown, Qt.KeyboardModifier.NoModifier, text)
        QApplication.sendEvent(target, event)
    QApplication.processEvents()
    return perf_counter() - began


def rest(seconds: float) -> None:
    """The pause between two keys, in which the event loop runs."""
    end = perf_counter() + seconds
    while perf_counter() < end:
        QApplication.processEvents()
        sleep(0.002)


def measure(
    contenders: Mapping[str, QWidget], keys: int = KEYS, between: Callable[[], None] | None = None
) -> dict[str, list[float]]:
    """Type into all contenders in turn; the times of each, in order of size."""
    times: dict[str, list[float]] = {name: [] for name in contenders}
    for index in range(keys):
        for name, widget in contenders.items():
            times[name].append(keystroke(widget, "好事多办实事"[index % 6]))
        if between is not None:
            between()
    return {name: sorted(some) for name, some in times.items()}


def report(times: Mapping[str, list[float]], floor: str) -> dict[str, float]:
    """Print median and p99; the ratio of each p99 to the floor's."""
    ratios: dict[str, float] = {}
    base = times[floor][int(len(times[floor]) * 0.99)]
    for name, some in times.items():
        p99 = some[int(len(some) * 0.99)]
        ratios[name] = p99 / base
        median = some[len(some) // 2]
        print(
            f"{name:12} median {median * 1e3:6.2f} ms  p99 {p99 * 1e3:6.2f} ms  × {p99 / base:.2f}"
        )
    return ratios


def main() -> int:
    """Measure the page with its controller and live reading; 1 where it misses the aim."""
    from editor.analysis.analyzer import make_analyzer
    from tests.ui.page.benches import desk_of

    characters = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    app = QApplication.instance() or QApplication(["bench"])
    manuscript = speech(characters)
    bare = bare_editor(manuscript)
    controller = desk_of(manuscript, make_analyzer())
    worst = 0.0
    for widget in (bare, controller.view):
        widget.resize(760, 800)
        widget.show()
    for where in (0.02, 0.5, 0.98):
        for edit in (bare, controller.view):
            cursor = edit.textCursor()
            cursor.setPosition(int(edit.document().characterCount() * where))
            edit.setTextCursor(cursor)
            edit.ensureCursorVisible()
            app.processEvents()
        print(f"at {where:.0%} of {characters:,} characters")
        times = measure({"bare": bare, "page": controller.view}, between=lambda: rest(0.03))
        ratios = report(times, "bare")
        worst = max(worst, ratios["page"])
    controller.close()
    print("ok" if worst <= AIM else f"misses the aim of {AIM}")
    return 0 if worst <= AIM else 1


if __name__ == "__main__":
    raise SystemExit(main())
