"""Laws of empty cells, held on tables of any shape."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from editor.blanks.blank_reader import BlankReader, find_blanks
from editor.blanks.fill import fill
from editor.manuscript.edits import apply_all
from editor.manuscript.manuscript import Manuscript
from editor.manuscript.paragraph import Paragraph

WORDS = (
    "", "", "", "姓名", "单位", "联系电话：", "甲乙", "12", "备注", "签字", "  年  月  日", "　年",
    "（盖章）\u2028年  月", "合计", "：", "电话：  传真：", "序号", "他说，好。", "岁",
)  # fmt: skip
FRAMES = ("表1·{}行{}列", "表1·1行1列·表2·{}行{}列", "文本框1·表3·{}行{}列", "文本框{}", "")


@st.composite
def texts(draw: st.DrawFn) -> Manuscript:
    """A text of cells in any order, some twice, some missing, free paragraphs between."""
    size = draw(st.integers(1, 30))
    rows: list[Paragraph] = []
    for n in range(size):
        frame = draw(st.sampled_from(FRAMES)).format(
            draw(st.integers(1, 4)), draw(st.integers(1, 4))
        )
        holds = draw(st.sampled_from(("", "", "", "图片")))
        rows.append(Paragraph(draw(st.sampled_from(WORDS)), n + 1, frame=frame, holds=holds))
    return Manuscript(0, tuple(rows))


@given(texts())
def test_blanks_lie_in_their_paragraphs_in_order_and_apart(m: Manuscript) -> None:
    spans = [b.span for b in find_blanks(m)]
    assert spans == sorted(spans)
    for span in spans:
        assert 0 <= span.start <= span.end <= len(m.paragraphs[span.paragraph].text)
    for one, other in pairwise(spans):
        assert one.paragraph < other.paragraph or one.end <= other.start


@given(st.lists(texts(), min_size=1, max_size=3))
def test_a_reader_that_remembers_finds_the_same(some: list[Manuscript]) -> None:
    reader = BlankReader()
    for m in some:
        assert reader.read(m) == find_blanks(m)


@given(texts())
def test_what_is_filled_is_written_at_its_place_and_nowhere_else(m: Manuscript) -> None:
    blanks = tuple(b for b in find_blanks(m) if b.sure)
    done = apply_all(m, fill(blanks, "填好了"))
    filled = {b.span.paragraph for b in blanks}
    for n, (old, new) in enumerate(zip(m.paragraphs, done.paragraphs, strict=True)):
        assert (old.text == new.text) is (n not in filled)
        assert (old.frame, old.key) == (new.frame, new.key)
