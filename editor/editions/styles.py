"""What an edition looks like, as frozen values: paper, faces, sizes, the grid.

Type is counted in points (1 pt = 1/72 inch), paper in millimetres. The official edition
follows GB/T 9704-2012 by custom only: a speech is none of the fifteen statutory kinds.
The standard names kinds of face (仿宋, 小标宋 …); the families are common practice.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

PT_PER_MM = 72 / 25.4
# Characters between title block and text while one works on it: on the screen, in a new docx.
WORKING_GAP = 0.9

# Chinese type sizes in points, as Word and WPS offer them.
SIZES: Mapping[str, float] = MappingProxyType(
    {
        "初号": 42, "小初": 36, "一号": 26, "小一": 24, "二号": 22, "小二": 18,
        "三号": 16, "小三": 15, "四号": 14, "小四": 12, "五号": 10.5, "小五": 9,
        "六号": 7.5, "小六": 6.5, "七号": 5.5, "八号": 5,
    }
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Face:
    """A face: the name that goes into files, others of the same design, and stand-ins.

    A stand-in is of another design and only keeps the text readable where none of the
    face's own families is installed; ``stand_in_bold`` sets it bold then. ``bold`` and
    ``slanted`` are how emphasis is drawn in it, of which Chinese families have no files.
    """

    name: str
    official: str
    kin: tuple[str, ...]
    stand_ins: tuple[str, ...]
    stand_in_bold: bool = False
    bold: bool = False
    slanted: bool = False

    @property
    def own_families(self) -> tuple[str, ...]:
        """The families that are this face indeed."""
        return (self.official, *self.kin)

    @property
    def families(self) -> tuple[str, ...]:
        """All families to try, best first."""
        return (*self.own_families, *self.stand_ins)


SONG = Face(
    "宋体",
    "宋体",
    ("SimSun", "NSimSun", "华文宋体", "STSong", "Songti SC"),
    ("Noto Serif CJK SC", "Source Han Serif SC", "AR PL UMing CN"),
)
TITLE_SONG = Face(
    "小标宋",
    "方正小标宋简体",
    ("方正小标宋_GBK", "FZXiaoBiaoSong-B05S", "FZXiaoBiaoSong-B05", "华文中宋", "STZhongsong"),
    ("Noto Serif CJK SC", "Source Han Serif SC", "宋体", "SimSun", "Songti SC"),
    stand_in_bold=True,
)
FANG_SONG = Face(
    "仿宋",
    "仿宋_GB2312",
    ("FangSong_GB2312", "仿宋", "FangSong", "华文仿宋", "STFangsong", "方正仿宋_GBK"),
    ("Noto Serif CJK SC", "Source Han Serif SC", "宋体", "SimSun"),
)
KAI = Face(
    "楷体",
    "楷体_GB2312",
    ("KaiTi_GB2312", "楷体", "KaiTi", "华文楷体", "STKaiti", "Kaiti SC", "方正楷体_GBK"),
    ("AR PL UKai CN", "Noto Serif CJK SC"),
)
HEI = Face(
    "黑体",
    "黑体",
    ("SimHei", "华文黑体", "STHeiti", "Heiti SC", "方正黑体_GBK"),
    ("Noto Sans CJK SC", "Source Han Sans SC", "WenQuanYi Zen Hei"),
    stand_in_bold=True,
)


class Align(StrEnum):
    """How the lines of a paragraph stand between the margins."""

    CENTRE = "centre"
    JUSTIFY = "justify"


class Role(StrEnum):
    """What a paragraph is on the page."""

    TITLE = "title"
    SUBTITLE = "subtitle"
    BYLINE = "byline"
    SALUTATION = "salutation"
    HEADING = "heading"
    BODY = "body"
    FRAME = "frame"


@dataclass(frozen=True, slots=True)
class RoleStyle:
    """How a paragraph of one role is set. ``size`` in pt, ``indent`` in characters.

    ``gridded`` sets full-width characters on the grid of the page, so that a full line
    holds as many as the edition says. ``keep_next``: never the last line of a page.
    """

    face: Face
    size: float
    align: Align = Align.JUSTIFY
    indent: int = 0
    gridded: bool = True
    keep_next: bool = False


@dataclass(frozen=True, slots=True)
class PaperSheet:
    """Paper and margins in millimetres."""

    width: float
    height: float
    top: float
    bottom: float
    left: float
    right: float

    @property
    def type_width(self) -> float:
        """Width of the type area in pt."""
        return (self.width - self.left - self.right) * PT_PER_MM

    @property
    def type_height(self) -> float:
        """Height of the type area in pt."""
        return (self.height - self.top - self.bottom) * PT_PER_MM


@dataclass(frozen=True, slots=True)
class Folio:
    """The page number: ``below`` mm from the type area to its dash, in by characters.

    ``form`` '' is none.
    """

    face: Face
    size: float
    below: float
    inset: int
    form: str


@dataclass(frozen=True, slots=True)
class Edition:
    """One way to print a speech. ``lines`` a page, ``characters`` a line.

    ``headings`` gives the faces of 一、 （一） 1. … in turn; deeper levels take the last.
    ``head_gap`` is the number of empty lines between title block and text.
    ``widow_control`` is what word processors get; off, so that a page keeps its lines.
    """

    name: str
    sheet: PaperSheet
    lines: int
    characters: int
    styles: Mapping[Role, RoleStyle]
    headings: tuple[Face, ...]
    folio: Folio
    head_gap: int = 1
    widow_control: bool = False

    @property
    def pitch(self) -> float:
        """From line to line, in pt."""
        return self.sheet.type_height / self.lines

    @property
    def cell(self) -> float:
        """Width of one character of the grid, in pt."""
        return self.sheet.type_width / self.characters

    def heading_face(self, level: int) -> Face:
        """The face of a heading's words; level 1 is 一、."""
        return self.headings[min(level, len(self.headings)) - 1]


_BODY = SIZES["三号"]

# GB/T 9704-2012: paper 5.1, margins 5.2.1 (版心 156×225 mm), 三号仿宋 5.2.2, 22 lines of 28
# characters 5.2.3, title 7.3.1, 主送 line flush left 7.3.2, heading faces 7.3.3, page
# number 7.5. The date and name line in 楷体 is custom in speeches, not in the standard.
OFFICIAL = Edition(
    name="公文版",
    sheet=PaperSheet(width=210, height=297, top=37, bottom=35, left=28, right=26),
    lines=22,
    characters=28,
    styles=MappingProxyType(
        {
            Role.TITLE: RoleStyle(
                TITLE_SONG, SIZES["二号"], Align.CENTRE, gridded=False, keep_next=True
            ),
            Role.SUBTITLE: RoleStyle(KAI, _BODY, Align.CENTRE, gridded=False, keep_next=True),
            Role.BYLINE: RoleStyle(KAI, _BODY, Align.CENTRE, gridded=False, keep_next=True),
            Role.SALUTATION: RoleStyle(FANG_SONG, _BODY, keep_next=True),
            Role.HEADING: RoleStyle(FANG_SONG, _BODY, indent=2, keep_next=True),
            Role.BODY: RoleStyle(FANG_SONG, _BODY, indent=2),
            Role.FRAME: RoleStyle(FANG_SONG, _BODY),
        }
    ),
    headings=(HEI, KAI, FANG_SONG),
    folio=Folio(SONG, SIZES["四号"], below=7, inset=1, form="— {} —"),
)
