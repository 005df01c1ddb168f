"""What a Word file has beside its words is read at the offsets of the manuscript."""

from editor.editions.carried import (
    Carried,
    CarriedNote,
    CarriedParagraph,
    CarriedPicture,
    CarriedTable,
    PageTurn,
    Placement,
    Undrawable,
)
from editor.files.docx_carried.carried_text import carried_text
from editor.manuscript.file_objects import ObjectKind
from editor.manuscript.manuscript import Manuscript
from editor.manuscript.marks import BOLD, HIDDEN, RUBY, STRIKE, Mark
from editor.manuscript.paragraph import Paragraph
from tests.files.made import opened
from tests.files.rich import (
    cell,
    endnote,
    footnote,
    para,
    picture,
    png,
    rich,
    row,
    ruby,
    run,
    table,
)

STYLES = (
    '<w:style w:type="paragraph" w:styleId="S"><w:name w:val="署名"/>'
    '<w:pPr><w:jc w:val="right"/><w:pageBreakBefore/></w:pPr>'
    "<w:rPr><w:vanish/></w:rPr></w:style>"
)


def carried(body: str, *notes: str, styles: str = "") -> Carried:
    file = opened(rich(body, notes=notes, styles=styles))
    return carried_text(file, file.manuscript)


def first(*inside: str, properties: str = "") -> CarriedParagraph:
    return carried(para(*inside, properties=properties)).paragraphs[0]


def test_plain_words_carry_nothing() -> None:
    assert carried(para("同志们：") + para("今天开会。")) == Carried({})


def test_looks_lie_on_the_letters_they_lie_on_in_the_file() -> None:
    look = first("原定", run("五月", "<w:strike/>"), "改为", run("六月", "<w:b/><w:vanish/>"))
    assert look.spans == (Mark(2, 4, STRIKE), Mark(6, 8, BOLD), Mark(6, 8, HIDDEN))


def test_what_stands_in_a_box_on_a_hidden_run_is_hidden() -> None:
    box = f"<w:txbxContent>{para('框里')}</w:txbxContent>"
    hidden = f"<w:r><w:rPr><w:vanish/></w:rPr><w:pict>{box}</w:pict></w:r>"
    assert carried(para("旁", hidden)).paragraphs[1].spans == (Mark(0, 2, HIDDEN),)


def test_two_words_read_alike_side_by_side_are_read_twice() -> None:
    look = first(ruby("谢", "xiè"), ruby("谢", "xiè"))
    assert look.spans == (Mark(0, 1, RUBY, "xiè"), Mark(1, 2, RUBY, "xiè"))


def test_alignment_page_and_hidden_words_may_come_from_the_style() -> None:
    look = carried(para("落款", properties='<w:pStyle w:val="S"/>'), styles=STYLES).paragraphs[0]
    assert (look.placement, look.turns) == (Placement.RIGHT, True)
    assert look.spans == (Mark(0, 2, HIDDEN),)


def test_what_the_paragraph_says_wins_over_its_style() -> None:
    own = '<w:pStyle w:val="S"/><w:jc w:val="both"/><w:pageBreakBefore w:val="0"/>'
    look = carried(para("落款", properties=own), styles=STYLES).paragraphs[0]
    assert (look.placement, look.turns) == (Placement.AS_EDITION, False)


def test_a_page_break_stands_where_it_stands_and_a_section_begins_a_page() -> None:
    broken = para("前", '<w:r><w:br w:type="page"/></w:r>', "后")
    ending = para("节末", properties="<w:sectPr/>")
    found = carried(broken + ending + para("新节")).paragraphs
    assert found[0].things == ((1, PageTurn()),) and found[2].turns and 1 not in found


def test_a_picture_has_its_bytes_and_its_size() -> None:
    look = first("图", picture("r0", 80, 60))
    assert look.things == ((1, CarriedPicture(png(), 80.0, 60.0)),)


def test_a_picture_that_is_cut_and_turned_says_so() -> None:
    look = first(picture("r0", 80, 60, cut='l="25000" b="10000"', turned=90))
    (_, thing), *_ = look.things
    assert isinstance(thing, CarriedPicture) and thing.crop == (0.25, 0.0, 0.0, 0.1)
    assert (thing.width, thing.height, thing.quarters) == (60.0, 80.0, 1)


