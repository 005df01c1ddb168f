"""Notes at the foot of their page and at the end of the text."""

from tests.editions.carried_layout.paged import paged, within, words
from tests.files.rich import (
    endnote,
    footnote,
    para,
)


def test_notes_stand_at_the_foot_of_the_page_that_refers_to_them() -> None:
    body = "".join(para("国" * 200, footnote(n), "民" * 90) for n in range(1, 9))
    pages = paged(body, *[f"第{n}条注" for n in range(1, 9)]).pages
    for page in pages:
        here = [line.text for line in page.lines if line.paragraph < 0 and line.text.isdigit()]
        notes = [line for line in page.lines if "条注" in line.text]
        assert len(notes) == len(here) and within(page)
        body_end = max(line.y for line in page.lines if line.paragraph >= 0)
        assert all(note.y > body_end for note in notes)


def test_notes_that_begin_anew_on_each_page_are_numbered_by_the_pages() -> None:
    anew = '<w:numFmt w:val="decimalEnclosedCircleChinese"/><w:numRestart w:val="eachPage"/>'
    section = f"<w:sectPr><w:footnotePr>{anew}</w:footnotePr></w:sectPr>"
    body = "".join(para("国" * 200, footnote(n)) for n in range(1, 9))
    pages = paged(body + para("末", properties=section), *["注"] * 8).pages
    for page in pages:
        signs = [c for line in page.lines for c in line.text if c in "①②③④⑤⑥⑦⑧"]
        count = len(signs) // 2  # in the text and at the foot
        assert "".join(sorted(signs)) == "".join(c * 2 for c in "①②③④⑤⑥⑦⑧"[:count])
    assert len(pages) > 2


def test_a_long_note_goes_on_at_the_foot_of_the_next_page() -> None:
    pages = paged(para("国" * 500, footnote(1), "民" * 300), "注" * 4000).pages
    assert sum(words(page).count("注") for page in pages) == 4000
    assert all(within(page) for page in pages) and words(pages[1]).count("注") > 1000
    assert all(any(line.paragraph == 0 for line in page.lines) for page in pages[:2])


def test_end_notes_stand_behind_the_last_words() -> None:
    pages = paged(para("甲", endnote(1)) + para("乙"), "尾注的话").pages
    assert words(pages[0]).endswith("尾注的话") and "乙" in words(pages[0])
