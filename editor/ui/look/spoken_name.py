"""What a list of choices is for, so that a screen reader tells it.

On X Qt tells the present choice in place of the name that a combo box was given; what it is for
is told only by a label whose buddy it is, and that may be one that does not show.
"""

from __future__ import annotations

from PySide6.QtWidgets import QComboBox, QLabel

from editor.ui.look.plain_words import PlainLabel


def say_what_for(box: QComboBox, words: str, label: QLabel | None = None) -> None:
    """``label`` shows the words beside the box; without one they are told and not shown.

    Called when the box stands in its window: a label is looked for beside it.
    """
    if label is None:
        label = PlainLabel(words, box.parentWidget())
        label.hide()
    label.setBuddy(box)
    box.setAccessibleName(words)
    field = box.lineEdit()
    if field is not None:
        field.setAccessibleName(words)