def test_a_line_across_a_cell_is_a_line_of_the_cell() -> None:
    across = '<w:tcBorders><w:tl2br w:val="single" w:sz="8"/></w:tcBorders>'
    found = one_table(row(cell("项目", properties=across), "数"))
    assert [c.sides.falling for c in found.rows[0].cells] == [1.0, 0.0]


def test_a_relation_that_leads_nowhere_is_a_picture_that_is_named() -> None:
    assert first(picture("r77", 80, 60)).things == ((0, Undrawable(ObjectKind.PICTURE)),)


def test_notes_are_numbered_as_they_come_and_have_their_words() -> None:
    look = carried(para("甲", footnote(2), "乙", footnote(1), endnote(1)), "一", "二").paragraphs[0]
    notes = [thing for _, thing in look.things if isinstance(thing, CarriedNote)]
    assert [(n.number, n.paragraphs[0].text, n.last) for n in notes] == [
        ("1", "二", False),
        ("2", "一", False),
        ("i", "一", True),
    ]


def test_notes_take_the_form_and_the_start_of_their_section() -> None:
    form = '<w:numFmt w:val="decimalEnclosedCircleChinese"/><w:numStart w:val="3"/>'
    section = f"<w:sectPr><w:footnotePr>{form}</w:footnotePr></w:sectPr>"
    body = para("甲", footnote(1), properties=section)
    (_, note), *_ = carried(body + para("乙"), "一").paragraphs[0].things
    assert isinstance(note, CarriedNote) and note.number == "③"


def one_table(*rows: str, widths: tuple[float, ...] = (40, 60)) -> CarriedTable:
    (found,) = carried(para("表前") + table(widths, *rows) + para("表后")).tables
    return found


def test_a_table_knows_its_columns_and_the_paragraphs_of_its_cells() -> None:
    found = one_table(row("甲", "乙"), row("丙", cell("丁", "戊")))
    assert [round(width) for width in found.columns] == [40, 60]
    assert [[c.blocks for c in r.cells] for r in found.rows] == [[(1,), (2,)], [(3,), (4, 5)]]
    assert all(c.sides == (0.5, 0.5, 0.5, 0.5, 0, 0) for r in found.rows for c in r.cells)


def test_merged_cells_heads_and_missing_columns_are_told() -> None:
    tall, lower = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
    found = one_table(
        row("甲", "乙", properties="<w:tblHeader/>"),
        row(cell("丙", properties=tall), "丁"),
        row(cell("", properties=lower), "戊", properties=""),
        row(cell("己", properties='<w:gridSpan w:val="2"/>')),
        row("庚", properties='<w:gridBefore w:val="1"/>'),
    )
    assert [r.head for r in found.rows] == [True, False, False, False, False]
    assert [c.goes_on for r in found.rows[:3] for c in r.cells] == [False] * 4 + [True, False]
    assert found.rows[3].cells[0].span == 2 and found.rows[4].before == 1


def test_a_table_in_a_cell_stands_between_the_paragraphs_of_the_cell() -> None:
    inner = table((20,), row("内"))
    found = one_table(row(cell("前", inner, "后"), "右"))
    before, nested, after = found.rows[0].cells[0].blocks
    assert isinstance(nested, CarriedTable) and (before, after) == (1, 3)
    assert nested.paragraphs() == [2] and found.paragraphs() == [1, 2, 3, 4]


def test_after_an_edit_everything_stays_with_its_own_paragraph() -> None:
    file = opened(rich(para("甲") + para("乙", picture("r0", 20, 20)) + table((40,), row("丙"))))
    old = file.manuscript.paragraphs
    now = Manuscript(1, (Paragraph("新写的一段。"), *old))
    found = carried_text(file, now)
    assert list(found.paragraphs) == [2, 3] and found.tables[0].paragraphs() == [3]


def test_words_that_no_file_has_bring_the_looks_they_were_pasted_with() -> None:
    m = Manuscript(0, (Paragraph("粘来的字", marks=(Mark(0, 2, BOLD), Mark(0, 2, "run", "1"))),))
    assert carried_text(None, m).paragraphs == {0: CarriedParagraph(spans=(Mark(0, 2, BOLD),))}
