"""The help as a book: groups of pages, and what a search finds in them. No Qt.

A page is a Markdown text: its first line the title, then a comment with the words by which it
is looked for too. ``{{command}}`` stands for the keys of a command, or for its place in the menus.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final, cast

from editor.data_files.problem import problem_in
from editor.data_files.toml_data import toml_of

HELP: Final = Path(__file__).resolve().parents[3] / "resources" / "help"
PICTURES: Final = HELP / "pictures"
_WORDS = re.compile(r"<!-- 词：(.*?) -->\n?")
_KEYS = re.compile(r"\{\{([a-z_.0-9]+)\}\}")
_PLAIN = re.compile(
    r"(?m)^\s*(?:[-+>]|\d+\.)\s+|\|[-: |]+\||\||"
    r"!\[[^\]]*\]\([^)]*\)|\]\([^)]*\)|[#*`\[\]]|<[^>]+>|&nbsp;"
)
_BEFORE: Final = 5  # characters shown before what was found, so that it is seen in a narrow row
_BEHIND: Final = 24


@dataclass(frozen=True, slots=True)
class HelpPage:
    """One page: ``text`` is Markdown, or HTML where ``html``; ``words`` find it too."""

    name: str
    title: str
    text: str
    words: tuple[str, ...] = ()
    html: bool = False

    @property
    def plain(self) -> str:
        """Its words without marks of Markdown or HTML."""
        return " ".join(_PLAIN.sub(" ", self.text).split())


@dataclass(frozen=True, slots=True)
class PageHit:
    """A page that a search found, and the words around the first place, '' for its title."""

    page: HelpPage
    excerpt: str


@dataclass(frozen=True, slots=True)
class HelpBook:
    """The groups of pages, in order."""

    groups: tuple[tuple[str, tuple[HelpPage, ...]], ...]

    @property
    def pages(self) -> tuple[HelpPage, ...]:
        """All pages, in order."""
        return tuple(page for _, pages in self.groups for page in pages)

    def page(self, name: str) -> HelpPage:
        """A page by its name; the first one for a name that there is not."""
        return next((page for page in self.pages if page.name == name), self.pages[0])

    def search(self, words: str) -> tuple[PageHit, ...]:
        """Pages that have all these words: those named so first, then those that tell of them."""
        wanted = words.casefold().split()
        if not wanted:
            return ()
        ranked: list[tuple[int, int, PageHit]] = []
        for place, page in enumerate(self.pages):
            ranks = [_rank(page, word) for word in wanted]
            if min(ranks) > 0:
                ranked.append(
                    (-sum(ranks), place, PageHit(page, _excerpt(page, (words.strip(), *wanted))))
                )
        return tuple(hit for _, _, hit in sorted(ranked, key=lambda row: row[:2]))


def read_book(tell: Callable[[str], str], made: Mapping[str, Callable[[], HelpPage]]) -> HelpBook:
    """The bundled book. ``tell``: the words for a command's keys; ``made``: pages by name.

    Where its contents are damaged all pages that there are stand in one group; in place of a
    page that cannot be read stands one that says so.
    """
    try:
        contents = toml_of((HELP / "contents.toml").read_bytes())
        rows = cast("Sequence[Mapping[str, object]]", contents["group"])
        groups = [(str(row["title"]), list(cast("Sequence[str]", row["pages"]))) for row in rows]
    except (OSError, ValueError, LookupError, TypeError):
        found = sorted([page.stem for page in (HELP / "pages").glob("*.md")])
        groups = [("使用说明", [*found, *made])]
    return HelpBook(
        tuple([(title, tuple([_page(n, tell, made) for n in names])) for title, names in groups])
    )


def _page(
    name: str, tell: Callable[[str], str], made: Mapping[str, Callable[[], HelpPage]]
) -> HelpPage:
    if name in made:
        return made[name]()
    file = HELP / "pages" / f"{name}.md"
    try:
        text = file.read_text("utf-8")
    except (OSError, UnicodeError) as error:
        return HelpPage(name, f"{name}（缺）", f"# {name}（缺）\n\n{problem_in(file, error)}")
    found = _WORDS.search(text)
    words = tuple(found[1].split()) if found else ()
    title = text.partition("\n")[0].lstrip("# ")
    return HelpPage(name, title, _KEYS.sub(lambda m: tell(m[1]), _WORDS.sub("", text)), words)


def _rank(page: HelpPage, word: str) -> int:
    if word in page.title.casefold():
        return 4
    if any(word in known.casefold() or known.casefold() in word for known in page.words):
        return 3
    return int(word in page.plain.casefold())


def _excerpt(page: HelpPage, wanted: Sequence[str]) -> str:
    """The words around what was asked for: all of it, or its rarest word; '' for the title."""
    text = page.plain
    low = text.casefold()[len(page.title) + 1 :]
    there = [word.casefold() for word in wanted if word.casefold() in low]
    if not there:
        return ""
    word = there[0] if there[0] == wanted[0].casefold() else min(there, key=low.count)
    at = low.index(word) + len(page.title) + 1
    start, end = max(0, at - _BEFORE), at + len(word) + _BEHIND
    return ("…" if start else "") + text[start:end] + ("…" if end < len(text) else "")
