"""What the sheet shows of a comparison, as values."""

from editor.manuscript.compare import compare
from editor.ui.drafts.cells import Line, folded, lines_of
from tests.notation import doc


def shown(old: str, new: str, *, flip: bool = False) -> tuple[Line, ...]:
    return lines_of(compare(doc(old), doc(new)), flip=flip)


def glyphs(lines: tuple[Line, ...]) -> str:
    return "".join(line.glyph or "·" for line in lines)


def test_what_changed_is_marked_on_its_side() -> None:
    (line,) = shown("要抓好安全工作。", "要抓实安全工作。")
    assert line.left and line.right
    assert [(m.start, m.end, m.sign) for m in line.left.marks] == [(2, 3, "out")]
    assert [(m.start, m.end, m.sign) for m in line.right.marks] == [(2, 3, "in")]


def test_merged_it_has_both_wordings() -> None:
    (line,) = shown("要抓好安全工作。", "要抓实安全工作。")
    assert line.both
    assert line.both.text == "要抓好实安全工作。"
    assert [m.sign for m in line.both.marks] == ["out", "in"]


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
    there = {n for line in lines_of(comparison, flip=False) for n in line.changes}
    assert there == set(range(len(comparison.changes)))
