"""Messy samples made of the invented speeches: ⟦noise⟧ is marked, ⟪don't care⟫ too."""

from dataclasses import dataclass

from editor.intake.tidy import Receipt
from editor.manuscript.manuscript import Offsets, manuscript_of
from tests.intake.speeches import COMPANY, LIBRARY, SAFETY, SCHOOL, UNION

MARKS = "⟦⟧⟪⟫"


@dataclass(frozen=True)
class Sample:
    """A raw text with what is noise in it (2), what may be (1) and what is speech (0)."""

    text: str
    labels: list[int]


def sample(marked: str) -> Sample:
    """Read the marks out of a marked-up text."""
    text: list[str] = []
    labels: list[int] = []
    level = 0
    for char in marked:
        if char in MARKS:
            level = {"⟦": 2, "⟪": 1}.get(char, 0)
        else:
            text.append(char)
            labels.append(level)
    return Sample("".join(text), labels)


def score(found: Sample, receipt: Receipt) -> tuple[int, int, int]:
    """(right, lost speech, missed noise) in characters; white space does not count."""
    offsets = Offsets(manuscript_of(found.text))
    struck = [False] * len(found.text)
    for item in receipt.sure:
        if not item.after.strip():
            for place in range(offsets.flat(item.start), offsets.flat(item.end)):
                struck[place] = True
    right = lost = missed = 0
    for char, label, gone in zip(found.text, found.labels, struck, strict=True):
        if char.isspace() or label == 1:
            continue
        right += gone and label == 2
        lost += gone and label == 0
        missed += not gone and label == 2
    return right, lost, missed


def wrapped(text: str, width: int = 35, indent: str = "") -> str:
    """A text broken every ``width`` characters, as copied out of a PDF."""
    lines: list[str] = []
    for paragraph in text.split("\n"):
        whole = indent + paragraph
        lines += [whole[at : at + width] for at in range(0, len(whole), width)]
    return "\n".join(lines)


