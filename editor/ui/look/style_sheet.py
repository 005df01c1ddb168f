"""The style sheet of the interface, by the roles of the palette.

Separate from `theme`, which puts it on; spacing in steps of 4, radius 6, no gradients.
"""

# ruff: noqa: E501 - a rule of the sheet reads best on one line

from __future__ import annotations

from pathlib import Path

from editor.ui.look.palette import LIGHT, Colours

MENU_ROW = 35  # px at most; nineteen rows and their lines are 711
ICONS = Path(__file__).resolve().parents[3] / "resources" / "icons"


def style_sheet(c: Colours, size: int) -> str:
    """The sheet for some colours and an interface type of ``size`` pixels."""
    return "".join((_frame(c, size), _inputs(c, size), _panels(c, size)))


def _menu_padding(size: int) -> int:
    """Above and below a row, in pixels: with large type the longest menu still fits 768 lines."""
    line = round(size * 1.45)  # of the CJK faces
    return max(1, min(5, (MENU_ROW - line) // 2))


def _tool_width(size: int) -> int:
    """px of a tool; with large type less room around its words, so that all are in the window."""
    return size * 2 + 18


def _tone(c: Colours) -> str:
    return "light" if c is LIGHT else "dark"


def _frame(c: Colours, size: int) -> str:
    """Rules of menus, bars and tabs."""
    return f"""
QMainWindow, QDialog {{ background: {c.window}; }}
QToolTip {{ background: {c.card}; color: {c.ink}; border: 1px solid {c.line}; padding: 4px; }}
QMenuBar {{ background: {c.panel}; color: {c.ink}; border-bottom: 1px solid {c.line}; padding: 2px 4px; }}
QMenuBar::item {{ padding: 4px 10px; border-radius: 4px; background: transparent; }}
QMenuBar QToolButton {{ color: {c.dim}; padding: 0 8px; }}
QMenuBar::item:selected {{ background: {c.accent_soft}; }}
QMenu {{ background: {c.card}; color: {c.ink}; border: 1px solid {c.line}; padding: 4px; menu-scrollable: 1; }}
QMenu::item {{ padding: {_menu_padding(size)}px 24px {_menu_padding(size)}px 8px; border-radius: 4px; }}
QMenu::icon {{ padding-left: 8px; }}
QMenu::item:selected {{ background: {c.accent_soft}; color: {c.ink}; }}
QMenu::item:disabled {{ color: {c.dim}; }}
QMenu::separator {{ height: 1px; background: {c.line}; margin: 4px 8px; }}
QToolBar {{ background: {c.panel}; border: none; border-bottom: 1px solid {c.line}; spacing: 2px; padding: 4px 8px; }}
QToolBar::separator {{ width: 1px; background: {c.line}; margin: 8px 6px; }}
QToolButton {{ color: {c.ink}; border: 1px solid transparent; border-radius: 6px; padding: 4px 6px; }}
QToolBar > QToolButton {{ min-width: {_tool_width(size)}px; }}
QToolBar[close="true"] > QToolButton {{ min-width: 0; padding: 4px 2px; }}
QToolBar[close="true"] > QToolButton[popupMode="1"] {{ padding-right: 18px; }}
QToolBar > QToolButton#budget {{ min-width: 0; }}
QToolBar > QToolButton#qt_toolbar_ext_button {{ min-width: {size + 8}px; image: url({ICONS.as_posix()}/more-{_tone(c)}.svg); }}
QToolButton[popupMode="1"] {{ padding-right: 20px; }}
QToolButton::menu-button {{ border: none; border-radius: 6px; width: 18px; }}
QToolButton::menu-button:hover {{ background: {c.line}; }}
QToolButton::menu-arrow {{ image: url({ICONS.as_posix()}/down-{_tone(c)}.svg); width: 10px; height: 10px; }}
QToolButton:hover {{ background: {c.accent_soft}; }}
QToolButton:pressed, QToolButton:checked {{ background: {c.accent_soft}; border-color: {c.accent}; }}
QToolButton:disabled {{ color: {c.dim}; }}
QToolButton::menu-button {{ border: none; width: 16px; }}
QToolButton::menu-arrow {{ image: url({ICONS.as_posix()}/down-{_tone(c)}.svg); width: 12px; height: 12px; }}
QTabWidget::pane {{ border: none; border-top: 1px solid {c.line}; background: {c.panel}; }}
QTabBar::tab {{ background: {c.panel}; color: {c.dim}; padding: 8px 12px; border: none; border-bottom: 2px solid transparent; }}
QTabBar::tab:selected {{ color: {c.accent}; border-bottom-color: {c.accent}; font-weight: 600; }}
QTabBar::tab:selected:focus {{ background: {c.accent_soft}; }}
QTabBar::tab:hover {{ color: {c.ink}; }}
QFrame[role="speeches"] {{ background: {c.panel}; border-bottom: 1px solid {c.line}; }}
QFrame[role="speeches"] QTabBar::tab {{ padding: 5px 4px 5px 12px; border-right: 1px solid {c.line}; border-bottom: 2px solid transparent; }}
QFrame[role="speeches"] QTabBar::tab:selected {{ background: {c.window}; color: {c.ink}; border-bottom-color: {c.accent}; font-weight: 400; }}
QFrame[role="speeches"] QToolButton {{ padding: 2px; min-width: 0; }}
QSplitter::handle {{ background: {c.line}; }}
QSplitter::handle:horizontal {{ width: 1px; }}
QStatusBar {{ background: {c.panel}; color: {c.ink}; border-top: 1px solid {c.line}; }}
QStatusBar::item {{ border: none; }}
QStatusBar QToolButton {{ padding: 2px 8px; min-width: 0; }}
QStatusBar QToolButton[objectName="status.unkept"] {{ color: {c.must}; }}
"""


def _inputs(c: Colours, size: int) -> str:
    """Rules of what is pressed and typed into."""
    icons, tone = ICONS.as_posix(), _tone(c)
    return f"""
QPushButton {{ background: {c.card}; color: {c.ink}; border: 1px solid {c.line}; border-radius: 6px; padding: 4px 14px; min-height: {size + 7}px; }}
QPushButton:hover {{ border-color: {c.accent}; }}
QPushButton:default {{ background: {c.accent}; color: {c.on_accent}; border-color: {c.accent}; }}
QPushButton:disabled {{ color: {c.dim}; background: {c.panel}; border-color: {c.line}; }}
QPushButton:focus, QToolButton:focus {{ border-color: {c.accent}; }}
QLineEdit, QSpinBox, QComboBox {{ background: {c.card}; color: {c.ink}; border: 1px solid {c.line}; border-radius: 6px; padding: 4px 8px; min-height: {size + 5}px; selection-background-color: {c.accent}; selection-color: {c.on_accent}; }}
QLineEdit:focus, QSpinBox:focus, QComboBox:focus {{ border-color: {c.accent}; }}
QSpinBox {{ padding: 4px 24px 4px 8px; }}
QSpinBox QLineEdit {{ padding: 0 0 0 8px; border: none; background: transparent; min-height: 0; }}
QSpinBox::up-button {{ subcontrol-origin: border; subcontrol-position: top right; width: 24px; border: none; }}
QSpinBox::down-button {{ subcontrol-origin: border; subcontrol-position: bottom right; width: 24px; border: none; }}
QSpinBox::up-arrow {{ image: url({icons}/up-{tone}.svg); width: 12px; height: 12px; }}
QSpinBox::down-arrow {{ image: url({icons}/down-{tone}.svg); width: 12px; height: 12px; }}
QComboBox QLineEdit {{ padding: 0; border: none; background: transparent; min-height: 0; }}
QComboBox::drop-down {{ border: none; width: 20px; }}
QComboBox::down-arrow {{ image: url({icons}/down-{tone}.svg); width: 12px; height: 12px; }}
QComboBox QAbstractItemView {{ background: {c.card}; color: {c.ink}; selection-background-color: {c.accent_soft}; selection-color: {c.ink}; }}
QCheckBox, QRadioButton, QLabel {{ color: {c.ink}; background: transparent; }}
QCheckBox {{ spacing: 6px; }}
QCheckBox::indicator, QTreeView::indicator, QListView::indicator {{ width: 14px; height: 14px; border: 1px solid {c.dim}; border-radius: 4px; background: {c.card}; }}
QCheckBox::indicator:checked, QTreeView::indicator:checked, QListView::indicator:checked {{ background: {c.accent}; border-color: {c.accent}; image: url({icons}/tick-{tone}.svg); }}
QCheckBox:focus {{ color: {c.accent}; }}
QProgressBar {{ border: 1px solid {c.line}; border-radius: 4px; background: {c.card}; text-align: center; max-height: {size + 4}px; }}
QProgressBar::chunk {{ background: {c.accent}; }}
"""


def _panels(c: Colours, size: int) -> str:
    """Rules of lists, cards and words."""
    return f"""
QTreeView, QListView {{ background: {c.panel}; color: {c.ink}; border: none; outline: none; }}
QListView, PaperView, ComparisonView {{ border: 1px solid transparent; }}
QListView:focus, PaperView:focus, ComparisonView:focus {{ border-color: {c.accent}; }}
QScrollArea {{ border: none; background: transparent; }}
QAbstractScrollArea::corner {{ background: transparent; border: none; }}
QScrollBar:vertical {{ background: transparent; width: 12px; margin: 0; }}
QScrollBar::handle:vertical {{ background: {c.line}; border-radius: 4px; min-height: 32px; margin: 2px; }}
QScrollBar::handle:vertical:hover {{ background: {c.dim}; }}
QScrollBar:horizontal {{ background: transparent; height: 12px; margin: 0; }}
QScrollBar::handle:horizontal {{ background: {c.line}; border-radius: 4px; min-width: 32px; margin: 2px; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
QTreeView::indicator:indeterminate {{ background: {c.accent_soft}; border-color: {c.accent}; image: url({ICONS.as_posix()}/partly-{_tone(c)}.svg); }}
QDialogButtonBox {{ dialogbuttonbox-buttons-have-icons: 0; }}
QDialogButtonBox, QMessageBox {{ button-layout: 0; }}
QTextBrowser, QPlainTextEdit {{ background: {c.card}; color: {c.ink}; border: 1px solid {c.line}; border-radius: 6px; }}
QDialog QListView, QDialog QTreeView {{ background: {c.card}; border: 1px solid {c.line}; border-radius: 6px; }}
QDialog QListView:focus, QDialog QTreeView:focus {{ border-color: {c.accent}; }}
QDialog QListView {{ padding: 4px 8px; }}
QDialog QListView::item {{ padding: 4px 0; }}
QDialog QListView::item:selected, QDialog QTreeView::item:selected {{ background: {c.accent_soft}; color: {c.ink}; }}
QLabel[role="dim"] {{ color: {c.dim}; }}
QLabel[role="strong"] {{ font-weight: 600; }}
QLabel[role="figure"] {{ font-size: {size + 8}px; }}
QLabel[role="title"] {{ font-size: {size + 4}px; font-weight: 600; }}
QFrame[role="panel"], QWidget[role="panel"] {{ background: {c.panel}; }}
QFrame[role="card"] {{ background: {c.card}; border: 1px solid {c.line}; border-radius: 6px; }}
QFrame[role="card"][chosen="true"] {{ border-color: {c.accent}; }}
QFrame[role="place"] {{ border-radius: 4px; }}
QFrame[role="place"][chosen="true"] {{ background: {c.accent_soft}; }}
QFrame[role="word-card"] {{ background: {c.card}; border: 1px solid {c.dim}; border-radius: 6px; }}
QFrame[role="tour-frame"] {{ border: 3px solid {c.accent}; border-radius: 6px; background: transparent; }}
QLabel[role="cue"] {{ background: {c.card}; color: {c.dim}; border: 1px solid {c.line}; border-radius: 6px; padding: 2px 8px; }}
QFrame[role="strip"] {{ background: {c.accent_soft}; border-bottom: 1px solid {c.line}; }}
QPushButton[role="chip"] {{ border-radius: {(size + 9) // 2}px; padding: 2px 12px; min-height: {size + 5}px; }}
QPushButton[role="chip"]:checked {{ background: {c.accent}; color: {c.on_accent}; border-color: {c.accent}; }}
QPushButton[role="link"] {{ background: transparent; border: none; color: {c.accent}; padding: 2px 0; text-align: left; }}
QPushButton[role="link"]:hover {{ text-decoration: underline; }}
QPushButton[role="link"]:focus {{ background: {c.accent_soft}; text-decoration: underline; border-radius: 4px; }}
"""
