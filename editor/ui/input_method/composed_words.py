"""What an input method composes, as the events that Qt's text fields understand."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent, QPalette, QTextCharFormat

from editor.input_method.fcitx_context import MARKED, PLAIN, Composing


def composing_event(composing: Composing, palette: QPalette) -> QInputMethodEvent:
    """The words under composition, underlined, with the caret among them."""
    attributes: list[QInputMethodEvent.Attribute] = []
    at = 0
    for words, looks in composing.parts:
        length = utf16_length(words)
        shape = _shape(looks, palette)
        kind = QInputMethodEvent.AttributeType.TextFormat
        attributes.append(QInputMethodEvent.Attribute(kind, at, length, shape))
        at += length
    words = words_of(composing)
    cursor = QInputMethodEvent.AttributeType.Cursor
    attributes.append(QInputMethodEvent.Attribute(cursor, _caret(words, composing.caret), 1, None))
    return QInputMethodEvent(words, attributes)


def words_of(composing: Composing) -> str:
    """The words without their looks."""
    return "".join(words for words, _ in composing.parts)


def committing_event(words: str) -> QInputMethodEvent:
    """Words that go into the text and end the composition."""
    event = QInputMethodEvent("", [])
    event.setCommitString(words)
    return event


def deleting_event(offset: int, count: int) -> QInputMethodEvent:
    """Characters beside the caret that the input method takes back."""
    event = QInputMethodEvent("", [])
    event.setCommitString("", offset, count)
    return event


def utf16_length(words: str) -> int:
    """The length in Qt's units."""
    return len(words) + sum(ord(letter) > 0xFFFF for letter in words)


def _caret(words: str, caret_bytes: int) -> int:
    before = words.encode()[: max(caret_bytes, 0)]
    return utf16_length(before.decode("utf-8", "ignore"))


def _shape(looks: int, palette: QPalette) -> QTextCharFormat:
    shape = QTextCharFormat()
    shape.setUnderlineStyle(
        QTextCharFormat.UnderlineStyle.NoUnderline
        if looks & PLAIN
        else QTextCharFormat.UnderlineStyle.SingleUnderline
    )
    if looks & MARKED:
        shape.setBackground(palette.brush(QPalette.ColorRole.Highlight))
        shape.setForeground(palette.brush(QPalette.ColorRole.HighlightedText))
    return shape


def takes_words(hints: Qt.InputMethodHint) -> bool:
    """Whether a field's hints let an input method see its keys; a password's do not."""
    hidden = Qt.InputMethodHint.ImhHiddenText | Qt.InputMethodHint.ImhSensitiveData
    return not hints & hidden
