"""Of a formula what is hidden is not printed, nor a structure that has nothing left."""

import pytest

from editor.files.docx.xml_tree import parse_xml
from editor.files.docx_carried.formula_line import line_of
from editor.files.docx_parts.concealed import Concealment
from editor.files.docx_parts.shown_formula import shown_formula
from tests.files.made import W

M = "http://schemas.openxmlformats.org/officeDocument/2006/math"


def run(text: str, look: str = "") -> str:
    return f"<m:r><w:rPr>{look}</w:rPr><m:t>{text}</m:t></m:r>"


def hidden(text: str) -> str:
    return run(text, "<w:vanish/>")


def line(inside: str) -> str | None:
    formula = f'<m:oMath xmlns:m="{M}" xmlns:w="{W}">{inside}</m:oMath>'
    shown = shown_formula(parse_xml(formula.encode(), "formula"), Concealment(None))
    said = None if shown is None else line_of(shown)
    return said.text if said else None


def squared(base: str, power: str) -> str:
    return f"<m:sSup><m:e>{base}</m:e><m:sup>{power}</m:sup></m:sSup>"


@pytest.mark.parametrize(
    ("inside", "said"),
    [
        (run("x=5") + hidden("（待核）"), "x=5"),
        (hidden("x=5"), None),
        (run("y=") + squared(hidden("a"), hidden("2")), "y="),
        (squared(squared(hidden("a"), hidden("2")), hidden("3")) + run("b"), "b"),
        (run("x", "<w:vanish w:val='0'/>"), "x"),
        (f"<m:ctrlPr><w:rPr><w:vanish/></w:rPr></m:ctrlPr>{run('x')}", "x"),
    ],
)
def test_the_line_says_what_is_printed(inside: str, said: str | None) -> None:
    assert line(inside) == said
