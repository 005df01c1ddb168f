#!/usr/bin/env python3
"""Set up 笔杆 on a fresh machine and start it: ``python3 .ci/setup.py run|test|check``.

run    install what is missing, then open the sample speech (or the file named behind it)
test   install what is missing, then run all tests (arguments go to pytest)
check  as test, then two minutes of fuzzing, lint and types: what CI runs

Needs Python 3.11 or later and, on Debian/Ubuntu, the rights to install packages (root or
sudo); without them it names the packages and goes on. Uses the standard library only.
Says what it does, how far it is and how long it took (`progress.py`).
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from progress import AptNews, Teller, Words, apt_total, pip_news, pip_total, spent, watch

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
OLDEST = (3, 11)
FUZZING = 120  # seconds
USAGE = Words(
    "用法：python3 .ci/setup.py run [讲话稿.docx]  准备环境，打开讲话稿（不写文件名就打开示例）\n"
    "      python3 .ci/setup.py test             准备环境，运行全部测试\n"
    "      python3 .ci/setup.py check            同上，再用怪文件试两分钟，查代码规范和类型",
    "usage: python3 .ci/setup.py run [speech.docx] | test [pytest's arguments] | check",
)
# As many tests at a time as there are cores; each process needs a gigabyte.
SIDE_BY_SIDE = ("-n", "auto", "--maxprocesses", "4", "--dist", "worksteal")
AIMS = {
    "run": Words("准备环境，打开讲话稿", "set up, then open a speech"),
    "test": Words("准备环境，运行全部测试", "set up, then run all tests"),
    "check": Words(
        "准备环境，运行测试，用怪文件试，检查代码", "set up, then tests, fuzzing, lint and types"
    ),
}


class Step(NamedTuple):
    """One numbered step; its work gives an exit code, and what is not 0 ends the set-up."""

    name: Words
    work: Callable[[], int]


class SetUp:
    """The steps of a set-up, and how they are told."""

    def __init__(self, teller: Teller) -> None:
        self._teller = teller

    def plan(self, task: str, arguments: list[str]) -> list[Step]:
        """The steps of a task, in order."""
        extra = "" if task == "run" else "[test]"
        steps = [
            Step(Words("系统软件包", "system packages"), self.system),
            Step(Words("Python 环境", "Python environment"), self.environment),
            Step(Words("Python 组件", "Python packages"), lambda: self.packages(extra)),
        ]
        if task == "run":
            name = Words("打开讲话稿", "open the speech")
            return [*steps, Step(name, lambda: self.start(arguments))]
        steps.append(Step(Words("运行测试", "tests"), lambda: self.tests(arguments)))
        if task == "check":
            steps += [
                Step(Words("用怪文件试两分钟", "two minutes of fuzzing"), self.fuzzing),
                self._tool(Words("检查代码写法", "lint"), "ruff", "check", "."),
                self._tool(Words("检查排版", "format"), "ruff", "format", "--check", "."),
                self._tool(Words("检查类型", "types"), "pyright", "--pythonpath", str(PYTHON)),
            ]
        return steps

    def system(self) -> int:
        """Install the missing Debian packages, or say which they are; never ends the set-up."""
        missing = missing_packages() if sys.platform.startswith("linux") else []
        if not missing:
            self._teller.tell("  不缺什么，跳过。", "  Nothing is missing.")
            return 0
        names = " ".join(missing)
        self._teller.tell(f"  缺 {len(missing)} 个：{names}", f"  {len(missing)} missing: {names}")
        rights = [] if os.geteuid() == 0 else ["sudo"]
        if not shutil.which("apt-get") or (rights and not shutil.which("sudo")):
            self._ask_for(missing)
            return 0
        if rights:
            self._teller.tell(
                "  需要管理员权限，请按提示输入密码。", "  sudo asks for your password."
            )
            subprocess.run(["sudo", "-v"], check=False)
        self._install(rights, missing)
        return 0

    def _install(self, rights: list[str], missing: list[str]) -> None:
        env = {**os.environ, "DEBIAN_FRONTEND": "noninteractive", "LC_ALL": "C"}
        tell, apt = self._teller, [*rights, "apt-get", "-o", "Dpkg::Use-Pty=0", "-q"]
        asking = Words("更新软件源清单", "asking for the lists of packages")
        asked = watch([*apt, "update"], lambda _: asking, tell, env)
        if asked.code:
            tell.tell("  软件源清单没能更新，先按旧的装。", "  The lists could not be renewed.")
        done = watch(
            [*apt, "install", "-y", "--no-install-recommends", *missing], AptNews(), tell, env
        )
        if done.code:
            tell.quote(done.lines or asked.lines)
            self._ask_for(missing_packages())
            return
        brought, took = apt_total(done.lines), tell.took()
        tell.tell(
            f"  装好了（{brought.chinese}），用时 {took.chinese}。",
            f"  Installed ({brought.english}) in {took.english}.",
        )

    def _ask_for(self, missing: list[str]) -> None:
        command = f"sudo apt-get install {' '.join(missing)}"
        self._teller.tell(
            f"  没有装上。请管理员安装后再运行一次，现在先往下走：\n    {command}",
            f"  Not installed. Please have this run; going on meanwhile:\n    {command}",
        )

    def environment(self) -> int:
        """A virtual environment in .venv, made where there is none that works."""
        tell = self._teller
        if PYTHON.exists() and has_pip():
            tell.tell(f"  已有 {VENV}，跳过。", f"  {VENV} is there.")
            return 0
        making = Words(f"新建 {VENV}", f"making {VENV}")
        made = watch([sys.executable, "-m", "venv", str(VENV)], lambda _: making, tell)
        if made.code:
            tell.quote(made.lines)
            tell.tell(
                "  没有建成。Debian、Ubuntu 请先装：sudo apt-get install python3-venv",
                "  Failed. On Debian or Ubuntu: sudo apt-get install python3-venv",
            )
            return 1
        took = tell.took()
        tell.tell(f"  建好了，用时 {took.chinese}。", f"  Made in {took.english}.")
        return 0

    def packages(self, extra: str) -> int:
        """The locked versions of the Python packages; nothing twice."""
        tell, stamp, mark = self._teller, stamp_of(), VENV / f"bigan{extra}.stamp"
        if mark.exists() and mark.read_text() == stamp:
            tell.tell("  已是规定的版本，跳过。", "  The locked versions are there.")
            return 0
        # jieba comes as source; without --use-pep517 an older pip warns about how it is built.
        pip = [str(PYTHON), "-m", "pip", "install", "--use-pep517", "--disable-pip-version-check"]
        done = watch(
            [*pip, "-c", str(ROOT / "requirements.lock"), "-e", f"{ROOT}{extra}"], pip_news, tell
        )
        if done.code:
            tell.quote(done.lines)
            tell.tell(
                "  没有装成，原因见上面几行，多半是网络。检查以后再运行同一条命令。",
                "  Failed, see above. Mostly it is the network: try the same command again.",
            )
            return 1
        mark.write_text(stamp)
        count, took = pip_total(done.lines), tell.took()
        tell.tell(
            f"  装好 {count} 个，用时 {took.chinese}。", f"  {count} installed in {took.english}."
        )
        return 0

    def start(self, arguments: list[str]) -> int:
        """The window; ends when it is closed."""
        self._teller.tell(
            "  准备好了，正在打开。关掉笔杆的窗口，这条命令就结束。",
            "  Ready; the window opens. This command ends when it is closed.",
        )
        # Named from the user's folder; the program is started in the project's.
        files = [str(Path(one).resolve()) if Path(one).exists() else one for one in arguments]
        return run("main.py", *(files or ["--sample"]))

    def tests(self, arguments: list[str]) -> int:
        """All tests; windows are drawn off screen."""
        self._teller.tell(
            "  约需几分钟，不会弹出窗口。一点是一项测试，行末是完成的百分比。",
            "  Takes some minutes, off screen. A dot is a test, a line ends with the percentage.",
        )
        # Unbuffered, or a log gets its dots in lumps of 8,192.
        env = {"QT_QPA_PLATFORM": "offscreen", "PYTHONUNBUFFERED": "1"}
        code = run("-m", "pytest", *SIDE_BY_SIDE, *arguments, **env)
        took = self._teller.took()
        if code:
            self._teller.tell(
                f"  测试没有全部通过（代码 {code}），没通过的列在上面。用时 {took.chinese}。",
                f"  Not all tests passed (code {code}), see above. {took.english}.",
            )
        else:
            self._teller.tell(
                f"  测试全部通过，用时 {took.chinese}。", f"  All tests passed in {took.english}."
            )
        return code

    def fuzzing(self) -> int:
        """Odd inputs for whatever reads files, another each time; what is found is kept."""
        self._teller.tell(
            f"  随机造出残缺、古怪的文件，逐类去读，共 {FUZZING} 秒；一类一行。",
            f"  Odd files are made and read, sort by sort, {FUZZING} seconds in all.",
        )
        code = run("-m", "tests.fuzz", "--total", str(FUZZING), PYTHONUNBUFFERED="1")
        if code:
            self._teller.tell(
                "  找到了毛病，列在上面（FOUND）；出毛病的文件留在 tests/fuzz/found，"
                "改好以后测试会一直带着它。",
                "  Faults were found, see FOUND above. The inputs are kept in tests/fuzz/found, "
                "where the tests ask them from now on.",
            )
        return code

    def _tool(self, name: Words, *command: str) -> Step:
        return Step(name, lambda: run("-m", *command))


def system_packages() -> list[str]:
    """The names in resources/system-packages.txt."""
    listed = (ROOT / "resources" / "system-packages.txt").read_text(encoding="utf-8")
    return [line.split()[0] for line in listed.splitlines() if line and not line.startswith("#")]


def missing_packages() -> list[str]:
    """Those of the list that dpkg does not have; none where there is no dpkg."""
    if not shutil.which("dpkg-query"):
        return []
    ask = ["dpkg-query", "-W", "-f", "${Package} ${db:Status-Status}\n", *system_packages()]
    answer = subprocess.run(ask, capture_output=True, text=True, check=False).stdout
    have = {line.split()[0] for line in answer.splitlines() if line.endswith(" installed")}
    return [name for name in system_packages() if name not in have]


def has_pip() -> bool:
    """Whether the environment is whole: one made without python3-venv has no pip."""
    ask = [str(PYTHON), "-c", "import pip"]
    return subprocess.run(ask, capture_output=True, check=False).returncode == 0


def stamp_of() -> str:
    """What tells whether the environment holds what is wanted now."""
    wanted = (ROOT / "pyproject.toml").read_bytes() + (ROOT / "requirements.lock").read_bytes()
    return hashlib.sha256(wanted + str(ROOT).encode()).hexdigest()


def run(*command: str, **env: str) -> int:
    """Run a command of the virtual environment in the project's folder, in full view."""
    return subprocess.run(
        [str(PYTHON), *command], cwd=ROOT, env={**os.environ, **env}, check=False
    ).returncode


