"""The one way by which words reach what would take them for HTML: they are shown letter by letter.

Qt guesses in tips, labels and boxes. A heading that looks like a tag would be one there, and a
picture it names would be opened; on Windows ``//host/share`` would be a connection. So whatever
guesses is given ``literal`` words, labels are `PlainLabel` or `RichLabel`, and what is HTML by
intent passes `harmless`, which knows only tags that load nothing. A test lets nothing else be used
(`tests/ui/look/test_words_in_widgets.py`).
"""

from __future__ import annotations

import re
from html import escape
from pathlib import Path
from typing import Any, Final

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QImage, QStaticText, QTextDocument
from PySide6.QtGui import Qt as QtOfText
from PySide6.QtWidgets import QFormLayout, QLabel, QMessageBox, QTextBrowser, QWidget

_OWN_TAG: Final = re.compile(
    r"</?(?:a|b|br|code|div|h[1-4]|hr|i|li|ol|p|s|small|span|sub|sup|table|td|th|tr|u|ul)"
    r"(?:\s+(?:style|align|cellpadding|colspan|width)=(?:\"[\w\s#:;.,%-]*\"|'[\w\s#:;.,%-]*')"
    r"|\s+href=(?:\"(?:page|do):[\w.-]*\"|'(?:page|do):[\w.-]*'))*\s*/?>",
    re.ASCII,
)
_ENDLESS: Final = re.compile(r"<link\b[^>]*>", re.IGNORECASE)  # to Qt all behind it is in it
_IMAGE: Final = QTextDocument.ResourceType.ImageResource.value


class LiteralHtml(str):
    """HTML that shows ``words`` as they are; no more than a string to Qt."""

    __slots__ = ("words",)
    words: str

    def __new__(cls, words: str) -> LiteralHtml:
        """Made by `literal`, for words that would be taken for HTML."""
        made = super().__new__(
            cls, f'<span style="white-space:pre-wrap">{escape(words, quote=False)}</span>'
        )
        made.words = words
        return made


def literal(words: str) -> str:
    """What shows these words in a tip, a box or whatever else guesses; twice is as once."""
    if isinstance(words, LiteralHtml) or not QtOfText.mightBeRichText(words):
        return words
    return LiteralHtml(words)


def caption(words: str) -> str:
    """These words for a button, a tab, a menu: an ``&`` of theirs stays one."""
    return words.replace("&", "&&")


def titled(words: str) -> str:
    """These words for the title of a window, where ``[*]`` is the mark of what is unsaved."""
    return words.replace("[*]", "[*][*]")


def harmless(html: str) -> str:
    """This HTML with none but our own tags: any other ``<`` is shown, not obeyed."""
    done, parts = 0, list[str]()
    for tag in _OWN_TAG.finditer(html):
        parts += [html[done : tag.start()].replace("<", "&lt;"), tag[0]]
        done = tag.end()
    return "".join([*parts, html[done:].replace("<", "&lt;")])


class PlainLabel(QLabel):
    """A label that takes no word for HTML."""

    def __init__(self, words: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setText(words)


def add_row(form: QFormLayout, words: str, field: QWidget) -> None:
    """A row of a form; its label says what the field is for, to a screen reader too."""
    label = PlainLabel(words)
    label.setBuddy(field)
    form.addRow(label, field)


class RichLabel(QLabel):
    """A label of HTML that we made; what stands in it from elsewhere has been escaped."""

    def __init__(self, html: str = "") -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setText(html)

    def setText(self, html: str) -> None:
        """Show this HTML."""
        super().setText(harmless(html))


class HtmlPane(QTextBrowser):
    """A page of HTML or Markdown that follows no link and loads nothing but our own pictures."""

    def __init__(self, pictures: Path | None = None) -> None:
        """``pictures``: the folder of pictures that a page may show, by their bare names."""
        super().__init__()
        self._pictures = pictures
        self.setOpenLinks(False)
        self.setSearchPaths([str(pictures)] if pictures else [])

    def show_html(self, html: str) -> None:
        """Show HTML that we made; what stands in it from elsewhere has been escaped."""
        self.setHtml(harmless(html))

    def show_markdown(self, text: str) -> None:
        """Show a page of our own help."""
        self.setMarkdown(text)

    def loadResource(self, kind: int, name: QUrl | str) -> Any:
        """A picture of ours, else one of nothing: Qt opens by itself what it is not given."""
        bare = name if isinstance(name, str) else name.toString()
        if self._pictures is not None and re.fullmatch(r"[\w-]+\.png", bare):
            return super().loadResource(kind, name)
        return nothing(kind)


class HtmlDocument(QTextDocument):
    """HTML to be drawn; it loads nothing."""

    def take_html(self, html: str) -> None:
        """Take HTML that we made; what stands in it from elsewhere has been escaped."""
        self.setHtml(harmless(html))

    def loadResource(self, kind: int, name: QUrl | str) -> Any:
        """Nothing, whatever it asks for."""
        del name
        return nothing(kind)


def words_of_html(html: str) -> str:
    """The words of somebody else's page; a style of it that names a picture opens none."""
    document = HtmlDocument()
    document.setHtml(_ENDLESS.sub("", html))
    return document.toPlainText()


def static_text(words: str) -> QStaticText:
    """Words that are drawn again and again."""
    made = QStaticText(words)
    made.setTextFormat(Qt.TextFormat.PlainText)
    return made


def nothing(kind: int) -> Any:
    """What stands for something that is not loaded: Qt would look for it once more for None."""
    if kind != _IMAGE:
        return ""
    blank = QImage(1, 1, QImage.Format.Format_ARGB32)
    blank.fill(Qt.GlobalColor.transparent)
    return blank


def message_box(parent: QWidget | None, title: str, words: str, advice: str = "") -> QMessageBox:
    """A question without buttons yet: what is asked, and in smaller type what one should know."""
    box = QMessageBox(parent)
    box.setIcon(QMessageBox.Icon.Question)
    box.setWindowTitle(titled(title))
    box.setText(literal(words))
    box.setInformativeText(literal(advice))
    return box
