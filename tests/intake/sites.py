"""Speeches with a site's furniture around them; × marks the lines that are the site's."""

from __future__ import annotations

from pathlib import Path
from typing import Final

SPEECH: Final = """在全区信访工作会议上的讲话
同志们：
这次会议的任务，是通报上半年的信访情况，安排下半年的工作。刚才，三个镇作了发言，讲得都很实在。
一、认清形势，不能松劲
上半年全区受理来信来访412件次，同比下降一成，但重复访的比例还是偏高。
有的单位接访登记不全，有的答复意见一发了之，群众看了不满意。
二、突出重点，化解积案
一要包案到人。每件积案明确一名领导，从头管到底。
二要依法办理。该解决的马上解决，不该解决的把道理讲透。
各镇要把清单报到区信访局，每月更新一次，网站上同步公开。
三、压实责任，严格奖惩
对推诿扯皮造成后果的，要追责问责。
同志们，群众来信来访是对我们的信任，我们要用心用情把这件事办好。
谢谢大家！"""


def blocks() -> list[tuple[str, list[str], set[int]]]:
    """(name, lines, numbers of a site's lines) of each text."""
    found: list[tuple[str, list[str], set[int]]] = []
    for block in Path(__file__).with_name("sites.txt").read_text("utf-8").split("====\n"):
        name, *rest = block.strip("\n").split("\n")
        lines: list[str] = []
        sites: set[int] = set()
        for line in rest:
            sites |= {len(lines)} if line.startswith("×") else set()
            lines += SPEECH.split("\n") if line == "{speech}" else [line.removeprefix("×")]
        found.append((name[2:], lines, sites))
    return found
