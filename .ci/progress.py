"""How the set-up tells what it does: numbered steps, one moving line, the end of what failed.

Every sentence is given in Chinese and in English; where the output cannot carry Chinese
(a console of another code page, a redirected one), the English is written. The moving line
is rewritten in place on a terminal and is a line now and then in a log.
"""

from __future__ import annotations

import queue
import re
import shutil
import subprocess
import threading
import time
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple, TextIO

EVERY = 5.0  # seconds between two lines of a log while a command works
TICK = 0.5  # seconds between two looks at a command that says nothing
SHOWN = 15  # lines of a failed command that are shown


class Words(NamedTuple):
    """A sentence in both languages; ``keep``: a line of its own, not the moving one."""

    chinese: str
    english: str
    keep: bool = False


class Outcome(NamedTuple):
    """A command's exit code and what it printed."""

    code: int
    lines: list[str]


def carries_chinese(stream: TextIO) -> bool:
    """Whether Chinese can be written to a stream."""
    try:
        "第步（装）：…".encode(stream.encoding or "ascii")
    except (UnicodeEncodeError, LookupError):
        return False
    return True


def spent(seconds: float) -> Words:
    """A length of time: 1 分 12 秒."""
    minutes, rest = divmod(round(seconds), 60)
    if not minutes:
        return Words(f"{rest} 秒", f"{rest} s")
    return Words(f"{minutes} 分 {rest} 秒", f"{minutes} min {rest} s")


def width(text: str) -> int:
    """The columns that a text takes on a terminal."""
    return sum(2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in text)


def cut(text: str, columns: int) -> str:
    """As much of a text as fits into so many columns."""
    while width(text) > columns:
        text = text[:-1]
    return text


class Teller:
    """Writes the words of the set-up to a stream, whatever its encoding."""

    def __init__(self, stream: TextIO, clock: Callable[[], float] = time.monotonic) -> None:
        self._stream, self._clock = stream, clock
        self._chinese, self._moves = carries_chinese(stream), stream.isatty()
        self._shown = 0  # columns of the moving line
        self._began = self._last = clock()

    def tell(self, chinese: str, english: str) -> None:
        """One line, in Chinese or, where that cannot be written, in English."""
        self._clear()
        self._write((chinese if self._chinese else english) + "\n")
        self._last = self._clock()

    def step(self, number: int, of: int, words: Words) -> None:
        """The heading of a step, in both languages; its time runs from here."""
        english = f"Step {number} of {of}: {words.english}"
        self.tell(f"\n第 {number} 步/共 {of} 步　{words.chinese}（{english}）", f"\n{english}")
        self._began = self._clock()

    def took(self) -> Words:
        """How long the step has taken so far."""
        return spent(self._clock() - self._began)

    def show(self, words: Words) -> None:
        """What is going on now: the moving line, or a line of the log every few seconds."""
        time_spent = self.took()
        chinese = f"  {words.chinese}，已用 {time_spent.chinese}"
        english = f"  {words.english}, {time_spent.english}"
        if not self._moves:
            if self._clock() - self._last >= EVERY:
                self.tell(chinese, english)
            return
        text = cut(chinese if self._chinese else english, shutil.get_terminal_size().columns - 1)
        self._write("\r" + text + " " * (self._shown - width(text)))
        self._shown = width(text)

    def quote(self, lines: Sequence[str]) -> None:
        """The last lines that a failed command printed."""
        self._clear()
        for line in [line for line in lines if line.strip()][-SHOWN:]:
            self._write(f"  | {line}\n")

    def _clear(self) -> None:
        if self._shown:
            self._write("\r" + " " * self._shown + "\r")
        self._shown = 0

    def _write(self, text: str) -> None:
        encoding = self._stream.encoding or "ascii"
        self._stream.write(text.encode(encoding, "replace").decode(encoding))
        self._stream.flush()


