"""Opens every window on texts that would have Qt open files, and asks whether it took one so.

Such words stand wherever words come from: the speech and what stands beside it, names of files,
the profile and its leaders, phrases, names of versions.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import cast
from xml.sax.saxutils import escape

from PySide6.QtCore import QEvent, QMimeData, QModelIndex, QPoint, Qt
from PySide6.QtGui import QGuiApplication, QHelpEvent, QTextDocument
from PySide6.QtGui import Qt as QtOfText
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QLabel,
    QMenu,
    QTabBar,
    QTextBrowser,
    QToolTip,
    QWidget,
)

from editor.files.trouble import Trouble
from editor.profile.profile_store import ProfileStore
from editor.profile.unit_profile import Profile, UnitLeader
from editor.ui.files.export_path import may_replace
from editor.ui.look.plain_words import HtmlDocument, harmless
from editor.ui.panels.side_tabs import SideTabs
from editor.ui.trouble_box import show_trouble
from tests.files.made import docx, p, relations
from tests.files.word_objects import COMMENTED, by, par, root, run
from tests.ui.look.all_windows import messy_speech
from tests.ui.look.canary import lures
from tests.ui.look.fitting import columns
from tests.ui.look.window_walk import Walk
from tests.ui.until import rest

MOST_ROWS = 60  # of a list, that are asked for their tips
CORE = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
DC = "http://purl.org/dc/elements/1.1/"


class CanaryWalk(Walk):
    """``home/canary`` is the folder of the picture; a speech in it is named like a tag."""

    def write(self) -> None:
        """Lures in all that a writer has."""
        self.speech = self.speech.with_name("<sup>高<img src=canary.png>.docx")
        self.other = self.other.with_name("<sup>去年<img src=canary.png>.txt")
        self.skipped |= {"file.reopen"}  # it has no encoding to choose
        folder = self.speech.parent / "canary"
        self.answer = lure = lures(folder)[0]
        words = _lured(messy_speech(), lures(folder))
        self.speech.write_bytes(_docx(words, lure))
        self.other.write_text(words.replace("X县", "云川县"), encoding="utf-8")
        kept = self.speech.parent / "settings"
        profile = Profile(
            unit=f"云川市总工会{lure}", short=lure, city=f"云川市{lure}", session=lure,
            leaders=(UnitLeader(f"郑明远{lure}", f"市总工会主席{lure}"),),
        )  # fmt: skip
        ProfileStore(kept).put(profile)
        ProfileStore(kept).choose(profile.name)
        (kept / "phrases.txt").write_text(f"# 动员会\n## 任务\n把责任{lure}扛起来。\n", "utf-8")

    def questions(self) -> None:
        """A trouble with a file of such a name, and whether it may go, too."""
        super().questions()
        show_trouble(self.window, self.answer, Trouble(f"“{self.answer}”打不开。", self.answer))
        may_replace(self.window, self.speech)
        self._menus()
        self._paste()

    def _menus(self) -> None:
        """Lists in the menus: recent files, steps, recovered texts."""
        for menu in self.window.findChildren(QMenu):
            menu.aboutToShow.emit()
            rows = menu.actions() if menu.toolTipsVisible() else ()
            # A row without a tip has its words for one, which a menu does not show.
            tips = [a.toolTip() for a in rows if a.toolTip() not in a.text().replace("&&", "&")]
            self.found(f"menu {menu.title()}: the tip {tip!r}" for tip in tips if _takes(tip))

    def _paste(self) -> None:
        """What comes from a web page names files too."""
        for lure in lures(self.speech.parent / "canary"):
            mime = QMimeData()
            mime.setHtml(f"<html><body><p>贴来的{lure}字</p></body></html>")
            QGuiApplication.clipboard().setMimeData(mime)
            self.window.actions_.by_id["edit.paste"].trigger()
        rest(cast(SideTabs, self.window.findChild(SideTabs)))
        self.look(self.window, "pasted")


def _lured(words: str, tags: tuple[str, ...]) -> str:
    """A lure in every line: titles, headings and words, in turn."""
    lines = words.split("\n")
    return "\n".join(f"{line[:4]}{tags[n % len(tags)]}{line[4:]}" for n, line in enumerate(lines))


def _docx(words: str, lure: str) -> bytes:
    told = escape(lure)
    body = "".join(p(escape(line)) for line in words.split("\n"))
    body += par(by("ins", run(told), told.replace('"', "")), COMMENTED)
    comment = f'<w:comment w:id="3" w:author="{told.replace(chr(34), "")}">{p(told)}</w:comment>'
    core = f'<p:coreProperties xmlns:p="{CORE}" xmlns:d="{DC}">'
    core += f"<d:title>{told}</d:title><d:creator>{told}</d:creator></p:coreProperties>"
    whole = relations(officeDocument="word/document.xml")
    link = f'<Relationship Id="c" Type="{CORE}" Target="docProps/core.xml"/></Relationships>'
    parts = {
        "docProps/core.xml": core,
        "_rels/.rels": whole.replace("</Relationships>", link),
        "word/comments.xml": root("comments", comment),
        "word/header1.xml": root("hdr", p(told)),
        "word/_rels/document.xml.rels": relations(comments="comments.xml", header="header1.xml"),
    }
    return docx(body, **parts)


def obeyed(window: QWidget) -> Iterator[str]:
    """Where words of a shown window were taken for HTML, and tips that would be."""
    for widget in [window, *window.findChildren(QWidget)]:
        if not widget.isVisible() or widget.window() is not window:
            continue
        name = f"{type(widget).__name__} {widget.objectName() or widget.accessibleName()}"
        yield from (f"{name}: {fault}" for fault in _of_words(widget))
        for tip in _tips(widget):
            if _takes(tip):
                yield f"{name}: the tip {tip[:60]!r}"


def _of_words(widget: QWidget) -> Iterator[str]:
    if isinstance(widget, QLabel):
        kind, words = widget.textFormat(), widget.text()
        guesses = kind == Qt.TextFormat.AutoText
        if (kind == Qt.TextFormat.RichText or guesses) and _takes(words, rich=not guesses):
            yield f"the words {words[:60]!r}"
    if isinstance(widget, QTextBrowser) and _has_looks(widget.document(), own_pictures=True):
        yield "its page"


def _tips(widget: QWidget) -> Iterator[str]:
    yield widget.toolTip()
    yield from (action.toolTip() for action in widget.actions())
    if isinstance(widget, QTabBar):
        yield from (widget.tabToolTip(n) for n in range(widget.count()))
    if isinstance(widget, QAbstractItemView) and widget.model() is not None:
        yield from _tips_of_rows(widget, QModelIndex(), [MOST_ROWS])
        _hover(widget)


def _tips_of_rows(view: QAbstractItemView, parent: QModelIndex, left: list[int]) -> Iterator[str]:
    model = view.model()
    for row in range(model.rowCount(parent)):
        if (left := [left[0] - 1])[0] < 0:
            return
        for column in range(columns(view)):
            yield str(model.index(row, column, parent).data(Qt.ItemDataRole.ToolTipRole) or "")
        yield from _tips_of_rows(view, model.index(row, 0, parent), left)


def _hover(view: QAbstractItemView) -> None:
    """Rest with the mouse over the rows that are seen: what Qt does with the tip, it does."""
    port, y = view.viewport(), 8
    while y < port.height():
        at = QPoint(30, y)
        event = QHelpEvent(QEvent.Type.ToolTip, at, port.mapToGlobal(at))
        QApplication.sendEvent(port, event)
        y += 60
    QToolTip.hideText()


def _takes(words: str, *, rich: bool = False) -> bool:
    """Whether words are HTML to Qt and more of it than we make."""
    if not rich and not QtOfText.mightBeRichText(words):
        return False
    document = HtmlDocument()
    document.setHtml(words)
    return harmless(words) != words or _has_looks(document)


def _has_looks(document: QTextDocument, *, own_pictures: bool = False) -> bool:
    """Whether a lure made a picture or raised letters of it."""
    block = document.begin()
    while block.isValid():
        parts = block.begin()
        while not parts.atEnd():
            look = parts.fragment().charFormat()
            picture = look.isImageFormat() and look.toImageFormat().name()
            if picture and not (own_pictures and "canary" not in picture):
                return True
            if look.verticalAlignment() == look.VerticalAlignment.AlignSuperScript:
                return True
            parts += 1
        block = block.next()
    return False
