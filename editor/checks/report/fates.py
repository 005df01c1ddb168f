"""What becomes of a file's objects when the text leaves the house, and what must be said first.

The table is true of today's final docx and of today's pages: whoever teaches them to carry a
kind changes its line here. What is lost or changed holds the gate until the writer says so.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import Final, NamedTuple

from editor.manuscript.file_objects import FileObject, ObjectKind, counted, where


class Output(StrEnum):
    """What is made of the text."""

    DOCX = "docx"
    DOCX_MARGINS = "docx with headers"  # and with footers, which then are not the edition's
    PAPER = "paper"  # printer, preview and PDF
    PAPER_MARGINS = "paper with headers"
    TEXT = "txt"


class Fate(StrEnum):
    """What becomes of an object; the names are those `check --json` prints."""

    CARRIED = "carried"
    DRAWN = "drawn"
    CHANGED = "changed"
    LEFT_OUT = "left out"
    NEVER = "never printed"


class Outcome(NamedTuple):
    """A fate in words; ``holds`` where the writer must have said so before it goes."""

    fate: Fate
    words: str
    holds: bool


@dataclass(frozen=True, slots=True)
class Notice:
    """All objects of one kind with what becomes of them."""

    kind: ObjectKind
    objects: tuple[FileObject, ...]
    outcome: Outcome

    @property
    def title(self) -> str:
        """'批注 2 条：不印'."""
        return f"{counted(self.kind, len(self.objects))}：{self.outcome.words}"

    def places(self, most: int) -> str:
        """'第 3 段、表1·2行1列等 9 处': at most so many places by name."""
        found = list(dict.fromkeys(where(one) for one in self.objects))
        return "、".join(found[:most]) + (f"等 {len(found)} 处" if len(found) > most else "")


def _changed(words: str, *, holds: bool = True) -> Outcome:
    return Outcome(Fate.CHANGED, words, holds)


def _lost(words: str, *, holds: bool = True) -> Outcome:
    return Outcome(Fate.LEFT_OUT, words, holds)


def _drawn(words: str) -> Outcome:
    return Outcome(Fate.DRAWN, words, holds=False)


_K = ObjectKind
_WHOLE: Final = Outcome(Fate.CARRIED, "照原样带上", holds=False)
_EVERYWHERE: Final[Mapping[ObjectKind, Outcome]] = MappingProxyType(
    {
        _K.INSERTION: _changed("按已接受的印"),
        _K.DELETION: Outcome(Fate.NEVER, "按已删除的，不印", holds=True),
        _K.MOVE: _changed("按移动以后的印"),
        _K.JOINING: _changed("段落标记虽已删，印出来仍分成两段"),
        _K.FORMATTING: _changed("按公文格式排，格式上的修订不带", holds=False),
        _K.COMMENT: Outcome(Fate.NEVER, "不印", holds=True),
        _K.HIDDEN: _changed("会当普通文字印出来"),
        _K.STRUCK: _changed("删除线不带，会当普通文字印出来"),
        _K.UNREAD: _lost("读不出来，没有检查，也不带"),
        _K.FORMULA: _lost("不带，印出来缺这一块"),
        _K.CHART: _lost("不带"),
        _K.SMART_ART: _lost("不带"),
        _K.PICTURE: _lost("不带"),
        _K.SHAPE: _lost("不带"),
        _K.TEXT_BOX: _changed("框不带，框里的字按普通段落印"),
        _K.FRAME: _changed("框不带，框里的字或下沉的首字另成一段"),
        _K.TABLE: _changed("表格不成表，每格的字各成一段"),
        _K.FOOTNOTE: _lost("不带"),
        _K.ENDNOTE: _lost("不带"),
        _K.HEADER: _lost("不带"),
        _K.FOOTER: _lost("不带，只印页码"),
        _K.WATERMARK: _lost("不带"),
        _K.EMBEDDED: _lost("不带"),
        _K.INK: _lost("不带"),
        _K.SUBDOCUMENT: _lost("没有检查，也不带"),
        _K.CHUNK: _lost("没有检查，也不带"),
        _K.PAGE_BREAK: _lost("不另起一页"),
        _K.COLUMN_BREAK: _lost("不分栏", holds=False),
        _K.PAGE_BORDER: _lost("页面四周的线不带", holds=False),
        _K.PAGE_SIZE: _changed("一律排成 A4 竖版"),
        _K.RUBY: _lost("不带"),
        _K.BUTTON: _lost("点了才换成字的提示语，不带"),
        _K.FORM: _lost("选的字、打的勾不带"),
        _K.SIGN: _changed("符号印不出来，会缺这一处或印成别的字"),
        _K.CONTROL: _changed("印现在显示的字", holds=False),
        _K.MERGE_FIELD: _changed("印现在显示的字，不套数据", holds=False),
        _K.FIELD: _changed("印现在显示的字，不再更新", holds=False),
        _K.TRACKING: _lost("这里的改动不记成修订", holds=False),
        _K.PROTECTION: _lost("定稿不带文档保护", holds=False),
    }
)
# What stands above and below every page.
MARGINS: Final = (_K.HEADER, _K.FOOTER, _K.WATERMARK)
_IN_DOCX: Final[Mapping[ObjectKind, Outcome]] = MappingProxyType(
    {
        _K.FORMULA: _WHOLE,
        _K.CHART: _WHOLE,
        _K.SMART_ART: _WHOLE,
        _K.PICTURE: _WHOLE,
        _K.SHAPE: _WHOLE,
        _K.TEXT_BOX: _WHOLE,
        _K.FOOTNOTE: _WHOLE,
        _K.ENDNOTE: _WHOLE,
        _K.EMBEDDED: _WHOLE,
        _K.INK: _WHOLE,
        _K.PAGE_BREAK: _WHOLE,
        _K.RUBY: _WHOLE,
        _K.SIGN: _WHOLE,
        _K.FORM: _changed("印现在显示的字", holds=False),
        _K.TABLE: Outcome(Fate.CARRIED, "照原样带上，字用公文字体", holds=False),
        _K.HIDDEN: Outcome(Fate.NEVER, "不带", holds=True),
        _K.STRUCK: Outcome(Fate.DRAWN, "照样划着删除线", holds=True),
        _K.PAGE_SIZE: _changed("一律 A4，横版的仍是横版", holds=False),
        _K.HEADER: _lost("不带，可另选带上"),
        _K.FOOTER: _lost("不带，只印页码，可另选带上"),
        _K.WATERMARK: _lost("不带，可另选带上"),
    }
)
_ON_PAPER: Final[Mapping[ObjectKind, Outcome]] = MappingProxyType(
    {
        _K.HIDDEN: Outcome(Fate.NEVER, "不印", holds=True),
        _K.STRUCK: Outcome(Fate.DRAWN, "带着删除线印", holds=True),
        _K.FORMULA: _drawn("按一行的写法照印"),
        _K.CHART: _drawn("印文稿里存的图"),
        _K.SMART_ART: _drawn("印文稿里存的图"),
        _K.PICTURE: _drawn("照印"),
        _K.SHAPE: _drawn("印文稿里存的图"),
        _K.TABLE: _drawn("照表格印"),
        _K.FOOTNOTE: _drawn("印在本页下方"),
        _K.ENDNOTE: _drawn("印在文末"),
        _K.EMBEDDED: _drawn("印文稿里存的图"),
        _K.INK: _drawn("印文稿里存的图"),
        _K.PAGE_BREAK: _drawn("照样另起一页"),
        _K.RUBY: _drawn("照样印在字的上方"),
        _K.HEADER: _lost("不印，可另选印上"),
        _K.FOOTER: _lost("不印，只印页码，可另选印上"),
    }
)
_MARGINS_ON_PAPER: Final[Mapping[ObjectKind, Outcome]] = MappingProxyType(
    {_K.HEADER: _drawn("印在页眉处，只印字"), _K.FOOTER: _drawn("印在页脚处，只印字")}
)
# Where an output does otherwise than the others.
_ONLY: Final[Mapping[Output, Mapping[ObjectKind, Outcome]]] = MappingProxyType(
    {
        Output.DOCX: _IN_DOCX,
        Output.DOCX_MARGINS: MappingProxyType({**_IN_DOCX, **dict.fromkeys(MARGINS, _WHOLE)}),
        Output.PAPER: _ON_PAPER,
        Output.PAPER_MARGINS: MappingProxyType({**_ON_PAPER, **_MARGINS_ON_PAPER}),
        Output.TEXT: MappingProxyType(
            {
                _K.HIDDEN: Outcome(Fate.NEVER, "不导出", holds=True),
                _K.FOOTER: _lost("不带"),
                _K.PAGE_BREAK: _lost("纯文本没有分页", holds=False),
                _K.PAGE_SIZE: _changed("纯文本没有纸张", holds=False),
                _K.FORMATTING: _lost("纯文本没有格式", holds=False),
                _K.RUBY: _lost("纯文本没有注音", holds=False),
                _K.TABLE: _changed("每格的字各成一行", holds=False),
                _K.TEXT_BOX: _changed("框里的字各成一行", holds=False),
            }
        ),
    }
)

_WORD: Final = (Output.DOCX, Output.DOCX_MARGINS)
# Where pages draw others of the kind, but not this one.
_UNDRAWN: Final[Mapping[ObjectKind, Outcome]] = MappingProxyType(
    {
        _K.FORMULA: _lost("一行写不出来，不印，印出来缺这一块"),
        _K.TABLE: _changed("表格不成表，每格的字各成一段"),
        _K.PAGE_BREAK: _lost("不另起一页"),
    }
)

# What has words or pictures in it that no check reads.
UNSEEN: Final = frozenset(
    {
        _K.UNREAD,
        _K.PICTURE,
        _K.EMBEDDED,
        _K.INK,
        _K.SUBDOCUMENT,
        _K.CHUNK,
    }
)


def outcome_of(kind: ObjectKind, output: Output, *, lost: bool = False) -> Outcome:
    """What becomes of a kind in an output; ``lost`` of one that it cannot take."""
    if lost and output in _WORD:
        return _lost("带不上，请对照原稿")
    if lost and output is Output.PAPER:
        return _UNDRAWN.get(kind) or _lost("画不出来，不印")
    return _ONLY[output].get(kind) or _EVERYWHERE[kind]


def fate_of(one: FileObject, output: Output) -> Outcome:
    """What becomes of one object; what stands in something that is left out goes with it."""
    if one.inside and outcome_of(one.inside, output).fate is Fate.LEFT_OUT:
        return _lost(f"随{one.inside.value}不带")
    lost = one.uncarried if output in _WORD else one.undrawn
    return outcome_of(one.kind, output, lost=lost)


def anywhere(one: FileObject) -> Outcome:
    """What becomes of it in Word and on paper, in one line where it is not the same."""
    word, paper = fate_of(one, Output.DOCX), fate_of(one, Output.PAPER)
    if word.words == paper.words:
        return word
    told = f"导出 Word {word.words}；打印和 PDF {paper.words}"
    return Outcome(max(word, paper, key=lambda o: o.holds).fate, told, word.holds or paper.holds)


def notices(objects: Iterable[FileObject], output: Output | None = None) -> tuple[Notice, ...]:
    """The objects by kind, what must be said first before what needs only be named.

    Without an output, what becomes of them in Word and on paper.
    """
    rows: dict[tuple[ObjectKind, Outcome], list[FileObject]] = {}
    for one in objects:
        outcome = fate_of(one, output) if output else anywhere(one)
        rows.setdefault((one.kind, outcome), []).append(one)
    order = list(ObjectKind)
    made = [Notice(kind, tuple(row), outcome) for (kind, outcome), row in rows.items()]
    return tuple(sorted(made, key=lambda n: (not n.outcome.holds, order.index(n.kind))))


def holding(rows: Iterable[Notice], accepted: Collection[ObjectKind] = ()) -> tuple[Notice, ...]:
    """Those that hold the gate: not carried, and not said to be known."""
    return tuple(n for n in rows if n.outcome.holds and n.kind not in accepted)


def left_behind(rows: Iterable[Notice]) -> bool:
    """Whether anything is not there as it was, or was not looked at."""
    whole = (Fate.CARRIED, Fate.DRAWN)
    return any(n.outcome.fate not in whole or n.kind in UNSEEN for n in rows)


def not_looked_at(rows: Iterable[Notice]) -> str:
    """What no check has read, '图片 2 张、嵌入对象 1 个'; '' where everything was read."""
    return "、".join([counted(n.kind, len(n.objects)) for n in rows if n.kind in UNSEEN])
