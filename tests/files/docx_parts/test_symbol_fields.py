"""A SYMBOL field's sign is in the Word final, and told where another output would lose it."""

import re

import pytest

from editor.checks.report.fates import Output, outcome_of
from editor.files.docx_parts.symbol_fields import sign_of
from editor.manuscript.file_objects import ObjectKind
from tests.files.docx_final.rich_file import final, rich
from tests.files.made import docx, opened, p, part
from tests.files.word_objects import field, par, run


@pytest.mark.parametrize(
    ("code", "named"),
    [
        (r"SYMBOL 252 \f Wingdings", "Wingdings 252"),
        (r' symbol 0xFC \f "Wingdings 2" \s 12', "Wingdings 2 252"),
        (r"SYMBOL 61692 \f Wingdings", "Wingdings 252"),
        (r'SYMBOL 163 \f "Times New Roman"', "£"),
        (r"SYMBOL 0x20AC \u", "€"),
        ("SYMBOL 128", "€"),
        ("SYMBOL 55296 \\u", None),
        ("SYMBOL 9999999", None),
        ("SYMBOL x", None),
        ("SYMBOLS 3", None),
        ("DATE", None),
    ],
)
def test_a_code_names_a_sign_or_none(code: str, named: str | None) -> None:
    sign = sign_of(code)
    assert (sign.named() if sign else None) == named


BARE = field(r"SYMBOL 252 \f Wingdings", "")
LETTER = field(r"SYMBOL 252 \f Wingdings", "ü")
SIMPLE = rf'<w:fldSimple w:instr="SYMBOL 252 \f Wingdings">{run("ü")}</w:fldSimple>'


@pytest.mark.parametrize("sign", [BARE, LETTER, SIMPLE])
def test_the_sign_is_in_the_word_final_once_and_told(sign: str) -> None:
    body = par(run("完成"), sign, run("了"))
    made = re.sub("<w:rPr>.*?</w:rPr>", "", part(final(rich(body + p("末"))).data))
    assert made.count('<w:sym w:font="Wingdings" w:char="F0FC"/>') == 1 and "ü" not in made
    assert made.index("完成") < made.index("F0FC") < made.index("了")
    assert [one.kind for one in opened(docx(body)).objects] == [ObjectKind.SIGN]
    assert outcome_of(ObjectKind.SIGN, Output.TEXT).holds


def test_a_result_that_says_the_sign_stays_as_it_is() -> None:
    body = par(field(r"SYMBOL 0x20AC \u", "€"), run("一百"))
    assert opened(docx(body)).objects == ()
    assert part(final(rich(body + p("末"))).data).count("€") == 1
