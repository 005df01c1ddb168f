"""The kinds of noise and repair, and what the window calls them."""

from __future__ import annotations

from typing import Final

LABELS: Final = {
    "site-intro": "网站导语",
    "watermark": "水印",
    "site-note": "网站插注",
    "url": "网址",
    "page-number": "页码",
    "page-split": "分页序号",
    "site-nav": "导航",
    "share-bar": "分享栏",
    "copyright": "版权声明",
    "related-links": "相关链接",
    "site-header": "网页头部信息",
    "site-footer": "网页尾部信息",
    "member-notice": "会员提示",
    "toc": "目录",
    "toc-mark": "目录标记",
    "dup-title": "重复标题",
    "preview": "预览",
    "piece-mark": "篇号",
    "jammer": "干扰码",
    "pinyin": "夹注拼音",
    "markdown": "Markdown符号",
    "emoji": "表情符号",
    "invisible": "隐形字符",
    "look-alike": "异码字",
    "lost": "显示不出的字",
    "line-join": "断行拼接",
    "line-split": "分段",
    "blank-line": "空行",
    "indent": "段首空格",
}


def label_of(kind: str) -> str:
    """The Chinese name of a kind; an unknown kind is its own name."""
    return LABELS.get(kind, kind)
