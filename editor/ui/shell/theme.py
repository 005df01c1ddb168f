"""The colours and the interface type put on the application: palette and style sheet."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import QApplication

from editor.ui.shell.palette import DARK, LIGHT, Colours

if TYPE_CHECKING:
    from editor.ui.page.page_paint import PagePalette

ICONS = Path(__file__).resolve().parents[3] / "resources" / "icons"
INTERFACE_FAMILIES = [
    "Microsoft YaHei UI", "Microsoft YaHei", "Noto Sans CJK SC", "Source Han Sans SC",
    "PingFang SC", "WenQuanYi Zen Hei",
]  # fmt: skip


def colours_for(mode: str) -> Colours:
    """The colours for 'light', 'dark' or 'system'."""
    if mode == "system":
        hints = QApplication.styleHints()
        mode = "dark" if hints.colorScheme() is Qt.ColorScheme.Dark else "light"
    return DARK if mode == "dark" else LIGHT


def put_on(app: QApplication, colours: Colours, size: int) -> None:
    """Give the application its palette, font (``size`` in pixels) and style sheet."""
    font = QFont()
    font.setFamilies(INTERFACE_FAMILIES)
    font.setPixelSize(size)
    app.setFont(font)
    app.setPalette(_palette(colours))
    app.setStyleSheet(style_sheet(colours, size))


def page_palette(c: Colours) -> PagePalette:
    """The colours of the page: paper stays white in the dark, only its surroundings change."""
    from editor.ui.page.page_paint import PagePalette

    return PagePalette(desk=c.window, edge=c.line)


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


def style_sheet(c: Colours, size: int) -> str:
    """The style sheet; spacing in steps of 4, radius 6, no gradients."""
    arrow = (ICONS / ("down-light.svg" if c is LIGHT else "down-dark.svg")).as_posix()
    return f"""
QMainWindow, QDialog {{ background: {c.window}; }}
QToolTip {{ background: {c.card}; color: {c.ink}; border: 1px solid {c.line}; padding: 4px; }}
QMenuBar {{ background: {c.panel}; color: {c.ink}; border-bottom: 1px solid {c.line}; padding: 2px 4px; }}
QMenuBar::item {{ padding: 4px 10px; border-radius: 4px; background: transparent; }}
QMenuBar::item:selected {{ background: {c.accent_soft}; }}
QMenu {{ background: {c.card}; color: {c.ink}; border: 1px solid {c.line}; padding: 4px; }}
QMenu::item {{ padding: 5px 28px 5px 24px; border-radius: 4px; }}
QMenu::item:selected {{ background: {c.accent_soft}; color: {c.ink}; }}
QMenu::item:disabled {{ color: {c.dim}; }}
QMenu::separator {{ height: 1px; background: {c.line}; margin: 4px 8px; }}
QToolBar {{ background: {c.panel}; border: none; border-bottom: 1px solid {c.line}; spacing: 2px; padding: 4px 8px; }}
QToolBar::separator {{ width: 1px; background: {c.line}; margin: 8px 6px; }}
QToolButton {{ color: {c.ink}; border: 1px solid transparent; border-radius: 6px; padding: 4px 6px; }}
QToolBar > QToolButton {{ min-width: {size * 4}px; }}
QToolButton:hover {{ background: {c.accent_soft}; }}
QToolButton:pressed, QToolButton:checked {{ background: {c.accent_soft}; border-color: {c.accent}; }}
QToolButton:disabled {{ color: {c.dim}; }}
QPushButton {{ background: {c.card}; color: {c.ink}; border: 1px solid {c.line}; border-radius: 6px; padding: 4px 14px; min-height: {size + 7}px; }}
QPushButton:hover {{ border-color: {c.accent}; }}
QPushButton:default {{ background: {c.accent}; color: {c.on_accent}; border-color: {c.accent}; }}
QPushButton:disabled {{ color: {c.dim}; background: {c.panel}; border-color: {c.line}; }}
QPushButton:focus, QToolButton:focus {{ border-color: {c.accent}; }}
QLineEdit, QSpinBox, QComboBox {{ background: {c.card}; color: {c.ink}; border: 1px solid {c.line}; border-radius: 6px; padding: 4px 8px; min-height: {size + 5}px; selection-background-color: {c.accent}; selection-color: {c.on_accent}; }}
QLineEdit:focus, QSpinBox:focus, QComboBox:focus {{ border-color: {c.accent}; }}
QComboBox::drop-down {{ border: none; width: 20px; }}
QComboBox::down-arrow {{ image: url({arrow}); width: 12px; height: 12px; }}
QComboBox QAbstractItemView {{ background: {c.card}; color: {c.ink}; selection-background-color: {c.accent_soft}; selection-color: {c.ink}; }}
QTabWidget::pane {{ border: none; border-top: 1px solid {c.line}; background: {c.panel}; }}
QTabBar::tab {{ background: {c.panel}; color: {c.dim}; padding: 8px 12px; border: none; border-bottom: 2px solid transparent; }}
QTabBar::tab:selected {{ color: {c.accent}; border-bottom-color: {c.accent}; font-weight: 600; }}
QTabBar::tab:hover {{ color: {c.ink}; }}
QSplitter::handle {{ background: {c.line}; }}
QSplitter::handle:horizontal {{ width: 1px; }}
QStatusBar {{ background: {c.panel}; color: {c.ink}; border-top: 1px solid {c.line}; }}
QStatusBar::item {{ border: none; }}
QStatusBar QToolButton {{ padding: 2px 8px; min-width: 0; }}
QTreeView, QListView {{ background: {c.panel}; color: {c.ink}; border: none; outline: none; }}
QScrollArea {{ border: none; background: transparent; }}
QScrollBar:vertical {{ background: transparent; width: 12px; margin: 0; }}
QScrollBar::handle:vertical {{ background: {c.line}; border-radius: 4px; min-height: 32px; margin: 2px; }}
QScrollBar::handle:vertical:hover {{ background: {c.dim}; }}
QScrollBar:horizontal {{ background: transparent; height: 12px; margin: 0; }}
QScrollBar::handle:horizontal {{ background: {c.line}; border-radius: 4px; min-width: 32px; margin: 2px; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
QCheckBox, QRadioButton, QLabel {{ color: {c.ink}; background: transparent; }}
QLabel[role="dim"] {{ color: {c.dim}; }}
QLabel[role="strong"] {{ font-weight: 600; }}
QLabel[role="title"] {{ font-size: {size + 4}px; font-weight: 600; }}
QFrame[role="panel"], QWidget[role="panel"] {{ background: {c.panel}; }}
QFrame[role="card"] {{ background: {c.card}; border: 1px solid {c.line}; border-radius: 6px; }}
QFrame[role="strip"] {{ background: {c.accent_soft}; border-bottom: 1px solid {c.line}; }}
QPushButton[role="chip"] {{ border-radius: {size - 1}px; padding: 2px 12px; min-height: {size + 5}px; }}
QPushButton[role="chip"]:checked {{ background: {c.accent}; color: {c.on_accent}; border-color: {c.accent}; }}
QPushButton[role="link"] {{ background: transparent; border: none; color: {c.accent}; padding: 2px 4px; text-align: left; }}
QPushButton[role="link"]:hover {{ text-decoration: underline; }}
QProgressBar {{ border: 1px solid {c.line}; border-radius: 4px; background: {c.card}; text-align: center; max-height: {size + 4}px; }}
QProgressBar::chunk {{ background: {c.accent}; }}
"""
