"""The styles kept from one analysis to the next are those that would be made anew."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from editor.analysis.values import Structure
from editor.manuscript.manuscript import Manuscript
from editor.manuscript.outline.reader import OutlineReader
from editor.manuscript.paragraph import Paragraph
from editor.ui.layout.style_cache import StyleCache, all_styles

LINES = (
    "在云川市大会上的讲话", "——在全市会议上的讲话", "（2026年3月1日）", "张明", "同志们：",
    "各位来宾：", "今天开会，讲两点。", "", "一、甲事", "二、乙事。要办好。", "（一）丙事二、丁事",
    "1.定责任。定好责任。2.管人头。管好人头。", "正文写在这里。", "谢谢大家！",
)  # fmt: skip
paragraphs = st.builds(
    Paragraph,
    st.sampled_from(LINES),
    label=st.sampled_from(("", "", "", "", "一、")),
    style=st.sampled_from(("", "", "", "", "heading1", "title")),
    frame=st.sampled_from(("", "", "", "", "", "", "表1·1行1列")),
)


def structure_of(lines: list[Paragraph], reader: OutlineReader) -> Structure:
    manuscript = Manuscript(0, tuple(lines))
    return Structure(manuscript, reader.read(manuscript), ())


@given(st.lists(paragraphs, min_size=1, max_size=30), st.data())
def test_the_cache_gives_styles_as_if_nothing_were_kept(
    text: list[Paragraph], data: st.DataObject
) -> None:
    style_cache, reader = StyleCache(), OutlineReader()
    for _ in range(5):
        structure = structure_of(text, reader)
        assert style_cache.styles(structure) == all_styles(structure)
        first = data.draw(st.integers(0, len(text)))
        run, text = text[first : first + 4], text[:first] + text[first + 4 :]
        to = data.draw(st.integers(0, len(text)))
        text = text[:to] + data.draw(st.lists(paragraphs, max_size=2)) + run + text[to:]
        text = text or [Paragraph("")]


def test_a_section_that_stands_elsewhere_is_not_dressed_again() -> None:
    style_cache, reader = StyleCache(), OutlineReader()
    lines = [
        Paragraph(t) for t in ("一、甲事", "甲文。", "二、乙事", "乙文。", "三、丙事", "丙文。")
    ]
    before = style_cache.styles(structure_of(lines, reader))
    looked_at = style_cache.looked_at
    after = style_cache.styles(structure_of([lines[0], Paragraph("又一段。"), *lines[1:]], reader))
    assert after[5] is before[4] and after[3] is before[2]
    assert style_cache.looked_at == looked_at + 1, "only the section with a paragraph more"
