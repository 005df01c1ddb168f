"""Words that look like HTML are shown letter by letter, and no picture they name is opened."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QLabel, QMessageBox, QPushButton, QToolTip, QWidget

from editor.ui.look.plain_words import (
    HtmlDocument,
    HtmlPane,
    PlainLabel,
    RichLabel,
    caption,
    harmless,
    literal,
    message_box,
    titled,
    words_of_html,
)
from editor.ui.look.short_buttons import LinkButton
from tests.ui.look.canary import WATCHABLE, put_canary, tag, watched

Show = Callable[[str], QWidget]


@pytest.fixture
def picture(tmp_path: Path) -> Path:
    """One that can be read."""
    return put_canary(tmp_path)


def tip(words: str) -> QWidget:
    QToolTip.showText(QPoint(0, 0), literal(words))
    return PlainLabel()


def box(words: str) -> QWidget:
    return message_box(None, words, words, words)


def pane(html: str) -> QWidget:
    made = HtmlPane()
    made.show_html(html)
    return made


def pane_of_qt(html: str) -> QWidget:
    """What a pane does with HTML that has not been made harmless."""
    made = HtmlPane()
    made.setHtml(html)
    return made


def markdown(text: str) -> QWidget:
    made = HtmlPane()
    made.show_markdown(text)
    return made


def drawn(html: str) -> QWidget:
    document = HtmlDocument()
    document.take_html(html)
    label = PlainLabel(f"{document.size().width()}")
    document.deleteLater()
    return label


@pytest.mark.skipif(not WATCHABLE, reason="who opens a file is told by Linux")
@pytest.mark.parametrize(
    "show", [PlainLabel, RichLabel, tip, box, pane, pane_of_qt, markdown, drawn, LinkButton]
)
def test_what_words_name_is_not_opened(show: Show, picture: Path) -> None:
    with watched(picture.parent) as opened:
        widget = show(tag(picture))
        widget.show()
        widget.grab()
        widget.close()
        QToolTip.hideText()
    assert opened == []


@pytest.mark.skipif(not WATCHABLE, reason="who opens a file is told by Linux")
def test_the_watch_sees_what_a_bare_label_opens(picture: Path) -> None:
    with watched(picture.parent) as opened:
        QLabel(tag(picture)).grab()
    assert set(opened) == {picture.name}


def test_a_box_says_the_words(picture: Path) -> None:
    asked = message_box(None, "问", tag(picture), "下面是 <i>文件</i>")
    said = asked.text(), asked.informativeText()
    assert [plain(one) for one in said] == [tag(picture), "下面是 <i>文件</i>"]
    assert isinstance(asked, QMessageBox)


def plain(html: str) -> str:
    """What one reads of it."""
    document = HtmlDocument()
    document.setHtml(html)
    return document.toPlainText()


@pytest.mark.parametrize(
    "words",
    [
        "<b>一</b>",
        "一、<img src=x>\n 二",
        "  <p>  两格",
        "a < b 且 c > d",
        "a &lt; b",
        "<!doctype x>",
    ],
)
def test_literal_words_read_as_they_were_written(words: str) -> None:
    assert plain(literal(words)) == words
    assert literal(literal(words)) == literal(words)


@pytest.mark.parametrize(
    "words", ["", "一、a < 乙 且 c > d", "A & B", "第一行\n<b>第二行</b>", "《意见》"]
)
def test_words_that_look_like_no_html_stay_the_same(words: str) -> None:
    assert literal(words) == words


@pytest.mark.parametrize(
    "html",
    [
        '<img src="x">', '<IMG SRC=x />', '<body background="x">', "<link rel=stylesheet href=x>",
        '<p style="background-image:url(x)">', '<a href="file:///x">', "<!-- 注 -->",
        '<p style="background:u\\72l(x)">', "<style>b{}</style>", "<table background='x'>",
        '<span style="color:red" onclick="x">', "<object data=x>", "<svg><image href=x></svg>",
    ],
)  # fmt: skip
def test_html_that_is_not_ours_is_shown(html: str) -> None:
    assert plain(harmless(html)).startswith(html.partition(">")[0])


def test_html_that_is_ours_is_obeyed() -> None:
    html = (
        '<h3>头</h3><p><b>一</b><br><span style="color:#a00;font-weight:600">二</span></p>'
        "<table cellpadding='3'><tr><td colspan=\"2\" align='right'>三</td></tr></table>"
        '<a href="page:keys">键</a><a href="do:file.open">开</a>'
    )
    assert harmless(html) == html


def test_words_behind_the_name_of_a_style_are_kept() -> None:
    assert words_of_html('<p>甲<link rel="stylesheet" href="x">乙</p><p>丙') == "甲乙\n丙"


def test_a_link_tells_its_whole_words_and_no_picture(picture: Path) -> None:
    link = LinkButton(tag(picture))
    link.setToolTip(literal(tag(picture)))
    link.resize(30, 20)
    link.show()
    assert plain(link.toolTip()) == tag(picture)


def test_signs_of_buttons_and_titles_stay_signs() -> None:
    button, window = QPushButton(caption("A&B")), QWidget()
    window.setWindowTitle(titled("稿[*]") + "[*]")
    window.setWindowModified(True)
    assert button.text() == "A&&B"
    assert window.windowTitle() == "稿[*][*][*]"
