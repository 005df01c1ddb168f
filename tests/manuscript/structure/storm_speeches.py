"""Texts that are hard to restructure: what the random tests of the outline work on."""

from __future__ import annotations

from editor.manuscript.manuscript import Manuscript
from editor.manuscript.paragraph import Paragraph
from tests.notation import doc

POINTED = doc(
    "在云川市工作会议上的讲话 | 同志们： | 下面，我讲三点意见。 | 一、提高𠮷认识 | "
    "主要有三个问题：一是站位不高；二是作风不实；三是落实不硬。对此要警醒。 | 还要看到差距。 | "
    "二、抓好落实 | （一）压实责任。各级要扛起责任。 |  | （二）强化𬭚督查。督查要跟上。 | "
    "（三）严肃问责。首先，查清事实。其次，分清责任。最后，公开结果。 | "
    "二、抓好落实 | 一要学深悟透。要反复学。二要改到位。要真改。 | 🌊浪潮奔涌。 | "
    "三、加强领导 | 一是加强组织领导。书记要带头。 | 二是加强宣传引导。 | 三是加强督促检查。 | "
    "同志们，让我们一起努力！ | 谢谢大家！"
)
TWO_SPEECHES = doc(
    "在青石县动员会上的讲话 | （2026年3月1日） | 各位代表： | 今天开会，讲两点。 | "
    "一、形势 | 形势很好。 | "
    "二、任务 | 1.修路。把路修好。 | 2.架桥。把桥架好。 | 谢谢！ | "
    "在青石县总结会上的讲话 | （2026年9月1日） | 同志们： | 会开完了，我说三点。 | "
    "一、成绩 | 第一，快。第二，好。 | "
    "二、不足 |  | 不少。 | 三、打算 | 要干。"
)


def with_blocks() -> Manuscript:
    """A Word file: keys everywhere, automatic numbers, a table, a picture, duplicates."""
    rows = [
        ("临江区述职报告", "", "title", "", ""), ("各位领导：", "", "", "", ""),
        ("下面汇报两个方面的工作。", "", "", "", ""),
        ("主要成效", "一、", "heading1", "", ""), ("成效如下。", "", "", "", ""),
        ("项目", "", "", "表1·1行1列", ""), ("数量", "", "", "表1·1行2列", ""),
        ("表后说明𠀀。", "", "", "", ""), ("存在问题", "二、", "heading1", "", ""),
        ("见下图。", "", "", "", "图片"), ("", "", "", "", ""),
        ("问题有二：一是慢；二是散。", "", "", "", ""),
        ("下步打算", "三、", "heading1", "", ""), ("（一）提速。要快。", "", "", "", ""),
        ("（二）聚力。要合。", "", "", "", "脚注"), ("谢谢各位！", "", "", "", ""),
    ]  # fmt: skip
    made = (
        Paragraph(text, number, label, style, frame, holds)
        for number, (text, label, style, frame, holds) in enumerate(rows, 1)
    )
    return Manuscript(0, tuple(made))


AIRY = doc(  # an empty line between all, two between speeches, and the file's end
    "在白果镇春训会上的讲话 |  | 同志们： |  | 今天讲两点。 |  | 一、学 |  | 学要深。 |  | "
    "二、干 |  | 一是快干；二是实干。 |  | 谢谢大家！ |  |  | "
    "在白果镇秋收会上的讲话 |  | 同志们： |  | 一、收𠀀 | 颗粒归仓。 |  | 二、种 | 适时播种。 |  | "
)


BROKEN_TITLES = doc(  # titles in several lines, a subtitle, heads without numbers
    "踔厉奋发启新程 | 勇毅前行谱新篇 | ——在白果镇第三次妇女代表 | 大会上的报告 | （2026年3月） | "
    "各位代表： | 一、成绩 | 队伍更齐了 | 新来了七位姐妹，都能独当一面。 | 路子更宽了 | "
    "果子卖到了外县，价钱也好。 | 二、打算 | 要接着干。 | 谢谢大家！ | 在白果镇秋收秋种 |  | "
    "工作会议上的讲话 | 同志们： | 一、收 | 颗粒归仓。 | 二、种 | 适时播种。"
)


COUNTED = doc(  # numbers with words of their own
    "在白果镇青年座谈会上的讲话 | 同志们： | 第一个关键词：担当 | 要担当。 | 第二个关键词：奉献 | "
    "第一句话，不怕苦。年轻多磨。 | 第二句话，不怕难。难处见人。 | 第三个关键词：团结 | "
    "今年，首先，摸清底数；其次，列出清单；最后，逐项销号。 | 谢谢大家！"
)


def ended(manuscript: Manuscript, empty: int) -> Manuscript:
    """The text with so many empty paragraphs of its file behind the last words."""
    last = [Paragraph("" if n % 2 else "　　", 800 + n) for n in range(empty)]
    return Manuscript(0, (*manuscript.paragraphs, *last), manuscript.lists)


SPEECHES = (
    ended(POINTED, 1), TWO_SPEECHES, AIRY, ended(with_blocks(), 2), BROKEN_TITLES, COUNTED
)  # fmt: skip
