"""Split, joined and moved letters keep their look; what is no letter keeps its place."""

import random
import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from editor.manuscript.edits import Edit, Move, Replace, apply_all
from editor.manuscript.paragraph import Position
from editor.ui.page.clipboard import put_in, taken_out
from tests.bench.trials.docx_looks import tried
from tests.bench.trials.edit_sorts import SORTS, Sort
from tests.files.made import docx, opened, part, saved, texts


def r(text: str, look: str = "") -> str:
    """A run."""
    return f"<w:r>{f'<w:rPr>{look}</w:rPr>' if look else ''}<w:t>{text}</w:t></w:r>"


BOLD, RED = "<w:b/>", '<w:color w:val="FF0000"/>'
LINK = f'<w:hyperlink w:anchor="b">{r("链接字", BOLD)}</w:hyperlink>'
CODE = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
DATE = (
    f"{CODE.format('begin')}<w:r><w:instrText>DATE</w:instrText></w:r>{CODE.format('separate')}"
    f"{r('今天')}{CODE.format('end')}"
)
INSERTED = f'<w:ins w:id="7" w:author="李明" w:date="2026-08-01T09:00:00Z">{r("李明加的")}</w:ins>'
NOTE = '<w:r><w:footnoteReference w:id="2"/></w:r>'
PICTURE = "<w:r><w:drawing><pic/></w:drawing></w:r>"
COMMENT = (
    f'<w:commentRangeStart w:id="4"/>{r("被批")}<w:commentRangeEnd w:id="4"/>'
    '<w:r><w:commentReference w:id="4"/></w:r>'
)
CONTROL = (
    f'<w:sdt><w:sdtPr><w:tag w:val="名"/></w:sdtPr><w:sdtContent>{r("控件")}</w:sdtContent></w:sdt>'
)
READING = f"<w:rt>{r('dú')}</w:rt><w:rubyBase>{r('读')}</w:rubyBase>"
RUBY = f"<w:r><w:ruby><w:rubyPr/>{READING}</w:ruby></w:r>"
BOX = (
    '<w:r><mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
    "<mc:Choice><a><w:txbxContent>{0}</w:txbxContent></a></mc:Choice>"
    "<mc:Fallback><b><w:txbxContent>{0}</w:txbxContent></b></mc:Fallback>"
    "</mc:AlternateContent></w:r>"
).format(f"<w:p>{r('框里')}{r('的字', BOLD)}</w:p>")
# A date that Word writes anew goes when other words are put in its place: it is no anchor here.
PIECES = st.sampled_from([
    r("平常字"), r("粗体", BOLD),
    f"<w:r><w:rPr>{RED}</w:rPr><w:t>红</w:t><w:tab/><w:t>字</w:t></w:r>",
    LINK, DATE.replace("DATE", "REF b"), INSERTED, NOTE, PICTURE, COMMENT, CONTROL, RUBY, BOX,
    '<w:bookmarkStart w:id="5" w:name="b"/>', '<w:bookmarkEnd w:id="5"/>',
    '<w:del w:id="8"><w:r><w:delText>删</w:delText></w:r></w:del>',
    f'<w:fldSimple w:instr="AUTHOR">{r("作者")}</w:fldSimple>',
    "<!-- 注 -->", '<w:proofErr w:type="spellStart"/>', '<w:r><w:sym w:char="F0FE"/></w:r>',
])  # fmt: skip
HEADS = st.sampled_from(["", '<w:pPr><w:jc w:val="right"/></w:pPr>'])
INSIDES = st.lists(PIECES, max_size=5).map("".join)
BODIES = st.lists(st.builds("<w:p>{}{}</w:p>".format, HEADS, INSIDES), min_size=1, max_size=5).map(
    "".join
)


@settings(max_examples=150)
@given(BODIES, st.sampled_from(SORTS), st.integers(0, 1000))
def test_every_letter_keeps_its_look_and_nothing_else_is_lost(
    body: str, sort: Sort, seed: int
) -> None:
    tally = tried(opened(docx(body)), sort, 6, random.Random(seed))
    lost = (tally.changed_looks, tally.lost_letters, tally.lost_anchors, tally.refused)
    assert lost == (0, 0, 0, 0)


