"""First paint of the program against a bare PySide6 window with a tree and an editor.

``python -m tests.bench.bench_start [rounds]``: both processes in turn, each timed from its
start to the first paint; prints the medians and their ratio (aim: at most 1.3), and then
the time until our window is complete: menus, rules, panels, the page.
"""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
BARE = """
import sys
from PySide6.QtCore import QObject, QEvent, QTimer
from PySide6.QtWidgets import QApplication, QMainWindow, QSplitter, QTreeView, QTextEdit
app = QApplication(sys.argv)
class Seen(QObject):
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint:
            QTimer.singleShot(0, done)
        return False
def done():
    sys.stdout.write("painted\\n"); sys.stdout.flush(); import os; os._exit(0)
window = QMainWindow(); split = QSplitter(); window.setCentralWidget(split)
split.addWidget(QTreeView()); text = QTextEdit(); split.addWidget(text)
seen = Seen(); text.viewport().installEventFilter(seen)
window.resize(1280, 800); window.show(); app.exec()
"""
OURS = """
import os, sys
import main
from editor.ui.shell.window import Window
def say(word):
    sys.stdout.write(word + "\\n"); sys.stdout.flush()
def complete(window, path, original=Window.complete):
    say("painted")
    original(window, path)
    from PySide6.QtWidgets import QApplication
    QApplication.processEvents()
    say("complete"); os._exit(0)
Window.complete = complete
main.main([])
"""


def once(code: str, home: str) -> list[float]:
    """Seconds from the start of the process to each word that it says."""
    env = {**os.environ, "BIGAN_HOME": home}
    env.setdefault("QT_QPA_PLATFORM", "offscreen")
    began = time.perf_counter()
    child = subprocess.Popen(
        [sys.executable, "-c", code],
        cwd=ROOT,
        env=env,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    assert child.stdout is not None
    times = [time.perf_counter() - began for _ in child.stdout]
    child.wait()
    child.stdout.close()
    assert times, "the window did not paint"
    return times


def main(rounds: int) -> None:
    """Both in turn, and the medians."""
    with tempfile.TemporaryDirectory() as home:
        once(BARE, home), once(OURS, home)
        pairs = [(once(BARE, home), once(OURS, home)) for _ in range(rounds)]
    bare = statistics.median(p[0][0] for p in pairs)
    ours = statistics.median(p[1][0] for p in pairs)
    ratio = statistics.median(p[1][0] / p[0][0] for p in pairs)
    done = statistics.median(p[1][1] for p in pairs)
    print(f"first paint: bare {bare * 1000:.0f} ms  ours {ours * 1000:.0f} ms  ratio {ratio:.2f}")
    print(f"complete: {done * 1000:.0f} ms, {done / bare:.1f} bare windows")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 15)
