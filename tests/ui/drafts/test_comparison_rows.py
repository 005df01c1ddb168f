"""What the view shows of a comparison, as values."""

from editor.manuscript.comparison.compare import compare
from editor.ui.drafts.comparison_rows import DisplayRow, display_rows, folded
from tests.notation import doc


def shown(old: str, new: str, *, flip: bool = False) -> tuple[DisplayRow, ...]:
    return display_rows(compare(doc(old), doc(new)), flip=flip)


def glyphs(lines: tuple[DisplayRow, ...]) -> str:
    return "".join(line.glyph or "·" for line in lines)


def test_what_changed_is_marked_on_its_side() -> None:
    (line,) = shown("要抓好安全工作。", "要抓实安全工作。")
    assert line.left and line.right
    assert [(m.start, m.end, m.kind) for m in line.left.marks] == [(2, 3, "out")]
    assert [(m.start, m.end, m.kind) for m in line.right.marks] == [(2, 3, "in")]


def test_merged_it_has_both_wordings() -> None:
    (line,) = shown("要抓好安全工作。", "要抓实安全工作。")
    assert line.both
    assert line.both.text == "要抓好实安全工作。"
    assert [m.kind for m in line.both.marks] == ["out", "in"]


def test_flipped_the_new_text_stands_left_and_added_is_removed() -> None:
    old, new = "甲甲甲甲 | 要抓好安全工作。", "甲甲甲甲 | 要抓实安全工作。 | 多出来的一段话"
    assert glyphs(shown(old, new)) == "·改增"
    flipped = shown(old, new, flip=True)
    assert glyphs(flipped) == "·改删"
    assert flipped[1].left and flipped[1].left.text == "要抓实安全工作。"
    assert flipped[1].both and flipped[1].both.text == "要抓实好安全工作。"


def test_a_moved_run_tells_where_it_is_once() -> None:
    lines = shown(
        "甲甲甲甲 | 乙乙乙乙 | 丙丙丙丙丙丙丙丙丙丙丙丙",
        "丙丙丙丙丙丙丙丙丙丙丙丙 | 甲甲甲甲 | 乙乙乙乙",
    )
    assert [line.note for line in lines if line.note] == ["↕ 移到第 2 段", "↕ 从第 1 段移来"]
    assert glyphs(lines).count("移") == 4


def test_long_unchanged_stretches_are_folded() -> None:
    same = " | ".join(f"第{n}段没有动" for n in range(9))
    lines = folded(shown(f"{same} | 旧的一段话在这里", f"{same} | 新的一段话在这里"))
    assert [line.folded for line in lines] == [8, 0, 0]


def test_every_change_is_on_some_line() -> None:
    comparison = compare(
        doc("甲甲甲甲 | 乙乙乙乙 | 丙丙丙丙"), doc("丙丙丙丙 | 甲甲丁甲 | 新新新新新")
    )
    there = {n for line in display_rows(comparison, flip=False) for n in line.changes}
    assert there == set(range(len(comparison.changes)))


WHOLE = "各单位要抓好安全生产，把责任压到班组。要改进工作作风，少开会多办事。"
PARTS = WHOLE.replace("。要", "。 | 要")


def test_a_split_is_one_row_with_a_sign_where_it_is_split() -> None:
    (line,) = shown(WHOLE, PARTS)
    assert (line.glyph, line.note) == ("拆", "⇅ 一段拆成 2 段")
    assert line.left and line.left.text == WHOLE and line.left.marks == ()
    assert line.right and line.right.count == "1–2"
    assert line.right.text == PARTS.replace(" | ", "↵\u2028")
    assert [(line.right.text[m.start : m.end], m.kind) for m in line.right.marks] == [("↵", "in")]
    assert line.both and line.both.text == line.right.text


def test_joined_and_reworded_is_marked_behind_the_sign_too() -> None:
    (line,) = shown(PARTS, WHOLE.replace("作风", "习惯"))
    assert line.glyph == "并" and line.left and line.both
    marked = [(line.left.text[m.start : m.end], m.kind) for m in line.left.marks]
    assert marked == [("↵", "out"), ("作风", "out")]
    assert "↵\u2028" in line.both.text
    (flipped,) = shown(PARTS, WHOLE, flip=True)
    assert flipped.glyph == "拆" and flipped.right and flipped.right.count == "1–2"


def test_a_moved_point_is_marked_as_moved_on_both_sides() -> None:
    old = "一是抓好学习教育；二是压实工作责任；三是改进工作作风。"
    new = "一是改进工作作风；二是抓好学习教育；三是压实工作责任。"
    (line,) = shown(old, new)
    assert (line.glyph, line.note) == ("移", "⇅ 里面的几点换了次序")
    for cell in (line.left, line.right):
        assert cell
        assert [(cell.text[m.start : m.end], m.kind) for m in cell.marks] == [
            ("改进工作作风", "moved")
        ]
    assert line.both and line.both.text == new
