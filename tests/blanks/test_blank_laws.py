"""Laws: order, no overlap, no crash on any text, and filled is filled."""

from hypothesis import given
from hypothesis import strategies as st

from editor.blanks.blank_reader import BlankReader, find_blanks
from editor.blanks.fill import fill
from editor.blanks.grammar import scan
from editor.manuscript.edits import apply_all
from editor.manuscript.manuscript import manuscript_of
from tests.blanks.marked import plain
from tests.blanks.test_blanks_found import ROWS

PIECES = [
    "X",
    "xx",
    "20",
    "×",
    "*",
    "**",
    "_",
    "“",
    "”",
    "（",
    "）",
    "(",
    "某",
    "○",
    "年",
    "月",
    "工会",
    "第",
]
PIECES += [
    "同志",
    "的重要讲话",
    "学习",
    "指出，",
    "。",
    "……",
    "...",
    " ",
    "\u3000",
    "省略",
    "\n",
    "a",
    "0",
    "𠮷",
]
marks = st.lists(st.sampled_from(PIECES), max_size=16).map("".join)
texts = st.one_of(marks, st.text(max_size=40))


@given(texts)
def test_blanks_lie_in_order_inside_the_text(text: str) -> None:
    floor = 0
    for found in scan(text):
        assert floor <= found.start < found.end <= len(text)
        floor = found.end


@given(texts)
def test_blanks_of_a_text_lie_in_their_paragraphs(text: str) -> None:
    manuscript = manuscript_of(text)
    floor = (0, 0)
    for blank in find_blanks(manuscript):
        at, start, end = blank.span
        assert floor <= (at, start) and start < end
        assert manuscript.paragraphs[at].text[start:end] == blank.text != ""
        assert blank.slot != ""
        floor = (at, end)


@given(st.lists(marks, min_size=1, max_size=4))
def test_the_reader_agrees_with_a_fresh_search(versions: list[str]) -> None:
    reader = BlankReader()
    for version in versions:
        manuscript = manuscript_of(version)
        assert reader.read(manuscript) == find_blanks(manuscript)


PIECES = (
    "全市各级工会组织我们在20",
    "xx年完成了任务",
    "在这里我谨代表中共云川市XX",
    "X县委",
    "一、修路",
    "是全市的大事。",
    "同志们：",
    "在会上，市总工会主席王晓东",
    "同志指出，要抓好落实。",
    "某县有个村，×了，某市某人。",
    "完成投资 亿元，增长 。",
    "**做好**准备 ____",
    "要做好表率。",
    "指出，工会要有作为。",
    "多么难忘的岁月……",
    "",
)


@given(
    st.lists(st.sampled_from(PIECES), max_size=9),
    st.lists(
        st.tuples(
            st.integers(0, 9), st.integers(0, 3), st.lists(st.sampled_from(PIECES), max_size=3)
        ),
        max_size=5,
    ),
)
def test_the_reader_agrees_with_a_fresh_search_after_any_edit(
    lines: list[str], edits: list[tuple[int, int, list[str]]]
) -> None:
    reader = BlankReader()
    for first, gone, come in [(0, 0, [""]), *edits]:
        lines[first : first + gone] = come
        manuscript = manuscript_of("\n".join(lines))
        assert reader.read(manuscript) == find_blanks(manuscript)


@given(st.lists(st.sampled_from([plain(row) for _, row in ROWS]), min_size=1, max_size=6))
def test_a_filled_text_has_no_blank_left(rows: list[str]) -> None:
    manuscript = manuscript_of("\n".join(rows))
    done = apply_all(manuscript, fill(find_blanks(manuscript), "云川甲"))
    assert find_blanks(done) == ()
