"""The commands on views of the outline: one section, headings only, parallels, two places."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from editor.manuscript.outline.sections import Section
from editor.manuscript.structure.structure_commands import Rename
from editor.ui.outline_views.scroll_anchor import scroll_to, top_cursor
from editor.ui.outline_views.section_focus import SectionFocus
from editor.ui.tree.outline_editor import quoted_title

if TYPE_CHECKING:
    from editor.ui.outline_views.headings_sheet import HeadingsSheet
    from editor.ui.outline_views.split_view import SplitView
    from editor.ui.shell.composition import Workshop

HEAD = 48  # px above the heading of a section in focus


class OutlineViewCommands:
    """What the menu 视图 does with the outline; windows are made when first asked for."""

    def __init__(self, shop: Workshop) -> None:
        self._shop = shop
        self._focus = SectionFocus(shop.window.page)
        self._focus.said.connect(shop.strip.say)
        self._focus.ended.connect(self._unfocused)
        self._sheet: HeadingsSheet | None = None
        self._split: SplitView | None = None
        shop.controller.analysis_changed.connect(self._refresh)

    def handlers(self) -> dict[str, Callable[[], object]]:
        """Command ids and what runs them."""
        return {
            "view.focus": self.focus,
            "view.headings": lambda: self.headings(0),
            "view.parallel": lambda: self.headings(1),
            "view.second": self.split,
        }

    def focus(self) -> None:
        """Only the section of the caret, or everything again."""
        if self._focus.on:
            self._focus.end()
            return
        sections = self._shop.outline.sections()
        if not sections:
            self._tick("view.focus", False)
            return
        self._focus.begin(sections[-1])
        self._tick("view.focus", True)
        self._to_top(sections[-1])
        self._shop.window.page.setFocus()
        self._shop.strip.say(f"只看{quoted_title(sections[-1])}，别处不会被改动。按 Esc 看全文。")

    def _unfocused(self) -> None:
        self._tick("view.focus", False)
        self._shop.strip.say("")

    def headings(self, level: int) -> None:
        """The sheet of headings, all or of one level."""
        from editor.ui.outline_views.headings_sheet import HeadingsSheet

        if self._sheet is None:
            self._sheet = HeadingsSheet(self._shop.window)
            self._sheet.renamed.connect(self._rename)
            self._sheet.go_asked.connect(self._go)
        self._shop.controller.refresh()
        self._sheet.open_at(level)
        self._sheet.show_analysis(self._shop.analysis())
        self._sheet.show()
        self._sheet.activateWindow()

    def split(self) -> None:
        """A second place beside the page, or none again."""
        from editor.ui.outline_views.split_view import SplitView

        splitter = self._shop.window.splitter
        self._keep_top_line()
        if self._split is not None:
            self._split.leave()
            self._split.hide()
            self._split.setParent(None)  # its room is the page's from now on, not from later on
            self._split.deleteLater()
            self._split = None
        else:
            self._split = SplitView(self._shop.controller)
            self._split.closed.connect(self.split)
            self._split.page.set_palette(self._shop.window.page.page_colours())
            self._split.page.set_zoom(self._shop.window.page.zoom())
            splitter.insertWidget(2, self._split)
            splitter.setStretchFactor(2, 1)
            self._share(splitter.sizes())
            self._split.show_place(self._shop.controller.caret())
        self._tick("view.second", self._split is not None)

    def _keep_top_line(self) -> None:
        """The page gets another width: what stands at its top stays, once the lines are set."""
        page = self._shop.window.page
        top = top_cursor(page)
        ahead = page.cursorRect(top).top()
        self._shop.window.later(lambda: scroll_to(page, top, ahead))

    def _to_top(self, section: Section) -> None:
        page = self._shop.window.page
        cursor = page.textCursor()
        cursor.setPosition(page.live.flat(section.start))
        bar = page.verticalScrollBar()
        bar.setValue(bar.value() + page.cursorRect(cursor).top() - HEAD)

    def _share(self, sizes: list[int]) -> None:
        room = sizes[1] + sizes[2]
        self._shop.window.splitter.setSizes([sizes[0], room // 2, room - room // 2, *sizes[3:]])

    def _rename(self, section: Section, words: str) -> None:
        self._shop.outline.editor.apply(Rename(section, words))
        self._shop.controller.refresh()  # the sheet shows the analysis

    def _go(self, section: Section) -> None:
        cursor = self._shop.window.page.textCursor()
        cursor.setPosition(self._shop.window.page.live.flat(section.start))
        self._shop.window.page.show_cursor(cursor)

    def _refresh(self, analysis: object) -> None:
        if self._sheet is not None and self._sheet.isVisible():
            self._sheet.show_analysis(analysis)  # type: ignore[arg-type]

    def _tick(self, name: str, on: bool) -> None:
        self._shop.window.actions_.tick(name, on)
