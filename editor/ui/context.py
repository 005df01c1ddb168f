"""What a part of the window is given: five things, and nothing through which to reach further."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from editor.settings.store import Settings
from editor.ui.document.controller import DocumentController
from editor.ui.message_bar import MessageBar
from editor.ui.open_text import OpenText


@dataclass(frozen=True, slots=True)
class Context:
    """The parts that nearly every other part works with.

    ``parent`` is for the dialogs it opens. Whoever needs more is given it by name.
    """

    controller: DocumentController
    text: OpenText
    messages: MessageBar
    settings: Settings
    parent: QWidget
