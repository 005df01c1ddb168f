"""The book of the help: every page is there, every link and key leads somewhere."""

from __future__ import annotations

import re

import pytest

from editor.ui.help.help_book import HELP, PICTURES, HelpBook, HelpPage, read_book
from editor.ui.help.made_pages import about_page, rules_page
from editor.ui.shell.command_table import BY_ID

MADE = {
    "keys": lambda: HelpPage("keys", "快捷键一览", "<p>F7</p>", html=True),
    "rules": rules_page,
    "about": about_page,
}


@pytest.fixture(scope="module")
def book() -> HelpBook:
    return read_book(lambda command: BY_ID[command].keys or BY_ID[command].menu, MADE)


def titles(book: HelpBook, words: str) -> list[str]:
    return [hit.page.name for hit in book.search(words)]


def test_every_file_of_a_page_stands_in_the_contents(book: HelpBook) -> None:
    files = {path.stem for path in (HELP / "pages").glob("*.md")}
    assert files == {page.name for page in book.pages} - set(MADE)
    assert all(page.title and page.words for page in book.pages if not page.html)


def test_links_and_pictures_lead_somewhere(book: HelpBook) -> None:
    names = {page.name for page in book.pages}
    for page in book.pages:
        assert set(re.findall(r"\(page:(\w+)\)", page.text)) <= names, page.name
        assert set(re.findall(r"\(do:([\w.]+)\)", page.text)) <= BY_ID.keys(), page.name
        for picture in re.findall(r"!\[[^\]]+\]\(([^)]+)\)", page.text):
            assert (PICTURES / picture).is_file(), (page.name, picture)
        assert page.html or "{{" not in page.text


@pytest.mark.parametrize(
    ("asked", "page"),
    [("断电", "files"), ("页码", "tidy"), ("序号", "outline"), ("输入法", "input"),
     ("拼音 收", "phrases"), ("第3稿", "versions"), ("搜狗", "input"), ("通配符", "find")],
)  # fmt: skip
def test_what_a_writer_asks_for_is_found_first(book: HelpBook, asked: str, page: str) -> None:
    assert titles(book, asked)[0] == page


def test_what_is_nowhere_is_not_found_and_nothing_asked_is_nothing(book: HelpBook) -> None:
    assert titles(book, "量子纠缠") == titles(book, "  ") == []
    assert titles(book, "断电 量子纠缠") == []


def test_a_hit_in_the_text_shows_the_words_around_it(book: HelpBook) -> None:
    [hit] = [hit for hit in book.search("U 盘") if hit.page.name == "files"]
    assert "U 盘拔了" in hit.excerpt


def test_keys_are_told_as_they_are_now() -> None:
    own = read_book(lambda command: "Ctrl+J" if command == "check.all" else "", MADE)
    assert "Ctrl+J 检查全文" in own.page("check").text
