"""Whether a window can open here, asked before Qt is, for Qt would abort without a word.

Separate from `app`, so that it runs where PySide6 is missing.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path

LIST = Path(__file__).resolve().parent.parent / "resources" / "system-packages.txt"
FOLDERS = (
    "/usr/lib/x86_64-linux-gnu",
    "/usr/lib/aarch64-linux-gnu",
    "/usr/lib64",
    "/usr/lib",
    "/lib",
)


def trouble_before_qt(*, window: bool) -> str:
    """What is missing and how to mend it, or ''. ``window``: a real display is wanted."""
    if not sys.platform.startswith("linux"):
        return ""
    offscreen = os.environ.get("QT_QPA_PLATFORM", "") not in ("", "xcb")
    uses = {"gui"} if offscreen or not window else {"gui", "x11"}
    missing = [package for package, library in _listed(uses) if not is_present(library)]
    if missing:
        names = " ".join(missing)
        return f"缺少系统软件包，打不开窗口。请安装：\n  sudo apt-get install {names}"
    if (
        window
        and not offscreen
        and not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
    ):
        return (
            "没有图形显示（DISPLAY 没有设置），打不开窗口。\n"
            "请在桌面环境里启动；只用命令行时见 python main.py --help。"
        )
    return ""


def trouble_with_pyside(error: ImportError) -> str:
    """The words for a PySide6 that cannot be imported."""
    name = str(error.name or "")
    if isinstance(error, ModuleNotFoundError) and name.startswith("PySide6"):
        return "没有装 PySide6。请运行：\n  python3 -m pip install -e ."
    if not name.startswith(("PySide6", "shiboken6")) and ".so" not in str(error):
        raise error  # a fault of ours, not of the machine
    return (
        f"界面库 PySide6 载入失败：{error}\n请安装 resources/system-packages.txt 里列出的软件包。"
    )


def _listed(uses: set[str]) -> Iterator[tuple[str, str]]:
    for line in LIST.read_text("utf-8").splitlines():
        fields = line.split()
        if len(fields) == 3 and not line.startswith("#") and fields[2] in uses:
            yield fields[0], fields[1]


def is_present(library: str) -> bool:
    """Whether a shared library can be loaded."""
    # Looking is cheaper than loading; loading is sure where a system keeps them elsewhere.
    if any(os.path.exists(f"{folder}/{library}") for folder in FOLDERS):  # noqa: PTH110
        return True
    import ctypes

    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True
