"""Lines over, under and around paragraphs are in the Word final, as under a red head."""

import pytest

from tests.files.docx_final.rich_file import BOX, final, rich
from tests.files.made import p, part
from tests.files.word_objects import par, run

LINE = '<w:pBdr><w:bottom w:val="single" w:sz="24" w:space="1" w:color="FF0000"/></w:pBdr>'
NONE = '<w:pBdr><w:bottom w:val="nil"/></w:pBdr>'
STYLES = f'<w:style w:type="paragraph" w:styleId="L"><w:pPr>{LINE}</w:pPr></w:style>'


def lined(words: str, properties: str = LINE) -> str:
    return par(f"<w:pPr>{properties}</w:pPr>", run(words))


def made(body: str) -> str:
    return part(final(rich(body + p("末"), styles=STYLES)).data)


@pytest.mark.parametrize(
    "body",
    [
        lined("文件头"),
        p("在工会动员会上的讲话") + lined("同志们："),
        lined("按样式", '<w:pStyle w:val="L"/>'),
        p("前") + f"<w:p><w:pPr>{LINE}</w:pPr></w:p>",
        f"<w:tbl><w:tr><w:tc>{lined('格')}</w:tc></w:tr></w:tbl>",
        par(run("框"), f"<w:r>{BOX.format(lined('框里'))}</w:r>"),
    ],
)
def test_a_line_is_carried_with_its_colour(body: str) -> None:
    # A box stands in the file in two forms, each with its line.
    assert made(body).count(LINE) == max(1, body.count(LINE))


@pytest.mark.parametrize(
    "body",
    [
        p("没有线"),
        lined("自己说没有", f'<w:pStyle w:val="L"/>{NONE}'),
        par(f"<w:pPr>{LINE}</w:pPr>", run("藏", "<w:vanish/>")),
    ],
)
def test_where_no_line_is_seen_none_is_drawn(body: str) -> None:
    assert "<w:pBdr>" not in made(body)


@pytest.mark.parametrize(("look", "times"), [("<w:rPr><w:vanish/></w:rPr>", 0), ("", 2)])
def test_a_formula_by_itself_is_in_the_final_unless_it_is_hidden(look: str, times: int) -> None:
    math = f"<m:oMathPara><m:oMath><m:r>{look}<m:t>x=5</m:t></m:r></m:oMath></m:oMathPara>"
    cell = f"<w:tbl><w:tr><w:tc>{math}{p('格')}</w:tc></w:tr></w:tbl>"
    assert made(p("前") + math + p("中") + cell).count("x=5") == times


HIDING = (
    '<w:style w:type="paragraph" w:styleId="PH"><w:rPr><w:vanish/></w:rPr></w:style>'
    '<w:style w:type="character" w:styleId="CH"><w:rPr><w:vanish/></w:rPr></w:style>'
    '<w:style w:type="character" w:styleId="CO"><w:rPr><w:vanish w:val="0"/></w:rPr></w:style>'
)


@pytest.mark.parametrize(("style", "shown"), [("CH", True), ("CO", False), ("", False)])
def test_two_styles_that_hide_show_the_words_again(style: str, shown: bool) -> None:
    look = f'<w:rStyle w:val="{style}"/>' if style else ""
    line = par('<w:pPr><w:pStyle w:val="PH"/></w:pPr>', run("藏或现", look))
    data = final(rich(line + p("末"), styles=HIDING)).data
    assert ("藏或现" in part(data)) is shown
