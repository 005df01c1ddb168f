"""The kinds of what a file tells beside its words, and one thing found of a kind."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import Final


class MetadataKind(StrEnum):
    """A kind, in the order of telling."""

    AUTHOR = "author"
    EDITOR = "editor"
    COMPANY = "company"
    MANAGER = "manager"
    TITLE = "title"
    SUBJECT = "subject"
    DATES = "dates"
    EDITING = "editing"
    PROGRAM = "program"
    TEMPLATE = "template"
    COMMENTERS = "commenters"
    REVISERS = "revisers"
    CUSTOM = "custom"
    PATHS = "paths"
    MAIL_MERGE = "mail merge"
    HIDDEN = "hidden"
    PICTURES = "pictures"
    PICTURE_NAMES = "picture names"
    EMBEDDED = "embedded"
    RSIDS = "rsids"
    EXTRAS = "extras"


KIND_WORDS: Final[Mapping[MetadataKind, str]] = MappingProxyType(
    {
        MetadataKind.AUTHOR: "作者",
        MetadataKind.EDITOR: "最后修改的人",
        MetadataKind.COMPANY: "单位",
        MetadataKind.MANAGER: "主管",
        MetadataKind.TITLE: "题名",
        MetadataKind.SUBJECT: "主题、关键词、备注",
        MetadataKind.DATES: "建立、修改、打印的时间",
        MetadataKind.EDITING: "改了几次、编辑多久",
        MetadataKind.PROGRAM: "用什么程序做的",
        MetadataKind.TEMPLATE: "套用的模板",
        MetadataKind.COMMENTERS: "批注的人",
        MetadataKind.REVISERS: "修订的人",
        MetadataKind.CUSTOM: "自定义属性",
        MetadataKind.PATHS: "电脑上的路径",
        MetadataKind.MAIL_MERGE: "邮件合并的数据来源",
        MetadataKind.HIDDEN: "隐藏的文字",
        MetadataKind.PICTURES: "图片里的拍摄信息",
        MetadataKind.PICTURE_NAMES: "图片原来的文件名",
        MetadataKind.EMBEDDED: "嵌入的文件里的属性",
        MetadataKind.RSIDS: "每次编辑的编号",
        MetadataKind.EXTRAS: "缩略图、打印机设置等附件",
    }
)


@dataclass(frozen=True, slots=True)
class MetadataItem:
    """One kind and what was found of it: the values in words, or how many there are."""

    kind: MetadataKind
    values: tuple[str, ...]

    @property
    def title(self) -> str:
        """'作者'."""
        return KIND_WORDS[self.kind]

    def told(self, most: int = 3) -> str:
        """'张三、李四等 5 项'."""
        shown = "、".join(
            value if len(value) <= 40 else value[:39] + "…" for value in self.values[:most]
        )
        return shown + (f" 等 {len(self.values)} 项" if len(self.values) > most else "")
