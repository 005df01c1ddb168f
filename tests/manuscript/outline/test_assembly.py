"""The outline remembered from text to text is the outline made anew."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from editor.manuscript.edits import Edit, Move, Replace, Splice, apply
from editor.manuscript.manuscript import Manuscript
from editor.manuscript.outline.reader import OutlineReader, outline_of
from editor.manuscript.outline.sections import Section, SectionKind
from editor.manuscript.paragraph import Paragraph, Position
from tests.manuscript.structure.storm_speeches import SPEECHES
from tests.notation import doc

LINES = (
    "在云川市工作会议上的讲话",
    "同志们：",
    "下面，我讲三点意见。",
    "",
    "正文写在这里，说得明白。",
    "一、认识",
    "二、措施",
    "三、保障",
    "一、提高认识，压实责任要在思想上统一起来，把工作抓好。",
    "二、强化措施，抓好落实要在行动上统一起来，把任务办好。",
    "（一）修路",
    "（二）架桥。把桥架好。",
    "（一）压实责任。一是明确分工。二是严格考核。",
    "1.先做这一件。",
    "2.再做那一件。",
    "第一，快。第二，好。",
    "第一，人要到位。",
    "第二，钱要到位。",
    "首先，查清事实。其次，分清责任。",
    "首先，查清事实。其次，分清责任。第三，追究到底。",
    "第三，追究到底。",
    "一是站位要高。",
    "二是作风要实。一要学深。二要改到位。",
    "（1）备料",
    "①采购",
    "②验收",
    "二、这一行里面一、还有一件二、又有一件",
    "第一部分 形势",
    "第二部分 任务",
    "目录",
    "谢谢大家！",
    "同志们，让我们一起努力！",
    "这一行没有写完，后面还要接着写下去，一直写到下一行的开头，才能够",
    "在青石县总结会上的讲话",
    "（2026年9月1日）",
)
STYLES = ("", "", "", "heading1", "heading2", "title")
paragraphs = st.builds(
    lambda text, style: Paragraph(text, 0, "", style),
    st.sampled_from(LINES),
    st.sampled_from(STYLES),
)


def text_of(*lines: str) -> Manuscript:
    return Manuscript(0, tuple(Paragraph(line) for line in lines))


def drawn_edit(data: st.DataObject, m: Manuscript) -> Edit:
    count = len(m.paragraphs)
    first = data.draw(st.integers(0, count - 1))
    last = data.draw(st.integers(first + 1, min(count, first + 6)))
    kind = data.draw(st.sampled_from(("move", "take", "put", "copy", "type")))
    if kind == "move" and last - first < count:
        before = data.draw(st.integers(0, count - (last - first)))
        return Move(first, last, before if before <= first else before + last - first)
    if kind == "take" and last - first < count:
        return Splice(first, last, ())
    if kind == "copy":
        return Splice(last, last, m.paragraphs[first:last])
    if kind == "put":
        return Splice(first, first, tuple(data.draw(st.lists(paragraphs, min_size=1, max_size=3))))
    offset = data.draw(st.integers(0, len(m.paragraphs[first].text)))
    end = min(len(m.paragraphs[first].text), offset + data.draw(st.integers(0, 2)))
    words = data.draw(st.sampled_from(("好", "。", "一、", "（二）", "：", "讲话", "要")))
    return Replace(Position(first, offset), Position(first, end), words)


@settings(max_examples=150)
@given(st.lists(paragraphs, min_size=1, max_size=40), st.data())
def test_after_any_edits_the_reader_finds_what_a_fresh_one_finds(
    lines: list[Paragraph], data: st.DataObject
) -> None:
    text, reader = Manuscript(0, tuple(lines)), OutlineReader()
    reader.read(text)
    for _ in range(data.draw(st.integers(1, 8))):
        text = apply(text, drawn_edit(data, text))
        assert reader.read(text) == outline_of(text), [p.text for p in text.paragraphs]


@settings(max_examples=50)
@given(st.sampled_from(SPEECHES), st.data())
def test_so_it_is_in_whole_speeches(speech: Manuscript, data: st.DataObject) -> None:
    text, reader = speech, OutlineReader()
    reader.read(text)
    for _ in range(12):
        text = apply(text, drawn_edit(data, text))
        assert reader.read(text) == outline_of(text), [p.text for p in text.paragraphs]


def parts(reader: OutlineReader, text: Manuscript) -> dict[str, Section]:
    return {s.title: s for s in reader.read(text).walk() if s.kind is SectionKind.SECTION}


def test_a_section_that_stays_where_it_is_stays_the_same_value() -> None:
    text = doc(
        "一、甲事 | （一）甲一 | 正文。 | 二、乙事 | （一）乙一 | 三、丙事 | 四、丁事 | 正文。"
    )
    reader = OutlineReader()
    old = parts(reader, text)
    new = parts(reader, apply(text, Move(3, 5, 6)))
    assert new["甲事"] is old["甲事"] and new["丁事"] is old["丁事"]
    assert new["乙事"].start.paragraph == 4 and new["乙事"].children[0].title == "乙一"


def test_a_title_of_the_same_length_is_another_title() -> None:
    text = doc("在云川市会议上的讲话 | 同志们： | 一、甲事 | 正文。")
    reader = OutlineReader()
    reader.read(text)
    other = apply(text, Replace(Position(0, 1), Position(0, 3), "临江"))
    assert reader.read(other).sections[0].title == "在临江市会议上的讲话"


def test_an_indent_typed_before_the_opening_moves_its_beginning() -> None:
    text = doc(
        "在云川市会议上的讲话 | 同志们： | "
        "今天讲两件事，都很要紧，请大家记住并办好它，不要再往后拖延下去，一天也不要。"
        " | 一、甲事 | 正文。"
    )
    reader = OutlineReader()
    reader.read(text)
    other = apply(text, Replace(Position(2, 0), Position(2, 0), "\u3000\u3000"))
    assert reader.read(other) == outline_of(other)