def watch(
    command: Sequence[str],
    news: Callable[[str], Words | None],
    teller: Teller,
    env: Mapping[str, str] | None = None,
) -> Outcome:
    """Run a command out of sight; ``news`` says what a line of its output means to the
    user, and what '' does: what is going on before it has said anything.
    """
    child = subprocess.Popen(
        list(command),
        env=env,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
    )
    said: queue.Queue[str | None] = queue.Queue()
    threading.Thread(target=_read, args=(child, said), daemon=True).start()
    lines: list[str] = []
    now = news("") or Words("正在准备", "getting ready")
    try:
        while True:
            try:
                line = said.get(timeout=TICK)
            except queue.Empty:
                teller.show(now)
                continue
            if line is None:
                return Outcome(child.wait(), lines)
            lines.append(line)
            told = news(line)
            if told and told.keep:
                teller.tell(f"  {told.chinese}", f"  {told.english}")
            now = told or now
            teller.show(now)
    finally:
        if child.poll() is None:  # interrupted: nothing is left working behind the user's back
            child.terminate()
            child.wait()


def _read(child: subprocess.Popen[str], said: queue.Queue[str | None]) -> None:
    assert child.stdout is not None
    with child.stdout as out:
        for line in out:
            said.put(line.rstrip())
    said.put(None)


class AptNews:
    """What the lines of apt-get mean, one after the other: so many of so many are done.

    Its plain output is read: with APT::Status-Fd=1 it would give maintainer scripts no
    standard output at all, and some fail of that.
    """

    def __init__(self) -> None:
        self._all, self._done = 0, dict.fromkeys(("Get:", "Unpacking", "Setting up"), 0)

    def __call__(self, line: str) -> Words | None:
        """What this line means, None where it says nothing new."""
        if found := re.search(r"(\d+) newly installed", line):
            self._all = int(found[1])
        for beginning, chinese, english in (
            ("Get:", "下载", "fetching"),
            ("Unpacking", "解开", "unpacking"),
            ("Setting up", "设置", "setting up"),
        ):
            if line.startswith(beginning):
                self._done[beginning] += 1
                done = self._done[beginning]
                return Words(
                    f"{chinese}第 {done} 个，共 {self._all} 个", f"{english} {done} of {self._all}"
                )
        return None


def apt_total(lines: Sequence[str]) -> Words:
    """How much apt-get has brought: packages with what they need, and the size fetched."""
    text = "\n".join(lines)
    count = re.search(r"(\d+) newly installed", text)
    size = re.search(r"Need to get (?:[\d.,]+ .?B/)?([\d.,]+ .?B)", text)
    told = Words(f"连同依赖 {count[1]} 个", f"{count[1]} with what they need") if count else None
    if told and size:
        return Words(f"{told.chinese}，下载 {size[1]}", f"{told.english}, {size[1]} fetched")
    return told or Words("", "")


def pip_news(line: str) -> Words | None:
    """What a line of pip means; a large download is worth a line of its own."""
    if found := re.match(r"\s*(Downloading|Using cached) (\S+?)-\d\S* \(([\d.]+) (.?B)\)", line):
        name, size, large = found[2], f"{found[3]} {found[4]}", found[4] in ("MB", "GB")
        if found[1] == "Downloading":
            return Words(f"下载 {name} {size}", f"fetching {name} {size}", keep=large)
        return Words(f"取自缓存 {name} {size}", f"from the cache: {name} {size}")
    if line.lstrip().startswith(("Installing build dep", "Getting requirements", "Preparing")):
        return Words("准备编译工具", "getting the build tools")
    if found := re.match(r"Collecting (\S+)", line):
        name = re.split("[<>=!~;\\[]", found[1])[0]
        return Words(f"查找 {name}", f"looking for {name}")
    if found := re.match(r"Building wheels for collected packages: (.+)", line):
        return Words(f"编译 {found[1]}", f"building {found[1]}", keep=True)
    if found := re.match(r"Installing collected packages: (.+)", line):
        count = len(found[1].split(","))
        return Words(f"写入 {count} 个组件", f"writing {count} packages", keep=True)
    return None


def pip_total(lines: Sequence[str]) -> int:
    """How many packages pip has installed."""
    done = [line for line in lines if line.startswith("Successfully installed")]
    return len(done[-1].split()) - 2 if done else 0
