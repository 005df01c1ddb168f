"""How versions are told: their names, their time, what changed, what is still template."""

from __future__ import annotations

import re
import time
from collections.abc import Sequence

from editor.files.versions.kept_version import Occasion, Version
from editor.manuscript.comparison.compare import ChangeTally
from editor.manuscript.comparison.provenance import KeptShare
from editor.manuscript.numbering import read_numeral

OCCASIONS = {
    Occasion.NAMED: "自己留的",
    Occasion.OPENED: "打开时",
    Occasion.SAVED: "保存",
    Occasion.PRINTED: "打印",
    Occasion.EXPORTED: "导出",
    Occasion.COMMAND: "改动之前",
    Occasion.OVERWRITTEN: "别人存的",
}
_DRAFT = re.compile(r"第([0-9０-９一二三四五六七八九十百]+)稿")


def name_words(version: Version) -> str:
    """What a version is called: its name, else what it was kept for and when."""
    return version.name or f"{why_words(version)}　{time_words(version.time)}"


def overwritten_name(saved: float) -> str:
    """What somebody else's version is called: '被覆盖的：别人存的，11月30日 19:06'."""
    then = time.localtime(saved)
    clock = time.strftime("%H:%M", then)
    return f"被覆盖的：别人存的，{then.tm_mon}月{then.tm_mday}日 {clock}"


def why_words(version: Version) -> str:
    """Why a version was kept."""
    return version.label or OCCASIONS[version.occasion]


def time_words(moment: float, now: float | None = None) -> str:
    """'今天 14:05', '11月3日 09:30', '2025年11月3日'."""
    then, today = time.localtime(moment), time.localtime(time.time() if now is None else now)
    clock = time.strftime("%H:%M", then)
    if then[:3] == today[:3]:
        return f"今天 {clock}"
    if then.tm_year == today.tm_year:
        return f"{then.tm_mon}月{then.tm_mday}日 {clock}"
    return f"{then.tm_year}年{then.tm_mon}月{then.tm_mday}日"


def tally_words(tally: ChangeTally) -> str:
    """'修改18段、删去5段；增加74字、减少351字', '' where nothing changed."""
    rows = (
        ("修改", tally.reworded), ("新增", tally.added), ("删去", tally.removed),
        ("移动", tally.moved), ("拆开", tally.split), ("合并", tally.joined),
    )  # fmt: skip
    sizes = (("增加", tally.put_in), ("减少", tally.taken_out))
    parts = (
        "、".join([f"{word}{count:,}段" for word, count in rows if count]),
        "、".join([f"{word}{size:,}字" for word, size in sizes if size]),
    )
    return "；".join([part for part in parts if part])


def next_name(versions: Sequence[Version]) -> str:
    """The name offered for the next version: '第3稿' behind '第2稿'."""
    return f"第{latest_draft(versions)[0] + 1}稿"


def latest_draft(versions: Sequence[Version]) -> tuple[int, str]:
    """The highest N of those called 第N稿 and the fingerprint of its words; 0 for none."""
    found = [
        (read_numeral(numeral[1]) or 0, version.digest)
        for version in versions
        if (numeral := _DRAFT.search(version.name))
    ]
    highest = max([number for number, _ in found], default=0)
    return next((one for one in reversed(found) if one[0] == highest), (0, ""))


def kept_words(row: KeptShare) -> str:
    """'还有 5/8 句是范文', '一句没动', '全是新写的'."""
    if not row.total:
        return "没有句子"
    if row.untouched:
        return "一句没动"
    return f"{row.kept}/{row.total} 句是原样" if row.kept else "全是新写的"
