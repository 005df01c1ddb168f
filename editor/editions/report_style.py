"""What a report looks like: A4, 宋体 小四 with 黑体 headings, tables in 五号."""

from __future__ import annotations

from types import MappingProxyType

from editor.editions.styles import (
    HEI,
    SIZES,
    SONG,
    Align,
    Edition,
    Folio,
    PaperSheet,
    Role,
    RoleStyle,
)

_BODY = SIZES["小四"]
TITLE_SIZE = SIZES["小二"]
CELL_SIZE = SIZES["五号"]
CELL_PITCH = 15.0  # pt from line to line in a table: 1.43 of the size, as Word sets 五号
CELL_PAD = 3.5  # pt between a cell's words and its lines
LINE_WEIGHT = 0.5  # pt, Word's own table line

# Custom of the offices, no standard: margins of 25 and 20 mm leave room for the file's
# punched holes and give 40 characters of 小四 a line.
REPORT = Edition(
    name="校核单",
    sheet=PaperSheet(width=210, height=297, top=25, bottom=25, left=20, right=20),
    lines=32,
    characters=40,
    styles=MappingProxyType(
        {
            Role.TITLE: RoleStyle(HEI, TITLE_SIZE, Align.CENTRE, gridded=False, keep_next=True),
            Role.SUBTITLE: RoleStyle(SONG, _BODY, Align.CENTRE, gridded=False, keep_next=True),
            Role.BYLINE: RoleStyle(SONG, _BODY, Align.CENTRE, gridded=False, keep_next=True),
            Role.SALUTATION: RoleStyle(SONG, _BODY, gridded=False, keep_next=True),
            Role.HEADING: RoleStyle(HEI, _BODY, gridded=False, keep_next=True),
            Role.BODY: RoleStyle(SONG, _BODY, gridded=False),
            Role.FRAME: RoleStyle(SONG, CELL_SIZE, gridded=False),
        }
    ),
    headings=(HEI,),
    folio=Folio(SONG, SIZES["小四"], below=7, inset=1, form="— {} —"),
)
