"""What of a part of the window can take the keys, in the order in which it was made.

Not by `nextInFocusChain`: cards that are made anew stand at its end, and PySide takes what it
returns for a child of whom it was asked, and forgets the window's menus with it.
"""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QTabWidget, QWidget


def takes_keys(widget: QWidget) -> bool:
    """Whether Tab may stop there now."""
    tab = widget.focusPolicy() & Qt.FocusPolicy.TabFocus
    own = not isinstance(widget, QTabWidget)  # its bar has the keys that it is given
    return bool(tab) and own and widget.isVisible() and widget.isEnabled()


def key_takers(part: QWidget) -> list[QWidget]:
    """The part itself and what is in it, as far as it takes keys."""
    return [widget for widget in [part, *part.findChildren(QWidget)] if takes_keys(widget)]


def go_round(part: QWidget, by: int) -> bool:
    """Give the keys to the next (1) or last (-1) in a part; False where there is none."""
    takers, focus = key_takers(part), QApplication.focusWidget()
    if not takers:
        return False
    at = next((n for n, taker in enumerate(takers) if taker is focus), -1 if by > 0 else 0)
    reason = Qt.FocusReason.TabFocusReason if by > 0 else Qt.FocusReason.BacktabFocusReason
    takers[(at + by) % len(takers)].setFocus(reason)
    return True
