"""The list of paragraphs always equals a full reading of the document."""

from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtGui import QTextCursor, QTextDocument

from editor.manuscript.manuscript import Manuscript
from editor.manuscript.marks import BOLD, RUN, Mark
from editor.manuscript.paragraph import Paragraph, Position
from editor.ui.document.tracked_document import TrackedDocument, read_document
from tests.notation import doc, lines

deeds = st.tuples(
    st.sampled_from(["type", "enter", "back", "delete", "undo", "redo", "fragment"]),
    st.integers(0, 40),
    st.integers(0, 12),
    st.text(alphabet="甲X𠮷\n\u2028", min_size=1, max_size=4),
)


def tracked_text(m: Manuscript) -> TrackedDocument:
    tracked = TrackedDocument(QTextDocument())
    tracked.load(m)
    return tracked


def do(document: QTextDocument, deed: tuple[str, int, int, str]) -> None:
    """Whatever may befall a document, by Qt's own means."""
    kind, start, length, text = deed
    last = document.characterCount() - 1
    cursor = QTextCursor(document)
    cursor.setPosition(min(start, last))
    cursor.setPosition(min(start + length, last), QTextCursor.MoveMode.KeepAnchor)
    match kind:
        case "type":
            cursor.insertText(text)
        case "enter":
            cursor.insertBlock()
        case "back":
            cursor.deletePreviousChar()
        case "delete":
            cursor.deleteChar()
        case "undo":
            document.undo()
        case "redo":
            document.redo()
        case _:
            taken = cursor.selection()
            cursor.setPosition(last)
            cursor.insertFragment(taken)


@settings(max_examples=150)
@given(st.lists(deeds, max_size=12))
def test_it_equals_a_full_reading_whatever_happens(some: list[tuple[str, int, int, str]]) -> None:
    start = (
        Paragraph("一𠮷", 1, "一、", marks=(Mark(0, 1, BOLD), Mark(1, 2, RUN, "1.2"))),
        Paragraph("", 2),
        Paragraph("二三四", 3),
        Paragraph("五"),
    )
    tracked = tracked_text(Manuscript(0, start))
    for deed in some:
        before = tracked.manuscript()
        do(tracked.document, deed)
        now = tracked.manuscript()
        assert now.paragraphs == read_document(tracked.document, tracked.table)
        assert now is before or now.revision > before.revision


@given(st.lists(st.text(alphabet="甲X𠮷😀\u2028\u00a0", max_size=5), min_size=1, max_size=5))
def test_places_go_to_the_document_and_back(texts: list[str]) -> None:
    tracked = tracked_text(Manuscript(0, tuple(Paragraph(t) for t in texts)))
    for number, text in enumerate(texts):
        for offset in range(len(text) + 1):
            assert tracked.place(tracked.flat(Position(number, offset))) == Position(number, offset)


def test_a_no_break_space_and_a_soft_break_stay_what_they_are() -> None:
    assert lines(tracked_text(doc("甲\u00a0乙\u2028丙")).manuscript()) == "甲\u00a0乙\u2028丙"


def test_a_split_by_qt_leaves_the_properties_with_the_first_part() -> None:
    tracked = tracked_text(Manuscript(0, (Paragraph("甲乙", 7, "一、", "heading1"),)))
    cursor = QTextCursor(tracked.document)
    cursor.setPosition(1)
    cursor.insertBlock()
    assert tracked.manuscript().paragraphs == (
        Paragraph("甲", 7, "一、", "heading1"),
        Paragraph("乙", marks=(Mark(0, 1, RUN, "7"),)),
    )
