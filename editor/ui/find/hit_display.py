"""What is seen of a search: marks on the page, the count in the bar, the list of sentences."""

from __future__ import annotations

from collections.abc import Sequence

from editor.manuscript.manuscript import Manuscript
from editor.manuscript.paragraph import Span
from editor.manuscript.search.finder import Hit
from editor.ui.find.find_bar import FindBar
from editor.ui.find.hit_search import HitSearch
from editor.ui.find.searched_stretch import SearchedStretch, spans_of
from editor.ui.page.page_view import PageView


class HitDisplay:
    """Shows what a search has; keeps what was replaced in sight until something else is asked."""

    def __init__(self, bar: FindBar, page: PageView, search: HitSearch) -> None:
        self._bar, self._page, self._search = bar, page, search
        self._replaced, self._left = "", 0  # what was replaced, and how many hits were there then
        self._round = ""  # said once, when the search has come round the end
        self.current: Hit | None = None
        self._of: Sequence[Hit] = ()
        self._spans: Sequence[Span] = ()  # of those, paragraph by paragraph

    def forget_news(self) -> None:
        """Something else is asked: what was replaced is no news any more."""
        self._replaced = self._round = ""

    def clear(self) -> None:
        """Nothing is marked."""
        self.forget_news()
        self.current, self._of, self._spans = None, (), ()
        self._page.show_hits(())

    def put_replaced(self, words: str) -> None:
        """So many were replaced."""
        self._replaced, self._left = words, len(self._search.hits)

    def put_round(self, hit: Hit, *, forward: bool) -> str:
        """The search has come round the end to a hit; what there is to say of it."""
        self._round = "从头接着找，" if forward else "从末尾接着找，"
        return f"{self._round}{self._place_of(hit)}。"

    def kind(self) -> str:
        """What is counted."""
        return "句" if self._bar.options.sentences.isChecked() else "处"

    def show(
        self, manuscript: Manuscript, current: Hit | None, stretch: SearchedStretch | None
    ) -> None:
        """Mark the hits, count them, list them."""
        tracked, hits = self._page.tracked, self._search.hits
        self.current = current
        if hits is not self._of:
            self._of = hits
            self._spans = [s for hit in hits for s in spans_of(tracked, hit.start, hit.end)]
        strong = [*spans_of(tracked, current.start, current.end)] if current else []
        searched = [*spans_of(tracked, *stretch.ends())] if stretch else []
        self._page.show_hits(self._spans, strong, searched)
        self._bar.tell(self._count(), self._search.trouble)
        self._list(manuscript)

    def _list(self, manuscript: Manuscript) -> None:
        listed, hits = self._bar.list, self._search.hits
        shown = self._bar.options.list_all.isChecked() and bool(hits)
        listed.setVisible(shown)
        if shown and not listed.lists(hits):
            listed.show_hits(manuscript, hits)
        if shown:
            listed.point_out(self.current)

    def _count(self) -> str:
        search, hits = self._search, self._search.hits
        if search.busy:
            return "正在查找…"
        if self._replaced and len(hits) != self._left:
            self._replaced = ""  # it was taken back
        if self._replaced or search.trouble or not self._bar.words.line.text():
            return self._replaced
        if not hits:
            return "没有找到"
        if self.current is None:
            return f"共 {len(hits)} {self.kind()}"
        return self._round + self._place_of(self.current)

    def _place_of(self, hit: Hit) -> str:
        hits, kind = self._search.hits, self.kind()
        return f"第 {hits.index(hit) + 1} {kind}，共 {len(hits)} {kind}"
