"""Garbage is collected on the interface thread, by the program and by its tests."""

from __future__ import annotations

import gc
import os
import subprocess
import sys
import threading
import weakref
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import Shiboken

from editor.garbage import due
from editor.ui.garbage_timer import GarbageTimer, Resting
from editor.ui.page.page_view import PageView
from tests.notation import doc
from tests.ui.letting_go import let_go
from tests.ui.page.pages import controller_of

ROOT = Path(__file__).resolve().parents[2]
MANY = 300_000  # new objects, enough for collections of every generation
PROGRAM = """
import gc, os, threading, time
from editor.ui.launch import run_window
from editor.ui import launch
names = set()
gc.callbacks.append(lambda phase, told: names.add(threading.current_thread().name))
def work():
    kept = [[number] for number in range(300_000)]
    while not names:
        time.sleep(0.01)
    os.write(1, " ".join(sorted(names)).encode()); os._exit(0)
def collect_here(*given, original=launch.collect_here):
    original(*given)
    names.clear()  # the start itself collects once: from now on only the timer does
    threading.Thread(target=work).start()
launch.collect_here = collect_here
run_window("--sample")
"""


@pytest.fixture
def as_python_does() -> Iterator[None]:
    """Automatic collection, in any thread, as it is where nothing is done about it."""
    limits = gc.get_threshold()
    gc.collect()  # the counters begin anew: this thread shall not be the one that is due
    gc.enable()
    yield
    gc.disable()
    gc.set_threshold(*limits)


def abandoned() -> tuple[weakref.ref[QObject], list[str]]:
    """A Qt object that only its own cycle holds, and where it was destroyed."""
    made, died = QObject(), list[str]()
    made.cycle = made  # type: ignore[attr-defined]
    weakref.finalize(made, lambda: died.append(threading.current_thread().name))
    return weakref.ref(made), died


def allocate_in_a_worker() -> None:
    def work() -> None:
        kept = [[number] for number in range(MANY)]
        kept.clear()

    worker = threading.Thread(target=work, name="worker")
    worker.start()
    worker.join()


def test_python_alone_destroys_in_a_worker(as_python_does: None) -> None:
    _, died = abandoned()
    allocate_in_a_worker()
    assert died == ["worker"], "where Python has learnt better, the collector may go"


def test_with_the_collector_it_is_the_interface_thread(as_python_does: None) -> None:
    owner = QObject()
    collector = GarbageTimer(lambda: True, owner)
    made, died = abandoned()
    allocate_in_a_worker()
    assert made() is not None
    gc.set_threshold(1, 1, 1)
    for _ in range(3):  # what was young may have grown older
        kept = [[number] for number in range(9)]
        collector.look()
    assert died == ["MainThread"] and kept


def test_nothing_is_collected_where_it_is_not_due_or_somebody_waits(as_python_does: None) -> None:
    owner, resting = QObject(), False
    collector = GarbageTimer(lambda: resting, owner)
    _, died = abandoned()
    gc.set_threshold(1, 1, 1)
    collector.look()
    assert died == []
    resting = True
    gc.set_threshold(10**8, 1, 1)
    collector.look()
    assert died == [] and due() == -1


def test_the_hand_rests_when_nothing_changed_and_nothing_is_composed() -> None:
    controller = controller_of(doc("一、抓落实 | 正文"))
    resting = Resting(lambda: [controller.view])
    assert not resting() and resting()
    controller.insert("好")
    assert not resting() and resting()
    second = PageView()  # composing in the second place
    QApplication.sendEvent(second, QInputMethodEvent("ni", []))
    controller.view.other_word = second.word
    assert not resting()


def test_no_thread_of_the_program_collects_but_the_interface_thread(tmp_path: Path) -> None:
    env = {**os.environ, "BIGAN_HOME": str(tmp_path)}
    ended = subprocess.run(
        [sys.executable, "-c", PROGRAM], cwd=ROOT, env=env, capture_output=True, timeout=600
    )
    assert ended.stdout.decode() == "MainThread", ended.stderr.decode()


def test_a_window_left_open_by_a_test_is_destroyed_whole() -> None:
    assert not gc.isenabled()
    spared = QWidget()
    view = controller_of(doc("一、抓落实 | 正文")).view
    let_go([spared])
    assert Shiboken.isValid(spared) and not Shiboken.isValid(view)
