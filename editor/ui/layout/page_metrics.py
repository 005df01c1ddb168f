"""The faces of the official edition on the screen: fonts, and every length of the page.

At 100 % the body stands in `BODY_PT`; all lengths follow from the width of one full
character, so the page keeps its shape at any zoom and screen.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final, NamedTuple

from PySide6.QtGui import QFont, QFontInfo, QFontMetricsF, QTextCharFormat

from editor.editions.styles import OFFICIAL, SIZES, Face, Role

BODY_PT = 15.0  # 20 px at 96 dpi: 28 characters and margins fit between the panels
SMALLEST, LARGEST = 50, 300  # per cent
_PRINTED_PT = SIZES["三号"]
FEWEST = 6  # characters in a line, however narrow the view
_MARGIN_CELLS = 3.2
_HEAD_CELLS = 2.2


class PageType(NamedTuple):
    """What the writer has chosen for the page on the screen.

    ``families`` are installed families by the name of the face they stand for ('仿宋');
    a face without one is the official. ``pitch`` is per cent of the official line pitch.
    """

    families: Mapping[str, str] = MappingProxyType({})
    pitch: int = 100


OFFICIAL_TYPE: Final = PageType()


class PageMetrics:
    """Fonts and lengths (pixels) at one zoom."""

    def __init__(self, zoom: int = 100, chosen: PageType = OFFICIAL_TYPE) -> None:
        self.zoom = min(max(zoom, SMALLEST), LARGEST)
        self.chosen = chosen
        self._formats: dict[tuple[str, float], QTextCharFormat] = {}
        self.body = self.font(OFFICIAL.styles[Role.BODY].face, _PRINTED_PT)
        metrics = QFontMetricsF(self.body)
        self.cell = metrics.horizontalAdvance("国")
        self.pitch = round(self.cell * OFFICIAL.pitch / _PRINTED_PT * chosen.pitch / 100)
        self.margin = round(self.cell * _MARGIN_CELLS)
        self.head = round(self.cell * _HEAD_CELLS)

    def characters(self, width: float) -> int:
        """How many characters a line has in a view that is so many pixels wide."""
        room = int((width - 2.4 * self.cell) / self.cell)
        return min(max(room, FEWEST), OFFICIAL.characters)

    def font(self, face: Face, size: float) -> QFont:
        """The font of a face printed at ``size`` pt; bold where a stand-in asks for it."""
        made = QFont()
        chosen = self.chosen.families.get(face.name, "")
        made.setFamilies([chosen, *face.families] if chosen else list(face.families))
        made.setPointSizeF(size * BODY_PT / _PRINTED_PT * self.zoom / 100)
        if not chosen and face.stand_in_bold and QFontInfo(made).family() not in face.own_families:
            made.setBold(True)
        return made

    def format(self, face: Face, size: float) -> QTextCharFormat:
        """The same as a character format, made once."""
        key = (face.name, size)
        if key not in self._formats:
            made = QTextCharFormat()
            made.setFont(self.font(face, size))
            self._formats[key] = made
        return self._formats[key]