def main(arguments: list[str]) -> int:
    """Set up, then do what the first argument says; the exit code."""
    tell = Teller(sys.stdout)
    task = arguments[0] if arguments else "run"
    if task not in AIMS:
        tell.tell(*USAGE[:2])
        return 2
    if sys.version_info[:2] < OLDEST:
        found = sys.version.split()[0]
        tell.tell(
            f"需要 Python 3.11 或更新的版本，现在是 {found}。",
            f"Python 3.11 or later is needed; this is {found}.",
        )
        return 2
    return go_through(task, SetUp(tell).plan(task, arguments[1:]), tell)


def go_through(task: str, steps: list[Step], tell: Teller) -> int:
    """The steps one after the other; the first that fails ends it, and it is told how it ended."""
    aim, of = AIMS[task], len(steps)
    tell.tell(
        f"笔杆：{aim.chinese}，共 {of} 步。\n"
        "第一次要联网下载，约需几分钟；以后只要几秒。除系统软件包外，都装在本文件夹的 .venv 里。",
        f"Bigan: {aim.english}, {of} steps.\n"
        "The first time it downloads for some minutes; later it takes seconds. All but the system "
        "packages goes into .venv in this folder.",
    )
    began = ready = time.monotonic()
    for number, step in enumerate(steps, 1):
        tell.step(number, of, step.name)
        ready = time.monotonic()
        try:
            code = step.work()
        except KeyboardInterrupt:
            tell.tell(
                "\n已中断。再运行同一条命令就接着做。",
                "\nInterrupted. The same command goes on from here.",
            )
            return 130
        if code:
            tell.tell(
                f"\n停在第 {number} 步：{step.name.chinese}没有成功（代码 {code}）。",
                f"\nStopped at step {number}: {step.name.english} failed (code {code}).",
            )
            return code
    # How long one has been writing is not what the set-up took.
    took = spent((ready if task == "run" else time.monotonic()) - began)
    setting_up = "准备" if task == "run" else ""
    tell.tell(
        f"\n全部完成：{of} 步都做完了，{setting_up}共用 {took.chinese}。(Done in {took.english}.)",
        f"\nAll {of} steps done in {took.english}.",
    )
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
