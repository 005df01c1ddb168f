"""Finding and replacing: the commands 查找, 替换, 下一处, 上一处, and what the bar asks for.

F3 works with the bar closed too: for the words that are selected, else for the last ones.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, QTimer

from editor.manuscript.search.finder import Hit, Stretch
from editor.ui.context import Context
from editor.ui.find.escape_key import EscapeKey
from editor.ui.find.find_bar import FindBar
from editor.ui.find.hit_display import HitDisplay
from editor.ui.find.hit_search import HitSearch, Wanted
from editor.ui.find.put_in_place import Replaced, put_in_place
from editor.ui.find.searched_stretch import SearchedStretch
from editor.ui.page.page_view import PageView

PAUSE_MS = 120  # after a key in the text, before it is searched again
LONGEST = 200  # code points of selected words that are taken as words to find


class FindCommands(QObject):
    """The bar of one text, what it has found, and where one is in it."""

    def __init__(self, context: Context, page: PageView) -> None:
        super().__init__(context.parent)
        self._controller, self._page = context.controller, page
        self._messages = context.messages
        self.bar = FindBar(context.settings)
        self._escape = EscapeKey(self.bar, self.close)
        self._search = HitSearch(self)
        self._stretch: SearchedStretch | None = None
        self._display = HitDisplay(self.bar, page, self._search)
        self._stale = True
        self._rest = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._join(context)

    def handlers(self) -> dict[str, Callable[[], object]]:
        """Command ids and what runs them."""
        return {
            "edit.find": lambda: self._open(replacing=False),
            "edit.replace": lambda: self._open(replacing=True),
            "edit.find_next": lambda: self._go(forward=True),
            "edit.find_previous": lambda: self._go(forward=False),
        }

    def close(self) -> None:
        """Hide the bar, unmark the hits and give the page the keys that the bar had."""
        if self.bar.isVisible():
            self._page.setFocus()
        self.bar.hide()
        self.bar.options.inside.setChecked(False)
        self._search.forget()
        self._stale = True
        self._display.clear()

    # -- the bar

    def _join(self, context: Context) -> None:
        bar, controller = self.bar, self._controller
        self._search.ended.connect(self._show)
        self._rest.timeout.connect(self._look)
        bar.words.line.textChanged.connect(self._ask_anew)
        bar.options.changed.connect(self._ask_anew)
        bar.options.inside.toggled.connect(self._bound)
        bar.options.list_all.toggled.connect(self._show)
        bar.on_asked.connect(lambda: self._go(forward=True))
        bar.back_asked.connect(lambda: self._go(forward=False))
        bar.replace_asked.connect(lambda: self._with_hits(self._replace_one))
        bar.replace_all_asked.connect(lambda: self._with_hits(self._replace_all))
        bar.close_asked.connect(self.close)
        bar.list.chosen.connect(controller.go_to)
        controller.edited.connect(self._text_changed)
        controller.selection_changed.connect(self._where)
        context.text.about_to_load.connect(lambda: bar.options.inside.setChecked(False))
        context.text.loaded.connect(self._text_changed)

    def _open(self, *, replacing: bool) -> None:
        start, end = self._controller.selection()
        if start.paragraph == end.paragraph or self._stretch is not None:
            self._take_selected()
        else:
            self.bar.options.inside.setChecked(True)
        self.bar.open(replacing=replacing)
        self._escape.listen()
        self._ask_anew()

    def _take_selected(self) -> None:
        """Selected words become the words to find, unless they are what was found."""
        chosen, bar = self._controller.selected_text(), self.bar
        if not chosen or "\n" in chosen or len(chosen) > LONGEST:
            return
        found = self._search.at(*self._controller.selection()) is not None
        if not found and chosen != bar.words.line.text():
            bar.options.mean_plainly()
            bar.words.line.setText(chosen.replace("^", "^^"))

    def _bound(self, on: bool) -> None:
        """Search only what is selected now, or everything again."""
        stretch = self._controller.selection()
        self._stretch = None
        if on and stretch[0] < stretch[1]:
            self._stretch = SearchedStretch(self._page.tracked, stretch)
        elif on:
            self.bar.options.inside.setChecked(False)
            self._messages.say("先选中一段文字，再勾“只在选中处”。")
        self._ask_anew()

    # -- searching

    def _ask_anew(self) -> None:
        """Other words or choices: what was replaced before is no news any more."""
        self._display.forget_news()
        self._stale = True
        if not self.bar.isHidden():
            self._look()

    def _text_changed(self) -> None:
        self._stale = True
        if not self.bar.isHidden():
            self._rest.start()

    def _look(self, then: Callable[[], object] | None = None) -> None:
        options = self.bar.options
        query = options.query(self.bar.words.line.text())
        inside: Stretch | None = self._stretch.ends() if self._stretch else None
        text = self._controller.manuscript()
        self._rest.stop()
        self._stale = False
        self._search.look(Wanted(text, query, inside, options.sentences.isChecked()), then)

    def _with_hits(self, act: Callable[[], object]) -> None:
        """Do something with the hits of the text as it is now."""
        self._display.forget_news()
        self.bar.words.remember()
        if self._stale or self._search.busy:
            self._look(act)
        else:
            act()

    # -- going there

    def _go(self, *, forward: bool) -> None:
        words = self.bar.words
        if self.bar.isHidden():
            self._take_selected()
            if not words.line.text():
                words.line.setText(words.last())
        if words.line.text():
            self._with_hits(lambda: self._step(forward=forward))
        elif self.bar.isHidden():
            self._open(replacing=False)

    def _step(self, *, forward: bool) -> None:
        hits = self._search.hits
        start, end = self._controller.selection()
        if not hits:
            none = f"没有找到“{self.bar.words.line.text()}”。"
            self._tell_closed(self._search.trouble or none)
            return
        if forward:
            here = self._search.at(start, end) is not None
            index = bisect_left(hits, (end if here else start,))
        else:
            index = bisect_left(hits, (start,)) - 1
        hit = hits[index % len(hits)]
        if not 0 <= index < len(hits):
            self._tell_closed(self._display.put_round(hit, forward=forward))
        show = self._controller.show if self.bar.is_worked_in() else self._controller.go_to
        show(hit.start, hit.end)
        self._show()

    def _tell_closed(self, words: str) -> None:
        if self.bar.isHidden():
            self._messages.say(words)

    # -- replacing

    def _replace_one(self) -> None:
        hit = self._search.at(*self._controller.selection())
        if hit is None:
            self._step(forward=True)
        elif self._put([hit]):
            self._look(lambda: self._step(forward=True))

    def _replace_all(self) -> None:
        if self._search.hits and (replaced := self._put(self._search.hits)):
            away = not self.bar.other.line.text()
            self._look()
            self._display.put_replaced(replaced.told(self._display.kind(), away=away))
        self._show()

    def _put(self, hits: Sequence[Hit]) -> Replaced | None:
        """Replace hits; None where nothing was done, and why is said."""
        query, other = self.bar.options.query(self.bar.words.line.text()), self.bar.other
        other.remember()
        replaced = put_in_place(self._controller, hits, query, other.line.text())
        if replaced.trouble:
            self._search.trouble = replaced.trouble
            self._show()
        elif not replaced.done and replaced.kept:
            self._messages.say("表格、文本框里不能拆段并段，这一处没有动。")
        return replaced if replaced.done else None

    # -- what is seen

    def _where(self) -> None:
        """The caret went elsewhere: which hit it is at, if any."""
        hit = None if self._stale else self._search.at(*self._controller.selection())
        if not self._stale and hit is not self._display.current:
            self._show()

    def _show(self) -> None:
        if not self.bar.isHidden():
            current = self._search.at(*self._controller.selection())
            self._display.show(self._controller.manuscript(), current, self._stretch)
