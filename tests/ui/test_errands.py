"""Work in threads comes back to the interface thread, and ends with the program in peace."""

from __future__ import annotations

import ast
import subprocess
import sys
from threading import Event, Thread, get_ident

import pytest
from PySide6.QtCore import QObject, QThreadPool

from editor.ui.errands import Errands
from tests.bench.measure import clean_environment
from tests.sources import ROOT, source_files, told, tree_of, where
from tests.ui.until import until

STARTED_IN_THREADS = """
import sys
from threading import Event
from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication
from editor.ui.errands import Errands

app = QApplication([])
ending, parent = Event(), QObject()
errands = Errands(parent)

def work():
    ending.wait()
    return sum(range(int(sys.argv[1])))  # the program goes while this is counted

errands.send(work, print)
QTimer.singleShot(0, app.quit)
app.exec()
ending.set()
"""


@pytest.fixture
def errands(application: QObject) -> Errands:
    return Errands(QObject(application))


def test_what_work_found_is_told_in_the_interface_thread(errands: Errands) -> None:
    heard: list[tuple[int, int]] = []
    errands.send(get_ident, lambda worker: heard.append((worker, get_ident())))
    until(lambda: heard)
    worker, teller = heard[0]
    assert teller == get_ident() != worker


def test_what_work_raised_goes_to_who_is_named_for_it(errands: Errands) -> None:
    heard: list[Exception] = []
    errands.send(lambda: 1 // 0, heard.append, lambda error: heard.append(error))
    until(lambda: heard)
    assert isinstance(heard[0], ZeroDivisionError)


def test_what_is_forgotten_is_not_told(errands: Errands) -> None:
    heard, go = list[str](), Event()
    errands.send(go.wait, lambda _: heard.append("old"))
    errands.forget()
    go.set()
    QThreadPool.globalInstance().waitForDone()
    errands.send(lambda: None, lambda _: heard.append("new"))
    until(lambda: heard)
    assert heard == ["new"]


def test_a_thread_of_ones_own_is_awaited_too(errands: Errands) -> None:
    heard: list[str] = []
    Thread(target=errands.expect(lambda: heard.append("done"))).start()
    until(lambda: heard)


@pytest.mark.parametrize("length", [1, 50_000, 500_000])
def test_the_program_may_end_while_work_is_done(length: int) -> None:
    command = [sys.executable, "-c", STARTED_IN_THREADS, str(length)]
    env = clean_environment(QT_QPA_PLATFORM="offscreen")
    ended = subprocess.run(command, cwd=ROOT, env=env, capture_output=True, timeout=60)
    assert (ended.returncode, ended.stderr) == (0, b"")


def test_every_pool_is_worked_with_by_errands() -> None:
    """Else a thread would tell an object that may be going."""
    found = [
        f"{where(path)}:{node.lineno}"
        for path in source_files("editor/ui")
        if where(path) != "editor/ui/errands.py"
        for node in ast.walk(tree_of(path))
        if isinstance(node, ast.Attribute)
        if node.attr == "globalInstance" or (node.attr == "start" and _is_pool(node.value))
    ]
    assert not found, told(found)


def _is_pool(node: ast.expr) -> bool:
    return isinstance(node, ast.Attribute | ast.Name) and ast.unparse(node).endswith("pool")
