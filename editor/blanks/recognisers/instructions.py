"""What is said to the drafter and never to the hall: （结合本单位特点提出要求）, （不超过200字）.

Separate from `brackets`, which knows the names of fields; here whole sentences are told
by how an instruction is built: whom it bids, to do what to the text.
"""

from __future__ import annotations

import re

_WRITE = (
    r"(?:填写|填入|填上|写明|写清|写出|写入|写|列举|列出|列明|简述|概述|阐述|论述|详述|描述|陈述|撰写|概括|归纳|展开|"
    r"补充|补写|插入|加入|举例|增减|增删|删减|取舍|修改|调整|替换|选用|选择使用|自拟|自定)"
)
_TELL = (
    r"(?:提出|说明|介绍|总结|分析|谈|讲|安排|部署|回顾|点名|引用|进行(?:阐述|说明|展开|补充|修改))"
)
_BID = r"(?:请|可以?|建议|宜|需要?|应当?|须|务必)"
_HERE = r"(?:此处|这里|此段|本段|本部分|该部分|这部分|以上|以下|上述|下面)"
_SIZE = re.compile(
    r"(?:不(?:少于|超过|多于)|约|控制在)?\d{2,4}(?:[-—~～至到]\d{2,4})?字(?:左右|以内|以上|即可)"
    r"|不(?:少于|超过|多于)\d{2,4}字"
    r"|[一二两三四][至到或][二三四五六][条点项件个](?:即可|为宜|左右)?(?=[，。；]|$)"
)
_SHAPES = tuple(
    re.compile(shape)
    for shape in (
        rf"{_HERE}{_BID}?[^。]{{0,40}}(?:{_WRITE}|{_TELL}|结合|根据|省略号?处)",
        rf"{_BID}(?:在此|自行|简要|适当|具体|重点|酌情|逐[条项个]|分[条项]|视情)?[^。]{{0,30}}{_WRITE}",
        rf"{_BID}(?:从|围绕|结合|就|按|按照|根据)[^。]{{2,40}}(?:{_WRITE}|{_TELL}|方面|角度|入手|考虑)",
        rf"(?:结合|根据|围绕|按照?|针对|从|就|对照|紧扣|联系|参照|参考|用)[^。]{{2,40}}(?:{_WRITE}|{_TELL})",
        rf"(?:简要|具体|重点|逐[条项个]|分[条项]|扼要)?{_WRITE}(?!明)[^。]{{2,40}}$",
        r"(?:简要|具体|重点|逐一|扼要)(?:说明|介绍|总结|回顾|分析|部署)[^。]{2,40}$",
        r"[^。]{0,60}(?:单字|准确|自行|对应|对照|统一|你可|您可)[^。]{0,20}替换$",
        r"[^。]{2,30}(?:自拟|自填|自行填写|自行补充|酌定|视情况而定)$",
    )
)
# Notes that a finished text carries.
_NOTE = re.compile(
    r"录音|记录稿|根据[^。]{0,12}整理|简称|详见|见附件|参见|鼓掌|掌声|排名不分|举手|起立|宣读|选择题|写实|写生|写真"
)


def is_instruction(inner: str) -> bool:
    """Whether the words of a bracket tell the drafter what to write there."""
    if not 4 <= len(inner) <= 120 or _NOTE.search(inner):
        return False
    return _SIZE.search(inner) is not None or any(shape.match(inner) for shape in _SHAPES)
