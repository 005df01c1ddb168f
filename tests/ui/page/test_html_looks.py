"""Looks from other programs' HTML: an office says what its writer wanted, the web does not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.manuscript.marks import (
    BOLD,
    COLOUR,
    DOTTED,
    FACE,
    HIGHLIGHT,
    ITALIC,
    LINK,
    LOWERED,
    RAISED,
    RUBY,
    SIZE,
    STRIKE,
    UNDERLINE,
    Mark,
    at,
)  # fmt: skip
from editor.manuscript.paragraph import Paragraph
from editor.ui.page.html.html_looks import LONGEST, read_html, with_looks
from editor.ui.page.html.html_words import html_of

WORD = (
    '<html xmlns:w="urn:schemas-microsoft-com:office:word"><head><style>p{color:red}</style>'
    "<!--[if gte mso 9]><xml>甲</xml><![endif]--></head><body>%s</body></html>"
)


def word(body: str) -> list[tuple[str, dict[str, str]]]:
    return told(WORD % body)


def told(html: str) -> list[tuple[str, dict[str, str]]]:
    """Each letter of the HTML that looks like anything, with how it looks."""
    found = read_html(html)
    looks = [(char, dict(at(found.marks, n))) for n, char in enumerate(found.text)]
    return [(char, look) for char, look in looks if look]


@pytest.mark.parametrize(
    ("body", "look"),
    [
        ("<b>甲</b>", {BOLD: ""}),
        ("<strong><em>甲</em></strong>", {BOLD: "", ITALIC: ""}),
        ("<span style='font-weight:700'>甲</span>", {BOLD: ""}),
        ("<u style='text-underline:double'>甲</u>", {UNDERLINE: "double"}),
        ("<u>甲</u>", {UNDERLINE: "single"}),
        ("<span style='text-decoration:line-through'>甲</span>", {STRIKE: ""}),
        ("<sup>甲</sup>", {RAISED: ""}),
        ("<span style='vertical-align:sub'>甲</span>", {LOWERED: ""}),
        ("<span style='text-emphasis:dot'>甲</span>", {DOTTED: ""}),
        ("<span style='font-size:16.0pt;font-family:仿宋_GB2312'>甲</span>",
         {SIZE: "32", FACE: "仿宋_GB2312"}),
        ('<span lang=EN-US style="font-family:&quot;KaiTi&quot;,serif">甲</span>', {FACE: "KaiTi"}),
        ("<span style='color:red;background:yellow;mso-highlight:yellow'>甲</span>",
         {COLOUR: "FF0000", HIGHLIGHT: "yellow"}),
        ("<span style='background:lime;mso-highlight:lime'>甲</span>", {HIGHLIGHT: "green"}),
        ('<span style="color:rgb(0, 112, 192)">甲</span>', {COLOUR: "0070C0"}),
        ('<a href="https://example.org/?a=1&amp;b">甲</a>', {LINK: "https://example.org/?a=1&b"}),
        ("<ruby>甲<rt><b>j</b><i>iǎ</i></ruby>丙", {RUBY: "jiǎ"}),
        ("<ruby><rb>甲</rb><rp>(</rp><rt>jiǎ</rt><rp>)</rp></ruby>", {RUBY: "jiǎ"}),
    ],
)  # fmt: skip
def test_what_word_says_of_a_letter_is_a_mark_on_it(body: str, look: dict[str, str]) -> None:
    assert word(f"<p class=MsoNormal>乙{body}丙</p>") == [("甲", look)]


@pytest.mark.parametrize(
    "body",
    [
        "<p class=MsoNormal>甲</p>",
        "<b style='font-weight:normal'>甲</b>",
        "<span style='color:windowtext'>甲</span>",
        "<span style='color:black;background:white'>甲</span>",
        "<span style='font-family:\"Times New Roman\"'>甲</span>",
        "<span style='font-family:宋体;mso-fareast-theme-font:minor-fareast'>甲</span>",
        "<span style='vertical-align:baseline'>甲</span>",
        "<a href='javascript:x()'>甲</a>",
        "<a name='_Toc1'>甲</a>",
        "<b><!-- 空 --></b>甲<i></i>",
    ],
)
def test_what_says_nothing_of_a_letter_leaves_it_plain(body: str) -> None:
    assert not word(body)


def test_a_web_page_gives_emphasis_and_nothing_of_its_template() -> None:
    page = (
        '<div style="color:#333;font-size:18px;font-family:微软雅黑;background:#ff0">'
        "<strong>甲</strong><a href='https://example.org'>乙</a><mark>丙</mark></div>"
    )
    assert told(page) == [("甲", {BOLD: ""})]


def test_letters_not_shown_are_not_read() -> None:
    assert read_html("<b>甲<span style='display:none'>网站</span>乙</b>").text == "甲乙"


def test_words_blanks_and_breaks_are_those_of_the_plain_text() -> None:
    html = "<p>一、<b>总体\r\n 要求</b></p><p>另一段</p><p><i>末段</i></p>"
    marks = with_looks(["一、总体　要求", "不在其中", "末 段"], html)
    assert marks == [(Mark(2, 7, BOLD),), (), (Mark(0, 3, ITALIC),)]


@pytest.mark.parametrize(
    "html", ["<b", "<b>甲", "</b></p>", "<<<<b>>", "<ruby><rt>", "<!--", "<b <i>"]
)
def test_broken_html_is_read_as_far_as_it_goes(html: str) -> None:
    assert len(with_looks(["甲"], html)) == 1


@pytest.mark.parametrize(
    "piece", ["<b>", "<", "<!--", "<b style='a", "<rt>", "&amp", "<ruby><rt>甲"]
)
def test_html_meant_to_hold_the_window_is_read_at_once(piece: str) -> None:
    many = piece * 20_000
    assert len(with_looks(["甲" * 1000], many)) == 1
    assert with_looks(["甲"], "<b>甲</b>" + " " * LONGEST) == [()]


LOOKS = st.sampled_from([
    (BOLD, ""), (ITALIC, ""), (UNDERLINE, "single"), (STRIKE, ""), (RAISED, ""), (DOTTED, ""),
    (FACE, "楷体"), (SIZE, "32"), (SIZE, "21"), (COLOUR, "C00000"), (HIGHLIGHT, "darkCyan"),
    (LINK, "https://example.org/甲?a&b"), (RUBY, "zì<"),
])  # fmt: skip


@given(st.lists(st.tuples(st.integers(0, 5), st.integers(1, 6), LOOKS), min_size=1, max_size=4))
def test_what_we_give_to_other_programs_says_what_the_marks_say(rows: list) -> None:
    one_each = {look[0]: Mark(min(a, b - 1), b, *look) for a, b, look in rows}
    text = "甲<乙>&丙"
    marks = tuple(sorted(one_each.values()))
    found = read_html(html_of([Paragraph(text, marks=marks)]))
    assert found.text == text
    ruby = RUBY in one_each  # every ruby is one of its own letters
    kinds = [
        {(m.kind, m.value) for m in ms if not ruby or m.kind != RUBY} for ms in (found.marks, marks)
    ]
    assert kinds[0] == kinds[1]
    for n in range(len(text)):
        assert at(found.marks, n) == at(marks, n)


def test_plain_words_are_no_html() -> None:
    assert (
        html_of(
            [Paragraph("甲", 3, style="heading1"), Paragraph("乙", marks=(Mark(0, 1, "run", "3"),))]
        )
        == ""
    )
