"""Whose program this is and on which machine, as other machines name them; asked without cost."""

from __future__ import annotations

import os


def host_name() -> str:
    """The name of this machine, '' where it has none."""
    return os.environ.get("COMPUTERNAME", "") if os.name == "nt" else os.uname().nodename


def user_name() -> str:
    """The name this user signs in with, or the number where the system knows no name."""
    for name in ("LOGNAME", "USER", "USERNAME"):
        if found := os.environ.get(name):
            return found
    return str(os.getuid()) if os.name != "nt" else ""
