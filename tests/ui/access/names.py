"""What a screen reader would hear nothing of: controls without a name, or that are no controls.

Asked as a screen reader asks, through the accessibility interface, from the window down to the
rows of its lists.
"""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget

Role = QAccessible.Role
PRESSED = frozenset(
    {Role.Button, Role.ButtonMenu, Role.CheckBox, Role.RadioButton, Role.Link, Role.MenuItem}
)
CHOICES = frozenset({Role.ComboBox})
FIELDS = frozenset({Role.EditableText, Role.SpinBox, Role.Slider, Role.ProgressBar})
LISTS = frozenset({Role.List, Role.Tree, Role.Table, Role.PageTabList, Role.ToolBar, Role.MenuBar})
ROWS = frozenset({Role.ListItem, Role.TreeItem, Role.Cell, Role.ColumnHeader, Role.PageTab})
WINDOWS = frozenset({Role.Dialog, Role.Window, Role.AlertMessage, Role.Document})
CONTROLS = PRESSED | CHOICES | FIELDS | LISTS | ROWS | WINDOWS
ROWS_ASKED = 60  # of a list; the others are made the same way


def nameless(window: QWidget) -> Iterator[str]:
    """A sentence for each control of a window that is shown and says nothing of itself."""
    yield from _below(QAccessible.queryAccessibleInterface(window), [])
    for widget in window.findChildren(QWidget):
        pointed = widget.cursor().shape() is Qt.CursorShape.PointingHandCursor
        if pointed and widget.isVisible() and widget.window() is window and not _is_pressed(widget):
            yield f"{type(widget).__name__} is clicked and is told as a mere text"


def _below(one: QAccessibleInterface, way: list[str]) -> Iterator[str]:
    role, name = one.role(), spoken(one)
    if one.state().invisible and role not in ROWS:  # type: ignore[attr-defined]
        return
    kind = type(one.object()).__name__ if one.object() else ""
    way = [*way, name or kind]
    if role in CONTROLS and not name:
        yield f"{role.name} {kind} has no name: {' / '.join(way)}"
    for number in range(min(one.childCount(), ROWS_ASKED)):
        child = one.child(number)
        if child is not None and child.isValid():
            yield from _below(child, way)


def spoken(one: QAccessibleInterface) -> str:
    """What is told of a control before its contents; of a choice Qt tells the present one."""
    if one.role() not in CHOICES:
        return one.text(QAccessible.Text.Name).strip()
    labels = one.relations(QAccessible.RelationFlag.Label)
    return " ".join(label.text(QAccessible.Text.Name) for label, _ in labels).strip()


def _is_pressed(widget: QWidget) -> bool:
    """A button, or words that are the label of one, or that lie on one."""
    if isinstance(widget, QLabel) and isinstance(widget.buddy(), QAbstractButton):
        return True
    on = widget.parentWidget()
    if isinstance(on, QAbstractButton):
        widget = on
    return QAccessible.queryAccessibleInterface(widget).role() in PRESSED
