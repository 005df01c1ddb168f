"""The set-up says what it does and how far it is, on any console, and ends with the right code."""

from __future__ import annotations

import importlib
import io
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType

import pytest

CI = Path(__file__).resolve().parents[1] / ".ci"
CONSOLES = ("utf-8", "gbk", "cp936", "big5", "cp437", "cp1252", "latin-1", "ascii")


@pytest.fixture(scope="module")
def setup() -> Iterator[ModuleType]:
    """`.ci/setup.py` as a module."""
    sys.path.insert(0, str(CI))
    yield importlib.import_module("setup")
    sys.path.remove(str(CI))
    del sys.modules["setup"], sys.modules["progress"]


@pytest.fixture
def progress(setup: ModuleType) -> ModuleType:
    return sys.modules["progress"]


class Console(io.TextIOWrapper):
    """A stream of an encoding that remembers; ``tty``: one that can rewrite its line."""

    def __init__(self, encoding: str = "utf-8", tty: bool = False) -> None:
        super().__init__(io.BytesIO(), encoding=encoding, newline="\n")
        self._tty = tty

    def isatty(self) -> bool:
        return self._tty

    @property
    def said(self) -> str:
        self.flush()
        return self.buffer.getvalue().decode(self.encoding)  # type: ignore[attr-defined]


class Clock:
    """A clock that goes on by a second at each look."""

    def __init__(self, step: float = 1.0) -> None:
        self._now, self._step = 0.0, step

    def __call__(self) -> float:
        self._now += self._step
        return self._now


def steps(setup: ModuleType, *codes: int | Callable[[], int]) -> list[object]:
    works = [(lambda c=c: c) if isinstance(c, int) else c for c in codes]
    return [setup.Step(setup.Words(f"事{n}", f"thing {n}"), w) for n, w in enumerate(works)]


@pytest.mark.parametrize("encoding", CONSOLES)
def test_every_word_can_be_written_on_every_console(setup: ModuleType, encoding: str) -> None:
    console = Console(encoding)
    code = setup.go_through("test", steps(setup, 0, 3), setup.Teller(console))
    assert code == 3
    chinese = encoding in ("utf-8", "gbk", "cp936")
    assert ("第 2 步/共 2 步" in console.said) == chinese
    assert "Step 2 of 2: thing 1" in console.said
    assert "?" not in console.said


