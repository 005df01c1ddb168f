"""A paragraph and the text boxes in it, both glued at once: letters between, in and out of them."""

from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from editor.files.opened import Opened
from editor.manuscript.edits import Edit, Replace, apply, apply_all
from editor.manuscript.manuscript import Manuscript
from editor.manuscript.marked_text import marked_between, put_words
from editor.manuscript.paragraph import Position
from tests.files.made import docx, opened, p, saved, texts


def box(*inside: str) -> str:
    """A run that holds a text box."""
    content = f"<w:txbxContent>{''.join(inside)}</w:txbxContent>"
    return f"<w:r><w:pict><v:shape><v:textbox>{content}</v:textbox></v:shape></w:pict></w:r>"


def bold(text: str) -> str:
    return f"<w:r><w:rPr><w:b/></w:rPr><w:t>{text}</w:t></w:r>"


DEEP = f"<w:p>{bold('深')}{box(p('最里'))}</w:p>"
BODY = f"<w:p>{bold('甲乙')}{box(p('框一'), DEEP)}<w:r><w:t>丙丁</w:t></w:r></w:p>" + p("戊己")


def moved(file: Opened, *steps: tuple[int, int, int, int, int]) -> tuple[Edit, ...]:
    """Words ``[start, end)`` of one paragraph into another at a place, with their marks."""
    m, edits = file.manuscript, list[Edit]()
    for line, start, end, other, at in steps:
        words = marked_between(m, Position(line, start), Position(line, end))
        edits.append(put_words(Position(other, at), Position(other, at), words))
        m = apply(m, edits[-1])
    return tuple(edits)


def kept(file: Opened, after: Manuscript, folder: Path) -> None:
    data, notes = saved(file, list(after.paragraphs), folder)
    assert sorted(texts(opened(data))) == sorted(p.text for p in after.paragraphs) and not notes


def test_words_of_elsewhere_in_a_paragraph_and_in_its_box(tmp_path: Path) -> None:
    file = opened(docx(BODY))
    assert texts(file) == ["甲乙丙丁", "框一", "深", "最里", "戊己"]
    kept(file, apply_all(file.manuscript, moved(file, (4, 0, 1, 0, 1), (4, 0, 1, 1, 1))), tmp_path)


LINES = st.integers(0, 4)
STEPS = st.tuples(LINES, st.integers(0, 1), st.just(2), LINES, st.integers(0, 1))


@settings(max_examples=60)
@given(st.lists(STEPS, max_size=5), st.booleans())
def test_whatever_goes_between_them_the_file_shows_it(tmp_path_factory, steps, split) -> None:
    file = opened(docx(BODY))
    after = apply_all(file.manuscript, moved(file, *steps))
    place = Position(0, 1)
    after = apply(after, Replace(place, place, "\n")) if split else after
    kept(file, after, tmp_path_factory.mktemp("box"))


def test_a_box_stays_in_its_cell_when_the_first_words_go_to_another(tmp_path: Path) -> None:
    cell = "<w:tc>{}</w:tc>".format
    one = cell(f"<w:p>{box(p('框里'))}{bold('甲')}<w:r><w:t>乙</w:t></w:r></w:p>")
    file = opened(docx(f"<w:tbl><w:tr>{one}{cell(p('丙'))}</w:tr></w:tbl>" + p("尾")))
    out, into = removed(0, 0, 1), moved(file, (0, 0, 1, 2, 1))[0]
    after = apply_all(file.manuscript, (into, out))
    assert [q.text for q in after.paragraphs] == ["乙", "框里", "丙甲", "尾"]
    kept(file, after, tmp_path)


def removed(line: int, start: int, end: int) -> Edit:
    return Replace(Position(line, start), Position(line, end), "")


def test_what_stood_first_in_a_box_goes_with_its_letter_and_takes_nothing_along(
    tmp_path: Path,
) -> None:
    first = '<w:bookmarkStart w:id="1" w:name="b"/><w:r><w:t>框</w:t></w:r>'
    inside = f"<w:p>{first}<w:r><w:t>里的话</w:t></w:r></w:p>"
    file = opened(docx(f"<w:p>{box(inside)}</w:p>"))
    assert texts(file) == ["", "框里的话"]
    edits = moved(file, (1, 0, 1, 0, 0))[0], removed(1, 0, 1)
    kept(file, apply_all(file.manuscript, edits), tmp_path)
