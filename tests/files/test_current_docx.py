"""The file as it would be saved now shows the text, and each paragraph is found in it."""

from hypothesis import given, settings
from hypothesis import strategies as st

from editor.files.current_docx import current_docx
from editor.files.docx.body import body_of
from editor.files.docx.open_docx import read_source
from editor.files.docx.xml_tree import local_name, parse_xml
from editor.files.docx_patch.paragraph_patch import storable
from editor.files.opened import Opened
from editor.manuscript.edits import Edit, Move, Replace, Splice, apply
from editor.manuscript.manuscript import Manuscript, manuscript_of
from editor.manuscript.paragraph import Position
from tests.files.docx_patch.test_docx_edits import BODIES, replacements
from tests.files.made import docx, opened, p, part

PICTURE = "<w:p><w:r><w:drawing/></w:r></w:p>"


def edited(data: st.DataObject, text: Manuscript) -> Manuscript:
    """The text after one to four edits of any sort, wherever they are allowed."""
    for _ in range(data.draw(st.integers(1, 4))):
        count = len(text.paragraphs)
        a, b = sorted([data.draw(st.integers(0, count)), data.draw(st.integers(0, count))])
        edits: list[Edit] = [replacements(data, text)]
        if b - a < count and not any(one.frame for one in text.paragraphs):
            edits += [Splice(a, b, ()), Move(a, b, data.draw(st.sampled_from([0, a, b, count])))]
        at = data.draw(st.integers(0, count - 1))
        place = Position(at, data.draw(st.integers(0, len(text.paragraphs[at].text))))
        if not text.paragraphs[at].frame:
            edits.append(Replace(place, place, "\n"))
        text = apply(text, data.draw(st.sampled_from(edits)))
    return text


def words_at(data: bytes, row: int) -> str:
    """The words of one w:p, by its number."""
    return next(one.text for one in read_source(data).shown if one.key == row)


@settings(max_examples=200)
@given(BODIES, st.data())
def test_every_paragraph_with_words_is_found_with_its_words(body: str, data: st.DataObject) -> None:
    file = opened(docx(body))
    text = edited(data, file.manuscript)
    now = current_docx(file, text)
    assert now is not None and len(now.rows) == len(text.paragraphs)
    found = [row for row in now.rows if row]
    assert len(set(found)) == len(found) and found == sorted(found)
    for one, row in zip(text.paragraphs, now.rows, strict=True):
        if storable(one.text):
            assert words_at(now.data, row) == storable(one.text)


@given(BODIES)
def test_an_unchanged_text_is_the_file_itself(body: str) -> None:
    file = opened(docx(body))
    now = current_docx(file, file.manuscript)
    assert now is not None and now.data == docx(body)
    assert [row for row in now.rows if row] == [one.key for one in file.manuscript.paragraphs]


def test_a_paragraph_that_was_emptied_and_could_not_go_is_passed_over() -> None:
    file = opened(docx(p("前") + "<w:p><w:r><w:t>图</w:t><w:drawing/></w:r></w:p>" + p("后")))
    now = current_docx(file, apply(file.manuscript, Splice(1, 2, ())))
    assert now is not None and now.rows == (1, 3)


def test_a_picture_without_words_keeps_its_row_among_empty_paragraphs() -> None:
    file = opened(docx(p("前") + "<w:p/>" + PICTURE + "<w:p/>" + p("后")))
    now = current_docx(file, apply(file.manuscript, Move(2, 3, 1)))
    assert now is not None and now.rows == (1, 2, 3, 4, 5)
    body = body_of(parse_xml(part(now.data).encode(), "document.xml"))
    rows = [one for one in body.iter() if local_name(one.tag) == "p"]
    assert rows[now.rows[1] - 1].find(".//{*}drawing") is not None


def test_other_texts_have_no_file_to_look_at() -> None:
    text = manuscript_of("同志们：\n开会。")
    assert current_docx(Opened(None, text, "txt"), text) is None