@pytest.mark.parametrize("encoding", CONSOLES)
def test_a_wrong_word_gets_the_usage_and_code_2(encoding: str) -> None:
    env = {**os.environ, "PYTHONIOENCODING": encoding}
    command = [sys.executable, str(CI / "setup.py"), "nonsense"]
    done = subprocess.run(command, env=env, capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (2, b"")
    assert ".ci/setup.py" in done.stdout.decode(encoding)


def test_the_plan_numbers_what_each_task_does(setup: ModuleType) -> None:
    plan = setup.SetUp(setup.Teller(Console())).plan
    names = {task: [step.name.chinese for step in plan(task, [])] for task in setup.AIMS}
    first = ["系统软件包", "Python 环境", "Python 组件"]
    assert names["run"] == [*first, "打开讲话稿"]
    assert names["test"] == [*first, "运行测试"]
    fuzzing = "用怪文件试两分钟"
    assert names["check"] == [*names["test"], fuzzing, "检查代码写法", "检查排版", "检查类型"]


def test_the_end_says_that_it_has_finished_and_how_long_it_took(setup: ModuleType) -> None:
    console = Console()
    assert setup.go_through("test", steps(setup, 0, 0), setup.Teller(console)) == 0
    assert "全部完成：2 步都做完了，共用 0 秒" in console.said.splitlines()[-1]


def test_the_time_of_writing_is_not_the_set_ups(
    setup: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    now = [0.0]
    monkeypatch.setattr(setup.time, "monotonic", lambda: now[0])

    def spend(seconds: float) -> int:
        now[0] += seconds
        return 0

    console = Console()
    plan = steps(setup, lambda: spend(65), lambda: spend(9000))
    assert setup.go_through("run", plan, setup.Teller(console, Clock())) == 0
    assert "准备共用 1 分 5 秒" in console.said.splitlines()[-1]


def test_the_first_step_that_fails_ends_it_with_its_code(setup: ModuleType) -> None:
    console, done = Console(), list[str]()
    plan = steps(setup, 0, 5, lambda: done.append("more") or 0)
    assert setup.go_through("check", plan, setup.Teller(console)) == 5
    assert "停在第 2 步：事1没有成功（代码 5）" in console.said
    assert done == []


def test_ctrl_c_is_told_and_gives_130(setup: ModuleType) -> None:
    def interrupted() -> int:
        raise KeyboardInterrupt

    console = Console()
    assert setup.go_through("run", steps(setup, interrupted), setup.Teller(console)) == 130
    assert "已中断" in console.said


def test_nothing_missing_is_said_and_nothing_is_done(
    setup: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    console = Console()
    monkeypatch.setattr(setup, "missing_packages", list)
    monkeypatch.setattr(setup, "watch", pytest.fail)
    assert setup.SetUp(setup.Teller(console)).system() == 0
    assert "不缺什么" in console.said


def test_apt_is_not_asked_where_there_is_no_linux(
    setup: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setattr(setup, "missing_packages", pytest.fail)
    monkeypatch.delattr(os, "geteuid", raising=False)
    assert setup.SetUp(setup.Teller(Console())).system() == 0


def test_without_rights_the_packages_are_named_and_it_goes_on(
    setup: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    console = Console()
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(setup, "missing_packages", lambda: ["libegl1", "libgl1"])
    monkeypatch.setattr(setup.shutil, "which", lambda name: None)
    assert setup.SetUp(setup.Teller(console)).system() == 0
    assert "sudo apt-get install libegl1 libgl1" in console.said


def test_a_failed_install_shows_its_last_lines_and_what_to_do(
    setup: ModuleType, progress: ModuleType, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    console = Console()
    failed = progress.Outcome(1, [f"line {n}" for n in range(40)])
    monkeypatch.setattr(setup, "VENV", tmp_path)
    monkeypatch.setattr(setup, "watch", lambda *_: failed)
    assert setup.SetUp(setup.Teller(console)).packages("") == 1
    quoted = [line for line in console.said.splitlines() if line.startswith("  | ")]
    assert quoted == [f"  | line {n}" for n in range(25, 40)]
    assert "网络" in console.said
    assert list(tmp_path.iterdir()) == []


def test_what_is_installed_is_not_installed_again(
    setup: ModuleType, progress: ModuleType, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    told: list[object] = []
    done = progress.Outcome(0, ["Successfully installed a-1 b-2"])
    monkeypatch.setattr(setup, "VENV", tmp_path)
    monkeypatch.setattr(setup, "watch", lambda *words: told.append(words) or done)
    console = Console()
    for _ in range(2):
        assert setup.SetUp(setup.Teller(console)).packages("[test]") == 0
    assert len(told) == 1
    assert "装好 2 个" in console.said and "已是规定的版本" in console.said


def test_a_log_gets_a_line_every_few_seconds_and_no_carriage_return(progress: ModuleType) -> None:
    console = Console()
    teller = progress.Teller(console, Clock(0.5))
    for number in range(40):
        teller.show(progress.Words(f"下载第 {number} 个", ""))
    assert "\r" not in console.said
    assert 2 <= len(console.said.splitlines()) <= 8
    assert "已用" in console.said


def test_a_terminal_rewrites_one_line_and_leaves_nothing_of_it(progress: ModuleType) -> None:
    console = Console(tty=True)
    teller = progress.Teller(console, Clock())
    teller.show(progress.Words("下载很长的一个名字", ""))
    teller.show(progress.Words("装", ""))
    assert console.said.count("\n") == 0
    one, other = console.said.split("\r")[1:]
    assert progress.width(one) == progress.width(other)  # the rest of the longer is painted over
    teller.tell("装好了", "done")
    assert console.said.endswith("\r装好了\n")


def test_the_moving_line_fits_into_the_terminal(
    progress: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(progress.shutil, "get_terminal_size", lambda: os.terminal_size((20, 5)))
    console = Console(tty=True)
    progress.Teller(console, Clock()).show(progress.Words("长" * 50, ""))
    assert progress.width(console.said.strip("\r")) < 20


PIP = """
Collecting PySide6-Essentials<6.12,>=6.8.0.2 (from bigan==0.1.0) -> 查找 PySide6-Essentials
  Downloading pyside6_essentials-6.11.3-cp310-x.whl (96.0 MB) -> 下载 pyside6_essentials 96.0 MB!
  Downloading platformdirs-4.14.7-py3-none-any.whl (18 kB) -> 下载 platformdirs 18 kB
  Using cached ruff-0.17.6-py3-none-manylinux_2_17.whl (11.2 MB) -> 取自缓存 ruff 11.2 MB
Building wheels for collected packages: jieba, bigan -> 编译 jieba, bigan!
Installing collected packages: jieba, lxml, shiboken6 -> 写入 3 个组件!
"""  # "!": a line that stays


@pytest.mark.parametrize("pair", PIP.strip("\n").splitlines())
def test_what_pip_says_becomes_plain_words(progress: ModuleType, pair: str) -> None:
    line, wanted = pair.split(" -> ")
    words = progress.pip_news(line)
    assert words.chinese + "!" * words.keep == wanted


APT = """\
0 upgraded, 58 newly installed, 0 to remove and 0 not upgraded.
Need to get 1,200 kB/96.3 MB of archives.
Get:1 http://deb.debian.org/debian bookworm/main amd64 libgl1 [89 kB]
Get:2 http://deb.debian.org/debian bookworm/main amd64 libegl1 [34 kB]
Selecting previously unselected package libgl1:amd64.
Unpacking libgl1:amd64 (1.6.0-1) ...
Setting up libgl1:amd64 (1.6.0-1) ..."""


def test_what_apt_says_becomes_figures(progress: ModuleType) -> None:
    news = progress.AptNews()
    told = [words.chinese for line in APT.splitlines() if (words := news(line))]
    done = ("下载第 1 个", "下载第 2 个", "解开第 1 个", "设置第 1 个")
    assert told == [f"{words}，共 58 个" for words in done]
    assert progress.apt_total(APT.splitlines()).chinese == "连同依赖 58 个，下载 96.3 MB"


def test_a_command_has_somewhere_to_write_to(progress: ModuleType) -> None:
    """Scripts that packages bring fail where they have no standard output."""
    both = "import sys; print('out'); print('err', file=sys.stderr)"
    done = progress.watch([sys.executable, "-c", both], lambda _: None, progress.Teller(Console()))
    assert (done.code, sorted(done.lines)) == (0, ["err", "out"])


def test_a_command_that_says_nothing_is_still_seen_to_work(
    progress: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(progress, "EVERY", 0.0)
    monkeypatch.setattr(progress, "TICK", 0.02)
    console = Console()
    code = "import time; print('字', flush=True); time.sleep(0.3); raise SystemExit(4)"
    command = [sys.executable, "-c", code]
    news = lambda line: progress.Words("做", "work")  # noqa: E731
    env = {**os.environ, "PYTHONIOENCODING": "utf-8"}
    done = progress.watch(command, news, progress.Teller(console), env)
    assert done == (4, ["字"])
    assert len(console.said.splitlines()) >= 2
