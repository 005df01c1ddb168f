"""Every window of the program on a messy speech, one after the other, at one size of type.

Run as a program, for a scale is set before Qt starts: it prints the faults of each window.
``python -m tests.ui.look.all_windows TYPE WIDTH HEIGHT [FOLDER for pictures] [dark]``
"""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.checks.report.test_spun_repair import SPUN

TITLE = "在全县优化营商环境暨推进重点项目建设攻坚年动员部署大会上的讲话提纲（征求意见稿第三稿）"
LONG = "把项目建设作为高质量发展的主抓手，一级抓一级、层层抓落实，确保全年目标任务圆满完成"
BODY = (
    "X县要在【数量】个月内完成XX项工作，，各部门必需在20XX年底前报到XXX处，"
    "由XXX同志负责，截止2026年6月。我们要坚持以人民为中心的的发展思想，。"
)
CLOSED = frozenset({"file.close", "app.quit"})
SIDES = ("语料库", "检查", "填空")


def messy_speech() -> str:
    """A speech with everything that the window can have something to say about."""
    lines = ["首页 > 范文大全 > 讲话稿 > 正文", "来源：某某文秘网 www.example.com 阅读：1024次"]
    lines += [TITLE, "（2026年X月X日）", "XXX", "同志们：", f"今天开会，我讲三点意见。{BODY}"]
    for number in "一二四五":
        lines += [f"{number}、{LONG}", BODY]
        for inner in "一二":
            lines += [f"（{inner}）{LONG}", BODY, "1.短标题。" + BODY, f"2.{LONG}。{BODY}"]
    lines += SPUN.split(" | ")[2:]
    return "\n".join([*lines, *[BODY * 2] * 12, "谢谢大家！", "更多范文请关注公众号：某某文秘"])


def platform(width: int, height: int, folder: Path) -> str:
    """The offscreen platform with a screen of this size in px."""
    screen = {"name": "one", "x": 0, "y": 0, "width": width, "height": height}
    told = {"screens": [{**screen, "logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1}]}
    (folder / "screens.json").write_text(json.dumps(told))
    return f"offscreen:configfile={folder / 'screens.json'}"


def main(size: int, width: int, height: int, pictures: str = "", theme: str = "light") -> None:
    """Open every window and print its faults."""
    with TemporaryDirectory() as folder:
        os.environ["QT_QPA_PLATFORM"] = platform(width, height, Path(folder))
        os.environ["HOME"] = folder
        from tests.ui.look.window_walk import Walk

        walk = Walk(Path(folder), size, theme, pictures)
        for fault in walk.faults():
            print(fault)


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]), *sys.argv[4:])
