"""The colours and the interface type put on the application: palette and style sheet."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import QApplication

from editor.ui.look.page_palette import DARK_PAGE, PagePalette
from editor.ui.look.palette import DARK, LIGHT, Colours
from editor.ui.look.style_sheet import style_sheet

INTERFACE_FAMILIES = [
    "Microsoft YaHei UI", "Microsoft YaHei", "Noto Sans CJK SC", "Source Han Sans SC",
    "PingFang SC", "WenQuanYi Zen Hei",
]  # fmt: skip


def colours_for(mode: str) -> Colours:
    """The colours for 'light', 'dark' or 'system'."""
    if mode == "system":
        mode = "dark" if _system_is_dark() else "light"
    return DARK if mode == "dark" else LIGHT


def _system_is_dark() -> bool:
    # Before our own palette is on, Qt's tells. Asking the style hints would make the whole
    # namespace Qt, which is 20 ms before the first paint.
    if not QApplication.styleSheet(_application()):
        return QApplication.palette().window().color().lightness() < 128
    from PySide6.QtCore import Qt

    return QApplication.styleHints().colorScheme() is Qt.ColorScheme.Dark


def _application() -> QApplication:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    return app


class Theme(QObject):
    """The colours of now, for whoever paints with them or makes a window in them."""

    changed = Signal(Colours)

    def __init__(self, colours: Colours, parent: QObject) -> None:
        super().__init__(parent)
        self._colours = colours

    @property
    def colours(self) -> Colours:
        """The colours by role."""
        return self._colours

    def put_on(self, mode: str, size: int, family: str = "") -> None:
        """Other colours ('light', 'dark', 'system') and interface type (``size`` in pixels)."""
        self._colours = colours_for(mode)
        put_on(_application(), self._colours, size, family)
        self.changed.emit(self._colours)


def put_on(app: QApplication, colours: Colours, size: int, family: str = "") -> None:
    """Give the application its palette, font (``size`` in pixels) and style sheet."""
    font = QFont()
    font.setFamilies([family, *INTERFACE_FAMILIES] if family else INTERFACE_FAMILIES)
    font.setPixelSize(size)
    app.setFont(font)
    app.setPalette(_palette(colours))
    # A sheet that is the same is not put on again, and widgets would keep the old family.
    sheet = style_sheet(colours, size) + f"/* {family} */"
    if sheet != app.styleSheet():  # setting it goes through every widget there is
        app.setStyleSheet(sheet)


def page_palette(c: Colours, wish: str = "white") -> PagePalette:
    """The colours of the page by the option ``page_colours``: white, or as the interface is.

    Paper that stays white in the dark has only its surroundings changed.
    """
    return DARK_PAGE if wish == "theme" and c is DARK else PagePalette(ground=c.window, edge=c.line)


def _palette(c: Colours) -> QPalette:
    roles = QPalette.ColorRole
    table = {
        roles.Window: c.window, roles.WindowText: c.ink, roles.Base: c.card, roles.Text: c.ink,
        roles.AlternateBase: c.panel, roles.Button: c.panel, roles.ButtonText: c.ink,
        roles.Highlight: c.accent, roles.HighlightedText: c.on_accent, roles.ToolTipBase: c.card,
        roles.ToolTipText: c.ink, roles.PlaceholderText: c.dim, roles.Link: c.accent,
        roles.Mid: c.line, roles.Midlight: c.line, roles.Dark: c.line, roles.BrightText: c.must,
    }  # fmt: skip
    palette = QPalette()
    for role, colour in table.items():
        palette.setColor(role, QColor(colour))
    off = QPalette.ColorGroup.Disabled
    for role in (roles.WindowText, roles.Text, roles.ButtonText):
        palette.setColor(off, role, QColor(c.dim))
    return palette