def after(body: str, folder: Path, *edits: Edit) -> list[str]:
    """The paragraphs of the body after edits and a save."""
    file = opened(docx(body))
    m = apply_all(file.manuscript, edits)
    data, _ = saved(file, list(m.paragraphs), folder)
    assert texts(opened(data)) == [p.text for p in m.paragraphs]
    return re.findall(r"<w:p>.*?</w:p>|<w:p/>", part(data))


def enter(paragraph: int, offset: int) -> Replace:
    place = Position(paragraph, offset)
    return Replace(place, place, "\n")


def typed(paragraph: int, offset: int, words: str) -> Replace:
    place = Position(paragraph, offset)
    return Replace(place, place, words)


@pytest.mark.parametrize("piece", [LINK, INSERTED, DATE, PICTURE + r("尾"), COMMENT, CONTROL])
def test_what_stands_behind_a_split_goes_with_the_second_part(piece: str, tmp_path: Path) -> None:
    body = f"<w:p>{r('前文')}{r('后', BOLD)}{piece}</w:p>"
    assert after(body, tmp_path, enter(0, 2)) == [
        f"<w:p>{r('前文')}</w:p>",
        f"<w:p>{r('后', BOLD)}{piece}</w:p>",
    ]


def test_a_note_stays_behind_the_word_it_explains(tmp_path: Path) -> None:
    body = f"<w:p>{r('前文')}{NOTE}{r('后', BOLD)}</w:p>"
    assert after(body, tmp_path, enter(0, 2))[0] == f"<w:p>{r('前文')}{NOTE}</w:p>"


def test_both_parts_of_a_split_link_are_links(tmp_path: Path) -> None:
    first, second = after(f"<w:p>{LINK}</w:p>", tmp_path, enter(0, 1))
    for words, text in (("链", first), ("接字", second)):
        assert re.search(rf'<w:hyperlink w:anchor="b">.*<w:b/>.*{words}.*</w:hyperlink>', text)


def test_a_split_insertion_is_still_his_in_both_parts_each_with_its_own_number(
    tmp_path: Path,
) -> None:
    rows = after(f"<w:p>{INSERTED}</w:p>", tmp_path, enter(0, 2))
    assert all('w:author="李明"' in row for row in rows)
    numbers = re.findall(r'<w:ins w:id="(\d+)"', "".join(rows))
    assert len(set(numbers)) == 2


def test_words_typed_into_his_insertion_are_not_his(tmp_path: Path) -> None:
    (row,) = after(f"<w:p>{INSERTED}</w:p>", tmp_path, typed(0, 2, "我写"))
    his = re.findall(r"<w:ins [^>]*>(.*?)</w:ins>", row)
    assert [re.sub("<[^>]*>", "", one) for one in his] == ["李明", "加的"]


@pytest.mark.parametrize("offset", [0, 3])
def test_words_typed_at_the_edge_of_a_link_are_not_in_it(offset: int, tmp_path: Path) -> None:
    (row,) = after(f"<w:p>{LINK}</w:p>", tmp_path, typed(0, offset, "旁"))
    link = re.findall(r"<w:hyperlink [^>]*>(.*?)</w:hyperlink>", row)
    assert [re.sub("<[^>]*>", "", one) for one in link] == ["链接字"]


def test_a_join_brings_runs_notes_and_marks_along(tmp_path: Path) -> None:
    one, two = r("甲"), f"{r('乙', BOLD)}{NOTE}{COMMENT}"
    edit = Replace(Position(0, 1), Position(1, 0), "")
    assert after(f"<w:p>{one}</w:p><w:p>{two}</w:p>", tmp_path, edit) == [f"<w:p>{one}{two}</w:p>"]


MERGED = DATE.replace("DATE", "MERGEFIELD 姓名").replace("今天", "«姓名»")
SIMPLE = f'<w:fldSimple w:instr=" DATE ">{r("今天", BOLD)}</w:fldSimple>'


