"""What Qt's own windows for files remember: the folders that were opened last, by their names.

Qt writes them into a file of the user's for all programs made with it (on Windows into the
registry, which is told to the user as not ours): two lines of it are taken out, the rest stays.
"""

from __future__ import annotations

import re
from typing import Final

from editor.traces.trace import ClearableKind, Found, Home

_FOLDERS: Final = re.compile(rb"^(?:history|lastVisited)=.*(?:\r?\n|$)", re.MULTILINE)


def _data(home: Home) -> bytes:
    try:
        return home.dialogs.read_bytes() if home.dialogs else b""
    except OSError:
        return b""


def _find(home: Home) -> Found:
    return Found(rows=len(_FOLDERS.findall(_data(home))))


def _forget(home: Home) -> None:
    data = _data(home)
    if home.dialogs is not None and _FOLDERS.search(data):
        home.storage.write(home.dialogs, _FOLDERS.sub(b"", data), private=True)


DIALOGS: Final = (
    ClearableKind(
        "dialogs", "打开、另存的窗口", "记着最近去过的文件夹", _find, _forget, of_one=False
    ),
)
