"""Traditional characters of a site's words read as simplified ones.

Sites convert a page to hinder copying. Only what is looked at is folded, one character
for one, so that places stay; the text itself is never changed.
"""

from __future__ import annotations

import re
from typing import Final

_TRADITIONAL: Final = (
    "當網頁員閱讀請顯僅訪問權聲轉載編輯發時間來瀏覽點擊錄關聯繫熱門薦歡導見領會與號碼"
    "鏈專題檔庫範總結構鑒幫務條備證許營業內個為從這們對開長據復雜幹書說話詞標籤過東無"
    "現實應該費購買戶級類別數積價觀戰"
)
_SIMPLIFIED: Final = (
    "当网页员阅读请显仅访问权声转载编辑发时间来浏览点击录关联系热门荐欢导见领会与号码"
    "链专题档库范总结构鉴帮务条备证许营业内个为从这们对开长据复杂干书说话词标签过东无"
    "现实应该费购买户级类别数积价观战"
)
_TABLE: Final = str.maketrans(_TRADITIONAL, _SIMPLIFIED)
_ANY = re.compile(f"[{_TRADITIONAL}]")


def folded(lines: list[str], text: str) -> list[str]:
    """The lines as they are recognised, of the same lengths; the same list where simplified."""
    if not _ANY.search(text):
        return lines
    return [line.translate(_TABLE) for line in lines]
