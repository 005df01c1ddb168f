"""Which objects of a file its pages draw: what is not known to be drawn is not called drawn."""

from editor.editions.carried_layout.undrawn import drawable, with_undrawn
from editor.editions.text_measure import FixedMeasure
from editor.files.docx_carried.carried_text import carried_text
from editor.manuscript.file_objects import FileObject, ObjectKind
from tests.files.made import opened
from tests.files.rich import footnote, formula, para, picture, rich, row, table


def marked(body: str, *more: FileObject, media: bytes = b"") -> list[tuple[str, bool]]:
    """The kinds of the objects of a file, ``more`` among them, and whether they are drawn."""
    file = opened(rich(body, notes=["注"], media=media))
    carried = drawable(carried_text(file, file.manuscript), FixedMeasure().draws)
    found = with_undrawn((*file.objects, *more), carried)
    return [(one.kind.value, not one.undrawn) for one in found]


def test_what_pages_draw_is_not_marked() -> None:
    body = para("甲", picture("r0", 20, 20), footnote(1), formula("1+1"))
    body += table((40,), row("乙")) + para('<w:r><w:br w:type="page"/></w:r>', "丙")
    assert all(drawn for _, drawn in marked(body)) and len(marked(body)) == 5


def test_a_picture_that_is_none_and_a_formula_without_a_line_are_marked() -> None:
    two = formula("<m:nary><m:e><m:r><m:t>x</m:t></m:r></m:e></m:nary>") + formula("1+1")
    found = marked(para("甲", picture("r0", 20, 20), two), media=b"no picture")
    assert sorted(found) == [("公式", False), ("公式", True), ("图片", False)]


def test_a_picture_of_a_header_is_marked_whatever_the_paragraph_has() -> None:
    header = FileObject(ObjectKind.PICTURE, "页眉", 0)
    found = marked(para("甲", picture("r0", 20, 20)), header)
    assert found == [("图片", True), ("图片", False)]


def test_kinds_that_pages_never_draw_are_left_to_the_table_of_fates() -> None:
    assert marked(para("甲"), FileObject(ObjectKind.COMMENT, "批注 李明", 0)) == [("批注", True)]
