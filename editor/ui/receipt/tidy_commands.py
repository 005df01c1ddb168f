"""The commands of cleaning: offer it, show the receipt, clean, take back, show the original."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from editor.files.kept_originals import FileIdentity, KeptOriginals
from editor.files.opened import Opened
from editor.files.trouble import Trouble
from editor.intake.pasted import PastedRun
from editor.intake.receipt import Receipt, ReceiptItem
from editor.intake.take_back import take_back, take_out_too
from editor.intake.tidy import tidy
from editor.manuscript.edits import apply_all
from editor.manuscript.manuscript import manuscript_of
from editor.ui.context import Context
from editor.ui.look.theme import Theme
from editor.ui.receipt.receipt_reader import ReceiptReader

OFFER = "清理范文"
_BACK = "看清单"
PASTED = "paste_cleaning"  # the option: what becomes of a paste that looks like a web page's


class TidyCommands:
    """What 清理范文 does, and the way back from it."""

    def __init__(self, context: Context, theme: Theme) -> None:
        self._controller, self._text = context.controller, context.text
        self._messages, self._parent = context.messages, context.parent
        self._theme, self._settings = theme, context.settings
        self._originals = KeptOriginals(context.settings.folder / "originals")
        self._receipt: Receipt | None = None
        self._done: tuple[ReceiptItem, ...] = ()
        self._original = ""
        self._was: FileIdentity | None = None  # the file, as it was opened or last saved
        self._reader = ReceiptReader(context)
        self._text.loaded.connect(self._take_text)
        self._text.restored.connect(self.offer)
        self._text.saved.connect(self._keep_original)
        self._controller.analysis_changed.connect(self._withdraw_undone)

    def handlers(self) -> dict[str, Callable[[], object]]:
        """Command ids and what runs them."""
        return {
            "tidy.run": self.run,
            "tidy.receipt": self.show_receipt,
            "tidy.original": self.show_original,
        }

    def receipt(self) -> Receipt:
        """What a clean-up of the text as it is now would do."""
        return self._reader.now()

    def offer(self) -> None:
        """Say how much of the text is not the speech; nothing where all of it is."""
        self._reader.offer(self._offer)

    def _offer(self, receipt: Receipt) -> None:
        sure, doubtful = len(removals(receipt.sure)), len(removals(receipt.doubtful))
        if sure or doubtful:
            # It may come late, from a thread: nothing that was offered meanwhile is covered.
            self._messages.say_behind(_offered(sure, doubtful), OFFER, self.run)
        else:
            self._messages.withdraw(OFFER)

    def run(self) -> None:
        """Show the receipt of a clean-up; the ticked items go in one undo step."""
        self._reader.ask(self._show)

    def _show(self, receipt: Receipt) -> None:
        from editor.ui.receipt.receipt_dialog import ReceiptDialog

        if receipt.raw is not self._controller.manuscript():
            self._messages.say("看的时候稿子改过了，请再按一次。", OFFER, self.run)
            return
        if not receipt.items and self._receipt and self._receipt.after(self._done).doubtful:
            self.show_receipt()  # what was asked about still stands
            return
        if not receipt.items:
            self._messages.say("没有要清理的内容。")
            return
        dialog = ReceiptDialog(self._parent, receipt, self._theme.colours)
        if dialog.exec():
            self.clean(receipt, dialog.chosen())

    def clean(self, receipt: Receipt, items: Sequence[ReceiptItem]) -> None:
        """Make the clean-up; the account must balance, or nothing is done."""
        if not items or not receipt.balanced(items):
            self._messages.say("没有清理：没有勾选，或字数对不上。")
            return
        self._original = self._original or receipt.raw.text
        self._keep_original()
        self._text.about_to_change.emit("清理范文")
        gone = len(receipt.raw.text) - len(receipt.clean(items).text)
        self._controller.apply(receipt.edits(items), name=f"清理范文 {max(gone, 0)} 字")
        self._take_done(receipt, items)
        self._messages.withdraw(OFFER)
        words = f"已清理 {_counted(items)}，清单里可以逐处还原。"
        self._messages.say(words, _BACK, self.show_receipt)

    def take_paste(self, pasted: PastedRun) -> None:
        """What was pasted looks like a web page's: clean it by itself, ask, or leave it."""
        wish = self._settings.text(PASTED)
        if wish == "clean":
            self.clean_pasted(pasted)
        elif wish == "ask":
            self.offer()

    def clean_pasted(self, pasted: PastedRun) -> None:
        """Clean the pasted words alone: a step and a receipt of their own."""
        receipt = pasted.receipt(self._controller.manuscript())
        items = receipt.sure
        if not items or not receipt.balanced(items):
            return
        self._take_done(receipt, items)
        self._controller.apply(pasted.edits(receipt, items), name="清理粘贴来的")
        gone = sum(len(item.before.strip()) for item in items)
        size = f"（{gone:,} 个字符）" if gone else ""
        words = f"粘贴来的已清理 {_counted(items)}{size}"
        asked = f"，另有 {len(receipt.doubtful)} 处拿不准没有动" if receipt.doubtful else ""
        self._messages.say(f"{words}{asked}。Ctrl+Z 回到没清理的。", _BACK, self.show_receipt)

    def clean_whole(self) -> None:
        """Clean a text that was just made of a paste: what is sure goes, the rest is asked."""
        receipt = self.receipt()
        if receipt.sure:
            self.clean(receipt, receipt.sure)

    def _take_done(self, receipt: Receipt, items: Sequence[ReceiptItem]) -> None:
        self._receipt, self._done = receipt, tuple(items)

    def _withdraw_undone(self) -> None:
        """Where Ctrl+Z brought the raw text back there is nothing to put back."""
        if self._receipt is None or _BACK not in self._messages.offers():
            return
        if self._controller.manuscript().text == self._receipt.raw.text:
            self._messages.withdraw(_BACK)

    def show_receipt(self) -> None:
        """The receipt of the last clean-up; unticked items are taken back."""
        from editor.ui.receipt.receipt_dialog import ReceiptDialog

        if self._receipt is None:
            self._messages.say("这份稿子还没有清理过。", OFFER, self.run)
            return
        shown = self._receipt.after(self._done)
        dialog = ReceiptDialog(self._parent, shown, self._theme.colours, done=True)
        if dialog.exec():
            chosen = {(item.start, item.end) for item in dialog.chosen()}
            back = [i for i in self._done if (i.start, i.end) not in chosen]
            self.change(back, [i for i in shown.doubtful if (i.start, i.end) in chosen])

    def change(self, back: Sequence[ReceiptItem], more: Sequence[ReceiptItem]) -> None:
        """Put items ``back`` where they stood and take ``more`` out; one undo step."""
        if self._receipt is None or not (back or more):
            return
        manuscript = self._controller.manuscript()
        if manuscript.text == self._receipt.raw.text:
            self._messages.say("清理已经撤销，文字就是原来的。")
            return
        put = take_back(self._receipt, self._done, back, manuscript)
        left = tuple([i for i in self._done if i not in back or i in put.lost])
        then = apply_all(manuscript, put.edits)
        taken = take_out_too(self._receipt, left, more, then)
        if edits := (*put.edits, *taken.edits):
            self._text.about_to_change.emit("改清理清单")  # also from the message bar
            self._controller.apply(edits, name="改清理清单")
            self._done = (*left, *[i for i in more if i not in taken.lost])
        self._tell_change(len(put.edits), len(taken.edits), len(put.lost) + len(taken.lost))

    def _tell_change(self, put: int, taken: int, lost: int) -> None:
        told = [f"还原了 {put} 处。"] if put else []
        told += [f"又清理了 {taken} 处。"] if taken else []
        if lost:
            told.append(f"有 {lost} 处周围的文字已改，没有动；要还原的请从原文里复制。")
            self._messages.say("".join(told), "查看原文", self.show_original)
        else:
            self._messages.say("".join(told))

    def show_original(self) -> None:
        """The text before it was cleaned, also in a later session."""
        from editor.ui.receipt.original_dialog import OriginalDialog

        document = self._document()
        words = self._controller.manuscript().text
        kept = self._originals.of(document, words) if document else None
        text = self._original or kept
        if not text:
            self._messages.say("没有留存的原文：这份稿子没有清理过。")
            return
        OriginalDialog(self._parent, text, "未清理的原文").show()

    def _take_text(self, _opened: Opened) -> None:
        """Another text is open: the receipt of the last one is over."""
        self._receipt, self._done, self._original = None, (), ""
        self._was = self._document()
        self.offer()

    def _keep_original(self) -> None:
        """Put the original into the user's folder, once the text has a file; on every save."""
        was, now = self._was, self._document()
        self._was = now
        if now is None:
            return
        try:
            if was is not None:
                self._originals.follow(was, now)
            if self._original:
                self._originals.keep(now, self._original)
        except Trouble as trouble:
            self._messages.say(f"原文没能留存。{trouble}")

    def _document(self) -> FileIdentity | None:
        opened = self._text.opened
        if opened is None or opened.path is None or opened.stamp is None:
            return None
        return FileIdentity(str(opened.path), opened.stamp.digest)


def _offered(sure: int, doubtful: int) -> str:
    if not sure:
        return f"这份稿子里有 {doubtful} 处拿不准是不是讲话内容，可以看一看。"
    words = f"这份稿子里有 {sure} 处不像讲话内容（网页说明、水印、页码等）"
    return words + (f"，另有 {doubtful} 处拿不准。" if doubtful else "。")


def _counted(items: Sequence[ReceiptItem]) -> str:
    """How many places; blanks before paragraphs, which may be as many as these, by themselves."""
    indents = len([item for item in items if item.kind == "indent"])
    places = [f"{len(items) - indents} 处"] if indents < len(items) else []
    return "和 ".join([*places, *[f"{indents} 段的段首空格"] * bool(indents)])


def looks_messy(text: str) -> bool:
    """Whether a pasted text has anything in it that is not a speech."""
    return bool(removals(tidy(manuscript_of(text)).sure))


def removals(items: Sequence[ReceiptItem]) -> list[ReceiptItem]:
    """The items that take words out (joined lines and dropped spaces are not told first)."""
    return [item for item in items if item.before.strip() and not item.after.strip()]
