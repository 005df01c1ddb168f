"""First paint of the program against a bare PySide6 window with a tree and an editor.

Run: python -m tests.bench.bench_start [rounds]. Both processes in turn, with compiled files
there, each by the processor time of its process at the first paint; then ours when it is
complete: the sample open, its text seen, the number of findings shown. Aims: first paint at
most 1.3 bare windows; complete at most 7 (reached when it was first measured so).
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator

from tests.bench.measure import ROOT, Figure, clean_environment, middle, ratio, report, size_of

PAINTED, COMPLETE = 1.3, 7.0
WATCH = """
import json, os, sys, time
from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QTabWidget, QTextEdit
class Watch(QObject):
    said, shown = [], False
    def begin(self, app, whole):
        self.app, self.whole = app, whole
        app.installEventFilter(self)
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint and watched.isWidgetType():
            self.app.removeEventFilter(self)
            QTimer.singleShot(0, self, self.after)
        return False
    def after(self):
        self.said.append((time.process_time(), time.perf_counter() - began))
        if len(self.said) == (2 if self.whole else 1):
            sys.stdout.write(json.dumps(self.said)); sys.stdout.flush(); os._exit(0)
        QTimer.singleShot(10, self, self.look)
    def look(self):
        # text on the page and a number of findings: the next paint shows them
        window = next(w for w in self.app.topLevelWidgets() if w.isVisible())
        words = any(t.isVisible() and not t.document().isEmpty()
                    for t in window.findChildren(QTextEdit))
        found = any(c.isdigit() for t in window.findChildren(QTabWidget)
                    for n in range(t.count()) if t.tabText(n).startswith("检查")
                    for c in t.tabText(n))
        if words and found:
            self.app.installEventFilter(self)
            window.update()
        else:
            QTimer.singleShot(10, self, self.look)
began = time.perf_counter()
watch = Watch()
"""
BARE = (
    WATCH
    + """
from PySide6.QtWidgets import QMainWindow, QSplitter, QTreeView
app = QApplication(sys.argv)
window = QMainWindow(); split = QSplitter(); window.setCentralWidget(split)
split.addWidget(QTreeView()); split.addWidget(QTextEdit())
watch.begin(app, False)
window.resize(1280, 800); window.show(); app.exec()
"""
)
OURS = (
    WATCH
    + """
run = QApplication.exec
def exec_(app):
    watch.begin(app, True)
    return run()
QApplication.exec = exec_
import main
main.main(["--sample"])
"""
)


def once(code: str, home: str) -> list[list[float]]:
    """Processor and wall seconds at each event that a process tells of."""
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=ROOT,
        env=clean_environment(BIGAN_HOME=home),
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stdout, f"the window did not paint: {done.stderr[-300:]}"
    return json.loads(done.stdout)


def bench(words: list[str]) -> Iterator[Figure]:
    """Both in turn, after a start that compiles and warms the files."""
    with tempfile.TemporaryDirectory() as home:
        once(BARE, home), once(OURS, home)
        pairs = [(once(BARE, home), once(OURS, home)) for _ in range(size_of(words, 11))]
    floor = "bare window", middle([bare[0][0] for bare, _ in pairs])
    for number, (name, aim) in enumerate((("first paint", PAINTED), ("complete", COMPLETE))):
        own = middle([ours[number][0] for _, ours in pairs])
        wall = middle([ours[number][1] for _, ours in pairs])
        yield ratio(name, own, floor, aim, f"wall {wall:.2f} s")


if __name__ == "__main__":
    report(bench)
