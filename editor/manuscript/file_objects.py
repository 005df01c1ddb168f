"""What a Word file holds beside the words of the page: objects as values, named and placed.

The page shows letters. What else a file has (tracked changes, comments, formulas, headers …)
is listed here, so that whoever prints or exports can say what becomes of it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import Final, NamedTuple

LONGEST: Final = 40  # code points of an object's words


class ObjectKind(StrEnum):
    """Kinds of objects, in the words of an office; the order is that of telling."""

    INSERTION = "修订插入"
    DELETION = "修订删除"
    MOVE = "修订移动"
    JOINING = "修订合段"  # a paragraph mark deleted by a tracked change
    FORMATTING = "修订格式"
    COMMENT = "批注"
    HIDDEN = "隐藏文字"
    STRUCK = "删除线"
    UNREAD = "读不出的部件"
    FORMULA = "公式"
    CHART = "图表"
    SMART_ART = "智能图形"
    PICTURE = "图片"
    SHAPE = "图形"
    TEXT_BOX = "文本框"
    FRAME = "图文框"  # of the older sort: a paragraph set apart, or a large first letter
    TABLE = "表格"
    FOOTNOTE = "脚注"
    ENDNOTE = "尾注"
    HEADER = "页眉"
    FOOTER = "页脚"
    WATERMARK = "水印"
    EMBEDDED = "嵌入对象"
    INK = "墨迹"
    SUBDOCUMENT = "子文档"
    CHUNK = "外部内容"
    PAGE_BREAK = "分页"
    COLUMN_BREAK = "分栏"
    PAGE_BORDER = "页面边框"
    PAGE_SIZE = "另设纸张的节"
    RUBY = "注音"
    BUTTON = "提示域"  # words to click on, which stand in a field's instruction
    FORM = "窗体域"  # a box ticked, a row chosen from a list, which no run says
    SIGN = "符号域"  # a sign that a field's instruction names, and its result does not show
    CONTROL = "控件"
    MERGE_FIELD = "合并域"
    FIELD = "域"
    TRACKING = "修订状态"
    PROTECTION = "文档保护"


REVISIONS: Final = (
    ObjectKind.INSERTION,
    ObjectKind.DELETION,
    ObjectKind.MOVE,
    ObjectKind.JOINING,
    ObjectKind.FORMATTING,
)
STATES: Final = (ObjectKind.TRACKING, ObjectKind.PROTECTION)
"""Kinds that a whole file has or has not: they are named, not counted."""
_MEASURES: Final[Mapping[ObjectKind, str]] = MappingProxyType(
    {
        ObjectKind.COMMENT: "条",
        ObjectKind.FORMULA: "个",
        ObjectKind.CHART: "张",
        ObjectKind.SMART_ART: "个",
        ObjectKind.PICTURE: "张",
        ObjectKind.SHAPE: "个",
        ObjectKind.TEXT_BOX: "个",
        ObjectKind.FRAME: "个",
        ObjectKind.TABLE: "个",
        ObjectKind.FOOTNOTE: "条",
        ObjectKind.ENDNOTE: "条",
        ObjectKind.EMBEDDED: "个",
        ObjectKind.SUBDOCUMENT: "个",
        ObjectKind.FORM: "个",
        ObjectKind.SIGN: "个",
        ObjectKind.CONTROL: "个",
        ObjectKind.MERGE_FIELD: "个",
        ObjectKind.FIELD: "个",
        ObjectKind.UNREAD: "个",
        ObjectKind.PAGE_SIZE: "个",
    }
)
# Words of the page that only look otherwise in the file: no reason to speak at opening.
# Their words are on the page, or they have none: a word about each at every opening would only
# teach the writer to close the message unread.
_SHOWN: Final = (
    ObjectKind.CONTROL, ObjectKind.FIELD, ObjectKind.MERGE_FIELD, ObjectKind.TEXT_BOX,
    ObjectKind.TABLE, ObjectKind.PAGE_BREAK, ObjectKind.FRAME, ObjectKind.PAGE_BORDER,
)  # fmt: skip


# Places that tell by themselves where on the paper it is.
_WHOLE: Final = ("第", "表", "文本框", "页眉", "页脚", "首页", "偶数页", "word/")


class FileObject(NamedTuple):
    """One object: ``place`` as a person says it ('第 3 段', '脚注2', '批注 李明').

    ``paragraph`` is the index in the manuscript it belongs to (where one jumps to), ``words``
    begin what it says (at most `LONGEST` code points), '' where it has none. ``undrawn``:
    pages were looked at and cannot draw this one, whatever they do with others of its kind;
    ``uncarried``: the final docx was made, and this one is not in it.
    ``inside``: what it stands in, where that is no body text; it goes where that goes.
    """

    kind: ObjectKind
    place: str
    paragraph: int
    words: str = ""
    undrawn: bool = False
    inside: ObjectKind | None = None
    uncarried: bool = False


def counted(kind: ObjectKind, number: int) -> str:
    """'批注 2 条'; a state of the whole file is only named."""
    return kind.value if kind in STATES else f"{kind.value} {number} {_MEASURES.get(kind, '处')}"


def where(one: FileObject) -> str:
    """The place, with the paragraph it belongs to where the place does not tell it."""
    return one.place if one.kind in STATES else told_place(one.place, one.paragraph)


def told_place(place: str, paragraph: int) -> str:
    """'第 4 段，脚注1': a place with the paragraph (an index) it belongs to, if that tells more."""
    return place if place.startswith(_WHOLE) else f"第 {paragraph + 1} 段，{place}"


def summary(objects: Iterable[FileObject]) -> str:
    """What a file holds that the page does not show, in a few words; '' for nothing.

    The tracked changes of all sorts are counted together, as Word counts them.
    """
    numbers: dict[str, int] = {}
    order = list(ObjectKind)
    for one in sorted(objects, key=lambda o: order.index(o.kind)):
        if one.kind not in _SHOWN and one.kind not in STATES:
            word = "修订" if one.kind in REVISIONS else one.kind.value
            numbers[word] = numbers.get(word, 0) + 1
    return "、".join(
        [
            f"修订 {number} 处" if word == "修订" else counted(ObjectKind(word), number)
            for word, number in numbers.items()
        ]
    )


def excerpt(text: str) -> str:
    """The beginning of an object's words on one line."""
    flat = " ".join(text.replace("\u2028", " ").split())
    return flat if len(flat) <= LONGEST else f"{flat[: LONGEST - 1]}…"
