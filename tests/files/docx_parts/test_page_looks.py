"""Lines around pages and frames of the older sort are told: no final has them."""

import pytest

from tests.files.made import docx, opened, p
from tests.files.word_objects import par, run

LINES = '<w:pgBorders><w:top w:val="{}" w:sz="4"/></w:pgBorders>'


def told(body: str) -> list[str]:
    return [f"{o.kind.value}：{o.words}" for o in opened(docx(body)).objects]


def framed(words: str, look: str = 'w:hAnchor="page"') -> str:
    return par(f"<w:pPr><w:framePr {look}/></w:pPr>", run(words) if words else "")


def section(inside: str) -> str:
    return f"<w:sectPr>{inside}</w:sectPr>"


@pytest.mark.parametrize(
    ("body", "found"),
    [
        (framed("今", 'w:dropCap="drop" w:lines="3"') + p("天开会"), ["图文框：今"]),
        (framed("甲") + framed("乙") + p("后"), ["图文框：甲"]),
        (framed("甲") + p("中") + framed("乙"), ["图文框：甲", "图文框：乙"]),
        (p("前") + section(LINES.format("single")), ["页面边框："]),
        (p("前") + framed(""), []),
        (p("前") + section(LINES.format("none")), []),
        (p("前") + section(""), []),
    ],
)
def test_they_are_told_once_each(body: str, found: list[str]) -> None:
    assert told(body) == found
