"""What a test left open is taken down by Qt, whole; never piece by piece by the collector.

The collector empties the objects of a cycle one by one, and a widget that is half empty
still hears events of its neighbours, in whatever test and thread the collection falls.
"""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import Shiboken

from editor.garbage import collect_due
from editor.ui.document.controller import DocumentController


def open_widgets() -> list[QWidget]:
    """The windows and loose widgets that were made in Python."""
    return [
        widget
        for widget in QApplication.topLevelWidgets()
        if widget.parent() is None and Shiboken.createdByPython(widget)
    ]


def let_go(spared: Collection[QWidget] = ()) -> None:
    """Destroy what is open now and was not before; then collect, in this thread."""
    for widget in open_widgets():
        if widget not in spared:
            for controller in widget.findChildren(DocumentController):
                controller.close()
            widget.hide()
            widget.deleteLater()
    # Without a running event loop nothing else deletes them.
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    collect_due()
