"""A formula stands in a line only where the line says exactly the same."""

import pytest

from editor.files.docx.xml_tree import parse_xml
from editor.files.docx_carried.formula_line import line_of

M = 'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'


def r(text: str) -> str:
    return f"<m:r><m:t>{text}</m:t></m:r>"


def e(inside: str) -> str:
    return f"<m:e>{inside}</m:e>"


def fraction(above: str, below: str) -> str:
    return f"<m:f><m:num>{r(above)}</m:num><m:den>{r(below)}</m:den></m:f>"


def power(base: str, above: str) -> str:
    return f"<m:sSup>{e(base)}<m:sup>{r(above)}</m:sup></m:sSup>"


def brackets(inside: str) -> str:
    return f"<m:d>{e(inside)}</m:d>"


def root(inside: str) -> str:
    return f"<m:rad><m:deg/>{e(r(inside))}</m:rad>"


def read(inside: str) -> str | None:
    """The words of a formula with ^ before what is raised; None where it has no line."""
    line = line_of(parse_xml(f"<m:oMath {M}>{inside}</m:oMath>".encode(), "公式"))
    if line is None:
        return None
    raised = {mark.start for mark in line.spans}
    return "".join(("^" if at in raised else "") + c for at, c in enumerate(line.text))


@pytest.mark.parametrize(
    ("inside", "line"),
    [
        (r("12.5%"), "12.5%"),
        (r("3+4=7"), "3+4=7"),
        (r("S=") + r("a×b"), "S=a×b"),
        (power(r("x"), "2"), "x^2"),
        (power(r("10"), "8") + r("元"), "10^8元"),
        (power(brackets(r("a+b")), "2"), "(a+b)^2"),
        (fraction("1", "3"), "1/3"),
        (r("p=") + fraction("1", "2"), "p=1/2"),
        (brackets(r("1+5%")) + r("×100"), "(1+5%)×100"),
        (r("d=") + root("2"), "d=√2"),
    ],
)
def test_what_a_line_says_exactly_is_a_line(inside: str, line: str) -> None:
    assert read(inside) == line


@pytest.mark.parametrize(
    "inside",
    [
        fraction("a+b", "2"),
        r("2") + fraction("1", "2"),  # two and a half, not twenty-one halves
        fraction("1", "2") + r("x"),
        root("a+b"),
        root("2") + r("x"),
        f"<m:nary>{e(r('x'))}</m:nary>",
        f"<m:m><m:mr>{e(r('1'))}{e(r('2'))}</m:mr></m:m>",
        f"<m:acc>{e(r('x'))}</m:acc>",
        power(r("ab"), "2"),
        power(power(r("x"), "2"), "3"),
        f"<m:limLow>{e(r('lim'))}<m:lim>{r('n')}</m:lim></m:limLow>",
        f"<m:eqArr>{e(r('x=1'))}{e(r('y=2'))}</m:eqArr>",
    ],
)
def test_what_a_line_cannot_say_is_refused(inside: str) -> None:
    assert read(inside) is None
