"""Fonts of the faces on this machine, and what to say where a face is missing."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtGui import QFont, QFontDatabase, QFontInfo

from editor.editions.styles import Face

# Fonts are made in tenths of a point as pixels, so that sizes such as 10.5 pt are whole
# numbers and no screen has a say; whoever paints scales the painter down by it.
UNITS_PER_PT = 10


class Typecase:
    """The fonts of this machine for the faces of an edition, each looked up once."""

    def __init__(self, installed: Iterable[str] | None = None) -> None:
        """``installed``: family names to go by; by default those of the machine."""
        names = QFontDatabase.families() if installed is None else installed
        self._installed = {name.casefold() for name in names}
        self._fonts: dict[tuple[Face, int], QFont] = {}

    def font(self, face: Face, size: float) -> QFont:
        """The font for a face at ``size`` pt, in units of 1/`UNITS_PER_PT` pt."""
        return self.font_of(face, round(size * UNITS_PER_PT))

    def font_of(self, face: Face, pixels: int) -> QFont:
        """The font for a face at a size in pixels, unhinted and without kerning."""
        key = (face, pixels)
        if key not in self._fonts:
            self._fonts[key] = self._made(face, pixels)
        return self._fonts[key]

    def is_missing(self, face: Face) -> bool:
        """Whether no family of the face itself is installed."""
        return not any(self._has(name) for name in face.own_families)

    def notes(self, faces: Iterable[Face]) -> list[str]:
        """A sentence for each face that is missing here, naming what stands in."""
        return [self._note(face) for face in self._missing(faces)]

    def summary(self, faces: Iterable[Face]) -> list[str]:
        """One short sentence about all faces that are missing here, none where none is."""
        missing = self._missing(faces)
        names = "、".join(face.official for face in missing)
        return [f"缺 {len(missing)} 种字体，已用相近的代替：{names}。"] if missing else []

    def _missing(self, faces: Iterable[Face]) -> list[Face]:
        return list({face.official: face for face in faces if self.is_missing(face)}.values())

    def _note(self, face: Face) -> str:
        used = QFontInfo(self.font_of(face, 100)).family()
        wanted = f"“{face.official}”" + (f"等{face.name}字体" if face.kin else "字体")
        return f"本机没有{wanted}，暂用“{used}”代替；装上后版面才是正式字体。"

    def _made(self, face: Face, pixels: int) -> QFont:
        font = QFont()
        # Naming absent families first makes some systems substitute one of their own.
        here = [name for name in face.families if self._has(name)]
        font.setFamilies(here or list(face.families))
        font.setPixelSize(pixels)
        font.setKerning(False)
        font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
        font.setBold(face.bold or (face.stand_in_bold and self.is_missing(face)))
        font.setItalic(face.slanted)
        return font

    def _has(self, family: str) -> bool:
        return family.casefold() in self._installed
