"""What strace wrote, read: whom the program of ours spoke to, and which baits it touched.

Other programs that it starts (an office that converts, a screen) are told by name and left out.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

WATCHED = "socket,connect,bind,sendto,sendmsg,%file,%process"
# Who is behind an address, for those that Qt and the C library speak to by themselves.
KNOWN: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("the display", re.compile(r"/tmp/\.X11-unix/X\d+")),
    ("the session bus", re.compile(r"/tmp/dbus-\w+|/run/user/\d+/bus")),
    ("the bus of screen readers", re.compile(r".*/at-spi(?:/bus\S*|2-\w+/socket)")),
    ("the session, to be told of its end", re.compile(r"/tmp/\.ICE-unix/\d+")),
    ("names of users, by the C library", re.compile(r"(?:/var)?/run/nscd/socket")),
)
_LINE = re.compile(r"(\d+) +(?:<\.\.\. )?(\w+)(.*)")
_UNIX = re.compile(r'sa_family=AF_UNIX, sun_path=@?"([^"]*)"')
_FAMILY = re.compile(r"(?:sa_family=|^\()(AF_\w+)")
_RESULT = re.compile(r"= (-?\d+)[^=]*$")
_PROGRAM = re.compile(r'\("(?:[^"]*/)?([^"/]+)"')
_BAIT = re.compile(r'"([^"]*/canary(?:@2x|@3x)?\.png|[^"<]*canary\.invalid[^"]*)"')
_FORKS = {"clone", "clone3", "fork", "vfork"}
_OURS = re.compile(r"python[\d.]*")


@dataclass(slots=True)
class Seen:
    """What was seen of one run; ``faults`` is what should not have been."""

    contacts: Counter[str] = field(default_factory=Counter[str])  # by who is behind them
    others: Counter[str] = field(default_factory=Counter[str])  # programs that were started
    calls: int = 0
    faults: list[str] = field(default_factory=list[str])


def read_trace(lines: Iterable[str]) -> Seen:
    """Judge the lines of ``strace -f -o``."""
    seen, programs = Seen(), dict[str, str]()
    for line in lines:
        found = _LINE.match(line)
        if not found:
            continue
        process, call, rest = found.groups()
        seen.calls += 1
        result = _RESULT.search(rest)
        if call in _FORKS and result:
            programs.setdefault(result[1], programs.get(process, ""))
        elif call == "execve" and (named := _PROGRAM.match(rest)):
            programs[process] = named[1]
            if not _OURS.fullmatch(named[1]) and rest.rstrip().endswith("= 0"):
                seen.others[named[1]] += 1
        elif _OURS.fullmatch(programs.get(process, "python")):
            _judge(seen, call, rest)
    return seen


def _judge(seen: Seen, call: str, rest: str) -> None:
    """One call of our own program."""
    if call in ("socket", "connect", "bind", "sendto", "sendmsg"):
        family = _FAMILY.search(rest)
        if family and family[1] not in ("AF_UNIX", "AF_UNSPEC"):
            seen.faults.append(f"{call}{rest}")
        elif call == "connect" and (address := _UNIX.search(rest)):
            who = next((name for name, known in KNOWN if known.fullmatch(address[1])), "")
            seen.contacts[who or address[1]] += 1
            if not who:
                seen.faults.append(f"{call}{rest}")
    elif _BAIT.search(rest) and "O_CREAT" not in rest:  # the trial itself lays it
        seen.faults.append(f"{call}{rest}")
