"""The speech and the site's furniture that the clean lines are put into."""

from __future__ import annotations

from pathlib import Path
from typing import Final

HERE: Final = Path(__file__).parent
TITLE: Final = "在全市工会重点工作推进会上的讲话"
OPENING: Final = (
    TITLE,
    "同志们：",
    "今天开会，主要是把今年的重点工作再部署一遍，请大家把责任扛起来。",
)
HEADED: Final = (
    "一、认清形势，增强责任感",
    "从各单位报来的情况看，进度总体符合预期，但也有几项落在了后面，原因要找准。",
)
SECOND: Final = (
    "二、突出重点，抓好落实",
    "要把任务分到人头，一个月一调度，一个季度一通报，年底算总账。",
)
CLOSING: Final = ("谢谢大家！",)
HEAD: Final = (
    "当前位置：首页 > 范文大全 > 讲话稿 > 正文",
    "发布时间：2025-03-13 09:20 来源：笔耕文库 浏览次数：1286",
)
FOOT: Final = (
    "上一篇：全市防汛工作视频会议主持词",
    "下一篇：年度述职报告范文三篇",
    "本文链接：https://www.bigengku99.com/jianghua/8812.html",
    "云ICP备12345678号-1",
)
MARKERS: Final = ("{}、", "{}. ", "（{}）", "({})", "①②③④⑤⑥")


def lines_of(name: str) -> list[str]:
    """The lines of a data file."""
    return (HERE / f"{name}.txt").read_text("utf-8").splitlines()


def lists() -> list[list[str]]:
    """Every set of items with every kind of number: fifty lists."""
    sets = [
        one.split("\n") for one in (HERE / "lists.txt").read_text("utf-8").strip().split("\n\n")
    ]
    return [
        [(form[n] if len(form) == 6 else form.format(n + 1)) + item for n, item in enumerate(items)]
        for items in sets
        for form in MARKERS
    ]


def speech(*inside: str, closing: tuple[str, ...] = CLOSING) -> list[str]:
    """A speech with lines between its two headings."""
    return [*OPENING, *HEADED, *inside, *SECOND, *closing]


def on_site(lines: list[str]) -> list[str]:
    """A text with a site's head and foot around it."""
    return [*HEAD, *lines, *FOOT]
