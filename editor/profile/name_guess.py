"""What the full name of a unit already says: its places, level, kind and short name.

Separate from the profile, which only holds what the user has confirmed: these are offers.
"""

from __future__ import annotations

import re
from typing import Final

_CHAIN: Final = re.compile(
    "(?P<省>[^省市县区]{2,8}?(?:省|自治区))?"
    "(?P<市>[^省市县区]{1,8}?(?:市|自治州|州|盟))?"
    "(?P<县>[^省市县区]{1,8}?(?:自治县|县|市|区|旗))?"
    "(?P<乡>[^省市县区]{1,8}?(?:街道|镇|乡))?"
    "(?P<rest>.+)"
)
_ENDS: Final = ("自治区", "自治州", "自治县", "街道", "省", "市", "县", "区", "镇", "乡")
_LEVELS: Final = {"自治区": "省", "自治州": "市", "自治县": "县"}
_KINDS: Final = (
    ("工会", "工会"), ("纪律检查|监察|纪委", "纪检监察"), ("组织部", "组织"), ("宣传部", "宣传"),
    ("统战部|统一战线", "统战"), ("政法委", "政法"), ("公安", "公安"),
    ("共青团|团[县市区省]?委", "共青团"),
    ("妇女联合会|妇联", "妇联"), ("人民代表大会|人大", "人大"), ("政治协商|政协", "政协"),
    ("大学|学院|学校|中学|小学|幼儿园", "学校"), ("医院", "医院"), ("公司|集团|厂|矿", "企业"),
    ("政府", "政府"), ("委员会$|委$", "党委"), ("局$|办公室$|厅$", "机关"),
)  # fmt: skip
_OWN: Final = (
    ("公司|集团|厂|矿", "企业"),
    ("大学|学院|学校|中学|小学|幼儿园", "学校"),
    ("社区", "社区"),
    ("村(?:民)?委", "村"),
)


def guessed_from_name(unit: str) -> dict[str, str]:
    """Words for the form by its keys ('简称', '层级', '类别', '省' …); only what is sure."""
    found = _CHAIN.fullmatch(unit.strip())
    if found is None:
        return {}
    said = {key: words for key, words in found.groupdict().items() if words}
    rest = said.pop("rest")
    own = [level for words, level in _OWN if re.search(words, rest)]
    if own:
        said["层级"] = own[0]
    elif said:
        end = next(e for e in _ENDS if list(said.values())[-1].endswith(e))
        said["层级"] = _LEVELS.get(end, end)
        said["简称"] = (said["层级"] if end != "街道" else "街道") + rest
    kind = next((kind for words, kind in _KINDS if re.search(words, rest)), "")
    return {**said, "类别": kind} if kind else said
