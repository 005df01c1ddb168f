"""A strip above the page: as high as what is in it, but never so high that no page is left.

What has no room scrolls. Without it Qt squeezes what is in a strip till rows lie over each other.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget


class Strip(QScrollArea):
    """Shows one widget in its own height, up to a share of the height of the parent; the share
    is smaller while the ``other`` strip is shown.

    It is shown and hidden with the widget, and keeps in sight what has the keys.
    """

    def __init__(self, inside: QWidget, alone: float, both: float) -> None:
        """Of the parent's height: what it never exceeds ``alone``, and with the other strip."""
        super().__init__()
        self._inside, self._alone, self._both = inside, alone, both
        self.other: Strip | None = None
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAutoFillBackground(False)
        hidden = inside.isHidden()
        self.setWidget(inside)
        inside.setVisible(not hidden)
        inside.setAutoFillBackground(False)  # the ground below shows
        if isinstance(app := QApplication.instance(), QApplication):
            app.focusChanged.connect(self._keep_in_sight)
        self.setHidden(hidden)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """What is inside has come, gone or changed; the parent is higher or lower."""
        kind = event.type()
        turned = kind in (QEvent.Type.ShowToParent, QEvent.Type.HideToParent)
        # Without a parent yet it would be a window of its own, for a moment.
        if turned and watched is self._inside and self.parentWidget():
            self.setHidden(self._inside.isHidden())
            if self.other is not None:
                self.other.fit()
        if kind in (QEvent.Type.LayoutRequest, QEvent.Type.Resize, QEvent.Type.ShowToParent):
            self.fit()
        return super().eventFilter(watched, event)

    def changeEvent(self, event: QEvent) -> None:
        """Another parent has another height."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.ParentChange and (parent := self.parentWidget()):
            parent.installEventFilter(self)

    def fit(self) -> None:
        """Take the height that what is inside needs, as far as there is room."""
        parent = self.parentWidget()
        width = self._inside.width() if self.isVisible() else self.width()
        wanted = self._wanted(width)
        share = self._both if self.other and not self.other.isHidden() else self._alone
        room = round(parent.height() * share) if parent else wanted
        self.setFixedHeight(max(1, min(wanted, room)))

    def _wanted(self, width: int) -> int:
        inside = self._inside
        least = inside.minimumSizeHint().height()
        if inside.hasHeightForWidth():
            return max(least, inside.heightForWidth(width))
        return max(least, inside.sizeHint().height())

    def _keep_in_sight(self, _before: QWidget | None, now: QWidget | None) -> None:
        if now is not None and self._inside.isAncestorOf(now):
            self.ensureWidgetVisible(now, 0, 0)


def strips(messages: QWidget, finding: QWidget) -> tuple[Strip, Strip]:
    """The two strips above a page; together they leave a quarter of it."""
    told, found = Strip(messages, 0.55, 0.3), Strip(finding, 0.6, 0.45)
    told.other, found.other = found, told
    return told, found
