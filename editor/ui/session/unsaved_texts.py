"""What was not saved: offered without a question, opened, kept for later or let go.

The window `unsaved_window` shows it, the autosave holds it, `recovery` brings it back.
Nothing here asks before the user has asked for something, but once: whether a text is
really wanted no more.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QMessageBox, QWidget

from editor.files.recovery.recovery_bin import DAYS, BinnedText
from editor.files.versions.kept_version import Version
from editor.files.versions.unfiled import UnfiledDocument
from editor.settings.store import Settings
from editor.ui.drafts.draft_commands import DraftCommands
from editor.ui.drafts.unfiled_page import UnfiledPage
from editor.ui.files.arrival import SpeechHost
from editor.ui.look.plain_words import message_box
from editor.ui.message_bar import MessageBar
from editor.ui.open_text import OpenText
from editor.ui.session.lost_texts import UnsavedText
from editor.ui.session.recovery import Recovery
from editor.ui.session.unsaved_rows import mark_of, name_of, offer_words, on_disk, row_of
from editor.ui.session.unsaved_window import UnsavedWindow

OFFER = "看一看…"
LATER = "lost_later"  # the option that holds what is kept for later


class UnsavedTexts:
    """The unsaved texts of one user, as the user sees them."""

    def __init__(
        self,
        parent: QWidget,
        settings: Settings,
        recovery: Recovery,
        host: SpeechHost,
        drafts: Callable[[], DraftCommands],
    ) -> None:
        """``drafts``: the versions and comparisons of the speech in front."""
        self._parent, self._settings = parent, settings
        self._recovery, self._host, self._drafts = recovery, host, drafts
        self.window: UnsavedWindow | None = None
        self._page: UnfiledPage | None = None
        self._bar: MessageBar | None = None  # where the offer was made

    def watch(self, text: OpenText, messages: MessageBar) -> None:
        """Another text at a desk: what was offered for the last one goes, these offers stay."""

        def withdraw() -> None:
            waiting = OFFER in messages.offers()
            messages.withdraw()
            if waiting:
                self.offer(messages)

        text.about_to_load.connect(withdraw)
        text.closed.connect(withdraw)

        def forget() -> None:
            if self._bar is messages:
                self._bar = None

        messages.destroyed.connect(forget)

    def handlers(self) -> dict[str, Callable[[], object]]:
        """Command ids and what runs them."""
        return {"drafts.lost": self.show}

    def waiting(self) -> list[UnsavedText]:
        """What nobody has decided on yet."""
        return [lost for lost in self._recovery.pending() if not self._is_later(lost)]

    def offer(self, messages: MessageBar | None = None) -> None:
        """Say that something is there, in a message bar (of the speech in front).

        Nothing where all is kept for later.
        """
        before, self._bar = self._bar, messages or self._host.bar()
        messages = self._bar
        if before is not None and before is not messages:
            before.withdraw(OFFER)
        there = self.waiting()
        if not there:
            messages.withdraw(OFFER)
            return
        messages.say(offer_words([lost.snapshot for lost in there]), OFFER, self.show)

    def show(self) -> None:
        """The sheet of all of them."""
        if self.window is None:
            page = UnfiledPage(self._settings.number("unfiled_days"))
            self.join_unfiled(page)
            self.window = UnsavedWindow(self._parent, page)
            self.window.destroyed.connect(self._forget)
            self._join(self.window)
            self._page = page
        self.refill()
        self.window.show()
        self.window.activateWindow()

    def refill(self) -> None:
        """Show what is there now."""
        if self.window is not None:
            rows = [(row_of(x.snapshot), x, self._is_later(x)) for x in self._recovery.pending()]
            thrown = [(row_of(x.snapshot), x) for x in self._recovery.thrown()]
            self.window.show_unsaved(rows, thrown)
        if self._page is not None:
            self._page.show_texts(self._drafts().history.unfiled())

    def join_unfiled(self, page: UnfiledPage) -> None:
        """What the page of never saved texts asks for."""

        def show(version: Version) -> None:
            page.show_text(self._drafts().history.text(version))

        def remove(one: UnfiledDocument) -> None:
            self._remove_unfiled(one, page)

        page.text_asked.connect(show)
        page.open_asked.connect(self._open_unfiled)
        page.remove_asked.connect(remove)

    def close(self) -> None:
        """The program ends, or nothing is left to decide."""
        if self.window is not None:
            self.window.close()

    def _join(self, window: UnsavedWindow) -> None:
        window.open_asked.connect(self._open)
        window.differences_asked.connect(self._compare)
        window.later_asked.connect(self._later)
        window.throw_asked.connect(self._throw)
        window.back_asked.connect(self._take_back)
        window.drop_asked.connect(self._drop)

    def _open(self, lost: UnsavedText) -> None:
        if self._recovery.recover(lost):
            self._decided()
            if not self._recovery.pending():
                self.close()  # an empty sheet would only cover the text

    def _compare(self, lost: UnsavedText) -> None:
        there = on_disk(lost.snapshot)
        if there is None:
            self._host.bar().say("这份稿子没有能打开的文件可比。")
            return
        self._drafts().comparisons.look(there, lost.snapshot.manuscript, "文件里的", "没存盘的")

    def _later(self, chosen: Sequence[UnsavedText]) -> None:
        there = {mark_of(lost.snapshot) for lost in self._recovery.pending()}
        more = [mark_of(lost.snapshot) for lost in chosen]
        self._settings.change(
            LATER, lambda kept: tuple(dict.fromkeys([*filter(there.__contains__, kept), *more]))
        )
        self._settings.save()
        self._decided()

    def _throw(self, chosen: Sequence[UnsavedText]) -> None:
        names = row_name(chosen[0]) if len(chosen) == 1 else f"这 {len(chosen)} 份稿子"
        words = (
            f"没存盘的“{names}”不要了？" if len(chosen) == 1 else f"{names}没存盘的文字都不要了？"
        )
        if self._sure(words, f"{DAYS} 天以内还可以在“不要了的”里取回。", "不要了"):
            for lost in chosen:
                self._recovery.throw(lost)
            self._decided()

    def _take_back(self, thrown: BinnedText) -> None:
        if self._recovery.take_back(thrown):
            self._decided()

    def _drop(self, chosen: Sequence[BinnedText]) -> None:
        if self._sure(f"把这 {len(chosen)} 份现在就清掉？", "清掉以后不能取回。", "清掉"):
            for thrown in chosen:
                self._recovery.drop(thrown)
            self._decided()

    def _open_unfiled(self, one: UnfiledDocument, version: Version) -> None:
        if self._drafts().presenter.open_new(version, one.document):
            self._decided()

    def _remove_unfiled(self, one: UnfiledDocument, page: UnfiledPage) -> None:
        words = f"“{one.words}”的 {len(one.versions)} 个版本都清掉？"
        if self._sure(words, "清掉以后不能取回。", "清掉"):
            self._drafts().history.remove(one.document)
            page.show_texts(self._drafts().history.unfiled())

    def _sure(self, words: str, advice: str, verb: str) -> bool:
        parent: QWidget = self.window or self._drafts().presenter.window or self._parent
        box = message_box(parent, "没存盘的稿子", words, advice)
        yes = box.addButton(verb, QMessageBox.ButtonRole.DestructiveRole)
        box.setDefaultButton(box.addButton("取消", QMessageBox.ButtonRole.RejectRole))
        box.exec()
        return box.clickedButton() is yes

    def _decided(self) -> None:
        self.refill()
        self.offer()

    def _is_later(self, lost: UnsavedText) -> bool:
        return mark_of(lost.snapshot) in self._settings.texts(LATER)

    def _forget(self) -> None:
        self.window = self._page = None


def row_name(lost: UnsavedText) -> str:
    """What a text is called, without reading its file."""
    return name_of(lost.snapshot)