@pytest.mark.parametrize("field", [DATE, MERGED, SIMPLE])
@pytest.mark.parametrize("words", ["八月三日", ""])
def test_words_in_place_of_a_date_that_word_writes_anew_stand(
    field: str, words: str, tmp_path: Path
) -> None:
    body = f"<w:p>{r('于')}{field}{r('到')}</w:p>"
    size = len(texts(opened(docx(body)))[0])
    edit = Replace(Position(0, 1), Position(0, size - 1), words)
    (row,) = after(body, tmp_path, edit)
    assert "fld" not in row and "instrText" not in row


def test_a_field_of_which_letters_are_left_is_a_field_still(tmp_path: Path) -> None:
    (row,) = after(f"<w:p>{r('于')}{DATE}{r('到')}</w:p>", tmp_path, typed(0, 2, "早"))
    assert row.count("<w:fldChar") == 3


def test_a_reference_keeps_its_field_whatever_is_typed_over_it(tmp_path: Path) -> None:
    body = f"<w:p>{r('见')}{DATE.replace('DATE', 'REF 表一')}</w:p>"
    (row,) = after(body, tmp_path, Replace(Position(0, 1), Position(0, 3), "表二"))
    assert row.count("<w:fldChar") == 3


def test_a_section_that_ends_in_a_joined_paragraph_ends_there_still(tmp_path: Path) -> None:
    body = f"<w:p>{r('甲')}</w:p><w:p><w:pPr><w:sectPr/></w:pPr>{r('乙', BOLD)}</w:p>"
    rows = after_words(body, tmp_path, Replace(Position(0, 1), Position(1, 0), ""))
    assert "<w:sectPr/>" in rows and "<w:b/>" in rows


def after_words(body: str, folder: Path, edit: Edit) -> str:
    """The body after an edit, where an empty paragraph stays."""
    file = opened(docx(body))
    m = apply_all(file.manuscript, (edit,))
    return part(saved(file, list(m.paragraphs), folder)[0])


def test_a_comment_over_moved_paragraphs_begins_before_it_ends(tmp_path: Path) -> None:
    body = (
        f'<w:p><w:commentRangeStart w:id="4"/>{r("甲")}</w:p>'
        f'<w:p>{r("乙")}<w:commentRangeEnd w:id="4"/></w:p><w:p>{r("丙")}</w:p>'
    )
    text = after_words(body, tmp_path, Move(0, 1, 3))
    assert text.index("commentRangeStart") < text.index("commentRangeEnd")


def test_the_second_part_keeps_its_paragraph_properties(tmp_path: Path) -> None:
    head = '<w:pPr><w:jc w:val="right"/></w:pPr>'
    rows = after(f"<w:p>{head}{r('前后')}</w:p>", tmp_path, enter(0, 1))
    assert all(head in row for row in rows)


def test_what_is_copied_looks_alike_and_leaves_notes_where_they_are(tmp_path: Path) -> None:
    file = opened(docx(f"<w:p>{r('甲', BOLD)}{NOTE}{r('乙')}</w:p>"))
    (row,) = file.manuscript.paragraphs
    copy = type(row)(row.text, marks=row.marks)
    text = part(saved(file, [row, copy], tmp_path)[0])
    assert text.count("<w:b/>") == 2 and text.count("footnoteReference") == 1


@pytest.mark.parametrize(("start", "goal"), [(0, 1), (1, 0)], ids=["into the box", "out of it"])
def test_words_go_between_a_paragraph_and_its_text_box(
    start: int, goal: int, tmp_path: Path
) -> None:
    file = opened(docx(f"<w:p>{r('主段', RED)}{BOX}</w:p>"))
    size = len(file.manuscript.paragraphs[start].text)
    run = taken_out(file.manuscript, Position(start, 0), Position(start, size))
    out = Replace(Position(start, 0), Position(start, size), "")
    rest = apply_all(file.manuscript, [out])
    end = Position(goal, len(rest.paragraphs[goal].text))
    into, _ = put_in(rest, run, end, end)

    body = part(saved(file, list(apply_all(rest, [into]).paragraphs), tmp_path)[0])

    # for old readers too
    boxes = ["".join(re.findall("<w:t[^>]*>([^<]*)", b)) for b in body.split("txbxContent>")[1::2]]
    assert boxes == [("框里的字主段" if goal else "")] * 2