def paged(text: str, every: int, mark: str) -> str:
    """A page mark on its own line after every so many lines; ``{}`` is the number."""
    lines: list[str] = []
    for number, line in enumerate(text.split("\n"), 1):
        lines.append(line)
        if number % every == 0:
            lines.append("⟦" + mark.format(number // every) + "⟧")
    return "\n".join(lines)


def indexed(text: str, size: int) -> str:
    """A speech in one line, cut into pages that begin with their index, as libraries do."""
    line = text.replace("\n", " ")
    pages = [line[at : at + size] for at in range(0, len(line), size)]
    return "\n\n".join(f"⟦{number}、⟧{page}" for number, page in enumerate(pages, 1))


def stamped(text: str, stamp: str, every: int = 3) -> str:
    """A watermark behind every third paragraph, once in the middle of a sentence."""
    lines = text.split("\n")
    for number in range(1, len(lines), every):
        lines[number] += f"⟦ {stamp}⟧"
    middle = max(range(len(lines)), key=lambda n: len(lines[n]))
    lines[middle] = lines[middle][:40] + f"⟦{stamp}⟧" + lines[middle][40:]
    return "\n".join(lines)


def glued(text: str, mark: str, every: int = 300) -> str:
    """A speech in one line with page marks inside the words."""
    line = text.replace("\n", "")
    pieces = [line[at : at + every] for at in range(0, len(line), every)]
    return "".join(f"⟦{mark.format(n)}⟧{piece}" for n, piece in enumerate(pieces, 1))


def jammed(text: str) -> str:
    """A forum's jammers between the lines and inside them."""
    codes = ["7 o\" t+ N' W3 k", '8 m5 C" U; N  a% l, d+ W0', "/ G- k; W% a% |( ^# n% J3 n"]
    lines = text.split("\n")
    for number in range(3, len(lines), 2):
        code = codes[number % 3]
        cut = len(lines[number]) // 2
        lines[number] = lines[number][:cut] + f"⟦{code}⟧" + lines[number][cut:]
    lines.insert(5, "⟦" + codes[1] + "⟧")
    return "\n".join(lines)


PORTAL_HEAD = """⟦首页 > 政务公开 > 领导讲话 > 正文⟧
⟦来源：云川市应急管理局 发布时间：2025-03-13 09:20 浏览次数：1286 字体：【大 中 小】⟧
⟦【打印本页】 【关闭窗口】⟧
"""
PORTAL_FOOT = """
⟦分享到：微信 新浪微博 QQ空间⟧
⟦责任编辑：张某某⟧
⟦上一篇：全区防汛工作视频会议召开⟧
⟦下一篇：区领导调研企业复工⟧
⟦版权所有：云川市应急管理局 网站标识码：9901020003⟧
⟦云ICP备12345678号-1 云公网安备 99010202000123号⟧
⟦网站地图 | 联系我们 | 关于我们⟧"""
MODEL_HEAD = (
    "⟦在日常工作中，我们都会用到讲话稿。讲话稿怎么写才规范呢？"
    "以下是小编精心整理的安全生产讲话稿，仅供参考，希望能够帮助到大家。⟧\n"
)
MODEL_FOOT = """
⟦以上就是小编为大家带来的安全生产讲话稿，希望对您有所帮助！⟧
⟦相关推荐：⟧
⟦安全生产月活动总结范文⟧
⟦2025年安全生产工作计划⟧
⟦消防安全演讲稿三篇⟧
⟦声明：本站文章均来自互联网，如有侵权请联系我们删除。⟧"""
LIBRARY_HEAD = """⟦收藏 分享 举报⟧

⟦青石县总工会全委会讲话.docx⟧

⟦上传人：gw****18 文档编号：5567123 上传时间：2024-02-18 格式：DOCX 页数：6 大小：21.07KB⟧
⟦下载 相关 举报⟧
⟦青石县总工会全委会讲话.docx_第1页⟧
⟦第1页 / 共6页⟧
⟦青石县总工会全委会讲话.docx_第2页⟧
⟦第2页 / 共6页⟧
⟦亲，该文档总共6页，到这儿已超出免费预览范围，如果喜欢就下载吧！⟧
⟦资源描述⟧

"""
LIBRARY_FOOT = """

⟦展开阅读全文⟧
⟦相关资源⟧
⟦猜你喜欢⟧

⟦当前位置：首页 > 办公文档 > 工作总结⟧

⟦copyright@ 2010-2024 gongwenku.com网站版权所有⟧

⟦经营许可证编号：云ICP备2021000000号-1⟧"""
FORUM_HEAD = """⟦[领导讲话] 在全区安全生产工作会议上的讲话 [复制链接]⟧
⟦老笔杆 发表于 2019-5-6 10:22:31 | 显示全部楼层 |阅读模式⟧
⟦马上注册，结交更多好友，享用更多功能。⟧
⟦您需要 登录 才可以下载或查看，没有账号？会员注册⟧
"""
WECHAT_HEAD = """⟪在云川市第三中学开学典礼上的致辞⟫
⟦原创 云川三中 云川三中 2025-09-01 18:30 发表于云川⟧
⟦点击上方蓝字关注我们⟧
"""
WECHAT_FOOT = """
⟦👇👇👇⟧
⟦长按识别二维码关注我们⟧
⟦喜欢此内容的人还喜欢⟧
⟦阅读原文⟧
⟦阅读 2103  赞 56 在看 31⟧"""

MESSY = {
    "portal": PORTAL_HEAD + SAFETY + PORTAL_FOOT,
    "model site": MODEL_HEAD + SAFETY + MODEL_FOOT,
    "library": LIBRARY_HEAD + indexed(UNION, 160) + LIBRARY_FOOT,
    "forum": FORUM_HEAD + jammed(SAFETY) + "\n⟦回复 举报⟧\n⟦返回列表⟧",
    "wechat": WECHAT_HEAD + SCHOOL + WECHAT_FOOT,
    # Copied out of a PDF.
    "wrapped PDF": paged(wrapped(SAFETY), 12, "— {} —"),
    "wrapped PDF, indented": paged(wrapped(LIBRARY, 32, "　　"), 15, "第{}页 共9页"),
    "wrapped narrow, half-width": paged(wrapped(UNION, 26), 14, "- {} -"),
    "single line": glued(UNION, "-{}-"),
    "single line, other mark": glued(SAFETY, "第{}页共7页"),
    "watermark": stamped(SAFETY, "写作驿站,公文素材文库"),
    "watermark of a domain": stamped(SCHOOL, "好范文网www.haofanwen123.com"),
    "two speeches": (
        "⟦下面是小编为大家整理的年会讲话稿范文，供大家参考。⟧\n在云川远山机械公司年会上的讲话⟪范文篇1⟫\n"
        + COMPANY.split("\n", 1)[1]
        + "\n在青石县总工会全委会议上的讲话⟪范文篇2⟫\n"
        + UNION.split("\n", 1)[1]
        + "\n⟦本文来源：https://www.fanwenwang99.com/jianghua/8812.html⟧"
    ),
    "cut preview": (
        "⟦您好，欢迎访问云川文秘网⟧\n⟦当前位置：文秘网 >> 领导讲话 >> 安全⟧\n"
        + SAFETY[:420]
        + " ……(未完⟪，全文共2210字，当前仅显示800字，请阅读下面提示信息。⟫\n"
        + "⟦收藏《在全区安全生产工作会议上的讲话》⟧⟪)⟫"
        "\n⟦预览已结束，下载后可阅读全文⟧"
    ),
    "emoji and pinyin": (
        UNION.replace("各位委员", "各位委⟦(🛂)⟧员")
        .replace("会议审议", "會⟦(huì)⟧議⟦(yì)⟧審⟦(shěn)⟧議⟦(yì)⟧")
        .replace("领导", "領⟦(lǐng)⟧導⟦(dǎo)⟧")
    ),
    "table of contents": (
        "⟦目录⟧\n⟪一、看清形势，把弦绷得更紧\n二、盯住重点，把事情做得更实\n三、压实责任，把链条拧得更牢⟫\n"
        + SAFETY
    ),
    "blank lines": "⟦范文先生网为大家整理的开学典礼致辞，欢迎阅读。⟧\n\n"
    + SCHOOL.replace("\n", "\n\n")
    + "\n\n⟦推荐阅读：⟧\n\n⟦校长毕业典礼讲话稿⟧\n\n⟦教师节致辞三篇⟧",
}
CLEAN = {
    "safety": SAFETY,
    "union": UNION,
    "school": SCHOOL,
    "library": LIBRARY,
    "company": COMPANY,
    "indented": "\n".join("　　" + line for line in LIBRARY.split("\n")),
    "with a form of its own": SAFETY + "\n\n云川市应急管理局\n2025年3月12日",
}
