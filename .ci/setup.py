#!/usr/bin/env python3
"""Set up 笔杆 on a fresh machine and start it: ``python3 .ci/setup.py run|test|check``.

run    install what is missing, then open the sample speech (or the file named behind it)
test   install what is missing, then run all tests (arguments go to pytest)
check  as test, then lint and types: what CI runs

Needs Python 3.11 or later and, on Debian/Ubuntu, the rights to install packages (root or
sudo); without them it names the packages and goes on. Uses the standard library only.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


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


def install_system() -> None:
    """Install the missing Debian packages, or say which they are."""
    missing = missing_packages()
    if not missing:
        return
    rights = [] if os.geteuid() == 0 else ["sudo"]
    if rights and not shutil.which("sudo"):
        print("请管理员安装以下系统软件包:", " ".join(missing))
        return
    env = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    subprocess.run([*rights, "apt-get", "update", "-qq"], env=env, check=False)
    done = subprocess.run(
        [*rights, "apt-get", "install", "-y", "-qq", "--no-install-recommends", *missing],
        env=env,
        check=False,
        stdin=subprocess.DEVNULL,
    )
    if done.returncode:
        print("没有装上的系统软件包:", " ".join(missing_packages()))


def install_python(extra: str) -> None:
    """A virtual environment in .venv with the locked versions; nothing twice."""
    wanted = (ROOT / "pyproject.toml").read_bytes() + (ROOT / "requirements.lock").read_bytes()
    stamp = hashlib.sha256(wanted + str(ROOT).encode()).hexdigest()
    mark = VENV / f"bigan{extra}.stamp"
    if mark.exists() and mark.read_text() == stamp:
        return
    if not PYTHON.exists():
        subprocess.run([sys.executable, "-m", "venv", str(VENV)], check=True)
    lock = ["-c", str(ROOT / "requirements.lock")]
    target = f"{ROOT}{extra}"
    # jieba comes as source; without --use-pep517 an older pip warns about how it is built.
    pip = [str(PYTHON), "-m", "pip", "install", "-q", "--use-pep517"]
    pip.append("--disable-pip-version-check")
    subprocess.run([*pip, *lock, "-e", target], check=True)
    mark.write_text(stamp)


def run(*command: str, **env: str) -> int:
    """Run a command of the virtual environment in the project's folder."""
    return subprocess.run(
        [str(PYTHON), *command], cwd=ROOT, env={**os.environ, **env}, check=False
    ).returncode


def run_tests(arguments: list[str]) -> int:
    """All tests; windows are drawn off screen."""
    return run("-m", "pytest", *arguments, QT_QPA_PLATFORM="offscreen")


def run_check() -> int:
    """Tests, lint, format, types; the first failure ends it."""
    steps = [
        ("-m", "ruff", "check", "."),
        ("-m", "ruff", "format", "--check", "."),
        ("-m", "pyright", "--pythonpath", str(PYTHON)),
    ]
    code = run_tests([])
    for step in steps:
        code = code or run(*step)
    return code


def main(arguments: list[str]) -> int:
    """Set up, then do what the first argument says."""
    task = arguments[0] if arguments else "run"
    if task not in ("run", "test", "check") or sys.version_info < (3, 11):
        print(__doc__)
        return 2
    if os.name == "posix" and sys.platform.startswith("linux"):
        install_system()
    install_python("" if task == "run" else "[test]")
    if task == "run":
        # Named from the user's folder; the program is started in the project's.
        files = [str(Path(one).resolve()) if Path(one).exists() else one for one in arguments[1:]]
        return run("main.py", *(files or ["--sample"]))
    return run_tests(arguments[1:]) if task == "test" else run_check()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
