"""What to do where no input method answers, in an office's words, for the usual systems."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from editor.input_method.choice import wished_family
from editor.input_method.running import Running

NONE = "没有找到中文输入法，现在打不出汉字。"
AGAIN = "然后关掉笔杆再打开一次。"
LATE = "输入法打开得比笔杆晚，还没有接上。请存盘，关掉笔杆再打开一次，就能打汉字了。"
# By the ID of /etc/os-release: what the user of that system opens.
HOW = {
    ("uos", "deepin", "kylin", "openkylin", "nfschina"): (
        "请在开始菜单里打开“Fcitx”（没有就在应用商店装一个输入法），"
    ),
    ("ubuntu", "debian", "linuxmint"): (
        "请在系统“设置—键盘—输入源”里添加“中文（智能拼音）”，或者打开 Fcitx，"
    ),
}
ANY = "请打开系统的输入法（IBus 或 Fcitx）并添加中文，"


def advice(environment: Mapping[str, str], runs: Running, system: frozenset[str]) -> str:
    """The words. ``system``: the names a distribution calls itself and those it is like."""
    if runs.ibus or runs.fcitx4 or runs.fcitx5:
        return LATE
    other = environment.get("XMODIFIERS", "").partition("@im=")[2]
    if other and other != "none" and not wished_family(environment):
        return (
            f"笔杆用不上现在设置的输入法“{other}”，在这里打不出汉字。请换用 Fcitx 或 IBus，{AGAIN}"
        )
    how = next((words for names, words in HOW.items() if system & set(names)), ANY)
    return f"{NONE}{how}{AGAIN}"


def distribution(path: Path = Path("/etc/os-release")) -> frozenset[str]:
    """The names in ID and ID_LIKE, lower case; none where the file is missing."""
    try:
        lines = path.read_text("utf-8", "replace").splitlines()
    except OSError:
        return frozenset()
    values = [line.partition("=")[2] for line in lines if line.startswith(("ID=", "ID_LIKE="))]
    return frozenset(" ".join(values).replace('"', "").lower().split())
